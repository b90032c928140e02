import type { Circumstances, UnknownFact } from './circumstances.js';
import { joined, type Trace } from './compile.js';
import type { Leaf } from './condition.js';
import { describe } from './describe.js';
import type { Hint } from './operators/operator.js';
import type { Readings } from '../readings/generated.js';
import type { AskedReading } from './other-choice.js';
import { FALSE, opposite, TRUE, UNKNOWN, type Truth } from './truth.js';
import { isLeaf, isQuestion, operatorOf } from './walk.js';

/** The unknown facts in its undecided parts; empty where it is decided. */
export function undecided(trace: Trace): readonly UnknownFact[] {
  if (trace.truth !== UNKNOWN) return [];
  return withoutStandIns([...trace.unknown, ...trace.parts.flatMap((part) => undecided(part.trace))]);
}

/** A fact that stands for an object is not asked for beside another of the same object. */
function withoutStandIns(unknown: readonly UnknownFact[]): readonly UnknownFact[] {
  return unknown.filter(
    ({ standsFor }) =>
      standsFor === undefined ||
      !unknown.some((other) => other.standsFor === undefined && other.path.startsWith(`${standsFor}.`)),
  );
}

/** What its undecided questions would have to be, as clauses. */
export function openIn({ condition, truth, parts }: Trace, isSo = true): readonly string[] {
  if (truth !== UNKNOWN) return [];
  if (isQuestion(condition)) return [describe(condition, isSo)];
  return parts.flatMap(({ trace, isNegated }) => openIn(trace, isSo !== isNegated));
}

/** The questions whose answer makes it false; empty where it is not false. */
export function failing(trace: Trace): readonly Leaf[] {
  return settling(trace, FALSE);
}

/** The questions whose answer makes it true; empty where it is not true. */
export function holding(trace: Trace): readonly Leaf[] {
  return settling(trace, TRUE);
}

/** The questions that make it come out so. */
export function settling({ condition, truth, parts }: Trace, outcome: Truth): readonly Leaf[] {
  if (truth !== outcome) return [];
  if (isLeaf(condition)) return [condition];
  return parts.flatMap(({ trace, isNegated }) => settling(trace, isNegated ? opposite(outcome) : outcome));
}

/** The truth that it would have with another choice of a reading. */
export function truthUnder(reading: AskedReading, other: Readings, trace: Trace): Truth {
  if (trace.other?.reading === reading) return trace.other.truthUnder(other);
  if (trace.parts.length === 0) return trace.truth;
  return joined(trace.count, trace.parts, (part) => truthUnder(reading, other, part));
}

/** The hints for questions that were answered with no; one entry of a list is spoken of once. */
export function hintsOf(leaves: readonly Leaf[], circumstances: Circumstances): readonly Hint[] {
  const spokenOf = new Set<string>();
  return leaves
    .flatMap((leaf) => operatorOf(leaf).hints?.(leaf, circumstances) ?? [])
    .filter(({ fact, entry }) => spokenOf.size !== spokenOf.add(`${fact} ${String(entry)}`).size);
}
