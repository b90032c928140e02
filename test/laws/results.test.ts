import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createChecker,
  createBatch,
  checkRecords,
  type ReadingsInput,
  type SessionResult,
} from '../../src/index.js';
import { sessionOf as randomSession } from '../oracle/generate.js';
import {
  claimOfPlan,
  claimPlan,
  malformed,
  options,
  plan,
  sessionOf,
  type ClaimPlan,
  type Entry,
  type Plan,
} from './batch-support.js';
import { checks, checkerOf } from './random-sessions.js';
import { expectSame } from '../support/alike.js';
import { lawRuns } from '../support/runs.js';

/** What holds of every result: why it holds back, and what judged it. */

const checker = createChecker();

const ofOneWeek = {
  base: 'mo-H2017TG',
  member: 'M-1',
  staff: null,
  group: null,
  fault: 'none',
  units: 'supported',
  clock: true,
  charge: null,
} as const;

/** Records of every service and kind, each with a key of its own. */
const records = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: plan.map((one) => (id: string) => sessionOf(one, id)) },
      { weight: 4, arbitrary: claimPlan.map((one) => (id: string) => claimOfPlan(one, id)) },
      { weight: 4, arbitrary: checks.map((check) => (id: string) => ({ ...randomSession(check), id })) },
      // Complete but for the note of a week that they share.
      { weight: 4, arbitrary: plan.map((one) => (id: string) => sessionOf({ ...one, ...ofOneWeek }, id)) },
      { weight: 1, arbitrary: malformed.map((value) => () => value) },
    ),
    { maxLength: 8 },
  )
  .map((make) => make.map((one, index) => one(`R-${String(index)}`)));

/** Whether a result says itself why it holds back; a claim may say it of a line. */
function saysWhy(result: Entry): boolean {
  const isError = ({ findings }: Pick<SessionResult, 'findings'>, outcome: string) =>
    findings.some((finding) => finding.severity === 'error' && finding.outcome === outcome);
  switch (result.kind) {
    case 'invalid':
      return result.issues.length > 0;
    case 'void':
      return true;
    case 'session':
      return holdsBack(result, isError(result, 'fail'), isError(result, 'unknown'));
    case 'claim': {
      const parts = [result, ...result.lines];
      const lines = result.lines.every((line) =>
        holdsBack(line, isError(line, 'fail'), isError(line, 'unknown')),
      );
      return (
        lines &&
        holdsBack(
          result,
          parts.some((part) => isError(part, 'fail')),
          parts.some((part) => isError(part, 'unknown')),
        )
      );
    }
  }
}

function holdsBack({ verdict }: Pick<SessionResult, 'verdict'>, fails: boolean, isOpen: boolean): boolean {
  if (verdict === 'not-billable') return fails;
  return verdict === 'billable' || isOpen;
}

test('no result holds back without an error finding of its own', () => {
  fc.assert(
    fc.property(records, options, (list, stated) => {
      const { results } = checkRecords(list, stated);
      expectSame(
        results.filter((result) => !saysWhy(result)),
        [],
      );
    }),
    lawRuns(150, 20141001),
  );
});

/** A result without what is not judged where members come one by one. */
const apart = /^schedule\/(staff-overlap|group-roster)$/;
const alike = (result: Entry) =>
  JSON.stringify(result, (_key, value: unknown) =>
    Array.isArray(value)
      ? value.filter((one: unknown) => !apart.test(String((one as { rule?: string } | null)?.rule ?? one)))
      : value,
  );

/** Staff and groups are what a stream does not compare. */
const sharingNothing = <Of extends Plan>(one: Of): Of => ({ ...one, staff: null, group: null });

function withLines<Of extends ClaimPlan>(one: Of, change: (line: Plan) => Plan): Of {
  return { ...one, lines: one.lines.map(([line, coded]) => [change(line), coded]) };
}

describe('sessions and claims in one list', () => {
  test('are checked as each kind is by itself, in their places', () => {
    fc.assert(
      fc.property(records, options, (list, stated) => {
        const isClaim = (value: unknown) => typeof value === 'object' && value !== null && 'lines' in value;
        const claims = checker.checkClaims(
          list.map((one) => (isClaim(one) ? one : null)),
          stated,
        );
        const sessions = checker.checkSessions(
          list.map((one) => (isClaim(one) ? null : one)),
          stated,
        );
        const { results, totals } = checkRecords(list, stated);
        expectSame(
          results,
          list.map((one, index) => (isClaim(one) ? claims : sessions).results[index]),
        );
        expect(totals.entries).toBe(list.length);
        expect(totals.units).toBe(claims.totals.units + sessions.totals.units);
      }),
      lawRuns(60, 20141001),
    );
  });

  test('come out of a stream as out of a batch, member by member', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            plan.map((one) => ({ ...one, member: one.member ?? 'M-2' })),
            claimPlan.map((one) => ({ ...one, member: one.member ?? 'M-2' })),
          ),
          { maxLength: 7 },
        ),
        options,
        (plans, stated) => {
          const sorted = plans.sort((one, other) => (one.member < other.member ? -1 : 1));
          const list = sorted.map((one, index) => {
            const id = `R-${String(index)}`;
            return 'lines' in one
              ? claimOfPlan(withLines(one, sharingNothing), id)
              : sessionOf(sharingNothing(one), id);
          });
          const stream = createBatch({ of: 'records', ...stated });
          const streamed = list.flatMap((one) => {
            stream.add(one);
            return stream.results();
          });
          const end = stream.end();
          const whole = checkRecords(list, stated);
          expectSame([...streamed, ...end.results].map(alike), whole.results.map(alike));
          expectSame(end.totals, whole.totals);
        },
      ),
      lawRuns(80, 20141001),
    );
  });

  test('a claim whose member is not stated is one alone in a stream, and any prior use may be of its member', () => {
    fc.assert(
      fc.property(claimPlan, options, (one, stated) => {
        const claim = claimOfPlan({ ...withLines(one, sharingNothing), member: null }, 'C-1');
        const stream = createBatch({ of: 'claims', ...stated });
        stream.add(claim);
        const judged = stream.results();
        expectSame(judged.map(alike), checker.checkClaims([claim], stated).results.map(alike));
      }),
      lawRuns(80, 20141001),
    );
  });
});

describe('what judged a result', () => {
  const readings = fc.constantFrom<ReadingsInput>(
    {},
    { rounding: 'midpoint' },
    { leapBirthday: 'feb-28' },
    { weekStartsOn: 1 },
  );
  const settings = fc.record({
    asOf: fc.constantFrom(undefined, '2024-03-10', '2030-01-01'),
    missingFacts: fc.constantFrom<('block' | 'report')[]>('block', 'report'),
    isBound: fc.boolean(),
  });

  test('tells two results of one session apart that are not the same; with equal rules they are equal, byte for byte', () => {
    let apart = 0;
    fc.assert(
      fc.property(checks, settings, settings, readings, readings, (check, one, other, read, readOther) => {
        const session = randomSession(check);
        const [first, second] = (
          [
            [one, read],
            [other, readOther],
          ] as const
        ).map(([{ isBound, ...options }, stated]) =>
          checkerOf({ isBound }).checkSession(session, { ...options, readings: stated, history: [] }),
        );
        const same = JSON.stringify(first?.rules) === JSON.stringify(second?.rules);
        if (!same) apart++;
        if (same) expect(JSON.stringify(second)).toBe(JSON.stringify(first));
      }),
      lawRuns(400, 20141001),
    );
    expect(apart).toBeGreaterThan(0);
  });

  const session = { service: 'mo/peer-support', dateOfService: '2017-05-16' };

  test('a bound code makes another definition', () => {
    const [plain, bound] = [false, true].map((isBound) => checkerOf({ isBound }).checkSession(session).rules);
    expect(bound?.definition).not.toBe(plain?.definition);
  });
});
