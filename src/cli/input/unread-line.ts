import type { Problem } from './input-record.js';

/** No record is nearly as long: a claim of 50 lines has about 60,000 bytes. */
export const LONGEST_RECORD = 1024 * 1024;

/** Why a line is not read. */
export const unreadLines = {
  tooLong: { code: 'too-large', message: 'expected a record of at most 1 MiB, found a longer one' },
  notUtf8: { code: 'not-utf-8', message: 'expected UTF-8 text' },
} as const satisfies Record<string, Problem>;

type Reason = keyof typeof unreadLines;

/** Neither JSON nor CSV holds this character, so that no line of a record looks like one that is not read. */
const MARK = '\0';
const marked = new RegExp(`${MARK}(${Object.keys(unreadLines).join('|')})(?=\n|$)`);

/** What stands in a text for a line that is not read. It opens as the line does, by which the format is told. */
export function unreadLine(reason: Reason, line: string): string {
  const opensObject = line.trimStart().startsWith('{');
  return `${opensObject ? '{' : ''}${MARK}${reason}`;
}

/** Why a line of the text is not read; nothing where all of them are. */
export function unreadIn(text: string): Problem | undefined {
  if (!text.includes(MARK)) return undefined;
  const reason = marked.exec(text)?.[1];
  return reason === undefined ? undefined : unreadLines[reason as Reason];
}
