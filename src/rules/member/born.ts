import { civilDate } from '../../facts/scalars.js';
import * as z from '../../facts/zod.js';
import { general } from '../../findings/citation.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import { reason } from '../../findings/reasons.js';
import type { CivilDate } from '../../values/civil-date.js';
import type { AboutRule, SessionRule } from '../rule.js';

const cite = general('A service is for someone who was born');
const says = 'A member is born on or before the date of service.';
const notStated = { notApplicable: reason('birth-date-not-stated') };

export interface BornData {
  dateOfService: CivilDate;
}

/** The birth date stated is not after the date of service. */
export const born: SessionRule<'member/born', BornData> = {
  scope: 'session',
  id: 'member/born',
  forService: () => ({
    says,
    cite,
    judge({ session, on }) {
      const birthDate = session.member?.birthDate;
      if (birthDate == null) return notStated;
      if (birthDate <= on) return 'pass';
      return finding({
        rule: 'member/born',
        outcome: 'fail',
        severity: 'error',
        message: `The member's birth date is after the date of service, ${on}. ${says}`,
        data: { dateOfService: on },
        paths: ['/member/birthDate', '/dateOfService'],
        cite,
        denials: denialsOf('birthDate'),
      });
    },
  }),
};

export const aboutBorn = {
  severity: 'error',
  reads: ['member.birthDate', 'dateOfService'],
  demands: 'the birth date is not after the date of service; judged only where it is stated',
  denials: ['birthDate'],
  data: () => z.strictObject({ dateOfService: civilDate }),
} satisfies AboutRule<BornData>;
