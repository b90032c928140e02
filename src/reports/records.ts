import type { BatchResult } from '../check/records.js';
import type { ClaimResult, InvalidResult, LineResult, SessionResult, VoidResult } from '../check/result.js';
import type { Stream } from '../check/stream.js';
import type { FoundRecords, Places } from '../facts/found.js';
import type { Claim, Session } from '../facts/generated/types.js';
import type { Position } from '../findings/finding-data.js';
import { withPlaces } from '../findings/places.js';
import type { Verdict } from '../findings/result.js';
import type { WaysToPass } from '../findings/ways.js';
import type { Finding } from '../rules/index.js';
import type { RuleRow } from './rule-row.js';

/** An entry, and what the check made of it. */
export interface CheckedRecord {
  /** Its number among the entries, from 0. */
  readonly entry: number;
  /** As it was checked. */
  readonly value: unknown;
  readonly result: SessionResult | ClaimResult | VoidResult | InvalidResult;
  /** Left out where it was read from no file. */
  readonly place?: Place | undefined;
  /** Where its facts stand in the person's file; left out where no adapter has read it. */
  readonly places?: Places | null | undefined;
  /** What would make it pass, where that was searched. */
  readonly ways?: WaysToPass | undefined;
}

/** A place that a person can look up. */
export interface Place {
  /** `-` is standard input. */
  readonly file: string;
  /** From 1; left out where nobody counts the lines of the file. */
  readonly line?: number | undefined;
  /** What begins there, as the format's users say it, such as `Claim/C-1`: it stands for a line that is left out. */
  readonly at?: string | undefined;
}

/** What holds for all records. */
export interface Sums extends Pick<BatchResult, 'totals' | 'notices'> {
  /** How each rule of each service came out, where it is asked for. */
  readonly byRule?: readonly RuleRow[] | undefined;
}

type Results = BatchResult<SessionResult | ClaimResult | VoidResult>['results'];

/** An entry, and where it and its facts stand. */
type Entry = Omit<CheckedRecord, 'entry' | 'result'>;

/** The entries from number `first` on, with their results. */
export function recordsOf(entries: readonly Entry[], results: Results, first = 0): CheckedRecord[] {
  return results.map((result, index) => {
    const { value, place, places, ways } = entries[index] ?? nothing;
    return { entry: first + index, value, result, place, places, ways };
  });
}

const nothing: Entry = { value: undefined };

/** What was checked as one batch, with its results and places. */
export function checkedRecordsOf(
  { results }: { readonly results: Results },
  entries: readonly unknown[] | FoundRecords,
  places: readonly Place[] = [],
  ways: readonly (WaysToPass | undefined)[] = [],
): CheckedRecord[] {
  const found = isFound(entries) ? entries.records : entries.map((value) => ({ value }));
  return recordsOf(
    found.map((one, index) => ({ ...one, place: places[index], ways: ways[index] })),
    results,
  );
}

function isFound(entries: readonly unknown[] | FoundRecords): entries is FoundRecords {
  return !Array.isArray(entries);
}

/** A stream that gives entries with their results. */
export interface RecordStream<AtEnd = Sums> {
  /**
   * Takes the next entry; see {@link Stream}.
   *
   * @param places where its facts stand in the person's file, of which its findings then tell.
   */
  readonly add: (value: unknown, place?: Place, places?: Places) => void;
  /** Those that are done and were not yet given, in input order. */
  readonly records: () => CheckedRecord[];
  /** Judges the last member. Gives the records not yet given, and what holds for all. */
  readonly end: () => AtEnd & { readonly records: CheckedRecord[] };
}

/**
 * Keeps the entries of a stream until their results come, for a report that is written meanwhile.
 *
 * @example
 * const stream = withEntries(createBatch({ history: [] }));
 * const report = ndjson.open({ streamed: true });
 * const pieces = [report.start];
 * for (const id of ['M-1', 'M-2']) {
 *   stream.add({ service: 'mo/peer-support', dateOfService: '2025-03-03', member: { id } });
 *   pieces.push(...report.records(stream.records()));
 * }
 * pieces.length; // 2
 * const { records, ...sums } = stream.end();
 * pieces.push(...report.records(records), ...report.end(sums));
 * pieces.length; // 3
 */
export function withEntries(stream: Stream): RecordStream {
  return recordStreamOf(stream);
}

/** A stream, or a part of one. */
interface OfEntries<AtEnd> extends Pick<Stream, 'add' | 'results'> {
  readonly end: () => AtEnd & { readonly results: Results };
}

/** @param first the number of its first entry in the whole. */
export function recordStreamOf<AtEnd>(stream: OfEntries<AtEnd>, first = 0): RecordStream<AtEnd> {
  const entries: Entry[] = [];
  let given = first;

  function recordsOfNext(results: Results): CheckedRecord[] {
    const done = entries.splice(0, results.length);
    const located = results.map((result, index) => withPlaces(result, done[index]?.places));
    const records = recordsOf(done, located, given);
    given += done.length;
    return records;
  }

  return {
    add(value, place, places) {
      stream.add(value);
      entries.push({ value, place, places });
    },
    records: () => recordsOfNext(stream.results()),
    end() {
      const end = stream.end();
      return { ...end, records: recordsOfNext(end.results) };
    },
  };
}

/** The record, whose findings say where in the person's file their facts stand: made when it is written, as it is no small thing. */
export function located(record: CheckedRecord): CheckedRecord {
  const { places, result } = record;
  return places == null ? record : { ...record, result: withPlaces(result, places) };
}

/** Whether the record is a session. What is not invalid was read as what it is. */
export function sessionOf({ value, result }: CheckedRecord): Session | undefined {
  return result.kind === 'session' ? (value as Session) : undefined;
}

/** The key of the member that it names, if it can be read. */
export function memberIdOf({ value, result }: CheckedRecord): string | undefined {
  return result.kind === 'invalid'
    ? undefined
    : ((value as Session | Claim | undefined)?.member?.id ?? undefined);
}

/** A session, a claim's own findings, a line of a claim, or a void. */
export interface Part {
  /** A void has none. */
  readonly verdict?: Verdict | undefined;
  readonly findings: readonly Finding[];
}

/** What has findings in a result: the session, or the claim and its lines. */
export function partsOf(result: CheckedRecord['result']): readonly Part[] {
  switch (result.kind) {
    case 'invalid':
      return [];
    case 'claim':
      return [result, ...result.lines];
    case 'session':
    case 'void':
      return [result];
  }
}

export function findingsOf(result: CheckedRecord['result']): Finding[] {
  return partsOf(result).flatMap(({ findings }) => findings);
}

/** A line of a claim as stated, with its result. */
export interface CheckedLine {
  /** Its place in the claim, from 0. */
  readonly index: number;
  readonly line: Claim['lines'][number];
  readonly result: LineResult;
}

export function linesOfClaim(value: unknown, { lines }: ClaimResult): CheckedLine[] {
  return (value as Claim).lines.flatMap((line, index) =>
    lines.slice(index, index + 1).map((result) => ({ index, line, result })),
  );
}

/** The entry or prior use that a finding is about, beside its own. */
export function otherOf(finding: Finding): Position | null {
  switch (finding.rule) {
    case 'claim/duplicate':
    case 'schedule/member-overlap':
    case 'schedule/staff-overlap':
    case 'schedule/group-roster':
      return finding.data.other;
    default:
      return null;
  }
}

/** Where something stands, and its own key; as far as they are known. */
export interface Found {
  readonly place?: Place | undefined;
  readonly id?: string | undefined;
}

export type Find = (position: Position) => Found;

/** Finds what the findings of records point at. */
export function findAmong(records: readonly CheckedRecord[], historyPlaces: readonly Place[] = []): Find {
  const byEntry = new Map(records.map((record) => [record.entry, record]));
  return (position) => {
    if ('history' in position) return { place: historyPlaces[position.history] };
    const other = byEntry.get(position.entry);
    return { place: other?.place, id: other?.result.id };
  };
}

/** "entry 3", "line 2 of entry 3", "a session already billed (entry 1 of the history)": counted from 1. */
export function positionInWords(position: Position): string {
  if ('history' in position)
    return `a session already billed (entry ${String(position.history + 1)} of the history)`;
  const entry = `entry ${String(position.entry + 1)}`;
  return position.line === undefined ? entry : `line ${String(position.line + 1)} of ${entry}`;
}

/** How standard input is named among the files. */
export const STANDARD_INPUT = '-';

export function fileInWords(file: string): string {
  return file === STANDARD_INPUT ? 'standard input' : file;
}

/** "march.csv:12"; of a file in which nobody counts lines "march.json: Claim/C-1" */
export function placeInWords({ file, line, at }: Place): string {
  const name = fileInWords(file);
  if (line !== undefined) return `${name}:${String(line)}`;
  return at === undefined ? name : `${name}: ${at}`;
}
