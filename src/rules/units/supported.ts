import type { Rounding } from '../../values/units.js';
import { unitsOf } from '../../values/units.js';
import type { TimeSpent } from '../session/time-spent.js';

/** Units that the time supports; null where the minutes are not known. */
export function supportedUnits(
  { minutes }: TimeSpent,
  unitMinutes: number,
  rounding: Rounding,
): number | null {
  return minutes === null ? null : unitsOf(minutes, unitMinutes, rounding);
}
