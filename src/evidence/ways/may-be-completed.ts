import type { Leaf } from '../../conditions/condition.js';
import { factsOf } from '../../conditions/walk.js';
import type { Session } from '../../facts/generated/types.js';
import { isOfNothing } from '../../facts/read.js';

/**
 * Whether what is stated otherwise may be so all the same, by a paper that is not on record yet or that may still be
 * written: of what there is stated to be none, of the record, of what is held and of trainings. What happened, what a
 * clinician found and how old somebody is stays as it is stated.
 */
export function mayBeCompleted(leaf: Leaf, isSo: boolean, session: Session): boolean {
  if (!isSo) return false;
  if (factsOf(leaf).some((path) => isOfNothing(path, session))) return true;
  switch (leaf.op) {
    case 'holds':
    case 'byLicence':
    case 'doneBy':
    case 'inForce':
      return true;
    case 'is':
      return leaf.value && isOfPaper(leaf.fact);
    case 'notAfterService':
      return leaf.fact === 'assessment.date';
    default:
      return false;
  }
}

function isOfPaper(fact: string): boolean {
  return fact.startsWith('documentation.') || (fact.startsWith('plan.') && fact !== 'plan.sessionServesGoal');
}
