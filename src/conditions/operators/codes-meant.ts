import type { Held } from '../../facts/held.js';
import type { HeldCodes, SessionPath, Training } from '../../facts/generated/types.js';
import { compared, type CodePath, type Meaning, type Vocabulary } from '../../facts/words.js';
import { isWithin } from '../../values/civil-date.js';
import type { Circumstances, UnknownFact } from '../circumstances.js';
import { FALSE, TRUE, UNKNOWN, type Truth } from '../truth.js';

/** Codes that a condition asks for, as written and as codes are compared. */
export interface CodesAsked {
  readonly exact: readonly string[];
  readonly compared: ReadonlySet<string>;
}

export function codesAsked(codes: readonly string[]): CodesAsked {
  return { exact: codes, compared: new Set(codes.map(compared)) };
}

/** Whether a word is one of the codes asked; not known of a word that is on no list. */
export function isAsked(word: string, asked: CodesAsked, meaning: Meaning): Truth {
  if (asked.exact.includes(word)) return TRUE;
  const code = meaning(word);
  if (code === undefined) return UNKNOWN;
  return asked.compared.has(code) ? TRUE : FALSE;
}

/** The one of some codes that a word means, as it is listed. */
export function codeMeant(word: string, codes: readonly string[], meaning: Meaning): string | undefined {
  const meant = meaning(word);
  return codes.find((code) => compared(code) === meant);
}

type Entry = string | Held | Training;

export function wordOf(entry: Entry): string {
  if (typeof entry === 'string') return entry;
  return 'code' in entry ? entry.code : entry.topic;
}

/** What to ask of a list: all of it where it is not stated, or each entry that is on no list and may count. */
export function unknownEntries<One extends Entry>(
  path: SessionPath & CodePath,
  list: readonly One[] | null | undefined,
  { meaning, nearest }: Vocabulary,
  mayCount: (entry: One) => boolean = () => true,
): readonly UnknownFact[] {
  if (list == null) return [{ path }];
  return list.flatMap((one, entry): UnknownFact[] => {
    const word = wordOf(one);
    if (!mayCount(one) || meaning[path](word) !== undefined) return [];
    const near = nearest[path](word);
    return [{ path, entry, isWord: true, ...(near !== undefined && { nearest: near }) }];
  });
}

/** The first days that are not stated of codes asked for that are held on a day: reading *open-start*. */
export function openStarts(
  path: keyof HeldCodes,
  list: readonly Held[],
  codes: readonly string[],
  { on, words }: Pick<Circumstances, 'on' | 'words'>,
): readonly UnknownFact[] {
  return list.flatMap((held, entry): UnknownFact[] => {
    const code = codeMeant(held.code, codes, words.meaning[path]);
    return held.from == null && isWithin(held, on) && code !== undefined
      ? [{ path: `${path}.from`, entry, code }]
      : [];
  });
}
