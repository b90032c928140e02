import type { Session } from '../facts/session.js';

const AFTER_EVERY_TEXT = '\uffff';

/** By date of service, start time, key and canonical JSON, what is not known last: an order that the input has no part in. */
export function inLimitOrder<Entry extends { readonly session: Session }>(
  entries: readonly Entry[],
): Entry[] {
  return [...entries].sort(
    ({ session: one }, { session: other }) =>
      compare(one.dateOfService, other.dateOfService) ||
      compare(one.startTime ?? AFTER_EVERY_TEXT, other.startTime ?? AFTER_EVERY_TEXT) ||
      compare(one.id ?? AFTER_EVERY_TEXT, other.id ?? AFTER_EVERY_TEXT) ||
      compare(canonicalJson(one), canonicalJson(other)),
  );
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
