import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dayAfterMonth, readFixture } from '../support/cases.js';
import { check, fixture, recordsOf } from './run.js';

interface Expected {
  line: number;
  id?: string;
  verdict: string;
  findings: Record<string, string>;
}

const months = readdirSync(fixture('months')).filter((name) => !name.endsWith('.expected.json'));

/** `x.ndjson` goes with `x.expected.json`, `x.csv` with `x.csv.expected.json`. */
function expectedOf(month: string): Expected[] {
  return readFixture(`months/${month.replace('.ndjson', '')}.expected.json`) as Expected[];
}

describe.each(months)('%s', (month) => {
  const args = [
    fixture(`months/${month}`),
    '--history',
    'none',
    '--as-of',
    dayAfterMonth(month.replace(/\.\w+$/, '')),
  ];

  test('is found to be as expected, line by line', async () => {
    const run = await check([...args, '--format', 'ndjson']);
    const found = recordsOf(run).map(({ line, id, verdict, findings = [] }) => ({
      line,
      ...(id !== undefined && verdict !== 'invalid' && { id }),
      verdict,
      findings: Object.fromEntries(
        findings.filter(({ severity }) => severity !== 'info').map(({ rule, outcome }) => [rule, outcome]),
      ),
    }));
    expect(found).toEqual(expectedOf(month));
  });

  test('as text says of each record that is not billable where it stands', async () => {
    const { stdout } = await check(args);
    expect(stdout).toMatch(/^Billability of /);
    const told = new Set(
      [...stdout.matchAll(/\b(?:\w+|\w+-\w+)\.\w+:(\d+)\b/g)].map(([, line]) => Number(line)),
    );
    const held = expectedOf(month).filter(({ verdict }) => /not-billable|undetermined|invalid/.test(verdict));
    expect(held.map(({ line }) => line).filter((line) => !told.has(line))).toEqual([]);
  });
});
