import type { Circumstances, UnknownFact } from './circumstances.js';
import { joined, type Trace } from './compile.js';
import type { Leaf } from './condition.js';
import type { Hint } from './operators/operator.js';
import type { AskedReading } from './other-choice.js';
import { FALSE, opposite, TRUE, UNKNOWN, type Truth } from './truth.js';
import { isLeaf, operatorOf } from './walk.js';

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

/** The questions whose answer makes it false; empty where it is not false. */
export function failing(trace: Trace): readonly Leaf[] {
  return settling(trace, FALSE);
}

/** The questions whose answer makes it true; empty where it is not true. */
export function holding(trace: Trace): readonly Leaf[] {
  return settling(trace, TRUE);
}

function settling({ condition, truth, parts }: Trace, outcome: Truth): readonly Leaf[] {
  if (truth !== outcome) return [];
  if (isLeaf(condition)) return [condition];
  return parts.flatMap(({ trace, isNegated }) => settling(trace, isNegated ? opposite(outcome) : outcome));
}

/** The truth that it would have under another choice of a reading: the first, the second … of the others. */
export function truthUnder(reading: AskedReading, choice: number, trace: Trace): Truth {
  if (trace.other?.reading === reading) return Number(trace.other.truths[choice]) as Truth;
  if (trace.parts.length === 0) return trace.truth;
  return joined(trace.count, trace.parts, (part) => truthUnder(reading, choice, part));
}

/**
 * The demands that are known not to be met, where there are several to tell apart. Of alternatives, those of the one that
 * lacks least; none, where every part of each fails.
 */
export function unmetDemands(trace: Trace): readonly Leaf[] {
  const { condition, parts } = trace;
  const demands = parts.filter((part) => part.trace.condition.op !== 'exists');
  return condition.op === 'any' || demands.length > 1 ? unmetIn(trace) : [];
}

function unmetIn({ condition, parts }: Trace): readonly Leaf[] {
  if (condition.op === 'any') return unmetOfAny(parts.map(({ trace }) => trace));
  if (condition.op === 'all') {
    return parts.flatMap(({ trace }) => (trace.truth === FALSE ? unmetIn(trace) : []));
  }
  return isLeaf(condition) && condition.op !== 'exists' ? [condition] : [];
}

/** Where a reading is the only other alternative, what the demand beside it lacks. */
function unmetOfAny(alternatives: readonly Trace[]): readonly Leaf[] {
  const demands = alternatives.filter(({ condition }) => condition.op !== 'reading');
  const [only, ...others] = demands;
  const isAlone = only !== undefined && others.length === 0 && only.parts.length > 0;
  return isAlone ? unmetIn(only) : nearest(alternatives);
}

/** What the alternative lacks that has the fewest parts that fail, and not all. */
function nearest(alternatives: readonly Trace[]): readonly Leaf[] {
  const begun = alternatives
    .map((trace) => ({
      size: trace.parts.length,
      lacking: trace.parts.filter((part) => part.trace.truth === FALSE).length,
      unmet: unmetIn(trace),
    }))
    .filter(({ size, lacking, unmet }) => lacking < size && unmet.length > 0);
  const fewest = Math.min(...begun.map(({ lacking }) => lacking));
  return begun.find(({ lacking }) => lacking === fewest)?.unmet ?? [];
}

/** The hints for questions that were answered with no; one entry of a list is spoken of once. */
export function hintsOf(leaves: readonly Leaf[], circumstances: Circumstances): readonly Hint[] {
  const spokenOf = new Set<string>();
  return leaves
    .flatMap((leaf) => operatorOf(leaf).hints?.(leaf, circumstances) ?? [])
    .filter(({ fact, entry }) => spokenOf.size !== spokenOf.add(`${fact} ${String(entry)}`).size);
}
