import type { InputJoin } from '../input/joins.js';
import { joined } from '../input/read-files.js';
import type { Asked } from '../input/asked.js';
import { UsageError } from '../usage-error.js';
import { createLineSplitter } from './line-splitter.js';
import { recordOf } from './member-stream.js';
import type { OpenInput } from './open-input.js';
import type { RecordBatch, RecordSource } from './record-source.js';

/** @throws UsageError where a file of its kind cannot be read piece by piece. */
export async function openRecords(
  input: OpenInput,
  file: string,
  asked: Asked,
  join: InputJoin | undefined,
  firstLine: number,
): Promise<RecordSource> {
  const source = await sourceOf(input, file, asked, firstLine);
  const notices = () => [...asked.notices, ...source.notices(), ...(join?.notices() ?? [])];
  if (join === undefined) return { ...source, notices };
  async function* withFacts(): AsyncGenerator<RecordBatch> {
    for await (const { records, bytes } of source.batches)
      yield { records: mapped(records, (record) => joined(record, join, file)), bytes };
  }
  return { ...source, batches: withFacts(), notices };
}

async function sourceOf(
  input: OpenInput,
  file: string,
  asked: Asked,
  firstLine: number,
): Promise<RecordSource> {
  switch (input.kind) {
    case 'ndjson':
      return { batches: lineBatches(input.pieces, firstLine), notices: () => [] };
    case 'workbook':
      throw new UsageError([
        `${file}: is a workbook, which is read whole; save it as CSV to read it with --grouped`,
      ]);
    case 'x12':
      return (await import('./streamed-files.js')).x12Records(input, file, asked);
    case 'fhir':
      return (await import('./streamed-files.js')).fhirRecords(input, file, asked);
    default:
      return (await import('./streamed-files.js')).tableRecords(input, file, asked);
  }
}

/** Lines of JSON, a record each. */
export async function* lineBatches(
  pieces: AsyncIterable<Buffer>,
  firstLine = 1,
): AsyncGenerator<RecordBatch> {
  const splitter = createLineSplitter({ firstLine });
  for await (const piece of pieces)
    yield { records: mapped(splitter.push(piece), recordOf), bytes: piece.length };
  yield { records: mapped(splitter.end(), recordOf), bytes: 0 };
}

function* mapped<From, To>(items: Iterable<From>, change: (item: From) => To): Generator<To> {
  for (const item of items) yield change(item);
}
