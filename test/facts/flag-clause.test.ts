import { expect, test } from 'vitest';
import { flagClause } from '../../src/facts/flag-clause.js';

test('a yes and a no, each as a clause', () => {
  expect(flagClause('faceToFace', true)).toBe('the session was face-to-face');
  expect(flagClause('faceToFace', false)).toBe('the session was not face-to-face');
});
