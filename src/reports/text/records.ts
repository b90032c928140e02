import { issueInWords, type InputIssue } from '../../facts/input-error.js';
import { placeAt } from '../../findings/places.js';
import { addUnits } from '../../units/quantity.js';
import { compareMoney, type Money } from '../../values/money.js';
import { sum } from '../../values/sum.js';
import type { ReportOptions } from '../format.js';
import { itemsOf } from '../items.js';
import { shownOf } from '../only.js';
import { findingsOf, type CheckedRecord, type Sums } from '../records.js';
import { counted, grouped, printable } from './layout.js';
import { fileName, headed, linesOf, verdicts, type Page } from './page.js';
import { causeBlock, toShow } from './findings.js';
import { recordBlock } from './record-block.js';
import { isAsking } from './totals.js';
import { sharedAmong, type Shared } from './shared.js';

/** What is asked for once for all records is told above. */
export function nothingNew(notices: Sums['notices']): string {
  return `Nothing${notices.some(isAsking) ? ' else' : ''} is new.\n`;
}

/** Each record that a person should look at, worst first, and then the files that have none. */
export function* recordsSection(
  records: readonly CheckedRecord[],
  { notices }: Sums,
  page: Page,
): Generator<string> {
  const { options } = page;
  const shown = shownRecords(records, options);
  const asksForAll = options.only?.verdicts?.includes('billable') === true;
  const toSee = asksForAll ? shown : shown.filter((record) => needsAttention(record, options));
  if (toSee.length === 0 && options.only?.since !== undefined) yield `\n${nothingNew(notices)}`;
  if (toSee.length > 0) {
    yield `\n${headed(`${counted(toSee.length, 'record')} to look at`, `: ${countsOf(toSee)}`, page)}`;
  }
  const shared = sharedAmong(toSee, options);
  const groups = alikeUnread(inTurn(toSee, options));
  const isUnread = ([{ result }]: (typeof groups)[number]) => result.kind === 'invalid';
  const isFirst = (group: (typeof groups)[number]) => options.sort !== 'file' && isUnread(group);
  for (const group of groups) if (isFirst(group)) yield* groupBlock(group, page, shared);
  yield* sharedSection(shared, page);
  for (const group of groups) if (!isFirst(group)) yield* groupBlock(group, page, shared);
  if (options.only !== undefined) return;
  const withSome = new Set(toSee.map(({ place }) => place?.file));
  const quiet = new Set(records.map(({ place }) => place?.file).filter((file) => !withSome.has(file)));
  if (quiet.size > 0) yield '\n';
  const what = notices.some(isAsking) ? 'nothing else' : 'nothing';
  for (const file of quiet) {
    yield page.wrap(
      `${file === undefined ? 'the entries' : fileName(file)}: ${what} needs attention.`,
      '',
      '  ',
    );
  }
}

function* groupBlock(
  [first, ...others]: readonly [CheckedRecord, ...CheckedRecord[]],
  page: Page,
  shared: Shared,
): Generator<string> {
  const { result } = first;
  if (others.length === 0 || result.kind !== 'invalid') yield* recordBlock(first, page, shared);
  else yield* unreadBlock([first, ...others], result.issues, page);
}

/** The records that are asked for. */
export function shownRecords(
  records: readonly CheckedRecord[],
  { only }: ReportOptions,
): readonly CheckedRecord[] {
  return only === undefined ? records : shownOf(records, only);
}

/** What cannot be read comes first, as nobody knows what it is worth; then most money, then most units. */
function inTurn(records: readonly CheckedRecord[], { sort }: ReportOptions): readonly CheckedRecord[] {
  if (sort === 'file') return records;
  return records
    .map((record) => ({ record, isUnread: record.result.kind === 'invalid', ...heldBackOf(record) }))
    .sort(
      (one, other) =>
        Number(other.isUnread) - Number(one.isUnread) ||
        compareMoney(other.charge, one.charge) ||
        other.units - one.units,
    )
    .map(({ record }) => record);
}

/** What of a record is not billable, or cannot be told yet. */
function heldBackOf(record: CheckedRecord): { charge: Money; units: number } {
  const held = itemsOf(record).filter(({ verdict }) => verdict !== 'billable');
  return {
    charge: sum(held.flatMap(({ charge }) => charge ?? [])),
    units: held.reduce((units, item) => addUnits(units, item.units ?? 0), 0),
  };
}

/** What many records share, each once, with where they stand. */
function* sharedSection(shared: Shared, page: Page): Generator<string> {
  if (shared.size === 0) return;
  yield `\n${page.wrap('What several records share is told here once; below, its number stands for it.', '')}`;
  for (const { number, findings, records } of shared.values()) {
    yield '\n';
    yield* causeBlock(findings, page, '  ', { asked: new Set(), places: [] }, `[${String(number)}] `);
    yield page.wrap(`${counted(records.length, 'record')}: ${linesOf(records, page)}`, '    ');
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
  yield page.wrap(linesOf(records, page), '  ', '    ');
  for (const issue of issues) {
    yield page.wrap(printable(issueInWords(issue)), '  ', '    ');
    const place = placeAt(issue.path, first.places ?? {});
    if (place !== undefined) yield page.wrap(`${printable(place)}, and so on`, '    at ', '       ');
  }
}

/** "3 not billable, 2 cannot be told yet, 1 billable with a remark" */
function countsOf(records: readonly CheckedRecord[]): string {
  const counts = new Map<string, number>();
  for (const { result } of records) {
    const { words } = verdicts[result.kind === 'void' ? 'void' : result.verdict];
    const isRemarked = words === verdicts.billable.words && findingsOf(result).length > 0;
    const what = isRemarked ? `${words}, with a remark` : words;
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  return [...counts].map(([words, number]) => `${grouped(number)} ${words}`).join('; ');
}

export function needsAttention({ result }: CheckedRecord, options: ReportOptions): boolean {
  return result.kind === 'invalid' || toShow(findingsOf(result), options).length > 0;
}
