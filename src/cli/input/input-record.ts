import type { InputIssue } from '../../facts/input-error.js';

/** One record of a file, before it is checked. */
export interface InputRecord {
  /** The line on which it starts, from 1. */
  readonly line: number;
  /** What could be read of it; nothing where it is broken altogether. */
  readonly value?: unknown;
  /** Why it cannot be read. Empty where it was read, whatever its value may be. */
  readonly issues: readonly InputIssue[];
}

/** What is wrong with a whole record. */
export type Problem = Readonly<Omit<InputIssue, 'path'>>;

/** A record that cannot be read at all. */
export function brokenRecord(line: number, problem: Problem): InputRecord {
  return { line, issues: [{ ...problem, path: '' }] };
}
