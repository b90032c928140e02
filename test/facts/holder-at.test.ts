import { expect, test } from 'vitest';
import { holderAt } from '../../src/facts/holder-at.js';

/** Who holds what a JSON Pointer leads to. */
test.each([
  ['/units', 'billing'],
  ['/startTime', 'clinician'],
  ['/member/birthDate', 'front-desk'],
  ['/staff/credentials', 'personnel'],
  ['/staff/credentials/0/through', 'personnel'],
  ['/staff/credentials/12', 'personnel'],
  ['/lines/3/staff/credentials/0/code', 'personnel'],
  ['/lines/0/session/startTime', 'clinician'],
  ['/lines/0/units', 'billing'],
  ['/plan', 'clinician'],
  ['/staff/supervisor', 'personnel'],
  ['/agency/credentials', 'agency'],
  ['/history', 'billing'],
  ['/frequency', undefined],
  ['/lines/0', undefined],
  ['/lines', undefined],
  ['/toString', undefined],
  ['', undefined],
])('%s: %s', (pointer, holder) => {
  expect(holderAt(pointer)).toBe(holder);
});
