import { dayAfter, weekdayOf } from '../values/naive-calendar.js';
import type { Facts } from './facts.js';

const MINUTES_OF_A_DAY = 24 * 60;
/** The day on which the clock goes back has 25 hours; on all others fewer. */
const QUARTERS_OF_THE_LONGEST_DAY = 25 * 4;

export type ClockTimes = 'both' | 'one' | 'none';

export function clockTimes({ stated }: Facts): ClockTimes {
  const known = ['startTime', 'endTime'].filter((path) => stated(path) !== undefined).length;
  return known === 2 ? 'both' : known === 1 ? 'one' : 'none';
}

const everyMinute = Array.from({ length: MINUTES_OF_A_DAY }, (_, minute) => minute);
const everyEnd = [...everyMinute, MINUTES_OF_A_DAY];

function minuteOfDay(time: unknown): number | undefined {
  if (typeof time !== 'string') return undefined;
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

export interface TimeSpent {
  /** Whether the clock times and the minutes stated can be so. */
  isSound: boolean;
  minutes: number | undefined;
}

/** Second Sunday of March and first of November: the weekday of the 8th or 1st tells which day that is. */
export function nightOf(on: string): 'forward' | 'back' | 'ordinary' {
  const [year = '', month = ''] = on.split('-');
  if (Number(year) < 2007 || !['03', '11'].includes(month)) return 'ordinary';
  const isMarch = month === '03';
  const first = `${year}-${month}-${isMarch ? '08' : '01'}`;
  const sunday = dayAfter(first, (7 - weekdayOf(first)) % 7);
  return sunday === on ? (isMarch ? 'forward' : 'back') : 'ordinary';
}

/** Minutes from midnight, as they went by, at which the clock shows a time: none, one, or two. */
function momentsOf(shown: number, on: string, isEnd: boolean): number[] {
  const night = nightOf(on);
  if (night === 'forward') {
    if (shown < 120 || (isEnd && shown === 120)) return [shown];
    return shown < 180 ? [] : [shown - 60];
  }
  if (night === 'ordinary' || shown < 60) return [shown];
  return shown < 120 ? [shown, shown + 60] : [shown + 60];
}

/** The lengths that a session may have by the clock; none where the times cannot be so. */
function lengthsOf(start: number, end: number, on: string): number[] {
  const all = momentsOf(start, on, false).flatMap((from) =>
    momentsOf(end, on, true).flatMap((to) => (to > from ? [to - from] : [])),
  );
  return [...new Set(all)].sort((one, other) => one - other);
}

/** Both clock times are stated, and only on the night on which the clock goes back can they be so; minutes would tell. */
export function isInDoubt({ stated, on }: Facts): boolean {
  const [start, end] = [minuteOfDay(stated('startTime')), minuteOfDay(stated('endTime'))];
  if (start === undefined || end === undefined || stated('minutes') !== undefined) return false;
  return end <= start && lengthsOf(start, end, on).length > 0;
}

/** Whether the clock times leave open how long it was. */
export function isLengthOpen({ stated, on }: Facts): boolean {
  const [start, end] = [minuteOfDay(stated('startTime')), minuteOfDay(stated('endTime'))];
  if (start === undefined || end === undefined || stated('minutes') !== undefined) return false;
  return lengthsOf(start, end, on).length > 1;
}

/** The time of a session; one clock time that is not stated is assumed, each minute of the day. */
export function timeSpent(facts: Facts): TimeSpent {
  const minutes = facts.stated('minutes') as number | undefined;
  if (clockTimes(facts) === 'none') return { isSound: true, minutes };
  const start = minuteOfDay(facts.stated('startTime')) ?? facts.assume('startTime', () => everyMinute);
  const end = minuteOfDay(facts.stated('endTime')) ?? facts.assume('endTime', () => everyEnd);
  const lengths = lengthsOf(start, end, facts.on);
  const most = lengths.at(-1) ?? 0;
  const length = lengths.length > 1 && minutes === undefined ? facts.assume('length', () => lengths) : most;
  return {
    isSound: lengths.length > 0 && (minutes === undefined || minutes <= most),
    minutes: minutes ?? length,
  };
}

export type Rounding = 'floor' | 'midpoint';

/** Units counted off one at a time; at the midpoint method one of 15 minutes counts from its 8th, of 30 from its 16th. */
export function unitsOf(minutes: number, unitMinutes: number, rounding: Rounding): number {
  const missing = rounding === 'midpoint' ? Math.floor((unitMinutes - 1) / 2) : 0;
  let units = 0;
  while ((units + 1) * unitMinutes - missing <= minutes) units += 1;
  return units;
}

/**
 * The units that a session asks for: as stated, or else what its time supports: the minutes stated, or else the clock
 * times, which support nothing where they cannot be so. With no time known at all, as many units as a day has room for.
 */
export function unitsAsked(facts: Facts, unitMinutes: number, rounding: Rounding): number {
  const stated = facts.stated('units') as number | undefined;
  if (stated !== undefined) return stated;
  const { isSound, minutes } = timeSpent(facts);
  if (!isSound && facts.stated('minutes') === undefined) return 0;
  if (minutes !== undefined) return unitsOf(minutes, unitMinutes, rounding);
  const most = Math.ceil((QUARTERS_OF_THE_LONGEST_DAY * 15) / unitMinutes);
  return facts.assume('units of the time', () => Array.from({ length: most + 1 }, (_, units) => units));
}
