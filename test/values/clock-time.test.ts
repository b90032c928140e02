import { describe, expect, test } from 'vitest';
import { isClockTime, isEndTime, minuteOfDay } from '../../src/values/clock-time.js';

describe('a time of day', () => {
  test.each([
    ['00:00', 0],
    ['00:01', 1],
    ['09:30', 570],
    ['12:00', 720],
    ['19:59', 1199],
    ['20:00', 1200],
    ['23:59', 1439],
  ])('%s is minute %i', (time, minute) => {
    expect([isClockTime(time), isEndTime(time), minuteOfDay(time)]).toEqual([true, true, minute]);
  });

  test('24:00 is the end of the day, and no start', () => {
    expect([isClockTime('24:00'), isEndTime('24:00'), minuteOfDay('24:00')]).toEqual([false, true, 1440]);
  });
});

describe('no time', () => {
  test.each([
    ['', 'nothing'],
    ['9:00', 'one digit'],
    ['24:01', 'after the end of the day'],
    ['25:00', 'no hour 25'],
    ['12:60', 'no minute 60'],
    ['12:5', 'one digit'],
    ['12', 'no minutes'],
    ['1200', 'no colon'],
    ['12.00', 'a point'],
    ['12:00:00', 'seconds'],
    ['12:00 PM', 'noon'],
    ['12:00\n', 'a line end'],
    [' 12:00', 'a space'],
    ['-1:00', 'a sign'],
    ['１２:00', 'full-width digits'],
    ['12:00Z', 'a zone'],
    ['1'.repeat(1_000_000), 'a million digits'],
  ])('%.20j (%s)', (text) => {
    expect([isClockTime(text), isEndTime(text)]).toEqual([false, false]);
  });
});
