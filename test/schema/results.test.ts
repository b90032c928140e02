import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  checkClaim,
  checkClaims,
  checkSession,
  checkSessions,
  parseClaim,
  parseSession,
} from '../../src/index.js';
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
