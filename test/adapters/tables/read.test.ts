import { describe, expect, test } from 'vitest';
import { readTable, type Cell, type Mapping } from '../../../src/adapters/tables/index.js';
import { checkRecords } from '../../../src/index.js';
import { csvRows, problemsIn, read, refusalOf, rowsOf, skippedIn, valuesIn } from './support.js';

const service = 'mo/peer-support';
const constants = { service };

/** One visit of a table with one column of interest. */
function cellAs(path: string, cell: Cell, mapping: Partial<Mapping> = {}, options = {}) {
  const found = readTable(
    [
      ['Visit No', 'DOS', path],
      ['V-1', '2025-03-18', cell],
    ],
    { constants, ...mapping },
    options,
  );
  const [record] = found.records;
  const value = path
    .split('.')
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], record?.value);
  return { value, found };
}

describe('headings tell their facts', () => {
  test('by path, in words, and by everyday names', () => {
    const found = read(
      'Visit No | SERVICE | Date of Service | Time in | End Time | Client ID | dob | Room\nV-1 | MO/Peer Support | 3/18/2025 | 1:30 PM | 14:30 | M-1 | 6/30/2001 | 4',
    );
    expect(found.records).toEqual([
      {
        value: {
          id: 'V-1',
          service: 'mo/peer-support',
          dateOfService: '2025-03-18',
          startTime: '13:30',
          endTime: '14:30',
          member: { id: 'M-1', birthDate: '2001-06-30' },
        },
        places: {
          '': 'row 2',
          '/id': 'row 2, column "Visit No"',
          '/service': 'row 2, column "SERVICE"',
          '/dateOfService': 'row 2, column "Date of Service"',
          '/startTime': 'row 2, column "Time in"',
          '/endTime': 'row 2, column "End Time"',
          '/member/id': 'row 2, column "Client ID"',
          '/member/birthDate': 'row 2, column "dob"',
        },
        line: 2,
      },
    ]);
    expect(found.problems).toEqual([]);
    expect(found.told.map(({ message }) => message)).toEqual([
      'column "Visit No" is read as id',
      'column "SERVICE" is read as service',
      'column "Date of Service" is read as dateOfService',
      'column "Time in" is read as startTime',
      'column "End Time" is read as endTime',
      'column "Client ID" is read as member.id',
      'column "dob" is read as member.birthDate',
      'nothing is read from column "Room"',
    ]);
  });

  test('numbered columns of one list are one list', () => {
    const found = read(
      'Service | DOS | Diagnosis 1 | Diagnosis 2\nmo/peer-support | 2025-03-18 | F31.9 | F10.20\nmo/peer-support | 2025-03-18 | F31.9 | F31.9',
    );
    expect(valuesIn(found)).toMatchObject([
      { assessment: { diagnoses: ['F31.9', 'F10.20'] } },
      { assessment: { diagnoses: ['F31.9'] } },
    ]);
    expect(found.records[0]?.places).toMatchObject({
      '/assessment/diagnoses': 'row 2, column "Diagnosis 1"',
      '/assessment/diagnoses/0': 'row 2, column "Diagnosis 1"',
      '/assessment/diagnoses/1': 'row 2, column "Diagnosis 2"',
    });
  });

  test.each([
    ['[x', 'F31.9'],
    ['F31.9', '[x'],
  ])('numbered columns %s and %s, one of which cannot be read, are no list', (...cells) => {
    const found = read(`Service | DOS | Dx 1 | Dx 2\nmo/peer-support | 2025-03-18 | ${cells.join(' | ')}`);
    expect(valuesIn(found)).toMatchObject([{ assessment: { diagnoses: '[x' } }]);
  });

  test('the name of the file stands in front of places', () => {
    const { records } = read('Service | DOS\nmo/peer-support | 2025-03-18', undefined, {
      file: 'visits.csv',
    });
    expect(records[0]?.places['/service']).toBe('visits.csv row 2, column "Service"');
  });

  test.each<[what: string, text: string, refusal: string]>([
    ['no headings', 'V-1 | 3/18/2025\nV-2 | 3/19/2025', 'expected a row of headings'],
    ['one heading that may be a word of a title', 'Service\nmo/peer-support', 'expected a row of headings'],
    [
      'two columns that are alike',
      'Service | DOS | Start Time | start-time\na | b | c | d',
      '"Start Time" and "start-time" both state startTime',
    ],
    [
      'two columns of one name',
      'Service | DOS | Units | Units\na | b | c | d',
      '"Units" and "Units" are alike',
    ],
    [
      'two columns of one fact',
      'Service | DOS | DOB | Birth Date\na | b | c | d',
      '"DOB" and "Birth Date" both state member.birthDate',
    ],
  ])('%s: refused', (_what, text, refusal) => {
    expect(refusalOf(() => read(text))).toContain(refusal);
  });

  test.each<[what: string, rows: string[][]]>([
    ['no rows', []],
    ['blank rows', [['', ''], []]],
  ])('%s: nothing', (_what, rows) => {
    expect(readTable(rows)).toEqual({ records: [], problems: [], told: [] });
  });

  test('what every session needs and no column states is told once', () => {
    expect(problemsIn(read('Visit No | Start\nV-1 | 9:30\nV-2 | 9:30'))).toEqual([
      'fact-nowhere: row 1, 1',
      'fact-nowhere: row 1, 1',
    ]);
  });
});

describe('rows that are no records are skipped and counted', () => {
  test('above the headings, blank, repeated headings, totals', () => {
    const found = read(
      [
        'Visits of March 2025 ||| ',
        '|||',
        'Visit No | DOS | Units | Charge',
        'V-1 | 3/18/2025 | 4 | 81.44',
        '|||',
        '|| 4 | $81.44',
        'Visit No | DOS | Units | Charge',
        'V-2 | 3/19/2025 | 4 | 81.44',
        'Grand total || 8 | 162.88',
        'Total: 2 |||',
        '|||',
      ].join('\n'),
      { constants },
    );
    expect(valuesIn(found)).toMatchObject([{ id: 'V-1' }, { id: 'V-2' }]);
    expect(found.records[1]?.places['']).toBe('row 8');
    expect(skippedIn(found)).toEqual([
      'rows-above: row 1, 1',
      'rows-blank: row 5, 2',
      'rows-of-totals: row 6, 3',
      'rows-of-headings: row 7, 1',
    ]);
    expect(found.problems).toEqual([]);
  });

  test.each<[what: string, row: string, isRecord: boolean]>([
    ['a number where a key is', '12 | | 4 | ', true],
    ['a day beside an amount', ' | 3/18/2025 | 4 | ', true],
    ['a text', ' | | 4 | note', true],
    ['a word like total', 'Totally | | | ', true],
    ['a number in a column that nothing is read from', ' | | 4 | 7', false],
    ['a subtotal', 'Sub-total | | 4 | ', false],
    ['a word alone', 'TOTAL | | | ', false],
  ])('%s', (_what, row, isRecord) => {
    const found = read(`Visit No | DOS | Units | Room\nV-1 | 3/18/2025 | 4 | 1\n${row}`, { constants });
    expect(found.records).toHaveLength(isRecord ? 2 : 1);
  });

  test('headings that are repeated in part are a row that cannot be read', () => {
    const found = readTable(
      [
        ['Visit No', 'DOS', 'Units'],
        ['Visit No', 'DOS'],
      ],
      { constants },
    );
    expect(problemsIn(found)).toEqual(['row-not-read: row 2, 1']);
  });

  test('a row that cannot be read keeps its key', () => {
    const found = readTable(
      csvRows(
        'Visit No,DOS,Units\nV-1,3/18/2025\nV-2,3/18/2025,4,5\nV-3,3/18/2025,4,\n"V-4,3/18/2025,4\nV-5,x,4\n',
      ),
      { constants },
    );
    expect(problemsIn(found)).toEqual([
      'row-not-read: row 2, 2',
      'row-broken: row 5, 1',
      'cell-not-read: row 6, column "DOS", 1',
    ]);
    expect(checkRecords(valuesIn(found)).results).toMatchObject([
      { id: 'V-1', verdict: 'invalid' },
      { id: 'V-2', verdict: 'invalid' },
      { id: 'V-3', verdict: 'undetermined' },
      { verdict: 'invalid' },
      { id: 'V-5', verdict: 'invalid', issues: [{ path: '/dateOfService' }] },
    ]);
    expect(found.records.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6]);
    expect(found.records.map(({ places }) => places[''])).toEqual([
      'row 2',
      'row 3',
      'row 4',
      'row 5',
      'row 6',
    ]);
  });
});

describe('month and day', () => {
  const visits = (...days: string[]) =>
    ['Service | DOS', ...days.map((day) => `${service} | ${day}`)].join('\n');
  const daysIn = (found: ReturnType<typeof read>) =>
    valuesIn(found).map((value) => (value as { dateOfService: string }).dateOfService);

  test.each<[what: string, days: string[], read: string[]]>([
    ['a later cell decides', ['3/4/2025', '3/13/2025'], ['2025-03-04', '2025-03-13']],
    ['a later cell decides the other way', ['3/4/2025', '13/3/2025'], ['2025-04-03', '2025-03-13']],
    ['the same number twice is one day', ['3/3/2025'], ['2025-03-03']],
  ])('%s', (_what, days, expected) => {
    const found = read(visits(...days));
    expect(daysIn(found)).toEqual(expected);
    expect(found.problems).toEqual([]);
  });

  test('where no cell decides it, a format is asked for, and no day is chosen', () => {
    const found = read(visits('3/4/2025', '3/5/2025'));
    expect(problemsIn(found)).toEqual(['format-asked: row 2, column "DOS", 2']);
    expect(daysIn(found)).toEqual(['3/4/2025', '3/5/2025']);
    expect(checkRecords(valuesIn(found)).results).toMatchObject([
      { verdict: 'invalid' },
      { verdict: 'invalid' },
    ]);
  });

  test('where cells decide it both ways, those that are open are not read', () => {
    const found = read(visits('3/4/2025', '3/13/2025', '13/3/2025'));
    expect(problemsIn(found)).toEqual(['days-in-two-forms: row 2, column "DOS", 1']);
    expect(daysIn(found)).toEqual(['3/4/2025', '2025-03-13', '2025-03-13']);
  });

  test('a title above the headings, or another column, decides nothing', () => {
    const found = read(`Through | 3/31/2025 |\nService | DOS | DOB\n${service} | 3/4/2025 | 3/13/2001`);
    expect(problemsIn(found)).toEqual(['format-asked: row 3, column "DOS", 1']);
  });

  test('with a format, each cell stands for itself', () => {
    const columns = { Service: 'service', DOS: { fact: 'dateOfService', format: 'd/M/yyyy' } };
    expect(daysIn(read(visits('3/4/2025', '3/13/2025'), { columns }))).toEqual(['2025-04-03', '3/13/2025']);
  });

  test('no title and no broken row is looked at', () => {
    const found = readTable([['Service', 'DOS'], [service, '3/4/2025'], null, [service, '3/13/2025']]);
    expect(daysIn({ ...found, records: found.records.filter(({ value }) => value !== null) })).toEqual([
      '2025-03-04',
      '2025-03-13',
    ]);
  });
});

describe('cells', () => {
  test.each<[path: string, cell: Cell, value: unknown]>([
    ['personCentered', 'Yes', true],
    ['personCentered', 'n', false],
    ['personCentered', 1, true],
    ['personCentered', false, false],
    ['format', 'GROUP', 'group'],
    ['phase', 'No Show', 'no-show'],
    ['minutes', '1.25 hrs', 75],
    ['units', '4 units', 4],
    ['assessment.scores.calocusComposite', '17', 17],
    ['charge', '$1,018.00', '1018.00'],
    ['charge', 101.8, '101.80'],
    ['startTime', 0.5, '12:00'],
    ['endTime', { day: '2025-03-18', time: '24:00' }, '24:00'],
    ['member.birthDate', 37072, '2001-06-30'],
    ['member.birthDate', { day: '2001-06-30' }, '2001-06-30'],
    ['member.id', '="00012345"', '00012345'],
    ['member.id', ' M-1 ', 'M-1'],
    ['member.id', true, 'true'],
    ['activities', 'setting-goals | Setting Goals', ['setting-goals', 'Setting Goals']],
    ['activities', 'setting-goals; dance,', ['setting-goals', 'dance,']],
    ['activities', 'setting-goals, dance,', ['setting-goals', 'dance']],
    ['activities', '[]', []],
    ['activities', '["dance"]', ['dance']],
    ['activities', ';', undefined],
    ['activities', 'none', undefined],
    ['assessment.improvedAreas', 'daily living', ['daily living']],
    ['assessment.improvedAreas', 'DAILYLIVING', ['dailyLiving']],
    ['member.programs', 'MO-CSTAR-GENERAL@2024-11-01..', [{ code: 'MO-CSTAR-GENERAL', from: '2024-11-01' }]],
    ['staff.trainings', 'iddt; ptsd', [{ topic: 'iddt' }, { topic: 'ptsd' }]],
    ['plan', 'None', 'none'],
    ['units', '', undefined],
    ['units', null, undefined],
    ['units', 'N/A', undefined],
    ['charge', '-', undefined],
  ])('%s %j is %j', (path, cell, value) => {
    expect(cellAs(path, cell).value).toEqual(value);
  });

  test.each<[path: string, cell: Cell, expected: string]>([
    ['units', 'four', 'expected a number, such as 4 or 2.5, found something else'],
    ['units', '1.25 hrs', 'expected a number'],
    ['startTime', '9:30:10', 'expected a time'],
    ['startTime', { day: '2025-03-18' }, 'expected a time'],
    ['charge', '81.444', 'expected an amount'],
    ['personCentered', 'perhaps', 'expected yes or no'],
    ['personCentered', 2, 'expected yes or no'],
    ['member.birthDate', '6/30/01', 'expected a day'],
    ['member.birthDate', 1980, 'expected a day'],
    ['member.programs', 'MO-PR-PLUS@2024', 'expected codes, each CODE or CODE@FROM..THROUGH'],
    ['activities', '[dance', 'expected a list'],
    ['plan', 'yes', 'expected "none", or an empty cell'],
  ])('%s %j is not read, and no check takes it for a fact', (path, cell, expected) => {
    const { found } = cellAs(path, cell);
    expect(found.problems).toMatchObject([{ code: 'cell-not-read', place: `row 2, column "${path}"` }]);
    expect(found.problems[0]?.message).toContain(`column "${path}": ${expected}`);
    expect(checkRecords(valuesIn(found)).results).toMatchObject([
      {
        id: 'V-1',
        verdict: 'invalid',
        issues: [{ path: expect.stringContaining(`/${path.replaceAll('.', '/')}`) as string }],
      },
    ]);
  });

  test.each<[what: string, path: string, format: string, cell: string]>([
    ['a time', 'startTime', 'h:mm a', '09:30'],
    ['a day', 'member.birthDate', 'M/d/yyyy', '2001-06-30'],
  ])('%s in another form than is stated is not read, though a check could', (_what, path, format, cell) => {
    const columns = { 'Visit No': 'id', DOS: 'dateOfService', [path]: { fact: path, format } };
    const { found } = cellAs(path, cell, { columns });
    expect(found.problems[0]?.message).toContain(`, written ${format}`);
    expect(checkRecords(valuesIn(found)).results).toMatchObject([{ verdict: 'invalid' }]);
  });

  test('words for nothing are counted by column', () => {
    const found = read(
      `Service | DOS | Units | Minutes\n${service} | 2025-03-18 | NULL | n/a\n${service} | 2025-03-18 | NULL | 60`,
    );
    expect(problemsIn(found)).toEqual([
      'cells-empty: row 2, column "Units", 2',
      'cells-empty: row 2, column "Minutes", 1',
    ]);
  });

  test('a mapping says which words are for nothing, in place of those', () => {
    const mapping = { constants, empty: ['', 'Unknown'] };
    expect(cellAs('member.id', 'unknown', mapping).value).toBeUndefined();
    expect(cellAs('member.id', 'NULL', mapping).value).toBe('NULL');
    expect(cellAs('documentation.weeklyNote', 'none', { constants, empty: ['none'] }).value).toBe('none');
  });

  test('a service, a phase and a word of a column', () => {
    const found = read('Program | DOS | Status\nPeer | 2025-03-18 | Kept\nPEER | 2025-03-18 | No Show', {
      columns: {
        Program: { fact: 'service', words: { Peer: service } },
        DOS: 'dateOfService',
        Status: { as: 'phase', words: { kept: 'delivered' } },
      },
    });
    expect(valuesIn(found)).toMatchObject([
      { service, phase: 'delivered' },
      { service, phase: 'no-show' },
    ]);
  });

  test.each<[what: string, key: Cell]>([
    ['a long number', 123456789012345680000],
    ['a long number, as text', '1.23457E+11'],
    ['a fraction', 12.5],
    ['a day', { day: '2025-03-18' }],
  ])('%s is no key', (_what, key) => {
    const { value, found } = cellAs('member.id', key);
    expect(value).toBeUndefined();
    expect(problemsIn(found)).toEqual(['key-changed: row 2, column "member.id", 1']);
  });

  test('keys that are numbers may have lost their zeros', () => {
    const { value, found } = cellAs('member.id', 12345);
    expect(value).toBe('12345');
    expect(problemsIn(found)).toEqual(['zeros-lost: row 2, column "member.id", 1']);
  });

  test('what is said not to exist, and has facts, cannot be read', () => {
    const found = read(`Service | DOS | plan | plan.from\n${service} | 2025-03-18 | none | 2025-01-01`);
    expect(checkRecords(valuesIn(found)).results).toMatchObject([
      { verdict: 'invalid', issues: [{ path: '/plan' }] },
    ]);
  });

  test('a workbook may count from 1904', () => {
    expect(cellAs('member.birthDate', 35610, {}, { from1904: true }).value).toBe('2001-06-30');
  });

  test('a column without a name has its number', () => {
    const found = read(`Service | DOS | | Units\n${service} | 2025-03-18 | x | 4`);
    expect(skippedIn(found)).toEqual(['columns-ignored: row 1, 1']);
    expect(found.told.at(-1)?.message).toBe('nothing is read from column 3');
  });
});

describe('columns that belong together', () => {
  const staff = (columns: Mapping['columns'], text: string) =>
    read(text, { constants: { ...constants, dateOfService: '2025-03-18' }, columns });

  test('a credential and its days', () => {
    const found = staff(
      { Credential: { fact: 'staff.credentials', as: 'held', from: 'Issued', through: 'Expires' } },
      'Credential | Issued | Expires\nMO-CPS | 5/15/2023 | 4/30/2026\nMO-CPS; MO-QAP@..2025-01-31 | 5/1/2023 |\nMO-CPS | soon | \n| 5/1/2023 |',
    );
    expect(valuesIn(found).map((value) => (value as { staff?: object }).staff)).toEqual([
      { credentials: [{ code: 'MO-CPS', from: '2023-05-15', through: '2026-04-30' }] },
      {
        credentials: [
          { code: 'MO-CPS', from: '2023-05-01' },
          { code: 'MO-QAP', from: '2023-05-01', through: '2025-01-31' },
        ],
      },
      { credentials: [{ code: 'MO-CPS', from: 'soon' }] },
      undefined,
    ]);
    expect(found.records[0]?.places).toMatchObject({
      '/staff/credentials/0': 'row 2, column "Credential"',
      '/staff/credentials/0/from': 'row 2, column "Issued"',
      '/staff/credentials/0/through': 'row 2, column "Expires"',
    });
    expect(problemsIn(found)).toEqual(['cell-not-read: row 4, column "Issued", 1']);
  });

  test('codes without days of their own', () => {
    const found = staff(
      { Program: { fact: 'member.programs', as: 'codes', words: { 'C-STAR, general': 'MO-CSTAR-GENERAL' } } },
      'Program\nC-STAR, General',
    );
    expect(valuesIn(found)).toMatchObject([{ member: { programs: [{ code: 'MO-CSTAR-GENERAL' }] } }]);
  });

  test('a training, its day, hours and whether it is documented', () => {
    const found = staff(
      {
        Topic: { fact: 'staff.trainings', from: 'Done', hours: 'Hrs', documented: 'On file' },
        Waived: { fact: 'staff.trainingWaivers', documented: 'On file' },
      },
      'Topic | Done | Hrs | On file | Waived\niddt | 1/31/2025 | 1.5 hrs | yes | ptsd\niddt | 1/31/2025 | x | perhaps |',
    );
    expect(valuesIn(found)).toMatchObject([
      {
        staff: {
          trainings: [{ topic: 'iddt', completedOn: '2025-01-31', hours: 1.5, documented: true }],
          trainingWaivers: [{ topic: 'ptsd', documented: true }],
        },
      },
      { staff: { trainings: [{ topic: 'iddt', hours: 'x', documented: 'perhaps' }] } },
    ]);
  });

  test('an exception and the day on which it was approved', () => {
    const found = staff(
      { Topic: { fact: 'staff.trainingExceptions', from: 'Day' } },
      'Topic | Day\niddt | 2025-01-31',
    );
    expect(valuesIn(found)).toMatchObject([
      { staff: { trainingExceptions: [{ topic: 'iddt', approvedOn: '2025-01-31' }] } },
    ]);
  });

  test('cells of a workbook beside a training', () => {
    const columns = { Topic: { fact: 'staff.trainings', documented: 'On file' } };
    const { records } = readTable(
      [
        ['Topic', 'On file'],
        ['iddt', true],
      ],
      { columns },
    );
    expect(records[0]?.value).toEqual({ staff: { trainings: [{ topic: 'iddt', documented: true }] } });
  });

  test('a key of several columns; with a part empty it is not stated', () => {
    const found = read(
      'Provider | DOS | Start\nT-9 | 2025-03-18 | 10:00\nT|9 | 2025-03-18 | 10:00\nT-9 | 2025-03-18 |'.replace(
        'T|9',
        'T-8',
      ),
      {
        constants,
        columns: { DOS: 'dateOfService', 'group.id': { as: 'key', of: ['Provider', 'DOS', 'Start'] } },
      },
    );
    expect(valuesIn(found)).toEqual([
      { service, dateOfService: '2025-03-18', group: { id: 'T-9|2025-03-18|10:00' } },
      { service, dateOfService: '2025-03-18', group: { id: 'T-8|2025-03-18|10:00' } },
      { service, dateOfService: '2025-03-18' },
    ]);
  });

  test('no two keys of several columns are the same by what stands in them', () => {
    const columns = { key: { fact: 'group.id', as: 'key', of: ['A', 'B'] } } as const;
    const { records } = readTable(
      [
        ['A', 'B'],
        ['x|y', 'z'],
        ['x', 'y|z'],
      ],
      { columns },
    );
    const [one, other] = records.map(({ value }) => (value as { group: { id: string } }).group.id);
    expect(one).not.toBe(other);
  });

  test('days that follow a credential are its own, by their everyday names', () => {
    const found = read(
      `Service | DOS | Credential | Issued | Expires | From\n${service} | 2025-03-18 | MO-CPS | 2023-05-01 | 2026-04-30 | x`,
    );
    expect(valuesIn(found)).toMatchObject([
      { staff: { credentials: [{ code: 'MO-CPS', from: '2023-05-01', through: '2026-04-30' }] } },
    ]);
    expect(found.told.at(-1)?.message).toBe('nothing is read from column "From"');
  });

  test('days that may be of either of two lists are of none, and neither is read', () => {
    const found = read(
      `Service | DOS | Credential | Program | Expires\n${service} | 2025-03-18 | MO-CPS | MO-PR-PLUS | 2024-04-30`,
    );
    expect(valuesIn(found)).toEqual([{ service, dateOfService: '2025-03-18' }]);
  });

  test('a column of the mapping that is not there takes with it what rests on it', () => {
    const found = staff(
      {
        Credential: { fact: 'staff.credentials', through: 'Expires' },
        'Group Key': 'group.id',
        Plan: 'plan.from',
      },
      'Credential | Plan\nMO-CPS | 2025-01-01',
    );
    expect(valuesIn(found)).toEqual([{ service, dateOfService: '2025-03-18', plan: { from: '2025-01-01' } }]);
    expect(problemsIn(found)).toEqual(['column-missing: row 1, 1', 'column-missing: row 1, 1']);
  });

  test('headings of a mapping are exact first, then by their letters', () => {
    const columns = { 'date of service': 'dateOfService', '№': 'id' };
    expect(valuesIn(read('DATE-OF-SERVICE | №\n2025-03-18 | 7', { constants, columns }))).toEqual([
      { service, dateOfService: '2025-03-18', id: '7' },
    ]);
    expect(
      refusalOf(() => read('Date of Service | date of service\n1 | 2', { constants, columns })),
    ).toContain('are alike');
  });

  test('a mapping whose headings are nowhere is refused', () => {
    expect(refusalOf(() => read('Service | DOS\na | b', { columns: { Day: 'dateOfService' } }))).toContain(
      'expected a row of headings',
    );
  });

  test('a column whose fact is a constant is not read', () => {
    const found = readTable(rowsOf('Service | DOS\nother | 2025-03-18'), { constants });
    expect(valuesIn(found)).toEqual([{ service, dateOfService: '2025-03-18' }]);
  });
});

test('of very many columns that nothing is read from, the first are named, and none that may be data', () => {
  const others = Array.from({ length: 60 }, (_, at) =>
    at === 0 ? 'Room' : at === 1 ? 'unit' : `Room ${String(at)}`,
  );
  const rows = csvRows(`Service,DOS,${others.join()}\nmo/peer-support,3/18/2025${',x'.repeat(60)}\n`);
  const ignored = readTable(rows).told.find(({ code }) => code === 'columns-ignored');
  expect(ignored?.message).toMatch(
    /^nothing is read from column "Room", column "unit" \(did you mean "units"\?\), column 5, .*column 52, and 10 more$/,
  );
});
