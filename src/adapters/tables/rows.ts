import type { CivilDate } from '../../values/civil-date.js';
import type { ClockTime } from '../../values/clock-time.js';
import { splitRows, type CsvRow } from './csv-rows.js';

/**
 * What a cell of a table holds. Of a workbook a day is itself, or the number that the spreadsheet keeps for it; an empty
 * cell is null, or text without characters.
 */
export type Cell = string | number | boolean | { readonly day: CivilDate; readonly time?: ClockTime } | null;

/** A row of a table; null where its quotes do not match, so that nobody knows its cells. */
export type Row = readonly Cell[] | null;

/**
 * The rows of a CSV file, blank ones too, so that they count as in a spreadsheet. Comma, tab, semicolon or bar: whichever
 * parts its lines most evenly, or a first line such as `sep=;` says. A cell such as `="00012"` is the text in it. Never throws.
 *
 * @example
 * [...csvRows('Visit No;Units\nV-1;4\n')]; // [ [ 'Visit No', 'Units' ], [ 'V-1', '4' ] ]
 */
export function csvRows(text: string): Iterable<Row> {
  return csvLines(text).map(({ cells }) => cells);
}

/** The same, each row with the line on which it starts, from 1. */
export function csvLines(text: string): CsvRow[] {
  const lines = linesOf(text);
  return rowsOf(lines, partedBy(lines), true);
}

function rowsOf(
  lines: string,
  { delimiter, width, said }: ReturnType<typeof partedBy>,
  isFirst: boolean,
): CsvRow[] {
  const isSaid = isFirst && said !== '';
  const cells = isSaid ? lines.slice(said.length) : lines;
  const rows = splitRows(withoutFormulas(cells, delimiter), delimiter, width);
  // The line that says what parts the cells stays a row, so that the others keep their numbers.
  return isSaid ? [{ line: 1, cells: [] }, ...rows.map((row) => ({ ...row, line: row.line + 1 }))] : rows;
}

/** Shorter than a piece of a file that is all one row. */
const LONGEST_ROW = 1024 * 1024;

/**
 * The rows of a CSV file as {@link csvRows} gives them, from pieces of its text that may be cut anywhere. Only the row that
 * is read is held; one of more than 1 MiB is taken for one whose quotes do not match.
 *
 * @example
 * async function countRows(chunks: AsyncIterable<string>): Promise<number> {
 *   let count = 0;
 *   for await (const row of csvRowsStream(chunks)) if (row !== null) count++;
 *   return count;
 * }
 */
export async function* csvRowsStream(chunks: AsyncIterable<string>): AsyncGenerator<Row> {
  for await (const { cells } of csvLinesStream(chunks)) yield cells;
}

/** The same, each row with the line on which it starts, from 1. */
export async function* csvLinesStream(chunks: AsyncIterable<string>): AsyncGenerator<CsvRow> {
  let form: ReturnType<typeof partedBy> | undefined;
  let held = '';
  /** How many lines are given, and where in what is held the search for an end of a row goes on. */
  let line = 0;
  let isFirst = true;

  function* rowsUpTo(end: number): Generator<CsvRow> {
    form ??= partedBy(held);
    const text = held.slice(0, end);
    held = held.slice(end);
    for (const row of rowsOf(text, form, line === 0)) yield { ...row, line: line + row.line };
    line += text.split('\n').length - 1;
  }

  for await (const chunk of chunks) {
    held += isFirst ? chunk.replace(/^\ufeff/, '') : chunk;
    isFirst = false;
    // A carriage return at the end may be half of a line's.
    const open = held.endsWith('\r') ? held.length - 1 : held.length;
    held = held.slice(0, open).replace(/\r\n?/g, '\n') + held.slice(open);
    const isEnough = form !== undefined || held.length > LONGEST_ROW || lineCount(held) > LINES_LOOKED_AT;
    const end = isEnough ? endOfRows(held) : 0;
    if (end > 0) yield* rowsUpTo(end);
  }
  held = held.replace(/\r\n?/g, '\n');
  if (held !== '') yield* rowsUpTo(held.length);
}

function lineCount(text: string): number {
  return text.split('\n', LINES_LOOKED_AT + 2).length - 1;
}

/** Behind the last line of a text with which a row may end; of a row that never ends behind the last line. */
function endOfRows(text: string): number {
  let end = 0;
  let quotes = 0;
  for (let start = 0; ;) {
    const newline = text.indexOf('\n', start);
    if (newline === -1) break;
    for (let at = text.indexOf('"', start); at !== -1 && at < newline; at = text.indexOf('"', at + 1))
      quotes++;
    start = newline + 1;
    if (quotes % 2 === 0) end = start;
  }
  return end === 0 && text.length > LONGEST_ROW ? text.lastIndexOf('\n') + 1 : end;
}

/** Without byte order mark, every line ended by a line feed. */
function linesOf(text: string): string {
  return text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
}

/** Text that a spreadsheet is to keep as it is stands in quotes after an equals sign. */
function withoutFormulas(text: string, delimiter: string): string {
  if (!text.includes('="')) return text;
  const [mark, other] = [`\\${delimiter}`, `[^"\\n\\${delimiter}]`];
  const formula = new RegExp(`(^|\\n|${mark})[ \\t]*="(${other}+)"(?=[ \\t]*(?:${mark}|\\n|$))`, 'g');
  return text.replace(formula, '$1"$2"').replace(/"=""([^"\n]*)"""/g, '"$1"');
}

/** What parts the cells of a CSV file. */
export type Delimiter = ',' | '\t' | ';' | '|';

/**
 * What parts the cells of a CSV file, as {@link csvRows} takes it. Never throws.
 *
 * @example
 * delimiterOf('Visit No;Units\nV-1;2,5\n'); // ';'
 */
export function delimiterOf(text: string): Delimiter {
  return partedBy(linesOf(text)).delimiter;
}

const DELIMITERS: readonly [Delimiter, ...Delimiter[]] = [',', '\t', ';', '|'];
const LINES_LOOKED_AT = 50;

/** What parts the cells, how many there are in most rows, and the line that says so, with its end. */
function partedBy(text: string): { delimiter: Delimiter; width: number; said: string } {
  const [said = '', stated] = /^"?sep=([,\t;|])"?(?:\n|$)/i.exec(text) ?? [];
  const lines = text.split('\n', LINES_LOOKED_AT).slice(said === '' ? 0 : 1);
  const bare = lines.map((line) => line.replace(/"[^"]*"?/g, '')).filter((line) => line !== '');
  const candidates = DELIMITERS.filter((one) => stated === undefined || one === stated);
  const parted = candidates.map((delimiter) => {
    const times = new Map<number, number>();
    for (const line of bare) {
      const marks = line.split(delimiter).length - 1;
      times.set(marks, (times.get(marks) ?? 0) + 1);
    }
    const [marks, count] = [...times].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0]);
    return { delimiter, width: marks + 1, said, parts: marks * count };
  });
  return parted.reduce((best, one) => (one.parts > best.parts ? one : best));
}
