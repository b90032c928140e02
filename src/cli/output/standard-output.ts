import { fstatSync } from 'node:fs';
import { isatty } from 'node:tty';
import { outputError } from '../output-error.js';
import type { Output } from './output.js';
import { writeAll } from './write-all.js';

const WHAT = 'standard output';

/** Standard output, whatever it is. What is written stays, also if it is not the whole report. */
export function standardOutput(): Output {
  return {
    write: isStream(process.stdout.fd) ? toStream : toFile,
    finish: () => Promise.resolve(),
    abandon: () => undefined,
  };
}

function isStream(descriptor: number): boolean {
  const about = fstatSync(descriptor);
  return about.isFIFO() || about.isSocket() || isatty(descriptor);
}

/** Node's own stream takes it for done when only a part of a chunk fits on the disk. */
async function toFile(chunk: string): Promise<boolean> {
  try {
    await writeAll(process.stdout.fd, chunk);
    return true;
  } catch (error) {
    throw outputError(WHAT, error);
  }
}

/** Done when the chunk is handed over. A reader such as `head` ends it quietly. */
function toStream(chunk: string): Promise<boolean> {
  const { stdout } = process;
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
