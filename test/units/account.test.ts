import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  createAccount,
  fromJson,
  merge,
  toJson,
  used,
  type Account,
  type Use,
  type Who,
} from '../../src/units/account.js';
import { everyPer } from '../../src/units/period.js';
import { between, exactly } from '../../src/units/quantity.js';

const open = between(0, Infinity, []);

function useOf(who: Who, units: number, rest: Partial<Use> = {}): Use {
  return { who, service: 'mo/peer-support', day: '2017-05-16', units: exactly(units), ...rest };
}

function accountOf(uses: readonly Use[], isWhole = true): Account {
  const account = createAccount(isWhole);
  for (const use of uses) add(account, use);
  return account;
}

/** Bounds, what would tell, and what others may have used, on the day and in the month of 2017-05-16. */
function usedBy(who: Who, account: Account, day = '2017-05-16') {
  return everyPer.map((per) => {
    const { atLeast, atMost, unknown, perhaps } = used(account, who, 'mo/peer-support', day, per);
    return [atLeast, atMost, ...unknown.map(({ path }) => path), ...(perhaps === 0 ? [] : [{ perhaps }])];
  });
}

describe('units of a member', () => {
  test('are those of the service, the member and the period', () => {
    const account = accountOf([
      useOf('M-4', 8),
      useOf('M-4', 4, { day: '2017-05-01' }),
      useOf('M-4', 2, { day: '2017-04-30' }),
      useOf('M-5', 16),
      useOf('M-4', 32, { service: 'mo/H2017TG' }),
    ]);
    expect(usedBy('M-4', account)).toEqual([
      [8, 8],
      [12, 12],
    ]);
    expect(usedBy('M-5', account)).toEqual([
      [16, 16],
      [16, 16],
    ]);
    expect(usedBy('M-4', account, '2017-04-01')).toEqual([
      [0, 0],
      [2, 2],
    ]);
    expect(usedBy('M-6', account)).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  test('add up to a millionth', () => {
    expect(usedBy('M-4', accountOf([useOf('M-4', 0.1), useOf('M-4', 0.2)]))[0]).toEqual([0.3, 0.3]);
  });

  test('have no bound once a use is of units that are not known, however few they may be', () => {
    for (const units of [open, between(0, 4, [])]) {
      const account = accountOf([useOf('M-4', 8), useOf('M-4', 0, { units }), useOf('M-4', 4)]);
      expect(usedBy('M-4', account)[0]).toEqual([12, Infinity, 'history']);
      expect(usedBy('M-4', account, '2017-05-17')).toEqual([
        [0, 0],
        [12, Infinity, 'history'],
      ]);
    }
  });

  test('may be those of uses that may not be of the service', () => {
    const account = accountOf([useOf('M-4', 8), useOf('M-4', 4, { isDoubtful: true }), useOf('M-5', 2)]);
    expect(usedBy('M-4', account)[0]).toEqual([8, 12, 'history']);
    expect(usedBy('M-4', fromJson(toJson(account)))[0]).toEqual([8, 12, 'history']);
    expect(usedBy('M-5', account)[0]).toEqual([2, 2]);
    expect(usedBy(0, account)[0]).toEqual([0, 12, 'member.id']);
  });

  test('are at least those that are known of, where what was billed before is not known', () => {
    expect(usedBy('M-4', accountOf([], false))[0]).toEqual([0, Infinity, 'history']);
    expect(usedBy('M-4', accountOf([useOf('M-4', 4)], false))[0]).toEqual([4, Infinity, 'history']);
  });

  test('may be more by those of others whose member is not stated', () => {
    const account = accountOf([useOf('M-4', 8), useOf(0, 4), useOf(1, 2, { day: '2017-05-02' })]);
    expect(usedBy('M-4', account)).toEqual([
      [8, 8, { perhaps: 4 }],
      [8, 8, { perhaps: 6 }],
    ]);
    add(account, useOf(2, 0, { units: open }));
    expect(usedBy('M-4', account)[0]).toEqual([8, 8, { perhaps: Infinity }]);
  });

  test('are kept apart from those of a key that looks alike', () => {
    const account = accountOf([useOf('0', 8), useOf('', 4), useOf('__proto__', 2), useOf(0, 1)]);
    expect(['0', '', '__proto__', 'toString'].map((who) => usedBy(who, account)[0]?.[0])).toEqual([
      8, 4, 2, 0,
    ]);
    expect(Object.keys(toJson(fromJson(toJson(account))).used)).toHaveLength(2);
    expect(usedBy('__proto__', fromJson(toJson(account)))[0]?.[0]).toBe(2);
  });
});

describe('units of one whose member is not stated', () => {
  test.each<[title: string, uses: Use[], expected: unknown[]]>([
    ['are their own', [useOf(0, 8)], [8, 8]],
    ['may be those of someone, too', [useOf(0, 8), useOf('M-5', 4)], [8, 12, 'member.id']],
    [
      'may be those of one of two, but not of both',
      [useOf('M-5', 20), useOf('M-6', 8), useOf('M-5', 4)],
      [0, 24, 'member.id'],
    ],
    [
      'may be those of all others whose member is not stated',
      [useOf(0, 1), useOf(1, 2), useOf(2, 4), useOf('M-5', 8)],
      [1, 15, 'member.id'],
    ],
    ['are nobody else’s where the others used none', [useOf(0, 8), useOf('M-5', 0), useOf(1, 0)], [8, 8]],
    [
      'have no bound where another may have used any number',
      [useOf(1, 0, { units: open })],
      [0, Infinity, 'member.id'],
    ],
    [
      'have no bound where their own are not known',
      [useOf(0, 3, { units: between(3, 4, []) })],
      [3, Infinity, 'history'],
    ],
    [
      'have no bound where neither is known',
      [useOf(0, 0, { units: open }), useOf('M-5', 0, { units: open })],
      [0, Infinity, 'member.id', 'history'],
    ],
  ])('%s', (_title, uses, expected) => {
    expect(usedBy(0, accountOf(uses))[0]).toEqual(expected);
  });

  test('what was billed before is asked for, and the member only where another is there', () => {
    expect(usedBy(0, accountOf([], false))[0]).toEqual([0, Infinity, 'history']);
    expect(usedBy(0, accountOf([useOf(1, 4)], false))[0]).toEqual([0, Infinity, 'member.id', 'history']);
  });
});

describe('accounts merged', () => {
  const anyUse: fc.Arbitrary<Use> = fc.record({
    who: fc.constantFrom<Who[]>('M-1', 'M-2', '10', '9', '__proto__', 0, 1),
    service: fc.constantFrom('mo/peer-support', 'mt/imr'),
    day: fc.constantFrom('2025-03-03', '2025-03-31', '2025-04-01'),
    units: fc.oneof(
      fc.integer({ min: 0, max: 2000 }).map((hundredths) => exactly(hundredths / 100)),
      fc.constantFrom(between(0, Infinity, []), between(1, 4, [])),
    ),
  });
  const part = fc.record({
    uses: fc.array(anyUse, { maxLength: 8 }),
    isWhole: fc.constantFrom(true, true, false),
  });
  const made = ({ uses, isWhole }: { uses: Use[]; isWhole: boolean }) => accountOf(uses, isWhole);
  const text = (account: Account) => JSON.stringify(toJson(account));

  test('in whatever order and grouping are the same, and the account of the whole', () => {
    fc.assert(
      fc.property(part, part, part, (a, b, c) => {
        const whole = accountOf([...a.uses, ...b.uses, ...c.uses], a.isWhole && b.isWhole && c.isWhole);
        const [one, other, third] = [made(a), made(b), made(c)];
        const before = [one, other, third].map(text);
        expect(text(merge(merge(one, other), third))).toBe(text(whole));
        expect(text(merge(one, merge(other, third)))).toBe(text(whole));
        expect(text(merge(third, merge(other, one)))).toBe(text(whole));
        expect([one, other, third].map(text)).toEqual(before);
      }),
    );
  });

  test('answer as the account of the whole does, and so does what is read from JSON', () => {
    fc.assert(
      fc.property(part, part, anyUse, (a, b, { who, service, day }) => {
        const whole = accountOf([...a.uses, ...b.uses], a.isWhole && b.isWhole);
        const merged = merge(made(a), made(b));
        const read = fromJson(JSON.parse(JSON.stringify(toJson(merged))) as ReturnType<typeof toJson>);
        // Numbers are of one account: what one of them used is asked of that.
        const asked = typeof who === 'string' ? who : 99;
        for (const per of everyPer) {
          const expected = used(whole, asked, service, day, per);
          expect(used(merged, asked, service, day, per)).toEqual(expected);
          expect(used(read, asked, service, day, per)).toEqual(expected);
        }
        expect(toJson(read)).toEqual(toJson(merged));
      }),
    );
  });

  test('may be added to', () => {
    const merged = merge(accountOf([useOf('M-4', 8)]), accountOf([useOf('M-4', 4), useOf(0, 2)]));
    add(merged, useOf('M-4', 1));
    expect(usedBy('M-4', merged)[0]).toEqual([13, 13, { perhaps: 2 }]);
  });

  test('know nobody by a number, which means another in each of them', () => {
    const merged = merge(accountOf([useOf(0, 8)]), accountOf([useOf(0, 4), useOf(1, 2)]));
    expect(usedBy(0, merged)[0]).toEqual([0, 14, 'member.id']);
    expect(usedBy(1, merged)[0]).toEqual([0, 14, 'member.id']);
  });

  test('as JSON have no key but those of services and members', () => {
    const account = accountOf([useOf('M-5', 4), useOf('M-4', 8), useOf(0, 2)]);
    const sums = {
      members: {
        'M-4': { units: 8, doubtful: 0, spread: 0, open: 0 },
        'M-5': { units: 4, doubtful: 0, spread: 0, open: 0 },
      },
      notStated: { units: 2, doubtful: 0, spread: 0, open: 0 },
    };
    expect(JSON.stringify(toJson(account))).toBe(
      JSON.stringify({
        isWhole: true,
        used: { 'calendar-month 2017-05 mo/peer-support': sums, 'day 2017-05-16 mo/peer-support': sums },
      }),
    );
  });
});
