import { describe, expect, test } from 'vitest';
import { createLedger as ledgerOf, type Ledger } from '../../src/check/ledger.js';
import type { PriorUse } from '../../src/index.js';
import type { UnitCount } from '../../src/rules/rule.js';
import { entry, use } from './support.js';

function createLedger(history: readonly PriorUse[] | undefined, isSure = true): Ledger {
  return ledgerOf(
    history?.map((prior, index) => ({ use: prior, index, member: prior.memberId ?? '', isSure })),
  );
}

const exactly = (units: number): UnitCount => ({ atLeast: units, atMost: units, unknown: [] });
const notKnown: UnitCount = { atLeast: 0, atMost: Infinity, unknown: [{ path: 'startTime' }] };

function before(ledger: Ledger, change = {}) {
  const session = entry('S-9', change);
  const usedBefore = ledger.usedBefore(session.member?.id ?? null, session);
  return (['day', 'calendar-month'] as const).map((per) => {
    const { atLeast, atMost, unknown } = usedBefore(per);
    return [atLeast, atMost, ...unknown.map(({ path }) => path)];
  });
}

describe('a ledger', () => {
  test('begins with what was billed, by member, service, day and month', () => {
    const ledger = createLedger([
      use(8),
      use(4, { dateOfService: '2017-05-01' }),
      use(2, { dateOfService: '2017-04-30' }),
      use(16, { memberId: 'M-5' }),
      use(32, { service: 'mo/H2017TG' }),
    ]);
    expect(before(ledger)).toEqual([
      [8, 8],
      [12, 12],
    ]);
    expect(before(ledger, { member: { id: 'M-5' } })).toEqual([
      [16, 16],
      [16, 16],
    ]);
    expect(before(ledger, { dateOfService: '2017-04-01' })).toEqual([
      [0, 0],
      [2, 2],
    ]);
  });

  test('grows by what is added', () => {
    const ledger = createLedger([use(8)]);
    ledger.add('M-4', entry('S-1'), exactly(4));
    ledger.add('M-4', entry('S-2', { dateOfService: '2017-05-17' }), exactly(2));
    ledger.add('M-5', entry('S-3'), exactly(1));
    expect(before(ledger)).toEqual([
      [12, 12],
      [14, 14],
    ]);
  });

  test('of units that are not known leaves the window open from there on', () => {
    const ledger = createLedger([use(8)]);
    ledger.add('M-4', entry('S-1'), notKnown);
    ledger.add('M-4', entry('S-2'), exactly(4));
    ledger.add('M-4', entry('S-3'), { ...notKnown, atMost: 4 });
    expect(before(ledger)).toEqual([
      [12, Infinity, 'history'],
      [12, Infinity, 'history'],
    ]);
    expect(before(ledger, { dateOfService: '2017-05-17' })).toEqual([
      [0, 0],
      [12, Infinity, 'history'],
    ]);
  });

  test('of units that are known to be few leaves the window open all the same', () => {
    const ledger = createLedger([use(8)]);
    ledger.add('M-4', entry('S-1'), { ...notKnown, atMost: 4 });
    expect(before(ledger)).toEqual([
      [8, Infinity, 'history'],
      [8, Infinity, 'history'],
    ]);
  });

  test('without a history knows what was added at least', () => {
    const ledger = createLedger(undefined);
    expect(before(ledger)).toEqual([
      [0, Infinity, 'history'],
      [0, Infinity, 'history'],
    ]);
    ledger.add('M-4', entry('S-1'), exactly(4));
    expect(before(ledger)).toEqual([
      [4, Infinity, 'history'],
      [4, Infinity, 'history'],
    ]);
  });

  test('does not know what a member without a key used, and counts it for no one', () => {
    const noKey = { member: { id: null } };
    const ledger = createLedger([]);
    ledger.add(null, entry('S-1', noKey), exactly(4));
    expect(before(ledger, noKey)).toEqual([
      [0, Infinity, 'member.id'],
      [0, Infinity, 'member.id'],
    ]);
    expect(before(ledger)).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  test('counts at most what may be of another member, and asks for the member', () => {
    const ledger = createLedger([use(8), use(0, { dateOfService: '2017-05-17' })], false);
    ledger.add('M-4', entry('S-1'), exactly(4));
    expect(before(ledger)).toEqual([
      [4, 12, 'member.id'],
      [4, 12, 'member.id'],
    ]);
    expect(before(ledger, { dateOfService: '2017-05-17' })[0]).toEqual([0, 0]);
    ledger.add('M-4', entry('S-2'), notKnown);
    expect(before(ledger)[0]).toEqual([4, Infinity, 'member.id', 'history']);
  });

  test('keeps members apart whose keys look alike', () => {
    const ledger = createLedger([use(8, { memberId: 'M","mo/peer-support' }), use(4, { memberId: '' })]);
    expect(before(ledger, { member: { id: 'M' } })).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(before(ledger, { member: { id: '' } })).toEqual([
      [4, 4],
      [4, 4],
    ]);
  });
});
