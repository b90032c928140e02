import { describe, expect, test } from 'vitest';
import { checkRecords } from '../../../src/index.js';
import { ruleTable } from '../../../src/reports/index.js';
import { check, file, unwrapped } from '../run.js';
import { billable, malformed, ndjson, notBillable, undetermined } from '../sessions.js';

const records = [billable, notBillable, undetermined, malformed];
file('by-rule.ndjson', ndjson(...records));
const options = ['by-rule.ndjson', '--history', 'none', '--by-rule'];
const rows = ruleTable(checkRecords(records, { history: [] }), records);

/** The rows of the table, by rule, with its headings. */
function tableIn(stdout: string): Record<string, string> {
  const [, table = ''] = stdout.split(/By rule|\nWhy|\nWhom/);
  const lines = table.split('\n').map((line) => line.trim().split(/ {2,}/));
  return Object.fromEntries(
    lines.map((cells): [string, string] => [String(cells.at(-1)), cells.slice(0, -1).join(' ')]),
  );
}

describe('check --by-rule', () => {
  test('tells in JSON what ruleTable gives', async () => {
    const { stdout, status } = await check([...options, '--format', 'json']);
    const { byRule, totals } = JSON.parse(stdout) as { byRule: unknown; totals: { entries: number } };
    expect(byRule).toEqual(rows);
    expect(totals.entries).toBe(4);
    expect(status).toBe(2);
  });

  test.each([
    ['at once', []],
    ['quietly', ['--quiet']],
    ['record by record', ['--grouped']],
    ['of some rules', ['--rule', 'member/age']],
    ['of what is new', ['--since', 'nothing.json']],
  ])('%s, the table is of all records', async (_, more) => {
    file('nothing.json', '[]');
    const { stdout } = await check([...options, ...more]);
    expect(tableIn(stdout)).toMatchObject({
      rule: 'pass n/a fail open alone',
      'member/age': '1 0 1 1 16',
      'claim/duplicate': '3 0 0 0',
    });
  });

  test('without it nothing is told of it', async () => {
    const { stdout } = await check(['by-rule.ndjson', '--history', 'none', '--format', 'json']);
    expect(JSON.parse(stdout)).not.toHaveProperty('byRule');
  });

  test.each(['csv', 'ndjson', 'html'])('--format %s says that it has no room for it', async (format) => {
    const { stderr } = await check([...options, '--format', format]);
    expect(stderr).toContain('billability: --by-rule is not used: it is of --format text and json\n');
  });

  test('of nothing says so', async () => {
    const { stdout } = await check(['--by-rule', '--allow-empty'], '');
    expect(stdout).toContain('No rule was judged.');
  });

  test('tells charges where there are any, and units beside them where not all have one', async () => {
    const young = { ...notBillable, charge: '1018.00' };
    const { stdout } = await check(['--history', 'none', '--by-rule'], ndjson(young, undetermined));
    expect(tableIn(stdout)['member/age']).toBe('0 0 1 1 $1,018.00 + 8 units');
    expect(unwrapped(stdout)).toContain('By rule: sessions and lines, and what a rule holds back alone');
  });

  test('puts a rule on a line of its own where the line would be too long', async () => {
    const dear = { ...notBillable, charge: '9999999.99' };
    const { stdout } = await check(['--history', 'none', '--by-rule'], ndjson(dear, { ...dear, units: 9 }));
    expect(stdout).toContain('\n  member/age\n       0    0     2     0  $9,999,999.99  $9,999,999.99\n');
  });

  test('tells the code of a line that no service has under a heading of its own', async () => {
    const line = { procedureCode: '99213', dateOfService: '2024-03-12', units: 1 };
    const { stdout } = await check(
      ['--history', 'none', '--by-rule'],
      ndjson({ jurisdiction: 'MO', lines: [line] }),
    );
    expect(stdout).toContain('\na code for which no service is on file\n');
  });
});
