import { describe, expect, test } from 'vitest';
import type { PriorUse } from '../../src/index.js';
import { usedInHistory } from '../../src/check/used-before.js';
import { peerSession, type Change } from '../rules/support.js';

const use = (units: number, rest: Partial<PriorUse> = {}): PriorUse => ({
  service: 'mo/peer-support',
  dateOfService: '2017-05-16',
  units,
  ...rest,
});

function used(history: PriorUse[] | null, per: 'day' | 'calendar-month' = 'day', change: Change = {}) {
  const { atLeast, atMost, unknown } = usedInHistory(history, peerSession(change))(per);
  return [atLeast, atMost, ...unknown.map(({ path }) => path)];
}

describe('units used before the session of M-4 on 2017-05-16', () => {
  test.each<[title: string, PriorUse[] | null, expected: unknown[]]>([
    ['nothing else was billed', [], [0, 0]],
    ['what was billed is not known', null, [0, Infinity, 'history']],
    ['uses add up', [use(8), use(4)], [12, 12]],
    ['parts of units add up to a millionth', [use(0.1), use(0.2)], [0.3, 0.3]],
    ['one whose member is not stated is of this member', [use(8)], [8, 8]],
    ['one of this member', [use(8, { memberId: 'M-4' })], [8, 8]],
    ['one of another member is not counted', [use(8, { memberId: 'M-5' }), use(1)], [1, 1]],
    [
      'one of a member whose key is alike may be counted',
      [use(8, { memberId: 'm-4 ' }), use(1)],
      [1, 9, 'member.id'],
    ],
    [
      'two whose keys are alike may both be',
      [use(8, { memberId: 'm-4' }), use(2, { memberId: '0M-4' })],
      [0, 10, 'member.id'],
    ],
    ['one of no units tells nobody apart', [use(0, { memberId: 'm-4' }), use(1)], [1, 1]],
    ['one of another service is not counted', [use(8, { service: 'mo/H2017TG' }), use(1)], [1, 1]],
    ['the session itself is not counted', [use(8, { id: 'S-4001' }), use(1)], [1, 1]],
    ['one with another key is counted', [use(8, { id: 'S-4000' })], [8, 8]],
    ['one later that day is counted', [use(8, { startTime: '20:00' })], [8, 8]],
    ['one of another day is not counted', [use(8, { dateOfService: '2017-05-15' }), use(1)], [1, 1]],
  ])('%s', (_title, history, expected) => {
    expect(used(history)).toEqual(expected);
  });
});

describe('units used before in the month of 2017-05-16', () => {
  test.each([
    ['2017-04-30', 0],
    ['2017-05-01', 8],
    ['2017-05-16', 8],
    ['2017-05-31', 8],
    ['2017-06-01', 0],
    ['2016-05-16', 0],
  ])('%s: %i', (dateOfService, expected) => {
    expect(used([use(8, { dateOfService })], 'calendar-month')).toEqual([expected, expected]);
  });
});

describe('of a session whose member has no key', () => {
  const noKey = { member: { id: null } };

  test.each<[title: string, PriorUse[], expected: unknown[]]>([
    ['uses without a member are counted', [use(8)], [8, 8]],
    ['uses of someone may be counted', [use(8), use(4, { memberId: 'M-5' })], [8, 12, 'member.id']],
    [
      'uses of two may be counted, but not of both',
      [use(20, { memberId: 'M-5' }), use(8, { memberId: 'M-6' }), use(4, { memberId: 'M-5' })],
      [0, 24, 'member.id'],
    ],
    [
      'of two whose keys are alike, of both',
      [use(20, { memberId: 'M-5' }), use(8, { memberId: 'm-5' }), use(24, { memberId: 'M-6' })],
      [0, 28, 'member.id'],
    ],
    ['a use of no units tells nobody apart', [use(8), use(0, { memberId: 'M-5' })], [8, 8]],
  ])('%s', (_title, history, expected) => {
    expect(used(history, 'day', noKey)).toEqual(expected);
  });

  test('a session without a key is no prior use without one', () => {
    expect(used([use(8, { id: null })], 'day', { id: null })).toEqual([8, 8]);
    expect(used([use(8)], 'day', { id: null })).toEqual([8, 8]);
  });
});
