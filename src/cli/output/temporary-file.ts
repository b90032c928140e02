import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';

const host = hostname()
  .replace(/[^A-Za-z0-9]/g, '')
  .slice(0, 32);

/** Beside a file, the name under which it grows: of which machine and process it is, and since when that one runs. */
export function temporaryNameFor(path: string): string {
  const parts = [host, process.pid, startOf(process.pid) ?? 0, randomBytes(6).toString('hex')];
  return join(dirname(path), `.billability-${parts.join('-')}.tmp`);
}

const NAME = /^\.billability-([A-Za-z0-9]*)-([0-9]{1,10})-([0-9]{1,20})-[0-9a-f]{12}\.tmp$/;

/** Removes what processes of this machine left in a folder that were ended before they could. */
export function removeLeftovers(folder: string): void {
  for (const name of namesIn(folder)) {
    const [, machine, pid, start] = NAME.exec(name) ?? [];
    if (machine !== host || !isGone(Number(pid), Number(start))) continue;
    rmSync(join(folder, name), { force: true });
  }
}

/** A folder that may not be read keeps what is in it. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Numbers of processes come again: another start is another process. */
function isGone(pid: number, start: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
  const startOfNow = startOf(pid);
  return startOfNow !== undefined && start !== 0 && startOfNow !== start;
}

/** In ticks since the machine started; nothing where the system does not say. */
function startOf(pid: number): number | undefined {
  try {
    const status = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    // The second field is a name in brackets, which may hold blanks.
    return Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[19]);
  } catch {
    return undefined;
  }
}
