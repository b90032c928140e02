import { describe, expect, test } from 'vitest';
import { csvRows, readTable, type Mapping } from '../../../src/adapters/tables/index.js';
import { read, refusalOf, valuesIn } from './support.js';

const refused = (mapping: unknown) =>
  refusalOf(() => read('Start | DOS\n9:30 | 2025-03-18', mapping as Mapping));

describe('a mapping that is wrong is refused, with what would be right', () => {
  test.each<[what: string, mapping: unknown, refusal: string]>([
    ['no object', [], 'input: expected an object'],
    ['a key that is none', { colums: {} }, '/colums: unknown key "colums"; did you mean "columns"?'],
    ['a column of another type', { columns: { Start: 4 } }, '/columns/Start: expected'],
    [
      'a fact that is none',
      { columns: { Start: 'strtTime' } },
      '/columns/Start: expected the dotted path of a fact, such as dateOfService or member.id; did you mean "startTime"?',
    ],
    [
      'a fact that is nothing like one',
      { columns: { Start: { fact: 'xylophone' } } },
      '/columns/Start: expected the dotted path of a fact, such as dateOfService or member.id',
    ],
    [
      'a column that names no fact',
      { columns: { Start: { as: 'time' } } },
      '/columns/Start: expected the dotted path',
    ],
    [
      'a kind that is none',
      { columns: { Start: { fact: 'startTime', as: 'clock' } } },
      '/columns/Start/as: expected',
    ],
    [
      'a kind of another fact',
      { columns: { Start: { fact: 'startTime', as: 'date' } } },
      '/columns/Start/as: expected "time" for this fact',
    ],
    [
      'one of several kinds',
      { columns: { Start: { fact: 'member.programs', as: 'date' } } },
      '/columns/Start/as: expected "held" or "codes" or "code" for this fact',
    ],
    [
      'a fact in two columns',
      { columns: { Start: 'startTime', DOS: 'startTime' } },
      '/columns/DOS: expected the fact once, found it in another column too',
    ],
    [
      'a fact that is a constant too',
      { columns: { DOS: 'dateOfService' }, constants: { dateOfService: '2025-03-18' } },
      '/constants/dateOfService: expected the fact once, found it in a column too',
    ],
    [
      'a constant that is no fact',
      { constants: { servce: 'x' } },
      '/constants/servce: expected the dotted path of a fact, such as dateOfService or member.id; did you mean "service"?',
    ],
    [
      'a constant that no session has',
      { constants: { units: 'four', 'member.birthDate': '2001-02-30' } },
      '/constants/units: expected a number, found text\n/constants/member.birthDate: expected a day that exists',
    ],
    [
      'a constant that no claim has',
      { constants: { frequency: 'first', procedureCode: 4 } },
      '/constants/frequency: expected',
    ],
    [
      'a format that is none',
      { columns: { DOS: { fact: 'dateOfService', format: 'M/D/yyyy' } } },
      '/columns/DOS/format: expected year, month and day, such as "M/d/yyyy" or "yyyy-MM-dd"',
    ],
    [
      'a format without a year',
      { columns: { DOS: { fact: 'dateOfService', format: ['yyyy-MM-dd', 'M/d'] } } },
      '/columns/DOS/format: expected year, month and day',
    ],
    [
      'a format without a day',
      { columns: { DOS: { fact: 'dateOfService', format: 'MMM yyyy' } } },
      '/columns/DOS/format: expected year',
    ],
    [
      'a birth date in two digits',
      { columns: { DOB: { fact: 'member.birthDate', format: 'M/d/yy' } } },
      '/columns/DOB/format: expected "yyyy": two digits leave the century',
    ],
    [
      'half a day without AM or PM',
      { columns: { Start: { fact: 'startTime', format: 'h:mm' } } },
      '/columns/Start/format: expected hours and minutes, such as "H:mm", or "h:mm a"',
    ],
    [
      'an hour without minutes',
      { columns: { Start: { fact: 'startTime', format: 'H' } } },
      '/columns/Start/format: expected hours and minutes',
    ],
    [
      'a time in a format that is none',
      { columns: { Start: { fact: 'startTime', format: 'HH:MI' } } },
      '/columns/Start/format: expected hours and minutes',
    ],
    [
      'a format of what has none',
      { columns: { Start: { fact: 'member.id', format: 'M' } } },
      '/columns/Start/format: cells of this kind have no format',
    ],
    [
      'hours of units',
      { columns: { Start: { fact: 'units', format: 'hours' } } },
      '/columns/Start/format: expected "hours" or "minutes", of the minutes of a session',
    ],
    [
      'minutes in days',
      { columns: { Start: { fact: 'minutes', format: 'days' } } },
      '/columns/Start/format: expected "hours"',
    ],
    [
      'minutes in two forms',
      { columns: { Start: { fact: 'minutes', format: ['hours', 'minutes'] } } },
      '/columns/Start/format: expected "hours"',
    ],
    [
      'a last day of a time',
      { columns: { Start: { fact: 'startTime', through: 'End' } } },
      '/columns/Start/through: no such column stands beside this fact',
    ],
    [
      'hours of a credential',
      { columns: { Start: { fact: 'staff.credentials', hours: 'Hours' } } },
      '/columns/Start/hours: no such column',
    ],
    [
      'a day of a waiver',
      { columns: { Start: { fact: 'staff.trainingWaivers', from: 'Day' } } },
      '/columns/Start/from: no such column',
    ],
    [
      'a time of several columns',
      { columns: { Start: { fact: 'startTime', of: ['a', 'b'] } } },
      '/columns/Start/of: only a key and a procedure are made of several columns',
    ],
    [
      'a word for no phase',
      { columns: { Start: { as: 'phase', words: { Kept: 'deliverd' } } } },
      '/columns/Start/words: expected a code of the list (what is none of them, "words" of the mapping says); did you mean "delivered"?',
    ],
    [
      'a word for nothing like a phase',
      { columns: { Start: { as: 'phase', words: { Kept: 'x' } } } },
      'known here: proposed, delivered, cancelled, no-show',
    ],
    [
      'a word for neither yes nor no',
      { columns: { Start: { fact: 'faceToFace', words: { Video: 'perhaps' } } } },
      '/columns/Start/words: expected "yes" or "no"',
    ],
    [
      'words of a fact without codes',
      { words: { units: { four: 'x' } } },
      '/words: expected the path of a list of codes',
    ],
    [
      'two words that are one',
      { words: { 'staff.credentials': { 'Peer 1': 'MO-CPS', PEER_1: 'MO-CMPS' } } },
      '/words/staff.credentials/PEER_1: this word stands here twice',
    ],
    [
      'a word that is a code',
      { words: { 'staff.credentials': { 'mo cps': 'MO-CMPS' } } },
      '/words/staff.credentials/mo cps: this word is a code of the list already',
    ],
  ])('%s', (_what, mapping, refusal) => {
    expect(refused(mapping)).toContain(refusal);
  });

  test('all that is wrong is told at once', () => {
    expect(refused({ columns: { A: 'x', B: 'y' } }).split('\n')).toHaveLength(2);
  });
});

describe('a mapping says', () => {
  test('facts that every row has, written as in cells or as they are', () => {
    const found = read('DOS\n2025-03-18', {
      columns: { DOS: 'dateOfService' },
      constants: {
        service: 'MO/peer-support',
        personCentered: 'yes',
        units: 4,
        'staff.credentials': 'MO-CPS@2023-05-01..',
        'agency.credentials': [{ code: 'MO-ADULT-CPR' }],
      },
    });
    expect(valuesIn(found)).toEqual([
      {
        service: 'mo/peer-support',
        dateOfService: '2025-03-18',
        personCentered: true,
        units: 4,
        staff: { credentials: [{ code: 'MO-CPS', from: '2023-05-01' }] },
        agency: { credentials: [{ code: 'MO-ADULT-CPR' }] },
      },
    ]);
    expect(Object.keys(found.records[0]?.places ?? {})).toEqual(['', '/dateOfService']);
  });

  test('that nothing is read from a column', () => {
    const found = read('DOS | Notes\n2025-03-18 | x', { columns: { DOS: 'dateOfService', Notes: '' } });
    expect(found.told.map(({ code }) => code)).toEqual(['column-read', 'columns-ignored']);
  });

  test('that hours are counted, and what words mean to a flag', () => {
    const found = read('DOS | Hrs | Where\n2025-03-18 | 1.25 | Video\n2025-03-18 | 75 min | office', {
      columns: {
        DOS: 'dateOfService',
        Hrs: { fact: 'minutes', format: 'hours' },
        Where: { fact: 'faceToFace', words: { video: 'no', Office: 'yes' } },
      },
    });
    expect(valuesIn(found)).toMatchObject([
      { minutes: 75, faceToFace: false },
      { minutes: 75, faceToFace: true },
    ]);
  });

  test('codes of lists, as they are listed, and what own keys stand for', () => {
    const found = read('DOS | Cred | Who\n2025-03-18 | Peer; mo cps | Ann', {
      columns: {
        DOS: { fact: 'dateOfService', format: 'yyyy-MM-dd' },
        Cred: { fact: 'staff.credentials', words: { Peer: 'mo-cmps' } },
        Who: { fact: 'staff.id', words: { ann: 'T-1' } },
      },
      words: { 'staff.credentials': { 'First aid': 'other' } },
    });
    expect(valuesIn(found)).toMatchObject([
      { staff: { id: 'T-1', credentials: [{ code: 'MO-CMPS' }, { code: 'mo cps' }] } },
    ]);
  });

  test('a day of service in two digits', () => {
    const columns = { DOS: { fact: 'dateOfService', format: 'M/d/yy' } };
    expect(valuesIn(read('DOS\n3/4/25', { columns }))).toEqual([{ dateOfService: '2025-03-04' }]);
  });
});

test.each([
  ['plan.from', '2025-03-18', '3/18/2025', /\/constants\/plan\.from: expected a day that exists/],
  ['startTime', '10:00', '10 AM', /\/constants\/startTime: expected a time from 00:00 to 23:59/],
])('the constant %s is written as our own facts are', (path, right, wrong, says) => {
  const read = (value: string) =>
    readTable(csvRows('Service,DOS\nmo/peer-support,3/18/2025\n'), { constants: { [path]: value } });
  expect(JSON.stringify(read(right).records)).toContain(right);
  expect(() => read(wrong)).toThrow(says);
});
