import type { Circumstances } from '../../conditions/circumstances.js';
import type { Leaf } from '../../conditions/condition.js';
import { FALSE, TRUE } from '../../conditions/truth.js';
import type { Session } from '../../facts/generated/types.js';
import type { RuleId } from '../../findings/finding-data.js';
import type { Clause } from './clauses.js';
import { answered, readsOf, type Place } from './places.js';
import type { Counted, Literal, Term } from './terms.js';
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
const MOST_TRIED = 2000;

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

/** Whether a question comes out as asked however others are answered that tell of all that it asks. */
export function isImplied(literal: Literal, others: readonly Literal[], asked: Asked): boolean {
  const { places } = literal;
  const about = others.filter((other) => other.places.every((place) => places.includes(place)));
  const told = new Set(about.flatMap((other) => other.places));
  if (!places.every((place) => told.has(place))) return false;
  const key = [literal, ...about].map((one) => one.key).join();
  const implied = asked.implied.get(key) ?? follows(literal, about, asked);
  asked.implied.set(key, implied);
  return implied;
}

function follows(literal: Literal, about: readonly Literal[], asked: Asked): boolean {
  const effort = { tried: 0 };
  let isTried = false;
  for (const session of answersTo(about, asked, effort)) {
    isTried = true;
    if (!isAsAsked(literal, { ...asked.under, session })) return false;
  }
  return isTried && effort.tried <= MOST_TRIED;
}

/** Sessions in which the questions come out as asked, one for each way in which a clause can tell them apart. */
function* answersTo(
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

function isAsAsked({ isSo, truth }: Literal, then: Circumstances): boolean {
  return truth(then) === (isSo ? TRUE : FALSE);
}

/** What holds others first; a birth date before the days that are compared with it. */
function inOrder(places: ReadonlySet<Place>): Place[] {
  const depth = (place: Place) => place.split('.').length + (place === 'assessment.date' ? 1 : 0);
  return [...places].sort((one, other) => depth(one) - depth(other));
}

/**
 * The same with each choice of what is counted, unless any of it may be so without the rest: then "two of these four" is
 * one demand.
 */
export function spelledOut(term: Term, asked: Asked): readonly Term[] {
  return term.reduce<readonly Term[]>(
    (terms, ask) => {
      const choices = 'literals' in ask && !isApart(ask, term, asked) ? choicesOf(ask) : [[ask]];
      return terms.flatMap((before) => choices.map((choice) => [...before, ...choice]));
    },
    [[]],
  );
}

function isApart({ literals }: Counted, term: Term, asked: Asked): boolean {
  const others = term.filter((ask) => !('literals' in ask && ask.literals === literals)).flatMap(allIn);
  if (others.some((other) => literals.some((literal) => sharesPlace(other, literal)))) return false;
  return literals.every((literal) => isAloneIn(literals, literal, asked));
}

/** Whether it may be so where no other of them is. */
function isAloneIn(literals: readonly Literal[], literal: Literal, asked: Asked): boolean {
  const others = literals.filter((other) => other !== literal && sharesPlace(other, literal));
  for (const session of answersTo([literal], asked, { tried: 0 })) {
    if (!others.some((other) => isAsAsked(other, { ...asked.under, session }))) return true;
  }
  return false;
}

function sharesPlace({ places }: Literal, other: Literal): boolean {
  return places.some((one) => other.places.some((two) => isWithin(one, two) || isWithin(two, one)));
}

function isWithin(place: Place, other: Place): boolean {
  return place === other || place.startsWith(`${other}.`);
}

function choicesOf({ atLeast, literals }: Counted): readonly (readonly Literal[])[] {
  return literals
    .reduce<readonly (readonly Literal[])[]>(
      (choices, literal) => [...choices, ...choices.map((choice) => [...choice, literal])],
      [[]],
    )
    .filter(({ length }) => length === atLeast);
}

function allIn(ask: Term[number]): readonly Literal[] {
  return 'literals' in ask ? ask.literals : [ask];
}

/** A term in as few demands as the clause follows from. */
export function shortened(term: Term, clause: Clause, asked: Asked): Term {
  const distinct = term.filter((ask, index) => term.findIndex(({ key }) => key === ask.key) === index);
  const isAskedTwice = term
    .flatMap(allIn)
    .some(({ places }) => places.some((place) => questionsOf(clause, place).length > 1));
  return distinct.reduce<Term>((kept, ask) => {
    const others = kept.filter((other) => other !== ask);
    if (isAskedTwice && isEnough(others, clause, asked)) return others;
    if ('literals' in ask) return kept;
    const rest = others.flatMap(allIn);
    return isStatedBy(rest, ask) || isImpliedByNone(rest, ask, asked) ? others : kept;
  }, distinct);
}

function questionsOf({ leaves }: Clause, place: Place): readonly Leaf[] {
  const own = leaves().filter((leaf) => readsOf(leaf).some((read) => isWithin(place, read)));
  return [...new Map(own.map((leaf) => [JSON.stringify(leaf), leaf])).values()];
}

/** Whether the clause is met however what is asked is answered as asked. */
function isEnough(term: Term, { met }: Clause, asked: Asked): boolean {
  const choices = term.reduce<readonly (readonly Literal[])[]>(
    (before, ask) =>
      before.flatMap((some) =>
        ('literals' in ask ? choicesOf(ask) : [[ask]]).map((choice) => [...some, ...choice]),
      ),
    [[]],
  );
  return choices.every((literals) => {
    const effort = { tried: 0 };
    let isTried = false;
    for (const session of answersTo(literals, asked, effort)) {
      isTried = true;
      if (met.truth({ ...asked.under, session }) !== TRUE) return false;
    }
    return isTried && effort.tried <= MOST_TRIED;
  });
}

/** That there is an object is told by any fact of it. */
function isStatedBy(others: readonly Literal[], { leaf, isSo }: Literal): boolean {
  if (leaf.op !== 'exists' || !isSo) return false;
  return others.some(({ places }) => places.some((place) => place.startsWith(`${leaf.fact}.`)));
}

/** Where there is to be no object, all that is so without it. */
function isImpliedByNone(others: readonly Literal[], ask: Literal, asked: Asked): boolean {
  return others.some((other) => other.leaf.op === 'exists' && !other.isSo && isOfNone(ask, other, asked));
}

/** Whether it is so where there is no such object. */
function isOfNone(one: Literal, { leaf }: Literal, { under }: Asked): boolean {
  if (leaf.op !== 'exists' || one.leaf.op === 'exists') return false;
  const { fact } = leaf;
  const isInside = one.places.every((place) => isWithin(place, fact));
  return isInside && isAsAsked(one, { ...under, session: answered(under.session, fact, 'none') });
}

/** Without those that ask all that another asks, and more. */
export function withoutLonger(terms: readonly Term[], asked: Asked): readonly Term[] {
  return terms.filter(
    (term, index) =>
      !terms.some(
        (other, place) =>
          place !== index && asksAll(term, other, asked) && !(asksAll(other, term, asked) && index < place),
      ),
  );
}

function asksAll(term: Term, other: Term, asked: Asked): boolean {
  return other.every(
    (ask) =>
      term.some(({ key }) => key === ask.key) ||
      (!('literals' in ask) &&
        (isImplied(ask, term.flatMap(single), asked) ||
          isStatedBy(
            term.flatMap(single).filter((one) => !isOfNone(one, ask, asked)),
            ask,
          ))),
  );
}

function single(ask: Term[number]): readonly Literal[] {
  return 'literals' in ask ? [] : [ask];
}
