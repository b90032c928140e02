import type { Cell } from './rows.js';

const NUMBER = /^(-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?|-?\.\d+)\s*([a-z]*)\.?$/i;
const HOURS = ['h', 'hr', 'hrs', 'hour', 'hours'];
const MINUTES = ['m', 'min', 'mins', 'minute', 'minutes'];
const UNITS = ['u', 'unit', 'units'];

/** What a number counts, where a word may stand behind it. */
export type Counted = 'minutes' | 'hours' | 'units' | undefined;

/**
 * The number that a cell says.
 * @param counted what the fact counts; @param plain what a number without a word counts, where that is something else.
 */
export function numberIn(cell: Cell, counted: Counted, plain: Counted = counted): number | undefined {
  if (typeof cell === 'number') return inUnitsOf(cell, plain, counted);
  if (typeof cell !== 'string') return undefined;
  const [, digits, word = ''] = NUMBER.exec(cell) ?? [];
  if (digits === undefined) return undefined;
  const number = Number(digits.replaceAll(',', ''));
  return word === '' ? inUnitsOf(number, plain, counted) : inUnitsOf(number, countedBy(word), counted);
}

function countedBy(word: string): Counted | 'other' {
  const small = word.toLowerCase();
  if (HOURS.includes(small)) return 'hours';
  if (MINUTES.includes(small)) return 'minutes';
  return UNITS.includes(small) ? 'units' : 'other';
}

/** Nothing where one is not told from the other. */
function inUnitsOf(number: number, from: Counted | 'other', to: Counted): number | undefined {
  if (from === to) return number;
  if (from === 'hours' && to === 'minutes') return Math.round(number * 60 * 1e6) / 1e6;
  return from === 'minutes' && to === 'hours' ? number / 60 : undefined;
}

/** The amount that a cell says, with two digits after the point. */
export function moneyIn(cell: Cell): string | undefined {
  const text = typeof cell === 'number' ? String(Math.round(cell * 1e8) / 1e8) : cell;
  if (typeof text !== 'string') return undefined;
  const [, whole = '', cents = ''] =
    /^\$?\s*(\d{1,15}|\d{1,3}(?:,\d{3}){1,4})?(?:\.(\d{0,2})0*)?$/.exec(text) ?? [];
  if (whole === '' && cents === '') return undefined;
  return `${whole.replaceAll(',', '') || '0'}.${cents.padEnd(2, '0')}`;
}
