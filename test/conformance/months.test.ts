import { expect, test } from 'vitest';
import { createChecker } from '../../src/index.js';
import { readFixture, readText } from '../support/cases.js';

interface Expected {
  line: number;
  verdict: string;
  findings: Record<string, string>;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

test.each(['mo-peer-support'])('the month of %s comes out as planted, line by line', (month) => {
  const lines = readText(`months/${month}.ndjson`).trimEnd().split('\n').map(parsed);
  const expected = readFixture(`months/${month}.expected.json`) as Expected[];
  const { results, totals } = createChecker().checkSessions(lines, { history: [], asOf: '2025-04-01' });
  const found = results.map((result, index) => ({
    line: index + 1,
    verdict: result.verdict,
    findings: Object.fromEntries(
      'findings' in result
        ? result.findings.filter(({ severity }) => severity !== 'info').map(({ rule, outcome }) => [rule, outcome])
        : [],
    ),
  }));
  expect(found).toEqual(expected.map(({ line, verdict, findings }) => ({ line, verdict, findings })));
  expect(totals.entries).toBe(lines.length);
});
