import type { RuleSettings } from '../../check/result.js';
import type { BatchTotals } from '../../check/totals.js';
import { eachOnce, type Notice, type NoticeCode } from '../../findings/notices.js';
import type { Verdict } from '../../findings/result.js';
import { addUnits } from '../../units/quantity.js';
import type { Style } from '../format.js';
import { isReplaced, itemsOf } from '../items.js';
import { settingsIn, settingsInWords } from '../own-rules.js';
import type { CheckedRecord, Sums } from '../records.js';
import { columnsOf, counted, dollars, grouped, printable } from './layout.js';
import { fileName, verdicts, type Page } from './page.js';

type ByVerdict = Record<Verdict, number>;

/** What the totals say beside the sums of the batch; it grows record by record. */
export interface Summary {
  readonly add: (record: CheckedRecord) => void;
  readonly units: Readonly<ByVerdict>;
  /** Lines of claims. */
  readonly lines: Readonly<ByVerdict>;
  /** What holds for many records, each once. */
  readonly notices: () => readonly Notice[];
  /** Whether any charge is stated or can be told from a rate on file. */
  readonly knowsCharges: () => boolean;
  /** The services of which units are known and no rate is. */
  readonly withoutRate: ReadonlySet<string>;
  /** What differs from the defaults, in words. */
  readonly settings: () => string | undefined;
  /** Entries for which another claim stands, which no sum counts. */
  readonly replaced: () => number;
}

export function createSummary(): Summary {
  const units: ByVerdict = { billable: 0, 'not-billable': 0, undetermined: 0 };
  const lines: ByVerdict = { billable: 0, 'not-billable': 0, undetermined: 0 };
  const notices = new Map<string, Notice>();
  const withoutRate = new Set<string>();
  let knowsCharges = false;
  let replaced = 0;
  let settings: RuleSettings | undefined;

  function addNotices(said: readonly Notice[]): void {
    for (const notice of said) notices.set(notice.message, notice);
  }

  return {
    units,
    lines,
    withoutRate,
    notices: () => [...notices.values()],
    knowsCharges: () => knowsCharges,
    replaced: () => replaced,
    settings: () => settingsInWords(settings),
    add(record) {
      settings ??= settingsIn([record]);
      if (isReplaced(record)) replaced += 1;
      for (const item of itemsOf(record)) {
        units[item.verdict] = addUnits(units[item.verdict], item.units ?? 0);
        if (item.line !== undefined) lines[item.verdict] += 1;
        knowsCharges ||= item.charge !== undefined;
        // Without units nothing is charged at a rate either.
        const isUncharged = item.charge === undefined && item.units !== undefined;
        if (isUncharged && item.service !== null) withoutRate.add(item.service);
        addNotices(item.result.notices);
      }
    },
  };
}

/** How many records came out how, with their units and charges, and what is asked for once for all of them. */
export function* totalsSection(summary: Summary, { totals, notices }: Sums, page: Page): Generator<string> {
  const { files, style, wrap, options } = page;
  const [file] = files;
  const several = files.length === 0 ? counted(totals.entries, 'record') : counted(files.length, 'file');
  const source = files.length === 1 && file !== undefined ? fileName(file) : several;
  const asOf = options.asOf === undefined ? '' : ` as of ${options.asOf}`;
  for (const line of wrap(`Billability of ${source}${asOf}`, '', '  ').trimEnd().split('\n'))
    yield `${style.bold(line)}\n`;
  yield '\n';
  yield* table(tableRows(summary, { totals, notices }, style), page);
  if (totals.entries > 0 && totals.billable === totals.entries)
    yield `\n${style.green(totals.entries === 1 ? 'The record is billable.' : `All ${grouped(totals.entries)} records are billable.`)}\n`;
  const settings = summary.settings();
  if (settings !== undefined) yield `\n${wrap(printable(settings), '  ')}`;
  if (options.quiet !== true) yield* rateWanted([...summary.withoutRate], page);
  for (const { message } of notices.filter(isAsking)) yield `\n${wrap(printable(message), '  ')}`;
  if (options.only !== undefined && options.quiet !== true)
    yield `\n${wrap(`The table is of all records; of the rest only ${options.only.since === undefined ? 'what was asked for' : 'what is new since the earlier check'} is told.`, '  ')}`;
}

/** How a rate is given, where some service has none. */
function* rateWanted(services: readonly string[], { wrap }: Page): Generator<string> {
  const [service] = services;
  if (service === undefined) return;
  yield `\n${wrap(`No rate of ${services.join(', ')} is on file, so that what is not charged is counted in units. To count it in dollars, put your code and rate into a file for --config:`, '  ')}`;
  yield `    {"codes": {"${service}": [{\n`;
  yield `      "funding": "medicaid",\n`;
  yield `      "procedureCode": "CODE",\n`;
  yield `      "unitMinutes": 15, "rate": "0.00",\n`;
  yield `      "providerPay": "0.00",\n`;
  yield `      "from": "YYYY-MM-DD"}]}}\n`;
}

/** Notices of what somebody is to do. */
const asking: readonly NoticeCode[] = ['no-records', 'history-wanted', 'uses-not-on-file'];

/** Whether a notice asks somebody to do something, before anything else is looked at. */
export function isAsking(notice: Notice): boolean {
  const isOfNowhere = notice.code === 'problem' && notice.data.code === 'fact-nowhere';
  return isOfNowhere || asking.includes(notice.code);
}

/** What else holds for the batch or for many records, each once. */
export function* notesSection(summary: Summary, { notices }: Sums, page: Page): Generator<string> {
  const others = noticesToShow(notices, summary).filter((notice) => !isAsking(notice));
  if (others.length === 0) return;
  yield `\n${page.style.bold('Notes')}\n\n`;
  for (const { message } of others) yield page.wrap(printable(message), '  - ', '    ');
}

/** The notices to show: those of the batch, but not that charges are left out where there are none at all. */
export function noticesToShow(ofBatch: readonly Notice[], summary: Summary): Notice[] {
  const shown = summary.knowsCharges() ? ofBatch : ofBatch.filter(({ code }) => code !== 'charges-left-out');
  return eachOnce([...shown, ...summary.notices()]);
}

interface Row {
  readonly name: string;
  readonly records: number;
  /** Left out for records that cannot be read, of which nobody knows more. */
  readonly sums?: { readonly lines: number; readonly units: number; readonly charge: string };
  readonly paint: (text: string) => string;
}

function* table(rows: readonly Row[], { style, options }: Page): Generator<string> {
  const hasLines = rows.some(({ sums }) => sums !== undefined && sums.lines > 0);
  const hasCharges = rows.some(({ sums }) => sums !== undefined && sums.charge !== '0.00');
  const cells: ((row: Row) => string | undefined)[] = [
    ({ records }) => grouped(records),
    ...(hasLines ? [({ sums }: Row) => sums && counted(sums.lines, 'line')] : []),
    ({ sums }) => sums && counted(sums.units, 'unit'),
    ...(hasCharges ? [({ sums }: Row) => sums && `${dollars(sums.charge)} charged`] : []),
  ];
  const lines = columnsOf(
    rows.map((row) => [row.name.padEnd(20), ...cells.map((cellOf) => cellOf(row) ?? '')]),
    [0],
    options.width,
  );
  for (const [index, line] of lines.entries()) {
    for (const { records, sums, paint } of rows.slice(index, index + 1))
      yield `${(records + (sums?.lines ?? 0) > 0 ? paint : style.dim)(line)}\n`;
  }
}

function tableRows({ lines, units, replaced }: Summary, { totals }: Sums, style: Style): Row[] {
  return [
    {
      name: 'Records',
      records: totals.entries,
      sums: {
        lines: lines.billable + lines['not-billable'] + lines.undetermined,
        units: totals.units,
        charge: totals.charge,
      },
      paint: style.bold,
    },
    ...rowsOf(totals).map(({ verdict, records, charge }) => ({
      name: capitalized(verdicts[verdict].words),
      records,
      sums: { lines: lines[verdict], units: units[verdict], charge },
      paint: verdicts[verdict].paint(style),
    })),
    ...[
      { name: 'Did not take place', records: totals.notTakenPlace, paint: style.dim },
      { name: 'Voids', records: totals.void, paint: style.dim },
      { name: 'Replaced', records: replaced(), paint: style.dim },
    ].filter(({ records }) => records > 0),
    {
      name: capitalized(verdicts.invalid.words),
      records: totals.invalid,
      paint: verdicts.invalid.paint(style),
    },
  ];
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The verdicts with the sums of the batch that go with each, in the order in which they are shown. */
function rowsOf(totals: BatchTotals): { verdict: Verdict; records: number; charge: string }[] {
  return [
    { verdict: 'billable', records: totals.billable, charge: totals.billableCharge },
    { verdict: 'not-billable', records: totals.notBillable, charge: totals.notBillableCharge },
    { verdict: 'undetermined', records: totals.undetermined, charge: totals.undeterminedCharge },
  ];
}
