import type { InputRecord } from './input-record.js';
import { linesOf } from './lines.js';
import { parseJsonRecord } from './parse-json.js';

/** One record a line. */
export function readNdjson(text: string): InputRecord[] {
  return linesOf(text).map(({ line, text: content }) => parseJsonRecord(content, line));
}
