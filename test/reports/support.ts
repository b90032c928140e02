import { checkRecords, createBatch, type Claim, type Session } from '../../src/index.js';
import { reportOf, withEntries, type BatchReportOptions, type Format } from '../../src/reports/index.js';
import { baseSession, linesOfMonth, months, readText } from '../support/cases.js';

export const claims = readText('claims/missouri.ndjson')
  .trimEnd()
  .split('\n')
  .flatMap((line) => (line.endsWith('}') ? [JSON.parse(line) as Claim] : []));
export const session = baseSession('mo-peer-support');
export const nothingElse = { history: [] };

function memberOf(entry: unknown): string {
  return (entry as Session | null)?.member?.id ?? '';
}

/** Some of each month and claims, what is of a member together. */
const some = months.flatMap((month) => linesOfMonth(month).slice(0, 60));
export const all: readonly unknown[] = byMember([...some, ...claims.slice(0, 60)]);

export function byMember(entries: readonly unknown[]): unknown[] {
  return [...entries].sort(
    (one, other) => Number(memberOf(one) > memberOf(other)) - Number(memberOf(one) < memberOf(other)),
  );
}

/** What is written, as one line: how lines are wrapped is apart. */
export function unwrapped(report: string): string {
  return report.replace(/\s+/g, ' ');
}

export function written(
  format: Format,
  entries: readonly unknown[],
  options: BatchReportOptions = nothingElse,
) {
  const { history, asOf } = options;
  return [...reportOf(format, checkRecords(entries, { history, asOf }), entries, options)].join('');
}

/** The report of a stream, and how many pieces were written before it ended. */
export function streamed(
  format: Format,
  entries: readonly unknown[],
  { places = [], ...options }: BatchReportOptions = nothingElse,
): { report: string; before: number } {
  const stream = withEntries(createBatch({ of: 'records', history: options.history }));
  const report = format.open({ ...options, streamed: true });
  const pieces = [report.start];
  for (const [index, entry] of entries.entries()) {
    stream.add(entry, places[index]);
    pieces.push(...report.records(stream.records()));
  }
  const before = pieces.length;
  const { records, ...sums } = stream.end();
  pieces.push(...report.records(records), ...report.end(sums));
  return { report: pieces.join(''), before };
}
