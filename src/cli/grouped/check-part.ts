import type { BatchPart, PartStreams } from '../../check/stream.js';
import { openReport } from '../../reports/format.js';
import type { CheckedRecord, Format, ReportOptions } from '../../reports/index.js';
import { lacksHistory } from '../advice.js';
import type { TextBytes } from '../output/text-bytes.js';
import { UsageError } from '../usage-error.js';
import { createLineSplitter } from './line-splitter.js';
import { createMemberStream, recordOf } from './member-stream.js';
import type { Part } from './part-cutter.js';

/** What some records that are done come to, for the command. */
export interface Done {
  readonly records: number;
  readonly lastLine: number | undefined;
  readonly lacksHistory: boolean;
}

export function doneOf(records: readonly CheckedRecord[]): Done {
  return {
    records: records.length,
    lastLine: records.at(-1)?.place?.line,
    lacksHistory: records.some(({ result }) => lacksHistory(result)),
  };
}

export function addDone(before: Done, more: Done): Done {
  return {
    records: before.records + more.records,
    lastLine: more.lastLine ?? before.lastLine,
    lacksHistory: before.lacksHistory || more.lacksHistory,
  };
}

/** Short lines of which much is found grow a hundredfold, and a piece or part holds thousands of them. */
export const LINES_AT_ONCE = 200;

/** What parts are checked with, each after the other. */
export interface PartCheck {
  readonly file: string;
  readonly streams: PartStreams;
  readonly format: Format;
  readonly options: ReportOptions;
  readonly text: TextBytes;
}

/** A part that is checked, as it goes from one thread to another. */
export interface CheckedPart {
  /** As they were given to be checked: only one thread has them. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Its text in UTF-8, of a format that tells of each record by itself; of another, its records. */
  readonly written: Uint8Array<ArrayBuffer> | readonly CheckedRecord[];
  readonly done: Done;
  readonly part: BatchPart;
  /** Why the file cannot be read on from within it. */
  readonly problems: readonly string[];
}

export function checkPart(
  { bytes, firstLine, firstEntry }: Part,
  { file, streams, format, options, text }: PartCheck,
  isDone: (member: string) => boolean = () => false,
): CheckedPart {
  const splitter = createLineSplitter({ firstLine, mayBeMarked: false });
  const lines = splitter.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  const stream = createMemberStream(file, streams, { firstEntry, isDone });
  const report = openReport(format, options);
  const kept: CheckedRecord[] = [];
  let done: Done = { records: 0, lastLine: undefined, lacksHistory: false };
  let problems: readonly string[] = [];

  function take(records: readonly CheckedRecord[]): void {
    done = addDone(done, doneOf(records));
    if (format.tellsNotices) kept.push(...records);
    else for (const piece of report.records(records)) text.add(piece);
  }

  try {
    for (const [index, line] of lines.entries()) {
      stream.add(recordOf(line));
      // What is written is not held.
      if (index % LINES_AT_ONCE === 0) take(stream.records());
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    ({ problems } = error);
  }
  const { records, part } = stream.end();
  take(records);
  const written = format.tellsNotices ? kept : text.take();
  return { bytes, written, done, part, problems };
}
