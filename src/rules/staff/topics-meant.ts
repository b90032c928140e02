import type { UnknownFact } from '../../conditions/circumstances.js';
import type { Session } from '../../facts/generated/types.js';
import { compared, nearestCode, type Vocabulary } from '../../facts/words.js';
import type { CivilDate } from '../../values/civil-date.js';

type Staff = Session['staff'];

const lists = ['trainings', 'trainingWaivers', 'trainingExceptions'] as const;

/** A word for a topic that is on no list; wherever it stands, it means one topic. */
export interface OpenWord {
  readonly word: string;
  /** The entries that it stands in. */
  readonly entries: readonly UnknownFact[];
}

/** The words on no list of what may count by a day: any training up to it, any waiver and exception. */
export function openWords(staff: Staff, { meaning, codes }: Vocabulary, on: CivilDate): OpenWord[] {
  const words = new Map<string, UnknownFact[]>();
  for (const list of lists) {
    for (const [entry, one] of (staff?.[list] ?? []).entries()) {
      if (meaning['staff.trainings'](one.topic) !== undefined) continue;
      if ('completedOn' in one && one.completedOn != null && one.completedOn > on) continue;
      const near = nearestCode(one.topic, codes['staff.trainings']);
      const open: UnknownFact = {
        path: `staff.${list}`,
        entry,
        isWord: true,
        ...(near !== undefined && { nearest: near }),
      };
      const word = compared(one.topic);
      const entries = words.get(word);
      if (entries === undefined) words.set(word, [open]);
      else entries.push(open);
    }
  }
  return [...words].map(([word, entries]) => ({ word, entries }));
}

/** The staff member with each topic as the definition writes it; of words on no list, those given mean `topic`. */
export function staffMeant(
  staff: Staff,
  topics: readonly string[],
  { meaning }: Vocabulary,
  words: readonly OpenWord[] = [],
  topic = '',
): Staff {
  if (staff == null) return staff;
  const spelled = new Map(topics.map((one) => [compared(one), one]));
  const given = new Set(words.map(({ word }) => word));
  const meant = <One extends { readonly topic: string }>(one: One): One => {
    const code = meaning['staff.trainings'](one.topic);
    if (code === undefined) return { ...one, topic: given.has(compared(one.topic)) ? topic : '' };
    return { ...one, topic: spelled.get(code) ?? '' };
  };
  const named = lists.flatMap((list) => {
    const entries: readonly { readonly topic: string }[] | null | undefined = staff[list];
    return entries == null ? [] : [[list, entries.map(meant)] as const];
  });
  return { ...staff, ...Object.fromEntries(named) };
}

/** More than so many tries are not made: what they would tell is not known. */
const MOST_TRIES = 200;

/** Whether words may mean topics so that none falls short: each word one topic, and a topic as many as it takes. */
export function mayFill<Topic>(
  topics: readonly Topic[],
  words: readonly OpenWord[],
  isFilled: (topic: Topic, by: readonly OpenWord[]) => boolean,
): boolean {
  if (topics.length > words.length || !topics.every((topic) => isFilled(topic, words))) return false;
  let tries = 0;
  const fill = ([topic, ...others]: readonly Topic[], left: readonly OpenWord[]): boolean => {
    if (topic === undefined) return true;
    for (const by of choices(left, left.length - others.length)) {
      if (++tries > MOST_TRIES) return true;
      const rest = left.filter((word) => !by.includes(word));
      if (isFilled(topic, by) && fill(others, rest)) return true;
    }
    return false;
  };
  return fill(topics, words);
}

/** Every choice of at least one and at most so many, the smaller ones first. */
function* choices<One>(from: readonly One[], most: number): Generator<readonly One[]> {
  for (let size = 1; size <= most; size++) yield* choicesOf(from, size);
}

function* choicesOf<One>(from: readonly One[], size: number): Generator<readonly One[]> {
  if (size === 0) yield [];
  else {
    for (const [place, first] of from.entries())
      for (const others of choicesOf(from.slice(place + 1), size - 1)) yield [first, ...others];
  }
}
