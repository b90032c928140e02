import { brokenRecord, type InputRecord } from './input-record.js';

/** A record written as JSON. JSON.parse quotes what it was given in its messages, so they are not passed on. */
export function parseJsonRecord(text: string, line: number): InputRecord {
  try {
    return { line, value: JSON.parse(text) as unknown, issues: [] };
  } catch (error) {
    const early = error instanceof Error && endsTooEarly(error.message, text.length);
    const found = early ? 'JSON that ends too early' : 'text that is not valid JSON';
    return brokenRecord(line, `expected one complete JSON object, found ${found}`);
  }
}

export function isJson(text: string): boolean {
  return parseJsonRecord(text, 1).issues.length === 0;
}

function endsTooEarly(message: string, length: number): boolean {
  const position = /at position (\d+)/.exec(message)?.[1];
  return /^(Unexpected end|Unterminated)/.test(message) || Number(position) === length;
}
