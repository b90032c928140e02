import { describe, expect, test } from 'vitest';
import { priorUseColumns, sessionColumns as columnsOf } from '../../../src/cli/input/csv-columns.js';
import { filledRows } from '../../../src/adapters/tables/csv-rows.js';
import { readCsv } from '../../../src/cli/input/csv.js';

const required = 'service,dateOfService';
const sessionColumns = columnsOf({ services: [{ id: 'mo/peer-support' }], words: {} });

function recordsOf(text: string) {
  const csv = readCsv(text, sessionColumns);
  if ('problems' in csv) throw new Error(csv.problems.join('\n'));
  return csv.records;
}

describe('rows keep the line on which they start', () => {
  test.each<[name: string, text: string, rows: [line: number, cells: string[] | null][]]>([
    [
      'plain',
      'a,b\n1,2\n',
      [
        [1, ['a', 'b']],
        [2, ['1', '2']],
      ],
    ],
    [
      'no line feed at the end',
      'a\n1',
      [
        [1, ['a']],
        [2, ['1']],
      ],
    ],
    [
      'blank lines are left out',
      '\n\na,b\n\n1,2\n',
      [
        [3, ['a', 'b']],
        [5, ['1', '2']],
      ],
    ],
    [
      'rows of empty cells are left out',
      'a,b\n,\n ,\n1,2',
      [
        [1, ['a', 'b']],
        [4, ['1', '2']],
      ],
    ],
    [
      'spaces around cells do not count',
      'a , b\n 1,"2" \n',
      [
        [1, ['a', 'b']],
        [2, ['1', '2']],
      ],
    ],
    [
      'a comma in quotes',
      'a,b\n"1,5",2',
      [
        [1, ['a', 'b']],
        [2, ['1,5', '2']],
      ],
    ],
    [
      'doubled quotes',
      'a,b\n"1 ""x""",2',
      [
        [1, ['a', 'b']],
        [2, ['1 "x"', '2']],
      ],
    ],
    [
      'a line feed in quotes',
      'a,b\n"1\n1",2\n3,4',
      [
        [1, ['a', 'b']],
        [2, ['1\n1', '2']],
        [4, ['3', '4']],
      ],
    ],
    [
      'an open quote at the end',
      'a,b\n1,2\n"3,4\n',
      [
        [1, ['a', 'b']],
        [2, ['1', '2']],
        [3, null],
      ],
    ],
    [
      'an open quote before other rows',
      'a,b\n"1,2\n3,4\n5,6',
      [
        [1, ['a', 'b']],
        [2, null],
        [3, ['3', '4']],
        [4, ['5', '6']],
      ],
    ],
    [
      'an open quote before a quoted row',
      'a,b\n1,"2\n3,"4"\n5,6',
      [
        [1, ['a', 'b']],
        [2, null],
        [3, ['3', '4']],
        [4, ['5', '6']],
      ],
    ],
    [
      'an open quote that the next row seems to close',
      'a,b\n"1,2\n3",4,5\n6,7',
      [
        [1, ['a', 'b']],
        [2, null],
        [3, null],
        [4, ['6', '7']],
      ],
    ],
    [
      'a quote inside a cell',
      'a,b\n1,2"3\n4,5',
      [
        [1, ['a', 'b']],
        [2, null],
        [3, ['4', '5']],
      ],
    ],
    ['nothing', '', []],
  ])('%s', (_name, text, rows) => {
    expect(filledRows(text)).toMatchObject(rows.map(([line, cells]) => ({ line, cells })));
    expect(filledRows(text)).toHaveLength(rows.length);
  });
});

describe('a row becomes a record', () => {
  test('dotted columns nest, empty cells are left out', () => {
    const [record] = recordsOf(
      `${required},member.id,member.birthDate,units\nmo/peer-support,2025-03-03,M-1,,4`,
    );
    expect(record).toEqual({
      line: 2,
      value: { service: 'mo/peer-support', dateOfService: '2025-03-03', member: { id: 'M-1' }, units: 4 },
      issues: [],
    });
  });

  test('every cell that cannot be read is an issue, and the others are read', () => {
    const [record] = recordsOf(`${required},units,personCentered\nmo/peer-support,2025-03-03,eight,perhaps`);
    expect(record).toEqual({
      line: 2,
      value: { service: 'mo/peer-support', dateOfService: '2025-03-03' },
      issues: [
        {
          code: 'not-in-form',
          path: '/units',
          message: 'expected a number, such as 4 or 2.5, found other text',
        },
        { code: 'not-in-form', path: '/personCentered', message: 'expected true or false, found other text' },
      ],
    });
  });

  test('"none" says that there is no such thing', () => {
    const [record] = recordsOf(
      `${required},plan,plan.from,staff.id,staff.supervisor\ns,2025-03-03,none,,T-1,none`,
    );
    expect(record?.value).toMatchObject({ plan: 'none', staff: { id: 'T-1', supervisor: 'none' } });
  });

  test.each(['plan,plan.from', 'plan.from,plan'])('"none" beside facts of it (%s) is an issue', (columns) => {
    const cells = columns.startsWith('plan,') ? 'none,2025-01-01' : '2025-01-01,none';
    const [record] = recordsOf(`${required},${columns}\ns,2025-03-03,${cells}`);
    expect(record?.issues).toMatchObject([{ path: '/plan' }]);
  });

  test.each([
    ['s,2025-03-03,1,2', 'found 4'],
    ['s,2025-03-03', 'found 2'],
  ])('the wrong number of cells: %s', (row, found) => {
    const [record, next] = recordsOf(`${required},units\n${row}\ns,2025-03-04,1`);
    expect(record?.issues).toEqual([
      { code: 'not-a-row', path: '', message: `expected 3 cells, one for each column, ${found}` },
    ]);
    expect(next).toMatchObject({ line: 3, value: { units: 1 }, issues: [] });
  });
});

describe('what spreadsheets leave behind', () => {
  test('empty columns at the end do not count', () => {
    const records = recordsOf(
      `${required},units,,\ns,2025-03-03,4,,\ns,2025-03-04,5\ns,2025-03-05,6,,,,\n,,,\n`,
    );
    expect(records).toMatchObject([
      { value: { units: 4 } },
      { value: { units: 5 } },
      { value: { units: 6 } },
    ]);
    expect(records.flatMap(({ issues }) => issues)).toEqual([]);
  });

  test('a cell beyond the last column does', () => {
    const [record] = recordsOf(`${required},units,\ns,2025-03-03,4,9\n`);
    expect(record?.issues).toEqual([
      { code: 'not-a-row', path: '', message: 'expected 3 cells, one for each column, found 4' },
    ]);
  });

  test.each([
    ['dateOfService', '5/16/2017', /YYYY-MM-DD.*in Excel, format the column as yyyy-mm-dd/],
    ['dateOfService', '16-May-17', /YYYY-MM-DD/],
    ['dateOfService', '42871', /YYYY-MM-DD/],
    ['dateOfService', '2017-05-16 00:00:00', /YYYY-MM-DD/],
    ['startTime', '9:00 AM', /HH:mm.*in Excel, format the column as hh:mm/],
    ['startTime', '9:00', /HH:mm/],
    ['startTime', '09:00:00', /HH:mm/],
    ['startTime', '0.375', /HH:mm/],
  ])('the %s %s says how to write it', (column, cell, message) => {
    const [record] = recordsOf(
      `service,${column === 'dateOfService' ? '' : 'dateOfService,'}${column}\ns,${column === 'dateOfService' ? '' : '2025-03-03,'}${cell}\n`,
    );
    expect(record?.issues).toEqual([
      { code: 'not-in-form', path: `/${column}`, message: expect.stringMatching(message) as string },
    ]);
  });
});

describe('a line that is not read', () => {
  test('costs its row, also inside a quoted cell', () => {
    const records = recordsOf(`${required},id\n\0tooLong\ns,2025-03-03,"a\n\0tooLong\nb"\ns,2025-03-04,c\n`);
    const message = 'expected a record of at most 1 MiB, found a longer one';
    expect(records).toEqual([
      { line: 2, issues: [{ code: 'too-large', path: '', message }] },
      { line: 3, issues: [{ code: 'too-large', path: '', message }] },
      { line: 6, value: { service: 's', dateOfService: '2025-03-04', id: 'c' }, issues: [] },
    ]);
  });

  test('as the header costs the file', () => {
    expect(readCsv('\0tooLong\ns,2025-03-03\n', sessionColumns)).toEqual({
      line: 1,
      problems: ['expected a record of at most 1 MiB, found a longer one'],
    });
  });
});

describe('a header that cannot be read', () => {
  test.each([
    ['member.birthdate', 'unknown column "member.birthdate"; did you mean "member.birthDate"?'],
    ['Member Birth Date', 'unknown column "Member Birth Date"; did you mean "member.birthDate"?'],
    ['birthDate', 'column 3 is unknown; did you mean "member.birthDate"?'],
    ['unit', 'unknown column "unit"; did you mean "units"?'],
    ['staff.trainings[].hours', expect.stringMatching(/^column 3 is unknown; did you mean /)],
    // What is like no column may be data, and is not repeated.
    ['history', expect.stringMatching(/^column 3 is unknown; columns are named/)],
    ['__proto__', expect.stringMatching(/^column 3 is unknown; columns are named/)],
    ['service', 'column "service" is there twice'],
    ['', 'column 3 has no name'],
  ])('%s', (name, problem) => {
    expect(readCsv(`${required},${name},units\n`, sessionColumns)).toEqual({ line: 1, problems: [problem] });
  });

  test('a row of data in place of the header is not repeated', () => {
    const row = 'S-1,mo/peer-support,2025-03-03,Invented Name,1980-01-01,M-SECRET\n';
    expect(JSON.stringify(readCsv(row, sessionColumns))).not.toMatch(/Invented|1980|SECRET|S-1/);
    expect(readCsv('service;dateOfService;member.id\n', sessionColumns)).toEqual({
      line: 1,
      problems: ['the cells of a CSV file are parted by commas; these are not'],
    });
  });

  test('the row by which Excel is told what parts the cells', () => {
    expect(readCsv('sep=,\nservice,dateOfService\n', sessionColumns)).toEqual({
      line: 1,
      problems: ['the first row names the columns; take the row "sep=" out'],
    });
  });

  test('very many unknown columns are told in part', () => {
    const names = Array.from({ length: 1000 }, (_, index) => `member.birthdat${String(index)}`);
    const csv = readCsv(`${required},${names.join()}\n`, sessionColumns);
    const problems = 'problems' in csv ? csv.problems : [];
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)).toBe('and more');
  });

  test('columns without which no row can be read', () => {
    expect(readCsv('\nservice,dateOfService\n', priorUseColumns([]))).toEqual({
      line: 2,
      problems: ['column "units" is missing'],
    });
  });
});

test('nothing holds no records', () => {
  expect(readCsv('', sessionColumns)).toEqual({ records: [], emptied: [] });
});
