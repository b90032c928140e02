import type { SessionResult } from '../../check/result.js';
import type { BatchTotals } from '../../check/totals.js';
import { eachOnce, type Notice } from '../../findings/notices.js';
import type { Verdict } from '../../findings/result.js';
import { addUnits } from '../../units/quantity.js';
import type { Style } from '../format.js';
import { linesOfClaim, sessionOf, type CheckedRecord, type Sums } from '../records.js';
import { counted, dollars, grouped, paragraph, printable } from './layout.js';
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
  /** Entries for which another claim stands, which no sum counts. */
  readonly replaced: () => number;
}

export function createSummary(): Summary {
  const units: ByVerdict = { billable: 0, 'not-billable': 0, undetermined: 0 };
  const lines: ByVerdict = { billable: 0, 'not-billable': 0, undetermined: 0 };
  const notices = new Map<string, Notice>();
  let knowsCharges = false;
  let replaced = 0;

  function addNotices(said: readonly Notice[]): void {
    for (const notice of said) notices.set(notice.message, notice);
  }

  return {
    units,
    lines,
    notices: () => [...notices.values()],
    knowsCharges: () => knowsCharges,
    replaced: () => replaced,
    add(record) {
      const { result, value } = record;
      if (result.kind === 'invalid' || result.kind === 'void') return;
      if (result.notices.some(({ code }) => code === 'replaced')) {
        replaced += 1;
        return;
      }
      if (result.kind === 'session') {
        const session = sessionOf(record);
        const count = result.units?.claimed ?? result.units?.supported ?? session?.units ?? 0;
        units[result.verdict] = addUnits(units[result.verdict], tookPlace(result) ? count : 0);
        knowsCharges ||= session?.charge != null || result.price !== undefined;
        addNotices(result.notices);
        return;
      }
      for (const one of linesOfClaim(value, result)) {
        units[one.verdict] = addUnits(
          units[one.verdict],
          tookPlace(one.result) ? (one.line.units ?? one.result.units?.supported ?? 0) : 0,
        );
        lines[one.verdict] += 1;
        knowsCharges ||= one.line.charge != null || one.result.price !== undefined;
        addNotices(one.result.notices);
      }
    },
  };
}

/** Whether a session uses the units that it states. */
function tookPlace({ findings }: Pick<SessionResult, 'findings'>): boolean {
  return findings.every(({ rule }) => rule !== 'session/took-place');
}

/** How many records came out how, with their units and charges, and what holds for all of them. */
export function* totalsSection(
  summary: Summary,
  sums: Sums,
  { files, style, options: { asOf } }: Page,
): Generator<string> {
  const [file] = files;
  const several = files.length === 0 ? counted(sums.totals.entries, 'record') : counted(files.length, 'file');
  const source = files.length === 1 && file !== undefined ? fileName(file) : several;
  yield `${style.bold(`Billability of ${source}${asOf === undefined ? '' : ` as of ${asOf}`}`)}\n\n`;
  yield* table(tableRows(summary, sums, style), style);
  const notices = noticesToShow(sums.notices, summary);
  if (notices.length > 0) yield '\n';
  for (const { message } of notices) yield paragraph(printable(message), '  Note: ');
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

function* table(rows: readonly Row[], style: Style): Generator<string> {
  const hasLines = rows.some(({ sums }) => sums !== undefined && sums.lines > 0);
  const hasCharges = rows.some(({ sums }) => sums !== undefined && sums.charge !== '0.00');
  const cells: ((row: Row) => string | undefined)[] = [
    ({ records }) => grouped(records),
    ...(hasLines ? [({ sums }: Row) => sums && counted(sums.lines, 'line')] : []),
    ({ sums }) => sums && counted(sums.units, 'unit'),
    ...(hasCharges ? [({ sums }: Row) => sums && `${dollars(sums.charge)} charged`] : []),
  ];
  const columns = cells.map((cellOf) => {
    const width = Math.max(...rows.map((row) => (cellOf(row) ?? '').length));
    return (row: Row) => `  ${(cellOf(row) ?? '').padStart(width)}`;
  });
  for (const row of rows) {
    const line = `  ${row.name.padEnd(20)}${columns.map((cellOf) => cellOf(row)).join('')}`.trimEnd();
    yield `${row.records + (row.sums?.lines ?? 0) > 0 ? row.paint(line) : style.dim(line)}\n`;
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
