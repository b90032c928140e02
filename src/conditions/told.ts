import { isOfNothing } from '../facts/read.js';
import type { Circumstances } from './circumstances.js';
import type { Trace, TracedPart } from './compile.js';
import type { AtLeast, Leaf } from './condition.js';
import { describe } from './describe.js';
import { spanOfAge } from './operators/age-at-least.js';
import { FALSE, opposite, TRUE, UNKNOWN, type Truth } from './truth.js';
import { askedIn, factsOf, isLeaf, isQuestion, operatorOf } from './walk.js';
import { hintsOf, settling } from './why.js';

/** Something that is so where a condition fails, as a clause, and the questions that it answers. */
export interface Told {
  readonly leaves: readonly Leaf[];
  readonly text: string;
  /** It says that none of its questions is so, and may be said together with others of the same fact. */
  readonly isNone?: true;
}

/**
 * What is so where a condition fails: each demand that is not met, and of alternatives those of the one that the facts are
 * on. Nothing where it makes a single demand, or where no alternative has begun: a criterion has words for that.
 */
export function told(trace: Trace, under: Circumstances): readonly Told[] {
  const { condition, parts } = trace;
  if (condition.op === 'any') return ofAlternatives(parts, under) ?? [];
  if (condition.op === 'atLeast') return tell(trace, false, under);
  if (condition.op !== 'all') return [];
  const [only, ...others] = parts.filter((part) => part.trace.condition.op !== 'exists');
  const isSingle = only !== undefined && others.length === 0 && condition.fails === undefined;
  return isSingle ? told(only.trace, under) : tell(trace, false, under);
}

/** What is so where a condition is so that should not be, or is not that should. */
function tell(trace: Trace, isSo: boolean, under: Circumstances): readonly Told[] {
  const { condition, parts } = trace;
  if (isQuestion(condition)) {
    if (!isLeaf(condition) || condition.op === 'exists') return [];
    const isThere = !factsOf(condition).some((path) => isOfNothing(path, under.session));
    const isNone = isThere && !isSo && operatorOf(condition).tellsNone !== undefined;
    return [{ leaves: [condition], text: clauseOf(condition, isSo, under), ...(isNone && { isNone }) }];
  }
  if (!isSo && 'fails' in condition) return [{ leaves: settling(trace, FALSE), text: condition.fails }];
  if (!isSo && condition.op === 'atLeast')
    return [{ leaves: settling(trace, FALSE), text: countIn(condition, parts) }];
  const chosen = !isSo && condition.op === 'any' ? ofAlternatives(parts, under) : undefined;
  return (
    chosen ??
    together(
      partsThat(isSo ? TRUE : FALSE, parts).flatMap((part) => tellPart(part, isSo, under)),
      under,
    )
  );
}

function tellPart({ trace, isNegated }: TracedPart, isSo: boolean, under: Circumstances): readonly Told[] {
  return tell(trace, isSo !== isNegated, under);
}

/** Those that are as they are asked to be, or are not. */
function partsThat(truth: Truth, parts: readonly TracedPart[]): readonly TracedPart[] {
  return parts.filter(({ trace, isNegated }) => trace.truth === (isNegated ? opposite(truth) : truth));
}

/** Of what is stated not to exist there is no more to say than what is asked. */
function clauseOf(leaf: Leaf, isSo: boolean, under: Circumstances): string {
  const { tells, tellsNone } = operatorOf(leaf);
  if (factsOf(leaf).some((path) => isOfNothing(path, under.session))) return describe(leaf, isSo);
  if (!isSo && tellsNone !== undefined) return tellsNone([leaf], under);
  return tells?.(leaf, under, isSo) ?? describe(leaf, isSo);
}

/** What is said of the same fact is said at once: "neither A nor B". */
function together(all: readonly Told[], under: Circumstances): readonly Told[] {
  const said = new Map<unknown, Told>();
  for (const one of all) {
    const [leaf] = one.leaves;
    const key = one.isNone && leaf !== undefined && 'fact' in leaf ? `${leaf.op} ${leaf.fact}` : one;
    const before = said.get(key);
    const leaves = [...(before?.leaves ?? []), ...one.leaves];
    const [first, ...others] = leaves;
    const text =
      before === undefined || first === undefined
        ? one.text
        : String(operatorOf(first).tellsNone?.([first, ...others], under));
    said.set(key, { ...one, leaves, text });
  }
  return [...said.values()];
}

/** One of several conditions of which one is enough: what it asks of an age, and what else it asks. */
interface Alternative {
  readonly ages: readonly TracedPart[];
  readonly others: readonly TracedPart[];
}

function alternativeOf(part: TracedPart): Alternative {
  const { condition, parts } = part.trace;
  if (condition.op !== 'all' || 'fails' in condition) return { ages: [], others: [part] };
  return { ages: parts.filter(isOfAge), others: parts.filter((one) => !isOfAge(one)) };
}

function isOfAge({ trace }: TracedPart): boolean {
  const asked = askedIn(trace.condition).map(({ question }) => question.op);
  return asked.includes('ageAtLeast') && asked.every((op) => op === 'ageAtLeast' || op === 'reading');
}

/** Nothing where none of them has begun, so that any would do. */
function ofAlternatives(parts: readonly TracedPart[], under: Circumstances): readonly Told[] | undefined {
  const all = parts.filter(({ trace }) => trace.condition.op !== 'reading').map(alternativeOf);
  const isOpen = ({ ages }: Alternative) => partsThat(FALSE, ages).length === 0;
  const open = all.filter(isOpen);
  const missed = all
    .filter((one) => !isOpen(one) && partsThat(TRUE, one.others).length === one.others.length)
    .map((one) => missedByAge(one, under));
  const lacking = ofNearest(open, all, under);
  if (missed.length === 0 && lacking === undefined) return undefined;
  return [...ageOf(all, under), ...missed, ...(lacking ?? [])];
}

/**
 * Of those that the age leaves open the one that only the day keeps from counting, or else the one that lacks least, with
 * what would do in its place.
 */
function ofNearest(
  open: readonly Alternative[],
  all: readonly Alternative[],
  under: Circumstances,
): readonly Told[] | undefined {
  const lacks = open.map(({ others }) => {
    const lacking = partsThat(FALSE, others);
    return {
      size: lacking.length,
      isBegun: lacking.length < others.length || lacking.some(hasBegun),
      isSaid: others.length === 1 && others.some(({ trace }) => 'fails' in trace.condition),
      told: lacking.flatMap((part) => tellPart(part, false, under)),
    };
  });
  const dated = lacks.find((one) => one.told.length > 0 && one.told.every((lack) => isOfDay(lack, under)));
  if (dated !== undefined) {
    const facts = dated.told.flatMap(({ leaves }) => leaves.flatMap(factsOf));
    const isOfOther = ({ leaves }: Told) => !leaves.flatMap(factsOf).some((path) => facts.includes(path));
    const isSingle = (one: typeof dated) => !one.isBegun && one.size === 1;
    const others = lacks.filter((one) => isSingle(dated) && isSingle(one) && one.told.every(isOfOther));
    return [...dated.told, ...others.flatMap((one) => one.told)];
  }
  const begun = lacks.filter(({ isBegun, told: { length } }) => isBegun && length > 0);
  const fewest = Math.min(...begun.map(({ size }) => size));
  const nearest = begun.find(({ size }) => size === fewest);
  if (nearest === undefined) {
    const isChosen = all.some(({ ages }) => ages.length > 0) || (all.length === 1 && all.every(isJoint));
    return isChosen && lacks.length > 0
      ? together(
          lacks.flatMap((one) => one.told),
          under,
        )
      : undefined;
  }
  const others = lacks.filter((one) => one !== nearest);
  const said = others.flatMap((one) => (one.isSaid ? one.told : []));
  if (nearest.told.length > 1) return [...said, ...nearest.told];
  const inItsPlace = others.flatMap((one) => (one.size === 1 && one.told.length === 1 ? one.told : []));
  return [...said, ...together([...nearest.told, ...inItsPlace], under).slice(0, 1)];
}

/** Whether something that is asked in it is so. */
function hasBegun({ trace, isNegated }: TracedPart): boolean {
  const { condition, truth, parts } = trace;
  if (isQuestion(condition)) return isLeaf(condition) && truth === (isNegated ? FALSE : TRUE);
  return parts.some((part) => hasBegun({ ...part, isNegated: part.isNegated !== isNegated }));
}

/** Whether there is what is asked, though not on the day. */
function isOfDay({ leaves }: Told, under: Circumstances): boolean {
  return leaves.every((leaf) => hintsOf([leaf], under).length > 0);
}

function isJoint({ ages, others }: Alternative): boolean {
  return ages.length > 0 || others.length > 1 || others.some(({ trace }) => !isQuestion(trace.condition));
}

/** What is there, and counts at another age only. */
function missedByAge({ ages, others }: Alternative, under: Circumstances): Told {
  const spans = partsThat(FALSE, ages).flatMap(({ trace, isNegated }) =>
    askedIn(trace.condition, isNegated).flatMap((one) =>
      one.question.op === 'ageAtLeast' ? [spanOfAge(one.question, !one.isNegated)] : [],
    ),
  );
  const held = others.flatMap((part) => tellPart(part, true, under));
  return {
    leaves: held.flatMap(({ leaves }) => leaves),
    text: `${held.map(({ text }) => text).join(' and ')}, which counts only ${spans.join(' and ')}`,
  };
}

/** The age that tells which alternative counts, where it is known. */
function ageOf(alternatives: readonly Alternative[], under: Circumstances): readonly Told[] {
  const ages = alternatives.flatMap((one) => one.ages).flatMap(({ trace }) => leavesIn(trace));
  const known = ages.filter(({ truth }) => truth !== UNKNOWN);
  return known.slice(0, 1).flatMap((trace) => tell(trace, trace.truth === TRUE, under));
}

function leavesIn(trace: Trace): readonly Trace[] {
  if (isQuestion(trace.condition)) return trace.condition.op === 'ageAtLeast' ? [trace] : [];
  return trace.parts.flatMap((part) => leavesIn(part.trace));
}

/** "2 of 4 needs are met (A; B); 3 are required. Not met: C; D." */
function countIn({ count: asked, counted }: AtLeast, parts: readonly TracedPart[]): string {
  const { of, are, names } = counted ?? { of: 'demands', are: 'met', names: [] };
  const named = (truth: Truth) =>
    parts.flatMap(({ trace }, place) =>
      trace.truth === truth ? [names[place] ?? describe(trace.condition)] : [],
    );
  const [met, unmet, open] = [named(TRUE), named(FALSE), named(UNKNOWN)];
  const list = met.length === 0 ? '' : ` (${met.join('; ')})`;
  return [
    `${String(met.length)} of ${String(parts.length)} ${of} ${met.length === 1 ? 'is' : 'are'} ${are}${list}; ${String(asked)} ${asked === 1 ? 'is' : 'are'} required`,
    ...(unmet.length === 0 ? [] : [`Not ${are}: ${unmet.join('; ')}`]),
    ...(open.length === 0 ? [] : [`Not known: ${open.join('; ')}`]),
  ].join('. ');
}
