import { InputError } from '../../facts/input-error.js';
import { unitsOf, type Rounding } from '../../units/rounding.js';

const UNIT_MINUTES = 15;

/**
 * Units of 15 minutes that so many minutes support. How minutes become units is a reading (*rounding*).
 *
 * @param method `'floor'` counts whole units; `'midpoint'` counts a unit from its 8th minute.
 * @throws InputError if the minutes are no number of zero or more, or the method is another.
 *
 * @example
 * unitsFor(52); // 3
 * unitsFor(53, 'midpoint'); // 4
 */
export function unitsFor(minutes: number, method: Rounding = 'floor'): number {
  if (!Number.isFinite(minutes) || minutes < 0) {
    throw new InputError([
      { code: 'too-small', path: '/minutes', message: 'expected a number of minutes, zero or more' },
    ]);
  }
  if (!['floor', 'midpoint'].includes(method)) {
    throw new InputError([
      { code: 'not-a-choice', path: '/method', message: 'expected one of "floor", "midpoint"' },
    ]);
  }
  return unitsOf(minutes, UNIT_MINUTES, method);
}
