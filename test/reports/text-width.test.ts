import { describe, expect, test } from 'vitest';
import { checkRecords, createChecker } from '../../src/index.js';
import { reportOf, text } from '../../src/reports/index.js';
import { dayAfterMonth, linesOfMonth, months } from '../support/cases.js';
import { byMember, claims, streamed } from './support.js';

const batches: [name: string, entries: readonly unknown[], asOf: string][] = [
  ...months.map((month): [string, readonly unknown[], string] => [
    month,
    linesOfMonth(month),
    dayAfterMonth(month),
  ]),
  ['claims of Missouri', claims, '2024-06-01'],
];

/** Lines that are too long, but for those of a word for which there is no room, as nothing breaks a word. */
function tooLong(report: string, width: number): string[] {
  return report
    .split('\n')
    .filter((line) => line.length > width)
    .filter((line) => line.split(' ').every((word) => word.length < width - 12));
}

describe.each(batches)('%s', (_name, entries, asOf) => {
  const options = { history: [], checker: createChecker(), asOf };
  const batch = checkRecords(entries, { history: [], asOf });
  const places = entries.map((_entry, index) => ({ file: 'march.ndjson', line: index + 1 }));
  const report = (width: number, more = {}) =>
    [...reportOf(text, batch, entries, { ...options, places, width, ...more })].join('');

  test.each([120, 80, 60, 40])('no line of the text is longer than %d columns', (width) => {
    expect(tooLong(report(width), width)).toEqual([]);
    expect(tooLong(report(width, { full: true }), width)).toEqual([]);
  });

  test('nor of one that is written member by member', () => {
    expect(tooLong(streamed(text, byMember(entries), { ...options, width: 60 }).report, 60)).toEqual([]);
  });

  test('a width that is not stated is 80', () => {
    expect([...reportOf(text, batch, entries, { ...options, places })].join('')).toBe(report(80));
  });
});
