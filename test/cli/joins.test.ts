import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ClaimResult } from '../../src/index.js';
import { check, file, fixture } from './run.js';

const own = (name: string) => fixture(`join/${name}`);
const claims = [own('march.837'), '--jurisdiction', 'MO', '--history', 'none', '--as-of', '2025-04-02'];
const facts = (name: string, key: string) => ['--facts', own(name), '--by', key];
const map = (name: string) => ['--map', own(name)];

const staff = [
  ...facts('staff.csv', 'staff.id'),
  ...map('staff.map.json'),
  ...facts('trainings.csv', 'staff.id'),
];
const agency = [...facts('members.csv', 'member.id'), ...facts('agency.csv', 'agency.id')];
const visits = [...facts('visits.csv', 'id'), ...map('visits.map.json')];

type Claim = ClaimResult & { readonly id: string };
type Line = Claim['lines'][number];

async function checked(tables: readonly string[]) {
  const { stdout, stderr } = await check([...claims, ...tables, '--format', 'ndjson']);
  const lines = stdout.split('\n').filter((line) => line !== '');
  return { claims: lines.map((line) => JSON.parse(line) as Claim), stderr };
}

/** How many rules apply to a line, and how many of them pass or fail. */
function toldOf({ passed, findings }: Line): string {
  const open = new Set(findings.filter(({ outcome }) => outcome === 'unknown').map(({ rule }) => rule));
  const told = new Set([...passed, ...findings.map(({ rule }) => rule).filter((rule) => !open.has(rule))]);
  return `${String(told.size)} of ${String(told.size + open.size)}`;
}

function counts(keys: readonly string[]): Record<string, number> {
  return Object.fromEntries([...new Set(keys)].map((key) => [key, keys.filter((one) => one === key).length]));
}

describe('rules that are told of each line of an 837P, as tables come to it', () => {
  test.each<[string, string[], Record<string, number>]>([
    ['alone', [], { '12 of 22': 15 }],
    ['with staff and their trainings', staff, { '17 of 22': 15 }],
    ['with members, who add nothing to this service', [...staff, ...agency.slice(0, 4)], { '17 of 22': 15 }],
    ['with the agency', [...staff, ...agency], { '18 of 22': 15 }],
    [
      'with the log of visits, but for what is wrong in it',
      [...staff, ...agency, ...visits],
      { '26 of 26': 12, '18 of 22': 1, '24 of 25': 2 },
    ],
  ])('%s', async (_, tables, expected) => {
    const { claims: found } = await checked(tables);
    expect(counts(found.flatMap(({ lines }) => lines.map(toldOf)))).toEqual(expected);
  });

  test('are those that the guide tells', () => {
    const guide = readFileSync(new URL('../../docs/guides/spreadsheet.md', import.meta.url), 'utf8');
    const told = guide.match(/\b\d+ of (?:the )?\d+\b(?= *\|)/g);
    expect(told).toEqual(['12 of 22', '17 of 22', '18 of 22', '26 of 26']);
  });
});

interface Planted {
  what: string;
  claim: string;
  line: number;
  rule: string;
  outcome: string;
}

describe('what is wrong is found, and nothing else', async () => {
  const { planted } = JSON.parse(readFileSync(own('expected.json'), 'utf8')) as { planted: Planted[] };
  const { claims: found, stderr } = await checked([...staff, ...agency, ...visits]);

  test.each(planted)('$what: $claim, line $line', ({ claim, line, rule, outcome }) => {
    const { lines = [] } = found.find(({ id }) => id === claim) ?? {};
    const { findings = [] } = lines.find(({ lineNumber }) => lineNumber === line) ?? {};
    expect(findings).toContainEqual(expect.objectContaining({ rule, outcome }));
  });

  test('all other claims are billable', () => {
    const wrong = planted.map(({ claim }) => claim);
    const others = found.filter(({ id }) => !wrong.includes(id));
    expect(others.map(({ verdict }) => verdict)).toEqual(others.map(() => 'billable'));
    expect(others.length).toBe(6);
  });

  test('keys and facts that do not agree are told by the rows of the table', () => {
    expect(stderr).toContain('visits.csv row 14, column "DOB": member.birthDate is stated');
    expect(stderr).toContain('the key of visits.csv row 10 and that of line 87');
  });

  test('a finding stands in the table that shows it', () => {
    const [license, time] = ['staff/license', 'units/time'].map((rule) =>
      found
        .flatMap(({ lines }) => lines.flatMap(({ findings }) => findings))
        .find((finding) => finding.rule === rule && finding.outcome === 'fail'),
    );
    expect(Object.values(license?.places ?? {})).toContain('staff.csv row 3, column "License"');
    expect(Object.values(time?.places ?? {})).toEqual(
      expect.arrayContaining(['visits.csv row 5, column "Start"', 'visits.csv row 5, column "End"']),
    );
  });
});

describe('of several mappings', () => {
  const session = {
    ...{ id: 'S-1', service: 'mo/peer-support', dateOfService: '2025-03-18' },
    staff: { id: 'T-1' },
  };
  const sessions = file('one.json', JSON.stringify(session));
  const mapping = (columns: Record<string, string>) => file('own.map.json', JSON.stringify({ columns }));
  const columns = { 'Staff ID': 'staff.id', 'Seen On': 'dateOfService', From: 'startTime', Until: 'endTime' };

  test('none is taken for a table that shares a heading with it and names its facts itself', async () => {
    const table = file('staff.csv', 'Staff ID,Hire Date,Credential\r\nT-1,2023-05-13,MO-CPS\r\n');
    const { stdout, stderr } = await check([
      ...[sessions, '--history', 'none', '--format', 'ndjson', '--facts', table, '--by', 'staff.id'],
      ...['--map', mapping(columns)],
    ]);
    expect(stderr).toContain('own.map.json: columns of the mapping is not used');
    expect(stdout).toContain('"staff/credential"');
    expect(stderr).not.toContain('nothing is read from');
  });

  test('one that names more than its table tells by itself is taken, though half of it is not there', async () => {
    const table = file('log.csv', 'Staff ID,From,Room\r\nT-1,9:00,4\r\n');
    const { stderr } = await check([
      ...[sessions, '--history', 'none', '--format', 'ndjson', '--facts', table, '--by', 'staff.id'],
      ...['--map', mapping({ ...columns, Site: '', Ward: '' })],
    ]);
    expect(stderr).toContain('nothing is read from column "Room"');
  });
});
