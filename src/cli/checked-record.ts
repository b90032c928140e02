import { isClaim } from '../check/records.js';
import type { Position } from '../findings/finding-data.js';
import {
  parseClaim,
  parseSession,
  type Claim,
  type ClaimResult,
  type InputIssue,
  type InvalidResult,
  type Session,
  type SessionResult,
} from '../index.js';
import type { FiledRecord } from './input/read-files.js';

/** A place that a person can look up. */
export interface Place {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** The caller's own key of what stands there. */
  readonly id?: string;
}

/** An input record and what the check made of it. */
export interface CheckedRecord extends Place {
  readonly result: SessionResult | ClaimResult | InvalidResult;
  /** Left out where the record cannot be read, or is a claim. */
  readonly session?: Session;
  /** Left out where the record cannot be read, or is a session. */
  readonly claim?: Claim;
  /** Where the entry or prior use stands at which a finding points. */
  readonly placeOf: PlaceOf;
}

export type PlaceOf = (position: Position) => Place | undefined;

/** A record with its result. Of one that cannot be read, all that is wrong is told. */
export function checkedRecord(
  { file, line, value, issues }: FiledRecord,
  result: CheckedRecord['result'],
  placeOf: PlaceOf,
): CheckedRecord {
  if (issues.length > 0) {
    return {
      file,
      line,
      result: { kind: 'invalid', verdict: 'invalid', issues: [...issues, ...issuesOfRest(value, issues)] },
      placeOf,
    };
  }
  const record = { file, line, ...(result.id !== undefined && { id: result.id }), result, placeOf };
  switch (result.kind) {
    case 'invalid':
      return record;
    // What is not invalid was read as what it is.
    case 'claim':
      return { ...record, claim: value as Claim };
    case 'session':
      return { ...record, session: value as Session };
  }
}

/** What else is wrong with a record of which something could not be read. */
function issuesOfRest(value: unknown, told: readonly InputIssue[]): readonly InputIssue[] {
  if (value === undefined) return [];
  const parsed = isClaim(value) ? parseClaim(value) : parseSession(value);
  const paths = new Set(told.map(({ path }) => path));
  return parsed.ok ? [] : parsed.issues.filter(({ path }) => !paths.has(path));
}
