import type { CheckedBatch, CheckedRecord } from '../../checked-batch.js';
import { counted, dollars, grouped, paragraph } from './layout.js';
import { fileName } from './places.js';
import type { Style } from './style.js';
import { verdicts, type Verdict } from './words.js';

interface Row {
  readonly name: string;
  readonly records: number;
  /** Left out for records that cannot be read, whose units and charges nobody knows. */
  readonly sums?: { readonly units: number; readonly charge: string };
  readonly paint: (text: string) => string;
}

/** How many records came out how, with their units and charges, and what holds for all of them. */
export function* totalsSection(batch: CheckedBatch, style: Style): Generator<string> {
  const { files, totals, asOf } = batch;
  const [file] = files;
  const source = files.length === 1 && file !== undefined ? fileName(file) : counted(files.length, 'file');
  yield `${style.bold(`Billability of ${source}${asOf === undefined ? '' : ` as of ${asOf}`}`)}\n\n`;
  const rows = rowsOf(batch, style);
  const table = rows.map(({ records, sums }) => [
    grouped(records),
    sums === undefined ? '' : counted(sums.units, 'unit'),
    sums === undefined || totals.charge === '0.00' ? '' : dollars(sums.charge),
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0)));
  for (const [index, { name, records, paint }] of rows.entries()) {
    const cells = (table[index] ?? []).map((cell, column) => `  ${cell.padStart(widths[column] ?? 0)}`);
    const line = `  ${name.padEnd(20)}${cells.join('')}`.trimEnd();
    yield `${records > 0 ? paint(line) : style.dim(line)}\n`;
  }
  const notices = noticesOf(batch);
  if (notices.length > 0) yield '\n';
  for (const notice of notices) yield paragraph(notice, '  Note: ');
}

function rowsOf({ records, totals }: CheckedBatch, style: Style): Row[] {
  const row = (verdict: Verdict, count: number, charge?: string): Row => ({
    name: capitalized(verdicts[verdict].words),
    records: count,
    ...(charge !== undefined && { sums: { units: unitsOf(records, verdict), charge } }),
    paint: verdicts[verdict].paint(style),
  });
  return [
    { name: 'Records', records: totals.entries, sums: totals, paint: style.bold },
    row('billable', totals.billable, totals.billableCharge),
    row('not-billable', totals.notBillable, totals.notBillableCharge),
    row('undetermined', totals.undetermined, totals.undeterminedCharge),
    row('invalid', totals.invalid),
  ];
}

/** The notices of the batch and of its records, each once. */
function noticesOf({ notices, records }: CheckedBatch): string[] {
  const ofRecords = records.flatMap(({ result }) => (result.verdict === 'invalid' ? [] : result.notices));
  return [...new Set([...notices, ...ofRecords])];
}

function unitsOf(records: readonly CheckedRecord[], verdict: Verdict): number {
  return records.reduce((sum, { result }) => {
    if (result.verdict !== verdict || !('units' in result)) return sum;
    return sum + (result.units.claimed ?? result.units.supported ?? 0);
  }, 0);
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
