/** A calendar made by counting days one at a time, to hold the real one against. */

export const FIRST_YEAR = 1896;
export const LAST_YEAR = 2104;

function isLeap(year: number): boolean {
  if (year % 400 === 0) return true;
  if (year % 100 === 0) return false;
  return year % 4 === 0;
}

function lengthOf(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const two = (number: number) => String(number).padStart(2, '0');

/** Every day from 1896-01-01, which was a Wednesday, through 2104-12-31. */
export const days: readonly string[] = Array.from(
  { length: LAST_YEAR - FIRST_YEAR + 1 },
  (_, index) => FIRST_YEAR + index,
).flatMap((year) =>
  Array.from({ length: 12 }, (_, index) => index + 1).flatMap((month) =>
    Array.from({ length: lengthOf(year, month) }, (_, index) => `${year}-${two(month)}-${two(index + 1)}`),
  ),
);

const position = new Map(days.map((day, index) => [day, index]));
const WEDNESDAY = 3;

export function exists(text: string): boolean {
  return position.has(text);
}

export function dayAfter(day: string, count: number): string {
  return days[indexOf(day) + count] ?? 'outside';
}

export function weekdayOf(day: string): number {
  return (indexOf(day) + WEDNESDAY) % 7;
}

/** The text of the same day of the month so many months later; it may not exist. */
export function monthsLater(day: string, count: number): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const months = year * 12 + (month - 1) + count;
  return `${Math.floor(months / 12)}-${two((months % 12) + 1)}-${day.slice(8)}`;
}

/** The day itself, or the last one before it that exists. */
export function orEarlier(text: string): string {
  const day = Number(text.slice(8));
  return exists(text) ? text : orEarlier(`${text.slice(0, 8)}${two(day - 1)}`);
}

function indexOf(day: string): number {
  const index = position.get(day);
  if (index === undefined) throw new Error(`${day} is not in the calendar`);
  return index;
}
