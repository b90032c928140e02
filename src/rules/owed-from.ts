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
  const isProposed = session.phase === 'proposed';
  if (owed === 'on-delivery')
    return isProposed ? { note: `It is due once the session of ${on} is delivered.`, data: {} } : undefined;
  const { through } = weekOf(on, readings.weekStartsOn);
  if (!isProposed && (asOf === undefined || asOf > through)) return undefined;
  return {
    note: `It is due when the week ends on ${through}.`,
    data: { weekThrough: through },
    reading: 'week',
  };
}
