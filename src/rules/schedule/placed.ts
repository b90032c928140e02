import type { Session } from '../../facts/generated/types.js';
import type { Position } from '../../findings/finding-data.js';
import type { Who } from '../../units/account.js';
import { minuteOfDay, type ClockTime } from '../../values/clock-time.js';

/** A session, a line of a claim or a prior use beside others: where it stands, whose it is, and when. */
export type Placed =
  | PlacedEntry
  | (PlacedAs<'prior-use', { readonly history: number; readonly entry?: never; readonly line?: never }> & {
      /** The services that it may be of, or of none: no definition has its code, or it may be replaced. */
      readonly mayBeOf?: readonly string[];
      /** Whether a claim of the check may stand for it. */
      readonly mayBeReplaced?: boolean;
    });

/** One that is judged. */
export type PlacedEntry = (
  | PlacedAs<'session', { readonly entry: number; readonly line?: never }>
  | PlacedAs<'line', { readonly entry: number; readonly line: number }>
) & {
  /** JSON Pointer of it in what the caller passed. */
  readonly pointer: string;
};

interface PlacedAs<Kind, At extends Position> {
  readonly kind: Kind;
  readonly position: At;
  readonly session: Pick<Session, 'id' | 'service' | 'dateOfService' | 'startTime' | 'endTime' | 'group'>;
  readonly who: Who;
  readonly staff: string | null;
}

/** When a session starts and ends, in minutes from midnight. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span of a session whose clock times are both known and in order. */
export function spanOf({ startTime, endTime }: Placed['session']): Span | null {
  if (startTime == null || endTime == null) return null;
  const span = { start: minuteOfDay(startTime), end: minuteOfDay(endTime) };
  return span.start < span.end ? span : null;
}

/** `HH:mm` of a minute from midnight. */
export function timeOf(minute: number): ClockTime {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** Entries with the same key, together, in their order. Those without one are left out. */
export function groupedBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string | null | undefined,
): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key == null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

/** Entries with this key are the same session, billed more than once. */
export function duplicateKey({ who, session: { service, dateOfService, startTime } }: Placed): string {
  return JSON.stringify([who, service, dateOfService, startTime]);
}

/** Entries with this key are the same session if they are of the same member. */
export function sessionKey({ session: { service, dateOfService, startTime } }: Placed): string {
  return JSON.stringify([service, dateOfService, startTime]);
}

/** Whether its member is stated. Where not, it may be of the same member as any other. */
export function isStated({ who }: Placed): boolean {
  return typeof who === 'string';
}

/** Whether it is not known of what was billed before that it is of a service, or that it still stands. */
export function isDoubtful(placed: Placed): boolean {
  return placed.kind === 'prior-use' && placed.mayBeOf !== undefined;
}

/** Whether what is so in doubt may be an entry of the same member and day. */
export function mayBeEntry(use: Placed, { session: { service, startTime } }: Placed): boolean {
  return (
    use.kind === 'prior-use' &&
    use.mayBeOf?.includes(service) === true &&
    (startTime == null || use.session.startTime == null || use.session.startTime === startTime)
  );
}

export function mayBeReplaced(placed: Placed): boolean {
  return placed.kind === 'prior-use' && placed.mayBeReplaced === true;
}

/** Another session as seen from one, wherever it stands. */
export function otherInWords(own: Placed, other: Placed): string {
  if (other.kind === 'prior-use') return 'a session already billed';
  const isOfOneClaim = own.position.entry === other.position.entry;
  return isOfOneClaim ? 'another line of the claim' : 'another session of the batch';
}
