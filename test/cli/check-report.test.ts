import { describe, expect, test } from 'vitest';
import { check, file, recordsOf, unwrapped } from './run.js';
import { billable, malformed, ndjson, notBillable, undetermined } from './sessions.js';

const all = [billable, notBillable, undetermined, malformed];
const name = file('may.ndjson', ndjson(...all));
const args = [name, '--history', 'none', '--as-of', '2017-06-01'];

describe('json', async () => {
  const { stdout } = await check([...args, '--format', 'json']);
  const report = JSON.parse(stdout) as { results: unknown[]; totals: unknown; notices: unknown[] };

  test('is one document, printed with two spaces', () => {
    expect(stdout).toBe(`${JSON.stringify(report, null, 2)}\n`);
    expect(Object.keys(report)).toEqual(['results', 'totals', 'notices']);
  });

  test('has the records that ndjson has', async () => {
    expect(report.results).toEqual(recordsOf(await check([...args, '--format', 'ndjson'])));
  });

  test('has the totals', () => {
    expect(report.totals).toMatchObject({
      entries: 4,
      billable: 1,
      notBillable: 1,
      undetermined: 1,
      invalid: 1,
      notTakenPlace: 0,
    });
  });

  test('of nothing is whole too', async () => {
    const empty = (await check(['--format', 'json'], '')).stdout;
    expect(empty).toBe(`${JSON.stringify(JSON.parse(empty), null, 2)}\n`);
    expect(JSON.parse(empty)).toMatchObject({ results: [], totals: { entries: 0 } });
  });
});

describe('text', async () => {
  const { stdout } = await check(args);

  test('begins with the totals', () => {
    expect(stdout).toMatch(
      /^Billability of may\.ndjson as of 2017-06-01\n\n {2}Records +4 +24 units\n {2}Billable +1 +8 units\n {2}Not billable +1 +8 units\n {2}Cannot be told yet +1 +8 units\n {2}Unreadable +1\n/,
    );
  });

  const shownIn = (report: string) =>
    [...report.matchAll(/^may\.ndjson:(\d+)[^]*? {2}([A-Z ]+)$/gm)].map(([, line, verdict]) => [
      line,
      verdict,
    ]);
  const unreadable = ['4', 'UNREADABLE'];
  const others = [
    ['2', 'NOT BILLABLE'],
    ['3', 'CANNOT BE TOLD YET'],
  ];

  test('shows each record that needs a person, the unreadable one first, and not the billable one', async () => {
    expect(shownIn(stdout)).toEqual([unreadable, ...others]);
    expect(shownIn((await check([...args, '--sort', 'file'])).stdout)).toEqual([...others, unreadable]);
    expect(stdout).toContain('3 records to look at');
  });

  test('shows a finding with its clause, and what is not known with who knows it', () => {
    expect(stdout).toContain('  fails: The member is 7 years old on 2017-05-16. ');
    expect(unwrapped(stdout)).toContain('Peer Support Services, 6.4 [member/age]');
    expect(stdout).toContain('    ask front desk: When was the member born?\n');
    expect(stdout).toContain('  /dateOfService: expected a day that exists');
  });

  test('says whom to ask: by who holds the answer, of whom, each question once', () => {
    expect(stdout).toContain(
      'Whom to ask\n\n  front desk\n    member M-4: 1 record: line 3\n      - When was the member born?\n',
    );
  });

  test('tells the units that each member has left', () => {
    expect(stdout).toMatch(
      /Units left in the month.*\n\n {2}80 of 96 {2}May 2017 {2}member M-4 {2}Peer Support Services\n\n/,
    );
  });

  test('shows only what is asked for, and counts all', async () => {
    const { stdout: some, status } = await check([...args, '--verdict', 'undetermined']);
    expect(status).toBe(2);
    expect(some).toContain('\n  Records               4  24 units\n');
    expect(shownIn(some)).toEqual([others[1]]);
    const other = await check([...args, '--held-by', 'clinician', '--rule', 'member/age']);
    expect(shownIn(other.stdout)).toEqual([]);
    const lines = recordsOf(await check([...args, '--held-by', 'front-desk', '--format', 'ndjson']));
    // What the front desk would correct, and what it is asked.
    expect(lines.map(({ id }) => id)).toEqual(['too-young', 'of-unknown-age']);
  });

  test('that is quiet is the counts', async () => {
    const quiet = await check([...args, '--quiet']);
    expect(quiet.status).toBe(2);
    expect(quiet.stdout).toBe(`${stdout.split('\n').slice(0, 7).join('\n')}\n`);
    expect((await check([...args, '--quiet', '--grouped'])).stdout).toBe(quiet.stdout);
  });

  test('says of a rule that is none what it may have been', async () => {
    const run = await check([...args, '--rule', 'member/aeg']);
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toMatch(/^billability: --rule: .*"?member\/age/m);
  });

  test.each([['--sort', 'file'], ['--full'], ['--quiet']])(
    'says of %s that a table has none',
    async (...option) => {
      const run = await check([...args, '--format', 'csv', ...option]);
      expect(run.stderr).toBe(`billability: ${option[0]} is not used: it is of --format text\n`);
      expect(run.stdout).toBe((await check([...args, '--format', 'csv'])).stdout);
    },
  );

  test('says of a file with nothing to look at just that', async () => {
    file('good.ndjson', ndjson({ ...billable, id: 'good', dateOfService: '2017-05-20' }));
    const run = await check([name, 'good.ndjson', '--history', 'none']);
    expect(run.stdout).toMatch(/^Billability of 2 files$/m);
    expect(run.stdout).toContain('\ngood.ndjson: nothing needs attention.\n');
    expect(run.stdout).toContain('\n    member M-4: 1 record: may.ndjson line 3\n');
  });

  test('tells of units left unbilled', async () => {
    const run = await check(['--history', 'none'], ndjson({ ...billable, units: 7 }));
    expect(run.status).toBe(0);
    expect(unwrapped(run.stdout)).toContain(
      ' 1 record bills fewer units than the time supports; 1 unit left unbilled: line 1. ',
    );
  });

  test('says of a session after one of unknown units what it waits for, and asks nobody', async () => {
    const ofUnknownUnits = { ...billable, units: null, endTime: null, minutes: null };
    const later = { ...billable, id: 'later', dateOfService: '2017-05-17' };
    const run = await check(['--history', 'none'], ndjson(ofUnknownUnits, later));
    expect(unwrapped(run.stdout)).toContain(
      " to do: settle the member's sessions before it, whose units are not known; this one follows from them ",
    );
    expect(run.stdout).not.toContain('ask billing');
    expect(run.stdout).toContain('  at most 88 of 96  May 2017');
  });

  test('has colours only where they are wanted', async () => {
    const escape = '\u001b[';
    expect(stdout).not.toContain(escape);
    expect((await check(args, '', { FORCE_COLOR: '1' })).stdout).toContain(escape);
    expect((await check(args, '', { FORCE_COLOR: '0' })).stdout).not.toContain(escape);
    expect((await check(args, '', { CI: 'true' })).stdout).not.toContain(escape);
  });
});
