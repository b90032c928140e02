import { readFile } from 'node:fs/promises';
import { UsageError } from '../usage-error.js';

/** How standard input is named among the files. */
export const STANDARD_INPUT = '-';

/** The text of a file: UTF-8, without byte order mark, every line ended by a line feed. */
export async function readSource(file: string): Promise<string> {
  const bytes = await readBytes(file);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  } catch {
    throw new UsageError([`${file}: is not UTF-8 text; save it as UTF-8 (in Excel: "CSV UTF-8")`]);
  }
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    if (file !== STANDARD_INPUT) return await readFile(file);
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  } catch (error) {
    throw new UsageError([`${file}: ${reasonFor(error)}`]);
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'may not be read',
  EISDIR: 'is a folder',
  ENOENT: 'no such file',
  ENOTDIR: 'no such file',
  ERR_FS_FILE_TOO_LARGE: 'is too large to be read at once',
};

export function reasonFor(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
  return reasons[code] ?? `cannot be read (${code})`;
}
