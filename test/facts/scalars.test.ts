import { expect, test } from 'vitest';
import { diagnosisPrefix } from '../../src/facts/scalars.js';

test.each([
  ['F', true],
  ['F31', true],
  ['F32.A', true],
  ['', false],
  ['f31', false],
  ['31', false],
  ['.F31', false],
  [' F31', false],
  ['xF31', false],
  ['F31x', false],
  ['F31 ', false],
  ['F31-F39', false],
])('%j begins a code of a diagnosis: %s', (text, isPrefix) => {
  expect(diagnosisPrefix.safeParse(text).success).toBe(isPrefix);
});
