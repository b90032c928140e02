import type { UnknownFact } from '../../conditions/circumstances.js';
import type { Session } from '../../facts/generated/types.js';

/** Who was in the session, as far as known. */
export interface Attendance {
  readonly format: 'individual' | 'group' | null;
  /** People present; one in an individual session that states no number. */
  readonly participants: number | null;
  readonly staff: number | null;
}

export function attendanceOf({ format, group }: Session): Attendance {
  return {
    format: format ?? null,
    participants: group?.participants ?? (format === 'individual' ? 1 : null),
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
