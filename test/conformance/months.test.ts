import { expect, test } from 'vitest';
import { createChecker } from '../../src/index.js';
import { dayAfterMonth, linesOfMonth, months, readFixture } from '../support/cases.js';

interface Expected {
  line: number;
  verdict: string;
  findings: Record<string, string>;
}

function expectedOf(month: string): Expected[] {
  return readFixture(`months/${month}.expected.json`) as Expected[];
}

test.each(months)('the month of %s comes out as planted, line by line', (month) => {
  const lines = linesOfMonth(month);
  const asOf = dayAfterMonth(month);
  const expected = expectedOf(month);
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
  expect(totals.entries).toBe(lines.length);
});

test('in the months is at least one line of each verdict', () => {
  const verdicts = months.flatMap((month) => expectedOf(month).map(({ verdict }) => verdict));
  expect(new Set(verdicts)).toEqual(new Set(['billable', 'not-billable', 'undetermined', 'invalid']));
});
