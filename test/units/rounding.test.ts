import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unitsOf } from '../../src/units/rounding.js';

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
