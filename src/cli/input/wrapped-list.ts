import type { InputRecord } from './input-record.js';
import { readJsonArray } from './json-array.js';

/** What a text wraps in one key. */
export interface WrappedList {
  readonly key: string;
  readonly records: readonly InputRecord[];
}

const PLAIN = String.raw`"[^"\n]{0,99}"\s{0,99}:\s{0,99}(?:"[^"\n]{0,999}"|[-+.0-9A-Za-z]{1,40})\s{0,99}`;

/** An object that comes to a list of objects after nothing but texts, numbers and answers, as that of an interface does. */
const OPENING = new RegExp(
  String.raw`^\s{0,999}\{\s{0,99}(?:${PLAIN},\s{0,99}){0,20}"([A-Za-z_][A-Za-z0-9_.-]{0,39})"\s{0,99}:\s{0,99}\[(?=\s{0,99}[{\]])`,
);

const CLOSING = new RegExp(String.raw`^\s{0,99}(?:,\s{0,99}${PLAIN}){0,20}\}\s{0,999}$`);

/** Longer than what stands beside a list. */
const LONGEST_REST = 30_000;

/** What a claim has of its own. */
const OF_A_CLAIM = 'lines';

/** Whether a text may be such an object, as far as its beginning tells. */
export function opensWrappedList(text: string): boolean {
  return wrapping(text) !== undefined;
}

function wrapping(text: string): { readonly opening: string; readonly key: string } | undefined {
  const [opening, key] = OPENING.exec(text.slice(0, LONGEST_REST)) ?? [];
  return opening === undefined || key === undefined || key === OF_A_CLAIM ? undefined : { opening, key };
}

/** The records of a list that an object wraps; nothing where the text is anything else. */
export function readWrappedList(text: string): WrappedList | undefined {
  const found = wrapping(text);
  if (found === undefined) return undefined;
  const { opening, key } = found;
  const end = text.lastIndexOf(']') + 1;
  if (text.length - end > LONGEST_REST || !CLOSING.test(text.slice(end))) return undefined;
  // Blanks in place of what stands before the list keep its lines.
  const before = opening.slice(0, -1).replace(/[^\n]/g, ' ');
  return { key, records: readJsonArray(before + text.slice(opening.length - 1, end)) };
}
