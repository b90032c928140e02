import type { Session } from '../../facts/generated/types.js';
import type { Position } from '../../findings/finding-data.js';
import type { Service } from '../../services/service.js';
import { daysIn, type Who } from '../../units/account.js';
import { alikeKey } from '../../values/alike-key.js';
import type { CivilDate } from '../../values/civil-date.js';
import { minuteOfDay, type ClockTime } from '../../values/clock-time.js';
import { keyOf } from '../../values/key-of.js';

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
  | (PlacedAs<'line', { readonly entry: number; readonly line: number }> & {
      /** Its code with its modifiers, in order. */
      readonly written: string;
      /** Whether its claim has the id of another claim of the batch. */
      readonly isOfSameId?: boolean;
    })
) & {
  /** JSON Pointer of it in what the caller passed. */
  readonly pointer: string;
  readonly compiled: { readonly service: Service };
};

export type PlacedLine = Extract<PlacedEntry, { kind: 'line' }>;

interface PlacedAs<Kind, At extends Position> {
  readonly kind: Kind;
  readonly position: At;
  readonly session: Session;
  /** The last day of one over several days, whose clock times are not read. */
  readonly through?: CivilDate | undefined;
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

/** The days of which it may be. */
export function daysOf({
  session: { dateOfService },
  through,
}: Pick<Placed, 'session' | 'through'>): CivilDate[] {
  return daysIn('day', { day: dateOfService, through });
}

/** As {@link groupedBy}, those of several days on each of them. */
export function groupedByDay<One extends Placed>(
  items: readonly One[],
  keyOf: (item: One, day: CivilDate) => string,
): One[][] {
  const groups = new Map<string, One[]>();
  for (const item of items) {
    for (const day of item.through === undefined ? [item.session.dateOfService] : daysOf(item)) {
      const key = keyOf(item, day);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  return [...groups.values()];
}

/** Entries with this key are the same session, billed more than once. */
export function duplicateKey({ who, session: { service, dateOfService, startTime } }: Placed): string {
  return keyOf(who, service, dateOfService, startTime);
}

/** Entries with this key are the same session if they are of the same member. */
export function sessionKey({ session: { service, dateOfService, startTime } }: Placed): string {
  return keyOf(service, dateOfService, startTime);
}

/** Its member's key without what may differ by mistake; of one whose member is not stated, as it is. */
export function alikeWho({ who }: Placed): Who {
  return typeof who === 'string' ? alikeKey(who) : who;
}

/** As {@link duplicateKey}, where keys of members that are alike are of one person. */
export function alikeDuplicateKey(placed: Placed): string {
  return duplicateKey({ ...placed, who: alikeWho(placed) });
}

/** Whether its member is stated. Where not, it may be of the same member as any other. */
export function isStated({ who }: Placed): boolean {
  return typeof who === 'string';
}

/** The services of which it is not known whether what was billed before is of them, or still stands. */
export function mayBeOf(placed: Placed): readonly string[] | undefined {
  return placed.kind === 'prior-use' ? placed.mayBeOf : undefined;
}

export function isDoubtful(placed: Placed): boolean {
  return mayBeOf(placed) !== undefined;
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

/** Whether two keys of members differ only so that one person may stand behind both. */
export function areAlike(entries: readonly Placed[]): boolean {
  const [first] = entries;
  if (entries.every(({ who }) => who === first?.who)) return false;
  const keys = new Set(entries.map(({ who }) => who).filter((who) => typeof who === 'string'));
  return new Set([...keys].map(alikeKey)).size < keys.size;
}
