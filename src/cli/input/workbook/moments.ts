import type { Cell } from '../../../adapters/tables/rows.js';
import { addDays, isCivilDate } from '../../../values/civil-date.js';
import { isEndTime } from '../../../values/clock-time.js';
import type { CellFormat } from './cell-formats.js';

const MINUTES_OF_DAY = 24 * 60;
/** Less than a second: times are fractions of a day, which are not exact. */
const EXACT_MINUTE = 1 / 120;

/** Before the first day of spreadsheets: what stands beside a time alone. */
const NO_DAY = '1899-12-30';
const ZERO_OF_1900 = '1899-12-30';
const ZERO_OF_1904 = '1904-01-01';
/** Day 60 of a spreadsheet is a day that never was, and those before it are one off. */
const LAST_WRONG_DAY = 60;
const LAST_DAY = 2958465;

/**
 * The day and time of a number that a spreadsheet shows so, whatever the zone of the machine. A time that is no whole
 * minute is left out, so that it is not read.
 */
export function momentOfSerial(serial: number, { hasClock }: CellFormat, from1904: boolean): Cell {
  const minutes = serial * MINUTES_OF_DAY;
  const whole = Math.round(minutes);
  const isExact = Math.abs(minutes - whole) <= EXACT_MINUTE;
  const days = isExact ? Math.floor(whole / MINUTES_OF_DAY) : Math.floor(serial);
  if (days > LAST_DAY) return serial;
  const ofDay = whole - days * MINUTES_OF_DAY;
  const time = isExact && serial >= 0 && (hasClock || ofDay > 0) ? clockOf(ofDay) : undefined;
  const isDay = days > (from1904 ? 0 : LAST_WRONG_DAY);
  const day = isDay ? addDays(from1904 ? ZERO_OF_1904 : ZERO_OF_1900, days) : NO_DAY;
  return time === undefined ? { day } : { day, time };
}

function clockOf(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const WRITTEN = /^(\d{4}-\d\d-\d\d)?T?(?:(\d\d:\d\d)(?::(\d\d)(?:\.\d+)?)?Z?)?$/;

/** The day and time of a cell that is written as both; anything else stays as it is written. */
export function momentOfText(text: string, { hasClock }: CellFormat): Cell {
  const [, day, minute, second = '00'] = WRITTEN.exec(text) ?? [];
  if ((day === undefined && minute === undefined) || (day !== undefined && !isCivilDate(day))) return text;
  const isTime = minute !== undefined && second === '00' && isEndTime(minute);
  const isToldOf = isTime && (hasClock || day === undefined || minute !== '00:00');
  return { day: day ?? NO_DAY, ...(isToldOf && { time: minute }) };
}
