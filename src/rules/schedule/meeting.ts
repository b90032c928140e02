import { keyOf } from '../../values/key-of.js';
import { groupedBy, spanOf, type PlacedEntry } from './placed.js';

/** Whether a session is known to be of one person, and so of no meeting. */
export function isIndividual({ session, compiled: { service } }: PlacedEntry): boolean {
  return session.format === 'individual' || service.format?.kind === 'individual';
}

/** Whether it states a meeting, and is not known to be of none. */
export function isOfMeeting(placed: PlacedEntry): boolean {
  return placed.session.group?.id != null && !isIndividual(placed);
}

/** Entries with this key are of one meeting where their minutes overlap; null where an entry is known to be of none, or states none. */
export function meetingKey(placed: PlacedEntry): string | null {
  if (!isOfMeeting(placed)) return null;
  const { service, dateOfService, group, agency } = placed.session;
  return keyOf(group?.id, agency?.id, dateOfService, service);
}

/**
 * The entries of each meeting: of one group, agency, day and service, their minutes overlapping directly or through others.
 * One whose times are not known may be there at any minute, and is of one meeting with all of them.
 */
export function meetingsOf(entries: readonly PlacedEntry[]): PlacedEntry[][] {
  return groupedBy(entries, meetingKey).flatMap(apart);
}

/** Each meeting in the order of the entries. */
function apart(entries: PlacedEntry[]): PlacedEntry[][] {
  const stays = entries.flatMap((placed) => {
    const span = spanOf(placed.session);
    return span === null ? [] : [{ placed, ...span }];
  });
  if (stays.length < entries.length) return [entries];
  const meetingOf = new Map<PlacedEntry, string>();
  let through = 0;
  let meetings = 0;
  for (const { placed, start, end } of stays.sort((one, other) => one.start - other.start)) {
    if (start >= through) meetings += 1;
    through = Math.max(through, end);
    meetingOf.set(placed, String(meetings));
  }
  return groupedBy(entries, (placed) => meetingOf.get(placed));
}
