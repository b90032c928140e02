import type { CheckedBatch, ReportContext } from '../../checked-batch.js';
import { counted, dollars, grouped, paragraph } from './layout.js';
import { fileName } from './places.js';
import type { Style } from './style.js';
import { allLines, createSummary, noticesToShow, rowsOf, type Summary } from './summary.js';
import { verdicts } from './words.js';

interface Row {
  readonly name: string;
  readonly records: number;
  /** Left out for records that cannot be read, of which nobody knows more. */
  readonly sums?: { readonly lines: number; readonly units: number; readonly charge: string };
  readonly paint: (text: string) => string;
}

/** What the batch comes to. */
type Sums = Pick<CheckedBatch, 'totals' | 'notices'>;

/** How many records came out how, with their units and charges, and what holds for all of them. */
export function* totalsSection(batch: CheckedBatch, style: Style): Generator<string> {
  const summary = createSummary();
  for (const record of batch.records) summary.add(record);
  yield* totalsOf(summary, batch, batch, style);
}

/** The same of records that were summed up one by one. */
export function* totalsOf(
  summary: Summary,
  sums: Sums,
  { files, asOf }: ReportContext,
  style: Style,
): Generator<string> {
  const [file] = files;
  const source = files.length === 1 && file !== undefined ? fileName(file) : counted(files.length, 'file');
  yield `${style.bold(`Billability of ${source}${asOf === undefined ? '' : ` as of ${asOf}`}`)}\n\n`;
  yield* table(tableRows(summary, sums, style), style);
  const notices = noticesToShow(sums.notices, summary);
  if (notices.length > 0) yield '\n';
  for (const { message } of notices) yield paragraph(message, '  Note: ');
}

function* table(rows: readonly Row[], style: Style): Generator<string> {
  const hasLines = rows.some(({ sums }) => sums !== undefined && sums.lines > 0);
  const hasCharges = rows.some(({ sums }) => sums !== undefined && sums.charge !== '0.00');
  const cells = rows.map(({ records, sums }) => [
    grouped(records),
    ...(hasLines ? [sums === undefined ? '' : counted(sums.lines, 'line')] : []),
    sums === undefined ? '' : counted(sums.units, 'unit'),
    sums === undefined || !hasCharges ? '' : dollars(sums.charge),
  ]);
  const widths = (cells[0] ?? []).map((_cell, column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  for (const [index, { name, records, sums, paint }] of rows.entries()) {
    const row = (cells[index] ?? []).map((cell, column) => `  ${cell.padStart(widths[column] ?? 0)}`);
    const line = `  ${name.padEnd(20)}${row.join('')}`.trimEnd();
    yield `${records + (sums?.lines ?? 0) > 0 ? paint(line) : style.dim(line)}\n`;
  }
}

function tableRows(summary: Summary, { totals }: Sums, style: Style): Row[] {
  return [
    {
      name: 'Records',
      records: totals.entries,
      sums: { lines: allLines(summary), units: totals.units, charge: totals.charge },
      paint: style.bold,
    },
    ...rowsOf(totals).map(({ verdict, records, charge }) => ({
      name: capitalized(verdicts[verdict].words),
      records,
      sums: { lines: summary.lines[verdict], units: summary.units[verdict], charge },
      paint: verdicts[verdict].paint(style),
    })),
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
