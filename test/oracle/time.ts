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

/** The time of a session; one clock time that is not stated is assumed, each minute of the day. */
export function timeSpent(facts: Facts): TimeSpent {
  const minutes = facts.stated('minutes') as number | undefined;
  if (clockTimes(facts) === 'none') return { isSound: true, minutes };
  const start = minuteOfDay(facts.stated('startTime')) ?? facts.assume('startTime', () => everyMinute);
  const end = minuteOfDay(facts.stated('endTime')) ?? facts.assume('endTime', () => everyEnd);
  const length = end - start;
  return {
    isSound: length > 0 && (minutes === undefined || minutes <= length),
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
