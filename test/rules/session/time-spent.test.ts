import { describe, expect, test } from 'vitest';
import { mostMinutes, statedTimes, timeSpent, unknownTimes } from '../../../src/rules/session/time-spent.js';

const session = { service: 'xx/any', dateOfService: '2025-03-03' };

describe('how the stated times fit together', () => {
  test.each([
    ['09:00', '11:00', undefined, 'sound', 120, 120],
    ['09:00', '11:00', 100, 'sound', 120, 100],
    ['09:00', '11:00', 120, 'sound', 120, 120],
    ['09:00', '11:00', 0, 'sound', 120, 0],
    ['00:00', '24:00', undefined, 'sound', 1440, 1440],
    ['09:00', '11:00', 121, 'unsound', 120, 121],
    ['11:00', '09:00', undefined, 'unsound', -120, null],
    ['09:00', '09:00', undefined, 'unsound', 0, null],
    ['09:00', null, undefined, 'half-known', null, null],
    [null, '11:00', 45, 'half-known', null, 45],
    [null, undefined, undefined, 'no-clock', null, null],
    [undefined, undefined, 45, 'no-clock', null, 45],
  ])(
    '%s to %s, %s minutes: %s, %s by the clock, %s spent',
    (startTime, endTime, minutes, clock, clockMinutes, spent) => {
      expect(timeSpent({ ...session, startTime, endTime, minutes })).toEqual({
        clock,
        clockMinutes,
        minutes: spent,
        atLeast: null,
      });
    },
  );
});

describe('the facts behind it', () => {
  test.each([
    [
      { startTime: '09:00', endTime: '11:00', minutes: 0 },
      ['/startTime', '/endTime', '/minutes'],
      ['minutes'],
    ],
    [{ startTime: '09:00', minutes: null }, ['/startTime'], ['endTime']],
    [{ endTime: '11:00' }, ['/endTime'], ['startTime']],
    [{}, [], ['startTime', 'endTime']],
  ])('%j', (times, stated, unknown) => {
    expect(statedTimes({ ...session, ...times })).toEqual(stated);
    expect(unknownTimes({ ...session, ...times }).map(({ path }) => path)).toEqual(unknown);
  });
});

test.each([
  ['00:30', null, 1470],
  ['02:00', null, 1320],
  [null, '00:30', 30],
  [null, '01:00', 120],
])('on the night on which the clock goes back, %s to %s: %s at most', (startTime, endTime, minutes) => {
  expect(mostMinutes({ ...session, dateOfService: '2024-11-03', startTime, endTime })).toBe(minutes);
});

describe('the most minutes with one clock time', () => {
  test.each([
    ['09:00', null, 900],
    ['23:59', undefined, 1],
    ['00:00', null, 1440],
    [null, '00:00', 0],
    [undefined, '11:15', 675],
    [null, '24:00', 1440],
    [null, undefined, Infinity],
  ])('%s to %s: %s', (startTime, endTime, minutes) => {
    expect(mostMinutes({ ...session, startTime, endTime })).toBe(minutes);
  });
});
