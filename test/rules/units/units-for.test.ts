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
  test.each<[unknown, unknown, path: string]>([
    [-1, 'floor', '/minutes'],
    [NaN, 'floor', '/minutes'],
    [Infinity, 'floor', '/minutes'],
    ['60', 'floor', '/minutes'],
    [null, 'floor', '/minutes'],
    [60, 'round', '/method'],
    [60, 'Floor', '/method'],
    [60, null, '/method'],
  ])('%s minutes, %s', (minutes, method, path) => {
    const count = () => unitsFor(minutes as number, method as 'floor');
    expect(count).toThrow(InputError);
    expect(count).toThrow(expect.objectContaining({ issues: [expect.objectContaining({ path })] }) as Error);
  });
});
