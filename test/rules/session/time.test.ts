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
      'The session starts at 23:00 and ends at 01:00. One that runs past midnight is recorded as two, split at midnight.',
      -1320,
      null,
      ['/startTime', '/endTime'],
    ],
    [
      { startTime: '22:00', endTime: '00:00' },
      'The session starts at 22:00 and ends at 00:00. One that runs past midnight is recorded as two, split at midnight.',
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
      'The session starts at 23:00 and ends at 01:00. One that runs past midnight is recorded as two, split at midnight.',
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
