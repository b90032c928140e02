import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Interrupt } from '../interrupt.js';
import type { Chunk, Output } from './output.js';

const CHUNK_LENGTH = 65_536;

/** What a report is made of. */
type Pieces = Iterable<Chunk | Promise<Chunk>> | AsyncIterable<Chunk>;

/** How the writing of a report ended: all of it written, its reader gone, or the command told to end. */
export type Ending = 'whole' | 'closed' | 'interrupted';

/**
 * Writes a report, no faster than it is read. Pieces that are waited for are written as they come; of the others, small
 * ones are put together. Each piece is written whole or not at all.
 */
export async function writeOut(pieces: Pieces, output: Output, interrupt?: Interrupt): Promise<Ending> {
  try {
    const ending = await writePieces(pieces, output, interrupt);
    if (ending === 'whole') await output.finish();
    else output.abandon();
    return ending;
  } catch (error) {
    output.abandon();
    throw error;
  }
}

async function writePieces(
  pieces: Pieces,
  output: Output,
  interrupt: Interrupt | undefined,
): Promise<Ending> {
  for await (const chunk of Symbol.asyncIterator in pieces ? pieces : inChunks(pieces)) {
    if (!(await output.write(chunk))) return 'closed';
    // Signals are heard between two turns.
    await nextTurn();
    if (interrupt?.status() !== undefined) break;
  }
  return interrupt?.status() === undefined ? 'whole' : 'interrupted';
}

function* inChunks(pieces: Iterable<Chunk | Promise<Chunk>>): Generator<Chunk | Promise<Chunk>> {
  let chunk = '';
  for (const piece of pieces) {
    const isText = typeof piece === 'string';
    if (isText) chunk += piece;
    if (chunk !== '' && (!isText || chunk.length >= CHUNK_LENGTH)) {
      yield chunk;
      chunk = '';
    }
    if (!isText) yield piece;
  }
  if (chunk !== '') yield chunk;
}
