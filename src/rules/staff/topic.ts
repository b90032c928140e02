import type { UnknownFact } from '../../conditions/circumstances.js';
import { FALSE, TRUE, UNKNOWN, type Truth } from '../../conditions/truth.js';
import type { Session, Training } from '../../facts/generated/types.js';
import type { CivilDate } from '../../values/civil-date.js';
import type { Vocabulary } from '../../facts/words.js';
import { addUnits } from '../../units/quantity.js';
import {
  mayFill,
  openWords,
  statedOnTopics,
  type Entry,
  type OpenWord,
  type StatedOn,
} from './topics-meant.js';

/** A topic that staff are trained in, with its hours where the document sets them. */
export interface Topic {
  readonly topic: string;
  readonly hours?: number;
}

export interface TopicProgress {
  readonly done: Truth;
  /** Hours known to be done by the date of service; entries, where the document sets no hours. */
  readonly atLeast: number;
  readonly unknown: readonly UnknownFact[];
}

/** Whether a topic is done by a day: trained in, waived or excepted. Hours of one topic add up over its trainings. */
export function progressIn(
  topic: Topic,
  { trainings, waivers, exceptions }: StatedOn,
  on: CivilDate,
): TopicProgress {
  if (waivers.length + exceptions.length > 0) return { done: TRUE, atLeast: neededFor(topic), unknown: [] };
  if (trainings === null) return { done: UNKNOWN, atLeast: 0, unknown: [{ path: 'staff.trainings' }] };
  const entries = trainings.filter(({ one }) => isDoneBy(one, on) !== FALSE);
  const sure = entries.filter(({ one }) => isDoneBy(one, on) === TRUE);
  const atLeast = sumOf(sure, (training) => leastHours(topic, training));
  const atMost = sumOf(entries, (training) => mostHours(topic, training));
  const done = atLeast >= neededFor(topic) ? TRUE : atMost < neededFor(topic) ? FALSE : UNKNOWN;
  return {
    done,
    atLeast,
    unknown: done === UNKNOWN ? entries.flatMap((entry) => openFacts(topic, entry)) : [],
  };
}

/** How far each topic is; where words on no list may mean all that are lacking, those are not known. */
export function progressOf<One extends Topic>(
  topics: readonly One[],
  staff: Session['staff'],
  words: Vocabulary,
  on: CivilDate,
): (TopicProgress & { readonly topic: One })[] {
  const statedOn = statedOnTopics(staff, words);
  const progressBy = (topic: Topic, by: readonly OpenWord[] = []) =>
    progressIn(topic, statedOn(topic.topic, by), on);
  const progress = topics.map((topic) => ({ topic, ...progressBy(topic) }));
  const short = progress.filter(({ done }) => done === FALSE).map(({ topic }) => topic);
  const open = openWords(staff, words, on);
  const isFilled = (topic: One, by: readonly OpenWord[]) => progressBy(topic, by).done !== FALSE;
  if (short.length === 0 || !mayFill(short, open, isFilled)) return progress;
  const unknown = wordsFor(short, open, isFilled);
  return progress.map((one) => (one.done === FALSE ? { ...one, done: UNKNOWN, unknown } : one));
}

/** The entries of words, each with the topics that it may be by itself; where only several may be one, all of them. */
export function wordsFor<One extends Topic>(
  topics: readonly One[],
  open: readonly OpenWord[],
  mayBe: (topic: One, by: readonly OpenWord[]) => boolean,
): UnknownFact[] {
  const acceptedBy = new Map<string, readonly string[]>();
  const alone = open.flatMap((word) => {
    const accepts =
      acceptedBy.get(word.kind) ?? topics.filter((topic) => mayBe(topic, [word])).map(({ topic }) => topic);
    acceptedBy.set(word.kind, accepts);
    return accepts.length === 0 ? [] : word.entries.map((entry) => ({ ...entry, accepts }));
  });
  const together = topics.some((topic) => mayBe(topic, open)) ? open.flatMap(({ entries }) => entries) : [];
  return alone.length > 0 ? alone : together;
}

/** Hours needed; one entry, where the document sets no hours. */
export function neededFor({ hours }: Topic): number {
  return hours ?? 1;
}

export function leastHours(topic: Topic, { hours }: Training): number {
  return topic.hours === undefined ? 1 : (hours ?? 0);
}

export function mostHours(topic: Topic, { hours }: Training): number {
  return topic.hours === undefined ? 1 : (hours ?? Infinity);
}

export function isDoneBy({ completedOn }: Training, on: CivilDate): Truth {
  if (completedOn == null) return UNKNOWN;
  return completedOn <= on ? TRUE : FALSE;
}

export function sumOf(entries: readonly Entry<Training>[], hours: (training: Training) => number): number {
  return entries.reduce((total, { one }) => addUnits(total, hours(one)), 0);
}

/** The facts of an entry that are not known and bear on the hours done. */
export function openFacts({ topic, hours }: Topic, { one, index }: Entry<Training>): UnknownFact[] {
  const of = { entry: index, code: topic };
  return [
    ...(one.completedOn == null ? [{ path: 'staff.trainings.completedOn', ...of } as const] : []),
    ...(one.hours == null && hours !== undefined ? [{ path: 'staff.trainings.hours', ...of } as const] : []),
  ];
}
