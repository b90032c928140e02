import type { Circumstances } from '../../conditions/circumstances.js';
import type { Clause } from './clauses.js';
import { witnessOf, type Asked } from './answers.js';
import { shortened, spelledOut, withoutLonger } from './fewest-demands.js';
import { demandOf } from './demands.js';
import { MOST_TERMS, termsOf, type Term } from './terms.js';
import type { Way } from '../../findings/ways.js';

/** The ways through something, and whether there may be more. */
export interface Found {
  readonly ways: readonly Way[];
  readonly isCut: boolean;
}

/** Each smallest set of answers by which a clause is met and no other is broken. */
export function waysThrough(clause: Clause, asked: Asked): Found {
  const terms = termsThrough(clause, asked);
  if (terms === undefined) return { ways: [], isCut: true };
  const tried = terms.map((term) => ({ term, witness: witnessOf(term, clause, asked) }));
  return {
    ways: tried.flatMap(({ term, witness }) =>
      witness === undefined || witness === 'not-searched' ? [] : wayOf(term, asked.under),
    ),
    isCut: tried.some(({ witness }) => witness === 'not-searched'),
  };
}

/** The smallest sets of answers that a clause follows from; undefined where there are more than are searched. */
export function termsThrough(clause: Clause, asked: Asked): readonly Term[] | undefined {
  const terms = termsOf(clause.met.explain(asked.under), true, asked.under)?.flatMap((term) =>
    spelledOut(term, asked),
  );
  if (terms === undefined || terms.length > MOST_TERMS) return undefined;
  return withoutLonger(
    terms.map((term) => shortened(term, clause, asked)),
    asked,
  );
}

function wayOf(term: Term, { session }: Circumstances): Way {
  const isPaper = term.some((ask) =>
    ('literals' in ask ? ask.literals : [ask]).some(({ isStated }) => isStated),
  );
  return { kind: isPaper ? 'complete' : 'answer', demands: term.map((ask) => demandOf(ask, session)) };
}
