import { settingsOf } from '../../check/entries.js';
import type { BatchSettings } from '../../check/entries.js';
import type { OnFile } from '../../check/on-file.js';
import type { BatchPart, PartStreams, PlaceOfPart } from '../../check/stream.js';
import type { PriorUse } from '../../facts/generated/types.js';
import { InputError } from '../../index.js';
import { recordStreamOf, type CheckedRecord, type RecordStream } from '../../reports/records.js';
import {
  brokenRecord,
  placeIn,
  resultToTell,
  valueToCheck,
  type InputRecord,
} from '../input/input-record.js';
import { parseJsonRecord } from '../input/parse-json.js';
import type { MissingFacts } from '../missing-facts.js';
import { UsageError } from '../usage-error.js';
import type { StreamedLine } from './line-splitter.js';

/** Records in, checked ones out: those of a member when the next member comes. */
export interface MemberStream extends Omit<RecordStream<{ readonly part: BatchPart }>, 'add'> {
  /** Takes the next record. Throws UsageError if its member came before another one. */
  readonly add: (record: InputRecord) => void;
}

interface Stated {
  readonly asOf: string | undefined;
  readonly missingFacts: MissingFacts;
  readonly history: readonly PriorUse[] | undefined;
}

/** What the lines of a file are checked with. */
export function streamSettings(onFile: OnFile, { asOf, missingFacts, history }: Stated): BatchSettings {
  return settingsOf(onFile, { asOf, missingFacts, history: history && [...history] });
}

export function createMemberStream(
  file: string,
  streams: PartStreams,
  place?: PlaceOfPart,
  onJudged: (value: unknown, result: CheckedRecord['result']) => void = () => undefined,
): MemberStream {
  const part = streams(place);
  // Its entries are records as they were read.
  const stream = recordStreamOf(
    {
      ...part,
      add(read) {
        part.add(valueToCheck(read as InputRecord));
      },
    },
    place?.firstEntry,
  );
  /** A record with its own value in place of how it was read. */
  function told(record: CheckedRecord): CheckedRecord {
    const read = record.value as InputRecord;
    onJudged(valueToCheck(read), record.result);
    return { ...record, value: read.value, places: read.places, result: resultToTell(read, record.result) };
  }

  return {
    add(record) {
      try {
        stream.add(record, placeIn(file, record));
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        throw new UsageError([
          `${file}:${String(record.line)}: a member comes back here after another one; sort the file by member.id, or check it without --grouped`,
        ]);
      }
    },
    records: () => stream.records().map(told),
    end() {
      const { records, part } = stream.end();
      return { records: records.map(told), part };
    },
  };
}

export function recordOf(streamed: StreamedLine): InputRecord {
  return 'unread' in streamed
    ? brokenRecord(streamed.line, streamed.unread)
    : parseJsonRecord(streamed.text, streamed.line);
}
