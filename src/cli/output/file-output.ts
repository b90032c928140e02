import { randomBytes } from 'node:crypto';
import { closeSync, fchmodSync, fsyncSync, openSync, renameSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { outputError } from '../output-error.js';
import type { Output } from './output.js';
import { targetOf } from './output-target.js';
import { writeAll } from './write-all.js';

/**
 * A file that is replaced when everything is written, and not before. Until then it grows beside it under another name,
 * and nothing of it stays if it is abandoned.
 *
 * @param inputs the files that are read; it may be none of them
 */
export function fileOutput(file: string, inputs: readonly string[]): Output {
  const { path, mode } = targetOf(file, inputs);
  const temporary = join(dirname(path), `.billability-${randomBytes(6).toString('hex')}.tmp`);
  let descriptor: number | undefined;
  let exists = false;

  /** Made when there is something to write, so that before it no signal leaves anything behind. */
  function opened(): number {
    if (descriptor !== undefined) return descriptor;
    descriptor = openSync(temporary, 'wx');
    exists = true;
    process.once('exit', abandon);
    if (mode !== undefined) fchmodSync(descriptor, mode);
    return descriptor;
  }

  function close(): void {
    if (descriptor !== undefined) closeSync(descriptor);
    descriptor = undefined;
  }

  function abandon(): void {
    process.off('exit', abandon);
    close();
    if (exists) unlinkSync(temporary);
    exists = false;
  }

  async function orAbandon(work: () => Promise<void> | void): Promise<void> {
    try {
      await work();
    } catch (error) {
      abandon();
      throw outputError(file, error);
    }
  }

  return {
    async write(chunk) {
      await orAbandon(() => writeAll(opened(), chunk));
      return true;
    },
    finish: () =>
      orAbandon(() => {
        fsyncSync(opened());
        close();
        renameSync(temporary, path);
        exists = false;
        process.off('exit', abandon);
      }),
    abandon,
  };
}
