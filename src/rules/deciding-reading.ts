import type { FactPath } from '../facts/generated/types.js';
import { optionOf, readingOfFact, readingsSchema, type ReadingName } from '../readings/generated.js';
import type { SessionUnderCheck } from './rule.js';

/** The readings that conditions ask for. */
const ofConditions = ['leap-birthday', 'licensed-mhc'] as const;

/** The reading that a finding rests on: under another choice it would have come out otherwise. */
export function decidingReading(
  under: SessionUnderCheck,
  outcome: (under: SessionUnderCheck) => string,
): ReadingName | undefined {
  const here = outcome(under);
  return ofConditions.find((name) => {
    const option = optionOf[name];
    const choices: readonly string[] = readingsSchema.shape[option].options;
    return choices.some(
      (choice) =>
        choice !== under.readings[option] &&
        outcome({ ...under, readings: { ...under.readings, [option]: choice } }) !== here,
    );
  });
}

/**
 * The reading of the facts at issue, or else that of the clause, unless it is of a fact that the clause reads and that is
 * not at issue.
 */
export function readingAtIssue(
  ofClause: ReadingName | undefined,
  reads: readonly FactPath[],
  atIssue: readonly FactPath[],
): ReadingName | undefined {
  const [first] = atIssue.flatMap((path) => readingOfFact[path] ?? []);
  if (first !== undefined) return first;
  return reads.some((path) => readingOfFact[path] === ofClause) ? undefined : ofClause;
}
