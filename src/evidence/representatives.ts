import { compile } from '../conditions/compile.js';
import type { Leaf } from '../conditions/condition.js';
import type { TruthOf } from '../conditions/operators/operator.js';
import type { Truth } from '../conditions/truth.js';
import { factsOf } from '../conditions/walk.js';
import { nothings } from '../facts/generated/table.js';
import type { SessionPath } from '../facts/generated/types.js';
import { isListFact, listsFor } from './representative-lists.js';
import { valuesFor } from './representative-values.js';
import { sessionStating, type Asked, type Stated } from './stating.js';

/** One way in which facts are stated, and how each leaf that reads them comes out. */
export interface Representative {
  readonly stated: Stated;
  readonly truths: readonly Truth[];
}

/** Leaves that are asked about the same facts, with one way to state those for each way in which they come out together. */
export interface FactGroup {
  /** Places in the list of leaves. */
  readonly leaves: readonly number[];
  readonly representatives: readonly Representative[];
}

/** Groups that share no fact: one of each, in any combination, is a session. */
export type World = readonly FactGroup[];

/** The ways of groups that were asked for before, under the same readings and words. */
export type KnownWays = Map<string, readonly Representative[] | 'too many'>;

/** More ways than these of one group are not looked at. */
const MOST = 500;

interface Search {
  readonly questions: readonly LeafAsked[];
  readonly asked: Asked;
  readonly known: KnownWays;
}

/**
 * For leaves of conditions the sessions that matter: however a session comes out on all of them, one way through one of
 * the worlds comes out the same. What may not exist is a world of its own where it does not, or is not known to.
 *
 * @returns undefined where there are more than are looked at.
 */
export function representativesOf(
  leaves: readonly Leaf[],
  asked: Asked,
  known: KnownWays = new Map(),
): readonly World[] | undefined {
  const questions = leaves.map((leaf) => ({ leaf, paths: pathsOf(leaf), truth: compile(leaf).truth }));
  const worlds = worldsOf(questions).map((world) => groupsIn(world, questions, asked, known));
  return worlds.every((world) => world !== undefined) ? worlds : undefined;
}

interface LeafAsked {
  readonly leaf: Leaf;
  readonly paths: readonly string[];
  readonly truth: TruthOf;
}

/** What is said of each thing that may not exist, by path: of what is open its facts may be stated. */
type Existence = Readonly<Record<string, 'none' | 'unknown' | 'there' | 'open'>>;

function pathsOf(leaf: Leaf): readonly string[] {
  return leaf.op === 'exists' ? [leaf.fact] : factsOf(leaf);
}

function worldsOf(questions: readonly LeafAsked[]): readonly Existence[] {
  const paths = questions.flatMap((one) => one.paths);
  const concerned = Object.keys(nothings).filter((nothing) => paths.some((path) => isOf(path, nothing)));
  let worlds: Existence[] = [{}];
  for (const nothing of concerned) {
    const states = paths.includes(nothing)
      ? (['there', 'none', 'unknown'] as const)
      : (['open', 'none'] as const);
    worlds = worlds.flatMap((world) => states.map((state) => ({ ...world, [nothing]: state })));
  }
  return worlds;
}

function isOf(path: string, nothing: string): boolean {
  return path === nothing || path.startsWith(`${nothing}.`);
}

function groupsIn(
  world: Existence,
  questions: readonly LeafAsked[],
  asked: Asked,
  known: KnownWays,
): World | undefined {
  const closed = Object.keys(world).filter(
    (nothing) => world[nothing] === 'none' || world[nothing] === 'unknown',
  );
  const base: Stated = Object.fromEntries(
    Object.entries(world).flatMap(([nothing, state]) => {
      if (state === 'there') return [[nothing, {}]];
      return state === 'none' ? [[nothing, 'none']] : [];
    }),
  );
  const isOpen = (path: string) =>
    path !== 'dateOfService' && !(path in nothings) && !closed.some((nothing) => isOf(path, nothing));
  const open = questions.map(({ paths }) => paths.filter(isOpen) as SessionPath[]);
  const groups = connected(open).map((places) => groupOf(places, open, base, { questions, asked, known }));
  return groups.every((group) => group !== undefined) ? groups : undefined;
}

/** The places of leaves in groups that have no open fact in common; those without one are a group too. */
function connected(open: readonly (readonly string[])[]): readonly (readonly number[])[] {
  let groups: { readonly paths: ReadonlySet<string>; readonly places: readonly number[] }[] = [];
  for (const [place, paths] of open.entries()) {
    const isNear = (group: (typeof groups)[number]) =>
      paths.length === 0 ? group.paths.size === 0 : paths.some((path) => group.paths.has(path));
    const near = groups.filter(isNear);
    groups = [
      ...groups.filter((group) => !near.includes(group)),
      {
        paths: new Set([...near.flatMap((group) => [...group.paths]), ...paths]),
        places: [...near.flatMap((group) => group.places), place],
      },
    ];
  }
  return groups.map(({ places }) => [...places].sort((one, other) => one - other));
}

function groupOf(
  places: readonly number[],
  open: readonly (readonly SessionPath[])[],
  base: Stated,
  { questions, asked, known }: Search,
): FactGroup | undefined {
  const own = questions.filter((_, place) => places.includes(place));
  const paths = [...new Set(open.filter((_, place) => places.includes(place)).flat())];
  const key = JSON.stringify([asked.on, base, own.map(({ leaf }) => leaf)]);
  const ways = known.get(key) ?? waysToState(paths, base, own, asked);
  known.set(key, ways);
  return ways === 'too many' ? undefined : { leaves: places, representatives: ways };
}

/** One for each way in which the leaves come out together. */
function waysToState(
  paths: readonly SessionPath[],
  base: Stated,
  own: readonly LeafAsked[],
  asked: Asked,
): readonly Representative[] | 'too many' {
  const [list] = paths.filter(isListFact);
  const leaves = own.map(({ leaf }) => leaf);
  const ways = list === undefined ? valuesFor(paths, leaves, asked) : listsFor(list, leaves, asked, MOST);
  if (ways === undefined || ways.length > 20 * MOST) return 'too many';
  const found = new Map<string, Representative>();
  for (const way of ways) {
    const stated = { ...base, ...way };
    const session = sessionStating(stated, asked.on);
    const truths = own.map(({ truth }) => truth({ ...asked, session }));
    const key = truths.join('');
    if (!found.has(key)) found.set(key, { stated, truths });
  }
  return [...found.values()];
}
