import { describe, expect, test } from 'vitest';
import { peerSupport } from '../../src/index.js';
import { billability, check, file, recordsOf } from './run.js';
import { billable, ndjson } from './sessions.js';

/** 118 minutes support 7 whole units, and 8 where a unit counts from its 8th minute. */
const input = ndjson({ ...billable, endTime: '10:58' });

function config(name: string, content: unknown): string {
  return file(name, typeof content === 'string' ? content : JSON.stringify(content));
}

async function verdictWith(...args: readonly string[]): Promise<string | undefined> {
  return recordsOf(await check(['--history', 'none', '--format', 'ndjson', ...args], input))[0]?.verdict;
}

describe('--config', () => {
  test('sets how open questions are read', async () => {
    const midpoint = config('midpoint.json', { readings: { rounding: 'midpoint' } });
    expect(await verdictWith()).toBe('not-billable');
    expect(await verdictWith('--config', midpoint)).toBe('billable');
    expect(await verdictWith('--config', midpoint, '--grouped')).toBe('billable');
  });

  test('sets codes and rates where the document names none', async () => {
    const codes = config('codes.json', {
      codes: { 'mo/peer-support': [{ procedureCode: 'H0038', rate: '20.00' }] },
    });
    const run = await check(
      ['--history', 'none', '--config', codes],
      ndjson({ ...billable, charge: '161.00' }),
    );
    expect(run.stdout).toContain('  warning: The charge of $161.00 is more than $160.00, 8 units at $20.00.');
  });

  test('of an empty object is the default', async () => {
    expect(await verdictWith('--config', config('empty.json', {}))).toBe('not-billable');
  });

  test.each<[name: string, content: unknown, message: RegExp]>([
    ['no JSON', '{', /^billability: bad\.json: expected one complete JSON object, found JSON that ends/],
    [
      'a list',
      [],
      /^billability: bad\.json: expected a JSON object with services, without, readings, codes$/m,
    ],
    ['an unknown key', { readigns: {} }, /bad\.json: \/readigns: unknown key; did you mean "readings"\?$/m],
    [
      'a key like none',
      { plans: [] },
      /\/plans: unknown key; known here: services, without, readings, codes$/m,
    ],
    [
      'a definition that cannot be used',
      { services: [{ ...peerSupport, id: 'xx/own', limits: 5 }] },
      /bad\.json: \/services\/0\/limits: expected a list, found a number$/m,
    ],
    [
      'a definition that is on file as shipped',
      { services: [peerSupport] },
      /bad\.json: \/services\/0\/id: mo\/peer-support is on file as shipped for some of the same days; name it in "without"/,
    ],
    [
      'a service to leave out that is none',
      { without: ['mt/imrr'] },
      /bad\.json: \/without\/0: expected the id of a shipped service; did you mean "mt\/imr"\?$/m,
    ],
    [
      'an unknown choice',
      { readings: { rounding: 'up' } },
      /bad\.json: \/readings\/rounding: expected one of "floor", "midpoint"/,
    ],
    [
      'an unknown service',
      { codes: { 'mo/peer': [] } },
      /bad\.json: \/codes\/mo~1peer: expected the id of a service/,
    ],
    [
      'a malformed rate',
      { codes: { 'mt/imr': [{ procedureCode: 'X', rate: 5 }] } },
      /bad\.json: \/codes\/mt~1imr\/0\/rate: expected/,
    ],
  ])('that is %s is bad usage', async (_name, content, message) => {
    const run = await check(['--config', config('bad.json', content)], input);
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toMatch(message);
    expect(run.stderr).not.toMatch(/^\s+at /m);
  });

  test('that is not there is bad usage', async () => {
    expect(await check(['--config', 'nowhere.json'], input)).toMatchObject({
      status: 2,
      stderr: 'billability: nowhere.json: no such file\n',
    });
  });

  describe('that has definitions of its own', () => {
    const own = { ...peerSupport, id: 'xx/own', title: 'Peer support of our own' };
    const file = config('own.json', { services: [own], without: ['mt/imr'] });

    test('checks with them', async () => {
      const session = { service: 'xx/own', dateOfService: '2025-03-03' };
      const run = await check(['--config', file, '--format', 'ndjson'], `${JSON.stringify(session)}\n`);
      expect(JSON.parse(run.stdout)).toMatchObject({ service: 'xx/own', verdict: 'undetermined' });
    });

    test('is taken by every look-up', async () => {
      const look = async (...args: string[]) => (await billability([...args, '--config', file])).stdout;
      expect(await look('services')).toMatch(/^xx\/own +Peer support of our own$/m);
      expect(await look('services')).not.toContain('mt/imr');
      expect(await look('services', 'xx/own')).toContain('# Peer support of our own');
      expect(await look('explain', 'member/age')).toContain('xx/own: ');
      expect(await look('price', 'xx/own', '--units', '1', '--on', '2025-03-03')).toBe(
        'A rate is not set by this source.\n',
      );
      expect(await look('remaining', 'xx/own', '--on', '2025-03-03', '--history', 'none')).toContain(
        '32 of 32 units left',
      );
    });

    test.each([
      ['units', '60'],
      ['schema', 'session'],
    ])('is said to change nothing in %s', async (...args) => {
      expect(await billability([...args, '--config', file])).toMatchObject({
        status: 0,
        stderr: 'billability: the configuration changes nothing here\n',
      });
    });
  });
});
