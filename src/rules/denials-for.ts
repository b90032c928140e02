import { factsOf } from '../conditions/walk.js';
import type { Leaf } from '../conditions/condition.js';
import { isOfNothing } from '../facts/read.js';
import { defaultReadings } from '../readings/generated.js';
import type { Session } from '../facts/generated/types.js';
import { denialsOf, denialTable, type DenialKey } from '../findings/denials.js';
import type { Denial } from '../findings/result.js';

/** The denials that a failed clause may draw: those of its table row that fit the reason for which it failed. */
export function denialsFor(
  key: DenialKey | undefined,
  failing: readonly Leaf[],
  session: Session,
  hasLapsed: boolean,
): Denial[] {
  const isAbsent = failing.flatMap(factsOf).some((path) => isOfNothing(path, session));
  if (isAbsent && key !== undefined && 'nothingThere' in denialTable[key])
    return denialsOf(key, 'nothingThere');
  if (hasLapsed) return denialsOf(key, 'lapsed');
  if (!isAbsent && failing.some(({ op }) => op === 'inForce')) return denialsOf(key, 'notInForce');
  return denialsOf(key === 'necessity' && isInNoClass(failing, session) ? 'diagnosis' : key);
}

/** Diagnoses are known, and none is of a class that the document names. */
function isInNoClass(failing: readonly Leaf[], { assessment }: Session): boolean {
  const missed = failing.flatMap((leaf) => (leaf.op === 'hasDiagnosis' ? [leaf.class] : []));
  const known = typeof assessment === 'object' ? (assessment?.diagnoses ?? []) : [];
  return (
    known.length > 0 &&
    Object.keys(defaultReadings.diagnosisClasses).every((name) => missed.includes(name as never))
  );
}
