import { describe, expect, test } from 'vitest';
import { computedRules } from '../../src/rules/index.js';
import { besideCases, checkedClaim, checkedSessions, sayingOf } from '../support/side-by-side.js';

describe.each(besideCases)('$rule', (file) => {
  const { rule } = file;

  if ('base' in file) {
    test.each(file.cases)('$name', (one) => {
      const says = checkedSessions(file.base, one).map((result) => sayingOf(rule, result));
      expect(says).toEqual(one.sessions.map((session) => session.says));
    });
  } else {
    test.each(file.cases)('$name', (one) => {
      const result = checkedClaim(file.line, one);
      const says = result.lines.map((line) => sayingOf(rule, line));
      expect(says).toEqual(one.lines.map((line) => line.says));
      expect(sayingOf(rule, result)).toBe(one.says);
    });
  }
});

test('every rule that sees sessions side by side has its cases', () => {
  const forAll = computedRules.filter(({ scope }) => scope !== 'session');
  expect(besideCases.map(({ rule }) => rule).sort()).toEqual(forAll.map(({ id }) => id).sort());
});
