import { expect, test } from 'vitest';
import { createChecker, type Session } from '../../src/index.js';
import { linesOfMonth, months, readFixture } from '../support/cases.js';
import { monthsLater } from '../values/naive-calendar.js';

interface Expected {
  line: number;
  verdict: string;
  findings: Record<string, string>;
}

/** The first day after the month in which most of the lines are. */
function dayAfterMonth(lines: readonly unknown[]): string {
  const days = lines.flatMap((line) => (line as Partial<Session> | null)?.dateOfService ?? []);
  const sorted = days.map((day) => day.slice(0, 7)).sort();
  return monthsLater(`${sorted[Math.floor(sorted.length / 2)] ?? ''}-01`, 1);
}

test.each(months)('the month of %s comes out as planted, line by line', (month) => {
  const lines = linesOfMonth(month);
  const asOf = dayAfterMonth(lines);
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
  const valid = results.filter(({ verdict }) => verdict !== 'invalid').length;
  expect(valid).toBeGreaterThan(0.9 * lines.length);
  expect(results.map(({ verdict }) => verdict)).toEqual(
    expect.arrayContaining(['billable', 'not-billable', 'undetermined']),
  );
  expect(totals.entries).toBe(lines.length);
});
