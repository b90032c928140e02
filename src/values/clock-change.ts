import { weekOf, type CivilDate } from './civil-date.js';

const FIRST_YEAR = '2007';
const MARCH = '03';
const NOVEMBER = '11';
/** Days of the month among which the second, and the first, Sunday is. */
const SECOND_WEEK = { first: 8, last: 14 };
const FIRST_WEEK = { first: 1, last: 7 };

/**
 * What the clock does on a night in the United States, by the rule in force since 2007: forward from 02:00 to 03:00 on the
 * second Sunday of March, back from 02:00 to 01:00 on the first Sunday of November.
 */
export function clockChangeOn(day: CivilDate): 'forward' | 'back' | undefined {
  if (day < FIRST_YEAR) return undefined;
  const month = day.slice(5, 7);
  if (month === MARCH && isSundayIn(day, SECOND_WEEK)) return 'forward';
  return month === NOVEMBER && isSundayIn(day, FIRST_WEEK) ? 'back' : undefined;
}

function isSundayIn(day: CivilDate, { first, last }: typeof FIRST_WEEK): boolean {
  const ofMonth = Number(day.slice(8));
  return first <= ofMonth && ofMonth <= last && weekOf(day, 0).from === day;
}
