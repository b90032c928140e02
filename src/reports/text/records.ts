import type { ClaimResult } from '../../check/result.js';
import type { Claim } from '../../facts/generated/types.js';
import { issueInWords } from '../../facts/input-error.js';
import type { Position } from '../../findings/finding-data.js';
import type { NoticeCode } from '../../findings/notices.js';
import type { Finding } from '../../rules/index.js';
import { holders } from '../../explain/words.js';
import type { ReportOptions } from '../format.js';
import {
  findingsOf,
  linesOfClaim,
  otherOf,
  positionInWords,
  sessionOf,
  type CheckedLine,
  type CheckedRecord,
  type Sums,
} from '../records.js';
import { counted, dollars, paragraph, printable } from './layout.js';
import {
  fileName,
  keyInWords,
  outcomeWording,
  placeInWords,
  recordInWords,
  verdicts,
  type Page,
} from './page.js';

/** Notices that ask somebody to do something. */
const asking: readonly NoticeCode[] = ['history-wanted', 'uses-not-on-file'];

/** Each record that a person should look at, in the order of the input, and then the files that have none. */
export function* recordsSection(
  records: readonly CheckedRecord[],
  { notices }: Sums,
  page: Page,
): Generator<string> {
  const toSee = records.filter((record) => needsAttention(record, page.options));
  if (toSee.length > 0) yield `\n${page.style.bold(`${counted(toSee.length, 'record')} to look at`)}\n`;
  for (const record of toSee) yield* recordBlock(record, page);
  const withSome = new Set(toSee.map(({ place }) => place?.file));
  const quiet = new Set(records.map(({ place }) => place?.file).filter((file) => !withSome.has(file)));
  if (quiet.size > 0) yield '\n';
  const what = notices.some(({ code }) => asking.includes(code)) ? 'nothing else' : 'nothing';
  for (const file of quiet) {
    yield `${file === undefined ? 'the entries' : fileName(file)}: ${what} needs attention.\n`;
  }
}

export function needsAttention({ result }: CheckedRecord, options: ReportOptions): boolean {
  return result.kind === 'invalid' || toShow(findingsOf(result), options).length > 0;
}

/** Of some findings those to look at. What only a history is missing for that is asked for once is left out. */
export function toShow(findings: readonly Finding[], options: ReportOptions): Finding[] {
  return findings.filter(
    (finding) =>
      finding.severity !== 'info' && (finding.missing.length === 0 || missingOf(finding, options).length > 0),
  );
}

/** What a finding lacks, but for what the report as a whole asks for once. */
export function missingOf(
  { missing }: Finding,
  { history, asksForHistory }: ReportOptions,
): Finding['missing'] {
  const isAskedOnce = history === undefined && asksForHistory === true;
  return isAskedOnce ? missing.filter(({ path }) => path !== '/history') : missing;
}

/** With the history given, what is not known of it is the units of other sessions, which ask for them themselves. */
export function waitsForOthers({ path }: Finding['missing'][number], { history }: ReportOptions): boolean {
  return path === '/history' && history !== undefined;
}

/** A record that a person should look at. */
export function* recordBlock(record: CheckedRecord, page: Page): Generator<string> {
  const { result, value } = record;
  const { style } = page;
  const { words, paint } = verdicts[result.kind === 'void' ? 'void' : result.verdict];
  const heading = [recordInWords(record), ...factsOf(record, page), ''].join('  ');
  yield `\n${style.bold(heading)}${style.bold(paint(style)(words.toUpperCase()))}\n`;
  switch (result.kind) {
    case 'invalid':
      for (const issue of result.issues) yield paragraph(printable(issueInWords(issue)), '  ', '    ');
      break;
    case 'void':
    case 'session':
      yield* findingBlocks(result.findings, page, '  ', new Set());
      break;
    case 'claim':
      yield* claimBlock(value, result, page);
  }
}

function factsOf(record: CheckedRecord, { titleOf }: Page): string[] {
  const { result, value } = record;
  const session = sessionOf(record);
  if (session !== undefined) return [session.dateOfService, titleOf(session.service, session.dateOfService)];
  return result.kind === 'claim' ? [`claim of ${counted((value as Claim).lines.length, 'line')}`] : [];
}

/** What is found of a claim as a whole, then each line to look at, then what of its charges is billable. */
function* claimBlock(value: unknown, result: ClaimResult, page: Page): Generator<string> {
  const { options, style } = page;
  const asked = new Set<string>();
  yield* findingBlocks(result.findings, page, '  ', asked);
  for (const line of linesOfClaim(value, result)) {
    if (toShow(line.result.findings, options).length === 0) continue;
    const { words, paint } = verdicts[line.result.verdict];
    yield `  ${style.bold(`${lineHeading(line, page)}  ${paint(style)(words)}`)}\n`;
    yield* findingBlocks(line.result.findings, page, '    ', asked);
  }
  yield* chargesLine(result);
}

function lineHeading({ line, result: { lineNumber, service } }: CheckedLine, { titleOf }: Page): string {
  const title = service === null ? 'no definition on file' : titleOf(service, line.dateOfService);
  return [`line ${String(lineNumber)}`, line.dateOfService, codeOf(line), title]
    .filter((part) => part !== '')
    .join('  ');
}

/** The code as written; nothing where what is written is no code. */
function codeOf({ procedureCode, modifiers }: CheckedLine['line']): string {
  const parts = [procedureCode, ...(modifiers ?? [])];
  return parts.every((part) => /^[A-Za-z0-9]{1,10}$/.test(part)) ? parts.join(' ') : '';
}

function* chargesLine({ totals }: ClaimResult): Generator<string> {
  if (totals.charge === '0.00') return;
  const parts = [
    `${dollars(totals.billableCharge)} billable`,
    `${dollars(totals.notBillableCharge)} not billable`,
    `${dollars(totals.undeterminedCharge)} cannot be told yet`,
  ];
  yield `  charged ${dollars(totals.charge)}: ${parts.join(', ')}\n`;
}

/**
 * What a person should look at, finding by finding.
 *
 * @param asked the facts that were asked for before in the same record; those asked for now are added.
 */
function* findingBlocks(
  findings: readonly Finding[],
  page: Page,
  indent: string,
  asked: Set<string>,
): Generator<string> {
  for (const finding of toShow(findings, page.options)) {
    const toAsk = missingOf(finding, page.options).filter(({ path }) => !asked.has(path));
    for (const { path } of toAsk) asked.add(path);
    yield* findingBlock(finding, toAsk, page, indent);
  }
}

/** A finding, with the questions that no finding of the record before it has asked. */
function* findingBlock(
  finding: Finding,
  toAsk: Finding['missing'],
  page: Page,
  indent: string,
): Generator<string> {
  const { options, style } = page;
  const { words, paint } = outcomeWording(finding);
  const label = `${indent}${words}:`;
  const text = paragraph(finding.message, `${label} `, `${indent}  `);
  yield paint(style)(label) + text.slice(label.length);
  yield otherBlock(otherOf(finding), page, indent);
  // Of several words that are not known the question is the same.
  for (const fact of new Map(toAsk.map((one) => [one.question, one])).values()) {
    yield waitsForOthers(fact, options)
      ? `${indent}  waits for the units of the member's sessions before it\n`
      : paragraph(fact.question, `${indent}  ask ${holders[fact.heldBy]}: `, `${indent}    `);
  }
  for (const { title, section } of finding.citations) {
    yield `${style.dim(paragraph(`${title}, ${section} [${finding.rule}]`, `${indent}  `).trimEnd())}\n`;
  }
}

/** The other session that a finding is about: which it is, and where it stands. */
function otherBlock(position: Position | null, { find }: Page, indent: string): string {
  if (position === null) return '';
  const found = find(position);
  const place = placeInWords(found);
  const where = place === undefined ? keyInWords(found.id) : `, see ${place}`;
  return `${indent}  with ${positionInWords(position)}${where}\n`;
}
