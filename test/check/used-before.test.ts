import { describe, expect, test } from 'vitest';
import {
  checkSession,
  checkSessions,
  H2017TG,
  peerSupport,
  services,
  type PriorUse,
} from '../../src/index.js';
import { notice } from '../../src/findings/notices.js';
import { usedInHistory } from '../../src/check/used-before.js';
import { peerSession, type Change } from '../rules/support.js';

const use = (units: number, rest: Partial<PriorUse> = {}): PriorUse => ({
  service: 'mo/peer-support',
  dateOfService: '2017-05-16',
  units,
  ...rest,
});

const coded = (units: number, rest: Partial<PriorUse> = {}): PriorUse =>
  use(units, { service: null, procedureCode: 'H0038', ...rest });

function used(history: PriorUse[] | null, per: 'day' | 'calendar-month' = 'day', change: Change = {}) {
  const { used: usedIn } = usedInHistory(history, peerSession(change), peerSupport, services);
  const { atLeast, atMost, unknown } = usedIn(per);
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
    ['its key and another member', [use(8, { id: 'S-4001', memberId: 'M-5' }), use(1)], [1, 1]],
    ['its key under a code of no service', [coded(8, { id: 'S-4001' }), use(1)], [1, 1]],
    ['a code of no service may be of this one', [coded(8), use(1)], [1, 9, 'history']],
    ['H2017 is of another one in Missouri', [coded(8, { procedureCode: 'h2017zz' }), use(1)], [1, 1]],
    ['a code of no service, of another day', [coded(8, { dateOfService: '2017-06-16' }), use(1)], [1, 1]],
    ['what was reversed is not counted', [use(8), use(-8), use(1)], [1, 1]],
    ['what was reversed in part is, in part', [use(-3), use(8)], [5, 5]],
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

test('a prior use with the key of the session, which is another, is counted in the month', () => {
  const uses = [use(8, { id: 'S-4001', dateOfService: '2017-05-02' })];
  expect(used(uses, 'calendar-month')).toEqual([8, 8]);
});

test('a use of a code of no service is of none that has a code of its own', () => {
  const session = { ...peerSession(), service: 'mo/H2017TG' };
  const { used: usedIn } = usedInHistory([coded(8)], session, H2017TG, services);
  expect(usedIn('day')).toMatchObject({ atLeast: 0, atMost: 0 });
});

describe('prior uses with the key of a session that are another are told', () => {
  const told = (history: PriorUse[], change: Change = {}) =>
    checkSession(peerSession(change), { history }).notices.filter(({ code }) => code === 'ids-agree');

  test.each<[title: string, PriorUse, number]>([
    ['of another day', use(1, { id: 'S-4001', dateOfService: '2017-05-17' }), 1],
    ['of another service', use(1, { id: 'S-4001', service: 'mo/H2017TG' }), 1],
    ['of another member', use(1, { id: 'S-4001', memberId: 'M-5' }), 1],
    ['the session itself', use(1, { id: 'S-4001', memberId: 'M-4' }), 0],
    ['another key', use(1, { id: 'S-4002', dateOfService: '2017-05-17' }), 0],
  ])('%s', (_title, prior, number) => {
    expect(told([prior])).toEqual(number === 0 ? [] : [notice('ids-agree', { count: number })]);
  });

  test('a member that is not stated is no other', () => {
    expect(told([use(1, { id: 'S-4001', memberId: 'M-5' })], { member: { id: null } })).toEqual([]);
  });

  test('in a batch each once', () => {
    const prior = use(1, { id: 'A', memberId: 'M-5' });
    const { notices } = checkSessions(
      [
        { ...peerSession(), id: 'A' },
        { ...peerSession({ startTime: '20:00', endTime: '21:00', units: 4 }), id: 'A' },
      ],
      { history: [prior] },
    );
    expect(notices).toContainEqual(notice('ids-agree', { count: 1 }));
  });
});
