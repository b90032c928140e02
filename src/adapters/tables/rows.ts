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

/** How the bytes of a table are read as text. */
export type TableEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * The text of the bytes of a CSV file, and what they were taken for: UTF-16 by its mark or by the zeros in it, else UTF-8,
 * or else Windows-1252, in which older spreadsheets save. Never throws.
 *
 * @example
 * decodeTable(Uint8Array.of(0x69, 0x64, 0x2c, 0x92)); // { text: 'id,’', encoding: 'windows-1252' }
 */
export function decodeTable(bytes: Uint8Array): { text: string; encoding: TableEncoding } {
  const encoding = utf16In(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
  const decode = decoderOf(encoding);
  return { text: `${decode(bytes)}${decode()}`, encoding };
}

/** What decodes pieces of a file one after the other; without a piece, what is left. */
export function decoderOf(encoding: TableEncoding): (piece?: Uint8Array) => string {
  const decoder = new TextDecoder(encoding);
  return (piece) => {
    const text = decoder.decode(piece, { stream: piece !== undefined });
    return encoding === 'windows-1252' ? withMarksOfWindows(text) : text;
  };
}

/**
 * The encoding of a CSV file, as {@link decodeTable} takes it, from all of its bytes in pieces.
 *
 * @example
 * async function* pieces() {
 *   yield Uint8Array.of(0x69, 0x64);
 *   yield Uint8Array.of(0x2c, 0x92);
 * }
 * const encoding: Promise<TableEncoding> = encodingOf(pieces());
 */
export async function encodingOf(pieces: AsyncIterable<Uint8Array>): Promise<TableEncoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  try {
    for await (const piece of pieces) {
      const utf16 = isFirst ? utf16In(piece) : undefined;
      if (utf16 !== undefined) return utf16;
      isFirst = false;
      decoder.decode(piece, { stream: true });
    }
    decoder.decode();
    return 'utf-8';
  } catch (error) {
    // What reads the pieces may fail too.
    if (!(error instanceof TypeError)) throw error;
    return 'windows-1252';
  }
}

function utf16In([first, second]: Uint8Array): TableEncoding | undefined {
  if (second === undefined) return undefined;
  if ((first === 0xff && second === 0xfe) || second === 0) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || first === 0 ? 'utf-16be' : undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const MARKS_OF_WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9dž\x9f';

/** Some releases of Node decode Windows-1252 as Latin 1, which has no such marks. */
function withMarksOfWindows(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (mark) => MARKS_OF_WINDOWS.charAt(mark.charCodeAt(0) - 0x80));
}

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
