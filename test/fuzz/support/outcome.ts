import { expect } from 'vitest';
import { InputError, type InputIssue } from '../../../src/index.js';
import { issueCodes } from '../../../src/facts/input-error.js';
import { repeatedIn, type Planted } from './canaries.js';
import { expectSame } from '../../support/alike.js';

export type Outcome<Result> = { readonly result: Result } | { readonly issues: readonly InputIssue[] };

/** What comes back, or the issues of the InputError that is thrown. Any other error fails the test. */
export function outcomeOf<Result>(work: () => Result): Outcome<Result> {
  try {
    return { result: work() };
  } catch (error) {
    if (error instanceof InputError) return { issues: error.issues };
    throw error;
  }
}

/** As JSON, which says the same. */
export function written(value: unknown): string {
  const text = JSON.stringify(value);
  expectSame(JSON.parse(text), value);
  return text;
}

/** Something is said to be wrong, with its place, and nothing of what was given is repeated. */
export function expectNoValues(issues: readonly InputIssue[], canaries: Planted): void {
  expect(issues.length).toBeGreaterThan(0);
  const isSaid = ({ code, path, message }: InputIssue) =>
    Object.hasOwn(issueCodes, code) && (path === '' || path.startsWith('/')) && message !== '';
  expectSame(
    issues.filter((issue) => !isSaid(issue)),
    [],
  );
  expectSame(repeatedIn(written(issues), canaries), []);
}
