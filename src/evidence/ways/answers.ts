import type { Circumstances } from '../../conditions/circumstances.js';
import type { Leaf } from '../../conditions/condition.js';
import { FALSE, TRUE } from '../../conditions/truth.js';
import type { Session } from '../../facts/generated/types.js';
import type { RuleId } from '../../findings/finding-data.js';
import type { Clause } from './clauses.js';
import { answered, readsOf, type Place } from './places.js';
import type { Literal, Term } from './terms.js';
import { valuesFor } from './values.js';

/** What answers are tried with. */
export interface Asked {
  readonly under: Circumstances;
  /** All that hold back. */
  readonly clauses: readonly Clause[];
  /** The rules that are not met as it is. */
  readonly broken: ReadonlySet<RuleId>;
  /** Every question about a fact, each once. */
  readonly leavesAt: (place: Place) => readonly Leaf[];
  /** Whether a question follows from others, as far as that was asked. */
  readonly implied: Map<string, boolean>;
}

export function askedOf(
  under: Circumstances,
  clauses: readonly Clause[],
  broken: ReadonlySet<RuleId>,
): Asked {
  const known = new Map<Place, readonly Leaf[]>();
  return {
    under,
    clauses,
    broken,
    implied: new Map(),
    leavesAt(place) {
      const leaves = known.get(place) ?? leavesAbout(place, clauses);
      known.set(place, leaves);
      return leaves;
    },
  };
}

function leavesAbout(place: Place, clauses: readonly Clause[]): readonly Leaf[] {
  const leaves = clauses.filter(({ reads }) => reads().has(place)).flatMap((clause) => clause.leaves());
  const own = leaves.filter((leaf) => readsOf(leaf).includes(place));
  return [...new Map(own.map((leaf) => [JSON.stringify(leaf), leaf])).values()];
}

/** More answers than these are not tried for one way. */
export const MOST_TRIED = 2000;

/**
 * A session with answers by which all of a term comes out as asked, the clause is met, and no other is broken that was
 * not; undefined where there is none.
 */
export function witnessOf(term: Term, { met }: Clause, asked: Asked): Session | 'not-searched' | undefined {
  const { under, clauses, broken } = asked;
  const literals = term.flatMap((ask) => ('literals' in ask ? ask.literals.slice(0, ask.atLeast) : [ask]));
  const places = literals.flatMap((literal) => literal.places);
  const others = clauses.filter(
    ({ rule, reads }) => !broken.has(rule) && places.some((place) => isReadIn(place, reads())),
  );
  const effort = { tried: 0 };
  for (const session of answersTo(literals, asked, effort)) {
    const then = { ...under, session };
    if (met.truth(then) === TRUE && !others.some((other) => other.met.truth(then) === FALSE)) return session;
  }
  return effort.tried > MOST_TRIED ? 'not-searched' : undefined;
}

/** Of an object a clause may read one of its facts. */
function isReadIn(place: Place, reads: ReadonlySet<Place>): boolean {
  return [...reads].some((read) => isWithin(read, place));
}

/** Sessions in which the questions come out as asked, one for each way in which a clause can tell them apart. */
export function* answersTo(
  literals: readonly Literal[],
  { under, leavesAt }: Asked,
  effort: { tried: number },
): Generator<Session> {
  const places = inOrder(new Set(literals.flatMap((literal) => literal.places)));
  // Each question is looked at as soon as all that it asks is answered.
  const settledAt = places.map((_place, index) => {
    const done = places.slice(0, index + 1);
    const isDone = (literal: Literal, of: readonly Place[]) =>
      literal.places.every((place) => of.includes(place));
    return literals.filter((one) => isDone(one, done) && !isDone(one, done.slice(0, -1)));
  });
  const valuesAt = (place: Place, session: Session) =>
    valuesFor(place, leavesAt(place), { ...under, session });
  const fixed = places.map((place) => (isDay(place) ? undefined : valuesAt(place, under.session)));
  yield* from(0, under.session);

  function* from(index: number, session: Session): Generator<Session> {
    const place = places[index];
    if (place === undefined) {
      yield session;
      return;
    }
    for (const value of fixed[index] ?? valuesAt(place, session)) {
      if (++effort.tried > MOST_TRIED) return;
      const then = { ...under, session: answered(session, place, value) };
      if (settledAt[index]?.every((literal) => isAsAsked(literal, then)) === true)
        yield* from(index + 1, then.session);
    }
  }
}

/** What is worth stating of a day turns on other days. */
function isDay(place: Place): boolean {
  return place === 'member.birthDate' || place === 'assessment.date';
}

export function isAsAsked({ isSo, truth }: Literal, then: Circumstances): boolean {
  return truth(then) === (isSo ? TRUE : FALSE);
}

/** What holds others first; a birth date before the days that are compared with it. */
function inOrder(places: ReadonlySet<Place>): Place[] {
  const depth = (place: Place) => place.split('.').length + (place === 'assessment.date' ? 1 : 0);
  return [...places].sort((one, other) => depth(one) - depth(other));
}

export function isWithin(place: Place, other: Place): boolean {
  return place === other || place.startsWith(`${other}.`);
}
