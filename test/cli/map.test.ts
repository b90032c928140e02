import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { workbookOf } from '../../fixtures/make/workbook.mjs';
import { csvRows, readTable, suggestMapping, type Mapping } from '../../src/adapters/tables/index.js';
import { createChecker, services } from '../../src/index.js';
import { run } from '../../src/cli/run.js';
import { billability, file, fixture, folder, ioOf } from './run.js';

const TABLE =
  'Client ID,DOS,Credential,Room\r\nM-1,3/18/2025,Peer of ours,4\r\nM-2,3/19/2025,Peer of ours,4\r\n';
const first: Mapping = {
  columns: { 'Client ID': 'member.id', DOS: 'dateOfService', Credential: 'staff.credentials', Room: '' },
  words: { 'staff.credentials': { 'Peer of ours': '2 times' } },
};

function inJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

describe('a first mapping of a table', () => {
  test('goes to standard output, and what to do with it is said without a word of the table', async () => {
    const { status, stdout, stderr } = await billability(['map', file('visits.csv', TABLE)]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: inJson(first) });
    expect(stderr.split('\n')).toEqual([
      'billability: 3 headings recognised, 1 not: nothing is read from a column that has "" in the mapping, in place of the fact that it tells (docs/input.md lists them; once they are in, "billability map visits.csv --map agency.map.json" adds the words of their columns)',
      'billability: no column tells the service; where all rows are of one, add "constants": {"service": "mo/peer-support"} to the mapping, with its id',
      'billability: next: save it as agency.map.json, and put the code that each word means in place of how often it is there, and check with it: billability check visits.csv --map agency.map.json',
      '',
    ]);
  });

  test('goes to a file', async () => {
    const { status, stdout, stderr } = await billability([
      'map',
      file('visits.csv', TABLE),
      '--output',
      'own.json',
    ]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(readFileSync(join(folder, 'own.json'), 'utf8')).toBe(inJson(first));
    expect(stderr).toContain('billability check visits.csv --map own.json\n');
  });

  test.each([
    ['with a mark', Buffer.from(`\ufeff${TABLE}`), ''],
    [
      'in UTF-16, with tabs',
      Buffer.from(`\ufeff${TABLE.replaceAll(',', '\t')}`, 'utf16le'),
      'CSV parted by tabs, in UTF-16',
    ],
    [
      'in Windows-1252, with semicolons',
      Buffer.from(TABLE.replaceAll(',', ';').replace('M-1', 'é'), 'latin1'),
      'CSV parted by semicolons, in Windows-1252',
    ],
    ['with bars', Buffer.from(TABLE.replaceAll(',', '|')), 'CSV parted by bars'],
  ])('%s', async (_, bytes, said) => {
    const { stdout, stderr } = await billability(['map', file('visits.csv', bytes)]);
    expect(JSON.parse(stdout)).toEqual(first);
    expect(
      stderr.startsWith(said === '' ? 'billability: 3' : `billability: visits.csv: is read as ${said}\n`),
    ).toBe(true);
  });

  test('of a workbook, from standard input too', async () => {
    const { io, run: done } = ioOf(readFileSync(fixture('tables/visits.xlsx')));
    await run(['map', '-'], io);
    const { status, stdout, stderr } = done();
    const csv = readFileSync(fixture('tables/visits.csv'), 'utf8');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(suggestMapping(csvRows(csv), { services }));
    expect(stderr).toMatch(
      /^billability: -: only sheet 2 of 3 is read.*\n.*1 other sheet.*\n.*2 cells.*\n.*1 formula.*\n.* recognised/,
    );
  });

  test('filled in by hand is written again as it stands, with the words that it leaves open', async () => {
    const table = 'Client ID,DOS,Title,Kind\r\nM-1,3/18/2025,Peer of ours,P\r\nM-2,3/19/2025,Nurse,Q\r\n';
    const byHand: Mapping = {
      constants: { service: 'mo/peer-support' },
      columns: {
        'Client ID': 'member.id',
        DOS: 'dateOfService',
        Title: 'staff.credentials',
        Kind: { fact: 'format', words: { P: 'individual' } },
      },
      words: { 'staff.credentials': { 'peer of ours': 'MO-CPS' } },
    };
    file('by-hand.map.json', inJson(byHand));
    const args = ['map', file('by-hand.csv', table), '--map', 'by-hand.map.json'];
    const { status, stdout, stderr } = await billability(args);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      ...byHand,
      columns: { ...byHand.columns, Kind: { fact: 'format', words: { P: 'individual', Q: 'once' } } },
      words: { 'staff.credentials': { 'peer of ours': 'MO-CPS', Nurse: 'once' } },
    });
    expect(stderr).toContain('4 headings recognised, which is all');
  });

  test.each<[string, Mapping['words'], Mapping['words']]>([
    ['all others', { 'staff.credentials': { '*': 'other' } }, { 'staff.credentials': { '*': 'other' } }],
    ['none of them', undefined, { 'staff.credentials': { 'Peer of ours': '2 times' } }],
  ])('leaves no word open of which words say what %s mean', (_, words, written) => {
    const mapping: Mapping = { columns: first.columns, ...(words && { words }) };
    expect(suggestMapping(csvRows(TABLE), { mapping })).toEqual({ columns: first.columns, words: written });
  });

  test('of which no fact is known yet is written as it is', () => {
    const mapping: Mapping = { columns: { Room: '' }, empty: ['-'] };
    expect(suggestMapping(csvRows(TABLE), { mapping })).toEqual(mapping);
  });

  test('whose headings are all known, and rows of a service, leaves a check to be made', async () => {
    const { stderr } = await billability([
      'map',
      file('my visits.csv', 'service,DOS\nmo/peer-support,3/18/2025\n'),
    ]);
    expect(stderr).toBe(
      'billability: 2 headings recognised, which is all\nbillability: next: save it as agency.map.json, and check with it: billability check "my visits.csv" --map agency.map.json\n',
    );
  });

  test('knows services of a configuration', async () => {
    const config = file('config.json', JSON.stringify({ without: ['mt/imr'] }));
    const table = file('imr.csv', 'service,DOS\nmt/imr,3/18/2025\n');
    const { stdout } = await billability(['map', table, '--config', config]);
    expect(JSON.parse(stdout)).toMatchObject({ columns: { service: { words: { 'mt/imr': 'once' } } } });
    expect(JSON.parse((await billability(['map', table])).stdout)).toEqual({
      columns: { service: 'service', DOS: 'dateOfService' },
    });
  });

  test('is refused until its words are told, and then reads the table', async () => {
    const { stdout } = await billability(['map', file('visits.csv', TABLE)]);
    const { words } = JSON.parse(stdout) as Mapping;
    expect(() => createChecker({ words })).toThrow('expected a code of the list');
    const told = JSON.parse(stdout.replace('2 times', 'MO-CPS')) as Mapping;
    expect(createChecker({ words: told.words }).services).not.toEqual([]);
    expect(readTable(csvRows(TABLE), told).records).toHaveLength(2);
  });
});

describe('one sentence says why there is none, and what to do', () => {
  test.each<[what: string, content: string | Uint8Array, says: string]>([
    ['nothing', '', 'holds no row of headings; put one above the rows, a word or two for each column'],
    ['JSON', '{"id":"V-1"}', 'is JSON, which names its facts itself; a table is expected here'],
    [
      'a workbook that is cut off',
      workbookOf({ sheets: [] }).subarray(0, 99),
      'is a workbook that is broken',
    ],
    ['one heading twice', 'DOS,Member ID,DOS\n1,2,3\n', 'the columns "DOS" and "DOS" are alike; rename one'],
  ])('%s', async (_, content, says) => {
    const name = file('table', content);
    const { status, stdout, stderr } = await billability(['map', name]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.startsWith(`billability: table: ${says}`), stderr).toBe(true);
    expect(stderr.split('\n')).toHaveLength(2);
  });

  test.each([
    [['map', 'nowhere.csv'], 2, 'nowhere.csv: no such file'],
    [['map', '-', '--config', '-'], 2, 'standard input can be read only once'],
    [
      ['map', 'visits.csv', '--output', 'visits.csv'],
      2,
      'visits.csv: is read by the command, and --output would replace it',
    ],
    [
      ['map', 'visits.csv', '--output', 'no-such-folder/own.json'],
      4,
      'no-such-folder/own.json: cannot be made: no such folder',
    ],
    [['map'], 2, "error: missing required argument 'FILE'"],
  ])('%j', async (args, status, says) => {
    writeFileSync(join(folder, 'visits.csv'), TABLE);
    const ran = await billability(args);
    expect(ran).toMatchObject({ status, stdout: '' });
    expect(ran.stderr).toContain(says);
    expect(existsSync(join(folder, 'no-such-folder'))).toBe(false);
    expect(readFileSync(join(folder, 'visits.csv'), 'utf8')).toBe(TABLE);
  });
});

test('a table of which no column tells the day of service is told so', async () => {
  const { stderr } = await billability([
    'map',
    file('visits.csv', 'Client ID,Start,Seen\r\nM-1,9:00,3/18/2025\r\n'),
  ]);
  expect(stderr).toContain('no column is known to tell the day of service');
});

test('help shows how it is called', async () => {
  const { status, stdout } = await billability(['map', '--help']);
  expect(status).toBe(0);
  expect(stdout).toContain('billability check visits.xlsx --map agency.map.json');
});
