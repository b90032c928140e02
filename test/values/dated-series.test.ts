import { describe, expect, test } from 'vitest';
import { entryOn } from '../../src/values/dated-series.js';

const first = { from: '2015-01-01', rate: '4.00' };
const second = { from: '2016-07-01', rate: '4.95' };
const third = { from: '2018-03-01', rate: '5.10' };

describe.each([
  ['in order', [first, second, third]],
  ['in any order', [third, first, second]],
])('rates %s', (_order, series) => {
  test.each<[on: string, inForce: typeof first | undefined, when: string]>([
    ['2014-12-31', undefined, 'the day before the first'],
    ['2015-01-01', first, 'the day of the first'],
    ['2016-06-30', first, 'the day before the second'],
    ['2016-07-01', second, 'the day of the second'],
    ['2016-07-02', second, 'the day after'],
    ['2018-02-28', second, 'the day before the third'],
    ['2018-03-01', third, 'the day of the third'],
    ['9999-12-31', third, 'long after'],
  ])('%s: %o (%s)', (on, expected) => {
    expect(entryOn(series, on)).toBe(expected);
  });
});

test('of two that begin on the same day the first counts', () => {
  const again = { ...second, rate: '5.00' };
  expect(entryOn([first, second, again], '2016-07-01')).toBe(second);
});

test('a series of nothing has nothing in force', () => {
  const nothing: readonly (typeof first)[] = [];
  expect(entryOn(nothing, '2025-01-01')).toBeUndefined();
});

describe('an entry without a first day', () => {
  interface Rate {
    readonly from?: string;
    readonly rate: string;
  }
  const ever: Rate = { rate: '3.00' };

  test.each<[series: Rate[], on: string, inForce: Rate]>([
    [[ever], '0001-01-01', ever],
    [[ever, first], '2014-12-31', ever],
    [[ever, first], '2015-01-01', first],
    [[first, ever], '2015-01-01', first],
    [[first, ever], '2014-12-31', ever],
  ])('of %j on %s: %j', (series, on, inForce) => {
    expect(entryOn(series, on)).toBe(inForce);
  });
});
