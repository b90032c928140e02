import { addDays, isCivilDate, type CivilDate } from '../../values/civil-date.js';
import { isEndTime, type ClockTime } from '../../values/clock-time.js';
import type { Cell } from './rows.js';

/** Which of two numbers is the month, where a day is written with both and either may be. */
export type DayOrder = 'month-first' | 'day-first';

/** What a form gives of a cell: a day, a time of day, or both. */
interface Moment {
  readonly day?: CivilDate;
  readonly time?: ClockTime;
}

/** How cells of days and times are written, as a mapping states it: `M/d/yyyy`, `h:mm a`. */
export interface Format {
  readonly parts: ReadonlySet<string>;
  readonly read: (text: string) => Moment | undefined;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH_NAME =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t|tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';

/** What each letter of a format stands for: the part that it gives, and how it is written. */
const tokens: Readonly<Record<string, readonly [part: string, written: string]>> = {
  yyyy: ['year', '(\\d{4})'],
  yy: ['century', '(\\d\\d)'],
  MMMM: ['name', MONTH_NAME],
  MMM: ['name', MONTH_NAME],
  MM: ['month', '(\\d\\d)'],
  M: ['month', '(\\d\\d?)'],
  dd: ['day', '(\\d\\d)'],
  d: ['day', '(\\d\\d?)'],
  HH: ['hour', '(\\d\\d)'],
  H: ['hour', '(\\d\\d?)'],
  hh: ['half', '(\\d\\d)'],
  h: ['half', '(\\d\\d?)'],
  mm: ['minute', '(\\d\\d)'],
  ss: ['second', '(00)(?:\\.0+)?'],
  a: ['noon', '([ap])\\.?m\\.?'],
};

/** The format that is written so; nothing where a letter stands for nothing. */
export function formatOf(pattern: string): Format | undefined {
  const parts: string[] = [];
  const written: string[] = [];
  for (const [piece] of pattern.matchAll(/([A-Za-z])\1*|\s+|[^A-Za-z\s]/g)) {
    const token = tokens[piece];
    if (token === undefined && /[A-Za-z]/.test(piece)) return undefined;
    if (token !== undefined) parts.push(token[0]);
    written.push(token?.[1] ?? (piece.trim() === '' ? '\\s*' : `\\${piece}`));
  }
  const form = new RegExp(`^${written.join('')}$`, 'i');
  return {
    parts: new Set(parts),
    read(text) {
      const [found, ...values] = form.exec(text) ?? [];
      if (found === undefined) return undefined;
      return momentOf(Object.fromEntries(parts.map((part, index) => [part, String(values[index])])));
    },
  };
}

/** What the parts of a moment come to: a day or a time that cannot be is none. */
function momentOf(parts: Readonly<Record<string, string | undefined>>): Moment {
  const { year, century, name, month, day, hour, half, minute = '00', noon } = parts;
  const dayText = civil(
    year ?? (century === undefined ? undefined : `20${century}`),
    name === undefined ? month : String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1),
    day,
  );
  const hours = half === undefined ? hour : hourOf(half, noon);
  const time = hours === undefined ? undefined : `${hours.padStart(2, '0')}:${minute}`;
  return {
    ...(dayText !== undefined && isCivilDate(dayText) && { day: dayText }),
    ...(time !== undefined && isEndTime(time) && { time }),
  };
}

function civil(year: string | undefined, month: string | undefined, day: string | undefined) {
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The hour of the day of one from 1 to 12: 12 AM is midnight. */
function hourOf(half: string, noon = ''): string | undefined {
  const hour = Number(half);
  if (hour < 1 || hour > 12) return undefined;
  return String((hour % 12) + (noon.toLowerCase() === 'p' ? 12 : 0));
}

const formats = (...patterns: string[]) => patterns.map(formatOf).filter((format) => format !== undefined);

/** Times of day that have one meaning. */
const clockForms = formats('H:mm', 'H:mm:ss', 'HHmm', 'h:mm a', 'h:mm:ss a', 'h a');

/** Days that have one meaning. */
const dayForms = formats(
  ...['yyyy-M-d', 'yyyy/M/d', 'd MMM yyyy', 'd-MMM-yyyy', 'MMM d, yyyy', 'MMM d yyyy', 'yyyyMMdd'],
);
const TWO_NUMBERS = /^(\d\d?)([/.-])(\d\d?)\2(\d{4})$/;
const DAY_AND_TIME = /^(.{0,40}?)(?:T|\s{1,9})(\d\d?:.{0,20})$/;

function firstOf(forms: readonly Format[], text: string, part: keyof Moment): string | undefined {
  for (const { read } of forms) {
    const found = read(text)?.[part];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The day of a cell that says a day, or a day and a time. */
function dayPartOf(text: string): string | undefined {
  const [, day = text, time] = DAY_AND_TIME.exec(text) ?? [];
  return time === undefined || clockIn(time) !== undefined ? day : undefined;
}

function clockIn(text: string): ClockTime | undefined {
  return firstOf(clockForms, text, 'time');
}

/** A day written with two numbers either of which may be the month, read in each order. */
function inBothOrders(text: string): Readonly<Partial<Record<DayOrder, CivilDate>>> | undefined {
  const [, one, , other, year] = TWO_NUMBERS.exec(text) ?? [];
  const [monthFirst = '', dayFirst = ''] = [civil(year, one, other), civil(year, other, one)];
  if (monthFirst === '') return undefined;
  return {
    ...(isCivilDate(monthFirst) && { 'month-first': monthFirst }),
    ...(isCivilDate(dayFirst) && { 'day-first': dayFirst }),
  };
}

/** What a cell says of the order of month and day: nothing where it has one meaning, or none. */
export function orderIn(cell: Cell): DayOrder | 'open' | undefined {
  const both = typeof cell === 'string' ? inBothOrders(dayPartOf(cell) ?? '') : undefined;
  if (both === undefined) return undefined;
  const { 'month-first': monthFirst, 'day-first': dayFirst } = both;
  if (monthFirst === dayFirst) return undefined;
  if (monthFirst !== undefined && dayFirst !== undefined) return 'open';
  return monthFirst === undefined ? 'day-first' : 'month-first';
}

/** How the cells of a column of days and times are read. */
export interface Written {
  /** As a mapping states it; left out, whatever has one meaning. */
  readonly formats?: readonly Format[] | undefined;
  /** Which order the other cells of the column tell. */
  readonly order?: DayOrder | undefined;
  /** Whether the days of the workbook are counted from 1904. */
  readonly from1904?: boolean | undefined;
}

/** The day that a cell says. */
export function dayIn(cell: Cell, { formats: stated, order, from1904 }: Written): CivilDate | undefined {
  if (typeof cell === 'number') return dayOfSerial(cell, from1904 === true);
  if (isMoment(cell)) return cell.day >= FIRST_OF_SHEETS && isCivilDate(cell.day) ? cell.day : undefined;
  if (typeof cell !== 'string') return undefined;
  if (stated !== undefined) return firstOf(stated, cell, 'day');
  const text = dayPartOf(cell);
  if (text === undefined) return undefined;
  const both = inBothOrders(text);
  if (both === undefined) return firstOf(dayForms, text, 'day');
  const { 'month-first': monthFirst, 'day-first': dayFirst } = both;
  if (monthFirst === undefined || dayFirst === undefined) return monthFirst ?? dayFirst;
  return monthFirst === dayFirst ? monthFirst : order && both[order];
}

/** The time of day that a cell says; of a cell that says a day too, its time. */
export function timeIn(cell: Cell, { formats: stated }: Written): ClockTime | undefined {
  if (typeof cell === 'number') return timeOfSerial(cell);
  if (isMoment(cell)) return cell.time;
  if (typeof cell !== 'string') return undefined;
  if (stated !== undefined) return firstOf(stated, cell, 'time');
  const alone = clockIn(cell);
  if (alone !== undefined) return alone;
  const [, day, time] = DAY_AND_TIME.exec(cell) ?? [];
  const isDay = day !== undefined && dayIn(day, { order: 'month-first' }) !== undefined;
  return isDay && time !== undefined ? clockIn(time) : undefined;
}

function isMoment(cell: Cell): cell is Extract<Cell, object> {
  return typeof cell === 'object' && cell !== null;
}

/** Before it, spreadsheets have no days: such a cell holds a time alone. */
const FIRST_OF_SHEETS = '1900-01-01';
/** Day 60 of a spreadsheet is a day that never was. */
const LAST_WRONG_SERIAL = 60;
const LAST_SERIAL = 2958465;
const ZERO_OF_1900 = '1899-12-30';
const ZERO_OF_1904 = '1904-01-01';

/** The day of a number that a spreadsheet shows as one. One that is likely a year alone is no day. */
function dayOfSerial(serial: number, from1904: boolean): CivilDate | undefined {
  const days = Math.floor(serial);
  if (days <= LAST_WRONG_SERIAL || days > LAST_SERIAL || (days >= 1900 && days <= 2100)) return undefined;
  return addDays(from1904 ? ZERO_OF_1904 : ZERO_OF_1900, days);
}

const MINUTES_OF_DAY = 24 * 60;
/** Less than a second. */
const EXACT_MINUTE = 1 / 120;

/** The time of a number that a spreadsheet shows as one: the part of the day that has gone. */
function timeOfSerial(serial: number): ClockTime | undefined {
  // A whole number beyond the end of the day is a day alone.
  if (serial < 0 || (serial > 1 && Number.isInteger(serial))) return undefined;
  const minutes = (serial === 1 ? 1 : serial - Math.floor(serial)) * MINUTES_OF_DAY;
  const whole = Math.round(minutes);
  if (Math.abs(minutes - whole) > EXACT_MINUTE) return undefined;
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(whole / 60))}:${two(whole % 60)}`;
}
