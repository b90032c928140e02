import type { Problem } from '../../facts/found.js';
import { collectProblems, type Problems } from '../reader.js';
import type { Reader } from './transactions.js';

/** What comes of a file piece by piece: no more of it is held than the record that is read. */
export interface X12Stream<Found> {
  /** In the order of the file, to be gone through once. */
  readonly records: AsyncIterable<Found>;
  /** What was met so far; all of it when the records have ended. */
  readonly problems: () => Problem[];
}

/** Everything in a text. */
export function readWhole<Found>(
  text: string,
  readerWith: (problems: Problems) => Reader<Found>,
): { found: Found[]; problems: Problems } {
  const problems = collectProblems();
  const reader = readerWith(problems);
  return { found: [...reader.push(text), ...reader.end()], problems };
}

/** The same, from pieces that may be cut anywhere. */
export function readStream<Found>(
  chunks: AsyncIterable<string>,
  readerWith: (problems: Problems) => Reader<Found>,
): X12Stream<Found> {
  const problems = collectProblems();
  const reader = readerWith(problems);
  async function* records(): AsyncGenerator<Found> {
    for await (const chunk of chunks) yield* reader.push(chunk);
    yield* reader.end();
  }
  return { records: records(), problems: problems.all };
}
