import type { Condition } from '../conditions/condition.js';
import { factsIn, restsOn } from '../conditions/walk.js';
import type { FactPath } from '../facts/generated/types.js';
import { readingsOfFact, type ReadingName } from '../readings/generated.js';
import type { Criterion } from '../services/service.js';

/**
 * The reading of the facts at issue, or else that of the clause, unless it is of a fact that the clause reads and that is
 * not at issue.
 */
export function readingAtIssue(
  ofClause: ReadingName | undefined,
  reads: readonly FactPath[],
  atIssue: readonly FactPath[],
): ReadingName | undefined {
  const [first] = atIssue.flatMap((path) => readingOf(path, ofClause) ?? []);
  if (first !== undefined) return first;
  return reads.some((path) => readingOf(path, ofClause) === ofClause) ? undefined : ofClause;
}

/** Of several readings of a fact, the clause's own. */
function readingOf(path: FactPath, ofClause: ReadingName | undefined): ReadingName | undefined {
  const names = readingsOfFact[path];
  return names?.find((name) => name === ofClause) ?? names?.[0];
}

/** The conditions of a clause. */
export function conditionsOf({ appliesWhen, requires, expects }: Criterion): readonly Condition[] {
  return [appliesWhen, requires, expects].filter((condition) => condition !== undefined);
}

/** The facts that a clause reads. */
export function readsOfClause(criterion: Criterion): readonly FactPath[] {
  const reads = [...new Set(conditionsOf(criterion).flatMap(factsIn))];
  return criterion.owed === undefined ? reads : [...reads, 'phase'];
}

/** Every named reading that a clause rests on: its own, those of its questions and facts, and of when its paper is owed. */
export function readingsOfClause(criterion: Criterion): readonly ReadingName[] {
  const conditions = conditionsOf(criterion);
  const facts = conditions.flatMap(factsIn);
  return [
    ...[criterion.reading, criterion.readingOfExpected].filter((name) => name !== undefined),
    ...conditions.flatMap(restsOn),
    ...facts.flatMap((path) => readingOf(path, criterion.reading) ?? []),
    ...(criterion.owed === 'after-the-week' ? (['week'] as const) : []),
    ...(criterion.ageReading === undefined ? [] : [criterion.ageReading]),
  ];
}
