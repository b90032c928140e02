import { constants, isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { STANDARD_INPUT } from '../../reports/records.js';
import type { Io } from '../io.js';
import { UsageError } from '../usage-error.js';
import { createLineLimit } from './line-limit.js';
import { adviceOnOtherFile } from './other-file.js';
import { tellFormat } from './tell-format.js';
import { unreadLine } from './unread-line.js';

const PIECE = 256 * 1024;

/**
 * The text of a file: UTF-8, without byte order mark, every line ended by a line feed. For a line that is not read, see
 * `unreadIn`.
 */
export async function readSource(file: string, io: Io): Promise<string> {
  const text = textOf(await readBytes(file, io), file);
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function textOf(bytes: Buffer, file: string): string {
  if (isUtf8(bytes)) return decoded(bytes);
  // A line of JSON is a record of its own. Of a table it is likely that all of it was saved so.
  if (tellFormat(decoded(bytes)) === 'ndjson') return decoded(withoutBrokenLines(bytes));
  throw new UsageError([`${file}: is not UTF-8 text; save it as UTF-8 (in Excel: "CSV UTF-8")`]);
}

function decoded(bytes: Buffer): string {
  return new TextDecoder().decode(bytes);
}

function withoutBrokenLines(bytes: Buffer): Buffer {
  const lines = bytes.toString('latin1').split(/\r\n?|\n/);
  return Buffer.from(
    lines
      .map((line) => (isUtf8(Buffer.from(line, 'latin1')) ? line : unreadLine('notUtf8', line)))
      .join('\n'),
    'latin1',
  );
}

async function readBytes(file: string, { stdin }: Io): Promise<Buffer> {
  const lines = createLineLimit();
  const input = file === STANDARD_INPUT ? stdin : createReadStream(file, { highWaterMark: PIECE });
  let isFirst = true;
  try {
    for await (const piece of input as AsyncIterable<Buffer>) {
      if (isFirst) refuseOtherFile(piece, file);
      isFirst = false;
      lines.push(piece);
      if (lines.size() > constants.MAX_STRING_LENGTH) throw new UsageError([`${file}: ${TOO_LARGE}`]);
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError([`${file}: ${reasonFor(error)}`]);
  }
  return lines.end();
}

const TOO_LARGE =
  'is too large to be checked at once; check parts of it, or sort it by member.id, one session a line, and use --grouped';

/** Throws if the first bytes of a file are not those of a text. */
export function refuseOtherFile(firstBytes: Buffer, file: string): void {
  const advice = adviceOnOtherFile(firstBytes);
  if (advice !== undefined) throw new UsageError([`${file}: ${advice}`]);
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'may not be read',
  EISDIR: 'is a folder',
  ENOENT: 'no such file',
  ENOTDIR: 'no such file',
};

export function reasonFor(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
  return reasons[code] ?? `cannot be read (${code})`;
}
