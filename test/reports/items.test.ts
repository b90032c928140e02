import { describe, expect, test } from 'vitest';
import { checkRecords, type Claim } from '../../src/index.js';
import { itemsOf, keyOf } from '../../src/reports/items.js';
import { recordsOf, type CheckedRecord, type Place } from '../../src/reports/records.js';
import { nothingElse, session } from './support.js';

function recordOf(value: unknown, place?: Place, entry = 0): CheckedRecord {
  const [record] = recordsOf([{ value, place }], checkRecords([value], nothingElse).results, entry);
  if (record === undefined) throw new Error('no record');
  return record;
}

const unkeyed = { ...session, id: null };

describe('the key of a thing to do', () => {
  const key = keyOf(recordOf(session), 'member/age');

  test.each<[title: string, key: string, isSame: boolean]>([
    ['once more', keyOf(recordOf({ ...session, units: 3 }), 'member/age'), true],
    [
      'on another line of the file',
      keyOf(recordOf(session, { file: 'a.csv', line: 9 }, 7), 'member/age'),
      true,
    ],
    ['of another rule', keyOf(recordOf(session), 'units/time'), false],
    ['of another entry', keyOf(recordOf({ ...session, id: 'S-2' }), 'member/age'), false],
    ['of another place in it', keyOf(recordOf(session), 'member/age', '/lines/1'), false],
  ])('%s', (_title, other, isSame) => {
    expect(key).toMatch(/^[0-9a-f]{16}$/);
    expect(other === key).toBe(isSame);
  });

  test.each<[title: string, one: Place | undefined, other: Place | undefined, isSame: boolean]>([
    ['the same line', { file: 'a.csv', line: 9 }, { file: 'a.csv', line: 9 }, true],
    ['another line', { file: 'a.csv', line: 9 }, { file: 'a.csv', line: 10 }, false],
    ['another file', { file: 'a.csv', line: 9 }, { file: 'b.csv', line: 9 }, false],
    ['another resource', { file: 'a.json', at: 'Claim/1' }, { file: 'a.json', at: 'Claim/2' }, false],
    ['no file, and the same number', undefined, undefined, true],
  ])('of an entry without a key of its own: %s', (_title, one, other, isSame) => {
    const keys = [one, other].map((place) => keyOf(recordOf(unkeyed, place), 'member/age'));
    expect(keys[0] === keys[1]).toBe(isSame);
  });
});

describe('what is billed of a record', () => {
  const claim: Claim = {
    member: { id: 'M-1' },
    agency: { id: 'A-1' },
    jurisdiction: 'MO',
    lines: [
      { procedureCode: 'H2017TG', dateOfService: '2024-03-12', units: 6, staff: { id: 'T-1' } },
      { procedureCode: 'H2017XX', dateOfService: '2024-03-13', units: 2, charge: '5.00' },
    ],
  };

  test('is the session', () => {
    expect(itemsOf(recordOf({ ...session, agency: { id: 'A-4' }, charge: '8.00' }))).toMatchObject([
      {
        service: 'mo/peer-support',
        dateOfService: '2017-05-16',
        memberId: 'M-4',
        staffId: 'T-4',
        agencyId: 'A-4',
        verdict: 'billable',
        units: 8,
        charge: '8.00',
      },
    ]);
  });

  test('is each line of the claim, with what the claim states of all', () => {
    expect(itemsOf(recordOf(claim))).toMatchObject([
      {
        line: 0,
        service: 'mo/H2017TG',
        memberId: 'M-1',
        staffId: 'T-1',
        agencyId: 'A-1',
        units: 6,
        charge: '29.70',
      },
      {
        line: 1,
        service: null,
        memberId: 'M-1',
        staffId: undefined,
        agencyId: 'A-1',
        units: 2,
        charge: '5.00',
      },
    ]);
  });

  test('is, of what nobody means to bill, no units', () => {
    expect(itemsOf(recordOf({ ...session, phase: 'no-show', units: null }))).toMatchObject([
      { verdict: 'not-billable', units: 0, charge: '0.00' },
    ]);
  });

  test.each<[string, unknown]>([
    ['what cannot be read', { ...session, units: 'many' }],
    ['a void', { ...claim, frequency: 'void', replaces: 'C-9' }],
  ])('is nothing of %s', (_title, value) => {
    expect(itemsOf(recordOf(value))).toEqual([]);
  });
});
