import type { ClaimResult } from '../../check/result.js';
import type { Claim } from '../../facts/generated/types.js';
import { issueInWords } from '../../facts/input-error.js';
import type { Position } from '../../findings/finding-data.js';
import type { NoticeCode } from '../../findings/notices.js';
import type { Finding } from '../../rules/index.js';
import { holders } from '../../explain/words.js';
import type { ReportOptions } from '../format.js';
import { nextStep } from '../next-step.js';
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
import { counted, dollars, grouped, paragraph, printable } from './layout.js';
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
  if (toSee.length > 0) {
    yield `\n${page.style.bold(`${counted(toSee.length, 'record')} to look at: ${countsOf(toSee)}`)}\n`;
  }
  for (const record of toSee) yield* recordBlock(record, page);
  const withSome = new Set(toSee.map(({ place }) => place?.file));
  const quiet = new Set(records.map(({ place }) => place?.file).filter((file) => !withSome.has(file)));
  if (quiet.size > 0) yield '\n';
  const what = notices.some(({ code }) => asking.includes(code)) ? 'nothing else' : 'nothing';
  for (const file of quiet) {
    yield `${file === undefined ? 'the entries' : fileName(file)}: ${what} needs attention.\n`;
  }
}

/** "3 not billable, 2 cannot be told yet, 1 billable with a remark" */
function countsOf(records: readonly CheckedRecord[]): string {
  const counts = new Map<string, number>();
  for (const { result } of records) {
    const { words } = verdicts[result.kind === 'void' ? 'void' : result.verdict];
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts]
    .map(
      ([words, number]) =>
        `${grouped(number)} ${words}${words === verdicts.billable.words ? ', with a remark' : ''}`,
    )
    .join('; ');
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
 * What a person should look at, finding by finding; what has one cause is told once.
 *
 * @param asked the facts that were asked for before in the same record; those asked for now are added.
 */
function* findingBlocks(
  findings: readonly Finding[],
  page: Page,
  indent: string,
  asked: Set<string>,
): Generator<string> {
  const alike = new Map<string, Finding[]>();
  for (const finding of toShow(findings, page.options)) {
    const cause = [outcomeWording(finding).words, causeOf(finding), nextStep(finding)].join();
    alike.set(cause, [...(alike.get(cause) ?? []), finding]);
  }
  for (const ofOneCause of alike.values()) yield* causeBlock(ofOneCause, page, indent, asked);
}

/** What is wrong or not known, which a message says before the clause that minds. */
function causeOf({ message }: Finding): string {
  const end = message.indexOf('. ');
  return end === -1 ? message : message.slice(0, end + 1);
}

/** Findings of one cause, with the questions that no finding of the record before them has asked, and what to do. */
function* causeBlock(
  findings: readonly Finding[],
  page: Page,
  indent: string,
  asked: Set<string>,
): Generator<string> {
  const [finding, ...others] = findings as [Finding, ...Finding[]];
  const { options, style } = page;
  const { words, paint } = outcomeWording(finding);
  const label = `${indent}${words}:`;
  const isOne = others.length === 0;
  const cause = isOne ? finding.message : causeOf(finding);
  const text = paragraph(cause, `${label} `, `${indent}  `);
  yield paint(style)(label) + text.slice(label.length);
  if (isOne) yield otherBlock(otherOf(finding), page, indent);
  else {
    for (const one of findings) {
      yield paragraph(one.message.slice(cause.length).trim(), `${indent}  - `, `${indent}    `);
      yield otherBlock(otherOf(one), page, `${indent}  `);
      yield* citationLines(one, page, `${indent}    `);
    }
  }
  const missing = findings.flatMap((one) => missingOf(one, options));
  const toAsk = missing.filter(({ path }) => !asked.has(path));
  for (const { path } of toAsk) asked.add(path);
  // Of several words that are not known the question is the same.
  for (const fact of new Map(toAsk.map((one) => [one.question, one])).values()) {
    yield waitsForOthers(fact, options)
      ? `${indent}  to do: settle the member's sessions before it, whose units are not known; this one follows from them\n`
      : paragraph(fact.question, `${indent}  ask ${holders[fact.heldBy]}: `, `${indent}    `);
  }
  if (missing.length > 0 && toAsk.length === 0) yield `${indent}  asked above\n`;
  const next = nextStep(finding);
  if (next !== undefined) yield paragraph(next, `${indent}  to do: `, `${indent}    `);
  if (isOne) yield* citationLines(finding, page, `${indent}  `);
}

function* citationLines({ rule, citations }: Finding, { style }: Page, indent: string): Generator<string> {
  for (const { title, section } of citations) {
    yield `${style.dim(paragraph(`${title}, ${section} [${rule}]`, indent).trimEnd())}\n`;
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
