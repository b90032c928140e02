import { describe, expect, test } from 'vitest';
import { parse } from '../../src/facts/parse.js';
import { historySchema } from '../../src/facts/prior-use.js';
import { withoutCodes } from '../support/issues.js';

const use = { service: 'mo/peer-support', dateOfService: '2025-03-03', units: 8 };

function issuesOf(value: unknown) {
  const parsed = parse(historySchema, value);
  return parsed.ok ? [] : withoutCodes(parsed.issues);
}

test.each([
  [[]],
  [[use, use]],
  [[{ ...use, id: 'S-1', memberId: 'M-1', minutes: 120, startTime: '22:00', endTime: '24:00' }]],
  [[{ ...use, id: null, memberId: null, minutes: null, startTime: null, endTime: null }]],
  [[{ ...use, units: 0 }]],
  [[{ ...use, units: 1e9 }]],
  [[{ ...use, id: '' }]],
])('units already billed: %j', (history) => {
  expect(parse(historySchema, history)).toEqual({ ok: true, value: history });
});

describe('no units already billed', () => {
  test.each([
    [{ units: -8 }, '/units', 'expected a number of at least 0, found a smaller one'],
    [{ units: 1_000_000_001 }, '/units', 'expected a number of at most 1000000000, found a larger one'],
    [{ memberId: '' }, '/memberId', 'expected text that is not empty, found empty text'],
    [{ units: null }, '/units', 'expected a number, found null'],
    [{ service: null }, '/service', 'expected text, found null'],
    [
      { dateOfService: '2025-03-00' },
      '/dateOfService',
      'expected a day that exists, written YYYY-MM-DD, found other text',
    ],
    [
      { startTime: '24:00' },
      '/startTime',
      'expected a time from 00:00 to 23:59, written HH:mm, found other text',
    ],
    [{ memberID: 'M-1' }, '/memberID', 'unknown key "memberID"; did you mean "memberId"?'],
  ])('%j', (change, path, message) => {
    expect(issuesOf([use, { ...use, ...change }])).toEqual([{ path: `/1${path}`, message }]);
  });
});
