import type { Readings } from '../facts/readings.js';
import type { FactPath } from '../facts/paths.js';
import type { ReadingName } from '../services/named-readings.js';
import type { SessionUnderCheck } from './rule.js';

/** The choices that conditions ask for: the name of the reading, and the other choices than the one set. */
const choices = {
  'leap-birthday': ({ leapBirthday }: Readings) => ({
    leapBirthday: leapBirthday === 'mar-1' ? 'feb-28' : 'mar-1',
  }),
  'licensed-mhc': ({ licensedMhc }: Readings) => ({
    licensedMhc: licensedMhc === 'person' ? 'center' : 'person',
  }),
} as const satisfies Record<string, (readings: Readings) => Partial<Readings>>;

/** The reading that a finding rests on: under the other choice it would have come out otherwise. */
export function decidingReading(
  under: SessionUnderCheck,
  outcome: (under: SessionUnderCheck) => string,
): string | undefined {
  const here = outcome(under);
  const deciding = Object.entries(choices).find(
    ([, otherChoice]) =>
      outcome({ ...under, readings: { ...under.readings, ...otherChoice(under.readings) } }) !== here,
  );
  return deciding?.[0];
}

/** Facts whose meaning rests on a reading, whichever clause asks for them. */
export const readingOfFact: Partial<Record<FactPath, ReadingName>> = {
  'assessment.byIndependentLpha': 'independent-lpha',
  'assessment.diagnoses': 'diagnosis-classes',
  'assessment.needs.interventionInLast90Days': 'ninety-days',
  'plan.from': 'current-plan',
};

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
