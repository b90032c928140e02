import type { CriterionFinding } from '../findings/result.js';
import type { ReadingName } from '../readings/generated.js';
import type { Criterion } from '../services/service.js';
import { weekOf } from '../values/civil-date.js';
import type { SessionUnderCheck } from './rule.js';

/** Why a paper is not owed yet. */
export interface NotOwedYet {
  /** The same as a sentence. */
  readonly note: string;
  readonly data: CriterionFinding['data'];
  readonly reading?: ReadingName;
}

/** Why a paper is not owed yet, if it is not. A weekly note is owed once the day of the check is past the week. */
export function owedFrom(
  owed: NonNullable<Criterion['owed']>,
  { session, on, asOf, readings }: SessionUnderCheck,
): NotOwedYet | undefined {
  if (session.phase === 'proposed') return { note: 'It is due once the session is delivered.', data: {} };
  if (owed === 'on-delivery' || asOf === undefined) return undefined;
  const { through } = weekOf(on, readings.weekStartsOn);
  if (asOf > through) return undefined;
  return {
    note: `It is due once the week is over on ${through}.`,
    data: { weekThrough: through },
    reading: 'week',
  };
}
