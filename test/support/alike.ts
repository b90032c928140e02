import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';

// For what is asked thousands of times: an expectation is made only where one may fail.

/** As `expect(actual).toEqual(expected)`. */
export function expectSame(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
}

/** As `expect(actual).toStrictEqual(expected)`. */
export function expectStrictlySame(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toStrictEqual(expected);
}
