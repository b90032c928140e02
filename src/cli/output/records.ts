import type { CheckedBatch, CheckedRecord } from '../checked-batch.js';

/** One line of JSON for each record. */
export function* ndjsonReport({ records }: CheckedBatch): Generator<string> {
  for (const record of records) yield `${JSON.stringify(outputRecord(record))}\n`;
}

/** One JSON document, written piece by piece: a long batch is more than one text can hold. */
export function* jsonReport({ records, totals, notices }: CheckedBatch): Generator<string> {
  yield '{\n  "results": [';
  for (const [index, record] of records.entries()) {
    yield `${index === 0 ? '' : ','}\n    ${indented(outputRecord(record), 4)}`;
  }
  yield records.length === 0 ? '],\n' : '\n  ],\n';
  yield `  "totals": ${indented(totals, 2)},\n  "notices": ${indented(notices, 2)}\n}\n`;
}

function outputRecord({ file, line, result }: CheckedRecord): object {
  return { file, line, ...result };
}

function indented(value: unknown, by: number): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${' '.repeat(by)}`);
}
