import type { UnknownFact } from '../../conditions/circumstances.js';
import type { Session } from '../../facts/generated/types.js';
import { minuteOfDay } from '../../values/clock-time.js';

/** How the stated times fit together, and the minutes that follow. */
export interface TimeSpent {
  /**
   * `sound`: both clock times, in order, and no more minutes than between them. `unsound`: they cannot be so.
   * `half-known`: one clock time only. `no-clock`: neither.
   */
  readonly clock: 'sound' | 'unsound' | 'half-known' | 'no-clock';
  /** Minutes from start to end; null where not both are known. */
  readonly clockMinutes: number | null;
  /** Minutes spent: as stated, or else by the clock; null where not known. */
  readonly minutes: number | null;
}

export function timeSpent({ startTime, endTime, minutes }: Session): TimeSpent {
  const stated = minutes ?? null;
  if (startTime == null && endTime == null) return { clock: 'no-clock', clockMinutes: null, minutes: stated };
  if (startTime == null || endTime == null)
    return { clock: 'half-known', clockMinutes: null, minutes: stated };
  const clockMinutes = minuteOfDay(endTime) - minuteOfDay(startTime);
  const sound = clockMinutes > 0 && (stated ?? 0) <= clockMinutes;
  return {
    clock: sound ? 'sound' : 'unsound',
    clockMinutes,
    minutes: stated ?? (sound ? clockMinutes : null),
  };
}

/** The most minutes that there can be between the clock time known and the other, before midnight. */
export function mostMinutes({ startTime, endTime }: Session): number {
  if (startTime != null) return minuteOfDay('24:00') - minuteOfDay(startTime);
  return endTime == null ? Infinity : minuteOfDay(endTime);
}

/** The clock times that are not known. */
export function unknownTimes({ startTime, endTime }: Session): UnknownFact[] {
  return [
    ...(startTime == null ? [{ path: 'startTime' } as const] : []),
    ...(endTime == null ? [{ path: 'endTime' } as const] : []),
  ];
}

/** JSON Pointers of what is stated about the time. */
export function statedTimes(session: Session): string[] {
  return (['startTime', 'endTime', 'minutes'] as const)
    .filter((key) => session[key] != null)
    .map((key) => `/${key}`);
}
