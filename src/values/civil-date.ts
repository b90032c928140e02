import { addMonths as addMonthsToDate } from 'date-fns/addMonths';
import { addDays as addDaysToDate } from 'date-fns/addDays';
import { startOfWeek } from 'date-fns/startOfWeek';

/** A day of the civil calendar that exists, `YYYY-MM-DD`: no time, no zone. Two of them compare as strings. */
export type CivilDate = string;

/** The weekday on which a week begins: 0 is Sunday, 6 is Saturday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** On which day of a month or year that lacks the birth day an age is reached. */
export type LeapBirthday = 'mar-1' | 'feb-28';

const LAST_DAY = '9999-12-31';
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const ZERO = 48;
const HYPHEN = 45;

/** Whether the text is a day that exists, written `YYYY-MM-DD`. */
export function isCivilDate(text: string): boolean {
  if (text.length !== 10 || text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return false;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  return year >= 1 && day >= 1 && day <= daysInMonth(year, month);
}

/** From a day through a day, both inclusive. A bound left out, or null, is open. */
export interface Span {
  readonly from?: CivilDate | null | undefined;
  readonly through?: CivilDate | null | undefined;
}

/** Whether a day is in it. */
export function isWithin({ from, through }: Span, on: CivilDate): boolean {
  return (from == null || from <= on) && (through == null || on <= through);
}

/** Whether two spans have a day in common. */
export function overlap(one: Span, other: Span): boolean {
  return isUntil(one.from, other.through) && isUntil(other.from, one.through);
}

function isUntil(from: Span['from'], through: Span['through']): boolean {
  return from == null || through == null || from <= through;
}

/** The same day so many months later (earlier, if negative), clamped to the end of a shorter month. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  return fromUtc(addMonthsToDate(toUtc(date), months, { in: utc }));
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return fromUtc(addDaysToDate(toUtc(date), days, { in: utc }));
}

export function firstDayOfMonth(date: CivilDate): CivilDate {
  return `${date.slice(0, 7)}-01`;
}

export function lastDayOfMonthOf(date: CivilDate): CivilDate {
  return `${date.slice(0, 8)}${String(daysInMonth(digits(date, 0, 4), digits(date, 5, 7)))}`;
}

/** First and last day of the week that holds the date. */
export function weekOf(date: CivilDate, weekStartsOn: Weekday): { from: CivilDate; through: CivilDate } {
  const from = fromUtc(startOfWeek(toUtc(date), { in: utc, weekStartsOn }));
  return { from, through: addDays(from, 6) };
}

/** Whether someone born on `birthDate` has reached an age, given in months, on a day. */
export function hasReachedAge(
  birthDate: CivilDate,
  ageInMonths: number,
  on: CivilDate,
  leapBirthday: LeapBirthday,
): boolean {
  const months = monthNumber(on) - monthNumber(birthDate) - ageInMonths;
  if (months !== 0) return months > 0;
  const birthday = twoDigits(birthDate, 8);
  // A day that the month lacks comes after its last day and before the next month.
  const reached =
    leapBirthday === 'feb-28'
      ? Math.min(birthday, daysInMonth(digits(on, 0, 4), twoDigits(on, 5)))
      : birthday;
  return twoDigits(on, 8) >= reached;
}

/** Completed years of age on a day; negative before the birth. */
export function ageInYears(birthDate: CivilDate, on: CivilDate, leapBirthday: LeapBirthday): number {
  const years = digits(on, 0, 4) - digits(birthDate, 0, 4);
  return hasReachedAge(birthDate, years * 12, on, leapBirthday) ? years : years - 1;
}

/** Completed months of age on a day; negative before the birth. */
export function ageInMonths(birthDate: CivilDate, on: CivilDate, leapBirthday: LeapBirthday): number {
  const months =
    (digits(on, 0, 4) - digits(birthDate, 0, 4)) * 12 + digits(on, 5, 7) - digits(birthDate, 5, 7);
  return hasReachedAge(birthDate, months, on, leapBirthday) ? months : months - 1;
}

/** Months since the year 0, of a day that exists. */
function monthNumber(date: CivilDate): number {
  return (twoDigits(date, 0) * 100 + twoDigits(date, 2)) * 12 + twoDigits(date, 5);
}

/** None in a month that does not exist. */
function daysInMonth(year: number, month: number): number {
  if (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) return 29;
  return DAYS_IN_MONTH[month - 1] ?? 0;
}

/** The number that the characters write, or NaN. */
function digits(text: string, start: number, end: number): number {
  let number = 0;
  for (let index = start; index < end; index++) {
    const digit = text.charCodeAt(index) - ZERO;
    if (digit < 0 || digit > 9) return NaN;
    number = number * 10 + digit;
  }
  return number;
}

function twoDigits(date: CivilDate, at: number): number {
  return (date.charCodeAt(at) - ZERO) * 10 + date.charCodeAt(at + 1) - ZERO;
}

function toUtc(date: CivilDate): Date {
  return utc(`${date}T00:00:00Z`);
}

function fromUtc(date: Date): CivilDate {
  return date.getUTCFullYear() > 9999 ? LAST_DAY : date.toISOString().slice(0, 10);
}

/** A date whose local calendar is UTC, so that date-fns never meets the zone of the machine. */
function utc(value: Date | number | string): Date {
  const date = new Date(value);
  return Object.assign(date, {
    getFullYear: () => date.getUTCFullYear(),
    getMonth: () => date.getUTCMonth(),
    getDate: () => date.getUTCDate(),
    getDay: () => date.getUTCDay(),
    setFullYear: (year: number, month: number, day: number) => date.setUTCFullYear(year, month, day),
    setMonth: (month: number, day: number) => date.setUTCMonth(month, day),
    setDate: (day: number) => date.setUTCDate(day),
    // It is midnight, and stays so.
    setHours: () => date.getTime(),
  });
}
