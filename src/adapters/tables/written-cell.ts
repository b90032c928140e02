import type { FactType } from '../../facts/rows/row.js';
import { compared } from '../../facts/words.js';
import { repeatedKeys } from '../../adapters/repeated-keys.js';

/** What a column holds: a kind of fact, or `none` where there is no such thing. */
export type CellType = Exclude<FactType, 'prior-uses'> | 'none';

/** What the cells of a column hold. */
export interface Column {
  readonly type: CellType;
  /** Where there are no others: a cell is read as a code is, in any letter case, with blanks, `_` and `-` alike. */
  readonly choices?: readonly string[] | undefined;
  /** Of a list of codes: the words whose meaning an agency says. */
  readonly words?: readonly string[] | undefined;
}

/** What a cell says, or what it should have said. */
export type ReadCell = { readonly value: unknown } | { readonly expected: string };

const trueWords = ['true', 'yes', 'y', '1'];
const falseWords = ['false', 'no', 'n', '0'];

const day = 'a day written YYYY-MM-DD, such as 2025-03-31 (in Excel, format the column as yyyy-mm-dd)';
const time = 'a time written HH:mm, such as 09:00 or 14:30 (in Excel, format the column as hh:mm)';
const codeList = 'codes joined by "|", or [] for none';
const datedCodeList = 'CODE, or CODE@FROM..THROUGH with either day left empty, joined by "|", or [] for none';
const trainingList = 'a JSON list, such as [{"topic":"cpr-program-orientation","completedOn":"2025-01-31"}]';

/** What exports write in place of nothing, in small letters. */
const wordsForNothing = new Set(['null', 'n/a', 'na', '#n/a', 'nil', 'none', '-', '\u2013', '\u2014']);
const LONGEST_WORD = 4;

/**
 * Whether a cell holds a word that exports write in place of nothing, and that the column does not take.
 * @param stated such words, in small letters, where an agency states its own.
 */
export function saysNothing(
  cell: string,
  { type, choices = [], words = [] }: Column,
  stated?: ReadonlySet<string>,
): boolean {
  if (stated === undefined && cell.length > LONGEST_WORD) return false;
  const word = cell.toLowerCase();
  if (!(stated ?? wordsForNothing).has(word)) return false;
  const takes = type === 'none' ? ['none'] : [...choices, ...words];
  return !takes.some((one) => compared(one) === compared(word));
}

/** Reads a cell that is not empty. Whether there is such a day, time, amount or choice is for the schema to judge. */
export function readCell(cell: string, { type, choices = [] }: Column): ReadCell {
  switch (type) {
    case 'boolean':
      return read(flagIn(cell), 'true or false');
    case 'number':
      return read(numberIn(cell), 'a number, such as 4 or 2.5');
    case 'integer':
      return read(numberIn(cell), 'a whole number, such as 8');
    case 'codes':
      return readList(cell, (entry) => asListed(entry, choices) || undefined, codeList);
    case 'dated-codes':
      return readList(cell, datedCode, datedCodeList);
    case 'trainings':
      return read(jsonList(cell), trainingList);
    case 'none':
      return read(compared(cell) === 'none' ? 'none' : undefined, '"none", or an empty cell');
    case 'date':
      return read(/^\d{4}-\d\d-\d\d$/.test(cell) ? cell : undefined, day);
    case 'time':
      return read(/^\d\d:\d\d$/.test(cell) ? cell : undefined, time);
    case 'money':
      return { value: cell };
    case 'code':
    case 'text':
      return { value: asListed(cell, choices) };
  }
}

/** A choice as it is listed, however it is written; of two that are alike neither is meant. */
export function asListed(word: string, choices: readonly string[]): string {
  if (choices.includes(word)) return word;
  const [listed, another] = choices.filter((choice) => compared(choice) === compared(word));
  return another === undefined ? (listed ?? word) : word;
}

function read(value: unknown, expected: string): ReadCell {
  return value === undefined ? { expected } : { value };
}

function readList(cell: string, readEntry: (entry: string) => unknown, expected: string): ReadCell {
  if (cell.startsWith('[')) return read(jsonList(cell), expected);
  const entries = cell.split('|').map((entry) => readEntry(entry.trim()));
  return read(entries.includes(undefined) ? undefined : entries, expected);
}

export function flagIn(cell: string): boolean | undefined {
  const word = cell.toLowerCase();
  if (trueWords.includes(word)) return true;
  return falseWords.includes(word) ? false : undefined;
}

function numberIn(cell: string): number | undefined {
  return /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : undefined;
}

export function datedCode(
  entry: string,
): { readonly code: string; readonly from?: string; readonly through?: string } | undefined {
  const [code = '', ...others] = entry.split('@');
  if (code === '') return undefined;
  if (others.length === 0) return { code };
  const bounds = others.join('@');
  const between = bounds.lastIndexOf('..');
  if (between === -1) return undefined;
  const [from, through] = [bounds.slice(0, between), bounds.slice(between + 2)];
  return { code, ...(from !== '' && { from }), ...(through !== '' && { through }) };
}

export function jsonList(cell: string): unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(cell);
    return Array.isArray(value) && repeatedKeys(cell, value).length === 0 ? value : undefined;
  } catch {
    return undefined;
  }
}
