import type { VoidResult } from '../../src/index.js';

/** A result of what was judged: no claim of most tests voids another. */
export function notVoid<Result extends { kind: string }>(result: Result): Exclude<Result, VoidResult> {
  if (result.kind === 'void') throw new Error('it voids another claim');
  return result as Exclude<Result, VoidResult>;
}
