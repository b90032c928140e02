import type { BatchResult } from '../check/batch.js';
import { createChecker, parseSession, type InputIssue, type PriorUse, type Session } from '../index.js';
import { adviceOn } from './advice.js';
import type { FiledRecord } from './input/read-files.js';

type Result = BatchResult['results'][number];

/** An input record and what the check made of it. */
export interface CheckedRecord {
  readonly file: string;
  readonly line: number;
  readonly result: Result;
  /** Left out where the record cannot be read. */
  readonly session?: Session;
}

/** Everything that a report is made from. */
export interface CheckedBatch {
  /** Each once, in the order given. */
  readonly files: readonly string[];
  readonly records: readonly CheckedRecord[];
  readonly totals: BatchResult['totals'];
  /** What would let the check tell more. */
  readonly advice: readonly string[];
  /** What holds for all records, the advice included. */
  readonly notices: readonly string[];
  readonly asOf: string | undefined;
  /** What was billed before; undefined where that is not known. */
  readonly history: readonly PriorUse[] | undefined;
  /** The title of a service, by its id. */
  readonly titleOf: (service: string) => string;
}

export interface BatchRequest {
  readonly files: readonly string[];
  readonly records: readonly FiledRecord[];
  readonly asOf: string | undefined;
  readonly history: readonly PriorUse[] | undefined;
  readonly onChecked: (() => void) | undefined;
}

/** Checks the records as one batch. A record that cannot be read keeps its place. */
export function checkBatch({ files, records, asOf, history, onChecked }: BatchRequest): CheckedBatch {
  const checker = createChecker();
  const entries = records.map(({ issues, value }) => (issues.length > 0 ? null : value));
  const { results, totals, notices } = checker.checkSessions(entries, { asOf, history }, onChecked);
  const onFile = checker.services.map(({ id }) => id);
  const advice = adviceOn(results, history, onFile);
  return {
    files: [...new Set(files)],
    records: results.flatMap((result, index) => {
      const record = records[index];
      return record === undefined ? [] : [checkedRecord(record, result)];
    }),
    totals,
    advice,
    notices: [...advice, ...notices],
    asOf,
    history,
    titleOf: (service) => checker.serviceOf(service).title,
  };
}

function checkedRecord({ file, line, value, issues }: FiledRecord, result: Result): CheckedRecord {
  if (issues.length > 0) {
    return { file, line, result: { verdict: 'invalid', issues: [...issues, ...issuesOfRest(value)] } };
  }
  // What is not invalid was read as a session.
  return result.verdict === 'invalid'
    ? { file, line, result }
    : { file, line, result, session: value as Session };
}

/** What else is wrong with a row of which some cells could not be read. */
function issuesOfRest(value: unknown): readonly InputIssue[] {
  if (value === undefined) return [];
  const parsed = parseSession(value);
  return parsed.ok ? [] : parsed.issues;
}
