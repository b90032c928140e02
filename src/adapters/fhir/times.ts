import { addDays, isCivilDate, lastDayOfMonthOf, type CivilDate } from '../../values/civil-date.js';
import { clockChangeOn } from '../../values/clock-change.js';
import { isClockTime, minuteOfDay, type ClockTime } from '../../values/clock-time.js';
import { isElement, isStated, part, type At } from './elements.js';

/** What the clock of a place shows. */
export interface Clock {
  readonly day: CivilDate;
  readonly time: ClockTime;
}

/** What the clock of a place shows at an instant, in milliseconds since 1970. */
export type ClockAt = (instant: number) => Clock;

/** A dateTime: the days that it may be, one but where only a month or year is stated, and the time, where there is one. */
export interface Moment {
  readonly from: CivilDate;
  readonly through: CivilDate;
  readonly time?: ClockTime;
  /** In seconds since 1970. */
  readonly instant?: number;
}

const FORM =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)(?::([0-5]\d|60)(?:\.\d+)?)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d))?)?)?$/;

/** Whether the name is that of a zone with rules of its own, by its place; an offset or an abbreviation is none. */
export function isZone(name: string): boolean {
  if (name !== 'UTC' && !/^[A-Za-z]\w*\/\w/.test(name)) return false;
  try {
    clockIn(name);
    return true;
  } catch {
    return false;
  }
}

/** The clock of a zone. What it shows is the same on every machine: the locale, the calendar and the digits are stated. */
export function clockIn(timeZone: string): ClockAt {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (instant) => {
    const shown = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
    const [year, month, day, hour, minute] = (['year', 'month', 'day', 'hour', 'minute'] as const).map(
      (one) => String(shown.get(one)),
    ) as [string, string, string, string, string];
    return { day: `${year.padStart(4, '0')}-${month}-${day}`, time: `${hour}:${minute}` };
  };
}

/** A date or dateTime. What is none, and an instant without a zone to read it in, is told. */
export function momentAt(at: At, clock: ClockAt | undefined): Moment | undefined {
  if (!isStated(at)) return undefined;
  const [, year, month = '01', day = '01', time, seconds = '00', offset] =
    typeof at.value === 'string' ? (FORM.exec(at.value) ?? []) : [];
  const first = `${String(year)}-${month}-${day}`;
  if (!isCivilDate(first) || (time !== undefined && !isClockTime(time))) {
    at.tell('malformed', at.place);
    return undefined;
  }
  if (time === undefined) return { from: first, through: lastDay(String(at.value), first) };
  if (clock === undefined) {
    at.tell('zone-not-stated', at.place);
    return undefined;
  }
  // A second that is added to a day comes after its last one.
  const [second, added] = seconds === '60' ? ['59', 1000] : [seconds, 0];
  const instant = Date.parse(`${first}T${time}:${second}${String(offset)}`) + added;
  const shown = clock(instant);
  return { from: shown.day, through: shown.day, time: shown.time, instant: instant / 1000 };
}

function lastDay(written: string, first: CivilDate): CivilDate {
  if (written.length === 4) return `${written}-12-31`;
  return written.length === 7 ? lastDayOfMonthOf(first) : first;
}

/** The day of a date, which has no time; a month or a year is none. */
export function dateAt(at: At): CivilDate | undefined {
  if (typeof at.value !== 'string' || !at.value.includes('T')) return dayAt(at, undefined);
  at.tell('malformed', at.place);
  return undefined;
}

/** The one day of a date or dateTime; a month or a year is none. */
export function dayAt(at: At, clock: ClockAt | undefined): CivilDate | undefined {
  const moment = momentAt(at, clock);
  return moment?.from === moment?.through ? moment?.from : undefined;
}

/** From a day through a day; a bound that is not stated is open. */
export interface Days {
  readonly from?: CivilDate;
  readonly through?: CivilDate;
}

/** The days of a Period: a partial start is its first day, a partial end its last. Nothing where it cannot be read. */
export function daysAt(at: At, clock: ClockAt | undefined): Days | undefined {
  const [start, end] = [part(at, 'start'), part(at, 'end')];
  if (isStated(at) && !isElement(at.value)) return undefined;
  const [first, last] = [momentAt(start, clock), momentAt(end, clock)];
  const from = first?.from;
  const through = last === undefined ? undefined : lastDayBefore(last);
  if ((isStated(start) && from === undefined) || (isStated(end) && through === undefined)) return undefined;
  if (from !== undefined && through !== undefined && through < from) {
    at.tell('malformed', at.place);
    return undefined;
  }
  return { ...(from !== undefined && { from }), ...(through !== undefined && { through }) };
}

/** What ends as a day begins does not hold on it. */
function lastDayBefore({ through, time, instant }: Moment): CivilDate {
  return time === '00:00' && Number(instant) % 60 === 0 ? addDays(through, -1) : through;
}

/** When a session was, within a day. */
export interface Times {
  readonly dateOfService: CivilDate;
  readonly startTime?: ClockTime;
  readonly endTime?: ClockTime;
  /** Where the clock alone does not tell them. */
  readonly minutes?: number;
}

/** When the session of a Period was; or why it is that of no session. */
export function timesAt(at: At, clock: ClockAt | undefined): Times | 'day-not-known' | 'ends-on-another-day' {
  const start = momentAt(part(at, 'start'), clock);
  if (start === undefined || start.from !== start.through) return 'day-not-known';
  const begun = {
    dateOfService: start.from,
    ...(start.time !== undefined && { startTime: start.time }),
  };
  const end = momentAt(part(at, 'end'), clock);
  if (end === undefined) return begun;
  if (end.from !== end.through) {
    return end.from <= start.from && start.from <= end.through ? begun : 'ends-on-another-day';
  }
  const endTime = endOn(start, end);
  if (endTime === null) return 'ends-on-another-day';
  const minutes = minutesBetween(start, end, endTime);
  return {
    ...begun,
    ...(endTime !== undefined && { endTime }),
    ...(minutes !== undefined && { minutes }),
  };
}

/** The time of an end on the day of the start; null on another day. */
function endOn(start: Moment, end: Moment): ClockTime | null | undefined {
  if (end.from === start.from) return end.time;
  return end.from === addDays(start.from, 1) && end.time === '00:00' ? '24:00' : null;
}

/** Whole minutes, where seconds or a clock that was changed make them others than those that the clock shows. */
function minutesBetween(start: Moment, end: Moment, endTime: ClockTime | undefined): number | undefined {
  if (start.instant === undefined || end.instant === undefined) return undefined;
  const minutes = Math.max(0, Math.floor((end.instant - start.instant) / 60));
  const shown = minuteOfDay(String(endTime)) - minuteOfDay(String(start.time));
  if (minutes === 0 && shown <= 0) return undefined;
  return minutes === shown && clockChangeOn(start.from) === undefined ? undefined : minutes;
}
