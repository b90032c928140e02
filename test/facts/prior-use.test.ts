import { describe, expect, test } from 'vitest';
import { parse } from '../../src/facts/parse.js';
import { historySchema } from '../../src/facts/prior-use.js';
import { settled } from '../../src/facts/history.js';
import type { PriorUse } from '../../src/index.js';
import { withoutCodes } from '../support/issues.js';

const use = { service: 'mo/peer-support', dateOfService: '2025-03-03', units: 8 };

function issuesOf(value: unknown) {
  const parsed = parse(historySchema, value);
  return parsed.ok ? [] : withoutCodes(parsed.issues);
}

test.each([
  [[]],
  [[use, use]],
  [[{ ...use, id: 'S-1', memberId: 'M-1', minutes: 120, startTime: '22:00', endTime: '24:00' }]],
  [[{ ...use, id: null, memberId: null, minutes: null, startTime: null, endTime: null }]],
  [[{ ...use, units: 0 }]],
  [[{ ...use, units: 1e9 }]],
  [[{ ...use, id: '' }]],
  [[{ ...use, service: null, procedureCode: 'H0038', modifiers: ['HQ'] }]],
  [[use, { ...use, units: -8 }]],
])('units already billed: %j', (history) => {
  expect(parse(historySchema, history)).toEqual({ ok: true, value: history });
});

describe('no units already billed', () => {
  test.each([
    [{ units: 1_000_000_001 }, '/units', 'expected a number of at most 1000000000, found a larger one'],
    [{ memberId: '' }, '/memberId', 'expected text that is not empty, found empty text'],
    [{ units: null }, '/units', 'expected a number, found null'],
    [
      { service: null },
      '/service',
      'expected the id of a service, or the procedure code of a use that no definition has, found null',
    ],
    [
      { dateOfService: '2025-03-00' },
      '/dateOfService',
      'expected a day that exists, written YYYY-MM-DD, found other text',
    ],
    [
      { startTime: '24:00' },
      '/startTime',
      'expected a time from 00:00 to 23:59, written HH:mm, found other text',
    ],
    [{ memberID: 'M-1' }, '/memberID', 'unknown key "memberID"; did you mean "memberId"?'],
  ])('%j', (change, path, message) => {
    expect(issuesOf([use, { ...use, ...change }])).toEqual([{ path: `/1${path}`, message }]);
  });
});

describe('a reversal', () => {
  const of = (units: number, change: object = {}) => ({ ...use, units, ...change });
  const expected = (place: number) => [
    {
      path: `/${String(place)}/units`,
      message:
        'expected what it reverses: another use of the member, service and day, of as many units or more; leave out what was voided, found none',
    },
  ];

  test.each<[title: string, history: object[], place: number]>([
    ['of nothing', [of(-1)], 0],
    ['of more than there is', [of(8), of(-9)], 1],
    ['of more than is left', [of(8), of(-5), of(-4)], 2],
    ['of another day', [of(8), of(-8, { dateOfService: '2025-03-04' })], 1],
    ['of another service', [of(8), of(-8, { service: 'mo/H2017TG' })], 1],
    ['of another member', [of(8, { memberId: 'M-1' }), of(-8, { memberId: 'M-2' })], 1],
    ['of another code', [of(8), of(-8, { service: null, procedureCode: 'H0038' })], 1],
    ['of two uses, neither of which has as many', [of(5), of(5), of(-6)], 2],
  ])('%s', (_title, history, place) => {
    expect(issuesOf(history)).toEqual(expected(place));
  });

  test.each<[title: string, history: PriorUse[], left: [index: number, units: number][]]>([
    ['takes all of it', [of(8), of(-8)], []],
    ['takes a part of it', [of(8), of(-3)], [[0, 5]]],
    ['stands before it', [of(-3), of(8)], [[1, 5]]],
    ['takes parts of units', [of(0.3), of(-0.1), of(-0.2)], []],
    ['is of the one with its id', [of(8, { id: 'A' }), of(8, { id: 'B' }), of(-8, { id: 'A' })], [[1, 8]]],
    [
      'is else of the one with its start',
      [of(8, { startTime: '09:00' }), of(8), of(-8, { id: 'A', startTime: '09:00' })],
      [[1, 8]],
    ],
    ['is else of the last', [of(8), of(8), of(-8, { startTime: '09:00' })], [[0, 8]]],
    [
      'is of one that has as many units',
      [of(8), of(2, { id: 'A' }), of(-3, { id: 'A' })],
      [
        [0, 5],
        [1, 2],
      ],
    ],
    ['leaves one that states none as it is', [of(0), of(8), of(-8)], [[0, 0]]],
  ])('%s', (_title, history, left) => {
    expect(issuesOf(history)).toEqual([]);
    expect(settled(history).uses.map(({ use, index }) => [index, use.units])).toEqual(left);
  });
});
