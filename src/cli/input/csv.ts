import { readCell } from './csv-cell.js';
import { headerProblems, type Columns } from './csv-columns.js';
import { csvRows, type CsvRow } from './csv-rows.js';
import { brokenRecord, type InputRecord, type Problem } from './input-record.js';
import { rowRecord } from './row-record.js';
import { unreadIn } from './unread-line.js';

export type ReadCsv =
  | { readonly records: InputRecord[] }
  /** The header row cannot be read, so no other row can. */
  | { readonly line: number; readonly problems: readonly string[] };

const mismatchedQuotes: Problem = {
  code: 'not-a-row',
  message:
    'expected cells in double quotes to be closed, and quotes inside them doubled, found quotes that do not match',
};

/** One record a row, its facts named by the header row. An empty cell is a fact that is not known. */
export function readCsv(text: string, columns: Columns): ReadCsv {
  const [header, ...rows] = csvRows(text);
  if (header === undefined) return { records: [] };
  if (header.cells === null) return { line: header.line, problems: [mismatchedQuotes.message] };
  const names = withoutEmptyEnd(header.cells);
  const unread = unreadIn(names.join());
  const problems = unread === undefined ? headerProblems(names, columns) : [unread.message];
  if (problems.length > 0) return { line: header.line, problems };
  const isAllRead = unreadIn(text) === undefined;
  return { records: rows.map((row) => readRow(row, names, columns, isAllRead)) };
}

/** Spreadsheets fill rows up with empty cells. */
function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

function readRow(
  { line, cells }: CsvRow,
  names: readonly string[],
  { types }: Columns,
  isAllRead: boolean,
): InputRecord {
  if (cells === null) return brokenRecord(line, mismatchedQuotes);
  const unread = isAllRead ? undefined : unreadIn(cells.join());
  if (unread !== undefined) return brokenRecord(line, unread);
  if (cells.length < names.length || cells.slice(names.length).some((cell) => cell !== '')) {
    return brokenRecord(line, {
      code: 'not-a-row',
      message: `expected ${String(names.length)} cells, one for each column, found ${String(cells.length)}`,
    });
  }
  const filled = names.flatMap((name, index) => {
    const cell = cells[index] ?? '';
    return cell === '' ? [] : [{ path: name, read: readCell(cell, types.get(name) ?? 'text') }];
  });
  return rowRecord(line, filled);
}
