import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError, type CheckOptions, type PriorUse, type Session, type Stream } from '../../src/index.js';
import { oneLine } from '../claims/support.js';
import { linesOfMonth, months } from '../support/cases.js';
import { checker, entry, ofUnits, spoil, use } from './support.js';
import { frozen } from '../../src/values/frozen.js';
import { notice } from '../../src/findings/notices.js';
import { reason } from '../../src/findings/reasons.js';

const none = { history: [] };
const nothing = {
  staffOverlaps: 0,
  groupRosters: 0,
  ids: 0,
  replacements: 0,
  noMember: 0,
  keysAlike: 0,
};
const ofMember = (id: string | null) => ({ member: { id } });

/** Adds sessions one by one; gives the results, how many were ready after each, and the end. */
function run(sessions: readonly unknown[], options: CheckOptions = none) {
  const batch = checker.createBatch(options);
  const results: ReturnType<Stream['results']> = [];
  const ready = sessions.map((session) => {
    batch.add(session);
    results.push(...batch.results());
    return results.length;
  });
  const { results: rest, ...end } = batch.end();
  return { results: [...results, ...rest], ready, ...end };
}

/** A result as it was before rules across members were judged. */
function withoutRulesAcrossMembers(result: unknown): unknown {
  const { passed, notApplicable, ...rest } = result as Record<string, { rule: string }[] | undefined>;
  const isAcross = (rule: unknown) => rule === 'schedule/staff-overlap' || rule === 'schedule/group-roster';
  return {
    ...rest,
    passed: passed?.filter((rule) => !isAcross(rule)),
    notApplicable: notApplicable?.filter(({ rule }) => !isAcross(rule)),
  };
}

function expectSameAsBatch(sessions: readonly unknown[], options: CheckOptions): void {
  const grouped = run(sessions, options);
  const batch = checker.checkSessions(sessions, options);
  expect(grouped.results.map(withoutRulesAcrossMembers)).toEqual(
    batch.results.map(withoutRulesAcrossMembers),
  );
  expect(grouped.totals).toEqual(batch.totals);
}

describe('is judged as a batch is', () => {
  test.each(months)('%s, sorted by member, each staff member and group on their own', (month) => {
    const sessions = linesOfMonth(month)
      .flatMap((line) => (line === null ? [] : [line as Session]))
      .map((session) => ({ ...session, staff: session.staff && { ...session.staff, id: null } }))
      .map((session, index) => ({ session, key: session.member?.id ?? `~${String(index)}` }))
      .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
      .map(({ session }) => session);
    expect(sessions.length).toBeGreaterThan(0);
    expectSameAsBatch(sessions, { history: [], asOf: '2025-04-01' });
    expectSameAsBatch(sessions, {});
  });

  test('whatever the sessions and the history, but for those whose member is not stated, each of which is one alone', () => {
    const plan = fc.record({
      member: fc.constantFrom('M-1', 'M-2', 'M-3', null),
      day: fc.integer({ min: 14, max: 16 }),
      hour: fc.constantFrom(8, 9, 10, null),
      units: fc.option(fc.integer({ min: 1, max: 40 }), { freq: 8 }),
    });
    const prior = fc.record({
      id: fc.constantFrom(null, 'S-0', 'S-1'),
      memberId: fc.constantFrom('M-1', 'M-2', 'M-9'),
      units: fc.integer({ min: 1, max: 20 }),
      dateOfService: fc.constantFrom('2017-05-01', '2017-05-15'),
      startTime: fc.constantFrom('08:00', null),
      service: fc.constant('mo/peer-support'),
    });
    const history = fc.option(fc.array(prior, { maxLength: 3 }), { nil: undefined });
    fc.assert(
      fc.property(fc.array(plan, { maxLength: 9 }), history, (plans, uses) => {
        const sessions = plans
          .sort((one, other) => ((one.member ?? '~') < (other.member ?? '~') ? -1 : 1))
          .map(({ member, day, hour, units }, index) =>
            entry(`S-${String(index)}`, {
              ...ofMember(member),
              dateOfService: `2017-05-${String(day)}`,
              startTime: hour === null ? null : `${String(hour).padStart(2, '0')}:00`,
              units,
              staff: { id: `T-${String(index)}` },
            }),
          );
        // The key of a prior use is that of an entry of the same member, or of none.
        const own = uses?.filter(
          ({ id, memberId }) => id === null || sessions.find((one) => one.id === id)?.member?.id === memberId,
        );
        const options = { history: own };
        const stated = sessions.filter(({ member }) => member?.id != null);
        expectSameAsBatch(stated, options);
        const { results } = run(sessions, options);
        for (const [index, session] of sessions.entries()) {
          if (session.member?.id != null) continue;
          const [alone] = checker.checkSessions([session], options).results;
          expect(withoutRulesAcrossMembers(results[index])).toEqual(withoutRulesAcrossMembers(alone));
        }
      }),
      { numRuns: 80 },
    );
  });
});

describe('a member is judged when the next one comes', () => {
  test('and the last at the end', () => {
    const sessions = ['M-1', 'M-1', 'M-2', 'M-2', 'M-3'].map((id, index) =>
      entry(`S-${String(index)}`, { ...ofMember(id), ...ofUnits(4, `${String(10 + index)}:00`) }),
    );
    const { ready, results, totals } = run(sessions);
    expect(ready).toEqual([0, 0, 2, 2, 4]);
    expect(results.map((result) => 'id' in result && result.id)).toEqual(['S-0', 'S-1', 'S-2', 'S-3', 'S-4']);
    expect(totals).toMatchObject({ entries: 5, billable: 5, units: 20 });
  });

  test('a session without member.id is a group of its own', () => {
    const { ready, results } = run([
      entry('A', ofMember('M-1')),
      entry('B', ofMember(null)),
      entry('C', ofMember(null)),
      entry('D', ofMember('M-2')),
    ]);
    expect(ready).toEqual([0, 2, 3, 3]);
    expect(results.map(({ verdict }) => verdict)).toEqual(['billable', 'billable', 'billable', 'billable']);
  });

  test('units of members do not add up across members, and those of a member do', () => {
    const sessions = ['M-1', 'M-1', 'M-2'].map((id, index) =>
      entry(`S-${String(index)}`, { ...ofMember(id), ...ofUnits(20, index === 1 ? '14:00' : '08:00') }),
    );
    expect(run(sessions).results.map(({ verdict }) => verdict)).toEqual([
      'billable',
      'not-billable',
      'billable',
    ]);
  });

  test('no results, no sessions', () => {
    expect(run([])).toMatchObject({ results: [], totals: { entries: 0, charge: '0.00' } });
  });
});

describe('what was billed before of an entry, as a batch of it alone counts it', () => {
  const history: [title: string, PriorUse[] | null][] = [
    ['not known', null],
    ['nothing', []],
    ['of a member, on the day', [use(28, { memberId: 'M-1' })]],
    ['of another member, on the day', [use(28, { memberId: 'M-2' })]],
    [
      'of both, in parts',
      [use(12, { memberId: 'M-1' }), use(13, { memberId: 'M-1' }), use(9, { memberId: 'M-2' })],
    ],
    ['of a member, in the month', [use(92, { memberId: 'M-1', dateOfService: '2017-05-31' })]],
    ['of a member, in another month', [use(92, { memberId: 'M-1', dateOfService: '2017-06-01' })]],
    ['the same session', [use(8, { memberId: 'M-1', startTime: '09:00', endTime: '11:00' })]],
    ['the entry itself', [use(28, { memberId: 'M-1', id: 'A' })]],
  ];

  describe.each(history)('%s', (_title, uses) => {
    test.each<[title: string, record: unknown]>([
      ['a session of the member', entry('A', ofMember('M-1'))],
      ['a session whose member is not stated', entry('A', ofMember(null))],
      [
        'a claim whose member is not stated',
        oneLine(
          'mo-peer-support',
          { units: 8, dateOfService: '2017-05-16' },
          { id: 'A', member: { id: null } },
        ),
      ],
      ['nothing of which anything is known', null],
    ])('%s', (_what, record) => {
      const stream = checker.createBatch({ of: 'records', history: uses });
      stream.add(record);
      const { results, totals } = stream.end();
      const batch = checker.checkRecords([record], { history: uses });
      const alike = (result: unknown) =>
        (result as { lines?: unknown[] }).lines?.map(withoutRulesAcrossMembers) ??
        withoutRulesAcrossMembers(result);
      expect(results.map(alike)).toEqual(batch.results.map(alike));
      expect(totals).toEqual(batch.totals);
    });
  });

  test('for each entry whose member is not stated anew', () => {
    const sessions = ['2017-05-16', '2017-06-16', '2017-05-16'].map((dateOfService, index) =>
      entry(String(index), { ...ofMember(null), dateOfService }),
    );
    const { results } = run(sessions, { history: [use(28, { memberId: 'M-1' })] });
    expect(results.map(({ verdict }) => verdict)).toEqual(['undetermined', 'billable', 'undetermined']);
  });
});

describe('malformed entries stand in their place', () => {
  test('among the sessions of a member', () => {
    const { results, totals, ready } = run([
      7,
      entry('A', ofMember('M-1')),
      null,
      { ...entry('B', ofMember('M-1')), dateOfService: '2025-02-30' },
      { ...entry('C', ofMember('M-1')), service: 'mo/peer-suport' },
      entry('D', { ...ofMember('M-1'), ...ofUnits(4, '14:00') }),
      { ...entry('E', ofMember('M-2')), units: -1 },
    ]);
    expect(results.map(({ verdict }) => verdict)).toEqual([
      'invalid',
      'billable',
      'invalid',
      'invalid',
      'invalid',
      'billable',
      'invalid',
    ]);
    expect(results[4]).toMatchObject({ issues: [{ path: '/service' }] });
    expect(ready).toEqual([1, 1, 1, 1, 1, 1, 6]);
    expect(totals).toMatchObject({ entries: 7, billable: 2, invalid: 5 });
  });
});

test.each([null, {}, { member: null }, { member: { id: 7 } }, { member: { id: null } }, 'M-1'])(
  'a malformed entry that states no member belongs to the member before it: %j',
  (malformed) => {
    const { results } = run([entry('A', ofMember('M-1')), malformed, entry('B', ofMember('M-1'))]);
    expect(results.map(({ verdict }) => verdict)).toEqual(['billable', 'invalid', 'not-billable']);
  },
);

test('all that was billed before of a member counts', () => {
  const at = { startTime: '06:00' };
  const history = [
    use(12, { memberId: 'M-1', ...at }),
    use(13, { memberId: 'M-1', ...at }),
    use(9, { memberId: 'M-2', ...at }),
  ];
  const { results } = run([entry('A', ofMember('M-1')), entry('B', ofMember('M-2'))], { history });
  expect(results.map(({ verdict }) => verdict)).toEqual(['not-billable', 'billable']);
});

test('an entry that cannot be read belongs to the member before it', () => {
  const unreadable = {
    get member(): never {
      throw new Error('M-1');
    },
  };
  const { results, ready } = run([entry('A', ofMember('M-1')), unreadable, entry('B', ofMember('M-2'))]);
  expect(results.map(({ verdict }) => verdict)).toEqual(['billable', 'invalid', 'billable']);
  expect(ready).toEqual([0, 0, 2]);
});

test('a session before the rules are in force is not compared with others', () => {
  const { results } = run([entry('A', { ...ofMember('M-1'), dateOfService: '2010-01-04' })]);
  expect(results).toMatchObject([{ verdict: 'undetermined', passed: [], notApplicable: [] }]);
});

test('a member of malformed entries alone, who has prior use', () => {
  const { results } = run([{ member: { id: 'M-1' } }, entry('B', ofMember('M-2'))], {
    history: [use(4, { memberId: 'M-1' })],
  });
  expect(results.map(({ verdict }) => verdict)).toEqual(['invalid', 'billable']);
});

test('sessions without a key of their own are not taken for each other or for prior use', () => {
  const unnamed = [entry('', ofMember('M-1')), entry('', { ...ofMember('M-1'), ...ofUnits(4, '14:00') })].map(
    (session) => ({ ...session, id: null }),
  );
  const { results } = run(unnamed, {
    history: [use(28, { memberId: 'M-1', startTime: '06:00' })],
  });
  expect(results.map(({ verdict }) => verdict)).toEqual(['not-billable', 'billable']);
});

describe('a member that comes back', () => {
  test('is refused, and says no name; what was done before stands', () => {
    const batch = checker.createBatch(none);
    batch.add(entry('A', ofMember('M-SECRET')));
    batch.add(entry('B', ofMember('M-2')));
    const back = () => {
      batch.add(entry('C', ofMember('M-SECRET')));
    };
    expect(back).toThrow(InputError);
    expect(back).toThrow(/^\/member\/id: expected all that is of a member one after the other/);
    expect(back).not.toThrow(/SECRET/);
    expect(batch.results()).toHaveLength(2);
    expect(batch.end().totals.entries).toBe(2);
  });
});

describe('the rules that compare', () => {
  const twice = [entry('A', ofMember('M-1')), entry('B', ofMember('M-2')), entry('C', ofMember('M-2'))].map(
    (session) => ({
      ...session,
      staff: { ...session.staff, id: 'T-1' },
      format: 'group' as const,
      group: { id: 'G' },
    }),
  );

  test('members are not applicable, with the reason, and a notice says so', () => {
    const { results, notices } = run(twice);
    expect(results[1]).toMatchObject({
      passed: expect.arrayContaining(['claim/duplicate', 'schedule/member-overlap']) as unknown,
    });
    for (const result of results) {
      const why = reason('members-one-by-one');
      expect(result).toMatchObject({
        notApplicable: expect.arrayContaining([
          { rule: 'schedule/staff-overlap', ...why },
          { rule: 'schedule/group-roster', ...why },
        ]) as unknown,
      });
    }
    expect(notices.at(-1)).toEqual(
      notice('not-compared', { ...nothing, staffOverlaps: 3, groupRosters: 3, ids: 3 }),
    );
  });

  test('sessions of one member point at the place in the whole input', () => {
    const { results } = run(twice);
    expect(results[2]).toMatchObject({
      verdict: 'not-billable',
      findings: [{ rule: 'claim/duplicate', data: { other: { entry: 1 } } }],
    });
  });

  test('prior use point at the place in the whole history', () => {
    const billed = [use(1), use(8, { memberId: 'M-1', startTime: '09:00', endTime: '11:00' })];
    const { results } = run([entry('A', ofMember('M-1'))], { history: billed });
    expect(results[0]).toMatchObject({
      findings: [{ rule: 'claim/duplicate', data: { other: { history: 1 } } }],
    });
  });
});

test('notices count what could not be summed up or compared', () => {
  const noTime = { startTime: null, endTime: null };
  const { notices } = run(
    [entry('A', { ...noTime, units: null }), entry('B', { ...noTime, ...ofMember('M-5') })],
    {
      history: null,
    },
  );
  expect(notices).toEqual([
    notice('units-left-out', { count: 1, of: 'entry' }),
    notice('charges-left-out', { count: 2, of: 'entry', unitsNotKnown: 1 }),
    notice('no-history'),
    notice('no-clock-times', { count: 2 }),
    notice('not-compared', { ...nothing, ids: 2 }),
  ]);
});

test('notices of the history are those of a batch', () => {
  const sessions = [entry('A', ofMember('M-1')), entry('B', ofMember('M-2'))];
  const uses = [
    use(1, { id: 'A', memberId: 'M-1' }),
    use(1, { memberId: 'M-1' }),
    use(1, { memberId: 'M-3' }),
    use(1, { memberId: 'M-2', service: 'mo/peer-suport' }),
  ];
  const expected = [
    notice('charges-left-out', { count: 2, of: 'entry', unitsNotKnown: 0 }),
    notice('no-start-time', { count: 1 }),
    notice('uses-of-others', { count: 1 }),
    notice('uses-not-on-file', { count: 1 }),
  ];
  expect(checker.checkSessions(sessions, { history: uses }).notices).toEqual(expected);
  expect(run(sessions, { history: uses }).notices.slice(0, -1)).toEqual(expected);
});

test('so are those whose key of a member is only alike', () => {
  const sessions = [entry('A', ofMember('M-1')), entry('B', ofMember('M-2'))];
  const history = ['m-1', '0M-2', 'M-1'].map((memberId) => use(1, { memberId }));
  const expected = notice('keys-alike', { count: 2 });
  for (const { notices } of [checker.checkSessions(sessions, { history }), run(sessions, { history })]) {
    expect(notices).toContainEqual(expected);
    expect(notices.map(({ code }) => code)).not.toContain('uses-of-others');
  }
});

test('uses of a key that is alike may be the member’s, and entries of such a key are counted', () => {
  const sessions = [entry('A', ofMember('M-1')), entry('B', { ...ofMember('0m-1'), startTime: '20:00' })];
  const history = [use(32, { memberId: 'm-1', startTime: '06:00' })];
  const { results, notices } = run(sessions, { history });
  const limits = results.map((result) =>
    'findings' in result ? result.findings.filter(({ rule }) => rule === 'units/daily-limit') : [],
  );
  const open = [{ outcome: 'unknown', missing: [{ path: '/member/id' }] }];
  expect(limits).toMatchObject([open, open]);
  expect(notices.at(-1)).toMatchObject({ code: 'not-compared', data: { keysAlike: 1 } });
});

test('a use over several days may be of an entry of any of them', () => {
  const ofDays = (through: string) =>
    use(32, { memberId: 'M-1', dateOfService: '2017-05-01', dateOfServiceThrough: through });
  const outcome = (through: string) =>
    run([entry('A', ofMember(null))], { history: [ofDays(through)] }).results.map((result) =>
      'findings' in result ? result.findings.some(({ rule }) => rule === 'units/daily-limit') : null,
    );
  expect([outcome('2017-05-16'), outcome('2017-05-15')]).toEqual([[true], [false]]);
});

test('prior uses without a start are counted once, however many entries may be of their member', () => {
  const sessions = [entry('A', ofMember(null)), entry('B', ofMember(null)), entry('C', ofMember('M-2'))];
  const history = [use(1, { memberId: 'M-1' }), use(1, { memberId: 'M-2' })];
  expect(run(sessions, { history }).notices).toContainEqual(notice('no-start-time', { count: 2 }));
});

test('what is not compared is counted by what it has: staff, a group, no member', () => {
  const inGroup = { ...entry('B', ofMember('M-1')), format: 'group' as const, group: { id: 'G' } };
  const sessions = [entry('A', ofMember('M-1')), inGroup, entry('C', ofMember(null))];
  expect(run(sessions).notices.at(-1)).toEqual(
    notice('not-compared', { ...nothing, staffOverlaps: 3, groupRosters: 1, ids: 3, noMember: 1 }),
  );
});

test('an entry may state its place in the whole, from which the next ones count on', () => {
  const stream = checker.createBatch(none);
  const sessions = ['A', 'B', 'C'].map((id) => entry(id, ofMember('M-1')));
  stream.add(sessions[0], 7);
  for (const session of sessions.slice(1)) stream.add(session);
  const others = stream
    .end()
    .results.map((result) => (result.kind === 'session' ? result.findings.map(({ data }) => data) : []));
  expect(others).toEqual([[], [{ other: { entry: 7 } }], [{ other: { entry: 7 } }]]);
});

test('options are read as those of a batch', () => {
  expect(() => checker.createBatch({ history: [{ ...use(1), memberId: null }] })).toThrow(
    /^\/history\/0\/memberId: /,
  );
});

test('a batch neither changes what it is given nor shares what it gives', () => {
  const sessions = [entry('A', ofMember('M-1')), entry('B', ofMember('M-2'))];
  const first = run(frozen(sessions));
  const copy = JSON.stringify(run(sessions));
  spoil(first.results);
  expect(JSON.stringify(run(sessions))).toBe(copy);
});

test('a batch that is ended takes no more, and says so', () => {
  const batch = checker.createBatch(none);
  batch.add(entry('A', ofMember('M-1')));
  const { totals } = batch.end();
  expect(totals.entries).toBe(1);
  expect(() => {
    batch.add(entry('B', ofMember('M-2')));
  }).toThrow('expected no more entries: the batch is ended');
  expect(batch.end().totals.entries).toBe(1);
});
