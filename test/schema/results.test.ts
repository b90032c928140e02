import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  checkClaim,
  checkClaims,
  checkRecords,
  checkSession,
  checkSessions,
  parseClaim,
  parseSession,
  type Claim,
  type Session,
} from '../../src/index.js';
import { waysToPass, type WaysToPass } from '../../src/evidence/explain.js';
import { createRuleTable, json, ndjson, reportOf } from '../../src/reports/index.js';
import { caseFiles, readText, sessionOf } from '../support/cases.js';
import { objections } from './support.js';
import { expectSame } from '../support/alike.js';

const filesIn = (folder: string) =>
  readdirSync(new URL(`../../fixtures/${folder}/`, import.meta.url)).filter((file) =>
    file.endsWith('.ndjson'),
  );

/** Each line as JSON; one that is none is text. */
function entriesOf(path: string): unknown[] {
  return readText(path)
    .trimEnd()
    .split('\n')
    .map((line) => {
      try {
        return JSON.parse(line) as unknown;
      } catch {
        return line;
      }
    });
}

describe('what a check returns is what schema/result.json says', () => {
  test.each(caseFiles())('of the sessions of %s', (_file, cases) => {
    for (const { options, ...rest } of cases) {
      const result = checkSession(sessionOf(rest), options);
      expectSame(objections('result', result, 'SessionResult'), []);
    }
  });

  test('of sessions with their history and the day of the check not stated', () => {
    for (const [, cases] of caseFiles()) {
      for (const one of cases.slice(0, 20)) {
        expectSame(objections('result', checkSession(sessionOf(one), { missingFacts: 'report' })), []);
      }
    }
  });

  test.each(filesIn('months'))('of the month %s', (file) => {
    const entries = entriesOf(`months/${file}`);
    for (const options of [{ history: [], asOf: '2025-04-01' }, {}]) {
      const result = checkSessions(entries, options);
      expectSame(objections('result', result, 'BatchResult'), []);
      expectSame(objections('result', result), []);
    }
  });

  test.each(filesIn('claims'))('of the claims %s', (file) => {
    const claims = entriesOf(`claims/${file}`);
    expectSame(objections('result', checkClaims(claims, { history: [] }), 'BatchResult'), []);
    for (const claim of claims) {
      const parsed = parseClaim(claim);
      if (!parsed.ok) continue;
      const result = checkClaim(parsed.value);
      expectSame(objections('result', result, 'ClaimResult'), []);
      expectSame(objections('result', result), []);
    }
  });
});

describe('what a report tells is what schema/result.json says', () => {
  const month = entriesOf('months/mo-peer-support.ndjson');
  const sessions = month.slice(0, 150);
  const claims = entriesOf('claims/missouri.ndjson').slice(0, 60);
  const again = { ...(month[0] as Session), id: 'again' };
  const voiding = { ...(claims[0] as Claim), id: 'voiding', frequency: 'void', replaces: 'P-1' };
  const entries = [...sessions, again, ...claims, voiding];
  const options = { history: [], asOf: '2025-04-01' };
  const batch = checkRecords(entries, options);
  const ways = batch.results.map((result, index) =>
    result.kind === 'session' ? waysToPass(entries[index] as Session, options) : undefined,
  );
  const places = entries.map((_, index) =>
    index % 2 === 0 ? { file: 'march.ndjson', line: index + 1 } : { file: 'march.json', at: 'Claim/C-1' },
  );
  const told = { ways, places, byRule: createRuleTable() };

  test('with ways, places and a table by rule', () => {
    const report = JSON.parse([...reportOf(json, batch, entries, told)].join('')) as {
      results: ToldResult[];
      byRule: unknown[];
    };
    expectSame(objections('result', report, 'BatchResult'), []);
    expectSame(objections('result', report), []);
    const { results } = report;
    const kinds = results.flatMap((one) => one.ways?.needs ?? []).flatMap((need) => need.ways);
    expect(new Set(kinds.map(({ kind }) => kind)).size).toBeGreaterThan(2);
    expect(kinds.some(({ repair }) => repair !== undefined)).toBe(true);
    expect(results.some((one) => one.ways?.together !== undefined)).toBe(true);
    expect(results.some(({ findings }) => findings?.some(({ otherFile }) => otherFile !== undefined))).toBe(
      true,
    );
    expect(new Set(results.map(({ kind }) => kind))).toEqual(
      new Set(['session', 'claim', 'void', 'invalid']),
    );
    expect(report.byRule.length).toBeGreaterThan(10);
  });

  test('line by line', () => {
    const lines = [...reportOf(ndjson, batch, entries, told)].join('').trimEnd().split('\n');
    for (const line of lines) expectSame(objections('result', JSON.parse(line)), []);
    expect(lines).toHaveLength(entries.length);
  });

  test('where there was more to try', () => {
    const [first] = ways.filter((one) => one !== undefined);
    const line = [...reportOf(ndjson, batch, entries, { ways: [first && { ...first, notSearched: true }] })];
    expectSame(objections('result', JSON.parse(line[1] ?? line[0] ?? '')), []);
  });

  test('and of an unread cell its place', () => {
    const result = { kind: 'invalid', verdict: 'invalid', issues: [{ ...issue, place: 'line 2, column B' }] };
    expectSame(objections('result', result, 'InvalidResult'), []);
  });

  const issue = { code: 'wrong-type', path: '/units', message: 'expected a number' };
  test.each<[title: string, ways: object]>([
    [
      'a way of another kind',
      { verdict: 'billable', needs: [{ rules: ['member/age'], ways: [{ kind: 'pray', demands: [] }] }] },
    ],
    ['a need without a rule', { verdict: 'billable', needs: [{ rules: [], ways: [] }] }],
    ['a key more', { verdict: 'billable', needs: [], score: 1 }],
    [
      'a repair that takes away',
      {
        verdict: 'billable',
        needs: [],
        together: { patch: [{ op: 'remove', path: '/units' }], safe: true, after: { verdict: 'billable' } },
      },
    ],
  ])('but not %s', (_title, wrong) => {
    const [line = ''] = [...reportOf(ndjson, checkRecords(sessions.slice(0, 1), options), sessions)].filter(
      (one) => one !== '',
    );
    const result = JSON.parse(line) as object;
    expectSame(objections('result', { ...result, ways: { verdict: 'billable', needs: [] } }), []);
    expect(objections('result', { ...result, ways: wrong })).not.toEqual([]);
  });
});

interface ToldResult {
  readonly kind: string;
  readonly ways?: WaysToPass;
  readonly findings?: readonly { readonly otherFile?: string }[];
}

describe('what no check returns is refused', () => {
  const [entry] = entriesOf('months/mo-H2017TG.ndjson');
  const parsed = parseSession(entry);
  if (!parsed.ok) throw new Error('the first session of the month is well formed');
  const result = JSON.parse(
    JSON.stringify(checkSession({ ...parsed.value, units: 99, staff: null }, { history: [] })),
  ) as { findings: { rule: string; data: object }[] };
  const [first] = result.findings.filter(({ rule }) => rule === 'units/time');
  if (first === undefined) throw new Error('99 units are too many');

  test.each<[title: string, value: object]>([
    ['another verdict', { ...result, verdict: 'maybe' }],
    ['a key more', { ...result, score: 1 }],
    ['no rules', { ...result, rules: undefined }],
    ['a finding without a citation', { ...result, findings: [{ ...first, citations: [] }] }],
    ['numbers of another rule', { ...result, findings: [{ ...first, data: { claimed: 99 } }] }],
    ['a number as money', { ...result, price: { rate: 4.95 } }],
  ])('%s', (_title, value) => {
    expectSame(objections('result', result), []);
    expect(objections('result', value)).not.toEqual([]);
  });
});
