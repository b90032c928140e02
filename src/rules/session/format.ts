import * as z from '../../facts/zod.js';
import { FALSE, TRUE, truthOf, UNKNOWN, type Truth } from '../../conditions/truth.js';
import { notSetBySource } from '../../findings/citation.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import { namesOf } from '../../findings/missing.js';
import { inTurn, notKnown, sentence } from '../../findings/wording.js';
import type { Service, SessionFormat } from '../../services/service.js';
import type { AboutRule, SessionRule } from '../rule.js';
import { attendanceOf, unknownAttendance, type Attendance } from './attendance.js';

export interface FormatData {
  format: 'individual' | 'group' | null;
  participants: number | null;
}

/** The session has the format of the service: one person, a group, or either. */
export const sessionFormat: SessionRule<'session/format', FormatData> = {
  scope: 'session',
  id: 'session/format',
  forService: ({ format: stated }) => {
    if (stated === undefined) return undefined;
    const { kind, says, cite, reading, otherwise } = stated;
    return {
      says,
      cite,
      judge({ session }) {
        const attendance = attendanceOf(session);
        const truth = fits[kind](attendance);
        if (truth === TRUE) return 'pass';
        const unknown = truth === UNKNOWN ? unknownAttendance(attendance) : [];
        const { format, participants } = attendance;
        const elsewhere = otherwise === undefined ? '' : `, which belongs to ${otherwise}`;
        // One person in a group is what the reading is about.
        const mayBeGroupOfOne = participants === 1 || (format === 'group' && participants === null);
        return finding({
          rule: 'session/format',
          outcome: truth === UNKNOWN ? 'unknown' : 'fail',
          severity: 'error',
          message: inTurn(
            truth === UNKNOWN
              ? notKnown(namesOf(unknown))
              : `The session is ${inWords(attendance, kind, elsewhere)}.`,
            sentence(says),
          ),
          data: { format, participants },
          paths: ['/format', ...(session.group?.participants == null ? [] : ['/group/participants'])],
          unknown,
          cite,
          reading: format !== 'individual' && mayBeGroupOfOne ? reading : undefined,
          denials: denialsOf('programRules'),
        });
      },
    };
  },
};

export const aboutSessionFormat = {
  severity: 'error',
  reads: ['format', 'group.participants'],
  demands: 'the session is of the format that the service is for, and as many people are in it',
  denials: ['programRules'],
  readings: ({ format }: Service) => [format?.reading, format && 'format-by-size'],
  sheet: ({ format }: Service) => [
    format ?? { says: 'Individual or group: not set by this source.', cite: notSetBySource },
  ],
  data: () =>
    z.strictObject({
      format: z.nullable(z.enum(['individual', 'group'])),
      participants: z.nullable(z.number()),
    }),
} satisfies AboutRule<FormatData>;

/** Reading *group-of-one*: one person is no group, but where one code is for both formats. */
const fits: Record<SessionFormat['kind'], (attendance: Attendance) => Truth> = {
  individual: ({ participants }) => (participants === null ? UNKNOWN : truthOf(participants === 1)),
  group: ({ format, participants }) => {
    if (format === 'individual' || participants === 1) return FALSE;
    return format === null || participants === null ? UNKNOWN : TRUE;
  },
  either: ({ format, participants }) => {
    if (format === 'group' || participants === 1) return TRUE;
    return format === null ? UNKNOWN : FALSE;
  },
};

function inWords(
  { format, participants }: Attendance,
  kind: SessionFormat['kind'],
  elsewhere: string,
): string {
  const people = participants === 1 ? 'one person' : `${String(participants)} people`;
  if (format === 'individual' && participants !== 1) {
    // An individual session is another service's than a group; so are several people than one.
    return kind === 'group'
      ? `an individual one${elsewhere}, with ${people} present`
      : `an individual one with ${people} present${elsewhere}`;
  }
  if (format === null) return `of ${people}${elsewhere}`;
  return `${format === 'group' ? 'a group' : 'an individual one'} of ${people}${elsewhere}`;
}
