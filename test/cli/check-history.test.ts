import { describe, expect, test } from 'vitest';
import { check, file, recordsOf } from './run.js';
import { billable, ndjson } from './sessions.js';

const memberId = billable.member?.id ?? '';
/** With the 8 units of the session these are the 96 of the month. */
const use = { service: 'mo/peer-support', memberId, dateOfService: '2017-05-01', units: 88 };
const oneMore = { ...use, dateOfService: '2017-05-31', units: 1 };

const inFormats = (...uses: (typeof use)[]) => ({
  ndjson: ndjson(...uses),
  'a JSON list': JSON.stringify(uses, null, 2),
  CSV: `service,memberId,dateOfService,units\n${uses.map((row) => `${Object.values(row).join(',')}\n`).join('')}`,
});

async function verdictWith(history: string): Promise<string | undefined> {
  const run = await check(['--history', file('uses', history), '--format', 'ndjson'], ndjson(billable));
  return recordsOf(run)[0]?.verdict;
}

test('the session is one of May 2017 with 8 units', () => {
  expect(billable).toMatchObject({ units: 8, dateOfService: expect.stringMatching(/^2017-05-/) as string });
});

describe.each(['ndjson', 'a JSON list', 'CSV'] as const)('units already billed, as %s', (format) => {
  test('up to the limit', async () => {
    expect(await verdictWith(inFormats(use)[format])).toBe('billable');
  });

  test('beyond the limit', async () => {
    expect(await verdictWith(inFormats(use, oneMore)[format])).toBe('not-billable');
  });

  test('of another member', async () => {
    expect(await verdictWith(inFormats(use, { ...oneMore, memberId: 'another' })[format])).toBe('billable');
  });
});

test('a prior use with the key of a record is that record', async () => {
  expect(await verdictWith(ndjson(use, { ...oneMore, id: billable.id }))).toBe('billable');
});

test('prior uses of services that are not on file are told', async () => {
  const history = file('uses', ndjson({ ...use, service: 'mo/peer-suport' }));
  const { stderr } = await check(['--history', history, '--format', 'ndjson'], ndjson(billable));
  expect(stderr).toBe(
    'billability: Sessions already billed of services not on file, which count toward no limit: 1.\n',
  );
});

describe('without history', () => {
  const input = ndjson(billable, { ...billable, id: 'another', startTime: '13:00', endTime: '15:00' });

  test('the limits hold both records back, and the report says once what to do', async () => {
    const run = await check([], input);
    expect(run.status).toBe(3);
    expect(run.stdout.match(/--history none/g)).toHaveLength(1);
    expect(run.stdout).toContain('nothing else needs attention');
    expect(run.stdout).not.toMatch(/to look at|Units left|Answers wanted/);
  });

  test('in JSON it is a notice', async () => {
    const { stdout } = await check(['--format', 'json'], input);
    const { notices } = JSON.parse(stdout) as { notices: { code: string }[] };
    expect(notices[0]?.code).toBe('history-wanted');
  });

  test('beside NDJSON it is on standard error', async () => {
    const run = await check(['--format', 'ndjson'], input);
    expect(recordsOf(run).map(({ verdict }) => verdict)).toEqual(['undetermined', 'undetermined']);
    expect(run.stderr.match(/--history none/g)).toHaveLength(1);
  });
});
