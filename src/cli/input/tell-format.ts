import { firstLinesOf } from './lines.js';
import { isJson } from './parse-json.js';

/** A file may begin with some records that are broken. */
const LOOKED_AT = 20;

export type InputFormat = 'empty' | 'csv' | 'ndjson' | 'json-array' | 'json-objects';

/** Tells the format from the content, broken content included. */
export function tellFormat(text: string): InputFormat {
  const [first, second, ...more] = firstLinesOf(text, LOOKED_AT);
  if (first === undefined) return 'empty';
  if (first.trimStart().startsWith('[')) {
    // Between two elements of a list is a comma: a whole object without one is a record after a line that is none.
    const isRecord = second?.startsWith('{') === true && isJson(second);
    return isRecord && !isJson(text) ? 'ndjson' : 'json-array';
  }
  // No row of a CSV file starts like this, so the first lines are broken records.
  if (!first.trimStart().startsWith('{')) {
    const isAmong =
      second?.startsWith('{') === true || more.some((line) => line.startsWith('{') && isJson(line));
    return isAmong ? 'ndjson' : 'csv';
  }
  if (second === undefined || isJson(first)) return 'ndjson';
  if (isJson(text)) return 'json-objects';
  // An object printed over several lines goes on with a key, so a second brace is the next record.
  return second.startsWith('{') ? 'ndjson' : 'json-objects';
}
