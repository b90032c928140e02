import { describe, expect, test } from 'vitest';
import { isCivilDate } from '../../src/values/civil-date.js';
import { isClockTime, isEndTime } from '../../src/values/clock-time.js';
import { isMoney } from '../../src/values/money.js';
import { objections } from './support.js';

const two = (number: number) => String(number).padStart(2, '0');
const range = (from: number, through: number) =>
  Array.from({ length: through - from + 1 }, (_, index) => from + index);

/** Texts of which the pattern of a `$defs` entry must say what the library says. */
function expectSame(part: string, isSo: (text: string) => boolean, texts: readonly string[]): void {
  const differing = texts.filter((text) => isSo(text) !== (objections('session', text, part).length === 0));
  expect(differing).toEqual([]);
}

describe('patterns stand for what a schema cannot run', () => {
  test('every day of a few years, and days that are none', () => {
    const years = [
      '0000',
      '0001',
      '0004',
      '0100',
      '0400',
      '1900',
      '1996',
      '2000',
      '2023',
      '2024',
      '2100',
      '9999',
    ];
    const days = years.flatMap((year) =>
      range(0, 13).flatMap((month) => range(0, 32).map((day) => `${year}-${two(month)}-${two(day)}`)),
    );
    expectSame('CivilDate', isCivilDate, days);
  });

  test('leap days of every year', () => {
    const leapDays = range(0, 9999).map((year) => `${String(year).padStart(4, '0')}-02-29`);
    expectSame('CivilDate', isCivilDate, leapDays);
  });

  test('no days', () => {
    const texts = [
      '',
      '2025-3-3',
      '20250303',
      '2025-03-03 ',
      ' 2025-03-03',
      '2025-03-03\n',
      '25-03-03',
      '٢٠٢٥-03-03',
    ];
    expectSame('CivilDate', isCivilDate, texts);
  });

  const times = [
    ...range(0, 25).flatMap((hour) => [0, 1, 9, 30, 59, 60].map((minute) => `${two(hour)}:${two(minute)}`)),
    ...['', '9:00', '09:0', '0900', '09:00 ', '09:00:00', '24:01', '24:00\n'],
  ];

  test('times of day', () => {
    expectSame('ClockTime', isClockTime, times);
  });

  test('times at which something ends', () => {
    expectSame('EndTime', isEndTime, times);
  });

  test('amounts', () => {
    const amounts = [
      '0.00',
      '4.95',
      '004.95',
      '4.9',
      '4.950',
      '4',
      '.95',
      '-4.95',
      '+4.95',
      '4,95',
      '$4.95',
      ' 4.95',
    ];
    const long = ['123456789012345.00', '1234567890123456.00', '1e3', '', '4.95\n'];
    expectSame('Money', isMoney, [...amounts, ...long]);
  });
});
