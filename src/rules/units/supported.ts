import { count } from '../../findings/wording.js';
import { unitsOf, type Rounding } from '../../units/rounding.js';
import type { TimeSpent } from '../session/time-spent.js';

/** Units that the time supports; null where the minutes are not known. */
export function supportedUnits(
  { minutes }: TimeSpent,
  unitMinutes: number,
  rounding: Rounding,
): number | null {
  return minutes === null ? null : unitsOf(minutes, unitMinutes, rounding);
}

/** Units that the time supports at most, where the night leaves open how long it was. */
export function mostSupported(
  { atLeast, clockMinutes }: TimeSpent,
  unitMinutes: number,
  rounding: Rounding,
): number {
  return atLeast === null ? 0 : unitsOf(Number(clockMinutes), unitMinutes, rounding);
}

/** Units that it supports for certain. */
export function leastSupported(time: TimeSpent, unitMinutes: number, rounding: Rounding): number | null {
  const { atLeast } = time;
  return atLeast === null
    ? supportedUnits(time, unitMinutes, rounding)
    : unitsOf(atLeast, unitMinutes, rounding);
}

/** "60 minutes support", "1 minute supports"; of minutes that are known. */
export function minutesSupport({ minutes }: TimeSpent): string {
  return `${count(Number(minutes), 'minute')} ${minutes === 1 ? 'supports' : 'support'}`;
}
