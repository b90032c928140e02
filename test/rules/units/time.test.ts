import { describe, expect, test } from 'vitest';
import type { CheckOptions } from '../../../src/index.js';
import { bulletin, wholeSentences, peerResult, questionOf, saidBy, type Change } from '../support.js';
import { anyService, resultOf } from '../service/any-service.js';

const always = {
  rule: 'units/time',
  severity: 'error',
  citations: [bulletin('6.1')],
  basis: 'reading',
  reading: { name: 'rounding', setting: 'rounding' },
};
const said = (change: Change, options?: CheckOptions) => saidBy('units/time', peerResult(change, options));
const midpoint: CheckOptions = { readings: { rounding: 'midpoint' } };

describe('the time supports the units', () => {
  test.each<[Change, CheckOptions?]>([
    [{ endTime: '11:00', units: 8 }],
    [{ endTime: '11:14', units: 8 }],
    [{ endTime: '11:00', units: 1 }],
    [{ endTime: '11:00', units: null }],
    [{ endTime: '09:15', units: null }],
    [{ endTime: '11:00', units: 0 }],
    [{ startTime: null, endTime: null, units: 0 }],
    [{ startTime: null, endTime: null, minutes: 120 }],
    [{ endTime: '12:00', minutes: 120 }],
    [{ endTime: '10:53', units: 8 }, midpoint],
    [{ endTime: null, minutes: 120 }],
  ])('%j', (change, options) => {
    expect(said(change, options)).toBe('pass');
  });
});

describe('the time does not support the units', () => {
  test.each<[Change, string, data: object, paths: string[], CheckOptions?]>([
    [
      { endTime: '10:59' },
      '8 units are claimed. 119 minutes support only 7 units of 15 minutes.',
      { claimed: 8, supported: 7, minutes: 119, unitMinutes: 15 },
      ['/units', '/startTime', '/endTime'],
    ],
    [
      { endTime: '10:52' },
      '8 units are claimed. 112 minutes support only 7 units of 15 minutes.',
      { claimed: 8, supported: 7, minutes: 112, unitMinutes: 15 },
      ['/units', '/startTime', '/endTime'],
      midpoint,
    ],
    [
      { minutes: 100 },
      '8 units are claimed. 100 minutes support only 6 units of 15 minutes.',
      { claimed: 8, supported: 6, minutes: 100, unitMinutes: 15 },
      ['/units', '/startTime', '/endTime', '/minutes'],
    ],
    [
      { endTime: '09:14', units: null },
      'No units are stated. 14 minutes support only 0 units of 15 minutes.',
      { claimed: null, supported: 0, minutes: 14, unitMinutes: 15 },
      ['/startTime', '/endTime'],
    ],
    [
      { startTime: null, endTime: null, minutes: 29, units: 2 },
      '2 units are claimed. 29 minutes support only 1 unit of 15 minutes.',
      { claimed: 2, supported: 1, minutes: 29, unitMinutes: 15 },
      ['/units', '/minutes'],
    ],
  ])('%j', (change, message, data, paths, options) => {
    expect(message).toMatch(wholeSentences);
    expect(said(change, options)).toStrictEqual({
      ...always,
      outcome: 'fail',
      message,
      data,
      paths,
      missing: [],
      denials: [{ carc: '151', rarc: 'N206', group: 'CO', likelihood: 'possible', seenAt: 'audit' }],
    });
  });
});

describe('the time is not known', () => {
  const { start, end } = questionOf;

  test.each<[Change, string, data: object, paths: string[], missing: object[]]>([
    [
      { startTime: null, endTime: null },
      'Not known: the start time; the end time. 8 units are claimed. A unit is 15 minutes.',
      { claimed: 8, supported: null, minutes: null, unitMinutes: 15 },
      ['/units', '/startTime', '/endTime'],
      [start, end],
    ],
    [
      { endTime: null, units: null },
      'Not known: the end time. No units are stated. A unit is 15 minutes.',
      { claimed: null, supported: null, minutes: null, unitMinutes: 15 },
      ['/startTime', '/endTime'],
      [end],
    ],
    [
      { endTime: null, minutes: 100 },
      'Not known: the end time. 8 units are claimed. 100 minutes support only 6 units of 15 minutes.',
      { claimed: 8, supported: 6, minutes: 100, unitMinutes: 15 },
      ['/units', '/startTime', '/minutes', '/endTime'],
      [end],
    ],
  ])('%j', (change, message, data, paths, missing) => {
    expect(message).toMatch(wholeSentences);
    expect(said(change)).toStrictEqual({
      ...always,
      outcome: 'unknown',
      message,
      data,
      paths,
      missing,
      denials: [],
    });
  });
});

describe('not applicable', () => {
  test('times that cannot be so', () => {
    expect(said({ endTime: '08:00' })).toBe('not applicable: times-impossible');
  });

  test('a document that sets no unit', () => {
    expect(saidBy('units/time', resultOf(anyService, { units: 99, minutes: 1 }))).toBe(
      'not applicable: unit-not-set',
    );
  });
});

test('a single minute is spoken of in the singular', () => {
  expect(said({ endTime: '09:01', units: 1 })).toMatchObject({
    message: '1 unit is claimed. 1 minute supports only 0 units of 15 minutes.',
  });
});
