import { constants } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { STANDARD_INPUT } from '../../reports/records.js';
import type { Io } from '../io.js';
import { UsageError } from '../usage-error.js';
import { reasonFor } from './read-source.js';

/** The text of a file that the command itself has written, or that has no records: its lines may be of any length. */
export async function wholeText(file: string, { stdin }: Io): Promise<string> {
  const input = file === STANDARD_INPUT ? stdin : createReadStream(file);
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of input as AsyncIterable<Buffer>) {
      pieces.push(piece);
      size += piece.length;
      if (size > constants.MAX_STRING_LENGTH)
        throw new UsageError([`${file}: is too large to be read at once`]);
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError([`${file}: ${reasonFor(error)}`]);
  }
  return Buffer.concat(pieces).toString('utf8');
}
