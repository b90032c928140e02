import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { csv } from '../../src/reports/csv.js';
import { claim } from './claims.js';
import { check, file, type Run } from './run.js';
import { billable, ndjson, notBillable, undetermined } from './sessions.js';

const columns = Object.keys(csv.columns ?? {});
const asCsv = ['--history', 'none', '--format', 'csv', '--fail-on', 'never'];

function rowsOf({ stdout }: Pick<Run, 'stdout'>): Record<string, string>[] {
  return parse(stdout, { columns: true });
}
const cells = (run: Run, ...columns: string[]) =>
  rowsOf(run).map((row) =>
    columns
      .map((column) => row[column])
      .join(' ')
      .trim(),
  );

describe('--format csv', () => {
  test('is one row for each thing to do, and none for a record that needs nothing', async () => {
    const run = await check(asCsv, ndjson(billable, notBillable, { ...undetermined, plan: null }));
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(cells(run, 'line', 'id', 'verdict', 'rule', 'outcome', 'severity')).toEqual([
      '2 too-young not-billable member/age fail error',
      '3 of-unknown-age undetermined plan/goal unknown error',
      '3 of-unknown-age undetermined member/age unknown error',
    ]);
  });

  test('has the columns that the help and the guide list, in their order', async () => {
    const [header] = (await check(asCsv, ndjson(billable))).stdout.split('\n');
    expect(header).toBe(columns.join(','));
    const help = (await check(['--help'])).stdout;
    for (const column of columns) expect(help).toMatch(new RegExp(`^  ${column} {2,}\\S`, 'm'));
    const guide = readFileSync(new URL('../../docs/guides/billing-a-month.md', import.meta.url), 'utf8');
    const [, table = ''] = /^\| Column +\| Holds[^]*?\n((?:\| `[^]*?\n)+)/m.exec(guide) ?? [];
    expect([...table.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name)).toEqual(columns);
  });

  test('says of a finding what a person needs to act on it', async () => {
    const rows = rowsOf(await check(asCsv, ndjson(notBillable, undetermined)));
    expect(rows[0]).toMatchObject({
      file: 'standard input',
      service: 'mo/peer-support',
      dateOfService: notBillable.dateOfService,
      facts: expect.stringContaining('/member/birthDate') as string,
      missing: '',
      clause: expect.stringContaining(', 6.4') as string,
      denials: 'CO 6 N129 likely',
    });
    expect(rows[1]).toMatchObject({
      heldBy: 'front-desk',
      about: 'member',
      missing: '/member/birthDate',
      question: 'When was the member born?',
      denials: '',
    });
  });

  test('names the record that a finding is about beside its own', async () => {
    const input = file('twice.ndjson', ndjson(billable, { ...billable, id: 'again' }));
    expect(cells(await check([...asCsv, input]), 'line', 'rule', 'other')).toEqual([
      '2 claim/duplicate twice.ndjson:1',
    ]);
  });

  test('has the findings of a claim, and of each line of it', async () => {
    const mixed = claim('mixed', [
      { modifiers: ['TG', 'GT'], service: 'mo/H2017TG' },
      { procedureCode: 'H2017G', modifiers: [], dateOfService: '2024-04-02', charge: null },
    ]);
    const run = await check(asCsv, ndjson(claim('clean', [{}]), { ...mixed, funding: null }));
    expect(cells(run, 'line', 'verdict', 'rule', 'severity', 'claimLine', 'service')).toEqual([
      '2 not-billable claim/local-code error',
      '2 not-billable claim/code warning 1 mo/H2017TG',
    ]);
  });

  test('has a row for each thing wrong with a record that cannot be read', async () => {
    const run = await check(asCsv, `${ndjson({ ...billable, units: 'x', phase: 'later' })}{`);
    expect(cells(run, 'line', 'verdict', 'facts')).toEqual([
      '1 invalid /units',
      '1 invalid /phase',
      '2 invalid',
    ]);
    expect(rowsOf(run).every(({ message }) => message !== '')).toBe(true);
  });

  test('no cell starts a formula', async () => {
    const keys = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1+1', '\r=1+1', '＝1+1'];
    const rows = rowsOf(await check(asCsv, ndjson(...keys.map((id) => ({ ...notBillable, id })))));
    const ids = new Set(rows.map((row) => row['id']));
    expect([...ids]).toEqual(["'=1+1", "'+1", "'-1", "'@SUM(A1)", '?=1+1', "'＝1+1"]);
  });

  test('a key is kept whole, but for what would steer what shows it', async () => {
    const keys = ['a,b', 'a"b', '"', "O'Neil", 'é', '0012', 'a\nb', 'a\r\nb', '\u001b[31mred', 'a\u202eb'];
    const rows = rowsOf(await check(asCsv, ndjson(...keys.map((id) => ({ ...notBillable, id })))));
    const kept = ['a,b', 'a"b', '"', "O'Neil", 'é', '0012', 'a?b', 'a??b', '?[31mred'];
    expect([...new Set(rows.map((row) => row['id']))]).toEqual(kept);
  });

  test('names members and staff by their keys, which --keys no leaves out', async () => {
    const [member, staff] = [billable.member?.id, billable.staff?.id];
    const keys = async (...args: string[]) => {
      const run = await check([...asCsv, ...args], ndjson(notBillable));
      return [run.status, ...cells(run, 'memberId', 'staffId')];
    };
    expect(await keys()).toEqual([0, `${String(member)} ${String(staff)}`]);
    expect(await keys('--keys', 'yes', '--grouped')).toEqual([0, `${String(member)} ${String(staff)}`]);
    expect(await keys('--keys', 'no')).toEqual([0, '']);
    expect(await keys('--keys', 'no', '--grouped')).toEqual([0, '']);
    expect(await check([...asCsv, '--keys', 'maybe'], '')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Expected yes or no.') as string,
    });
  });

  test('of no record that needs anything is the header', async () => {
    expect((await check([...asCsv, '--grouped'], ndjson(billable))).stdout).toBe(`${columns.join(',')}\n`);
  });

  test('of no records is the header', async () => {
    expect(rowsOf(await check(asCsv, ''))).toEqual([]);
    expect((await check(asCsv, '')).stdout).toBe(`${columns.join(',')}\n`);
  });

  test('what concerns all records is told beside it', async () => {
    const run = await check(['--format', 'csv'], ndjson(billable));
    expect(run.status).toBe(3);
    expect(run.stderr).toContain('--history none');
  });

  test('is the same, member by member', async () => {
    const sessions = ndjson(billable, notBillable, undetermined);
    const grouped = await check([...asCsv, '--grouped'], sessions);
    expect(grouped.stdout).toBe((await check(asCsv, sessions)).stdout);
    expect(grouped.stderr).toContain('Members are judged one by one');
  });
});

describe('--missing-facts', () => {
  const input = ndjson(billable, undetermined);
  const verdicts = async (...args: string[]) => {
    const run = await check(['--history', 'none', '--format', 'csv', ...args], input);
    return [run.status, ...cells(run, 'verdict', 'outcome')];
  };

  test.each([[[]], [['--grouped']]])(
    'report tells what is not known and holds nothing back %j',
    async (more) => {
      expect(await verdicts(...more)).toEqual([3, 'undetermined unknown']);
      expect(await verdicts('--missing-facts', 'block', ...more)).toEqual([3, 'undetermined unknown']);
      expect(await verdicts('--missing-facts', 'report', ...more)).toEqual([0, 'billable unknown']);
    },
  );

  test('holds for claims, but not where no definition is on file', async () => {
    const open = claim('open', [{ session: { attendance: null, activities: null } as never }]);
    const unknownCode = claim('code', [{ modifiers: ['XX'] }]);
    const status = async (...args: string[]) => (await check(['--history', 'none', ...args])).status;
    const [one, other] = [file('open.ndjson', ndjson(open)), file('code.ndjson', ndjson(unknownCode))];
    expect([await status(other), await status('--missing-facts', 'report', other)]).toEqual([3, 3]);
    expect(await status('--missing-facts', 'report', one)).not.toBe(3);
  });

  test('any other choice is bad usage', async () => {
    expect(await check(['--missing-facts', 'ignore'], input)).toMatchObject({ status: 2, stdout: '' });
  });
});
