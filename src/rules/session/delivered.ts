import { civilDate } from '../../facts/scalars.js';
import * as z from '../../facts/zod.js';
import { general } from '../../findings/citation.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import { reason } from '../../findings/reasons.js';
import type { CivilDate } from '../../values/civil-date.js';
import type { AboutRule, SessionRule } from '../rule.js';

const cite = general('A service is billed after it was delivered');

const proposed = { notApplicable: reason('phase-proposed') };
const noDayOfCheck = { notApplicable: reason('as-of-not-stated') };

export interface DeliveredData {
  dateOfService: CivilDate;
  asOf: CivilDate;
}

/** A session stated as delivered is not in the future, as of the day of the check. */
export const delivered: SessionRule<'session/delivered', DeliveredData> = {
  scope: 'session',
  id: 'session/delivered',
  forService: () => ({
    says: 'A session recorded as delivered is not after the day of the check.',
    cite,
    judge({ session, on, asOf }) {
      if (session.phase === 'proposed') return proposed;
      if (asOf === undefined) return noDayOfCheck;
      if (on <= asOf) return 'pass';
      return finding({
        rule: 'session/delivered',
        outcome: 'fail',
        severity: 'error',
        message: `The session is recorded as delivered on ${on}, after the day of the check, ${asOf}.`,
        data: { dateOfService: on, asOf },
        paths: ['/dateOfService', '/phase'],
        cite,
        denials: denialsOf('notYetDelivered'),
      });
    },
  }),
};

export const aboutDelivered = {
  severity: 'error',
  reads: ['phase', 'dateOfService'],
  demands:
    'the date of service is not after the day of the check; judged only where that day is stated and the session is not a proposed one',
  denials: ['notYetDelivered'],
  data: () => z.strictObject({ dateOfService: civilDate, asOf: civilDate }),
} satisfies AboutRule<DeliveredData>;
