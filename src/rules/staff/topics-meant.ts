import type { UnknownFact } from '../../conditions/circumstances.js';
import type { Session, Training } from '../../facts/generated/types.js';
import { compared, type Vocabulary } from '../../facts/words.js';
import type { CivilDate } from '../../values/civil-date.js';

type Staff = Session['staff'];

const lists = ['trainings', 'trainingWaivers', 'trainingExceptions'] as const;

/** A word for a topic that is on no list; wherever it stands, it means one topic. */
export interface OpenWord {
  readonly word: string;
  /** The entries that it stands in. */
  readonly entries: readonly UnknownFact[];
  /** What of its entries tells how far they do a topic: words with the same are as good as each other. */
  readonly kind: string;
}

/** An entry of a list, by its place. */
export interface Entry<One> {
  readonly one: One;
  readonly index: number;
}

type EntriesOf<List extends (typeof lists)[number]> = readonly Entry<
  NonNullable<NonNullable<Staff>[List]>[number]
>[];

/** What is stated of a staff member on one topic. */
export interface StatedOn {
  /** Null where no list of trainings is stated. */
  readonly trainings: EntriesOf<'trainings'> | null;
  readonly waivers: EntriesOf<'trainingWaivers'>;
  readonly exceptions: EntriesOf<'trainingExceptions'>;
}

/** The words on no list of what may count by a day: any training up to it, any waiver and exception. */
export function openWords(staff: Staff, { meaning, nearest }: Vocabulary, on: CivilDate): OpenWord[] {
  const words = new Map<string, { readonly entries: UnknownFact[]; readonly kinds: unknown[] }>();
  for (const list of lists) {
    for (const [entry, one] of (staff?.[list] ?? []).entries()) {
      if (meaning['staff.trainings'](one.topic) !== undefined) continue;
      const { completedOn, approvedOn, documented, hours }: Partial<Training> & Approval = one;
      if (completedOn != null && completedOn > on) continue;
      const near = nearest['staff.trainings'](one.topic);
      const open: UnknownFact = {
        path: `staff.${list}`,
        entry,
        isWord: true,
        ...(near !== undefined && { nearest: near }),
      };
      const word = compared(one.topic);
      const known = words.get(word) ?? { entries: [], kinds: [] };
      words.set(word, known);
      known.entries.push(open);
      known.kinds.push([
        list,
        completedOn == null,
        approvedOn == null ? null : approvedOn <= on,
        documented,
        hours,
      ]);
    }
  }
  return [...words].map(([word, { entries, kinds }]) => ({ word, entries, kind: JSON.stringify(kinds) }));
}

interface Approval {
  readonly approvedOn?: CivilDate | null | undefined;
}

/** Looks up what is stated on a topic; of words on no list, those given mean it too. */
export function statedOnTopics(
  staff: Staff,
  { meaning }: Vocabulary,
): (topic: string, words?: readonly OpenWord[]) => StatedOn {
  const byMeaning = <One extends { readonly topic: string }>(entries: readonly One[] | null | undefined) => {
    const meant = new Map<string, Entry<One>[]>();
    for (const [index, one] of (entries ?? []).entries()) {
      const code = meaning['staff.trainings'](one.topic);
      const key = code === undefined ? wordKey(compared(one.topic)) : codeKey(code);
      const alike = meant.get(key);
      if (alike === undefined) meant.set(key, [{ one, index }]);
      else alike.push({ one, index });
    }
    return (keys: readonly string[]) => keys.flatMap((key) => meant.get(key) ?? []);
  };
  const trainings = byMeaning(staff?.trainings);
  const waivers = byMeaning(staff?.trainingWaivers);
  const exceptions = byMeaning(staff?.trainingExceptions);
  return (topic, words = []) => {
    const keys = [codeKey(compared(topic)), ...words.map(({ word }) => wordKey(word))];
    return {
      trainings: staff?.trainings == null ? null : trainings(keys),
      waivers: waivers(keys),
      exceptions: exceptions(keys),
    };
  };
}

function codeKey(code: string): string {
  return `code ${code}`;
}

function wordKey(word: string): string {
  return `word ${word}`;
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
