import { describe, expect, test } from 'vitest';
import { answerOfAllTo, answerTo, askedIn, askedOfAllIn, issuesAnswered } from '../support/asked.js';
import { caseFiles, sessionOf } from '../support/cases.js';
import { checkerFor, decidedSessions, type DecidedSession } from '../support/decisions.js';

const files: readonly (readonly [file: string, cases: readonly DecidedSession[]])[] = [
  ...caseFiles(),
  ...decidedSessions,
];

describe.each(files)('%s', (_file, cases) => {
  test.each(cases)('$name', (one) => {
    const check = () => checkerFor(one).checkSession(sessionOf(one), one.options);
    if (one.issues !== undefined) {
      expect(issuesAnswered(one.issues, check)).toEqual(one.issues);
      return;
    }
    const result = check();
    expect(answerTo(one, result)).toEqual(askedIn(one));
    expect(answerOfAllTo(one, result)).toEqual(askedOfAllIn(one));
    expect(result.verdict).toBe(one.verdict);
  });
});
