import { describe, expect, test } from 'vitest';
import { bulletin, wholeSentences, peerResult, saidBy, type Change } from '../support.js';
import { anyService, resultOf } from '../service/any-service.js';

const said = (change: Change) => saidBy('units/unbilled-time', peerResult(change));

describe('no time is left unbilled', () => {
  test.each<[Change]>([
    [{}],
    [{ endTime: '11:14' }],
    [{ units: 9 }],
    [{ startTime: null, endTime: null, minutes: 120 }],
  ])('%j', (change) => {
    expect(said(change)).toBe('pass');
  });
});

describe('time is left unbilled, which is information', () => {
  test.each<[Change, string, data: object]>([
    [
      { endTime: '11:15' },
      '8 units are claimed. 135 minutes support 9 units of 15 minutes, which is more.',
      { claimed: 8, supported: 9, minutes: 135, unitMinutes: 15 },
    ],
    [
      { units: 1 },
      '1 unit is claimed. 120 minutes support 8 units of 15 minutes, which is more.',
      { claimed: 1, supported: 8, minutes: 120, unitMinutes: 15 },
    ],
    [
      { units: 0 },
      '0 units are claimed. 120 minutes support 8 units of 15 minutes, which is more.',
      { claimed: 0, supported: 8, minutes: 120, unitMinutes: 15 },
    ],
  ])('%j', (change, message, data) => {
    expect(message).toMatch(wholeSentences);
    expect(said(change)).toStrictEqual({
      rule: 'units/unbilled-time',
      outcome: 'fail',
      severity: 'info',
      message,
      data,
      paths: ['/units', '/startTime', '/endTime'],
      missing: [],
      citations: [bulletin('6.1')],
      basis: 'reading',
      reading: { name: 'rounding', setting: 'rounding' },
      denials: [],
    });
  });

  test('and the session is still billable', () => {
    expect(peerResult({ units: 1 }).verdict).toBe('billable');
  });
});

describe('not applicable', () => {
  test.each<[Change, reason: string]>([
    [{ units: null }, 'units-or-time-not-known'],
    [{ endTime: null }, 'units-or-time-not-known'],
    [{ endTime: null, minutes: 120 }, 'units-or-time-not-known'],
    [{ startTime: null, minutes: 135 }, 'units-or-time-not-known'],
    [{ startTime: null, endTime: null }, 'units-or-time-not-known'],
    [{ endTime: '08:00' }, 'times-impossible'],
  ])('%j: %s', (change, reason) => {
    expect(said(change)).toBe(`not applicable: ${reason}`);
  });

  test('a document that sets no unit', () => {
    expect(saidBy('units/unbilled-time', resultOf(anyService, { units: 1, minutes: 99 }))).toBe(
      'not applicable: unit-not-set',
    );
  });
});
