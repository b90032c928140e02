import { InputError, type Checker } from '../../index.js';
import { checkedRecord, type CheckedRecord, type PlaceOf } from '../checked-record.js';
import type { MissingFacts } from '../missing-facts.js';
import { brokenRecord, type InputRecord } from '../input/input-record.js';
import { parseJsonRecord } from '../input/parse-json.js';
import type { FiledRecord } from '../input/read-files.js';
import type { StatedHistory } from '../input/read-history.js';
import { UsageError } from '../usage-error.js';
import type { StreamedLine } from './line-splitter.js';
import type { Sums } from './report-in-parts.js';

/** Lines in, records out: those of a member when the next member comes. */
export interface MemberStream {
  /** Takes the next line. Throws UsageError if its member came before another one. */
  readonly add: (line: StreamedLine) => void;
  /** The records that are done and were not yet given, in input order. */
  readonly take: () => CheckedRecord[];
  /** Finishes the last member, and gives the records not yet given. */
  readonly end: () => { records: CheckedRecord[] } & Sums;
}

interface StreamRequest {
  readonly file: string;
  readonly checker: Checker;
  readonly asOf: string | undefined;
  readonly missingFacts: MissingFacts;
  readonly history: StatedHistory | undefined;
}

export function createMemberStream({
  file,
  checker,
  asOf,
  missingFacts,
  history,
}: StreamRequest): MemberStream {
  const batch = checker.createBatch({ of: 'records', asOf, missingFacts, history: history?.uses });
  /** Records whose results are not yet given; the first of them is entry number `given` of the batch. */
  let waiting: FiledRecord[] = [];
  let given = 0;

  return {
    add(line) {
      const record = { ...recordOf(line), file };
      try {
        batch.add(record.issues.length > 0 ? null : record.value);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        throw new UsageError([
          `${file}:${String(line.line)}: a member comes back here after another one; sort the file by member.id, or check it without --grouped`,
        ]);
      }
      waiting.push(record);
    },
    take: () => recordsOf(batch.results()),
    end() {
      const { results, totals, notices } = batch.end();
      return { records: recordsOf(results), totals, notices };
    },
  };

  function recordsOf(results: readonly CheckedRecord['result'][]): CheckedRecord[] {
    if (results.length === 0) return [];
    const done = waiting.slice(0, results.length);
    const first = given;
    waiting = waiting.slice(results.length);
    given += results.length;
    // All that is of a member is done together, so what a finding points at is among them.
    const placeOf: PlaceOf = (position) => {
      if ('history' in position) return history?.placeOf(position.history);
      const other = done[position.entry - first];
      return other && { file, line: other.line, ...idOf(other.value) };
    };
    return results.flatMap((result, index) => {
      const record = done[index];
      return record === undefined ? [] : [checkedRecord(record, result, placeOf)];
    });
  }
}

function recordOf(streamed: StreamedLine): InputRecord {
  return 'unread' in streamed
    ? brokenRecord(streamed.line, streamed.unread)
    : parseJsonRecord(streamed.text, streamed.line);
}

function idOf(value: unknown): { id?: string } {
  const id = (value as { readonly id?: unknown } | null | undefined)?.id;
  return typeof id === 'string' ? { id } : {};
}
