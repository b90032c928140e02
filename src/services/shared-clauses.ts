import { ageAtLeast, all, any, differ, holds, not, reading, stated } from '../conditions/build.js';
import type { Condition } from '../conditions/condition.js';
import type { Citation } from '../findings/citation.js';
import type { Criterion } from './service.js';

/** Only agencies certified for Adult CPR: Missouri's psychosocial rehabilitation services share the clause. */
export function adultCprCertification(cite: Citation): Criterion {
  return {
    rule: 'agency/certification',
    requires: holds('agency.credentials', ['MO-ADULT-CPR']),
    says: 'The agency must be certified to provide an Adult Community Psychiatric Rehabilitation program.',
    fails: 'On {on} the agency is not certified for Adult CPR (MO-ADULT-CPR)',
    cite,
    denial: 'agency',
  };
}

/** The document names an adult program and no age: what a member under 18 means is a reading. */
export function adultProgram(cite: Citation, clause: string): Criterion {
  const isAdult = ageAtLeast({ years: 18 });
  return {
    rule: 'member/adult',
    appliesWhen: not(reading('adultProgram', 'off')),
    otherwise: 'The reading adult-program is off.',
    requires: any(isAdult, reading('adultProgram', 'warn')),
    expects: isAdult,
    says: `${clause}, which is read as members of 18 and older.`,
    fails: 'The member is {age} on {on}',
    fallsShort: 'The member is {age} on {on}',
    cite,
    reading: 'adult-program',
    denial: 'adultProgram',
  };
}

/** Who is asked to be supervised is so by someone else; asked only where both are stated. */
export function supervisedByAnother(
  cite: Citation,
  says: string,
  isAsked: readonly Condition[] = [],
): Criterion {
  return {
    rule: 'staff/own-supervisor',
    appliesWhen: all(stated('staff.id'), stated('staff.supervisor.id'), ...isAsked),
    otherwise: 'No supervisor is asked for, or the staff member and the supervisor are not both stated.',
    requires: differ('staff.id', 'staff.supervisor.id'),
    says,
    fails: 'The rendering staff member and the supervisor are the same person',
    cite,
    denial: 'programRules',
  };
}
