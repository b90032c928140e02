import { describe, expect, test } from 'vitest';
import { version } from '../../src/version.js';
import { billability, check, file, unwrapped } from './run.js';
import { billable, malformed, ndjson, notBillable, undetermined } from './sessions.js';

const input = {
  billable: ndjson(billable),
  notBillable: ndjson(billable, notBillable),
  undetermined: ndjson(billable, undetermined),
  malformed: ndjson(billable, malformed),
  failing: ndjson(notBillable, undetermined),
  everything: ndjson(billable, notBillable, undetermined, malformed),
};

describe('the exit status', () => {
  test.each<[records: keyof typeof input, failOn: string, status: number]>([
    ['billable', 'undetermined', 0],
    ['notBillable', 'undetermined', 1],
    ['malformed', 'undetermined', 2],
    ['undetermined', 'undetermined', 3],
    ['failing', 'undetermined', 1],
    ['everything', 'undetermined', 2],
    ['undetermined', 'not-billable', 0],
    ['notBillable', 'not-billable', 1],
    ['malformed', 'not-billable', 2],
    ['everything', 'never', 0],
  ])('%s with --fail-on %s is %d', async (records, failOn, status) => {
    const run = await check(['--history', 'none', '--fail-on', failOn], input[records]);
    expect(run).toMatchObject({ status, stderr: '' });
  });

  test('undetermined is what fails if nothing is said', async () => {
    expect((await check(['--history', 'none'], input.undetermined)).status).toBe(3);
  });

  describe.each([
    ['an empty list', '[]', []],
    ['lines without a record', '\n', []],
    ['lines without a record, member by member', '\n', ['--grouped']],
    ['a table of headings alone', 'service,dateOfService\r\n', []],
    ['a table of headings alone, member by member', 'service,dateOfService\r\n', ['--grouped']],
  ])('of %s', (_name, content, more) => {
    test.each<[options: string[], status: number]>([
      [[], 2],
      [['--fail-on', 'not-billable'], 2],
      [['--fail-on', 'never'], 0],
      [['--allow-empty'], 0],
      [['--quiet'], 2],
      [['--format', 'ndjson'], 2],
      [['--format', 'csv', '--allow-empty'], 0],
    ])('with %j is %d', async (options, status) => {
      const run = await check(['--history', 'none', ...more, ...options, file('empty', content)]);
      expect(run.status).toBe(status);
      expect(run.stdout + run.stderr).toContain('Nothing to check: the input holds no records.');
      expect(run.stdout).not.toContain('billable.');
    });
  });
});

describe('bad usage is 2, whatever fails, with a message and without a stack', () => {
  file('one.ndjson', input.billable);
  file('latin1.csv', Uint8Array.from([0x69, 0x64, 0x0a, 0xe9, 0x0a]));
  file('other.csv', 'service,dateOfService,units,Units\n');
  file(
    'uses.csv',
    'service,memberId,dateOfService,units\nmo/peer-support,M-1,2025-03-01,4\n,M-2,2025-03-01,SECRET\n',
  );
  file(
    'uses.ndjson',
    `{"service":"mo/peer-support","memberId":"M-1","dateOfService":"2025-03-01","units":4}\n{"units":-1}\n`,
  );

  test.each<[name: string, args: string[], message: RegExp]>([
    ['a missing file', ['nowhere.csv'], /^billability: nowhere\.csv: no such file$/m],
    [
      'a missing file beside another',
      ['one.ndjson', 'nowhere.csv'],
      /^billability: nowhere\.csv: no such file$/m,
    ],
    ['a folder', ['.'], /^billability: \.: is a folder$/m],
    [
      'a table without headings',
      ['latin1.csv'],
      /^billability: latin1\.csv: expected a row of headings that name facts/m,
    ],
    ['two columns of one fact', ['other.csv'], /^billability: other\.csv: the columns "units" and "Units"/m],
    ['standard input twice', ['-', '-'], /^billability: standard input can be read only once$/m],
    ['standard input as history too', ['-', '--history', '-'], /standard input can be read only once/],
    [
      'a missing history',
      ['one.ndjson', '--history', 'nowhere.csv'],
      /^billability: nowhere\.csv: no such file$/m,
    ],
    [
      'a malformed row of history',
      ['one.ndjson', '--history', 'uses.csv'],
      /^billability: uses\.csv:3: \/units: expected a number/m,
    ],
    [
      'a malformed line of history',
      ['one.ndjson', '--history', 'uses.ndjson'],
      /^billability: uses\.ndjson:2: \/memberId: expected text, found nothing$/m,
    ],
    [
      'a day that does not exist',
      ['--as-of', '2025-02-30'],
      /Expected a day that exists, written YYYY-MM-DD/,
    ],
    ['an unknown format', ['--format', 'xml'], /Allowed choices are text, json, ndjson/],
    [
      'an unknown --fail-on',
      ['--fail-on', 'warning'],
      /Allowed choices are not-billable, undetermined, never/,
    ],
    ['an unknown option', ['--histroy', 'none'], /unknown option '--histroy'/],
  ])('%s', async (_name, args, message) => {
    const run = await check(['--fail-on', 'never', ...args]);
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toMatch(message);
    expect(run.stderr).not.toMatch(/SECRET|^\s+at /m);
  });

  test('an unknown command', async () => {
    expect(await billability(['chekc'])).toMatchObject({ status: 2, stdout: '' });
  });

  test('no command', async () => {
    expect(await billability([])).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('help and version are no failure', () => {
  test('help tells the exit statuses', async () => {
    const { status, stdout } = await check(['--help']);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /Exit status:\n {2}0 {2}every record is billable\n {2}1 .*\n {2}2 .*, or nothing to check\n {2}3 /,
    );
  });

  test('help lists what a report shows, and says what it holds', async () => {
    const { stdout } = await check(['--help']);
    for (const option of [
      'rule <id>',
      'verdict <verdict>',
      'held-by <holder>',
      'sort <order>',
      'full',
      'quiet',
      'allow-empty',
    ])
      expect(stdout).toContain(`\n  --${option} `);
    expect(unwrapped(stdout)).toContain(
      'The text says how it stands, why, whom to ask what, what is found of each record, most money first, and what can still be billed.',
    );
  });

  test('version', async () => {
    expect(await billability(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });
});
