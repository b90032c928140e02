import { describe, expect, test } from 'vitest';
import { everyPer, forEachLimit, periodInWords, periodOf, periods } from '../../src/units/period.js';

test.each([
  ['day', '2024-02-29', '2024-02-29', '2024-02-29'],
  ['calendar-month', '2024-02-29', '2024-02-01', '2024-02-29'],
  ['calendar-month', '2025-12-31', '2025-12-01', '2025-12-31'],
] as const)('the %s of %s: %s through %s', (per, on, from, through) => {
  expect(periodOf(per, on)).toEqual({ per, from, through });
});

describe('two days are of one period', () => {
  test.each([
    ['day', '2017-05-16', '2017-05-16', true],
    ['day', '2017-05-16', '2017-05-17', false],
    ['calendar-month', '2017-05-01', '2017-05-31', true],
    ['calendar-month', '2017-05-31', '2017-06-01', false],
    ['calendar-month', '2017-05-16', '2018-05-16', false],
  ] as const)('%s: %s and %s: %s', (per, one, other, expected) => {
    const { keyOf } = periods[per];
    expect(keyOf(one) === keyOf(other)).toBe(expected);
    expect(periodOf(per, one).from === periodOf(per, other).from).toBe(expected);
  });
});

test('a period in words', () => {
  expect(everyPer.map((per) => periodInWords(periodOf(per, '2025-03-03')))).toEqual([
    'on 2025-03-03',
    'from 2025-03-01 through 2025-03-31',
  ]);
});

test('each period has the rule of its limit', () => {
  expect(forEachLimit((per) => periods[per].name)).toEqual({
    'units/daily-limit': 'day',
    'units/monthly-limit': 'calendar month',
  });
});
