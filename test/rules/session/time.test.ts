import { describe, expect, test } from 'vitest';
import { generalCitation, wholeSentences, peerResult, questionOf, saidBy, type Change } from '../support.js';

const always = {
  rule: 'session/time',
  severity: 'error',
  citations: [generalCitation('A session ends after it starts, on the same day')],
  basis: 'general',
};
const said = (change: Change) => saidBy('session/time', peerResult(change));

describe('sound', () => {
  test.each<[Change]>([
    [{ startTime: '09:00', endTime: '09:01', units: null }],
    [{ startTime: '00:00', endTime: '24:00' }],
    [{ startTime: '23:59', endTime: '24:00' }],
    [{ startTime: '09:00', endTime: '11:00', minutes: 120 }],
    [{ startTime: '09:00', endTime: '11:00', minutes: 0 }],
  ])('%j', (change) => {
    expect(said(change)).toBe('pass');
  });
});

describe('cannot be so', () => {
  test.each<[Change, string, clock: number, minutes: number | null, string[]]>([
    [
      { startTime: '23:00', endTime: '01:00' },
      'The session starts at 23:00 and ends at 01:00. One that runs past midnight is recorded as two, split at midnight; or the end lacks 12 hours (AM for PM).',
      -1320,
      null,
      ['/startTime', '/endTime'],
    ],
    [
      { startTime: '22:00', endTime: '00:00' },
      'The session starts at 22:00 and ends at 00:00, which is the start of the day. Its end at midnight is written 24:00.',
      -1320,
      null,
      ['/startTime', '/endTime'],
    ],
    [
      { startTime: '09:00', endTime: '09:00' },
      'The session starts and ends at 09:00. It must end after it starts.',
      0,
      null,
      ['/startTime', '/endTime'],
    ],
    [
      { startTime: '09:00', endTime: '11:00', minutes: 121 },
      '121 minutes are stated. From 09:00 to 11:00 there are only 120.',
      120,
      121,
      ['/startTime', '/endTime', '/minutes'],
    ],
    [
      { startTime: '23:00', endTime: '01:00', minutes: 120 },
      'The session starts at 23:00 and ends at 01:00. One that runs past midnight is recorded as two, split at midnight; or the end lacks 12 hours (AM for PM).',
      -1320,
      120,
      ['/startTime', '/endTime', '/minutes'],
    ],
  ])('%j', (change, message, clockMinutes, minutes, paths) => {
    expect(message).toMatch(wholeSentences);
    expect(said(change)).toStrictEqual({
      ...always,
      outcome: 'fail',
      message,
      data: { clockMinutes, minutes },
      paths,
      missing: [],
      denials: [{ carc: '16', rarc: 'N443', group: 'CO', likelihood: 'possible', seenAt: 'audit' }],
    });
  });
});

describe('half known', () => {
  const clause = 'A session ends after it starts, on the same day, and its minutes fit between.';

  test.each<[Change, message: string, paths: string[], missing: object, minutes: number | null]>([
    [
      { endTime: null },
      `Not known: the end time. ${clause}`,
      ['/startTime', '/endTime'],
      questionOf.end,
      null,
    ],
    [
      { startTime: null },
      `Not known: the start time. ${clause}`,
      ['/endTime', '/startTime'],
      questionOf.start,
      null,
    ],
    [
      { startTime: null, minutes: 30 },
      `Not known: the start time. ${clause}`,
      ['/endTime', '/minutes', '/startTime'],
      questionOf.start,
      30,
    ],
  ])('%j', (change, message, paths, missing, minutes) => {
    expect(message).toMatch(wholeSentences);
    expect(said(change)).toStrictEqual({
      ...always,
      outcome: 'unknown',
      message,
      data: { clockMinutes: null, minutes },
      paths,
      missing: [missing],
      denials: [],
    });
  });
});

test.each<[Change]>([
  [{ startTime: null, endTime: null }],
  [{ startTime: null, endTime: null, minutes: 120 }],
])('no clock times, %j: not applicable', (change) => {
  expect(said(change)).toBe('not applicable: clock-not-stated');
});

describe('the nights on which the clock changes', () => {
  const on = (dateOfService: string, startTime: string, endTime: string, more: object = {}) =>
    peerResult({ dateOfService, startTime, endTime, plan: { from: null }, units: null, ...more });

  test.each<[title: string, day: string, start: string, end: string, minutes: number | undefined]>([
    ['forward, over the hour that is not', '2025-03-09', '01:30', '03:30', 60],
    ['forward, to the moment of the change', '2025-03-09', '01:00', '02:00', 60],
    ['forward, from the moment after it', '2025-03-09', '03:00', '04:00', 60],
    ['forward, later that day', '2025-03-09', '09:00', '10:00', 60],
    ['the day after it', '2025-03-10', '02:15', '03:15', 60],
    ['the Sunday before it', '2025-03-02', '02:15', '03:15', 60],
    ['back, before the hour that is twice', '2024-11-03', '00:10', '00:50', 40],
    ['back, over the hour that is twice', '2024-11-03', '00:30', '02:30', 180],
    ['back, after it', '2024-11-03', '02:00', '03:00', 60],
    ['back, from within it', '2024-11-03', '01:00', '02:00', undefined],
    ['back, into it', '2024-11-03', '00:30', '01:30', undefined],
    ['back, within it', '2024-11-03', '01:10', '01:50', undefined],
    ['the Sunday after it', '2024-11-10', '01:10', '01:50', 40],
  ])('%s', (_title, day, start, end, minutes) => {
    const result = on(day, start, end);
    expect(saidBy('session/time', result)).toBe('pass');
    expect(result.units?.minutes).toBe(minutes);
  });

  test.each([
    ['02:15', '03:15', '02:15'],
    ['02:00', '03:00', '02:00'],
    ['01:00', '02:59', '02:59'],
  ])('forward, from %s to %s: there is no %s', (start, end, none) => {
    expect(saidBy('session/time', on('2025-03-09', start, end))).toMatchObject({
      outcome: 'fail',
      message: `There is no ${none} on 2025-03-09: the clock goes forward from 02:00 to 03:00.`,
    });
  });

  test('forward, an end before the start is as on any day', () => {
    const message = expect.stringContaining('split at midnight') as string;
    expect(saidBy('session/time', on('2025-03-09', '01:00', '00:30'))).toMatchObject({ message });
  });

  test.each([
    ['01:45', '01:15'],
    ['01:30', '01:30'],
  ])('back, from %s to %s: minutes would tell', (start, end) => {
    const asked = { outcome: 'unknown', missing: [{ path: '/minutes' }] };
    expect(saidBy('session/time', on('2024-11-03', start, end))).toMatchObject(asked);
    expect(saidBy('session/time', on('2024-11-03', start, end, { minutes: 30 }))).toBe('pass');
    expect(saidBy('units/unbilled-time', on('2024-11-03', start, end, { units: 1 }))).toBe(
      'not applicable: units-or-time-not-known',
    );
    expect(saidBy('units/time', on('2024-11-03', start, end, { units: 9 }))).toMatchObject(asked);
  });

  test('back, more minutes than the longer of the two', () => {
    expect(saidBy('session/time', on('2024-11-03', '01:00', '02:00', { minutes: 121 }))).toMatchObject({
      outcome: 'fail',
      message: '121 minutes are stated. From 01:00 to 02:00 there are only 120.',
    });
  });

  test.each<[units: number | null, outcome: unknown]>([
    [4, 'pass'],
    [
      8,
      {
        outcome: 'unknown',
        missing: [{ path: '/minutes' }],
        message:
          'Not known: the minutes spent. 8 units are claimed. The clock goes back that night: it may be 60 or 120 minutes. A unit is 15 minutes.',
      },
    ],
    [9, { outcome: 'fail' }],
    [null, 'pass'],
  ])('back, one hour or two: %j units', (units, outcome) => {
    const answer = saidBy('units/time', on('2024-11-03', '01:00', '02:00', { units }));
    expect(answer).toEqual(
      typeof outcome === 'string' ? outcome : expect.objectContaining(holding(outcome as object)),
    );
  });

  test('back, with no units stated the units asked for are between two numbers', () => {
    const result = on('2024-11-03', '01:00', '02:00', { minutes: null });
    const before = [{ service: 'mo/peer-support', dateOfService: '2024-11-03', units: 26 }];
    expect(saidBy('units/daily-limit', result)).toBe('pass');
    const limited = peerResult(
      {
        dateOfService: '2024-11-03',
        startTime: '01:00',
        endTime: '02:00',
        plan: { from: null },
        units: null,
      },
      { history: before },
    );
    expect(saidBy('units/daily-limit', limited)).toMatchObject({
      outcome: 'unknown',
      missing: [{ path: '/minutes' }],
    });
  });
});

function holding(parts: object): object {
  return 'missing' in parts
    ? { ...parts, missing: [expect.objectContaining({ path: '/minutes' }) as object] }
    : parts;
}
