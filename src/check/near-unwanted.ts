import type { Condition } from '../conditions/condition.js';
import { askedIn } from '../conditions/walk.js';
import { activities } from '../facts/generated/codes.js';
import { nearest } from '../facts/nearest.js';
import type { Session } from '../facts/generated/types.js';
import { eachOnce, notice, type Notice } from '../findings/notices.js';
import type { Criterion, Service } from '../services/service.js';

/** Activities that a clause does not allow. */
export interface Unwanted {
  readonly rule: Criterion['rule'];
  readonly codes: readonly string[];
}

export function unwantedActivities({ criteria }: Service): Unwanted[] {
  return criteria
    .map(({ rule, requires }) => ({ rule, codes: deniedIn(requires) }))
    .filter(({ codes }) => codes.length > 0);
}

function deniedIn(condition: Condition): readonly string[] {
  return askedIn(condition).flatMap(({ question, isNegated }) => {
    if (!isNegated || (question.op !== 'includesAny' && question.op !== 'includesAll')) return [];
    return question.fact === 'activities' ? question.codes : [];
  });
}

/**
 * A code on no list matches nothing, so the clause that forbids what is meant passes; no finding could say so. One
 * notice for each code that may be meant.
 */
export function nearUnwanted(unwanted: readonly Unwanted[], { activities: done }: Session): Notice[] {
  if (unwanted.length === 0 || done == null) return [];
  const others = done.filter((code) => !(activities as readonly string[]).includes(code));
  if (others.length === 0) return [];
  const notices = unwanted.flatMap(({ rule, codes }) =>
    others.flatMap((other) => {
      const meant = codes.includes(other) ? undefined : nearest(other, codes, 1);
      return meant === undefined ? [] : [notice('near-unwanted', { meant, rule })];
    }),
  );
  return eachOnce(notices);
}
