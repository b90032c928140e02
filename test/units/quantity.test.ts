import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addUnits, between, exactly, known, plus } from '../../src/units/quantity.js';

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

describe('a quantity', () => {
  test('is known where its bounds are equal', () => {
    expect(known(exactly(8))).toBe(8);
    expect(known(between(8, 8, ['units']))).toBe(8);
    expect(known(between(0, 8, ['units']))).toBeNull();
  });

  test('is not known for no reason where it is known', () => {
    expect(between(8, 8, ['units'])).toEqual(exactly(8));
  });

  test('and another are together between the sums of their bounds, for the reasons of both', () => {
    expect(plus(between(1, 4, ['units']), between(0.1, 0.2, ['history']))).toEqual({
      atLeast: 1.1,
      atMost: 4.2,
      unknown: ['units', 'history'],
    });
    expect(plus(exactly(0.1), exactly(0.2))).toEqual(exactly(0.3));
    expect(plus(exactly(8), between(0, Infinity, ['history'])).atMost).toBe(Infinity);
  });
});
