import type { UnknownFact } from '../../conditions/circumstances.js';
import type { Session } from '../../facts/generated/types.js';
import { clockChangeOn } from '../../values/clock-change.js';
import { minuteOfDay } from '../../values/clock-time.js';

/** How the stated times fit together, and the minutes that follow. */
export interface TimeSpent {
  /**
   * `sound`: both clock times, in order, and no more minutes than between them. `unsound`: they cannot be so. `in-doubt`:
   * they can be so on that night only. `half-known`: one clock time only. `no-clock`: neither.
   */
  readonly clock: 'sound' | 'unsound' | 'in-doubt' | 'half-known' | 'no-clock';
  /** Minutes from start to end, at most; null where not both are known. */
  readonly clockMinutes: number | null;
  /** Minutes spent: as stated, or else by the clock; null where not known. */
  readonly minutes: number | null;
  /** Minutes at least, where by the clock they may also be as many as `clockMinutes`; else null. */
  readonly atLeast: number | null;
}

const ONE = 60;
const TWO = 120;
const THREE = 180;

export function timeSpent(session: Session): TimeSpent {
  const { startTime, endTime, minutes } = session;
  const stated = minutes ?? null;
  if (startTime == null && endTime == null)
    return { clock: 'no-clock', clockMinutes: null, minutes: stated, atLeast: null };
  if (startTime == null || endTime == null)
    return { clock: 'half-known', clockMinutes: null, minutes: stated, atLeast: null };
  const start = minuteOfDay(startTime);
  const end = minuteOfDay(endTime);
  // The clock changes before three.
  if (start < THREE) {
    const change = clockChangeOn(session.dateOfService);
    if (change === 'forward') return asClockGoesForward(start, end, stated);
    if (change === 'back') return asClockGoesBack(start, end, stated);
  }
  return fitted(end - start, stated);
}

function fitted(clockMinutes: number, stated: number | null): TimeSpent {
  const sound = clockMinutes > 0 && (stated ?? 0) <= clockMinutes;
  return {
    clock: sound ? 'sound' : 'unsound',
    clockMinutes,
    minutes: stated ?? (sound ? clockMinutes : null),
    atLeast: null,
  };
}

/** There is no time from 02:00 to 02:59, and none that an end may be from 02:01 on. */
function asClockGoesForward(start: number, end: number, stated: number | null): TimeSpent {
  const isNone = start >= TWO || (end > TWO && end < THREE);
  if (isNone) return { clock: 'unsound', clockMinutes: end - start, minutes: stated, atLeast: null };
  return fitted(end >= THREE ? end - start - ONE : end - start, stated);
}

/** A time from 01:00 to 01:59 may be the first or the second one. */
function asClockGoesBack(start: number, end: number, stated: number | null): TimeSpent {
  const shown = end - start;
  if (start >= TWO || end < ONE) return fitted(shown, stated);
  const most = shown + ONE;
  if (start < ONE && end >= TWO) return fitted(most, stated);
  const fit = fitted(most, stated);
  if (stated !== null || fit.clock === 'unsound') return fit;
  if (shown <= 0) return { ...fit, clock: 'in-doubt' };
  return { ...fit, minutes: null, atLeast: shown };
}

/** The clock time stated that there is not on the night on which the clock goes forward. */
export function noSuchTime({ dateOfService, startTime, endTime }: Session): string | undefined {
  if (clockChangeOn(dateOfService) !== 'forward') return undefined;
  const isSkipped = (time: string) => time >= '02:00' && time < '03:00';
  return [startTime, endTime === '02:00' ? null : endTime].find(
    (time): time is string => time != null && isSkipped(time),
  );
}

/** The most minutes that there can be between the clock time known and the other, before midnight. */
export function mostMinutes({ dateOfService, startTime, endTime }: Session): number {
  const hourMore = clockChangeOn(dateOfService) === 'back' ? ONE : 0;
  if (startTime != null) {
    const start = minuteOfDay(startTime);
    return minuteOfDay('24:00') - start + (start < TWO ? hourMore : 0);
  }
  if (endTime == null) return Infinity;
  const end = minuteOfDay(endTime);
  return end + (end >= ONE ? hourMore : 0);
}

/** The clock times that are not known; the minutes, where the clock times do not tell them. */
export function unknownTimes(session: Session): UnknownFact[] {
  const { startTime, endTime } = session;
  if (startTime != null && endTime != null) return [{ path: 'minutes' }];
  return [
    ...(startTime == null ? [{ path: 'startTime' } as const] : []),
    ...(endTime == null ? [{ path: 'endTime' } as const] : []),
  ];
}

/** JSON Pointers of what is stated about the time. */
export function statedTimes(session: Session): string[] {
  const { startTime, endTime, minutes } = session;
  const paths: string[] = [];
  if (startTime != null) paths.push('/startTime');
  if (endTime != null) paths.push('/endTime');
  if (minutes != null) paths.push('/minutes');
  return paths;
}
