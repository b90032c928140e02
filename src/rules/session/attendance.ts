import type { UnknownFact } from '../../conditions/circumstances.js';
import type { Session } from '../../facts/generated/types.js';

/** Who was in the session, as far as known. */
export interface Attendance {
  readonly format: 'individual' | 'group' | null;
  /** People present; one in an individual session that states no number. */
  readonly participants: number | null;
  readonly staff: number | null;
}

/** Reading *format-by-size*: where no format is stated, two people or more are a group. */
export function attendanceOf({ format, group }: Session): Attendance {
  const stated = group?.participants ?? null;
  return {
    format: format ?? (stated !== null && stated > 1 ? 'group' : null),
    participants: stated ?? (format === 'individual' ? 1 : null),
    staff: group?.staff ?? null,
  };
}

/** What of it is not known. */
export function unknownAttendance({ format, participants }: Attendance): UnknownFact[] {
  return [
    ...(format === null ? [{ path: 'format' } as const] : []),
    ...(participants === null ? [{ path: 'group.participants' } as const] : []),
  ];
}
