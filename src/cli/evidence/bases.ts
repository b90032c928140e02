import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { STANDARD_INPUT } from '../../reports/records.js';
import { UsageError } from '../usage-error.js';
import type { Json } from './merge-patch.js';

/** The session that a case starts from. Throws UsageError where a name leads to none. */
export type BaseOf = (base: unknown, place: string) => Json;

/** Sessions by name: of files beside the cases, or complete ones of ours. Each is read once. */
export function createBases(cases: string): BaseOf {
  const beside = cases === STANDARD_INPUT ? '.' : dirname(cases);
  const folders = [join(beside, 'sessions'), join(beside, '..', 'sessions'), beside, ...ownSessions()];
  const read = new Map<string, Json>();
  return (base, place) => {
    if (base === undefined) return {};
    if (typeof base !== 'string') return base as Json;
    const known = read.get(base) ?? readBase(base, folders, cases, place);
    read.set(base, known);
    return known;
  };
}

function readBase(base: string, folders: readonly string[], cases: string, place: string): Json {
  const files = folders.flatMap((folder) => [join(folder, base), join(folder, `${base}.json`)]);
  const file = files.find((one) => one.endsWith('.json') && one !== join(cases) && existsSync(one));
  if (file === undefined)
    throw new UsageError([
      `${place}: no session of that name stands beside the cases or in a folder "sessions" there, and none of ours has it`,
    ]);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Json;
  } catch {
    throw new UsageError([`${file}: expected a session as JSON`]);
  }
}

/** The complete sessions in this package, wherever this file ends up in it. */
function ownSessions(): string[] {
  const here = dirname(fileURLToPath(import.meta.url));
  return ['..', '../..', '../../..']
    .map((up) => join(here, up, 'fixtures', 'sessions'))
    .filter((folder) => existsSync(folder));
}
