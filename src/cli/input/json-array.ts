import { brokenRecord, type InputRecord } from './input-record.js';
import { lineCounter } from './lines.js';
import { parseJsonRecord } from './parse-json.js';

const closers: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/** Each element of a JSON list is a record. One that is broken does not take the others with it. */
export function readJsonArray(text: string): InputRecord[] {
  const records: InputRecord[] = [];
  const lineAt = lineCounter(text);
  let at = skipSpace(text, text.indexOf('[') + 1);
  let wantsElement = text[at] !== ']';
  // Once an element was never closed, the next ones are looked for line by line and not to the end of the text again.
  let isUnclosed = false;
  while (wantsElement) {
    const limit = isUnclosed ? nextElementLine(text, at, text.length) : -1;
    const { record, end, swallowed } = readElement(text, at, limit === -1 ? text.length : limit, lineAt(at));
    isUnclosed ||= swallowed;
    records.push(record);
    wantsElement = text[end] === ',' || (text[end] !== ']' && end < text.length);
    at = wantsElement ? skipSpace(text, text[end] === ',' ? end + 1 : end) : end;
  }
  if (text[at] !== ']') {
    // A broken last element says so itself.
    const lastIsWhole = records.at(-1)?.issues.length === 0;
    return lastIsWhole
      ? [...records, brokenRecord(lineAt(at), 'expected "]" at the end of the list')]
      : records;
  }
  const after = skipSpace(text, at + 1);
  if (after < text.length) records.push(brokenRecord(lineAt(after), 'expected nothing after the list'));
  return records;
}

/** `swallowed`: the element is never closed, so that looking for its end went through all the others. */
function readElement(
  text: string,
  start: number,
  limit: number,
  line: number,
): { record: InputRecord; end: number; swallowed: boolean } {
  const end = endOfElement(text, start, limit);
  const record = parseJsonRecord(text.slice(start, end), line);
  const next = record.issues.length === 0 ? -1 : nextElementLine(text, start, end);
  return { record, end: next === -1 ? end : next, swallowed: end === text.length };
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

/** A broken element may swallow those after it; the next line that is indented as it is begins the next element. */
function nextElementLine(text: string, start: number, end: number): number {
  const indent = text.slice(text.lastIndexOf('\n', start) + 1, start);
  if (indent.trim() !== '') return -1;
  const next = text.indexOf(`\n${indent}{`, start);
  return next === -1 || next >= end ? -1 : next + 1;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charAt(at).trim() === '') at++;
  return at;
}
