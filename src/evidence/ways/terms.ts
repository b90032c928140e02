import type { Circumstances, UnknownFact } from '../../conditions/circumstances.js';
import type { Trace, TracedPart } from '../../conditions/compile.js';
import type { Leaf } from '../../conditions/condition.js';
import { FALSE, TRUE, UNKNOWN } from '../../conditions/truth.js';
import type { TruthOf } from '../../conditions/operators/operator.js';
import { isLeaf, operatorOf } from '../../conditions/walk.js';
import { mayBeCompleted } from './may-be-completed.js';
import { openPlaces, placesOf, type Place } from './places.js';

/** A question that must come out so. */
export interface Literal {
  readonly leaf: Leaf;
  readonly isSo: boolean;
  readonly truth: TruthOf;
  /** What is stated says the contrary, and a paper that is not on record could say otherwise. */
  readonly isStated: boolean;
  /** What of it is not known. */
  readonly unknown: readonly UnknownFact[];
  /** What an answer states. */
  readonly places: readonly Place[];
  /** Alike where the same is asked. */
  readonly key: string;
}

/** So many of some questions must come out so. */
export interface Counted {
  readonly atLeast: number;
  readonly literals: readonly [Literal, ...Literal[]];
  readonly key: string;
}

export type Ask = Literal | Counted;

/** What must all be so, which is enough. */
export type Term = readonly Ask[];

/** More ways than these through one clause are not searched. */
export const MOST_TERMS = 128;

/** Every set of answers that makes a condition come out so; nothing where there are more than are searched. */
export function termsOf(trace: Trace, isSo: boolean, under: Circumstances): readonly Term[] | undefined {
  const { condition, truth, parts } = trace;
  if (truth === (isSo ? TRUE : FALSE)) return [[]];
  if (isLeaf(condition)) return termsOfLeaf(condition, trace, isSo, under);
  const each = parts.map((part) => termsOfPart(part, isSo, under));
  if (!each.every((terms) => terms !== undefined)) return undefined;
  const open = each.filter((terms) => terms.length > 0 && !terms.some(isMet));
  const needed =
    (isSo ? trace.count : parts.length - trace.count + 1) - each.filter((terms) => terms.some(isMet)).length;
  if (open.length < needed) return [];
  if (condition.op === 'atLeast') return counted(needed, open);
  return needed === 1 ? bounded(open.flat()) : allOf(open);
}

function termsOfPart({ trace, isNegated }: TracedPart, isSo: boolean, under: Circumstances) {
  return termsOf(trace, isSo !== isNegated, under);
}

function isMet(term: Term): boolean {
  return term.length === 0;
}

function termsOfLeaf(
  leaf: Leaf,
  { truth, unknown }: Trace,
  isSo: boolean,
  under: Circumstances,
): readonly Term[] {
  const isStated = truth !== UNKNOWN;
  if (isStated && !mayBeCompleted(leaf, isSo, under.session)) return [];
  const places = isStated ? placesOf(leaf, under) : openPlaces(leaf, unknown);
  const compiled = operatorOf(leaf).truth(leaf);
  return [[{ leaf, isSo, truth: compiled, isStated, unknown, places, key: JSON.stringify([leaf, isSo]) }]];
}

/** Of parts that are one question each it stays one demand; what is not known comes before what is stated otherwise. */
function counted(needed: number, open: readonly (readonly Term[])[]): readonly Term[] | undefined {
  const single = open.flatMap((terms) => (terms.length === 1 ? terms : [])).flatMap(onlyLiteral);
  const unknown = single.filter(({ isStated }) => !isStated);
  const literals = unknown.length >= needed ? unknown : single;
  if (single.length < open.length) return chosen(needed, open);
  const [first, ...others] = literals;
  if (first === undefined || literals.length === needed) return [literals];
  const key = JSON.stringify([needed, literals.map((one) => one.key)]);
  return [[{ atLeast: needed, literals: [first, ...others], key }]];
}

function onlyLiteral(term: Term): Literal[] {
  const [only, another] = term;
  return only !== undefined && another === undefined && !('literals' in only) ? [only] : [];
}

/** Each choice of so many of them. */
function chosen(needed: number, open: readonly (readonly Term[])[]): readonly Term[] | undefined {
  if (needed === 0) return [[]];
  if (open.length < needed) return [];
  const [first = [], ...others] = open;
  const with1 = chosen(needed - 1, others);
  const without = chosen(needed, others);
  if (with1 === undefined || without === undefined) return undefined;
  return bounded([...first.flatMap((one) => with1.map((more) => [...one, ...more])), ...without]);
}

function allOf(each: readonly (readonly Term[])[]): readonly Term[] | undefined {
  return each.reduce<readonly Term[] | undefined>(
    (all, terms) => all && bounded(all.flatMap((one) => terms.map((more) => [...one, ...more]))),
    [[]],
  );
}

function bounded(terms: readonly Term[]): readonly Term[] | undefined {
  return terms.length > MOST_TERMS ? undefined : terms;
}
