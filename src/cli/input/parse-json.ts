import { brokenRecord, type InputRecord, type Problem } from './input-record.js';
import { repeatedKeys } from '../../adapters/repeated-keys.js';
import { LONGEST_RECORD, unreadIn, unreadLines } from './unread-line.js';

/** A record written as JSON. JSON.parse quotes what it was given in its messages, so they are not passed on. */
export function parseJsonRecord(text: string, line: number): InputRecord {
  if (text.length > LONGEST_RECORD) return brokenRecord(line, unreadLines.tooLong);
  try {
    const value: unknown = JSON.parse(text);
    return { line, value, issues: repeatedKeys(text, value) };
  } catch (error) {
    const early = error instanceof Error && endsTooEarly(error.message, text.length);
    return brokenRecord(line, unreadIn(text) ?? (early ? endsEarly : notJson));
  }
}

export const endsEarly: Problem = {
  code: 'not-json',
  message: 'expected one complete JSON object, found JSON that ends too early',
};
const notJson: Problem = {
  code: 'not-json',
  message: 'expected one complete JSON object, found text that is not valid JSON',
};

export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function endsTooEarly(message: string, length: number): boolean {
  const position = /at position (\d+)/.exec(message)?.[1];
  return /^(Unexpected end|Unterminated)/.test(message) || Number(position) === length;
}
