import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { checkRecords, createBatch, type FoundRecords } from '../../src/index.js';
import {
  csv,
  json,
  ndjson,
  reportOf,
  text,
  withEntries,
  type Format,
  type Place,
} from '../../src/reports/index.js';
import { nothingElse, session } from './support.js';

/** Where things stand in the person's own file, as each report tells it. */

const row = (number: number, column?: string) =>
  `visits.csv row ${String(number)}${column === undefined ? '' : `, column "${column}"`}`;
const ofRow = (number: number) => ({
  '': row(number),
  '/units': row(number, 'Units'),
  '/startTime': row(number, 'Start, local'),
  '/endTime': row(number, 'End'),
  '/staff/credentials': 'staff.csv row 4, column "Credential"',
  '/staff/credentials/0/through': 'staff.csv row 4, column "Expires"',
});
const segment = (line: number, loop: string, element: string) =>
  `line ${String(line)}, ST 0001 segment ${String(line - 2)}, loop ${loop}, ${element}`;

const claim = {
  id: 'C-1',
  member: { id: session.member?.id },
  jurisdiction: 'MO',
  frequency: 'original',
  replaces: 'C-0',
  lines: [
    { procedureCode: 'H2017TG', dateOfService: '2024-03-12', units: 6 },
    { procedureCode: 'H2017TG', dateOfService: '2024-03-13', units: 1.5, charge: '1.00' },
  ],
};
const ofClaim = {
  '': segment(30, '2300', 'CLM'),
  '/frequency': segment(30, '2300', 'CLM05-3'),
  '/lines/1': segment(34, '2400', 'LX'),
  '/lines/1/units': segment(35, '2400', 'SV104'),
  '/lines/1/charge': segment(35, '2400', 'SV102'),
  '/lines/1/dateOfService': segment(36, '2400', 'DTP03'),
};

const ofOpenRow = Object.fromEntries(Object.entries(ofRow(3)).filter(([pointer]) => pointer !== '/endTime'));

const found: FoundRecords = {
  records: [
    { value: { ...session, id: 'V-1', units: 33 }, places: ofRow(2) },
    { value: { ...session, id: 'V-2', endTime: null, dateOfService: '2017-06-01' }, places: ofOpenRow },
    { value: { ...session, id: 'V-3', units: 'many', more: 1 }, places: ofRow(4) },
    { value: claim, places: ofClaim },
    { value: { ...session, id: 'V-5', units: 33, dateOfService: '2017-07-01' }, places: ofRow(6) },
    { value: { ...session, id: 'V-6', units: 33, dateOfService: '2017-08-01' } },
    { value: null, places: null },
  ],
};

const places: Place[] = [
  { file: 'visits.csv', line: 2, at: 'row 2' },
  { file: 'visits.csv', line: 3 },
  { file: 'visits.csv', line: 4 },
  { file: 'march.json', at: 'Claim/C-1' },
  { file: '-' },
];

const batch = checkRecords(found, nothingElse);
const written = (format: Format, options: object = { places }) =>
  [...reportOf(format, batch, found, { ...nothingElse, ...options })].join('');

/** What is said of a record, up to the next. */
const blockOf = (report: string, heading: string) =>
  report.split('\n\n').find((block) => block.startsWith(heading)) ?? `no ${heading}`;

describe('text', () => {
  // Several records share what is found.
  const report = written(text, { places, full: true });

  test('of what fails: its places, each once, and once what they have in common', () => {
    expect(blockOf(report, 'visits.csv:2 (V-1)')).toContain(
      `\n    at ${row(2, 'Units')}, column "Start, local", column "End"\n`,
    );
  });

  test('of what is not known: what is stated of it, and not once more where the record begins', () => {
    const block = blockOf(report, 'visits.csv:3 (V-2)');
    expect(block).toContain(`\n    at ${row(3, 'Start, local')}, column "Units"\n`);
    expect(block).not.toMatch(/row 3(?!, column)/);
  });

  test('of what cannot be read: that of each issue', () => {
    const lines = blockOf(report, 'visits.csv:4 (V-3)').split('\n').slice(1);
    const at = lines.findIndex((line) => line.includes('/units'));
    expect(lines[at + 1]).toBe(`    at ${row(4, 'Units')}`);
    expect(lines.filter((line) => line.startsWith('    at '))).toHaveLength(1);
  });

  test('of a claim, each of its lines, and what is found there', () => {
    const block = blockOf(report, 'march.json: Claim/C-1 (C-1)');
    expect(block).toContain(`\n    at ${segment(30, '2300', 'CLM05-3')}\n`);
    expect(block).toMatch(
      new RegExp(`\n  line 2 {2}2024-03-13 [^\n]*\n    at ${segment(34, '2400', 'LX')}\n`),
    );
    expect(block).toContain(`\n      at ${segment(35, '2400', 'SV104')}\n`);
    expect(block).toContain(`\n      at ${segment(35, '2400', 'SV102')}, SV104\n`);
    expect(block.match(/loop 2400, LX/g)).toHaveLength(1);
    expect(block).not.toContain('loop 2300, CLM\n');
  });

  test('of what was read from no file, where it begins; of what no adapter has read, nothing', () => {
    const alone = written(text, {});
    expect(blockOf(alone, 'entry 1 (V-1)').split('\n')[1]).toBe(`  at ${row(2)}`);
    expect(blockOf(alone, 'entry 6 (V-6)')).not.toContain('\n    at ');
    expect(blockOf(alone, 'entry 7')).toMatch(/^entry 7 {2}UNREADABLE\n {2}expected an object, found null$/);
  });

  test('what would steer a terminal is not written', () => {
    const steering = {
      records: [{ value: { ...session, units: 33 }, places: { '/units': 'a\u001b[1m.csv' } }],
      problems: [{ code: 'x', place: 'b\u001b[1m.csv', message: 'y' }],
    };
    const steered = [...reportOf(text, checkRecords(steering, nothingElse), steering)].join('');
    expect(steered).not.toContain('\u001b');
    expect(steered).toContain('    at a?[1m.csv\n');
    expect(steered).toContain('\n  - b?[1m.csv: y.\n');
  });

  test('who is helped is named by line, by what begins there, or as an entry', () => {
    const unborn = { ...session, member: { ...session.member, birthDate: null } };
    const helps = (of: readonly Place[]) => {
      const entries = of.map((_place, index) => ({
        ...unborn,
        dateOfService: `20${String(18 + Math.floor(index / 12))}-${String(1 + (index % 12)).padStart(2, '0')}-01`,
      }));
      const whole = [
        ...reportOf(text, checkRecords(entries, nothingElse), entries, { ...nothingElse, places: of }),
      ];
      return /\n {4}member \S+: ([^]*?)\n {6}- When was the member born\?/
        .exec(whole.join(''))?.[1]
        ?.replace(/\s+/g, ' ');
    };
    const resources = Array.from({ length: 43 }, (_, index) => ({
      file: 'a.json',
      at: `Claim/${String(index)}`,
    }));
    expect(helps(resources.slice(0, 2))).toBe('2 records: Claim/0, Claim/1');
    expect(helps(resources)).toMatch(/^43 records: Claim\/0, .*, Claim\/39 and 3 more$/);
    expect(helps([{ file: 'a.csv', line: 7 }, ...resources.slice(0, 1), { file: 'b.csv' }])).toBe(
      '3 records: a.csv line 7; a.json Claim/0; entry 3',
    );
    expect(helps([{ file: 'a.json', line: 7 }, ...resources.slice(0, 1)])).toBe('2 records: line 7, Claim/0');
  });

  test('another record is named where it begins', () => {
    const twice = [session, { ...session, id: 'again' }];
    const checked = checkRecords(twice, nothingElse);
    const withOther = (at: readonly Place[]) =>
      [...reportOf(text, checked, twice, { ...nothingElse, places: at })].join('');
    const second = { file: 'a.csv', line: 2 };
    expect(withOther([{ file: 'a.json', at: 'Claim/C-1' }, second])).toContain(', see a.json: Claim/C-1 (');
    expect(withOther([{ file: '-' }, second])).toContain(', see standard input (');
  });
});

describe('csv', () => {
  const rows: Record<string, string>[] = parse(written(csv), { columns: true });
  const of = (id: string, rule: string) => rows.find((one) => one['id'] === id && one['rule'] === rule);

  test.each([
    ['V-1', 'units/time', [row(2, 'Units'), row(2, 'Start, local'), row(2, 'End')]],
    ['V-2', 'units/time', [row(3, 'Units'), row(3, 'Start, local'), row(3)]],
    ['C-1', 'claim/replaces', [segment(30, '2300', 'CLM05-3'), segment(30, '2300', 'CLM')]],
    ['C-1', 'units/whole', [segment(35, '2400', 'SV104')]],
    ['V-6', 'units/time', ['']],
  ])('of %s and %s: each place once', (id, rule, expected) => {
    expect(of(id, rule)?.['places']).toBe(expected.join('; '));
  });

  test('of what cannot be read, that of the issue', () => {
    const issues = rows.filter(({ verdict }) => verdict === 'invalid');
    expect(issues.map(({ id, facts, places: at }) => [id, facts, at])).toEqual([
      ['V-3', '/units', row(4, 'Units')],
      ['V-3', '', row(4)],
      ['', '', ''],
    ]);
  });

  test('the line is what begins there, where nobody counts lines', () => {
    const lines = new Map(rows.map(({ id, file, line }) => [id, [file, line]]));
    expect(['V-1', 'C-1', 'V-5', 'V-6'].map((id) => lines.get(id))).toEqual([
      ['visits.csv', '2'],
      ['march.json', 'Claim/C-1'],
      ['standard input', ''],
      ['', '6'],
    ]);
  });
});

describe.each([json, ndjson])('$name', (format) => {
  const results = (report: string) =>
    format === json
      ? (JSON.parse(report) as { results: unknown[] }).results
      : report
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line) as unknown);

  test('has findings as the library gives them, and issues beside their places', () => {
    const plain = JSON.parse(JSON.stringify(batch.results)) as object[];
    const told = results(written(format, {}));
    expect(told.map((one, index) => (index === 2 ? null : one))).toEqual(
      plain.map((one, index) => (index === 2 ? null : one)),
    );
    expect(told[2]).toMatchObject({
      issues: [
        { path: '/units', place: row(4, 'Units') },
        { path: '', place: row(4) },
      ],
    });
  });

  test('says file and line, or what begins there', () => {
    const where = results(written(format)).map((one) => {
      const { file, line, at } = one as Record<string, unknown>;
      return { file, line, at };
    });
    expect(JSON.parse(JSON.stringify(where))).toEqual([
      { file: 'visits.csv', line: 2 },
      { file: 'visits.csv', line: 3 },
      { file: 'visits.csv', line: 4 },
      { file: 'march.json', at: 'Claim/C-1' },
      { file: '-' },
      {},
      {},
    ]);
  });

  test('of another record too', () => {
    const twice = [session, { ...session, id: 'again' }];
    const at = [{ file: 'a.json', at: 'Claim/C-1' }];
    const report = [...reportOf(format, checkRecords(twice, nothingElse), twice, { places: at })].join('');
    expect(results(report)[1]).toMatchObject({
      findings: [{ rule: 'claim/duplicate', otherFile: 'a.json', otherAt: 'Claim/C-1' }],
    });
    expect(report).not.toContain('otherLine');
  });
});

test('records that come one by one have their places as those of a list', () => {
  const stream = withEntries(createBatch({ of: 'records', ...nothingElse }));
  for (const [index, { value, places: at }] of found.records.entries()) {
    stream.add(value, places[index], at ?? undefined);
  }
  const { records } = stream.end();
  const pointing = (result: (typeof records)[number]['result']) =>
    'findings' in result
      ? [result, ...('lines' in result ? result.lines : [])].map(({ findings }) =>
          findings.map(({ rule, places: at }) => [rule, at]),
        )
      : [];
  expect(records.map(({ result }) => pointing(result))).toEqual(batch.results.map(pointing));
  expect(records.map(({ place }) => place)).toEqual([...places, undefined, undefined]);
  const [report] = [...csv.open({}).records(records.slice(2, 3))];
  expect(report).toContain(row(4, 'Units').replaceAll('"', '""'));
});

test('a session whose entry is not given is told by its number', () => {
  const sessions = checkRecords([session, session], nothingElse);
  const rows: Record<string, string>[] = parse([...reportOf(csv, sessions, [])].join(''), { columns: true });
  expect(rows.map(({ file, line, rule }) => [file, line, rule])).toEqual([['', '2', 'claim/duplicate']]);
});
