import { general } from '../../findings/citation.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import { reason } from '../../findings/reasons.js';
import type { Rule } from '../rule.js';

const cite = general('A service is billed after it was delivered');

const proposed = { notApplicable: reason('phase-proposed') };
const noDayOfCheck = { notApplicable: reason('as-of-not-stated') };

/** A session stated as delivered is not in the future, as of the day of the check. */
export function delivered(): Rule {
  return {
    id: 'session/delivered',
    severity: 'error',
    says: 'A session stated as delivered is not after the day of the check.',
    cite,
    reads: ['phase', 'dateOfService'],
    judge({ session, on, asOf }) {
      if (session.phase === 'proposed') return proposed;
      if (asOf === undefined) return noDayOfCheck;
      if (on <= asOf) return 'pass';
      return finding({
        rule: 'session/delivered',
        outcome: 'fail',
        severity: 'error',
        message: `The session is stated as delivered on ${on}, which is after the day of the check, ${asOf}.`,
        data: { dateOfService: on, asOf },
        paths: ['/dateOfService', '/phase'],
        cite,
        denials: denialsOf('notYetDelivered'),
      });
    },
  };
}
