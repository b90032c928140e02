import type { Format } from './format.js';
import { createWorklist, worklistColumns, type WorklistColumn } from './worklist.js';

const columns = Object.keys(worklistColumns) as readonly WorklistColumn[];

/**
 * A worklist: a row for each thing to do. Where a record was read from no file, `file` is empty and `line` is its number
 * among the entries.
 */
export const csv: Format = {
  name: 'csv',
  says: 'is a worklist: one row for each thing to do, and none for a record that needs nothing. No cell is taken for a formula: one that starts like one has an apostrophe before it.',
  columns: worklistColumns,
  streams: true,
  tellsNotices: false,
  open(options) {
    const { rowsByRecord } = createWorklist(options);
    return {
      start: lineOf(columns),
      *records(done) {
        for (const rows of rowsByRecord(done))
          yield rows.map((row) => lineOf(columns.map((column) => row[column] ?? ''))).join('');
      },
      end: () => [],
    };
  },
};

/** As RFC 4180 has it, but for a line feed alone at the end. What makes CSV in packages needs Node's buffers. */
function lineOf(cells: readonly (string | number)[]): string {
  return `${cells.map(csvCell).join(',')}\n`;
}

/** A cell as CSV has it. Spreadsheets take a text that starts as a formula does for one, in full width too. */
export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = /^[-=+@\t\r\uff0d\uff1d\uff0b\uff20]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
