import type { ClaimResult } from '../../check/result.js';
import type { Claim } from '../../facts/generated/types.js';
import { issueInWords, type InputIssue } from '../../facts/input-error.js';
import { placeAt } from '../../findings/places.js';
import type { NoticeCode } from '../../findings/notices.js';
import type { ReportOptions } from '../format.js';
import {
  findingsOf,
  linesOfClaim,
  located,
  sessionOf,
  type CheckedLine,
  type CheckedRecord,
  type Sums,
} from '../records.js';
import { counted, dollars, grouped, paragraph, printable } from './layout.js';
import { fileName, linesOf, recordInWords, verdicts, type Page } from './page.js';
import { findingBlocks, toShow, type Told } from './findings.js';
import { placesLine } from './places.js';

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
  for (const [first, ...others] of alikeUnread(toSee)) {
    const { result } = first;
    if (others.length === 0 || result.kind !== 'invalid') yield* recordBlock(first, page);
    else yield* unreadBlock([first, ...others], result.issues, page);
  }
  const withSome = new Set(toSee.map(({ place }) => place?.file));
  const quiet = new Set(records.map(({ place }) => place?.file).filter((file) => !withSome.has(file)));
  if (quiet.size > 0) yield '\n';
  const what = notices.some(({ code }) => asking.includes(code)) ? 'nothing else' : 'nothing';
  for (const file of quiet) {
    yield `${file === undefined ? 'the entries' : fileName(file)}: ${what} needs attention.\n`;
  }
}

/** Records that cannot be read for the same reasons, together at the first of them; every other one by itself. */
function alikeUnread(records: readonly CheckedRecord[]): (readonly [CheckedRecord, ...CheckedRecord[]])[] {
  const groups = new Map<string, [CheckedRecord, ...CheckedRecord[]]>();
  for (const record of records) {
    const { result, entry } = record;
    const key = result.kind === 'invalid' ? JSON.stringify(result.issues) : String(entry);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [record]);
    else group.push(record);
  }
  return [...groups.values()];
}

function* unreadBlock(
  records: readonly [CheckedRecord, ...CheckedRecord[]],
  issues: readonly InputIssue[],
  page: Page,
): Generator<string> {
  const [first] = records;
  const { words, paint } = verdicts.invalid;
  const heading = page.style.bold(`${counted(records.length, 'record')}  `);
  yield `\n${heading}${page.style.bold(paint(page.style)(words.toUpperCase()))}\n`;
  yield paragraph(linesOf(records, page), '  ', '    ');
  for (const issue of issues) {
    yield paragraph(printable(issueInWords(issue)), '  ', '    ');
    const place = placeAt(issue.path, first.places ?? {});
    if (place !== undefined) yield paragraph(`${printable(place)}, and so on`, '    at ', '       ');
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

/** A record that a person should look at. */
export function* recordBlock(checked: CheckedRecord, page: Page): Generator<string> {
  const record = located(checked);
  const { result, place } = record;
  const places = record.places ?? {};
  const { style } = page;
  const told: Told = { asked: new Set(), places: [places['']] };
  const { words, paint } = verdicts[result.kind === 'void' ? 'void' : result.verdict];
  const heading = [recordInWords(record), ...factsOf(record, page), ''].join('  ');
  yield `\n${style.bold(heading)}${style.bold(paint(style)(words.toUpperCase()))}\n`;
  if (place === undefined) yield* placesLine([places['']], [], '  ');
  switch (result.kind) {
    case 'invalid':
      for (const issue of result.issues) {
        yield paragraph(printable(issueInWords(issue)), '  ', '    ');
        yield* placesLine([placeAt(issue.path, places)], told.places, '    ');
      }
      break;
    case 'void':
    case 'session':
      yield* findingBlocks(result.findings, page, '  ', told);
      break;
    case 'claim':
      yield* claimBlock(record, result, page, told);
  }
}

function factsOf(record: CheckedRecord, { titleOf }: Page): string[] {
  const { result, value } = record;
  const session = sessionOf(record);
  if (session !== undefined) return [session.dateOfService, titleOf(session.service, session.dateOfService)];
  return result.kind === 'claim' ? [`claim of ${counted((value as Claim).lines.length, 'line')}`] : [];
}

/** What is found of a claim as a whole, then each line to look at, then what of its charges is billable. */
function* claimBlock(
  { value, places }: CheckedRecord,
  result: ClaimResult,
  page: Page,
  told: Told,
): Generator<string> {
  const { options, style } = page;
  yield* findingBlocks(result.findings, page, '  ', told);
  for (const [index, line] of linesOfClaim(value, result).entries()) {
    if (toShow(line.result.findings, options).length === 0) continue;
    const { words, paint } = verdicts[line.result.verdict];
    yield `  ${style.bold(`${lineHeading(line, page)}  ${paint(style)(words)}`)}\n`;
    const place = places?.[`/lines/${String(index)}`];
    yield* placesLine([place], told.places, '    ');
    const ofLine = { ...told, places: [...told.places, place] };
    yield* findingBlocks(line.result.findings, page, '    ', ofLine);
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
