import type { Readings } from '../../readings/generated.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import { namesOf } from '../../findings/missing.js';
import { reason } from '../../findings/reasons.js';
import type { Severity } from '../../findings/result.js';
import { count, inTurn, notKnown } from '../../findings/wording.js';
import type { Service } from '../../services/service.js';
import type { Rule } from '../rule.js';
import { attendanceOf, unknownAttendance } from './attendance.js';

const individual = { notApplicable: reason('session-individual') };

/** No more people in a group than its qualified staff may have: reading *group-ratio* says whether staff are counted. */
export function groupSize({ perStaff, cite }: NonNullable<Service['group']>): Rule {
  const says = `At most ${String(perStaff)} people are in a group for one qualified staff member.`;
  return {
    id: 'session/group-size',
    severity: 'error',
    says,
    cite,
    reads: ['format', 'group.participants', 'group.staff'],
    judge({ session, readings: { groupRatio } }) {
      const attendance = attendanceOf(session);
      const { format, participants, staff } = attendance;
      if (format === 'individual') return individual;
      if (participants !== null && participants <= perStaff) return 'pass';
      const byStaff = staff === null ? null : perStaff * staff;
      const allowed = groupRatio === 'flat' ? perStaff : byStaff;
      const isWithin = participants !== null && participants <= (allowed ?? 0);
      if (isWithin && groupRatio === 'ratio') return 'pass';
      const severity: Severity = isWithin ? 'warning' : 'error';
      const unknown = [
        ...unknownAttendance(attendance),
        ...(allowed === null && !isWithin ? [{ path: 'group.staff' } as const] : []),
      ];
      return finding({
        rule: 'session/group-size',
        outcome: unknown.length > 0 ? 'unknown' : 'fail',
        severity,
        message:
          unknown.length > 0
            ? inTurn(
                notKnown(namesOf(unknown)),
                participants === null ? '' : `${people(participants)} are stated.`,
                says,
              )
            : `${people(Number(participants))} are there with ${staffInWords(staff)}. ${howMany(perStaff, Number(staff), groupRatio, isWithin)}`,
        data: { participants, staff, perStaff, allowed, groupRatio },
        paths: ['/group/participants', '/group/staff'],
        unknown,
        cite,
        reading: 'group-ratio',
        denials: denialsOf('programRules'),
      });
    },
  };
}

function people(participants: number): string {
  return `${String(participants)} people`;
}

function staffInWords(staff: number | null): string {
  return staff === null ? 'staff not counted' : count(staff, 'qualified staff member');
}

/** How many are allowed, under the reading in use, as a sentence; only `flat` asks for no staff. */
function howMany(
  perStaff: number,
  staff: number,
  groupRatio: Readings['groupRatio'],
  isWithin: boolean,
): string {
  const most = `At most ${String(perStaff)} are allowed`;
  if (groupRatio === 'flat') return `${most}, however many staff there are.`;
  if (staff === 1) return `${most} for one qualified staff member.`;
  const together = String(perStaff * staff);
  if (groupRatio === 'ratio') return `At most ${together} are allowed, ${String(perStaff)} for each.`;
  return isWithin
    ? `${most} for one, and whether ${String(staff)} may have ${together} is open.`
    : `${most} for one, and in no reading more than ${together} for ${String(staff)}.`;
}
