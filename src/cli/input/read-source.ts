import { constants, isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { STANDARD_INPUT } from '../../reports/records.js';
import type { Io } from '../io.js';
import { UsageError } from '../usage-error.js';
import { kindOf, type FileKind } from './file-kind.js';
import { createLineLimit } from './line-limit.js';
import { tellFormat } from './tell-format.js';
import { unreadLine } from './unread-line.js';

const PIECE = 256 * 1024;

/** All of a file. */
export interface Source {
  readonly file: string;
  readonly kind: FileKind;
  /** Of text, lines that are too long are left out: see `unreadIn`. */
  readonly bytes: Buffer;
}

/** @throws UsageError if a file cannot be read, or is of a kind of which nothing is read. */
export async function readSource(file: string, { stdin }: Io): Promise<Source> {
  const input = file === STANDARD_INPUT ? stdin : createReadStream(file, { highWaterMark: PIECE });
  let kind: FileKind | undefined;
  let kept = createLineLimit();
  try {
    for await (const piece of input as AsyncIterable<Buffer>) {
      kind ??= knownKind(piece, file);
      if (kind !== 'text' && kept.size() === 0) kept = keepsAll();
      kept.push(piece);
      if (kept.size() > constants.MAX_STRING_LENGTH) throw new UsageError([`${file}: ${TOO_LARGE}`]);
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError([`${file}: ${reasonFor(error)}`]);
  }
  return { file, kind: kind ?? 'text', bytes: kept.end() };
}

function keepsAll(): ReturnType<typeof createLineLimit> {
  const pieces: Buffer[] = [];
  let size = 0;
  return {
    push(piece) {
      pieces.push(piece);
      size += piece.length;
    },
    size: () => size,
    end: () => Buffer.concat(pieces),
  };
}

/** @throws UsageError if nothing is read of files of a kind. */
export function knownKind(firstBytes: Buffer, file: string): FileKind {
  const kind = kindOf(firstBytes);
  if (typeof kind === 'object') throw new UsageError([`${file}: ${kind.advice}`]);
  return kind;
}

/** The text of a file of JSON. @throws UsageError if it is another kind of file. */
export async function readText(file: string, io: Io): Promise<string> {
  const source = await readSource(file, io);
  if (source.kind !== 'text')
    throw new UsageError([`${file}: expected JSON in UTF-8, found another kind of file`]);
  return textOf(source);
}

/**
 * The text of a file of JSON or CSV: without byte order mark, every line ended by a line feed. For a line that is not
 * read, see `unreadIn`.
 */
export function textOf({ bytes }: Source): string {
  const text = decoded(isUtf8(bytes) ? bytes : withoutBrokenLines(bytes));
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Whether the bytes are a table, which may be in another encoding than UTF-8. */
export function isTable({ bytes, kind }: Source): boolean {
  if (kind === 'utf-16') return true;
  return kind === 'text' && tellFormat(decoded(bytes).replace(/\r\n?/g, '\n')) === 'csv';
}

/** Whether there is nothing but blanks. */
export function isBlank({ bytes, kind }: Source): boolean {
  return kind === 'text' && decoded(bytes).trim() === '';
}

function decoded(bytes: Buffer): string {
  return new TextDecoder().decode(bytes);
}

/** A line of JSON is a record of its own. */
function withoutBrokenLines(bytes: Buffer): Buffer {
  const lines = bytes.toString('latin1').split(/\r\n?|\n/);
  return Buffer.from(
    lines
      .map((line) => (isUtf8(Buffer.from(line, 'latin1')) ? line : unreadLine('notUtf8', line)))
      .join('\n'),
    'latin1',
  );
}

const TOO_LARGE =
  'is too large to be checked at once; check parts of it, or sort it by member.id and use --grouped';

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
