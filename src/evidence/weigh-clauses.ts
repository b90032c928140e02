import type { Truth } from '../conditions/truth.js';
import type { Criterion } from '../services/service.js';
import {
  leafList,
  RANKS,
  rankedClause,
  type Between,
  type Bounds,
  type Rank,
  type RankOf,
} from './clause-ranks.js';
import { representativesOf, type FactGroup, type KnownWays, type World } from './representatives.js';
import type { Asked, Stated } from './stating.js';

/** What is left to look at; a search that has none left has decided nothing. */
export interface Budget {
  left: number;
  /** Ways to state facts that are known by then. */
  readonly known: KnownWays;
}

/** A way to state facts under which some clauses let more pass than others. */
export interface Way {
  readonly stated: Stated;
  /** The day of the check is within the week of the session. */
  readonly isWithinWeek: boolean;
}

/** What both come to, at least and at most, where they are not known yet. */
export type IsSought = (one: Between<Rank>, other: Between<Rank>) => boolean;

/** The others let something pass that the ones do not. */
export const isHigher: IsSought = ([least], [, most]) => most > least;

/** What fails of the ones passes of the others. */
export const isOpposite: IsSought = ([least], [, most]) => least === RANKS.fails && most === RANKS.passes;

interface Weighed {
  readonly one: readonly RankOf[];
  readonly other: readonly RankOf[];
  readonly isWithinWeek: boolean;
  readonly isSought: IsSought;
  readonly budget: Budget;
}

/**
 * Every way in which the second clauses together come out as sought beside the first ones together, one for each way
 * their leaves may come out. Where none is given and the budget is not used up, there is none.
 */
export function* weighClauses(
  one: readonly Criterion[],
  other: readonly Criterion[],
  asked: Asked,
  isSought: IsSought,
  budget: Budget,
): Generator<Way> {
  const owed = new Set([...one, ...other].map((clause) => clause.owed));
  const isDueAlike = owed.size < 2;
  const list = leafList();
  const ranked = (clauses: readonly Criterion[]) =>
    clauses.map((clause) => rankedClause(clause, isDueAlike, list, asked));
  const sides = { one: ranked(one), other: ranked(other) };
  const worlds = representativesOf(list.leaves, asked, budget.known);
  if (worlds === undefined) budget.left = 0;
  for (const isWithinWeek of isDueAlike || !owed.has('after-the-week') ? [false] : [false, true]) {
    for (const world of worlds ?? []) {
      yield* within(world, { ...sides, isWithinWeek, isSought, budget }, list.leaves.length);
    }
  }
}

function* within(world: World, weighed: Weighed, size: number): Generator<Way> {
  const least: Truth[] = Array.from({ length: size }, () => 0);
  const most: Truth[] = Array.from({ length: size }, () => 2);
  for (const group of world) spread(group, { least, most });
  // What leaves fewest ways comes first.
  const groups = [...world].sort((a, b) => a.representatives.length - b.representatives.length);
  yield* down(groups, 0, { least, most }, {}, weighed);
}

interface Open {
  readonly least: Truth[];
  readonly most: Truth[];
}

/** As far as is known of a group of which no way is chosen. */
function spread({ leaves, representatives }: FactGroup, { least, most }: Open): void {
  for (const [place, leaf] of leaves.entries()) {
    const truths = representatives.map((one) => Number(one.truths[place]));
    least[leaf] = Math.min(...truths) as Truth;
    most[leaf] = Math.max(...truths) as Truth;
  }
}

function* down(
  groups: readonly FactGroup[],
  depth: number,
  bounds: Open,
  stated: Stated,
  weighed: Weighed,
): Generator<Way> {
  if (weighed.budget.left <= 0) return;
  weighed.budget.left--;
  const { one, other, isWithinWeek, isSought } = weighed;
  if (!isSought(together(one, bounds, isWithinWeek), together(other, bounds, isWithinWeek))) return;
  const group = groups[depth];
  if (group === undefined) {
    yield { stated, isWithinWeek };
    return;
  }
  for (const { stated: more, truths } of group.representatives) {
    for (const [place, leaf] of group.leaves.entries()) {
      const [truth] = truths.slice(place, place + 1) as [Truth];
      bounds.least[leaf] = truth;
      bounds.most[leaf] = truth;
    }
    yield* down(groups, depth + 1, bounds, { ...stated, ...more }, weighed);
  }
  spread(group, bounds);
}

/** The worst of several clauses; none lets everything pass. */
function together(clauses: readonly RankOf[], bounds: Bounds, isWithinWeek: boolean): Between<Rank> {
  let [least, most]: Between<Rank> = [RANKS.passes, RANKS.passes];
  for (const clause of clauses) {
    const [low, high] = clause(bounds, isWithinWeek);
    if (low < least) least = low;
    if (high < most) most = high;
  }
  return [least, most];
}
