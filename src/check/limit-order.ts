import type { Session } from '../facts/session.js';
import type { Position } from '../findings/finding-data.js';

const AFTER_EVERY_TEXT = '\uffff';

interface Ordered {
  readonly session: Session;
  readonly position?: Position;
}

/** By date of service, start time, key and canonical JSON, what is not known last: an order that the input has no part in. */
export function inLimitOrder<Entry extends Ordered>(entries: readonly Entry[]): Entry[] {
  return [...entries].sort(
    ({ session: one, position: here }, { session: other, position: there }) =>
      compare(one.dateOfService, other.dateOfService) ||
      compare(one.startTime ?? AFTER_EVERY_TEXT, other.startTime ?? AFTER_EVERY_TEXT) ||
      compare(one.id ?? AFTER_EVERY_TEXT, other.id ?? AFTER_EVERY_TEXT) ||
      lineOf(here) - lineOf(there) ||
      compare(canonicalJson(one), canonicalJson(other)),
  );
}

/** Lines of one claim, which share its key, come in their order. */
function lineOf(position: Position | undefined): number {
  return position !== undefined && 'line' in position ? (position.line ?? 0) : 0;
}

/** By UTF-16 code unit: no locale has a part in it. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** JSON with the keys of every object in order, and without facts that are not known. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    const known = Object.entries(part).filter(([, fact]) => fact != null);
    return Object.fromEntries(known.sort(([one], [other]) => compare(one, other)));
  });
}
