import { describe, expect, test } from 'vitest';
import { moneyIn, numberIn, type Counted } from '../../../src/adapters/tables/amounts.js';
import { dayIn, formatOf, orderIn, timeIn, type Written } from '../../../src/adapters/tables/forms.js';
import type { Cell } from '../../../src/adapters/tables/rows.js';

const written = (...patterns: string[]): Written => ({
  formats: patterns.flatMap((pattern) => formatOf(pattern) ?? []),
});

describe('a day has one meaning, or is not read', () => {
  test.each<[cell: Cell, day: string | undefined]>([
    ['2025-03-18', '2025-03-18'],
    ['2025-3-18', '2025-03-18'],
    ['2025/3/18', '2025-03-18'],
    ['20250318', '2025-03-18'],
    ['03182025', undefined],
    ['3/18/2025', '2025-03-18'],
    ['03/18/2025', '2025-03-18'],
    ['3-18-2025', '2025-03-18'],
    ['3.18.2025', '2025-03-18'],
    ['3/18-2025', undefined],
    ['18/3/2025', '2025-03-18'],
    ['12/12/2025', '2025-12-12'],
    ['12/13/2025', '2025-12-13'],
    ['12/11/2025', undefined],
    ['13/13/2025', undefined],
    ['2/29/2025', undefined],
    ['2/29/2024', '2024-02-29'],
    ['2025-02-29', undefined],
    ['3/18/25', undefined],
    ['18 Mar 2025', '2025-03-18'],
    ['18-Mar-2025', '2025-03-18'],
    ['March 18, 2025', '2025-03-18'],
    ['Sept. 8 2025', '2025-09-08'],
    ['Marx 8, 2025', undefined],
    ['3/18/2025 9:30 AM', '2025-03-18'],
    ['2025-03-18 00:00:00', '2025-03-18'],
    ['2025-03-18T09:30:00.000', '2025-03-18'],
    ['2025-03-18T09:30:00Z', undefined],
    ['2025-03-18T09:30:00-06:00', undefined],
    ['2025-03-18x', undefined],
    ['tomorrow', undefined],
    [true, undefined],
    [null, undefined],
    [{ day: '2025-03-18' }, '2025-03-18'],
    [{ day: '2025-03-18', time: '09:30' }, '2025-03-18'],
    [{ day: '1899-12-31', time: '09:30' }, undefined],
    [{ day: '2025-02-30' }, undefined],
    [45734, '2025-03-18'],
    [45734.5, '2025-03-18'],
    [61, '1900-03-01'],
    [60, undefined],
    [1899, '1905-03-13'],
    [1900, undefined],
    [2100, undefined],
    [2101, '1905-10-01'],
    [2958465, '9999-12-31'],
    [2958466, undefined],
    [-1, undefined],
  ])('%j is %s', (cell, day) => {
    expect(dayIn(cell, {})).toBe(day);
  });

  test('a workbook may count its days from 1904', () => {
    expect(dayIn(44272, { from1904: true })).toBe('2025-03-18');
  });

  test.each<[order: Written['order'], day: string]>([
    ['month-first', '2025-03-04'],
    ['day-first', '2025-04-03'],
  ])('with %s, as other cells tell, 3/4/2025 is %s', (order, day) => {
    expect(dayIn('3/4/2025', { order })).toBe(day);
    expect(timeIn('3/4/2025 9:30', { order })).toBe('09:30');
  });

  test.each<[cell: Cell, order: string | undefined]>([
    ['3/4/2025', 'open'],
    ['3/4/2025 9:30 AM', 'open'],
    ['3/4/2025 late', undefined],
    ['3/4/2025 25:00', undefined],
    ['3/3/2025', undefined],
    ['3/13/2025', 'month-first'],
    ['13/3/2025', 'day-first'],
    ['2/29/2025', undefined],
    ['2025-03-04', undefined],
    [45734, undefined],
  ])('%j tells: %s', (cell, order) => {
    expect(orderIn(cell)).toBe(order);
  });
});

describe('a format that is stated is the only one', () => {
  test.each<[cell: string, pattern: string, day: string | undefined]>([
    ['3/4/2025', 'M/d/yyyy', '2025-03-04'],
    ['3/4/2025', 'd/M/yyyy', '2025-04-03'],
    ['3/4/2025', 'MM/dd/yyyy', undefined],
    ['03/04/2025', 'MM/dd/yyyy', '2025-03-04'],
    ['3/4/25', 'M/d/yy', '2025-03-04'],
    ['13/4/2025', 'M/d/yyyy', undefined],
    ['2025-03-18', 'M/d/yyyy', undefined],
    ['4.3.2025', 'd.M.yyyy', '2025-03-04'],
    ['4x3x2025', 'd.M.yyyy', undefined],
    ['4 March 2025', 'd MMMM yyyy', '2025-03-04'],
    ['Mar 4, 2025', 'MMM d, yyyy', '2025-03-04'],
    ['3/4/2025 9:30 PM', 'M/d/yyyy h:mm a', '2025-03-04'],
  ])('%s by %s', (cell, pattern, day) => {
    expect(dayIn(cell, written(pattern))).toBe(day);
  });

  test('the first that fits is taken', () => {
    const forms = written('M/d/yyyy', 'yyyy-MM-dd');
    expect(['3/4/2025', '2025-03-05', '5.3.2025'].map((cell) => dayIn(cell, forms))).toEqual([
      '2025-03-04',
      '2025-03-05',
      undefined,
    ]);
  });

  test('days and numbers of a workbook are days whatever is stated', () => {
    expect([45734, { day: '2025-03-18' }].map((cell) => dayIn(cell, written('M/d/yyyy')))).toEqual([
      '2025-03-18',
      '2025-03-18',
    ]);
  });

  test.each<[cell: string, pattern: string, time: string | undefined]>([
    ['1:30 PM', 'h:mm a', '13:30'],
    ['1:30pm', 'h:mm a', '13:30'],
    ['13:30', 'h:mm a', undefined],
    ['01:30 am', 'hh:mm a', '01:30'],
    ['9:30', 'H:mm', '09:30'],
    ['9:30', 'HH:mm', undefined],
    ['09.30', 'HH.mm', '09:30'],
    ['0930', 'HHmm', '09:30'],
    ['9:30:00', 'H:mm:ss', '09:30'],
    ['9:30:10', 'H:mm:ss', undefined],
  ])('%s by %s', (cell, pattern, time) => {
    expect(timeIn(cell, written(pattern))).toBe(time);
  });

  test.each(['Q', 'mmm', 'yyyy-MM-ddTHH', 'M/d/y'])('%s is no format', (pattern) => {
    expect(formatOf(pattern)).toBeUndefined();
  });
});

describe('a time has one meaning, or is not read', () => {
  test.each<[cell: Cell, time: string | undefined]>([
    ['9:30', '09:30'],
    ['09:30:00', '09:30'],
    ['09:30:01', undefined],
    ['0930', '09:30'],
    ['930', undefined],
    ['1:30 PM', '13:30'],
    ['1:30 p.m.', '13:30'],
    ['1 PM', '13:00'],
    ['12:00 AM', '00:00'],
    ['12:59 AM', '00:59'],
    ['12:00 PM', '12:00'],
    ['0:30 AM', undefined],
    ['13:30 PM', undefined],
    ['24:00', '24:00'],
    ['24:01', undefined],
    ['23:60', undefined],
    ['3/18/2025 9:30 AM', '09:30'],
    ['2025-03-18T13:30:00', '13:30'],
    ['about 9:30', undefined],
    ['2/30/2025 9:30', undefined],
    ['morning', undefined],
    [false, undefined],
    [null, undefined],
    [{ day: '1899-12-31', time: '09:30' }, '09:30'],
    [{ day: '2025-03-18' }, undefined],
    [0, '00:00'],
    [0.5, '12:00'],
    [0.39583333333333331, '09:30'],
    [0.39583, '09:30'],
    [0.3959, undefined],
    [1, '24:00'],
    [45734.5, '12:00'],
    [45734, undefined],
    [-0.5, undefined],
  ])('%j is %s', (cell, time) => {
    expect(timeIn(cell, {})).toBe(time);
  });
});

describe('a number counts what its word says', () => {
  test.each<[cell: Cell, counted: Counted, number: number | undefined]>([
    ['4', undefined, 4],
    ['-2.5', undefined, -2.5],
    ['.5', undefined, 0.5],
    ['1,018', undefined, 1018],
    ['1,01', undefined, undefined],
    ['1e3', undefined, undefined],
    ['4 units', undefined, undefined],
    ['4 units', 'units', 4],
    ['1.25 hrs', 'units', undefined],
    ['1.25 hrs', 'minutes', 75],
    ['1.1h', 'minutes', 66],
    ['75 min.', 'minutes', 75],
    ['75', 'minutes', 75],
    ['90 minutes', 'hours', 1.5],
    ['4 units', 'minutes', undefined],
    ['4 apples', 'units', undefined],
    [75, 'minutes', 75],
    [true, undefined, undefined],
    [null, undefined, undefined],
  ])('%j counted in %s is %s', (cell, counted, number) => {
    expect(numberIn(cell, counted)).toBe(number);
  });

  test('a mapping says what a plain number counts', () => {
    expect(numberIn('1.25', 'minutes', 'hours')).toBe(75);
    expect(numberIn('75 min', 'minutes', 'hours')).toBe(75);
  });
});

test.each<[cell: Cell, amount: string | undefined]>([
  ['$1,018.00', '1018.00'],
  ['1,018.00', '1018.00'],
  ['81', '81.00'],
  ['101.8', '101.80'],
  ['81.4400', '81.44'],
  ['.50', '0.50'],
  ['$ 20.36', '20.36'],
  ['20.365', undefined],
  ['10,18', undefined],
  ['(20.36)', undefined],
  ['-20.36', undefined],
  ['$', undefined],
  ['', undefined],
  [101.8, '101.80'],
  [101.80000000000001, '101.80'],
  [101.805, undefined],
  [true, undefined],
  [null, undefined],
])('the amount %j is %s', (cell, amount) => {
  expect(moneyIn(cell)).toBe(amount);
});
