import { describe, expect, test } from 'vitest';
import { isZone } from '../../../src/adapters/fhir/times.js';
import { session } from './support.js';

const times = (start: string | undefined, end?: unknown, zone: string | null = 'America/Chicago') => {
  const { value, told } = session({ period: { start, end } }, [], { zone });
  const { dateOfService, startTime, endTime, minutes } = value;
  return { day: dateOfService, from: startTime, to: endTime, minutes, told };
};
const nothing = { day: undefined, from: undefined, to: undefined, minutes: undefined };

describe('an instant is read by the clock of the place', () => {
  test.each([
    [
      'an offset of the place',
      '2025-03-18T09:00:00-05:00',
      '2025-03-18T10:15:00-05:00',
      '2025-03-18',
      '09:00',
      '10:15',
    ],
    ['UTC', '2025-03-18T14:00:00Z', '2025-03-18T15:15:00Z', '2025-03-18', '09:00', '10:15'],
    [
      'UTC, with parts of a second',
      '2025-03-18T14:00:00.000Z',
      '2025-03-18T15:15:00.5Z',
      '2025-03-18',
      '09:00',
      '10:15',
    ],
    [
      'another offset',
      '2025-03-18T23:00:00+09:00',
      '2025-03-19T00:15:00+09:00',
      '2025-03-18',
      '09:00',
      '10:15',
    ],
    ['without seconds', '2025-03-18T09:00-05:00', '2025-03-18T10:15-05:00', '2025-03-18', '09:00', '10:15'],
    ['the day before in UTC', '2025-03-19T04:59:00Z', '2025-03-19T05:00:00Z', '2025-03-18', '23:59', '24:00'],
    ['midnight in UTC', '2025-03-19T00:00:00Z', '2025-03-19T01:00:00Z', '2025-03-18', '19:00', '20:00'],
    [
      'midnight of the place',
      '2025-03-18T00:00:00-05:00',
      '2025-03-18T01:00:00-05:00',
      '2025-03-18',
      '00:00',
      '01:00',
    ],
    [
      'up to midnight',
      '2025-03-18T23:00:00-05:00',
      '2025-03-19T00:00:00-05:00',
      '2025-03-18',
      '23:00',
      '24:00',
    ],
    [
      'a second that was added',
      '2025-03-18T14:00:60Z',
      '2025-03-18T15:14:60Z',
      '2025-03-18',
      '09:01',
      '10:15',
    ],
    ['winter', '2025-01-15T15:00:00Z', '2025-01-15T16:00:00Z', '2025-01-15', '09:00', '10:00'],
    [
      'an end before the start',
      '2025-03-18T09:00:00-05:00',
      '2025-03-18T08:00:00-05:00',
      '2025-03-18',
      '09:00',
      '08:00',
    ],
  ])('%s', (_title, start, end, day, from, to) => {
    expect(times(start, end)).toEqual({ day, from, to, minutes: undefined, told: [] });
  });

  test.each([
    ['America/New_York', '10:00'],
    ['America/Denver', '08:00'],
    ['UTC', '14:00'],
    ['America/Argentina/Buenos_Aires', '11:00'],
  ])('in %s', (zone, from) => {
    expect(times('2025-03-18T14:00:00Z', undefined, zone)).toMatchObject({ day: '2025-03-18', from });
  });

  test('whatever the zone of the machine is', () => {
    const before = process.env['TZ'];
    const all = ['Asia/Tokyo', 'America/Anchorage', 'UTC'].map((zone) => {
      process.env['TZ'] = zone;
      return times('2025-03-19T04:59:00Z', '2025-03-19T05:00:00Z');
    });
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1);
  });
});

describe('minutes are told where the clock alone does not tell them', () => {
  test.each([
    ['seconds that make a minute less', '2025-03-18T09:00:30-05:00', '2025-03-18T10:00:10-05:00', 59],
    ['seconds that do not', '2025-03-18T09:00:10-05:00', '2025-03-18T10:00:30-05:00', undefined],
    ['an hour that is skipped', '2025-03-09T01:30:00-06:00', '2025-03-09T03:30:00-05:00', 60],
    ['the night before', '2025-03-08T01:30:00-06:00', '2025-03-08T03:30:00-06:00', undefined],
    ['the first of two hours', '2025-11-02T01:15:00-05:00', '2025-11-02T01:45:00-05:00', 30],
    ['from the first to the second', '2025-11-02T01:15:00-05:00', '2025-11-02T01:45:00-06:00', 90],
    [
      'from the first to an earlier minute of the second',
      '2025-11-02T01:45:00-05:00',
      '2025-11-02T01:15:00-06:00',
      30,
    ],
    ['from the second back to the first', '2025-11-02T01:15:00-06:00', '2025-11-02T01:45:00-05:00', 0],
    ['the night after', '2025-11-03T01:15:00-06:00', '2025-11-03T01:45:00-06:00', undefined],
    ['up to midnight, half a minute late', '2025-03-18T23:00:30-05:00', '2025-03-19T00:00:00-05:00', 59],
  ])('%s', (_title, start, end, minutes) => {
    expect(times(start, end)).toMatchObject({ minutes, told: [] });
  });
});

describe('what is not stated in whole', () => {
  test.each([
    ['a day alone gives no time', '2025-03-18', '2025-03-18', { day: '2025-03-18' }],
    ['a start alone', '2025-03-18T09:00:00-05:00', undefined, { day: '2025-03-18', from: '09:00' }],
    ['an end on the day', '2025-03-18', '2025-03-18T10:00:00-05:00', { day: '2025-03-18', to: '10:00' }],
    ['an end in the month', '2025-03-18T09:00:00-05:00', '2025-03', { day: '2025-03-18', from: '09:00' }],
    ['an end in the year', '2025-03-18', '2025', { day: '2025-03-18' }],
  ])('%s', (_title, start, end, expected) => {
    expect(times(start, end)).toEqual({ ...nothing, ...expected, told: [] });
  });

  test.each([
    ['no start', undefined, '2025-03-18', ['day-not-known']],
    ['a month', '2025-03', '2025-03-18', ['day-not-known']],
    ['a year', '2025', undefined, ['day-not-known']],
    ['a day that does not exist', '2025-02-30', undefined, ['day-not-known', 'malformed']],
    ['a time that does not exist', '2025-03-18T24:00:00-05:00', undefined, ['day-not-known', 'malformed']],
    ['a time without an offset', '2025-03-18T09:00:00', undefined, ['day-not-known', 'malformed']],
    ['an offset that does not exist', '2025-03-18T09:00:00-15:00', undefined, ['day-not-known', 'malformed']],
    ['another form', '03/18/2025', undefined, ['day-not-known', 'malformed']],
    ['an end on the next day', '2025-03-18', '2025-03-19', ['ends-on-another-day']],
    [
      'an end on the next day, of a start with a time',
      '2025-03-18T09:00:00-05:00',
      '2025-03-19',
      ['ends-on-another-day'],
    ],
    ['a day and a minute', '2025-03-18T09:00:00-05:00', '2025-03-19T09:01:00-05:00', ['ends-on-another-day']],
    ['past midnight', '2025-03-18T23:00:00-05:00', '2025-03-19T00:10:00-05:00', ['ends-on-another-day']],
    [
      'a day less a minute',
      '2025-03-18T09:00:00-05:00',
      '2025-03-19T08:59:00-05:00',
      ['ends-on-another-day'],
    ],
    ['a day', '2025-03-18T09:00:00-05:00', '2025-03-19T09:00:00-05:00', ['ends-on-another-day']],
    ['two days', '2025-03-18T09:00:00-05:00', '2025-03-20T08:00:00-05:00', ['ends-on-another-day']],
    ['the day before', '2025-03-18T09:00:00-05:00', '2025-03-17T10:00:00-05:00', ['ends-on-another-day']],
    [
      'past midnight, of a start without a time',
      '2025-03-18',
      '2025-03-19T01:00:00-05:00',
      ['ends-on-another-day'],
    ],
    ['a month after', '2025-03-18', '2025-04', ['ends-on-another-day']],
    ['a month before', '2025-03-18', '2025-02', ['ends-on-another-day']],
  ])('%s: left out', (_title, start, end, told) => {
    expect(times(start, end)).toEqual({ ...nothing, told });
  });

  test('an end that cannot be read is not known', () => {
    expect(times('2025-03-18', 'noon')).toEqual({ ...nothing, day: '2025-03-18', told: ['malformed'] });
    expect(times('2025-03-18', 5)).toEqual({ ...nothing, day: '2025-03-18', told: ['malformed'] });
  });

  test('an instant without a zone has no day; a day has', () => {
    expect(times('2025-03-18T09:00:00Z', undefined, null)).toEqual({
      ...nothing,
      told: ['day-not-known', 'zone-not-stated'],
    });
    expect(times('2025-03-18', undefined, null)).toEqual({ ...nothing, day: '2025-03-18', told: [] });
  });
});

describe('the length of a visit', () => {
  const UCUM = 'http://unitsofmeasure.org';
  const start = '2025-03-18T09:00:00-05:00';
  const period = { start, end: '2025-03-18T10:00:30-05:00' };
  test.each([
    [{ value: 45, code: 'min', system: UCUM }, 45],
    [{ value: 0.75, code: 'h', system: UCUM }, 45],
    [{ value: 1.15, code: 'h', system: UCUM }, 69],
    [{ value: 45, code: 'min' }, 45],
    [{ value: 0, code: 'min' }, 0],
  ])('%j', (length, minutes) => {
    const { value, places, told } = session({ period, length });
    expect(value).toMatchObject({ startTime: '09:00', endTime: '10:00', minutes });
    expect(places['/minutes']).toBe('Encounter/e1.length');
    expect(told).toEqual([]);
  });

  test.each([
    [{ value: 45, unit: 'minutes' }],
    [{ value: 45, code: 'min', system: 'urn:iso:std:iso:11073:10101' }],
    [{ value: 2700, code: 's', system: UCUM }],
    [{ value: -45, code: 'min', system: UCUM }],
    [{ value: '45', code: 'min', system: UCUM }],
    [{ value: 45, code: 'min', system: UCUM, comparator: '<' }],
    [{ code: 'min' }],
    ['45 min'],
  ])('%j is not read, and may be shorter than the clock shows', (length) => {
    const { value, told } = session({ period, length });
    expect(value).toMatchObject({ startTime: '09:00' });
    expect(value).not.toHaveProperty('endTime');
    expect(value).not.toHaveProperty('minutes');
    expect(told).toContain('length-not-read');
  });

  test('more minutes than there are make no session', () => {
    const { value, told, unread } = session({ length: { value: 1e10, code: 'min' } });
    expect(value).toEqual({ id: 'e1' });
    expect([told, unread]).toEqual([['malformed'], 'not-in-form']);
  });
});

test.each([
  ['America/Chicago', true],
  ['america/chicago', true],
  ['US/Central', true],
  ['UTC', true],
  ['Etc/GMT+6', true],
  ['America/Nowhere', false],
  ['CST', false],
  ['EST', false],
  ['-06:00', false],
  ['', false],
])('%s as a zone: %s', (name, expected) => {
  expect(isZone(name)).toBe(expected);
});
