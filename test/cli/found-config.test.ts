import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { billability, folder, recordsOf } from './run.js';
import { billable, ndjson } from './sessions.js';

/** 118 minutes support 7 whole units, and 8 where a unit counts from its 8th minute. */
const input = ndjson({ ...billable, endTime: '10:58' });
const midpoint = '{"readings": {"rounding": "midpoint"}}';
const CONFIG = 'billability.config.json';

/** A folder of its own with these files; gives where the command is run. */
function project(files: Readonly<Record<string, string>>, here = '.'): string {
  const top = mkdtempSync(join(folder, 'found-'));
  for (const [name, content] of Object.entries({ [join(here, 'march.ndjson')]: input, ...files })) {
    mkdirSync(dirname(join(top, name)), { recursive: true });
    writeFileSync(join(top, name), content);
  }
  return join(top, here);
}

const check = (within: string, ...args: string[]) =>
  billability(['check', 'march.ndjson', '--history', 'none', ...args], '', {}, within);

async function verdictIn(within: string, ...args: string[]): Promise<string | undefined> {
  return recordsOf(await check(within, '--format', 'ndjson', ...args))[0]?.verdict;
}

describe('a configuration is found', () => {
  const packageJson = { 'package.json': '{}' };
  test.each<[title: string, files: Readonly<Record<string, string>>, here: string, verdict: string]>([
    ['in the folder', { [CONFIG]: midpoint }, '.', 'billable'],
    ['nowhere', {}, '.', 'not-billable'],
    ['in the folder of the package above', { ...packageJson, [CONFIG]: midpoint }, 'a/b', 'billable'],
    ['in that of the repository above', { '.git/HEAD': '', [CONFIG]: midpoint }, 'a', 'billable'],
    ['in that of a work tree above', { '.git': 'gitdir: x', [CONFIG]: midpoint }, 'a', 'billable'],
    [
      'in the folder before the package',
      { ...packageJson, [CONFIG]: '{}', [`a/${CONFIG}`]: midpoint },
      'a',
      'billable',
    ],
    ['in none above that is no project', { [CONFIG]: midpoint }, 'a', 'not-billable'],
    ['in none between', { ...packageJson, [`a/${CONFIG}`]: midpoint }, 'a/b', 'not-billable'],
    [
      'in none above the nearest project',
      { '.git/HEAD': '', [CONFIG]: midpoint, 'a/package.json': '{}' },
      'a/b',
      'not-billable',
    ],
    [
      'in none above where the folder is the project',
      { '.git/HEAD': '', [CONFIG]: midpoint, 'a/package.json': '{}' },
      'a',
      'not-billable',
    ],
    ['in no folder of its name', { [`${CONFIG}/x`]: '' }, '.', 'not-billable'],
  ])('%s', async (_title, files, here, verdict) => {
    const within = project(files, here);
    expect(await verdictIn(within)).toBe(verdict);
    expect(await verdictIn(within, '--grouped')).toBe(verdict);
  });

  test('and told, by where it is', async () => {
    const within = project({ 'package.json': '{}', [CONFIG]: midpoint }, 'a/b');
    const message = `The configuration is ../../${CONFIG}, which was found by itself; --no-config leaves it.`;
    const { stdout } = await check(within, '--format', 'json');
    const { notices } = JSON.parse(stdout) as { notices: unknown[] };
    expect(notices).toContainEqual({ code: 'config-found', data: { file: `../../${CONFIG}` }, message });
    for (const more of [[], ['--grouped']]) {
      expect((await check(within, ...more)).stdout.replace(/\n {4}/g, ' ')).toContain(message);
      expect((await check(within, '--format', 'csv', ...more)).stderr).toContain(message);
    }
  });

  test('but not where one is named, or left', async () => {
    const within = project({ [CONFIG]: midpoint, 'plain.json': '{}' });
    for (const args of [['--config', 'plain.json'], ['--no-config']]) {
      const { stdout } = await check(within, ...args);
      expect(stdout).toContain('NOT BILLABLE');
      expect(stdout).not.toContain('found by itself');
    }
  });

  test('but not for what is read from standard input', async () => {
    const within = project({ [CONFIG]: midpoint });
    const verdict = async (...args: string[]) =>
      recordsOf(
        await billability(['check', '--history', 'none', '--format', 'ndjson', ...args], input, {}, within),
      )[0]?.verdict;
    expect(await verdict()).toBe('not-billable');
    expect(await verdict('-')).toBe('not-billable');
    expect(await verdict('--config', CONFIG)).toBe('billable');
  });

  test('but not for workers', async () => {
    const within = project({ [CONFIG]: midpoint });
    expect(await verdictIn(within, '--grouped', '--workers', '1')).toBe('not-billable');
    expect(await verdictIn(within, '--grouped', '--workers', '1', '--config', CONFIG)).toBe('billable');
  });

  test('and is not what a report is written to', async () => {
    const within = project({ [CONFIG]: midpoint });
    expect((await check(within, '--output', CONFIG)).status).toBe(2);
    expect(readFileSync(join(within, CONFIG), 'utf8')).toBe(midpoint);
  });

  test('and refused where it is wrong, by its name', async () => {
    const run = await check(project({ [CONFIG]: '{"readigns": {}}' }));
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toMatch(/^billability: billability\.config\.json: \/readigns: unknown key/);
  });
});

describe('every sub-command finds it', () => {
  const own = project({
    [CONFIG]: JSON.stringify({ without: ['mt/imr'], words: { 'staff.credentials': { Peer: 'MO-CPS' } } }),
    'visits.csv': 'Service,DOS\nmo/peer-support,3/18/2025\n',
  });
  const on = ['--on', '2025-03-03'];

  test.each<[args: string[], where: 'stdout' | 'stderr', found: string | RegExp, left: string | RegExp]>([
    [['services'], 'stdout', /^(?!.*mt\/imr)/s, /^mt\/imr /m],
    [['services', 'mt/imr'], 'stderr', 'expected the id of a service on file', /^$/],
    [['template', 'mt/imr'], 'stderr', 'expected the id of a service on file', /^$/],
    [['explain', 'member/sdmi'], 'stderr', 'rule', /^$/],
    [['price', 'mt/imr', '--units', '1', ...on], 'stderr', 'expected the id of a service on file', /^$/],
    [
      ['remaining', 'mt/imr', ...on, '--history', 'none'],
      'stderr',
      'expected the id of a service on file',
      /^$/,
    ],
  ])('%s', async (args, where, found, left) => {
    expect((await billability(args, '', {}, own))[where]).toMatch(found);
    expect((await billability([...args, '--no-config'], '', {}, own))[where]).toMatch(left);
  });

  test.each([
    ['services'],
    ['explain', 'member/age'],
    ['template', 'mo/peer-support'],
    ['map', 'visits.csv'],
    ['remaining', 'mo/peer-support', ...on, '--history', 'none'],
  ])('%s tells it', async (...args) => {
    const message = `billability: The configuration is ${CONFIG}, which was found by itself; --no-config leaves it.\n`;
    expect((await billability(args, '', {}, own)).stderr).toContain(message);
    expect((await billability([...args, '--no-config'], '', {}, own)).stderr).not.toContain(
      'found by itself',
    );
  });

  test.each([
    ['units', '60'],
    ['schema', 'session'],
  ])('%s, which it changes nothing in, says nothing of it', async (...args) => {
    expect(await billability(args, '', {}, own)).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('--print-config', () => {
  async function printed(within: string, ...args: string[]): Promise<Record<string, unknown>> {
    const run = await billability(['check', '--print-config', ...args], '', {}, within);
    expect(run).toMatchObject({ status: 0, stderr: '' });
    return JSON.parse(run.stdout) as Record<string, unknown>;
  }

  test('tells what holds where nothing is stated', async () => {
    expect(await printed(project({}))).toMatchObject({
      file: null,
      services: ['mo/H2017TG', 'mo/H2017HO', 'mo/H2017HOHQ', 'mo/peer-support', 'mt/imr', 'sc/prs'],
      own: [],
      readings: { rounding: 'floor' },
      words: {},
      unused: {},
    });
  });

  test('tells the file, and checks nothing', async () => {
    const within = project({ [CONFIG]: midpoint, 'plain.json': '{"without": ["mt/imr"]}' });
    expect(await printed(within)).toMatchObject({
      file: CONFIG,
      readings: { rounding: 'midpoint' },
      unused: {},
    });
    expect(await printed(within, 'march.ndjson')).toMatchObject({ file: CONFIG });
    expect(await printed(within, 'nowhere.ndjson')).toMatchObject({ file: CONFIG });
    expect(await printed(within, '--config', 'plain.json')).toMatchObject({
      file: 'plain.json',
      without: ['mt/imr'],
    });
    for (const args of [['--no-config'], ['-'], ['--grouped', '--workers', '2']])
      expect(await printed(within, ...args)).toMatchObject({ file: null, readings: { rounding: 'floor' } });
  });

  test('adds the words of mappings, with what steers a terminal written out', async () => {
    const words = { 'staff.credentials': { 'Peer\u202e': 'MO-CPS' } };
    const within = project({ 'a.map.json': JSON.stringify({ words }) });
    expect(await printed(within, '--map', 'a.map.json')).toMatchObject({ words });
    const { stdout } = await billability(['check', '--print-config', '--map', 'a.map.json'], '', {}, within);
    expect(stdout).toContain('Peer\\u202e');
  });

  test.each<[title: string, config: object, unused: Record<string, string>]>([
    [
      'a default',
      { readings: { rounding: 'floor' } },
      { 'readings.rounding': 'it is so where nothing is stated' },
    ],
    [
      'a reading of services that are left out',
      { without: ['mt/imr'], readings: { materials: 'program' } },
      { 'readings.materials': 'no service on file leaves this open' },
    ],
    [
      'words of services that are left out',
      { without: ['mt/imr'], words: { materials: { Guide: 'other' }, activities: { Bingo: 'other' } } },
      { 'words.materials': 'no service on file reads this list' },
    ],
    ['what is empty', { services: [], codes: {} }, { services: 'it is empty', codes: 'it is empty' }],
  ])('tells what changes nothing: %s', async (_title, config, unused) => {
    expect(await printed(project({ [CONFIG]: JSON.stringify(config) }))).toMatchObject({ unused });
  });

  test('refuses what is wrong', async () => {
    const within = project({ [CONFIG]: '{"readings": {"rounding": "up"}}' });
    expect((await billability(['check', '--print-config'], '', {}, within)).status).toBe(2);
  });
});
