import type { BatchResult } from '../check/batch.js';
import { createChecker, parseSession, type PriorUse, type Session } from '../index.js';
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
  readonly files: readonly string[];
  readonly records: readonly CheckedRecord[];
  readonly totals: BatchResult['totals'];
  readonly notices: readonly string[];
  readonly asOf: string | undefined;
  /** What was billed before; undefined where that is not known. */
  readonly history: readonly PriorUse[] | undefined;
  /** The title of a service, by its id. */
  readonly titleOf: (service: string) => string;
}

interface CheckRequest {
  readonly files: readonly string[];
  readonly records: readonly FiledRecord[];
  readonly asOf: string | undefined;
  readonly history: readonly PriorUse[] | undefined;
  readonly onChecked: (() => void) | undefined;
}

/** Checks the records as one batch. A record that cannot be read keeps its place. */
export function checkBatch({ files, records, asOf, history, onChecked }: CheckRequest): CheckedBatch {
  const checker = createChecker();
  const entries = records.map(({ issues, value }) => (issues.length > 0 ? null : value));
  const { results, totals, notices } = checker.checkSessions(entries, { asOf, history }, onChecked);
  return {
    files,
    records: records.map((record, index) => checkedRecord(record, results[index])),
    totals,
    notices: [
      ...noticesOn(
        records,
        history,
        checker.services.map(({ id }) => id),
      ),
      ...notices,
    ],
    asOf,
    history,
    titleOf: (service) => checker.serviceOf(service).title,
  };
}

function checkedRecord(
  { file, line, value, issues }: FiledRecord,
  result: Result | undefined,
): CheckedRecord {
  if (result === undefined) throw new Error('each record has a result');
  if (issues.length > 0)
    return { file, line, result: { verdict: 'invalid', issues: allIssuesOf(value, issues) } };
  if (result.verdict === 'invalid') return { file, line, result };
  // The check has read it as a session.
  return { file, line, result, session: value as Session };
}

/** What the cells of a row say wrong, and what the facts that could be read from it do. */
function allIssuesOf(value: unknown, issues: FiledRecord['issues']): FiledRecord['issues'][number][] {
  const parsed = value === undefined ? undefined : parseSession(value);
  return [...issues, ...(parsed?.ok === false ? parsed.issues : [])];
}

function noticesOn(
  records: readonly FiledRecord[],
  history: readonly PriorUse[] | undefined,
  services: readonly string[],
): string[] {
  const notices: string[] = [];
  if (records.length === 0) notices.push('The input holds no records.');
  else if (history === undefined) {
    notices.push(
      'What was already billed is not known, so the unit limits cannot be judged. Give it with --history FILE, or say --history none if nothing else was billed.',
    );
  }
  const others = (history ?? []).filter(({ service }) => !services.includes(service)).length;
  if (others === 1)
    notices.push('1 prior use is of a service that is not on file, and counts toward no limit.');
  if (others > 1) {
    notices.push(
      `${String(others)} prior uses are of services that are not on file, and count toward no limit.`,
    );
  }
  return notices;
}
