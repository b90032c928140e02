import { codeLists, trainingTopics } from '../facts/generated/codes.js';
import type { Held } from '../facts/held.js';
import { nearest } from '../facts/nearest.js';
import type { Training } from '../facts/generated/types.js';
import type { CivilDate } from '../values/civil-date.js';
import type { Circumstances } from './circumstances.js';
import type { Leaf, TrainingList } from './condition.js';
import { isHeldOn } from './leaf.js';
import { factReader } from './read-fact.js';

/** Why a code that a person might expect to count does not: it is not held that day, or it is misspelt. */
export interface Hint {
  /** The code of ours that is meant; never what the input says. */
  readonly code: string;
  readonly text: string;
  readonly reason: 'not-held' | 'not-counted' | 'misspelt';
  /** Which entry of the list, from 0. */
  readonly entry: number;
  readonly fact: keyof typeof codeLists | TrainingList;
}

/** The hints for questions about lists of codes and trainings that were answered with no. */
export function hintsOf(leaves: readonly Leaf[], { session, on }: Circumstances): Hint[] {
  const hints = leaves.flatMap((leaf) => {
    if (leaf.op === 'doneBy') return trainingHints(leaf.fact, leaf.topic, factReader(leaf.fact)(session));
    if (!('codes' in leaf) || !(leaf.fact in codeLists)) return [];
    const fact = leaf.fact as keyof typeof codeLists;
    const list = factReader(fact)(session);
    if (!Array.isArray(list)) return [];
    return list.flatMap((entry: string | Held, index): Hint[] => {
      const held = typeof entry === 'string' ? { code: entry } : entry;
      const hint = leaf.codes.includes(held.code)
        ? { code: held.code, text: whyNotHeld(held, on, leaf) }
        : misspelt(held.code, leaf.codes, codeLists[fact]);
      if (hint?.text === undefined) return [];
      const isMisspelt = !leaf.codes.includes(held.code);
      const reason = isMisspelt ? 'misspelt' : isHeldOn(held, on) ? 'not-counted' : 'not-held';
      return [{ code: hint.code, text: hint.text, reason, entry: index, fact }];
    });
  });
  // One entry of a list is spoken of once, however many questions it fails.
  const spokenOf = new Set<string>();
  return hints.filter(({ fact, entry }) => spokenOf.size !== spokenOf.add(`${fact} ${String(entry)}`).size);
}

/** Of trainings none of which is known to be done by the day. */
function trainingHints(fact: TrainingList, topic: string, list: unknown): Hint[] {
  if (!Array.isArray(list)) return [];
  return (list as readonly Training[]).flatMap((training, entry): Hint[] => {
    if (training.topic === topic && training.completedOn != null) {
      const text = `${topic} is completed only on ${training.completedOn}`;
      return [{ code: topic, text, reason: 'not-counted', entry, fact }];
    }
    const isKnown = (trainingTopics as readonly string[]).includes(training.topic);
    if (isKnown || nearest(training.topic, [topic], 1) === undefined) return [];
    return [{ code: topic, text: almostLike(topic), reason: 'misspelt', entry, fact }];
  });
}

function whyNotHeld({ code, from, through }: Held, on: CivilDate, leaf: Leaf): string | undefined {
  if (from != null && from > on) return `${code} is held only from ${from}`;
  if (through != null && through < on) return `${code} was held only through ${through}`;
  return leaf.op === 'holds' && leaf.since !== undefined
    ? `${code} counts only from ${leaf.since}`
    : undefined;
}

function misspelt(
  code: string,
  wanted: readonly string[],
  known: readonly string[],
): { code: string; text: string } | undefined {
  const meant = known.includes(code) ? undefined : (nearest(code, wanted, 1) ?? nearest(code, known, 1));
  return meant === undefined ? undefined : { code: meant, text: almostLike(meant) };
}

function almostLike(code: string): string {
  return `one entry is written almost like ${code}`;
}
