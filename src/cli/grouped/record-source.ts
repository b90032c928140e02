import type { PriorUse } from '../../facts/generated/types.js';
import type { Notice } from '../../findings/notices.js';
import type { InputRecord } from '../input/input-record.js';

/** Some records that follow each other, and how many bytes of the file are read for them. */
export interface RecordBatch {
  readonly records: Iterable<InputRecord>;
  readonly bytes: number;
}

/** The records of a file, a batch at a time. */
export interface RecordSource {
  readonly batches: AsyncIterable<RecordBatch>;
  /** How the file was read, once the batches have ended. */
  readonly notices: () => readonly Notice[];
  /** What the file says was billed before. */
  readonly history?: readonly PriorUse[] | undefined;
}

const AT_ONCE = 200;

/** Batches of what comes one by one. */
export async function* batchesOf(
  records: AsyncIterable<InputRecord>,
  bytesRead: () => number,
): AsyncGenerator<RecordBatch> {
  let batch: InputRecord[] = [];
  let told = 0;
  function next(): RecordBatch {
    const bytes = bytesRead() - told;
    told += bytes;
    const full = { records: batch, bytes };
    batch = [];
    return full;
  }
  for await (const record of records) if (batch.push(record) === AT_ONCE) yield next();
  yield next();
}
