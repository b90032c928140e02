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

test.each([
  ['mo-H2017TG', '2025-04-01'],
  ['mo-H2017HO', '2025-04-01'],
  ['mo-H2017HOHQ', '2025-04-01'],
  ['mo-peer-support', '2025-04-01'],
  ['mt-imr', '2025-03-01'],
  ['sc-prs', '2025-03-01'],
])('the month of %s comes out as planted, line by line', (month, asOf) => {
  const lines = readText(`months/${month}.ndjson`).trimEnd().split('\n').map(parsed);
  const expected = readFixture(`months/${month}.expected.json`) as Expected[];
  const { results, totals } = createChecker().checkSessions(lines, { history: [], asOf });
  const found = results.map((result, index) => ({
    line: index + 1,
    verdict: result.verdict,
    findings: Object.fromEntries(
      'findings' in result
        ? result.findings
            .filter(({ severity }) => severity !== 'info')
            .map(({ rule, outcome }) => [rule, outcome])
        : [],
    ),
  }));
  expect(found).toEqual(expected.map(({ line, verdict, findings }) => ({ line, verdict, findings })));
  expect(results.filter(({ verdict }) => verdict !== 'invalid').length).toBeGreaterThan(80);
  expect(totals.entries).toBe(lines.length);
});
