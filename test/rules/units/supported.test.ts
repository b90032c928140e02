import { expect, test } from 'vitest';
import { supportedUnits } from '../../../src/rules/units/supported.js';

const time = (minutes: number | null) =>
  ({ clock: 'sound', clockMinutes: 120, atLeast: null, minutes }) as const;

test.each([
  [120, 15, 'floor', 8],
  [119, 15, 'floor', 7],
  [119, 15, 'midpoint', 8],
  [0, 15, 'midpoint', 0],
  [120, 60, 'floor', 2],
] as const)('%i minutes support, in units of %i, %s: %i', (minutes, unitMinutes, rounding, units) => {
  expect(supportedUnits(time(minutes), unitMinutes, rounding)).toBe(units);
});

test('where the minutes are not known, neither are the units', () => {
  expect(supportedUnits(time(null), 15, 'floor')).toBeNull();
});
