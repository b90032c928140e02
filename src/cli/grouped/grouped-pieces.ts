import { eachOnce, type Notice } from '../../findings/notices.js';
import type { CheckedRecord, Report, Sums } from '../../reports/index.js';
import type { Chunk } from '../output/output.js';
import { createTextBytes } from '../output/text-bytes.js';
import type { BatchSettings } from '../../check/entries.js';
import { sumsOf } from '../../check/stream.js';
import { doneOf, LINES_AT_ONCE, type Done } from './check-part.js';
import type { MemberStream } from './member-stream.js';
import type { RecordBatch } from './record-source.js';

/** What a file is read from, and who is told of what becomes of it. */
export interface Grouped {
  readonly batches: AsyncIterable<RecordBatch>;
  readonly settings: BatchSettings;
  readonly stream: MemberStream;
  readonly report: Report;
  /** Called for the records that are about to be written. */
  readonly onDone: (done: Done) => void;
  /** Called with the sums over all records, once they are done. */
  readonly onEnd: (sums: Sums) => void;
  /** Called with the number of bytes that are done. */
  readonly onRead: (bytes: number) => void;
  readonly isInterrupted: () => boolean;
  /** What would let the check tell more, once all records are done. */
  readonly advice: () => readonly Notice[];
}

/** The report of a stream: after each piece of input what became of it. Interrupted, it leaves out the open member. */
export async function* groupedPieces(parts: Grouped): AsyncGenerator<Chunk> {
  const { batches, settings, stream, report, onDone, onEnd, onRead, isInterrupted, advice } = parts;
  // What heads the report comes with its first records: of a file that is refused nothing is written.
  let head = report.start;
  const bytes = createTextBytes();
  const written = (records: readonly CheckedRecord[]) => {
    onDone(doneOf(records));
    bytes.add(head);
    for (const piece of report.records(records)) bytes.add(piece);
    head = '';
    return bytes.take();
  };
  try {
    for await (const { records, bytes: read } of batches) {
      // What comes after the end that was asked for may be cut off.
      if (isInterrupted()) return;
      let added = 0;
      for (const record of records) {
        stream.add(record);
        if (++added % LINES_AT_ONCE === 0) yield written(stream.records());
      }
      onRead(read);
      yield written(stream.records());
    }
    if (isInterrupted()) return;
    const { records, part } = stream.end();
    const { totals, notices } = sumsOf([part], settings);
    onEnd({ totals, notices });
    yield written(records);
    yield [...report.end({ totals, notices: eachOnce([...advice(), ...notices]) })].join('');
  } catch (error) {
    // What was done before is written first.
    const done = stream.records();
    if (done.length > 0) yield written(done);
    throw error;
  }
}
