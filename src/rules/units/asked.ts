import type { UnknownFact } from '../../conditions/circumstances.js';
import type { Session } from '../../facts/generated/types.js';
import type { Service } from '../../services/service.js';
import { between, exactly, type Quantity } from '../../units/quantity.js';
import { unitsOf, type Rounding } from '../../units/rounding.js';
import { mostMinutes, unknownTimes, type TimeSpent } from '../session/time-spent.js';
import { supportedUnits } from './supported.js';

/**
 * Units as stated, or else those that the time supports. Times that cannot be so support none; where one clock time is
 * not known, the units are at most those that the rest of the day has room for.
 */
export function askedUnits(
  { unit }: Service,
  session: Session,
  time: TimeSpent,
  rounding: Rounding,
): Quantity<UnknownFact> {
  if (session.units != null) return exactly(session.units);
  // Where no unit is set, no time tells how many there are.
  if (unit === undefined) return between(0, Infinity, [{ path: 'units' }]);
  const supported = supportedUnits(time, unit.minutes, rounding);
  if (supported !== null) return exactly(supported);
  if (time.clock === 'unsound') return exactly(0);
  if (time.atLeast !== null) {
    const least = unitsOf(time.atLeast, unit.minutes, rounding);
    return between(least, unitsOf(Number(time.clockMinutes), unit.minutes, rounding), [{ path: 'minutes' }]);
  }
  return between(0, unitsOf(mostMinutes(session), unit.minutes, rounding), unknownTimes(session));
}
