import { readCell, saysNothing, type Column } from '../../adapters/tables/written-cell.js';
import { headerProblems, type Columns } from './csv-columns.js';
import { filledRows, type CsvRow } from '../../adapters/tables/csv-rows.js';
import { brokenRecord, type InputRecord, type Problem } from './input-record.js';
import { rowRecord } from './row-record.js';
import { unreadIn } from './unread-line.js';

export type ReadCsv =
  | { readonly records: InputRecord[]; readonly emptied: readonly EmptiedCells[] }
  /** The header row cannot be read, so no other row can. */
  | { readonly line: number; readonly problems: readonly string[] };

/** How many cells of a column held a word for nothing. */
export interface EmptiedCells {
  readonly column: string;
  readonly count: number;
}

const anyText: Column = { type: 'text' };

const mismatchedQuotes: Problem = {
  code: 'not-a-row',
  message:
    'expected cells in double quotes to be closed, and quotes inside them doubled, found quotes that do not match',
};

/**
 * One record a row, its facts named by the header row. A cell that is empty, or says so, is a fact that is not known.
 *
 * @param forms what the columns may be; those that fit the header best are meant.
 */
export function readCsv(text: string, ...forms: readonly [Columns, ...Columns[]]): ReadCsv {
  const [header, ...rows] = filledRows(text);
  if (header === undefined) return { records: [], emptied: [] };
  if (header.cells === null) return { line: header.line, problems: [mismatchedQuotes.message] };
  const names = withoutEmptyEnd(header.cells);
  const unread = unreadIn(names.join());
  if (unread !== undefined) return { line: header.line, problems: [unread.message] };
  const { columns, problems } = forms
    .map((one) => ({ columns: one, problems: headerProblems(names, one) }))
    .reduce((best, one) => (one.problems.length < best.problems.length ? one : best));
  if (problems.length > 0) return { line: header.line, problems };
  const table = names.map((name) => ({ name, column: columns.byName.get(name) ?? anyText, count: 0 }));
  const isAllRead = unreadIn(text) === undefined;
  const records = rows.map((row) => readRow(row, table, isAllRead));
  const emptied = table.filter(({ count }) => count > 0).map(({ name, count }) => ({ column: name, count }));
  return { records, emptied };
}

/** A column of the file, with the count of its cells that held a word for nothing. */
interface TableColumn {
  readonly name: string;
  readonly column: Column;
  count: number;
}

/** Spreadsheets fill rows up with empty cells. */
function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

function readRow({ line, cells }: CsvRow, table: readonly TableColumn[], isAllRead: boolean): InputRecord {
  if (cells === null) return brokenRecord(line, mismatchedQuotes);
  const unread = isAllRead ? undefined : unreadIn(cells.join());
  if (unread !== undefined) return brokenRecord(line, unread);
  if (cells.length < table.length || cells.slice(table.length).some((cell) => cell !== '')) {
    return brokenRecord(line, {
      code: 'not-a-row',
      message: `expected ${String(table.length)} cells, one for each column, found ${String(cells.length)}`,
    });
  }
  const filled = table.flatMap((of, index) => {
    const cell = cells[index] ?? '';
    if (cell === '') return [];
    if (!saysNothing(cell, of.column)) return [{ path: of.name, read: readCell(cell, of.column) }];
    of.count++;
    return [];
  });
  return rowRecord(line, filled);
}
