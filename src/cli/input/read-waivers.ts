import { InputError } from '../../index.js';
import type { Io } from '../io.js';
import { UsageError } from '../usage-error.js';
import { readJsonArray } from './json-array.js';
import { problemIn } from './problem.js';
import { readText } from './read-source.js';

/** A waiver as a file states it. */
interface FiledWaiver {
  readonly value: unknown;
  readonly file: string;
  /** From 0. */
  readonly place: number;
}

/** The waivers of files, in their order. @throws UsageError where a file is no list of JSON. */
export async function readWaiverFiles(files: readonly string[], io: Io): Promise<FiledWaiver[]> {
  const all: FiledWaiver[] = [];
  const problems: string[] = [];
  for (const file of files) {
    const text = await readText(file, io);
    const records = text.trimStart().startsWith('[') ? readJsonArray(text) : undefined;
    if (records === undefined) problems.push(`${file}: expected a JSON list of waivers`);
    for (const [place, { value, issues, line }] of (records ?? []).entries()) {
      all.push({ value, file, place });
      problems.push(...issues.map((issue) => problemIn(`${file}:${String(line)}`, issue)));
    }
  }
  if (problems.length > 0) throw new UsageError(problems);
  return all;
}

const WAIVER = /^\/waivers\/(\d+)/;

/**
 * Does what may refuse what a configuration states, and the waivers of files after its own.
 *
 * @throws UsageError that says in which file what is wrong stands.
 */
export function refusedOf<Done>(
  config: string,
  own: number,
  filed: readonly FiledWaiver[],
  work: () => Done,
): Done {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const problems = error.issues.map((issue) => {
      const [start = '', place] = WAIVER.exec(issue.path) ?? [];
      const waiver = place === undefined ? undefined : filed[Number(place) - own];
      if (waiver === undefined) return problemIn(config, issue);
      const path = `/${String(waiver.place)}${issue.path.slice(start.length)}`;
      return problemIn(waiver.file, { ...issue, path });
    });
    throw new UsageError(problems);
  }
}
