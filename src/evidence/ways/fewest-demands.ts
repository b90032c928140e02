import type { Leaf } from '../../conditions/condition.js';
import { TRUE } from '../../conditions/truth.js';
import { answersTo, isAsAsked, isWithin, MOST_TRIED, type Asked } from './answers.js';
import type { Clause } from './clauses.js';
import { answered, readsOf, type Place } from './places.js';
import type { Counted, Literal, Term } from './terms.js';

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
    return isAskedTwice && isEnough(others, clause, asked) ? others : kept;
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

/** Whether a question comes out as asked however others are answered that tell of all that it asks. */
function isImplied(literal: Literal, others: readonly Literal[], asked: Asked): boolean {
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
