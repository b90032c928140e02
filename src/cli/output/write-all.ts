import { fstatSync, ftruncateSync, write } from 'node:fs';
import { promisify } from 'node:util';
import type { Chunk } from './output.js';

const writeSome = promisify(write);

/** Writes all of a chunk to an open file. What cannot be written whole is taken back, so that no record is torn. */
export async function writeAll(descriptor: number, chunk: Chunk): Promise<void> {
  const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  const before = fstatSync(descriptor);
  let written = 0;
  try {
    // A full disk takes a part, without an error.
    while (written < bytes.length) {
      written += (await writeSome(descriptor, bytes, written)).bytesWritten;
    }
  } catch (error) {
    // Where somebody else wrote to the file too, its end is not ours to take back.
    const isOurs = before.isFile() && fstatSync(descriptor).size === before.size + written;
    if (isOurs && written > 0) ftruncateSync(descriptor, before.size);
    throw error;
  }
}
