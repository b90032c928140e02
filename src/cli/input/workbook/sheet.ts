import type { Cell } from '../../../adapters/tables/rows.js';
import { plainFormat, type CellFormat } from './cell-formats.js';
import { momentOfSerial, momentOfText } from './moments.js';
import { createTextReader, unescaped } from './texts.js';
import { readXml } from './xml.js';

/** What cells refer to in the workbook. */
export interface CellsOf {
  readonly texts: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly from1904: boolean;
}

/** The rows of a sheet; one that is not in the file has no cells. */
export interface Sheet {
  readonly rows: readonly (readonly Cell[])[];
  /** How many cells hold an error of the spreadsheet, and how many a formula without a result. */
  readonly errors: number;
  readonly unsolved: number;
}

/** A cell as it stands in the file. */
interface WrittenCell {
  readonly type: string;
  readonly format: CellFormat;
  readonly column: number;
  value: string | undefined;
  isFormula: boolean;
}

/** As spreadsheets have it. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/** @param most how many rows are wanted; left out, all. Throws where the sheet is broken. */
export function readSheet(xml: string, { texts, formats, from1904 }: CellsOf, most = LAST_ROW): Sheet {
  const rows: Cell[][] = [];
  const inline = createTextReader();
  let errors = 0;
  let unsolved = 0;
  let row = 0;
  let column = 0;
  let cell: WrittenCell | undefined;
  let isValue = false;

  function cellOf({ type, format, value }: WrittenCell): Cell {
    if (type === 'inlineStr') return inline.take();
    if (value === undefined || value === '') return null;
    switch (type) {
      case 's':
        return texts[within(Number(value), texts.length - 1)] ?? null;
      case 'str':
        return unescaped(value);
      case 'b':
        return value === '1' || value === 'true';
      case 'd':
        return momentOfText(value.trim(), format);
      case 'n':
        return numberIn(value, format, from1904);
      default:
        throw new Error('a cell of no known type');
    }
  }

  function put({ column: at }: WrittenCell, value: Cell): void {
    if (value === null || value === '') return;
    while (rows.length < row) rows.push([]);
    const cells = rows[row - 1] ?? [];
    while (cells.length < at) cells.push(null);
    cells[at - 1] = value;
  }

  readXml(xml, {
    isDone: () => row > most,
    open(name, attribute) {
      if (name === 'row') {
        row = within(Number(attribute('r') ?? row + 1), LAST_ROW);
        column = 0;
      } else if (name === 'c') {
        const letters = /^[A-Z]{1,3}(?=\d)/i.exec(attribute('r') ?? '')?.[0];
        column = within(letters === undefined ? column + 1 : numberOf(letters), LAST_COLUMN);
        const format = formats[Number(attribute('s') ?? -1)] ?? plainFormat;
        cell = { type: attribute('t') ?? 'n', format, column, value: undefined, isFormula: false };
      } else if (cell !== undefined) {
        if (name === 'f') cell.isFormula = true;
        else if (name === 'v') {
          isValue = true;
          cell.value = '';
        } else inline.open(name);
      }
    },
    text(piece) {
      if (isValue && cell?.value !== undefined) cell.value += piece;
      else inline.text(piece);
    },
    close(name) {
      if (cell === undefined) return;
      if (name === 'v') isValue = false;
      else if (name !== 'c') inline.close(name);
      else {
        if (cell.type === 'e') errors++;
        else put(cell, cellOf(cell));
        if (cell.isFormula && cell.value === undefined) unsolved++;
        cell = undefined;
      }
    },
  });
  return { rows: rows.slice(0, most), errors, unsolved };
}

/** A number from 1 (of texts, 0) to the last. Throws where it is none. */
function within(number: number, last: number): number {
  if (!Number.isInteger(number) || number < 0 || number > last) throw new Error('a place that cannot be');
  return number;
}

const columnNumbers = new Map<string, number>();

/** The column that letters name, from 1. */
function numberOf(letters: string): number {
  const known = columnNumbers.get(letters);
  if (known !== undefined) return known;
  const digits = Array.from(letters, (letter) => parseInt(letter, 36) - 9);
  const number = digits.reduce((sum, digit) => sum * 26 + digit, 0);
  columnNumbers.set(letters, number);
  return number;
}

/** More than a spreadsheet shows of a number. */
const EXACT_DIGITS = 15;

function numberIn(value: string, format: CellFormat, from1904: boolean): Cell {
  const number = Number(value);
  if (!Number.isFinite(number)) throw new Error('a number that is none');
  if (format.isMoment) return momentOfSerial(number, format, from1904);
  // Shown with zeros at its start, it is what is shown.
  if (format.digits > 1 && Number.isSafeInteger(number) && number >= 0)
    return String(number).padStart(format.digits, '0');
  return Number.isInteger(number) ? number : Number(number.toPrecision(EXACT_DIGITS));
}
