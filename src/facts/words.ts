import { areas, codeLists, trainingTopics } from './generated/codes.js';
import { jsonPointer, type InputIssue } from './input-error.js';
import { nearest, nearestKey } from './nearest.js';

/** The lists whose codes may be in an agency's own words, by path; of trainings that of their topics. */
const openLists = {
  ...codeLists,
  'staff.trainings': trainingTopics,
  'staff.supervisor.trainings': trainingTopics,
};
const lists = { ...openLists, 'assessment.improvedAreas': areas };

export type CodePath = keyof typeof lists;
const codePaths = Object.keys(lists) as CodePath[];
/** The paths whose words an agency may say the meaning of. */
export const openPaths = Object.keys(openLists);

/**
 * What an agency's own words mean, by path of the list and then by word: a code of the list, or `'other'` for none of
 * ours. `'*'` is every word that is on no list and not named.
 *
 * @example
 * const words: Words = {
 *   'staff.credentials': { 'Certified Peer Specialist': 'MO-CMPS', 'First aid': 'other' },
 *   'member.careTeamRoles': { '*': 'other' },
 * };
 */
export type Words = { readonly [Path in keyof typeof openLists]?: Readonly<Record<string, string>> };

/** A code as codes are compared: in any letter case, with blanks, `_` and `-` alike. */
export function compared(code: string): string {
  return code
    .trim()
    .replace(/[\s_-]+/g, '-')
    .toLowerCase();
}

/** What a word means: a listed code as it is compared, `''` for none of ours, or undefined where it is on no list. */
export type Meaning = (word: string) => string | undefined;

/** The codes of each list that are on file, and what words mean there. */
export interface Vocabulary {
  readonly codes: Readonly<Record<CodePath, readonly string[]>>;
  readonly meaning: Readonly<Record<CodePath, Meaning>>;
  /** The listed code that is written almost like a word that is on no list. */
  readonly nearest: Readonly<Record<CodePath, (word: string) => string | undefined>>;
}

/** The word that stands for one that is none of ours, where words are completed. */
export const NONE_OF_OURS = '\0';

/** What a word means that is none of the codes of a list. */
export const OTHER = 'other';
/** Stands for every word of which nothing is said. */
export const ANY_OTHER = '*';

export function vocabularyOf(
  named: (path: CodePath) => readonly string[],
  words: Partial<Record<CodePath, Readonly<Record<string, string>>>> = {},
): Vocabulary {
  const codes = byPath((path) => [...new Set([...lists[path], ...named(path)])]);
  return {
    codes,
    meaning: byPath((path) => meaningIn(codes[path], words[path])),
    nearest: byPath((path) => nearestIn(codes[path])),
  };
}

function byPath<Value>(valueOf: (path: CodePath) => Value): Record<CodePath, Value> {
  return Object.fromEntries(codePaths.map((path) => [path, valueOf(path)])) as Record<CodePath, Value>;
}

/** So many words that are not written as listed are kept with what they mean. */
const MOST_MET = 500;

function meaningIn(codes: readonly string[], words: Readonly<Record<string, string>> = {}): Meaning {
  const known = new Map(codes.flatMap((code) => [code, compared(code)].map((one) => [one, compared(code)])));
  const meantBy = (meaning: string) => known.get(compared(meaning)) ?? '';
  const own = Object.entries(words).map(([word, meaning]) => [compared(word), meantBy(meaning)] as const);
  for (const [word, meaning] of own) if (word !== ANY_OTHER) known.set(word, meaning);
  const anyOther = words[ANY_OTHER] === undefined ? undefined : meantBy(words[ANY_OTHER]);
  known.set(NONE_OF_OURS, '');
  const most = known.size + MOST_MET;
  // Most words are written as listed.
  return (word) => known.get(word) ?? meet(word);

  function meet(word: string): string | undefined {
    const meaning = known.get(compared(word)) ?? anyOther;
    if (meaning !== undefined && known.size < most) known.set(word, meaning);
    return meaning;
  }
}

export function nearestIn(codes: readonly string[]): (word: string) => string | undefined {
  const firsts = new Map([...codes].reverse().map((code) => [compared(code), code]));
  const candidates = codes.map(compared);
  return (word) => {
    const near = nearest(compared(word), candidates, 1);
    return near === undefined ? undefined : firsts.get(near);
  };
}

/** What is wrong with words that a caller states. */
export function issuesOfWords(words: Readonly<Record<string, unknown>>, known: Vocabulary): InputIssue[] {
  return Object.entries(words).flatMap(([path, own]) => {
    if (!isOpenPath(path)) return notAPath(path);
    if (typeof own !== 'object' || own === null || Array.isArray(own)) {
      return issueAt('wrong-type', [path], 'expected an object from words to codes');
    }
    return issuesOfPath(path, Object.entries(own), known);
  });
}

function isOpenPath(path: string): path is keyof typeof openLists {
  return path in openLists;
}

function notAPath(path: string): InputIssue[] {
  const near = nearestKey(path, openPaths);
  const advice = near === undefined ? `known here: ${openPaths.join(', ')}` : `did you mean "${near}"?`;
  return near === undefined && !Object.hasOwn(lists, path)
    ? issueAt('unknown-key', [], `expected the path of a list of codes; ${advice}`)
    : issueAt('unknown-key', [path], `expected the path of a list of codes; ${advice}`);
}

function issuesOfPath(
  path: CodePath,
  own: readonly (readonly [word: string, meaning: unknown])[],
  known: Vocabulary,
): InputIssue[] {
  const codes = known.codes[path];
  const listed = new Set(codes.map(compared));
  const meanings = new Map<string, string>();
  return own.flatMap(([word, meaning]) => {
    const say = (code: InputIssue['code'], message: string) => issueAt(code, [path, word], message);
    if (typeof meaning !== 'string') return say('wrong-type', 'expected a code of the list, or "other"');
    const meant = compared(meaning);
    if (!listed.has(meant) && meant !== OTHER) {
      const near = known.nearest[path](meaning);
      const advice = near === undefined ? `known here: ${codes.join(', ')}` : `did you mean "${near}"?`;
      return say('not-a-choice', `expected a code of the list, or "other"; ${advice}`);
    }
    if (listed.has(compared(word))) {
      return say(
        'does-not-fit',
        'this word is a code of the list already, and keeps its meaning: take it out',
      );
    }
    const before = meanings.get(compared(word));
    meanings.set(compared(word), meant);
    if (before === undefined || before === meant) return [];
    return say(
      'said-twice',
      'this word stands here twice, but for letter case, blanks, "_" and "-", with two meanings: leave one of them',
    );
  });
}

function issueAt(code: InputIssue['code'], at: readonly string[], message: string): InputIssue[] {
  return [{ code, path: jsonPointer(['words', ...at]), message }];
}
