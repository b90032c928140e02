import { describe, expect, test } from 'vitest';
import { InputError, unitsFor } from '../../../src/index.js';

describe('units of 15 minutes', () => {
  test.each([
    [0, 0, 0],
    [7, 0, 0],
    [8, 0, 1],
    [15, 1, 1],
    [52, 3, 3],
    [53, 3, 4],
    [1440, 96, 96],
  ])('%i minutes: %i rounded down, %i from the 8th minute on', (minutes, floor, midpoint) => {
    expect([unitsFor(minutes), unitsFor(minutes, 'floor')]).toEqual([floor, floor]);
    expect(unitsFor(minutes, 'midpoint')).toBe(midpoint);
  });
});

describe('refused', () => {
  const ofMinutes = {
    code: 'too-small',
    path: '/minutes',
    message: 'expected a number of minutes, zero or more',
  };
  const ofMethod = { code: 'not-a-choice', path: '/method', message: 'expected one of "floor", "midpoint"' };

  test.each<[unknown, unknown, issue: object]>([
    [-1, 'floor', ofMinutes],
    [NaN, 'floor', ofMinutes],
    [Infinity, 'floor', ofMinutes],
    ['60', 'floor', ofMinutes],
    [null, 'floor', ofMinutes],
    [60, 'round', ofMethod],
    [60, 'Floor', ofMethod],
    [60, null, ofMethod],
  ])('%s minutes, %s', (minutes, method, issue) => {
    const count = () => unitsFor(minutes as number, method as 'floor');
    expect(count).toThrow(InputError);
    expect(count).toThrow(expect.objectContaining({ issues: [issue] }) as Error);
  });
});
