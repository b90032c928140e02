import { expect, test } from 'vitest';
import { clockChangeOn } from '../../src/values/clock-change.js';
import { days, weekdayOf } from './naive-calendar.js';

test('the clock changes on two Sundays of each year from 2007 on', () => {
  const changes = days.filter((day) => clockChangeOn(day) !== undefined);
  const years = days.filter((day) => day.endsWith('-01-01') && day >= '2007').length;
  expect(changes).toHaveLength(2 * years);
  expect(changes.every((day) => weekdayOf(day) === 0)).toBe(true);
});

test.each([
  ['2007-03-11', 'forward'],
  ['2007-11-04', 'back'],
  ['2024-03-10', 'forward'],
  ['2024-11-03', 'back'],
  ['2025-03-09', 'forward'],
  ['2025-11-02', 'back'],
  ['2026-03-08', 'forward'],
  ['2026-11-01', 'back'],
  ['2028-03-12', 'forward'],
  ['2027-11-07', 'back'],
  ['2006-03-12', undefined],
  ['2006-11-05', undefined],
  ['2025-03-02', undefined],
  ['2025-03-16', undefined],
  ['2025-11-09', undefined],
  ['2025-03-10', undefined],
  ['2025-04-06', undefined],
])('%s: %s', (day, change) => {
  expect(clockChangeOn(day)).toBe(change);
});
