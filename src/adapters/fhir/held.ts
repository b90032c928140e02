import type { Found } from './documents.js';
import { conceptAt, isEmpty, isStated, isUnderstood, part, parts, textAt, type At } from './elements.js';
import { isOurs, REST, wordOf, type Entry, type Reading } from './facts.js';
import { isClear } from './store.js';
import { daysAt } from './times.js';

/** The entries of a part that repeats; what is no list stands for one that is not known. */
export function listed(at: At, name: string): At[] {
  const entries = parts(at, name);
  const list = part(at, name);
  return entries.length === 0 && !isEmpty(list) ? [{ ...list, value: {} }] : entries;
}

/** A dated code: that of a concept, on the days of the period beside it. What cannot be read may be any, on any day. */
export function heldAs(concept: At, beside: At, reading: Reading): Entry[] {
  const days = isUnderstood(beside) ? daysAt(part(beside, 'period'), reading.mapped.clock) : undefined;
  const word = wordOf(conceptAt(concept), reading);
  if (!isOurs({ value: word })) return [];
  return [{ value: days === undefined ? { code: REST } : { code: word, ...days }, place: beside.place }];
}

const neverBegun = ['planned', 'waitlist', 'cancelled'];

/** The programs of an episode. One that is over, on hold or not told from these, without its end, may be any. */
export function programsIn(found: Found, at: At, reading: Reading): Entry[] {
  const status = textAt(at, 'status') ?? '';
  if (!isClear(found, reading.tell)) return [{ value: { code: REST }, place: found.place }];
  if (neverBegun.includes(status)) {
    reading.tell('not-active', found.place);
    return [];
  }
  const hasEnd = isStated(part(part(at, 'period'), 'end'));
  if (status !== 'active' && !(status === 'finished' && hasEnd)) {
    return [{ value: { code: REST }, place: found.place }];
  }
  const types = parts(at, 'type');
  if (types.length === 0) return [{ value: { code: REST }, place: found.place }];
  return types.flatMap((type) => heldAs(type, at, reading).map((held) => ({ ...held, place: type.place })));
}
