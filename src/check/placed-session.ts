import { parseOrThrow, parseSession } from '../facts/parse.js';
import type { Session } from '../facts/generated/types.js';
import { isTaken } from '../facts/taken.js';
import type { CivilDate } from '../values/civil-date.js';
import type { ClockTime } from '../values/clock-time.js';
import { canonicalJson } from '../values/canonical-json.js';
import { digestOf } from '../values/digest.js';
import { placedSchema } from './options.js';

const LONG_ENOUGH = 'sha256:'.length + 32;

/**
 * As much of a session as compares it with those of other members, as plain JSON: keys, day, times, group, and a digest of
 * its content. Of one that is compared with nothing, as it cannot be read, its place alone. It holds keys of people.
 */
export interface PlacedSession {
  /** Its place in the whole, from 0. */
  readonly entry: number;
  /** Left out where it cannot be read. */
  readonly session?: PlacedParts | undefined;
  readonly member?: string | undefined;
  readonly staff?: string | undefined;
  /** It did not take place, and takes no one's time. */
  readonly notTaken?: true | undefined;
}

interface PlacedParts {
  readonly service: string;
  readonly dateOfService: CivilDate;
  readonly startTime?: ClockTime | undefined;
  readonly endTime?: ClockTime | undefined;
  readonly id?: string | undefined;
  readonly format?: 'individual' | 'group' | undefined;
  readonly group?:
    | {
        readonly id: string;
        readonly participants?: number | undefined;
        readonly staff?: number | undefined;
      }
    | undefined;
  readonly agency?: { readonly id: string } | undefined;
  /** A digest; of a session without a key or a start, its canonical JSON. */
  readonly content: string;
}

/**
 * As much of a session as {@link compareAcross} compares: some 200 bytes of JSON, where the session has a key and a start. A cluster
 * makes them where the sessions are, and brings them together.
 *
 * @param session as it is checked; one that cannot be read is compared with nothing.
 * @param entry its place in the whole, from 0.
 * @throws InputError if `entry` is no such number.
 *
 * @example
 * const session = { service: 'mo/peer-support', dateOfService: '2025-03-03', staff: { id: 'T-1' } };
 * placeOf({ ...session, startTime: '09:00', endTime: '10:00' }, 7).staff; // 'T-1'
 * placeOf({ units: 'eight' }, 8); // { entry: 8 }
 */
export function placeOf(session: unknown, entry: number): PlacedSession {
  const placed: PlacedSession = parseOrThrow(placedSchema, { entry });
  const parsed = parseSession(session);
  if (!parsed.ok) return placed;
  const { service, dateOfService, startTime, endTime, id, format, group, agency, member, staff } =
    parsed.value;
  return {
    entry,
    session: {
      service,
      dateOfService,
      ...(startTime != null && { startTime }),
      ...(endTime != null && { endTime }),
      ...(id != null && { id }),
      ...(format != null && { format }),
      ...(group?.id != null && { group: meetingOf(group.id, group) }),
      ...(agency?.id != null && { agency: { id: agency.id } }),
      content: contentOf(parsed.value),
    },
    ...(member?.id != null && { member: member.id }),
    ...(staff?.id != null && { staff: staff.id }),
    ...(!isTaken(parsed.value) && { notTaken: true }),
  };
}

function meetingOf(id: string, { participants, staff }: NonNullable<Session['group']>) {
  return { id, ...(participants != null && { participants }), ...(staff != null && { staff }) };
}

/** Of those without a key or a start that stand together, the text decides which is first. */
function contentOf(session: Session): string {
  const { id, startTime } = session;
  return id == null || startTime == null ? canonicalJson(session) : digestOf(session).slice(0, LONG_ENOUGH);
}
