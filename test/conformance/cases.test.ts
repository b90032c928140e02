import { describe, expect, test } from 'vitest';
import { checkSession } from '../../src/index.js';
import { caseFiles, sessionOf } from '../support/cases.js';

describe.each(caseFiles())('%s', (_file, cases) => {
  test.each(cases)('$name', ({ verdict, findings, options, ...rest }) => {
    const result = checkSession(sessionOf(rest), options);
    const found = result.findings.filter(({ severity }) => severity !== 'info');
    expect(Object.fromEntries(found.map(({ rule, outcome }) => [rule, outcome]))).toEqual(findings);
    expect(result.verdict).toBe(verdict);
  });
});
