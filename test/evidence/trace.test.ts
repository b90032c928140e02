import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createChecker, InputError } from '../../src/index.js';
import { traceSession, type TracedClause } from '../../src/evidence/trace.js';
import { checkerOf, checks, factPaths, outcomesOf, resultOf, valueAt } from '../laws/random-sessions.js';
import { sessionOf } from '../oracle/generate.js';
import { baseSession } from '../support/cases.js';
import { lawRuns } from '../support/runs.js';

const session = baseSession('mo-peer-support');

function clauseOf(rule: string, change: object = {}, options = {}) {
  return traceSession({ ...session, ...change }, options).find((one) => one.rule === rule);
}

describe('the clause of a rule', () => {
  test('of one question has no parts', () => {
    expect(clauseOf('member/age')).toEqual({
      rule: 'member/age',
      says: expect.stringMatching(/16/) as string,
      truth: 'true',
      decides: true,
      paths: ['/member/birthDate', '/dateOfService'],
    });
  });

  test.each([
    ['holds', '2000-01-01', 'true'],
    ['is broken', '2015-01-01', 'false'],
    ['cannot be told', null, 'unknown'],
  ])('%s', (_, birthDate, truth) => {
    expect(clauseOf('member/age', { member: { birthDate } })).toMatchObject({ truth });
  });

  test('of alternatives says which of them decides', () => {
    const clause = clauseOf('staff/credential', { staff: { credentials: [{ code: 'MO-MRSS-P' }] } });
    expect(clause?.parts?.map(({ truth, decides }) => [truth, decides])).toEqual([
      ['true', true],
      ['false', false],
    ]);
  });

  test('that applies to some sessions alone says first whether it does', () => {
    const trace = traceSession(baseSession('mo-H2017HO'));
    const withParts = trace.filter(({ parts }) => parts !== undefined);
    expect(withParts.length).toBeGreaterThan(0);
    for (const { parts = [] } of withParts) expect(parts.some(({ decides }) => decides)).toBe(true);
  });

  test('tells the reading on which it rests', () => {
    expect(traceSession(session).some(({ reading }) => reading !== undefined)).toBe(true);
  });
});

test('a checker of your own judges by its words and readings', () => {
  const checker = createChecker({ words: { 'staff.credentials': { Peer: 'MO-CMPS' } } });
  const staff = { credentials: [{ code: 'Peer' }] };
  expect(clauseOf('staff/credential', { staff })).toMatchObject({ truth: 'unknown' });
  expect(clauseOf('staff/credential', { staff }, { checker })).toMatchObject({ truth: 'true' });
});

test.each<[string, () => unknown]>([
  ['a session that is none', () => traceSession({ ...session, units: 'many' } as never)],
  ['a service that is not on file', () => traceSession({ ...session, service: 'xx/none' })],
  ['a checker that is none', () => traceSession(session, { checker: {} as never })],
  ['an option that is none', () => traceSession(session, { on: '2025-03-03' } as never)],
])('%s is an InputError', (_, act) => {
  expect(act).toThrow(InputError);
});

/** All clauses and parts of them. */
function allOf(clauses: readonly TracedClause[]): TracedClause[] {
  return clauses.flatMap((clause) => [clause, ...allOf(clause.parts ?? [])]);
}

test('law: a clause is true where its rule passes, unknown where it is not known, and false where it fails', () => {
  fc.assert(
    fc.property(checks, (check) => {
      const result = resultOf(check);
      const outcomes = outcomesOf(result);
      if (outcomes.get('service/in-force') !== 'pass') return;
      if (outcomes.get('session/took-place') === 'fail') return;
      const own = sessionOf(check);
      const words = allOf(traceSession(own, { ...check.options, checker: checkerOf(check) }));
      for (const clause of traceSession(own, { ...check.options, checker: checkerOf(check) })) {
        const finding = result.findings.find(({ rule }) => rule === clause.rule);
        // What is owed later, what a week shares and what falls short of a weaker demand alone say more than the clause.
        if (finding !== undefined && (finding.outcome === 'due' || finding.severity === 'warning')) continue;
        const asked = result.notApplicable.some(({ rule }) => rule === clause.rule);
        if (asked) continue;
        const said = finding === undefined ? ['true'] : finding.outcome === 'fail' ? ['false'] : ['unknown'];
        // Words on no list are completed in every way, and may settle what the clause alone leaves open.
        expect([...said, 'unknown']).toContain(clause.truth);
      }
      // No value of a fact is told.
      const keys = factPaths(own).filter((path) => /(^|\.)id$/.test(path));
      for (const path of keys) {
        const key = String(valueAt(own, path));
        if (key.length > 3) for (const { says } of words) expect(says).not.toContain(key);
      }
    }),
    lawRuns(150, 81),
  );
});
