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

/** "60 minutes support", "1 minute supports"; of minutes that are known. */
export function minutesSupport({ minutes }: TimeSpent): string {
  return `${count(Number(minutes), 'minute')} ${minutes === 1 ? 'supports' : 'support'}`;
}
