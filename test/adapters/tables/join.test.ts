import { describe, expect, test } from 'vitest';
import { createJoin, joinFacts, readTable, type JoinedTable } from '../../../src/adapters/tables/index.js';
import { checkRecords } from '../../../src/index.js';
import { problemsIn, read, refusalOf, rowsOf, valuesIn } from './support.js';

const visits = read(
  `
Visit No | Service | DOS | Client ID | Staff ID
V-1 | mo/peer-support | 2025-03-18 | 00012 | T-1
V-2 | mo/peer-support | 2025-03-19 | M-2 | T-2`.trim(),
);

type Joined = Omit<JoinedTable, 'rows'> & { readonly text: string };
const table = ({ text, ...rest }: Joined): JoinedTable => ({ rows: rowsOf(text.trim()), ...rest });
const joined = (...tables: Joined[]) => joinFacts(visits.records, tables.map(table));

describe('facts by key', () => {
  const staff: Joined = {
    by: 'staff.id',
    file: 'staff.csv',
    text: `
ID | Credential | Issued | Expires | Hire Date
T-1 | MO-CPS | 5/15/2023 | 4/30/2026 | 2023-01-01
T-1 | MO-QAP | 5/1/2024 | | 2023-01-01
T-3 | MO-CPS | | |`,
  };

  test('of staff: the rows of one key give one list, dated, with the place of each entry', () => {
    const { records, problems } = joined(staff);
    expect(records[0]?.value).toMatchObject({
      id: 'V-1',
      staff: {
        id: 'T-1',
        hireDate: '2023-01-01',
        credentials: [
          { code: 'MO-CPS', from: '2023-05-15', through: '2026-04-30' },
          { code: 'MO-QAP', from: '2024-05-01' },
        ],
      },
    });
    expect(records[0]?.places).toMatchObject({
      '/id': 'row 2, column "Visit No"',
      '/staff/hireDate': 'staff.csv row 2, column "Hire Date"',
      '/staff/credentials/1': 'staff.csv row 3, column "Credential"',
      '/staff/credentials/0/through': 'staff.csv row 2, column "Expires"',
      '/staff/credentials/1/from': 'staff.csv row 3, column "Issued"',
    });
    expect(problemsIn({ problems })).toEqual([
      'key-without-row: row 3, column "Staff ID", 1',
      'key-found-nobody: staff.csv row 4, 1',
    ]);
  });

  test('leave what was given as it was', () => {
    const before = JSON.stringify(visits.records);
    joined(staff);
    expect(JSON.stringify(visits.records)).toBe(before);
  });

  test('of visits come first, as they may say who gave them', () => {
    const { records } = joinFacts(
      [
        {
          value: { id: 'V-9', service: 'mo/peer-support', dateOfService: '2025-03-18' },
          places: { '': 'row 2' },
          line: 2,
        },
      ],
      [staff, { by: 'id', text: 'Visit No | Staff ID\nV-9 | T-1' } as const].map(table),
    );
    expect(records[0]?.value).toMatchObject({ staff: { id: 'T-1', hireDate: '2023-01-01' } });
    expect(records[0]?.line).toBe(2);
    expect(records[0]?.places['/staff/id']).toBe('table by id row 2, column "Staff ID"');
  });

  test('of claims stand in the claim, in its lines and in the sessions behind them', () => {
    const claims = read(
      'Claim ID | State | CPT | DOS | Client ID | Staff ID\nC-1 | MO | H2017HO | 2025-03-18 | M-1 | T-1\nC-1 | MO | H2017HO | 2025-03-19 | M-1 | T-3\nC-1 | MO | H2017HO | 2025-03-20 | M-1 |',
    );
    const { records, problems } = joinFacts(claims.records, [
      table(staff),
      table({ by: 'member.id', text: 'Client ID | DOB\nM-1 | 2001-06-30' }),
      table({
        by: 'id',
        file: 'log.csv',
        text: 'Claim ID | DOS | Start\nC-1 | 2025-03-18 | 9:00\nC-1 | 2025-03-19 | 10:00\nC-1 | 2025-03-21 | 11:00',
      }),
    ]);
    expect(records[0]?.value).toMatchObject({
      member: { id: 'M-1', birthDate: '2001-06-30' },
      lines: [
        { staff: { hireDate: '2023-01-01' }, session: { startTime: '09:00' } },
        { staff: { credentials: [{ code: 'MO-CPS' }] }, session: { startTime: '10:00' } },
        { dateOfService: '2025-03-20' },
      ],
    });
    expect(records[0]?.places).toMatchObject({
      '/lines/0/session/startTime': 'log.csv row 2, column "Start"',
      '/lines/1/staff/credentials': 'staff.csv row 4, column "Credential"',
    });
    expect(problemsIn({ problems })).toEqual(['row-of-other-day: log.csv row 4, 1']);
    expect(checkRecords(records.map(({ value }) => value)).results).toMatchObject([{ kind: 'claim' }]);
  });

  test('that a mapping names, with constants', () => {
    const { records } = joined({
      by: 'staff.id',
      text: 'Who | Boss\nT-1 | T-9',
      mapping: {
        columns: { Who: 'staff.id', Boss: 'staff.supervisor.id' },
        constants: { 'staff.treatmentTeamMember': 'yes' },
      },
    });
    expect(records[0]?.value).toMatchObject({
      staff: { id: 'T-1', supervisor: { id: 'T-9' }, treatmentTeamMember: true },
    });
  });

  test('of a table without rows are none', () => {
    const { records, problems } = joined({ by: 'staff.id', text: '' });
    expect(records).toEqual(visits.records);
    expect(problemsIn({ problems })).toEqual(['key-without-row: row 2, column "Staff ID", 2']);
  });

  test('of rows without a key, or that cannot be read, are not joined', () => {
    const rows = [['Client ID', 'DOB'], ['', '2001-06-30'], ['M-2'], null, ['M-2', '2001-06-30']];
    const { records, problems } = joinFacts(visits.records, [{ by: 'member.id', rows }]);
    expect(valuesIn({ records, problems, told: [] })[1]).toMatchObject({
      member: { birthDate: '2001-06-30' },
    });
    expect(problemsIn({ problems }).slice(0, 3)).toEqual([
      'row-without-key: table by member.id row 2, 1',
      'row-not-read: table by member.id row 3, 1',
      'row-broken: table by member.id row 4, 1',
    ]);
  });

  test('days of an undecided form are decided by the whole table', () => {
    const { records } = joined({
      by: 'staff.id',
      text: 'Staff ID | Hire Date\nT-1 | 3/4/2023\nT-2 | 3/13/2023',
    });
    expect(records[0]?.value).toMatchObject({ staff: { hireDate: '2023-03-04' } });
  });
});

describe('keys', () => {
  test('that are alike but for zeros, case or blanks are named by row, and nothing is joined by them until they are written alike', () => {
    const { records, problems } = joined({
      by: 'member.id',
      file: 'members.csv',
      text: 'Client ID | DOB\n12 | 2001-06-30\nm-2 | 2001-06-30\nM-9 | 2001-06-30',
    });
    expect(records[0]?.value).not.toHaveProperty('member.birthDate');
    expect(problems.filter(({ code }) => code === 'key-alike').map(({ message }) => message)).toEqual([
      'the key of members.csv row 2 and that of row 2, column "Client ID" differ only in letter case, blanks or zeros at their start; nothing is joined by them until they are written alike',
      'the key of members.csv row 3 and that of row 3, column "Client ID" differ only in letter case, blanks or zeros at their start; nothing is joined by them until they are written alike',
    ]);
    expect(problemsIn({ problems })).toContain('key-found-nobody: members.csv row 2, 3');
    expect(JSON.stringify(problems)).not.toMatch(/"12"|00012|m-2|M-9/);
  });

  test.each<[what: string, run: () => unknown, refusal: string]>([
    [
      'no column of the key',
      () => joined({ by: 'staff.id', text: 'Client ID | DOB\nM-1 | x' }),
      'expected a column of staff.id',
    ],
    ['what is no key', () => joined({ by: 'units' as 'id', text: '' }), '/by: expected the path of a key'],
    ['what is no fact', () => joined({ by: 'nobody' as 'id', text: '' }), '/by: expected the path of a key'],
    [
      'a fact of claims alone',
      () => joined({ by: 'id', text: 'a | b', mapping: { columns: { a: 'procedureCode' } } }),
      'expected the dotted path of a fact',
    ],
  ])('%s: refused', (_what, run, refusal) => {
    expect(refusalOf(run)).toContain(refusal);
  });
});

describe('a fact that is stated twice', () => {
  const record = (facts: object) => ({
    value: { id: 'V-1', member: { id: 'M-1' }, ...facts },
    places: { '': 'row 2' },
  });
  const add = (facts: object, ...texts: string[]) => {
    const join = createJoin(texts.map((text) => table({ by: 'id', file: 'log.csv', text })));
    const { value } = join.add(record(facts));
    return { value, problems: problemsIn(join.end()) };
  };
  const differently = (where: string) => [`stated-differently: log.csv ${where}, 1`];

  test('and alike is that fact', () => {
    const { value, problems } = add(
      { plan: { from: '2025-01-01' }, units: 4 },
      'Visit No | Plan Start | Units\nV-1 | 2025-01-01 | 4',
    );
    expect(value).toMatchObject({ plan: { from: '2025-01-01' }, units: 4 });
    expect(problems).toEqual([]);
  });

  test('and differently is not known', () => {
    const { value, problems } = add(
      { plan: { from: '2025-01-01' } },
      'Visit No | Plan Start\nV-1 | 2025-02-01',
    );
    expect(value).toHaveProperty('plan', { from: undefined });
    expect(problems).toEqual(differently('row 2, column "Plan Start"'));
  });

  test('by two rows, or two tables, is not known', () => {
    const rows = add({}, 'Visit No | Plan Start\nV-1 | 2025-01-01\nV-1 | 2025-02-01\nV-1 | 2025-01-01');
    expect(rows.value).toHaveProperty('plan', { from: undefined });
    const tables = add({}, 'Visit No | Staff ID\nV-1 | T-1', 'Visit No | Staff ID\nV-1 | T-2');
    expect(tables.value).toHaveProperty('staff', { id: undefined });
    expect([...rows.problems, ...tables.problems]).toEqual([
      ...differently('row 3, column "Plan Start"'),
      ...differently('row 2, column "Staff ID"'),
    ]);
  });

  test('where it is what is billed, stays as the record has it', () => {
    const { value, problems } = add({ units: 4 }, 'Visit No | Units\nV-1 | 3\nV-1 | 2');
    expect(value).toMatchObject({ units: 4 });
    expect(problems).toEqual(differently('row 2, column "Units"'));
  });

  test('where silence would say something, cannot be read', () => {
    const { value } = add({ minutes: 60 }, 'Visit No | Minutes\nV-1 | 50');
    expect(value).toMatchObject({ minutes: [60, 50] });
  });

  test('where it is a list, is not put together', () => {
    const { value } = add(
      { activities: ['setting-goals'] },
      'Visit No | Activities\nV-1 | recovery-dialogue',
    );
    expect(value).toHaveProperty('activities', undefined);
  });

  test('where one says that there is no such thing, is not known', () => {
    const none = add({ plan: 'none' }, 'Visit No | Plan Start | Plan End\nV-1 | 2025-01-01 | 2025-12-31');
    expect(none).toMatchObject({
      value: { plan: undefined },
      problems: differently('row 2, column "Plan Start"'),
    });
    const some = add({ plan: { from: '2025-01-01' } }, 'Visit No | Plan\nV-1 | none');
    expect(some).toMatchObject({ value: { plan: undefined }, problems: differently('row 2, column "Plan"') });
  });

  test('of a record without a day by rows of days is the first that is stated', () => {
    const { value } = add({ dateOfService: null }, 'Visit No | DOS | Start\nV-1 | 2025-03-18 | 9:00');
    expect(value).toMatchObject({ startTime: '09:00' });
  });

  test.each([null, [], 'x', 4])('%j is no record, and stays', (value) => {
    const { add: join } = createJoin([table({ by: 'id', text: 'Visit No | Units\nV-1 | 4' })]);
    expect(join({ value, places: {} }).value).toBe(value);
  });

  test('a row of another day than its record is told of', () => {
    const { value, problems } = add(
      { dateOfService: '2025-03-17' },
      'Visit No | DOS | Start\nV-1 | 2025-03-18 | 9:00',
    );
    expect(value).not.toHaveProperty('startTime');
    expect(problems).toEqual(['row-of-other-day: log.csv row 2, 1']);
  });

  test('readTable and joinFacts tell what they read', () => {
    const { told } = joinFacts(readTable([]).records, [
      table({ by: 'id', file: 'log.csv', text: 'Visit No | Units | Room\nV-1 | 4 | 2' }),
    ]);
    expect(told.map(({ code, place }) => `${code}: ${place}`)).toEqual([
      'column-read: log.csv column "Visit No"',
      'column-read: log.csv column "Units"',
      'columns-ignored: log.csv row 1',
    ]);
  });
});
