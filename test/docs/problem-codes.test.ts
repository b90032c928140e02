import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isIssueCode } from '../../src/facts/input-error.js';
import { problemCodes } from './pages/problem-codes.js';

const adapters = new URL('../../src/adapters/', import.meta.url);

/** What stands in quotes in the sources of an adapter in the way of a code. */
function wordsIn(adapter: string): string[] {
  const folder = new URL(`${adapter}/`, adapters);
  const sources = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'));
  const words = sources.flatMap((source) => source.match(/'[a-z0-9]+(?:-[a-z0-9]+)+'/g) ?? []);
  return [...new Set(words.map((word) => word.slice(1, -1)))];
}

/** Kinds of column, orders of days, kinds of table, encodings and days, which are no codes of problems. */
const OTHERS =
  /^(?:dated-codes|(?:day|month)-first|prior-uses|utf-(?:8|16[bl]e)|windows-1252|\d{4}-\d\d-\d\d)$/;

test('every problem that X12 may have is on the page of codes', () => {
  const codes = wordsIn('x12').filter((word) => word.startsWith('x12-'));
  expect(codes.sort()).toEqual(Object.keys(problemCodes.x12).sort());
});

test('every problem that tables may have is on the page of codes', () => {
  const codes = wordsIn('tables').filter((word) => !OTHERS.test(word) && !isIssueCode(word));
  expect(codes.sort()).toEqual(Object.keys(problemCodes.tables).sort());
});
