import type { InputRecord } from './input-record.js';
import { lineCounter } from './lines.js';
import { isJson, parseJsonRecord } from './parse-json.js';

/** One object printed over several lines, or several, one after the other, each starting a line. */
export function readJsonObjects(text: string): InputRecord[] {
  const lineAt = lineCounter(text);
  const starts = isJson(text) ? [text.search(/\S/)] : startsOfObjects(text);
  return starts.map((start, index) =>
    parseJsonRecord(text.slice(start, starts[index + 1]), lineAt(start).line),
  );
}

function startsOfObjects(text: string): number[] {
  const first = text.search(/\S/);
  const later = [...text.matchAll(/\n\{/g)].map(({ index }) => index + 1);
  return [first, ...later.filter((start) => start > first)];
}
