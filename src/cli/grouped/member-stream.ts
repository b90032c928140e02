import { InputError, type Checker } from '../../index.js';
import { withEntries, type CheckedRecord, type RecordStream } from '../../reports/index.js';
import { brokenRecord, resultToTell, valueToCheck, type InputRecord } from '../input/input-record.js';
import { parseJsonRecord } from '../input/parse-json.js';
import type { StatedHistory } from '../input/read-history.js';
import type { MissingFacts } from '../missing-facts.js';
import { UsageError } from '../usage-error.js';
import type { StreamedLine } from './line-splitter.js';

/** Lines in, records out: those of a member when the next member comes. */
export interface MemberStream extends Omit<RecordStream, 'add'> {
  /** Takes the next line. Throws UsageError if its member came before another one. */
  readonly add: (line: StreamedLine) => void;
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
  // Its entries are records as they were read.
  const stream = withEntries({
    ...batch,
    add(read) {
      batch.add(valueToCheck(read as InputRecord));
    },
  });
  return {
    add(line) {
      try {
        stream.add(recordOf(line), { file, line: line.line });
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        throw new UsageError([
          `${file}:${String(line.line)}: a member comes back here after another one; sort the file by member.id, or check it without --grouped`,
        ]);
      }
    },
    records: () => stream.records().map(told),
    end() {
      const { records, ...sums } = stream.end();
      return { records: records.map(told), ...sums };
    },
  };
}

function recordOf(streamed: StreamedLine): InputRecord {
  return 'unread' in streamed
    ? brokenRecord(streamed.line, streamed.unread)
    : parseJsonRecord(streamed.text, streamed.line);
}

/** A record with its own value in place of how it was read. */
function told(record: CheckedRecord): CheckedRecord {
  const read = record.value as InputRecord;
  return { ...record, value: read.value, result: resultToTell(read, record.result) };
}
