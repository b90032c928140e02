import { fstatSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { isatty } from 'node:tty';
import type { Io } from '../io.js';
import { OutputError, outputError } from '../output-error.js';
import { UsageError } from '../usage-error.js';
import type { Chunk, Output } from './output.js';
import { writeAll } from './write-all.js';

const WHAT = 'standard output';

/** Standard output, whatever it is. What is written stays, also if it is not the whole report. */
export function standardOutput({ stdout }: Io): Output {
  const { fd } = stdout;
  return {
    write: fd === undefined || isStream(fd) ? toStream(stdout) : toFile(fd),
    finish: () => Promise.resolve(),
    abandon: () => undefined,
  };
}

/** A workbook goes to a file or a pipe. */
export function refuseTerminal(output: string | undefined, example: string, { stdout }: Io): void {
  if (output === undefined && stdout.isTTY === true)
    throw new UsageError([`a workbook is no text for a terminal; name a file: --output ${example}`]);
}

function isStream(descriptor: number): boolean {
  const about = fstatSync(descriptor);
  return about.isFIFO() || about.isSocket() || isatty(descriptor);
}

/** Node's own stream takes it for done when only a part of a chunk fits on the disk. */
function toFile(descriptor: number): Output['write'] {
  return async (chunk) => {
    try {
      await writeAll(descriptor, chunk);
      return true;
    } catch (error) {
      throw outputError(WHAT, error);
    }
  };
}

/**
 * Done when the chunk is handed over. A reader such as `head` ends it quietly; one that was never there is told, which
 * its first character shows.
 */
function toStream(stdout: Writable): Output['write'] {
  let isBegun = false;
  return async (chunk) => {
    if (isBegun || chunk.length === 0) return hand(stdout, chunk);
    if (!(await hand(stdout, chunk.slice(0, 1)))) throw new OutputError(`${WHAT}: is closed`);
    isBegun = true;
    return hand(stdout, chunk.slice(1));
  };
}

/** False where nobody reads it any more. */
function hand(stdout: Writable, chunk: Chunk): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: unknown) => {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED') resolve(false);
      else reject(outputError(WHAT, error));
    };
    // The error also comes as an event, which would end the process if nobody listened.
    stdout.once('error', onError);
    stdout.write(chunk, (error) => {
      if (error) {
        onError(error);
        return;
      }
      stdout.off('error', onError);
      resolve(true);
    });
  });
}
