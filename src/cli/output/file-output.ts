import {
  closeSync,
  existsSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { Io } from '../io.js';
import { OutputError, outputError } from '../output-error.js';
import type { Output } from './output.js';
import { targetOf } from './output-target.js';
import { removeLeftovers, temporaryNameFor } from './temporary-file.js';
import { writeAll } from './write-all.js';

/**
 * A file that is replaced when everything is written, and not before. Until then it grows beside it under another name,
 * and nothing of it stays if it is abandoned.
 *
 * @param inputs the files that are read; it may be none of them
 * @param option which names it
 */
export function fileOutput(file: string, inputs: readonly string[], io: Io, option = '--output'): Output {
  const { path, about } = targetOf(file, inputs, io, option);
  const temporary = temporaryNameFor(path);
  let descriptor: number | undefined;
  let exists = false;

  /** Made when there is something to write, so that before it no signal leaves anything behind. */
  function opened(): number {
    if (descriptor !== undefined) return descriptor;
    removeLeftovers(dirname(path));
    descriptor = openSync(temporary, 'wx');
    exists = true;
    process.once('exit', abandon);
    if (about !== undefined) {
      const { uid, gid, mode } = about;
      const own = fstatSync(descriptor);
      if (own.uid !== uid || own.gid !== gid) fchownSync(descriptor, uid, gid);
      fchmodSync(descriptor, mode & 0o7777);
    }
    return descriptor;
  }

  function close(): void {
    if (descriptor !== undefined) closeSync(descriptor);
    descriptor = undefined;
  }

  function abandon(): void {
    process.off('exit', abandon);
    close();
    if (exists) rmSync(temporary, { force: true });
    exists = false;
  }

  async function orAbandon(work: () => Promise<void> | void): Promise<void> {
    try {
      await work();
    } catch (error) {
      abandon();
      throw error instanceof OutputError ? error : outputError(file, error);
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
        replace(temporary, path, file);
        exists = false;
        process.off('exit', abandon);
      }),
    abandon,
  };
}

function replace(temporary: string, path: string, file: string): void {
  if (!existsSync(temporary))
    throw new OutputError(`${file}: is not written: the file beside it, in which it grew, is gone`);
  renameSync(temporary, path);
}
