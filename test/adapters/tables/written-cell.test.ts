import { describe, expect, test } from 'vitest';
import { readCell, type CellType } from '../../../src/adapters/tables/written-cell.js';

const readable: [cell: string, type: CellType, value: unknown][] = [
  ['true', 'boolean', true],
  ['TRUE', 'boolean', true],
  ['Yes', 'boolean', true],
  ['y', 'boolean', true],
  ['1', 'boolean', true],
  ['false', 'boolean', false],
  ['No', 'boolean', false],
  ['N', 'boolean', false],
  ['0', 'boolean', false],
  ['4', 'number', 4],
  ['2.5', 'number', 2.5],
  ['-1', 'number', -1],
  ['8', 'integer', 8],
  ['8.5', 'integer', 8.5],
  ['2025-02-30', 'date', '2025-02-30'],
  ['09:00', 'time', '09:00'],
  ['25:00', 'time', '25:00'],
  ['20.36', 'money', '20.36'],
  ['$20', 'money', '$20'],
  ['none', 'text', 'none'],
  ['[A] 1', 'text', '[A] 1'],
  ['group', 'code', 'group'],
  ['setting-goals', 'codes', ['setting-goals']],
  ['a|b', 'codes', ['a', 'b']],
  ['a | b', 'codes', ['a', 'b']],
  ['[]', 'codes', []],
  ['["a","b"]', 'codes', ['a', 'b']],
  ['MO-QSAP', 'dated-codes', [{ code: 'MO-QSAP' }]],
  ['MO-QSAP@2012-05-01..', 'dated-codes', [{ code: 'MO-QSAP', from: '2012-05-01' }]],
  ['MO-QSAP@..2012-05-01', 'dated-codes', [{ code: 'MO-QSAP', through: '2012-05-01' }]],
  ['MO-QSAP@..', 'dated-codes', [{ code: 'MO-QSAP' }]],
  [
    'A@2024-01-01..2024-06-30|B',
    'dated-codes',
    [{ code: 'A', from: '2024-01-01', through: '2024-06-30' }, { code: 'B' }],
  ],
  ['[]', 'dated-codes', []],
  ['[{"code":"A"}]', 'dated-codes', [{ code: 'A' }]],
  ['[{"topic":"iddt"}]', 'trainings', [{ topic: 'iddt' }]],
  ['[]', 'trainings', []],
  ['none', 'none', 'none'],
];

const unreadable: [cell: string, type: CellType, expected: RegExp][] = [
  ['maybe', 'boolean', /^true or false$/],
  ['constructor', 'boolean', /^true or false$/],
  ['eight', 'number', /^a number/],
  ['1,000', 'number', /^a number/],
  ['1e3', 'number', /^a number/],
  ['Infinity', 'number', /^a number/],
  ['many', 'integer', /^a whole number/],
  ['a|', 'codes', /^codes joined by/],
  ['[a]', 'codes', /^codes joined by/],
  ['{}', 'trainings', /^a JSON list/],
  ['[{"topic":"a","topic":"b"}]', 'trainings', /^a JSON list/],
  ['MO-QSAP@2012-05-01', 'dated-codes', /^CODE, or CODE@FROM\.\.THROUGH/],
  ['@2012-05-01..', 'dated-codes', /^CODE, or CODE@FROM\.\.THROUGH/],
  ['A||B', 'dated-codes', /^CODE, or CODE@FROM\.\.THROUGH/],
  ['iddt', 'trainings', /^a JSON list/],
  ['[{"topic":', 'trainings', /^a JSON list/],
  ['{"from":"2025-01-01"}', 'none', /^"none"/],
];

describe('a cell that can be read', () => {
  test.each(readable)('%s as %s', (cell, type, value) => {
    expect(readCell(cell, { type })).toEqual({ value });
  });
});

describe('a cell that cannot be read says what is accepted, and not what was found', () => {
  test.each(unreadable)('%s as %s', (cell, type, expected) => {
    expect(readCell(cell, { type })).toEqual({ expected: expect.stringMatching(expected) as string });
  });
});
