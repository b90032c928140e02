import { compile } from '../conditions/compile.js';
import type { Condition, Leaf } from '../conditions/condition.js';
import { FALSE, opposite, TRUE, UNKNOWN, type Truth } from '../conditions/truth.js';
import { demandOf, factsOf, isLeaf, isQuestion, leavesOf } from '../conditions/walk.js';
import { conditionsOf } from '../rules/reading-at-issue.js';
import type { Criterion } from '../services/service.js';
import { canonicalJson } from '../values/canonical-json.js';
import { sessionStating, type Asked } from './stating.js';

/** How far a rule lets a session pass; a higher one holds it back less. */
export const RANKS = {
  fails: 0,
  unknown: 1,
  warns: 2,
  mayWarn: 3,
  due: 4,
  passes: 5,
} as const;
export type Rank = (typeof RANKS)[keyof typeof RANKS];

/** The least and the greatest that something may come to. */
export type Between<Value> = readonly [least: Value, most: Value];

/** The truth of each leaf, at least and at most. */
export interface Bounds {
  readonly least: readonly Truth[];
  readonly most: readonly Truth[];
}

/** Leaves that are asked in several clauses, each once. */
export interface LeafList {
  readonly leaves: Leaf[];
  readonly placeOf: (leaf: Leaf) => number;
}

export function leafList(): LeafList {
  const places = new Map<string, number>();
  const leaves: Leaf[] = [];
  return {
    leaves,
    placeOf(leaf) {
      const key = canonicalJson(leaf);
      const known = places.get(key) ?? leaves.push(leaf) - 1;
      places.set(key, known);
      return known;
    },
  };
}

type Tree =
  | { readonly place: number }
  | { readonly truth: Truth }
  | {
      readonly count: number;
      readonly parts: readonly { readonly tree: Tree; readonly isNegated: boolean }[];
    };

function treeOf(condition: Condition, list: LeafList, asked: Asked): Tree {
  if (!isQuestion(condition)) {
    const { count, parts } = demandOf(condition);
    return {
      count,
      parts: parts.map((part) => ({ ...part, tree: treeOf(part.condition, list, asked) })),
    };
  }
  if (isLeaf(condition)) return { place: list.placeOf(condition) };
  // A reading is set, whatever the session.
  return { truth: compile(condition).truth({ ...asked, session: sessionStating({}, asked.on) }) };
}

/** The least truth of a condition; with what is most in place of what is least, the greatest. */
function leastOf(tree: Tree, least: readonly Truth[], most: readonly Truth[]): Truth {
  if ('place' in tree) return Number(least[tree.place]) as Truth;
  if ('truth' in tree) return tree.truth;
  const truths = tree.parts.map((part) =>
    part.isNegated ? opposite(leastOf(part.tree, most, least)) : leastOf(part.tree, least, most),
  );
  if (truths.filter((truth) => truth === TRUE).length >= tree.count) return TRUE;
  return truths.filter((truth) => truth !== FALSE).length < tree.count ? FALSE : UNKNOWN;
}

/** A session that is only proposed. */
const proposed: Leaf = { op: 'oneOf', fact: 'phase', codes: ['proposed'] };

/** What a clause comes to, where its leaves are known as far as they are. */
export type RankOf = (bounds: Bounds, isWithinWeek: boolean) => Between<Rank>;

/** @param isDueAlike whether the clauses that it is compared with are owed alike: then it is asked of what is owed already. */
export function rankedClause(
  { appliesWhen, requires, expects, severity, owed }: Criterion,
  isDueAlike: boolean,
  list: LeafList,
  asked: Asked,
): RankOf {
  const trees = [appliesWhen, requires, expects].map((one) => one && treeOf(one, list, asked));
  const phase = isDueAlike || owed === undefined ? undefined : list.placeOf(proposed);
  const isWarning = severity === 'warning';
  return ({ least, most }, isWithinWeek) => {
    const between = (tree: Tree | undefined): readonly Truth[] =>
      tree === undefined ? [TRUE] : fromTo(leastOf(tree, least, most), leastOf(tree, most, least));
    const [applies = [], required = [], expected = []] = trees.map(between);
    const ranks = applies.flatMap((one) =>
      required.flatMap((strict) => expected.map((mild) => rankOf(one, strict, mild, isWarning))),
    );
    const dues = dueBetween(phase, { least, most }, owed === 'after-the-week' && isWithinWeek);
    const all = ranks.flatMap((rank) =>
      dues.map((isDue) => (isDue && rank !== RANKS.passes ? RANKS.due : rank)),
    );
    return [Math.min(...all) as Rank, Math.max(...all) as Rank];
  };
}

function dueBetween(phase: number | undefined, { least, most }: Bounds, isInWeek: boolean): boolean[] {
  if (phase === undefined) return [false];
  if (isInWeek || least[phase] === TRUE) return [true];
  return most[phase] === TRUE ? [false, true] : [false];
}

function fromTo(least: Truth, most: Truth): readonly Truth[] {
  return ([FALSE, UNKNOWN, TRUE] as const).filter((truth) => least <= truth && truth <= most);
}

/** What a clause comes to: as `src/rules/criterion.ts`, where the paper is owed. */
function rankOf(applies: Truth, strict: Truth, mild: Truth, isWarning: boolean): Rank {
  const met = strict === TRUE ? mild : strict;
  if (applies === FALSE || met === TRUE) return RANKS.passes;
  const isOpen = applies === UNKNOWN || met === UNKNOWN;
  if (isWarning || strict === TRUE) return isOpen ? RANKS.mayWarn : RANKS.warns;
  return isOpen ? RANKS.unknown : RANKS.fails;
}

/** What a clause asks, without its words: two that ask the same come to the same. */
export function askedBy({ appliesWhen, requires, expects, severity, owed }: Criterion): string {
  const wording = ['fails', 'counted'];
  return JSON.stringify(
    { appliesWhen, requires, expects, severity: severity ?? 'error', owed },
    (key, part: unknown) => (wording.includes(key) ? undefined : part),
  );
}

/** Whether a clause reads a fact that another reads. */
export function sharesFact(one: Criterion, other: Criterion): boolean {
  const [facts, others] = [one, other].map((clause) =>
    conditionsOf(clause).flatMap(leavesOf).flatMap(factsOf),
  ) as [string[], string[]];
  return facts.some((fact) => others.includes(fact));
}
