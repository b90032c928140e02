import { csv } from './csv.js';
import type { Format } from './format.js';
import { json } from './json.js';
import { ndjson } from './ndjson.js';
import { text } from './text.js';

/**
 * All formats, in the order in which the command lists them.
 *
 * @example
 * formats.map(({ name }) => name); // [ 'text', 'json', 'ndjson', 'csv' ]
 */
export const formats: readonly Format[] = [text, json, ndjson, csv];

export { csv, json, ndjson, text };
export { formatFinding, formatResult } from './format-result.js';
export { reportOf } from './format.js';
export { withEntries } from './records.js';

export type { ReportOptions, BatchReportOptions, Format, Report, Style } from './format.js';
export type { CheckedRecord, Place, RecordStream, Sums } from './records.js';
