import { describe, expect, test } from 'vitest';
import { describeService, priceOf, remainingUnits, services } from '../../src/index.js';
import { billability, file, type Run } from './run.js';
import { ndjson } from './sessions.js';

function json({ stdout }: Run): unknown {
  return JSON.parse(stdout);
}

describe('services', () => {
  test('lists those on file, with their codes', async () => {
    const { stdout, status } = await billability(['services']);
    expect(status).toBe(0);
    for (const { id, title } of services) expect(stdout).toMatch(new RegExp(`^${id} +${title}`, 'm'));
    expect(stdout).toMatch(/ Rehabilitation \(H2017 HO HQ,\n +H2017S\)\n/);
    expect(json(await billability(['services', '--format', 'json']))).toMatchObject(
      services.map(({ id, title, jurisdiction }) => ({ id, title, jurisdiction })),
    );
  });

  test('lists those in force on a day', async () => {
    const days = [...new Set(services.flatMap(({ inForce: { from, through } }) => [from, through]))];
    for (const day of days.filter((one) => one !== undefined)) {
      const listed = json(await billability(['services', '--on', day, '--format', 'json']));
      const inForce = services.filter(
        ({ inForce: { from = day, through = day } }) => from <= day && day <= through,
      );
      expect(listed).toMatchObject(inForce.map(({ id }) => ({ id })));
    }
  });

  test.each(services.map(({ id }) => id))('gives the sheet of %s', async (id) => {
    const { markdown, ...sheet } = describeService(id, { on: '2025-01-01' });
    expect(await billability(['services', id, '--on', '2025-01-01'])).toEqual({
      status: 0,
      stdout: markdown,
      stderr: '',
    });
    expect(json(await billability(['services', id, '--on', '2025-01-01', '--format', 'json']))).toEqual(
      sheet,
    );
  });
});

describe('units', () => {
  test.each([
    [['52'], '3 units\n'],
    [['53', '--method', 'midpoint'], '4 units\n'],
    [['15'], '1 unit\n'],
    [['0'], '0 units\n'],
  ])('of %j', async (args, stdout) => {
    expect(await billability(['units', ...args])).toEqual({ status: 0, stdout, stderr: '' });
  });

  test('as JSON', async () => {
    const expected = { minutes: 52.5, method: 'floor', units: 3 };
    expect(json(await billability(['units', '52.5', '--format', 'json']))).toEqual(expected);
  });
});

describe('price', () => {
  const args = ['price', 'mo/H2017TG', '--units', '6', '--on', '2024-03-12'];

  test('gives charge, provider pay and clause', async () => {
    const { stdout, status } = await billability(args);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^charge {8}\$29\.70 for 6 units at \$4\.95, rate of 2009-03-30\nprovider pay {2}\$26\.28\nLetter to community/,
    );
  });

  test('asks who pays', async () => {
    const { stdout } = await billability([...args, '--funding', 'purchase-of-service']);
    expect(stdout).toContain('$26.28 for 6 units at $4.38');
  });

  test('as JSON', async () => {
    expect(json(await billability([...args, '--format', 'json']))).toEqual({
      ...{ service: 'mo/H2017TG', units: 6, on: '2024-03-12', funding: 'medicaid' },
      ...priceOf('mo/H2017TG', { units: 6, on: '2024-03-12' }),
    });
  });

  test.each([
    ['mo/peer-support', '2024-03-12', 'A rate is not set by this source.\n'],
    ['mo/H2017TG', '2001-01-01', 'No rules are on file for this date.\n'],
  ])('of %s on %s is not on file, which is status 3', async (service, on, stdout) => {
    expect(await billability(['price', service, '--units', '1', '--on', on])).toEqual({
      status: 3,
      stdout,
      stderr: '',
    });
  });
});

describe('remaining', () => {
  const args = ['remaining', 'mo/peer-support', '--on', '2025-03-03', '--history'];
  const use = { service: 'mo/peer-support', dateOfService: '2025-03-03', units: 25 };
  const other = { service: 'mo/H2017TG', dateOfService: '2025-03-03', units: 9 };

  test('counts what the member used of the service', async () => {
    const uses = [use, { ...use, dateOfService: '2025-03-07', units: 7 }, other];
    const name = file('uses.ndjson', ndjson(...uses));
    expect(await billability([...args, name])).toEqual({
      status: 0,
      stdout:
        '2025-03-03                     7 of 32 units left, 25 used\n2025-03-01 through 2025-03-31  64 of 96 units left, 32 used\n',
      stderr: '',
    });
    expect(json(await billability([...args, name, '--format', 'json']))).toEqual({
      ...{ service: 'mo/peer-support', on: '2025-03-03' },
      remaining: remainingUnits('mo/peer-support', { on: '2025-03-03', history: uses }),
    });
  });

  test('tells of uses of a service that is not on file', async () => {
    const name = file('misspelt.ndjson', ndjson(use, { ...use, service: 'mo/peer-suport' }));
    expect((await billability([...args, name])).stdout).toMatch(
      /left, \d+ used\nNote: Sessions already billed of services not on file, which count toward no limit: 1\.\n$/,
    );
  });

  test('reads CSV, the member left out or the same', async () => {
    const csv = 'service,dateOfService,units\nmo/peer-support,2025-03-03,30\n';
    expect((await billability([...args, file('uses.csv', csv)])).stdout).toContain('2 of 32 units left');
    const named = `memberId,${csv}`.replace('\nmo', '\nM-1,mo');
    expect((await billability([...args, file('named.csv', named)])).stdout).toContain('2 of 32 units left');
  });

  test('with nothing billed', async () => {
    expect((await billability([...args, 'none'])).stdout).toContain('32 of 32 units left, 0 used\n');
  });

  test('of a service without limits is not set, which is status 3', async () => {
    const run = await billability(['remaining', 'mt/imr', '--on', '2025-03-03', '--history', 'none']);
    expect(run.status).toBe(3);
    expect(run.stdout).toMatch(/^2025-03-03 {21}Units are not limited by this source\.\n/);
  });

  test('does not add up what several members used', async () => {
    const name = file('two.ndjson', ndjson({ ...use, memberId: 'M-1' }, { ...use, memberId: 'M-2' }));
    expect(await billability([...args, name])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'billability: two.ndjson: holds what 2 members used; give that of one\n',
    });
  });
});

describe('bad usage is 2, with a message and without a stack', () => {
  const on = ['--on', '2025-03-03'];

  test.each<[args: string[], message: RegExp]>([
    [
      ['services', 'mo/peer-suport'],
      /^billability: service: expected the id .* did you mean "mo\/peer-support"\?$/m,
    ],
    [['services', '--on', '2025-02-30'], /Expected a day that exists/],
    [
      ['explain', 'member/agee'],
      /^billability: rule: expected the id of a rule; did you mean "member\/age"\?$/m,
    ],
    [['units'], /missing required argument 'MINUTES'/],
    [['units', 'many'], /Expected a number of zero or more/],
    [['units', '52', '--method', 'ceil'], /Allowed choices are floor, midpoint/],
    [['price', 'mo/H2017TG', ...on], /required option '--units <number>' not specified/],
    [['price', 'mo/H2017T', '--units', '1', ...on], /did you mean "mo\/H2017TG"\?$/m],
    [['price', 'mo/H2017TG', '--units', '-1', ...on], /Expected a number of zero or more/],
    [['remaining', 'mo/peer-support', ...on], /required option '--history <file>' not specified/],
    [
      ['remaining', 'mo/peer-support', ...on, '--history', 'nowhere'],
      /^billability: nowhere: no such file$/m,
    ],
  ])('%j', async (args, message) => {
    const run = await billability(args);
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toMatch(message);
    expect(run.stderr).not.toMatch(/^\s+at /m);
  });

  test('help tells the exit statuses of each', async () => {
    for (const name of ['services', 'explain', 'units', 'price', 'remaining']) {
      expect((await billability([name, '--help'])).stdout).toMatch(
        /Exit status:\n {2}0 .*\n {2}2 .*\n {2}3 /,
      );
    }
  });
});

test.each([
  ['of a command', ['help', 'units'], 0, /^Usage: billability units /, ''],
  ['of all', ['help'], 0, /^Usage: billability \[options\]/, ''],
  [
    'of none',
    ['help', 'unit'],
    2,
    /^$/,
    'billability: there is no such command; "billability --help" lists them\n',
  ],
])('help %s', async (_, args, status, stdout, stderr) => {
  const run = await billability(args);
  expect(run).toMatchObject({ status, stderr });
  expect(run.stdout).toMatch(stdout);
});
