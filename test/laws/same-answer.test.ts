import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Checker, CheckOptions, PriorUse, Session, SessionResult } from '../../src/index.js';
import { addDays } from '../../src/values/civil-date.js';
import { sessionOf as randomSession } from '../oracle/generate.js';
import { computedRules } from '../../src/rules/index.js';
import { outcomesOf, checkerOf, checks } from './random-sessions.js';
import { options as batchOptions, plan, sessionOf } from './batch-support.js';
import { entry, ofUnits } from '../check/support.js';
import { expectSame } from '../support/alike.js';

/** The same question gets the same answer, whether it is asked alone, in a batch or in a stream. */

const beside = new Set<string>(computedRules.flatMap(({ id, scope }) => (scope === 'session' ? [] : [id])));
const members = ['M-1', 'M-2', null];

interface Asked {
  readonly session: Session;
  readonly options: CheckOptions;
  readonly checker: Checker;
}

/** A use of the session's service or another, about its day, which may be the session itself. */
function usesBeside({ service, dateOfService }: Session, withoutMember: boolean): fc.Arbitrary<PriorUse> {
  return fc.record({
    id: fc.constantFrom(null, 'S-1', 'S-2'),
    service: fc.constantFrom(service, service, 'mo/peer-support'),
    memberId: fc.constantFrom('M-1', 'M-2', 'M-3', ...(withoutMember ? [null] : [])),
    dateOfService: fc.constantFrom(
      dateOfService,
      addDays(dateOfService, 1),
      `${dateOfService.slice(0, 7)}-28`,
    ),
    units: fc.integer({ min: 0, max: 40 }),
    startTime: fc.constantFrom(null, '09:00', '10:00'),
    endTime: fc.constantFrom(null, '11:00'),
  });
}

const plain = checkerOf({ isBound: false });

function asked(withoutMember = false): fc.Arbitrary<Asked> {
  const ofBatch = fc
    .tuple(plan, batchOptions)
    .map(([one, options]) => ({ session: sessionOf(one, 'S-1'), options, checker: plain }));
  const ofOracle = checks.map((check): Asked => ({
    session: randomSession(check),
    options: check.options,
    checker: checkerOf(check),
  }));
  return fc
    .tuple(fc.oneof(ofBatch, ofOracle), fc.constantFrom(...members))
    .chain(([{ session, ...rest }, id]) => {
      const about = { ...session, id: 'S-1', member: { ...session.member, id } } as Session;
      return fc
        .option(fc.array(usesBeside(about, withoutMember), { maxLength: 4 }), { nil: undefined, freq: 6 })
        .map((history) => ({ ...rest, session: about, options: { ...rest.options, history } }));
    });
}

/** All that the rules say that judge a session by itself. */
function own({ findings, passed, notApplicable, units, price, service }: SessionResult) {
  return {
    service,
    findings: findings.filter(({ rule }) => !beside.has(rule)),
    passed: passed.filter((rule) => !beside.has(rule)),
    notApplicable: notApplicable.filter(({ rule }) => !beside.has(rule)),
    units,
    price,
  };
}

function readable(result: ReturnType<typeof streamed> | undefined): SessionResult {
  if (result === undefined || result.verdict === 'invalid') throw new Error('it can be read');
  return result;
}

function streamed({ session, options, checker }: Asked) {
  const stream = checker.createBatch(options);
  stream.add(session);
  const [result] = stream.end().results;
  if (result === undefined) throw new Error('one result');
  return result;
}

test('a session alone, in a batch of one and in a stream of one', () => {
  fc.assert(
    fc.property(asked(), (one) => {
      const alone = one.checker.checkSession(one.session, one.options);
      const inBatch = readable(one.checker.checkSessions([one.session], one.options).results[0]);
      const inStream = readable(streamed(one));
      expectSame(own(inBatch), own(alone));
      expectSame(own(inStream), own(alone));
      // What both see beside it, they see alike.
      const seen = (result: SessionResult) =>
        ['claim/duplicate', 'schedule/member-overlap'].map((rule) => outcomesOf(result).get(rule));
      expectSame(seen(inStream), seen(inBatch));
    }),
    { numRuns: 500 },
  );
});

test('a prior use that states no member is of the session’s, whether it states one or not', () => {
  fc.assert(
    fc.property(asked(true), ({ session, options, checker }) => {
      const who = session.member?.id ?? 'nobody else';
      const named = { ...session, member: { ...session.member, id: who } } as Session;
      const history = options.history?.map((use) => ({ ...use, memberId: use.memberId ?? who }));
      const known = checker.checkSession(named, { ...options, history });
      if (session.member?.id != null) {
        expectSame(checker.checkSession(session, options), known);
        return;
      }
      // Of the others one may be the member, so that it passes only where it passes for someone new, too.
      const passed = checker.checkSession(session, options).passed.filter((rule) => rule.endsWith('-limit'));
      expectSame(known.passed, expect.arrayContaining(passed));
    }),
    { numRuns: 300 },
  );
});

/** Sessions that only what stands beside them decides, some of members who are not stated. */
const simple = fc.record({
  member: fc.constantFrom('M-1', 'M-2', null, null),
  units: fc.integer({ min: 1, max: 24 }),
  hour: fc.constantFrom('06', '09', '12'),
  day: fc.constantFrom('15', '16'),
  isTimed: fc.constantFrom(true, true, true, false),
});
const uses = fc.array(
  fc.record({
    service: fc.constant('mo/peer-support'),
    memberId: fc.constantFrom('M-1', 'M-2', 'M-3'),
    dateOfService: fc.constantFrom('2017-05-15', '2017-05-01'),
    units: fc.integer({ min: 1, max: 20 }),
    startTime: fc.constantFrom(null, '06:00', '09:00'),
    endTime: fc.constant(null),
  }),
  { maxLength: 3 },
);
const asideFromMember = [
  'claim/duplicate',
  'schedule/member-overlap',
  'units/daily-limit',
  'units/monthly-limit',
];

test('what passes while members are not stated passes whoever they turn out to be; what may not, is so for someone', () => {
  fc.assert(
    fc.property(fc.array(simple, { minLength: 1, maxLength: 4 }), uses, (plans, history) => {
      const sessions = plans.map(({ member, units, hour, day, isTimed }, index) => {
        const times = isTimed
          ? ofUnits(units, `${hour}:00`)
          : { startTime: null, endTime: null, minutes: units * 15 };
        return entry(`S-${String(index)}`, {
          ...times,
          units,
          dateOfService: `2017-05-${day}`,
          member: { id: member },
        });
      });
      const outcomes = (list: readonly Session[]) =>
        plain.checkSessions(list, { history }).results.map((result) => outcomesOf(readable(result)));
      const open = outcomes(sessions);
      const completed = completions(sessions).map(outcomes);
      for (const [index, session] of sessions.entries()) {
        for (const rule of asideFromMember) {
          const ofAll = completed.map((one) => one[index]?.get(rule));
          const said = open[index]?.get(rule);
          // One that fails for its duplicate uses no units, so that others after it may come out better.
          if (said === 'pass') expectSame([rule, ofAll.filter((one) => one === 'fail')], [rule, []]);
          if (said === 'fail' && !rule.endsWith('limit'))
            expectSame([rule, new Set(ofAll)], [rule, new Set(['fail'])]);
          // One billed before without a start may be any session of its member and day.
          const mayBeBilled = history.some(
            ({ dateOfService, startTime }) => startTime === null && dateOfService === session.dateOfService,
          );
          const isOpen = rule === 'claim/duplicate' && mayBeBilled;
          if (said === 'unknown' && session.startTime != null && !rule.endsWith('limit') && !isOpen) {
            expectSame([rule, ofAll.includes('fail')], [rule, true]);
          }
        }
      }
    }),
    { numRuns: 150 },
  );
});

/**
 * Every way in which the members may come who are not stated: one who is known, one of those who are new before, or someone
 * else who is new. What the new ones are called makes no difference.
 */
function completions(sessions: readonly Session[]): Session[][] {
  let made: { readonly list: Session[]; readonly news: readonly string[] }[] = [{ list: [], news: [] }];
  for (const session of sessions) {
    made = made.flatMap(({ list, news }) => {
      const as = (id: string) => [...list, { ...session, member: { ...session.member, id } }];
      if (session.member?.id != null) return [{ list: as(session.member.id), news }];
      const another = `N-${String(news.length)}`;
      return [
        ...['M-1', 'M-2', 'M-3', ...news].map((id) => ({ list: as(id), news })),
        { list: as(another), news: [...news, another] },
      ];
    });
  }
  return made.map(({ list }) => list);
}
