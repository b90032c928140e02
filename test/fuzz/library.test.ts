import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkClaim,
  checkClaims,
  checkSession,
  checkSessions,
  createChecker,
  describeService,
  findService,
  parseClaim,
  parseSession,
  priceOf,
  remainingUnits,
  unitsFor,
  type CheckOptions,
  type Claim,
  type Session,
} from '../../src/index.js';
import { formatResult } from '../../src/reports/index.js';
import { planted, repeatedIn, type Planted } from './support/canaries.js';
import { damaged } from './support/damage.js';
import { oddJsonMade, oddValue, type Make } from './support/hostile.js';
import { expectNoValues, outcomeOf, written } from './support/outcome.js';
import { runs } from '../support/runs.js';
import { claims, configuration, history, options, sessions } from './support/whole.js';
import { expectSame } from '../support/alike.js';

interface Damaged {
  readonly canaries: Planted;
  readonly make: Make;
}

function damagedOf(values: readonly unknown[], codes = false): fc.Arbitrary<Damaged> {
  return fc.constantFrom(...values).chain((value) => {
    const canaries = planted(value, { codes });
    return damaged(canaries.value).map((make) => ({ canaries, make }));
  });
}

/** The caller's own key comes back as it was. */
function withoutKey<Result extends object>(result: Result): Result {
  return 'id' in result ? { ...result, id: '' } : result;
}

const knownHistory = fc.constantFrom<CheckOptions>({}, { history: [] }, { history, asOf: '2025-03-03' });

describe('a damaged session', () => {
  test('is read or refused', () => {
    fc.assert(
      fc.property(damagedOf(sessions, true), ({ canaries, make }) => {
        const parsed = parseSession(make());
        if (!parsed.ok) expectNoValues(parsed.issues, canaries);
      }),
      runs(300),
    );
  });

  test('is checked or refused', () => {
    fc.assert(
      fc.property(damagedOf(sessions), knownHistory, ({ canaries, make }, stated) => {
        const outcome = outcomeOf(() => checkSession(make() as Session, stated));
        if ('issues' in outcome) {
          expectNoValues(outcome.issues, canaries);
          return;
        }
        const said = withoutKey(outcome.result);
        expectSame(repeatedIn(written(said) + formatResult(said), canaries), []);
      }),
      runs(300),
    );
  });
});

describe('a damaged claim', () => {
  test('is read or refused', () => {
    fc.assert(
      fc.property(damagedOf(claims, true), ({ canaries, make }) => {
        const parsed = parseClaim(make());
        if (!parsed.ok) expectNoValues(parsed.issues, canaries);
      }),
      runs(200),
    );
  });

  test('is checked or refused', () => {
    fc.assert(
      fc.property(damagedOf(claims), knownHistory, ({ canaries, make }, stated) => {
        const outcome = outcomeOf(() => checkClaim(make() as Claim, stated));
        if ('issues' in outcome) {
          expectNoValues(outcome.issues, canaries);
          return;
        }
        const said = withoutKey(outcome.result);
        expectSame(repeatedIn(written(said) + formatResult(said), canaries), []);
      }),
      runs(200),
    );
  });
});

describe('damaged entries of a batch', () => {
  const batchOf = (values: readonly unknown[]) =>
    fc.array(
      fc.oneof(
        damagedOf(values),
        fc.constantFrom(...values).map((value) => whole(value)),
      ),
      { maxLength: 6 },
    );
  const whole = (value: unknown): Damaged => {
    const canaries = planted(value);
    return { canaries, make: () => canaries.value };
  };

  test.each([
    ['sessions', sessions, checkSessions],
    ['claims', claims, checkClaims],
  ] as const)('of %s cost only themselves', (_name, values, check) => {
    fc.assert(
      fc.property(batchOf(values), (entries) => {
        const { results, totals, notices } = check(entries.map(({ make }) => make()));
        expect(results).toHaveLength(entries.length);
        const text = written({ results: results.map(withoutKey), totals, notices });
        for (const { canaries } of entries) expectSame(repeatedIn(text, canaries), []);
        // What can be checked by itself is not invalid beside others.
        results.forEach((result, index) => {
          const alone = check([entries[index]?.make()]).results[0];
          expect(result.verdict === 'invalid').toBe(alone?.verdict === 'invalid');
        });
      }),
      runs(80),
    );
  });

  test('that are no list are refused', () => {
    fc.assert(
      fc.property(oddValue, (make) => {
        for (const check of [checkSessions, checkClaims]) {
          const entries = make();
          const outcome = outcomeOf(() => check(entries as unknown[]));
          expect('result' in outcome).toBe(Array.isArray(entries));
        }
      }),
      runs(100),
    );
  });
});

describe('damaged options', () => {
  const [session] = sessions;
  const [claim] = claims;

  test('are read or refused', () => {
    fc.assert(
      fc.property(damagedOf([options], true), ({ canaries, make }) => {
        const stated = () => make() as CheckOptions;
        const outcomes = [
          outcomeOf(() => checkSession(session as Session, stated())),
          outcomeOf(() => checkClaim(claim as Claim, stated())),
          outcomeOf(() => checkSessions([session], stated())),
          outcomeOf(() => checkClaims([claim], stated())),
        ];
        for (const outcome of outcomes) {
          if ('issues' in outcome) expectNoValues(outcome.issues, canaries);
          else written(outcome.result);
        }
      }),
      runs(150),
    );
  });

  test('of a checker are read or refused', () => {
    fc.assert(
      fc.property(damagedOf([configuration], true), ({ canaries, make }) => {
        const outcome = outcomeOf(() => createChecker(make() as object));
        if ('issues' in outcome) {
          expectNoValues(outcome.issues, canaries);
          return;
        }
        written(outcome.result.checkSessions(sessions));
        written(outcome.result.checkClaims(claims.slice(0, 3)));
      }),
      runs(150),
    );
  });

  test('of look-ups are read or refused', () => {
    const query = { jurisdiction: 'MO', procedureCode: 'H2017', modifiers: ['HQ'], on: '2024-03-12' };
    const asked = damagedOf([
      query,
      { units: 4, on: '2024-03-12', funding: 'medicaid' },
      { on: '2024-03-12', history },
    ]);
    const service = fc.oneof(
      fc.constant<Make>(() => 'mo/H2017TG'),
      oddJsonMade,
    );
    fc.assert(
      fc.property(asked, service, ({ make }, which) => {
        const of = () => which() as string;
        const outcomes = [
          outcomeOf(() => findService(make() as never)),
          outcomeOf(() => priceOf(of(), make() as never)),
          outcomeOf(() => remainingUnits(of(), make() as never)),
          outcomeOf(() => unitsFor(make() as number)),
          outcomeOf(() => describeService(of(), { on: '2024-03-12' })),
        ];
        for (const outcome of outcomes) if ('issues' in outcome) written(outcome.issues);
      }),
      runs(150),
    );
  });
});
