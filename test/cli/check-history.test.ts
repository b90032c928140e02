import { describe, expect, test } from 'vitest';
import { billability, check, file, recordsOf } from './run.js';
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
  const own = { ...oneMore, id: billable.id };
  const { dateOfService } = billable;
  expect(await verdictWith(ndjson(use, { ...own, dateOfService }))).toBe('billable');
  expect(await verdictWith(ndjson(use, own))).toBe('not-billable');
});

test('a reversal lessens what it reverses, and one of nothing is told by its line', async () => {
  expect(await verdictWith(ndjson(use, oneMore, { ...oneMore, units: -1 }))).toBe('billable');
  const history = file('uses', ndjson(use, oneMore, { ...oneMore, units: -2 }));
  const { status, stderr } = await check(['--history', history], ndjson(billable));
  expect(status).toBe(2);
  expect(stderr).toMatch(/uses:3: \/units: expected what it reverses/);
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
    expect(run.stdout).not.toMatch(/to look at|Units left|Whom to ask/);
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

describe('the sessions of a file that was checked and billed are the history of the next', () => {
  /** With the 8 units of the session these are the 96 of the month. */
  const billed = {
    id: 'earlier',
    service: 'mo/peer-support',
    dateOfService: '2017-05-01',
    units: 88,
    phase: 'delivered',
    member: { id: memberId, birthDate: '2001-06-30' },
    staff: { id: 'T-1', supervisor: 'none' },
    charge: '1760.00',
  };
  const columns = 'id,service,dateOfService,units,phase,member.id,personCentered,staff.supervisor';
  const row = (units: string, ...[phase = '', member = memberId, service = 'mo/peer-support']: string[]) =>
    `E-${units},${service},2017-05-01,${units},${phase},${member},yes,none\n`;
  const table = (...rows: readonly string[]) => `${columns}\n${rows.join('')}`;

  test.each<[title: string, history: string, verdict: string]>([
    ['up to the limit', ndjson(billed), 'billable'],
    ['beyond the limit', ndjson({ ...billed, units: 89 }), 'not-billable'],
    ['as a JSON list', JSON.stringify([billed, { ...billed, units: 1 }], null, 2), 'not-billable'],
    ['as a table, up to the limit', table(row('88')), 'billable'],
    ['as a table, beyond the limit', table(row('88'), row('1')), 'not-billable'],
    ['of another member', table(row('89', '', 'M-of-another')), 'billable'],
    [
      'of a service in other letters',
      table(row('89', 'Delivered', memberId, 'MO/PEER SUPPORT')),
      'not-billable',
    ],
    ['beside prior uses', ndjson(billed, { ...oneMore, id: 'use' }), 'not-billable'],
    [
      'that are the very session',
      ndjson({ ...billed, units: 89, id: billable.id, dateOfService: billable.dateOfService }),
      'billable',
    ],
    ['that did not take place', table(row('88'), row('4', 'No Show'), row('3', 'cancelled')), 'billable'],
    ['that took place', table(row('88'), row('4', 'delivered')), 'not-billable'],
  ])('%s', async (_title, history, verdict) => {
    expect(await verdictWith(history)).toBe(verdict);
  });

  test.each<[title: string, history: string, problem: RegExp]>([
    ['no units', ndjson({ ...billed, units: null }), /^uses:1: \/units: expected a number, found null$/m],
    ['no units in its cell', table(row('')), /^uses:2: \/units: expected a number, found nothing$/m],
    ['no member', ndjson({ ...billed, member: {} }), /^uses:1: \/member\/id: expected text, found nothing$/m],
    [
      'a member of NULL',
      table(row('8', '', 'NULL')),
      /^uses:2: \/member\/id: expected text, found nothing$/m,
    ],
    [
      'a member of NULL, as empty',
      table(row('8', '', 'NULL')),
      /^Cells of uses that say .*: 1 of member\.id\.$/m,
    ],
    [
      'a phase that lies ahead',
      table(row('8', 'proposed')),
      /^uses:2: \/phase: expected a session that was given, /m,
    ],
    [
      'a fact that is none',
      ndjson({ ...billed, format: 'Group' }),
      /^uses:1: \/format: expected one of "individual"/m,
    ],
    [
      'no column of units',
      'service,dateOfService,member.id\nmo/peer-support,2017-05-01,M-1\n',
      /^uses:2: \/units: expected a number, found nothing$/m,
    ],
    [
      'a column that is none',
      'service,dateOfService,member.id,unit\nmo/peer-support,2017-05-01,M-1,4\n',
      /^The file uses is read as CSV .*nothing is read from column "unit" \(did you mean "units"\?\)\.$/m,
    ],
    [
      'both keys of members',
      'service,dateOfService,units,memberId,member.id\n',
      /^uses: the columns "memberId" and "member\.id" both state member\.id; rename one/m,
    ],
    [
      'neither key, in many rows told once',
      `service,dateOfService,units\n${'mo/peer-support,2017-05-01,4\n'.repeat(3)}`,
      /^uses:2: \/memberId: expected text, found nothing \(and in 2 more records\)$/m,
    ],
  ])('one with %s is refused', async (_title, history, problem) => {
    const run = await check(['--history', file('uses', history)], ndjson(billable));
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr.replaceAll('billability: ', '')).toMatch(problem);
  });

  test.each([
    ['a table', table(row('88'), row('4', 'no-show'))],
    [
      'a table that does not say whose they are',
      'service,dateOfService,units,staff.id\nmo/peer-support,2017-05-01,88,T-1\n',
    ],
    ['JSON', ndjson(billed)],
  ])('of one member, for what is left (%s)', async (_title, history) => {
    const args = ['mo/peer-support', '--on', '2017-05-16', '--history', file('uses', history)];
    expect((await billability(['remaining', ...args])).stdout).toContain('8 of 96 units left, 88 used');
  });
});
