import { expect, test } from 'vitest';
import { alikeKey } from '../../src/values/alike-key.js';

test.each([
  ['letter case', 'M-4', 'm-4', true],
  ['a blank at the end', 'M-4', 'm-4 ', true],
  ['blanks between', 'M 4', 'm4', true],
  ['a zero at the start', 'M-4', '0M-4', true],
  ['zeros lost in a spreadsheet', '00012345', '12345', true],
  ['a zero after a blank', ' 07', '7', true],
  ['a zero further on', 'M-04', 'M-4', false],
  ['another hyphen', 'M-4', 'M4', false],
  ['another number', 'M-4', 'M-5', false],
])('keys that differ in %s', (_difference, one, other, isAlike) => {
  expect(alikeKey(one) === alikeKey(other)).toBe(isAlike);
});
