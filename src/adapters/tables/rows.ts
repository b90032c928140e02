import type { CivilDate } from '../../values/civil-date.js';
import type { ClockTime } from '../../values/clock-time.js';
import { splitRows } from './csv-rows.js';

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
  const text = new TextDecoder(encoding).decode(bytes);
  return { text: encoding === 'windows-1252' ? withMarksOfWindows(text) : text, encoding };
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
  const lines = linesOf(text);
  const { delimiter, width, said } = partedBy(lines);
  // The line that says what parts the cells stays a row, so that the others keep their numbers.
  const cells = said === '' ? lines : lines.slice(said.length);
  const rows = splitRows(withoutFormulas(cells, delimiter), delimiter, width).map((row) => row.cells);
  return said === '' ? rows : [[], ...rows];
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
