import { isClaim, ownKey } from '../../check/records.js';
import type { FoundRecord, Places } from '../../facts/found.js';
import type { InputIssue } from '../../facts/input-error.js';
import { parseClaim, parseSession } from '../../facts/parse.js';
import type { CheckedRecord, Place } from '../../reports/index.js';

/** One record of a file, before it is checked. */
export interface InputRecord {
  /** The line on which it starts, from 1; left out where the file has no lines. */
  readonly line?: number;
  /** What could be read of it; nothing where it is broken altogether. */
  readonly value?: unknown;
  /** Why it cannot be read. Empty where it was read, whatever its value may be. */
  readonly issues: readonly InputIssue[];
  /** By JSON Pointer, where its facts stand, as the format's users say it; left out where the pointer says so itself. */
  readonly places?: Places;
}

/** A record as an adapter found it. */
export function foundRecord(
  { value, places, unread }: FoundRecord<unknown>,
  line: number | undefined,
): InputRecord {
  const issues = unread === undefined ? [] : [{ ...unread, path: '' }];
  return { ...(line !== undefined && { line }), value, issues, places };
}

/** Where a record stands, for a report. */
export function placeIn(file: string, { line, places }: InputRecord): Place {
  const at = places?.[''];
  return { file, ...(line !== undefined && { line }), ...(at !== undefined && { at }) };
}

/** What is wrong with a whole record. */
export type Problem = Readonly<Omit<InputIssue, 'path'>>;

/** A record that cannot be read at all. */
export function brokenRecord(line: number, problem: Problem): InputRecord {
  return { line, issues: [{ ...problem, path: '' }] };
}

/** What is checked of a record. One that cannot be read keeps its place. */
export function valueToCheck({ issues, value }: InputRecord): unknown {
  return issues.length > 0 ? null : value;
}

/** What is told of a record that was checked. Of one that cannot be read, all that is wrong is. */
export function resultToTell(
  { issues, value }: InputRecord,
  checked: CheckedRecord['result'],
): CheckedRecord['result'] {
  if (issues.length === 0) return checked;
  const all = [...issues, ...issuesOfRest(value, issues)];
  // Of a key that stands there twice nobody knows which it is.
  const key = all.some(({ path }) => path === '/id') ? {} : ownKey(value);
  return { kind: 'invalid', verdict: 'invalid', ...key, issues: all };
}

/** What else is wrong with a record of which something could not be read. */
function issuesOfRest(value: unknown, told: readonly InputIssue[]): readonly InputIssue[] {
  // Of what cannot be read as a whole nothing else is told.
  if (value === undefined || told.some(({ path }) => path === '')) return [];
  const parsed = isClaim(value) ? parseClaim(value) : parseSession(value);
  const paths = new Set(told.map(({ path }) => path));
  return parsed.ok ? [] : parsed.issues.filter(({ path }) => !paths.has(path));
}
