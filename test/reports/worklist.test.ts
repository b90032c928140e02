import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { checkRecords, type Claim, type Session } from '../../src/index.js';
import {
  csv,
  worklistRows,
  type BatchReportOptions,
  type Place,
  type WorklistRow,
} from '../../src/reports/index.js';
import { worklistColumns } from '../../src/reports/worklist.js';
import { all, nothingElse, session, streamed } from './support.js';

/** What there is to do, row by row. */
function rowsOf(entries: readonly unknown[], options: BatchReportOptions = nothingElse): WorklistRow[] {
  const { history, asOf } = options;
  return worklistRows(checkRecords(entries, { history, asOf }), entries, options);
}

const told = (rows: readonly WorklistRow[], ...columns: (keyof WorklistRow)[]) =>
  rows.map((row) => columns.map((column) => String(row[column] ?? '-')).join(' | '));

/** A session that needs nothing, but for what is changed. */
const changed = (change: Partial<Session>): Session => ({ ...session, id: 'V-1', ...change });
const bornUnknown = { member: { ...session.member, birthDate: null } };

describe('a thing to do, and who does it', () => {
  test.each<[string, Partial<Session>, string[]]>([
    ['nothing', {}, []],
    [
      'a fact that is not known: who holds it',
      bornUnknown,
      ['front-desk | member | member/age | unknown | When was the member born?'],
    ],
    [
      'facts of two clauses: a row each',
      { staff: { ...session.staff, replacesTreatmentStaff: null }, personCentered: null },
      [
        'clinician | session | session/person-centered | unknown | Was the session individualized, person-centered and strengths-based, with a focus on recovery?',
        'supervisor | staff | staff/not-a-replacement | unknown | Does the rendering staff member stand in for the community support specialist or the therapist?',
      ],
    ],
    [
      'too many units: whoever bills',
      { units: 33 },
      ['billing | session | units/time | fail | -', 'billing | session | units/daily-limit | fail | -'],
    ],
    [
      'fewer units than the time supports: money is left',
      { units: 1 },
      ['billing | session | units/unbilled-time | fail | -'],
    ],
    [
      'a credential of somebody else: the personnel office',
      { staff: { ...session.staff, credentials: [] } },
      ['personnel | staff | staff/credential | fail | -'],
    ],
  ])('%s', (_what, change, expected) => {
    expect(told(rowsOf([changed(change)]), 'heldBy', 'about', 'rule', 'outcome', 'question')).toEqual(
      expected,
    );
  });
});

test('what only the day decides is for whoever bills', () => {
  const rows = rowsOf([changed({ dateOfService: '2010-01-01' })]);
  expect(told(rows, 'heldBy', 'about', 'rule')).toEqual(['billing | session | service/in-force']);
});

test('a claim that names no member has rows that name none', () => {
  const claim: Claim = {
    ...{ id: 'C-1', jurisdiction: 'MO' },
    lines: [{ procedureCode: 'H2017TG', dateOfService: '2024-03-12', units: 1.5 }],
  };
  const rows = rowsOf([claim]);
  expect(rows.length).toBeGreaterThan(0);
  expect(new Set(told(rows, 'memberId', 'staffId'))).toEqual(new Set(['- | -']));
});

describe('what stands beside it', () => {
  test('of a session: what is billed, and whose it is', () => {
    expect(rowsOf([changed({ units: 33, charge: '660.00' })])[0]).toMatchObject({
      ...{ memberId: 'M-4', staffId: 'T-4', dateOfService: '2017-05-16', service: 'mo/peer-support' },
      ...{ units: 33, charge: '660.00', verdict: 'not-billable', id: 'V-1', line: 1 },
    });
  });

  test('without keys nobody is named', () => {
    const [row] = rowsOf([changed({ units: 33 })], { ...nothingElse, keys: false });
    expect(row).not.toHaveProperty('memberId');
    expect(row).not.toHaveProperty('staffId');
    expect(row).toHaveProperty('id', 'V-1');
  });

  test('of a line of a claim: its own; of the claim as a whole: what its lines come to', () => {
    const claim: Claim = {
      ...{ id: 'C-1', jurisdiction: 'MO', frequency: 'replacement', member: { id: 'M-1' } },
      lines: [
        {
          procedureCode: 'H2017',
          modifiers: ['HO'],
          dateOfService: '2024-03-12',
          units: 1.5,
          charge: '20.00',
        },
        { procedureCode: 'H2017', modifiers: ['HO'], dateOfService: '2024-03-13', units: 2, charge: '40.72' },
      ],
    };
    const rows = rowsOf([claim]).filter(({ outcome }) => outcome === 'fail');
    const columns = ['rule', 'about', 'claimLine', 'dateOfService', 'units', 'charge', 'memberId'] as const;
    expect(told(rows, ...columns)).toEqual([
      'claim/replaces | claim | - | - | 3.5 | 60.72 | M-1',
      'units/whole | session | 1 | 2024-03-12 | 1.5 | 20.00 | M-1',
      'claim/charge | session | 1 | 2024-03-12 | 1.5 | 20.00 | M-1',
    ]);
  });

  test('of a record that cannot be read: each thing that is wrong, for whoever bills', () => {
    const unread = [{ ...session, id: 'V-1', units: 'x', more: 1, again: 2 }, null, '{'];
    expect(told(rowsOf(unread), 'heldBy', 'about', 'verdict', 'rule', 'facts', 'id', 'line')).toEqual([
      'billing | session | invalid | - | /units | V-1 | 1',
      'billing | - | invalid | - | - | V-1 | 1',
      'billing | - | invalid | - | - | - | 2',
      'billing | - | invalid | - | - | - | 3',
    ]);
  });

  test('no text steers what shows it', () => {
    const id = 'A\u202e\u2066\u009b\u0007\n-1';
    expect(rowsOf([changed({ id, units: 33 })])[0]?.id).toBe('A?????-1');
  });

  test('a record that another one stands for needs nothing', () => {
    const line = { procedureCode: 'H2017TG', dateOfService: '2024-03-12', units: 1.5 };
    const first: Claim = { id: 'C-1', jurisdiction: 'MO', member: { id: 'M-1' }, lines: [line] };
    const second: Claim = { ...first, id: 'C-2', frequency: 'replacement', replaces: 'C-1' };
    expect(new Set(rowsOf([first, second]).map(({ id }) => id))).toEqual(new Set(['C-2']));
  });
});

describe('what is billed before', () => {
  const limits = (rows: readonly WorklistRow[]) =>
    told(
      rows.filter(({ rule }) => rule === 'units/daily-limit'),
      'question',
    );
  const ask = 'Which units of this service have already been billed for the member?';

  test('is asked for each record where nobody asks for it once', () => {
    expect(limits(rowsOf([changed({})], {}))).toEqual([ask]);
    expect(limits(rowsOf([changed({})], { asksForHistory: true }))).toEqual([]);
  });

  test('is settled with the sessions before it, where their units are not known', () => {
    const first = changed({ id: 'V-0', units: null, endTime: null });
    const second = changed({ startTime: '15:00', endTime: '17:00' });
    expect(limits(rowsOf([first, second]))).toContain(
      "Settle the member's sessions before it, whose units are not known; this one follows from them.",
    );
  });
});

test('a question of several words of one list is asked once', () => {
  const word = (code: string) => ({ code, from: '2015-01-01' });
  const staff = { ...session.staff, credentials: [word('Peer'), word('Other peer')] };
  const rows = rowsOf([changed({ staff })]).filter(({ rule }) => rule === 'staff/credential');
  expect(told(rows, 'missing')).toEqual(['/staff/credentials/0 /staff/credentials/1']);
});

describe('the key of a row', () => {
  const keys = (rows: readonly WorklistRow[]) => rows.map(({ key }) => key);

  test('is that of no other', () => {
    const rows = rowsOf([...all, ...all, null, null, changed({ units: 33 })]);
    expect(rows.length).toBeGreaterThan(200);
    expect(new Set(keys(rows)).size).toBe(rows.length);
    for (const key of keys(rows)) expect(key).toMatch(/^[0-9a-f]{16}$/);
  });

  test('is the same in the next run, where other rows have come or gone', () => {
    const one = changed({ units: 33 });
    const before = changed({ id: 'V-0', dateOfService: '2017-05-18', ...bornUnknown });
    expect(keys(rowsOf([before, one])).slice(1)).toEqual(keys(rowsOf([one])));
  });

  test('of a record without a key of its own is that of its place', () => {
    const nameless = changed({ units: 33, id: null });
    const at = (...places: Place[]) => keys(rowsOf([nameless], { ...nothingElse, places }));
    expect(at({ file: 'a.csv', line: 2 })).toEqual(at({ file: 'a.csv', line: 2 }));
    const several = [
      at({ file: 'a.csv', line: 2 }),
      at({ file: 'a.csv', line: 3 }),
      at({ file: 'b.csv', line: 2 }),
      at({ file: 'b.csv', at: 'Claim/1' }),
      at(),
    ];
    expect(new Set(several.flat()).size).toBe(several.flat().length);
  });

  test('is the same in a stream, which judges fewer things', () => {
    const rows: Record<string, string>[] = parse(streamed(csv, all).report, { columns: true });
    const ofStream = new Set(rows.map((row) => row['key']));
    const notInStream = rowsOf(all).filter(({ key }) => !ofStream.has(String(key)));
    expect(new Set(notInStream.map(({ rule }) => rule))).toEqual(
      new Set(['schedule/staff-overlap', 'schedule/group-roster']),
    );
    expect(ofStream.size).toBe(rows.length);
  });

  test('in a stream is that of no other row of the member, whose records come one by one', () => {
    const twice = [changed({ units: 33 }), changed({ units: 33, dateOfService: '2017-05-18' })];
    const other = changed({ units: 33, member: { ...session.member, id: 'M-5' } });
    const rows: Record<string, string>[] = parse(streamed(csv, [...twice, other]).report, { columns: true });
    const ofRule = rows.filter(({ rule }) => rule === 'units/time').map((row) => row['key']);
    expect(new Set(ofRule.slice(0, 2)).size).toBe(2);
    expect(ofRule[2]).toBe(ofRule[0]);
  });
});

test('a session that did not take place and asks for nothing needs nothing; one that asks for units does', () => {
  expect(rowsOf([changed({ phase: 'cancelled', units: null })])).toEqual([]);
  expect(told(rowsOf([changed({ phase: 'cancelled' })]), 'rule')).toEqual(['session/took-place']);
});

test('every other record that is not billable has something to do, and each column is of use', () => {
  const rows = rowsOf(all);
  const { results } = checkRecords(all, nothingElse);
  const withRows = new Set(rows.map(({ id }) => id));
  const without = results.filter(
    ({ id, verdict, kind }) =>
      verdict !== 'billable' && kind !== 'void' && id !== undefined && !withRows.has(id),
  );
  const others = without.filter(
    (one) => one.kind === 'invalid' || !one.findings.some(({ rule }) => rule === 'session/took-place'),
  );
  expect(others).toEqual([]);
  const used = new Set(rows.flatMap((row) => Object.keys(row)));
  expect(Object.keys(worklistColumns).filter((column) => !used.has(column))).toEqual([
    'file',
    'places',
    'waived',
  ]);
});
