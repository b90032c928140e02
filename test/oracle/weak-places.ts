import type { SessionLike } from './oracle.js';
import { nightOf } from './time.js';

/**
 * Where the library may be unknown although all completions agree: one fact stands twice in a condition, and three-valued
 * logic takes each place for itself. It never passes or fails there against a completion.
 *
 * - `necessity/child-admission-b` of a member whose birth date is not known, with SPMI and SED both: under 18 the one
 *   counts, from 18 on the other, so that one of the two always does.
 * - `necessity/child-admission-i` where the age at the assessment is not known and the scores of all tools show need:
 *   whichever counts, it is enough.
 * - `claim/charge` on the night on which the clock goes back, where no number of units that the time may be makes the charge.
 */
export function isListed(rule: string, said: string, session: SessionLike): boolean {
  if (said !== 'unknown') return false;
  const { member, assessment } = session as SessionLike & {
    member?: { birthDate?: string | null } | null;
    assessment?: { conditions?: string[]; date?: string | null } | null;
  };
  const isBirthDateOpen = member?.birthDate == null;
  if (rule === 'claim/charge') return nightOf(session.dateOfService) === 'back';
  if (rule === 'necessity/child-admission-i') return isBirthDateOpen || assessment?.date == null;
  if (rule !== 'necessity/child-admission-b') return false;
  const conditions = assessment?.conditions ?? [];
  return isBirthDateOpen && conditions.includes('SPMI') && conditions.includes('SED');
}
