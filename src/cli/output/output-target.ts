import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { OutputError, outputError } from '../output-error.js';
import { UsageError } from '../usage-error.js';

/** The file that a report becomes. */
export interface OutputTarget {
  /** Where it really is, if its name is a link. */
  readonly path: string;
  /** What it lets whom do, if it is there already. */
  readonly mode?: number;
}

/** Whether a file can be written is told before anything is checked. Throws OutputError, or UsageError if it is an input. */
export function targetOf(file: string, inputs: readonly string[]): OutputTarget {
  const target = writable(file);
  if (inputs.some((input) => realPathOf(input) === target.path)) {
    throw new UsageError([`${file}: is read by the check, which --output would replace`]);
  }
  return target;
}

function writable(file: string): OutputTarget {
  try {
    const target = existing(file) ?? { path: resolve(file) };
    accessSync(dirname(target.path), constants.W_OK);
    if ('mode' in target) accessSync(target.path, constants.W_OK);
    return target;
  } catch (error) {
    throw error instanceof OutputError ? error : outputError(file, error);
  }
}

function existing(file: string): OutputTarget | undefined {
  const about = statSync(file, { throwIfNoEntry: false });
  if (about === undefined) return undefined;
  if (about.isDirectory()) throw new OutputError(`${file}: is a folder`);
  if (!about.isFile())
    throw new OutputError(`${file}: is no file that can be replaced; write to it with ">"`);
  return { path: realpathSync(file), mode: about.mode & 0o777 };
}

function realPathOf(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    return undefined;
  }
}
