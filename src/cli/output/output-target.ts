import { accessSync, constants, fstatSync, realpathSync, statSync, type Stats } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { STANDARD_INPUT } from '../../reports/records.js';
import type { Io } from '../io.js';
import { OutputError, outputError } from '../output-error.js';
import { UsageError } from '../usage-error.js';

/** The file that a report becomes. */
export interface OutputTarget {
  /** Where it really is, if its name is a link. */
  readonly path: string;
  /** Whose it is and what it lets whom do, if it is there already. */
  readonly about?: Stats;
}

/** Whether a file can be written is told before anything is checked. Throws OutputError, or UsageError if it is an input. */
export function targetOf(file: string, inputs: readonly string[], io: Io, option = '--output'): OutputTarget {
  const target = writable(file);
  if (inputs.some((input) => isSame(aboutOf(input, io), target.about))) {
    throw new UsageError([`${file}: is read by the command, and ${option} would replace it`]);
  }
  if (target.about !== undefined) refuseWhatWouldBeLost(file, target.about);
  return target;
}

function writable(file: string): OutputTarget {
  try {
    const target = existing(file) ?? { path: resolve(file) };
    accessSync(dirname(target.path), constants.W_OK);
    if (target.about !== undefined) accessSync(target.path, constants.W_OK);
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
  return { path: realpathSync(file), about };
}

/** A new file takes the place of the old one, and has to be the same to everybody. */
function refuseWhatWouldBeLost(file: string, { nlink, uid, gid }: Stats): void {
  if (nlink > 1)
    throw new OutputError(
      `${file}: has other names (hard links), which would keep the old report; write to it with ">"`,
    );
  const me = process.geteuid?.();
  const isMine = me === undefined || me === 0 || (uid === me && isGroupOfMine(gid));
  if (!isMine)
    throw new OutputError(`${file}: belongs to somebody else, which would be lost; write to it with ">"`);
}

function isGroupOfMine(gid: number): boolean {
  return process.getegid?.() === gid || process.getgroups?.().includes(gid) === true;
}

/** Of what is open under whichever name. */
function aboutOf(input: string, { stdin }: Io): Stats | undefined {
  try {
    if (input !== STANDARD_INPUT) return statSync(input);
    return stdin.fd === undefined ? undefined : fstatSync(stdin.fd);
  } catch {
    return undefined;
  }
}

function isSame(one: Stats | undefined, other: Stats | undefined): boolean {
  return one !== undefined && one.dev === other?.dev && one.ino === other.ino;
}
