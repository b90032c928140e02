import { describe, expect, test } from 'vitest';
import { csvRows, readTable } from '../../src/adapters/tables/index.js';
import { readX12Claims } from '../../src/adapters/x12/index.js';
import { readFhir } from '../../src/adapters/fhir/index.js';
import { checkRecords, InputError, type Finding, type FoundRecords } from '../../src/index.js';
import { readText } from '../support/cases.js';
import { checker } from './support.js';

const nothingElse = { history: [] };
const session = { service: 'mo/peer-support', dateOfService: '2025-03-18', units: 33 };
const problem = { code: 'row-not-read', place: 'visits.csv row 7', message: 'expected 5 cells, found more' };

type Result = ReturnType<typeof checkRecords>['results'][number];

function findingOf(result: Result | undefined, rule: Finding['rule'], line?: number): Finding | undefined {
  if (result === undefined || result.kind === 'invalid') return undefined;
  const part = line !== undefined && result.kind === 'claim' ? result.lines[line] : result;
  return part?.findings.find((one) => one.rule === rule);
}

describe('findings point into the file', () => {
  const csv = (cells: string) =>
    readTable(csvRows(`Service,DOS,Units,Start,End,Staff ID\n${cells}\n`), undefined, { file: 'visits.csv' });
  const row = (column?: string) => `visits.csv row 2${column === undefined ? '' : `, column "${column}"`}`;

  test.each<[what: string, cells: string, rule: Finding['rule'], found: object | undefined]>([
    [
      'what fails: each fact',
      'mo/peer-support,3/18/2025,8,9:00 AM,10:00 AM,T-1',
      'units/time',
      {
        outcome: 'fail',
        places: { '/units': row('Units'), '/startTime': row('Start'), '/endTime': row('End') },
      },
    ],
    [
      'what is not known: what is stated, and of the rest its record',
      'mo/peer-support,3/18/2025,8,9:00 AM,,T-1',
      'units/time',
      {
        outcome: 'unknown',
        places: { '/units': row('Units'), '/startTime': row('Start'), '/endTime': row() },
      },
    ],
    ['what passes: nothing', 'mo/peer-support,3/18/2025,4,9:00 AM,10:00 AM,T-1', 'units/time', undefined],
  ])('of a session: %s', (_what, cells, rule, found) => {
    const [result] = checkRecords(csv(cells), nothingElse).results;
    const finding = findingOf(result, rule);
    if (found === undefined) {
      expect(finding).toBeUndefined();
      expect(result).toMatchObject({ passed: expect.arrayContaining([rule]) as unknown });
    } else expect(finding).toMatchObject(found);
    expect(Object.keys(finding?.places ?? {}).sort()).toEqual([...(finding?.paths ?? [])].sort());
  });

  test('what was billed before is in no record', () => {
    const [result] = checkRecords(csv('mo/peer-support,3/18/2025,8,9:00 AM,11:00 AM,T-1')).results;
    const finding = findingOf(result, 'units/daily-limit');
    expect(finding?.paths).toContain('/history');
    expect(Object.keys(finding?.places ?? {})).toEqual(['/dateOfService', '/units']);
  });

  test('of a claim and its lines: the segments; of what a claim cannot carry, its line', () => {
    const found = readX12Claims(readText('x12/missouri.837'), { jurisdiction: 'MO' });
    const { results } = checkRecords(found, nothingElse);
    const found1 = findingOf(results[0], 'session/time', 0) ?? findingOf(results[0], 'units/time', 0);
    expect(found1?.places).toMatchObject({
      '/lines/0/session/startTime': found.records[0]?.places['/lines/0'],
      '/lines/0/session/endTime': found.records[0]?.places['/lines/0'],
    });
    const whole = results.findIndex((result) => findingOf(result, 'claim/complete') !== undefined);
    expect(findingOf(results[whole], 'claim/complete')?.places).toEqual({
      '/linesLeftOut': found.records[whole]?.places[''],
    });
  });

  test('of a resource: its elements', () => {
    const resource = {
      resourceType: 'Encounter',
      id: 'e1',
      status: 'finished',
      type: [{ coding: [{ system: 'urn:agency:codes', code: 'PEER' }] }],
      period: { start: '2025-03-18T09:00:00Z', end: '2025-03-18T09:00:00Z' },
    };
    const found = readFhir(JSON.stringify(resource), {
      zone: 'UTC',
      codes: { 'urn:agency:codes|PEER': 'mo/peer-support' },
    });
    const [result] = checkRecords(found, nothingElse).results;
    expect(findingOf(result, 'session/time')?.places).toEqual({
      '/startTime': 'Encounter/e1.period.start',
      '/endTime': 'Encounter/e1.period.end',
    });
    const findings = result?.kind === 'session' ? result.findings : [];
    const places = Object.assign({}, ...findings.map((one) => one.places)) as Record<string, string>;
    expect(places['/staff/credentials']).toBe('Encounter/e1');
  });

  test('of a claim that voids another, and none of one that cannot be read', () => {
    const voided = {
      jurisdiction: 'MO',
      frequency: 'void',
      lines: [{ procedureCode: 'H2017TG', dateOfService: '2024-03-12', units: 1 }],
    };
    const places = { '': 'Claim/c1', '/frequency': 'Claim/c1.related[0].relationship' };
    const { results } = checkRecords(
      {
        records: [
          { value: voided, places },
          { value: null, places },
        ],
      },
      nothingElse,
    );
    expect(findingOf(results[0], 'claim/replaces')?.places).toEqual({
      '/frequency': 'Claim/c1.related[0].relationship',
      '/replaces': 'Claim/c1',
    });
    expect(results[1]).toEqual({ kind: 'invalid', verdict: 'invalid', issues: expect.anything() as unknown });
  });

  test('with no places, or none that lead there, they say none', () => {
    const none = [{ value: session }, { value: session, places: null }, { value: session, places: {} }];
    const { results } = checkRecords({ records: none }, nothingElse);
    expect(results).toEqual(checkRecords([session, session, session], nothingElse).results);
  });

  test('a checker takes them too, and tells how far it is', () => {
    let checked = 0;
    const found = { records: [{ value: session, places: { '': 'row 2' } }] };
    const batch = checker.checkRecords(found, nothingElse, () => (checked += 1));
    expect(findingOf(batch.results[0], 'units/daily-limit')?.places).toEqual({
      '/dateOfService': 'row 2',
      '/units': 'row 2',
    });
    expect(checked).toBe(1);
  });
});

describe('what could not be read is a notice', () => {
  const messages = (problems: FoundRecords['problems']) =>
    checkRecords({ records: [], problems }, nothingElse).notices.map(({ message }) => message);

  test.each<[problem: object, message: string]>([
    [problem, 'visits.csv row 7: expected 5 cells, found more.'],
    [{ ...problem, count: 1 }, 'visits.csv row 7: expected 5 cells, found more.'],
    [{ ...problem, count: 12 }, 'visits.csv row 7 (the first of 12): expected 5 cells, found more.'],
    [{ ...problem, count: null, message: 'It ends.' }, 'visits.csv row 7: It ends.'],
    [
      { ...problem, place: 'row 7, column "Start"', message: 'column "Start": expected a time of day' },
      'row 7, column "Start": expected a time of day.',
    ],
  ])('%j', (given, message) => {
    expect(messages([given as typeof problem])).toEqual([message]);
  });

  test('before what else is to be known, with its code', () => {
    const { notices } = checkRecords({ records: [{ value: session }], problems: [problem] });
    expect(notices[0]).toEqual({
      code: 'problem',
      data: problem,
      message: 'visits.csv row 7: expected 5 cells, found more.',
    });
    expect(notices.slice(1)).toEqual(checkRecords([session]).notices);
    expect(messages(null)).toEqual([]);
  });
});

describe('what no reader gives is refused, by where it is', () => {
  const wrong =
    'expected a problem with its code, place and message as text, and a whole number as its count, if any';
  test.each<[given: unknown, issues: Record<string, string>]>([
    [{ records: null }, { '/records': 'expected a list of records, found none' }],
    [{ records: { length: 1 } }, { '/records': 'expected a list of records, found none' }],
    [
      { records: [{ value: session }, session, null, [session]] },
      Object.fromEntries(
        [1, 2, 3].map((at) => [
          `/records/${String(at)}`,
          'expected an object with the "value" that was read, found none',
        ]),
      ),
    ],
    [
      { records: ['x', { '/units': 5 }, []].map((places) => ({ value: session, places })) },
      Object.fromEntries(
        [0, 1, 2].map((at) => [
          `/records/${String(at)}/places`,
          'expected an object of texts by JSON Pointer, found something else',
        ]),
      ),
    ],
    [{ records: [], problems: 'x' }, { '/problems': 'expected a list of problems, found none' }],
    [
      {
        records: [],
        problems: [
          null,
          problem,
          { ...problem, code: 1 },
          { ...problem, place: null },
          { ...problem, message: undefined },
          { ...problem, count: 0 },
          { ...problem, count: 1.5 },
        ],
      },
      Object.fromEntries([0, 2, 3, 4, 5, 6].map((at) => [`/problems/${String(at)}`, wrong])),
    ],
    [{}, { '': 'expected a list of entries, found none' }],
    [session, { '': 'expected a list of entries, found none' }],
    [null, { '': 'expected a list of entries, found none' }],
    ['x', { '': 'expected a list of entries, found none' }],
    [
      Object.defineProperty({}, 'records', {
        get() {
          throw new Error('M-SECRET');
        },
      }),
      { '': 'expected plain data, found an object that cannot be read' },
    ],
  ])('%j', (given, issues) => {
    const refused = (() => {
      try {
        checkRecords(given as FoundRecords);
      } catch (error) {
        if (error instanceof InputError) return error.issues;
      }
      return [];
    })();
    expect(Object.fromEntries(refused.map(({ path, message }) => [path, message]))).toEqual(issues);
  });
});

describe('what cannot be read as a whole', () => {
  const unread = { code: 'not-a-row', message: 'expected 5 cells, one for each column, found 4' } as const;

  test('keeps its key and says why', () => {
    const { results, totals } = checkRecords({
      records: [{ value: { id: 'V-1' }, unread }, { value: session }],
    });
    expect(results[0]).toEqual({
      kind: 'invalid',
      verdict: 'invalid',
      id: 'V-1',
      issues: [{ ...unread, path: '' }],
    });
    expect(totals).toMatchObject({ entries: 2, invalid: 1 });
  });

  test.each<[what: string, given: unknown]>([
    ['text', 'broken'],
    ['no message', { code: 'not-a-row' }],
    ['a code that is none', { code: 'no-such', message: 'x' }],
    ['a code that is no text', { code: 1, message: 'x' }],
  ])('%s is no reason', (_what, given) => {
    const found = { records: [{ value: session, unread: given }] } as FoundRecords;
    expect(() => checkRecords(found)).toThrow('/records/0/unread: expected a code and a message as text');
  });
});
