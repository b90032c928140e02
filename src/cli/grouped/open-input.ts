import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { STANDARD_INPUT } from '../../reports/records.js';
import { reasonFor } from '../input/read-source.js';
import type { Io } from '../io.js';
import { UsageError } from '../usage-error.js';

/** A file that is read piece by piece. */
export interface OpenInput {
  readonly pieces: AsyncGenerator<Buffer>;
  /** Ends the pieces, those that are waited for too. */
  readonly stop: () => void;
  /** Left out where nobody knows, as of standard input. */
  readonly bytes?: number;
}

const PIECE = 256 * 1024;

export async function openInput(file: string, { stdin }: Io): Promise<OpenInput> {
  if (file === STANDARD_INPUT) return inputOf(stdin, file);
  try {
    const about = await stat(file);
    const input = inputOf(createReadStream(file, { highWaterMark: PIECE }), file);
    return about.isFile() ? { ...input, bytes: about.size } : input;
  } catch (error) {
    throw new UsageError([`${file}: ${reasonFor(error)}`]);
  }
}

function inputOf(stream: Readable, file: string): OpenInput {
  let stopped = false;
  async function* pieces(): AsyncGenerator<Buffer> {
    try {
      for await (const piece of stream) yield piece as Buffer;
    } catch (error) {
      if (!stopped) throw new UsageError([`${file}: ${reasonFor(error)}`]);
    }
  }
  return {
    pieces: pieces(),
    stop() {
      stopped = true;
      stream.destroy();
    },
  };
}
