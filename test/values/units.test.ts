import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addUnits, unitsOf } from '../../src/values/units.js';

describe('units of 15 minutes', () => {
  test.each([
    [0, 0, 0],
    [1, 0, 0],
    [7, 0, 0],
    [8, 0, 1],
    [14, 0, 1],
    [15, 1, 1],
    [16, 1, 1],
    [22, 1, 1],
    [23, 1, 2],
    [29, 1, 2],
    [30, 2, 2],
    [37, 2, 2],
    [38, 2, 3],
    [44, 2, 3],
    [45, 3, 3],
    [52, 3, 3],
    [53, 3, 4],
    [59, 3, 4],
    [60, 4, 4],
    [480, 32, 32],
    [487, 32, 32],
    [488, 32, 33],
    [1440, 96, 96],
  ])('%i minutes: %i rounded down, %i from the middle on', (minutes, floor, midpoint) => {
    expect(unitsOf(minutes, 15, 'floor')).toBe(floor);
    expect(unitsOf(minutes, 15, 'midpoint')).toBe(midpoint);
  });
});

describe('units of another length', () => {
  test.each([
    [15, 30, 0, 0],
    [16, 30, 0, 1],
    [30, 30, 1, 1],
    [59, 60, 0, 1],
    [30, 60, 0, 0],
    [31, 60, 0, 1],
    [10, 1, 10, 10],
  ])(
    '%i minutes in units of %i: %i rounded down, %i from the middle on',
    (minutes, unit, floor, midpoint) => {
      expect(unitsOf(minutes, unit, 'floor')).toBe(floor);
      expect(unitsOf(minutes, unit, 'midpoint')).toBe(midpoint);
    },
  );
});

test('each unit begins 15 minutes after the one before, the first at minute 15 or 8', () => {
  fc.assert(
    fc.property(fc.nat({ max: 3000 }), (minutes) => {
      const begun = (first: number) =>
        Array.from({ length: 201 }, (_, index) => first + 15 * index).filter((start) => start <= minutes)
          .length;
      expect(unitsOf(minutes, 15, 'floor')).toBe(begun(15));
      expect(unitsOf(minutes, 15, 'midpoint')).toBe(begun(8));
    }),
  );
});

test('a part of a minute never makes a unit', () => {
  expect(unitsOf(14.99, 15, 'floor')).toBe(0);
  expect(unitsOf(7.99, 15, 'midpoint')).toBe(0);
});

describe('a sum is exact to a millionth', () => {
  test.each([
    [0.1, 0.2, 0.3],
    [0.7, 0.1, 0.8],
    [32, -0.3, 31.7],
    [8, 24, 32],
    [0.0000004, 0, 0],
    [0.000001, 0.000002, 0.000003],
    [1e9, 1e9, 2e9],
    [8, Infinity, Infinity],
  ])('%d and %d are %d', (one, other, sum) => {
    expect(addUnits(one, other)).toBe(sum);
    expect(addUnits(other, one)).toBe(sum);
  });

  test('of units in tenths, however many and in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 10_000 }), { maxLength: 50 }), (tenths) => {
        const total = tenths.reduce((sum, tenth) => sum + tenth, 0) / 10;
        expect(tenths.map((tenth) => tenth / 10).reduce(addUnits, 0)).toBe(total);
        expect(tenths.map((tenth) => tenth / 10).reduceRight(addUnits, 0)).toBe(total);
      }),
    );
  });
});
