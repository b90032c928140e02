import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UsageError } from '../usage-error.js';

const CHUNK_LENGTH = 65_536;

/**
 * Writes everything, no faster than it is read. A reader that has seen enough, such as `head`, ends it quietly. Pieces that
 * are waited for are written as they come; of the others, small ones are put together.
 */
export async function writeOut(
  pieces: Iterable<string> | AsyncIterable<string>,
  to: NodeJS.WriteStream,
): Promise<void> {
  // An error of the stream reaches `pipeline`; without a listener of its own it would end the process as well.
  to.on('error', () => undefined);
  try {
    const chunks = Symbol.asyncIterator in pieces ? pieces : inChunks(pieces);
    await pipeline(Readable.from(chunks), to, { end: false });
  } catch (error) {
    ignoreClosedPipe(error);
  }
}

function* inChunks(pieces: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK_LENGTH) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

function ignoreClosedPipe(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EPIPE' || code === 'ERR_STREAM_PREMATURE_CLOSE') return;
  if (typeof code !== 'string') throw error;
  throw new UsageError([`the output cannot be written (${code})`]);
}
