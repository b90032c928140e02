import { brokenRecord, type InputRecord, type Problem } from './input-record.js';
import { lineCounter, type LineOfOffset } from './lines.js';
import { endsEarly, parseJsonRecord } from './parse-json.js';
import { LONGEST_RECORD } from './unread-line.js';

const closers: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

const notClosed: Problem = { code: 'not-json', message: 'expected "]" at the end of the list' };
const notTheEnd: Problem = { code: 'not-json', message: 'expected nothing after the list' };

/** Each element of a JSON list is a record. One that is broken does not take the others with it. */
export function readJsonArray(text: string): InputRecord[] {
  const records: InputRecord[] = [];
  const lineAt = lineCounter(text);
  const nextElementLine = elementLines(text);
  let at = skipSpace(text, text.indexOf('[') + 1);
  let wantsElement = text[at] !== ']';
  // Once an element was never closed, the next ones are looked for line by line and not to the end of the text again.
  let isUnclosed = false;
  while (wantsElement) {
    const on = lineAt(at);
    const next = nextElementLine(at, on);
    const limit = isUnclosed ? next : text.length;
    let end = endOfElement(text, at, limit);
    const record = readElement(text, at, end, on.line);
    isUnclosed ||= end === text.length;
    // A broken element may swallow those after it.
    if (!isWhole(record)) end = Math.min(end, next);
    records.push(record);
    wantsElement = text[end] === ',' || (text[end] !== ']' && end < text.length);
    at = wantsElement ? skipSpace(text, text[end] === ',' ? end + 1 : end) : end;
  }
  if (text[at] !== ']') {
    // A broken last element says so itself.
    const last = records.at(-1);
    return last === undefined || isWhole(last)
      ? [...records, brokenRecord(lineAt(at).line, notClosed)]
      : records;
  }
  const after = skipSpace(text, at + 1);
  if (after < text.length) records.push(brokenRecord(lineAt(after).line, notTheEnd));
  return records;
}

function isWhole(record: InputRecord): boolean {
  return 'value' in record;
}

function readElement(text: string, start: number, end: number, line: number): InputRecord {
  const isUnclosed = end === text.length;
  return isUnclosed && end - start > LONGEST_RECORD
    ? brokenRecord(line, endsEarly)
    : parseJsonRecord(text.slice(start, end), line);
}

/** Offset of the comma or bracket that ends the element; the limit if nothing before it does. */
function endOfElement(text: string, start: number, limit: number): number {
  const open: string[] = [];
  for (let at = start; at < limit; at++) {
    const character = text.charAt(at);
    const closer = closers[character];
    if (character === '"') at = endOfString(text, at);
    else if (closer !== undefined) open.push(closer);
    else if (open.length === 0 && (character === ',' || character === ']')) return at;
    else if (character === open.at(-1)) open.pop();
  }
  return limit;
}

/** Offset of the closing quote. No string of JSON goes beyond its line, so an open one ends there. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"' && text[at] !== '\n') at += text[at] === '\\' ? 2 : 1;
  return at;
}

/**
 * Finds the line on which the element after another one starts, if each starts a line: the next line with a brace that is
 * indented as this one is. Gives the end of the text if there is none. To be asked for offsets that only grow.
 */
function elementLines(text: string): (start: number, on: LineOfOffset) => number {
  const found = new Map<string, number>();
  return (start, on) => {
    const indent = text.slice(on.start, start);
    if (indent.trim() !== '') return text.length;
    let next = found.get(indent) ?? -1;
    if (next <= start) {
      const newline = text.indexOf(`\n${indent}{`, start);
      next = newline === -1 ? text.length : newline + 1;
      found.set(indent, next);
    }
    return next;
  };
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charAt(at).trim() === '') at++;
  return at;
}
