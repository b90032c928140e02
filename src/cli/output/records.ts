import type { Finding } from '../../index.js';
import type { CheckedBatch } from '../checked-batch.js';
import type { CheckedRecord, PlaceOf } from '../checked-record.js';
import { otherOf } from '../findings-of.js';

/** One line of JSON for each record. */
export function* ndjsonReport({ records }: Pick<CheckedBatch, 'records'>): Generator<string> {
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

function outputRecord({ file, line, result, placeOf }: CheckedRecord): object {
  if (result.kind === 'invalid') return { file, line, ...result };
  if (result.kind === 'session')
    return { file, line, ...result, findings: located(result.findings, placeOf) };
  return {
    file,
    line,
    ...result,
    lines: result.lines.map((one) => ({ ...one, findings: located(one.findings, placeOf) })),
  };
}

/** Findings about another entry say in which file and line it stands. */
function located(findings: readonly Finding[], placeOf: PlaceOf): readonly object[] {
  return findings.map((finding) => {
    const other = otherOf(finding);
    const place = other === null ? undefined : placeOf(other);
    return place === undefined ? finding : { ...finding, otherFile: place.file, otherLine: place.line };
  });
}

function indented(value: unknown, by: number): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${' '.repeat(by)}`);
}
