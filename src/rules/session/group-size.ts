import * as z from '../../facts/zod.js';
import { readingsSchema, type Readings } from '../../readings/generated.js';
import { notSetBySource } from '../../findings/citation.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import { namesOf } from '../../findings/missing.js';
import { reason } from '../../findings/reasons.js';
import type { Severity } from '../../findings/result.js';
import { count, inTurn, notKnown } from '../../findings/wording.js';
import type { Service } from '../../services/service.js';
import type { AboutRule, SessionRule } from '../rule.js';
import { attendanceOf, unknownAttendance } from './attendance.js';

const individual = { notApplicable: reason('session-individual') };

/** The size of a group; null where it is not known. */
export interface GroupSizeData {
  /** Most people at one time. */
  participants: number | null;
  /** Qualified staff present throughout. */
  staff: number | null;
  /** How many one qualified staff member may have. */
  perStaff: number;
  /** How many are allowed under the reading in force; null where that needs the staff count. */
  allowed: number | null;
  groupRatio: Readings['groupRatio'];
}

/** No more people in a group than its qualified staff may have: reading *group-ratio* says whether staff are counted. */
export const groupSize: SessionRule<'session/group-size', GroupSizeData> = {
  scope: 'session',
  id: 'session/group-size',
  forService: ({ group }) => {
    if (group === undefined) return undefined;
    const { perStaff, cite } = group;
    const says = `At most ${String(perStaff)} people are in a group for one qualified staff member.`;
    return {
      says,
      cite,
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
                  participants === null ? '' : `${people(participants)} are in the group.`,
                  says,
                )
              : `${people(Number(participants))} for ${staffInWords(staff)}. ${howMany(perStaff, Number(staff), groupRatio, isWithin)}`,
          data: { participants, staff, perStaff, allowed, groupRatio },
          paths: ['/group/participants', '/group/staff'],
          unknown,
          cite,
          reading: 'group-ratio',
          denials: denialsOf('programRules'),
        });
      },
    };
  },
};

/** Whether so many people are an error: more than one staff member may have, and than so many may under the reading. */
export function isTooLarge(
  { group }: Service,
  participants: number,
  staff: number | undefined,
  groupRatio: Readings['groupRatio'],
): boolean {
  const counted = groupRatio === 'flat' ? 1 : staff;
  return group !== undefined && counted !== undefined && participants > group.perStaff * counted;
}

export const aboutGroupSize = {
  severity: 'error',
  reads: ['format', 'group.participants', 'group.staff'],
  demands:
    'no more people are present than the staff may have under the reading group-ratio; judged only where the session is not an individual one',
  denials: ['programRules'],
  readings: () => ['group-ratio', 'format-by-size'],
  sheet: ({ group }: Service) => [
    group === undefined
      ? { says: 'The size of a group is not limited by this source.', cite: notSetBySource }
      : {
          says: `At most ${count(group.perStaff, 'person', 'people')} for one qualified staff member.`,
          cite: group.cite,
          reading: 'group-ratio',
        },
  ],
  data: () =>
    z.strictObject({
      participants: z.nullable(z.number()),
      staff: z.nullable(z.number()),
      perStaff: z.number(),
      allowed: z.nullable(z.number()),
      groupRatio: readingsSchema.shape.groupRatio,
    }),
} satisfies AboutRule<GroupSizeData>;

function people(participants: number): string {
  return `${String(participants)} people`;
}

function staffInWords(staff: number | null): string {
  return staff === null ? 'staff who are not counted' : count(staff, 'qualified staff member');
}

/** How many are allowed, under the reading in use, as a sentence; only `flat` asks for no staff. */
function howMany(
  perStaff: number,
  staff: number,
  groupRatio: Readings['groupRatio'],
  isWithin: boolean,
): string {
  const most = `The limit is ${String(perStaff)}`;
  if (groupRatio === 'flat') return `${most}, however many staff there are.`;
  if (staff === 1) return `${most} for one.`;
  const together = String(perStaff * staff);
  if (groupRatio === 'ratio') return `${most} for each, ${together} together.`;
  return isWithin
    ? `The text sets ${String(perStaff)} for one and does not say whether ${String(staff)} may have ${together}; ask your payer.`
    : `${most} for one; even at ${String(perStaff)} for each, ${together}.`;
}
