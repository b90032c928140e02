import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createChecker,
  type Claim,
  type ClaimResult,
  type LineResult,
  type PriorUse,
  type Session,
  type SessionResult,
  type Totals,
} from '../../src/index.js';
import { frozen } from '../../src/values/frozen.js';
import { objections } from '../schema/support.js';
import {
  cents,
  claimFrom,
  claimOfPlan,
  claimPlan,
  dollars,
  malformed,
  named,
  options,
  plan,
  priorUse,
  sessionOf,
  type Entry,
  type Plan,
} from './batch-support.js';
import { notVoid } from '../support/not-void.js';
import { expectSame, expectStrictlySame } from '../support/alike.js';
import { lawRuns } from '../support/runs.js';

const checker = createChecker();
const runs = lawRuns(80, 20141001);

const keyed = (index: number) => `S-${String(index)}`;

/** A batch of either kind: the entries, and how they are checked. */
const kinds = {
  sessions: {
    entry: plan.map((one) => (id: string | null) => sessionOf(one, id)),
    check: checker.checkSessions,
  },
  claims: {
    entry: claimPlan.map((one) => (id: string | null) => claimOfPlan(one, id)),
    check: checker.checkClaims,
  },
} as const;
type Kind = keyof typeof kinds;
const eachKind = describe.each(Object.keys(kinds) as Kind[]);

function entriesOf(kind: Kind, maxLength = 7): fc.Arbitrary<((id: string | null) => unknown)[]> {
  const entry = fc.oneof(
    { weight: 12, arbitrary: kinds[kind].entry },
    { weight: 1, arbitrary: malformed.map((value) => () => value) },
  );
  return fc.array(entry, { maxLength });
}

eachKind('%s: the order of the input', (kind) => {
  test('plays no part in what is found of an entry', () => {
    fc.assert(
      fc.property(entriesOf(kind), fc.array(fc.nat()), options, (make, keys, stated) => {
        const entries = make.map((one, index) => ({ value: one(keyed(index)), name: keyed(index) }));
        const shuffled = entries
          .map((entry, index) => ({ entry, key: keys[index] ?? index }))
          .sort((one, other) => one.key - other.key)
          .map(({ entry }) => entry);
        const [straight, mixed] = [entries, shuffled].map((order) => {
          const names = order.map(({ name }) => name);
          const batch = kinds[kind].check(
            order.map(({ value }) => value),
            stated,
          );
          const byName = order.map(({ name }, index) => [name, named(batch.results[index], names)] as const);
          return { byName: Object.fromEntries(byName), totals: batch.totals, notices: batch.notices };
        });
        expectSame(mixed, straight);
      }),
      runs,
    );
  });

  test('nor in how many come out how, where entries have no keys and some are the same', () => {
    const twins = fc.tuple(entriesOf(kind, 4), fc.array(fc.nat(), { maxLength: 3 }));
    fc.assert(
      fc.property(twins, options, ([make, again], stated) => {
        const once = make.map((one) => one(null));
        const values = once.length === 0 ? [] : [...once, ...again.map((place) => once[place % once.length])];
        const [straight, reversed] = [values, [...values].reverse()].map((order) => {
          const { results, totals, notices } = kinds[kind].check(order, stated);
          const found = results.map((result) => JSON.stringify(named(result, [])));
          return { found: found.sort(), totals, notices };
        });
        expectSame(reversed, straight);
      }),
      runs,
    );
  });
});

eachKind('%s: a batch', (kind) => {
  test('changes nothing that it is given, and may be given what cannot be changed', () => {
    fc.assert(
      fc.property(entriesOf(kind), options, (make, stated) => {
        const values = () => make.map((one, index) => one(keyed(index)));
        const copy = JSON.stringify([values(), stated]);
        const loose = kinds[kind].check(values(), stated);
        const input = frozen(values());
        const tight = kinds[kind].check(input, frozen({ ...stated }));
        expectStrictlySame(tight, loose);
        expect(JSON.stringify([input, stated])).toBe(copy);
      }),
      runs,
    );
  });

  test('gives JSON, of the shape that the schema says, the same each time', () => {
    fc.assert(
      fc.property(entriesOf(kind), options, (make, stated) => {
        const values = make.map((one, index) => one(keyed(index)));
        const result = kinds[kind].check(values, stated);
        const text = JSON.stringify(result);
        expectStrictlySame(JSON.parse(text), result);
        expect(JSON.stringify(kinds[kind].check(values, stated))).toBe(text);
        expectSame(objections('result', result, 'BatchResult'), []);
      }),
      runs,
    );
  });

  test('counts its entries', () => {
    fc.assert(
      fc.property(entriesOf(kind), options, (make, stated) => {
        const { results, totals } = kinds[kind].check(
          make.map((one, index) => one(keyed(index))),
          stated,
        );
        const number = (verdict: string) => results.filter((result) => result.verdict === verdict).length;
        expect(results).toHaveLength(make.length);
        expect(totals).toMatchObject({
          entries: make.length,
          billable: number('billable'),
          notBillable: number('not-billable'),
          undetermined: number('undetermined'),
          invalid: number('invalid'),
        });
      }),
      runs,
    );
  });
});

// Totals

interface Tally {
  readonly verdict: string;
  readonly units: number;
  readonly charge: string | undefined;
}

function added(tallies: readonly Tally[]): Totals {
  const charge = (...verdicts: string[]) =>
    dollars(
      tallies
        .filter(({ verdict }) => verdicts.includes(verdict))
        .reduce((total, one) => total + cents(one.charge ?? '0.00'), 0n),
    );
  return {
    units: tallies.reduce((total, { units }) => total + units, 0),
    charge: charge('billable', 'not-billable', 'undetermined'),
    billableCharge: charge('billable'),
    notBillableCharge: charge('not-billable'),
    undeterminedCharge: charge('undetermined'),
  };
}

describe('totals are the sum over the entries', () => {
  test('of sessions: units stated or supported, charges stated or of the rate on file', () => {
    fc.assert(
      fc.property(fc.array(plan, { maxLength: 8 }), options, (plans, stated) => {
        const sessions = plans.map((one, index) => sessionOf(one, keyed(index)));
        const { results, totals } = checker.checkSessions(sessions, stated);
        const tallies = results.map((result, index): Tally => {
          if (result.verdict === 'invalid') throw new Error('every session can be read');
          const session = sessions[index];
          return {
            verdict: result.verdict,
            units: session?.units ?? result.units?.supported ?? 0,
            charge: session?.charge ?? result.price?.charge,
          };
        });
        expect(totals).toMatchObject(added(tallies));
      }),
      runs,
    );
  });

  test('of claims: those of their lines; of a claim with a finding of its own, none is better than that', () => {
    fc.assert(
      fc.property(fc.array(claimPlan, { maxLength: 5 }), options, (plans, stated) => {
        const claims = plans.map((one, index) => claimOfPlan(one, keyed(index)));
        const { results, totals } = checker.checkClaims(claims, stated);
        const ofClaims = results.map((result, index) => {
          if (!('lines' in result)) throw new Error('every claim can be read');
          const tallies = result.lines.map((line, place): Tally => {
            const stands = claims[index]?.lines[place];
            return {
              verdict: result.findings.length > 0 ? 'not-billable' : line.verdict,
              units: stands?.units ?? 0,
              charge: stands?.charge ?? line.price?.charge,
            };
          });
          expectSame(result.totals, added(tallies));
          return tallies;
        });
        expect(totals).toMatchObject(added(ofClaims.flat()));
      }),
      runs,
    );
  });
});

// A batch and its entries alone

/** What is said of an entry by itself, and what by the rules that see it beside others, or judge it once a week. */
function apart(result: Pick<SessionResult, 'findings' | 'passed' | 'notApplicable'>, aside: RegExp) {
  const stays = (rule: string) => !aside.test(rule);
  return {
    findings: result.findings.filter(({ rule }) => stays(rule)),
    passed: result.passed.filter(stays),
    notApplicable: result.notApplicable.filter(({ rule }) => stays(rule)),
  };
}
const besideOthers =
  /^(claim\/(?:duplicate|one-line)|schedule\/.*|units\/day-time|documentation\/weekly-note.*)$/;

/** In limit order: by day, start, key; the lines of one claim in theirs. */
function inOrder<Item extends { day: string; start: string | null | undefined; key: string; place: number }>(
  items: readonly Item[],
): Item[] {
  const sortKey = ({ day, start, key, place }: Item) => `${day} ${start ?? '~'} ${key} ${String(place)}`;
  return [...items].sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
}

const known = plan.map((one) => ({ ...one, member: one.member ?? 'M-1' }));
const knownClaim = claimPlan.map((one) => ({ ...one, member: one.member ?? 'M-1' }));
const histories = fc.array(priorUse, { maxLength: 3 });

describe('a batch is the fold of single checks', () => {
  test('of sessions, each with the units that stand before it as its history', () => {
    fc.assert(
      fc.property(fc.array(known, { maxLength: 7 }), histories, (plans, history) => {
        const sessions = plans.map((one, index) => sessionOf(one, keyed(index)));
        const { results } = checker.checkSessions(sessions, { history });
        const used: PriorUse[] = [...history];
        const items = sessions.map((session, place) => ({
          session,
          place,
          day: session.dateOfService,
          start: session.startTime,
          key: session.id ?? '',
        }));
        for (const { session, place } of inOrder(items)) {
          const result = results[place];
          if (result === undefined || result.verdict === 'invalid') throw new Error('it can be read');
          const alone = checker.checkSession(session, { history: used });
          expectSame(apart(result, besideOthers), apart(alone, besideOthers));
          expectSame([result.units, result.price], [alone.units, alone.price]);
          if (result.verdict !== 'not-billable') used.push(useOf(session, result));
        }
      }),
      runs,
    );
  });

  test('of claims, each line as a claim of its own', () => {
    fc.assert(
      fc.property(fc.array(knownClaim, { maxLength: 4 }), histories, (plans, history) => {
        const claims = plans.map((one, index) => claimOfPlan(one, keyed(index)));
        const { results } = checker.checkClaims(claims, { history });
        const used: PriorUse[] = [...history];
        const items = claims.flatMap((claim, entry) =>
          claim.lines.map((line, place) => ({
            claim,
            line,
            entry,
            place,
            day: line.dateOfService,
            start: line.session?.startTime,
            key: claim.id ?? '',
          })),
        );
        for (const { claim, line, entry, place } of inOrder(items)) {
          const result = lineAt(results[entry], place);
          const [alone] = notVoid(checker.checkClaim({ ...claim, lines: [line] }, { history: used })).lines;
          if (alone === undefined) throw new Error('a claim of one line');
          const moved = JSON.parse(
            JSON.stringify(alone).replaceAll('"/lines/0/', `"/lines/${String(place)}/`),
          ) as LineResult;
          expectSame(apart(result, besideOthers), apart(moved, besideOthers));
          const memberId = claim.member?.id ?? '';
          // The lines of a claim that fails as a whole use none.
          const isRefused = claimAt(results[entry]).findings.length > 0;
          if (!isRefused && result.verdict !== 'not-billable' && result.service !== null) {
            used.push({
              service: result.service,
              memberId,
              dateOfService: line.dateOfService,
              units: line.units ?? 0,
            });
          }
        }
      }),
      runs,
    );
  });
});

function useOf(session: Session, result: SessionResult): PriorUse {
  return {
    service: session.service,
    memberId: session.member?.id ?? '',
    dateOfService: session.dateOfService,
    units: session.units ?? result.units?.supported ?? 0,
  };
}

function claimAt(result: Entry | undefined): ClaimResult {
  if (result === undefined || !('lines' in result)) throw new Error('every claim can be read');
  return result;
}

function lineAt(result: Entry | undefined, place: number): LineResult {
  const line = claimAt(result).lines[place];
  if (line === undefined) throw new Error('every line has its result');
  return line;
}

// Members apart

/** The entries of each member, in their order. */
function byMember<Item extends { member: string }>(items: readonly Item[]): Item[][] {
  return [...new Set(items.map(({ member }) => member))].map((member) =>
    items.filter((item) => item.member === member),
  );
}

const staffAndRoster = /^schedule\/(staff-overlap|group-roster)$/;

describe('members checked apart are found as they are together', () => {
  /** Staff and groups of the member's own, so that members meet in nothing. */
  const ofOwn = <Of extends Plan>(one: Of): Of => {
    const own = String(one.member);
    return {
      ...one,
      staff: one.staff === null ? null : `${one.staff} of ${own}`,
      group: one.group === null ? null : `${one.group} of ${own}`,
    };
  };

  test('sessions', () => {
    fc.assert(
      fc.property(fc.array(known, { maxLength: 8 }), options, (plans, stated) => {
        const items = plans.map(ofOwn).map((one, index) => ({
          name: keyed(index),
          member: one.member,
          session: sessionOf(one, keyed(index)),
        }));
        const check = (list: typeof items) => {
          const names = list.map(({ name }) => name);
          const batch = checker.checkSessions(
            list.map(({ session }) => session),
            stated,
          );
          const results = names.map((name, index) => [name, named(batch.results[index], names)] as const);
          return { results, totals: batch.totals };
        };
        const parts = byMember(items).map(check);
        const whole = check(items);
        expectSame(
          Object.fromEntries(parts.flatMap(({ results }) => results)),
          Object.fromEntries(whole.results),
        );
        for (const key of ['billable', 'notBillable', 'undetermined', 'units'] as const) {
          expect(parts.reduce((total, { totals }) => total + totals[key], 0)).toBe(whole.totals[key]);
        }
        for (const key of ['charge', 'billableCharge', 'notBillableCharge', 'undeterminedCharge'] as const) {
          const sum = parts.reduce((total, { totals }) => total + cents(totals[key]), 0n);
          expect(dollars(sum)).toBe(whole.totals[key]);
        }
      }),
      runs,
    );
  });

  test('claims', () => {
    fc.assert(
      fc.property(fc.array(knownClaim, { maxLength: 5 }), options, (plans, stated) => {
        const items = plans.map((one, index) => {
          const lines = one.lines.map(
            ([line, coded]) => [ofOwn({ ...line, member: one.member }), coded] as (typeof one.lines)[number],
          );
          const claim: Claim = claimOfPlan({ ...one, lines }, keyed(index));
          return { name: keyed(index), member: one.member, claim };
        });
        const check = (list: typeof items) => {
          const names = list.map(({ name }) => name);
          const { results } = checker.checkClaims(
            list.map(({ claim }) => claim),
            stated,
          );
          return names.map((name, index) => [name, named(results[index], names)] as const);
        };
        expectSame(Object.fromEntries(byMember(items).flatMap(check)), Object.fromEntries(check(items)));
      }),
      runs,
    );
  });

  test('where they share staff and groups, all but the rules about these', () => {
    const unlimited = known.map((one) => ({
      ...one,
      base: one.base === 'mo-peer-support' ? 'mo-H2017TG' : one.base,
    }));
    fc.assert(
      fc.property(fc.array(unlimited, { maxLength: 8 }), options, (plans, stated) => {
        const items = plans.map((one, index) => ({
          name: keyed(index),
          member: one.member,
          session: sessionOf(one, keyed(index)),
        }));
        const check = (list: typeof items) => {
          const names = list.map(({ name }) => name);
          const { results } = checker.checkSessions(
            list.map(({ session }) => session),
            stated,
          );
          return names.map((name, index) => {
            const result = results[index];
            if (result === undefined || result.verdict === 'invalid') throw new Error('it can be read');
            return [name, named(apart(result, staffAndRoster), names)] as const;
          });
        };
        expectSame(Object.fromEntries(byMember(items).flatMap(check)), Object.fromEntries(check(items)));
      }),
      runs,
    );
  });
});

test('a claim alone is found as it is in a batch of one', () => {
  fc.assert(
    fc.property(claimPlan, options, (one, stated) => {
      const claim = claimOfPlan(one, 'C-1');
      const alone = checker.checkClaim(claim, stated);
      const [inBatch] = checker.checkClaims([claim], stated).results;
      // Pointers lead into what was passed.
      const moved = JSON.parse(
        JSON.stringify(alone).replaceAll('"sharedWith":"/lines/', '"sharedWith":"/0/lines/'),
      ) as ClaimResult;
      expectSame({ ...inBatch, notices: [] }, { ...moved, notices: [] });
    }),
    runs,
  );
});

test('the claims that are made are such as are found billable, among others', () => {
  const verdicts = fc.sample(claimPlan, { numRuns: 200, seed: 7 }).map((one) => {
    const claim = claimFrom('C-1', one.member, claimOfPlan(one, 'C-1').lines);
    return checker.checkClaim(claim, { history: [] }).verdict;
  });
  expect(new Set(verdicts).size).toBe(3);
});
