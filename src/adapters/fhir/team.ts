import type { Found } from './documents.js';
import { conceptAt, isStated, isUnderstood, part, parts, textAt, type At } from './elements.js';
import { leadsTo, REST, wordOf, type Entry, type Reading } from './facts.js';
import { listed } from './held.js';
import { isActiveStaff, practitionerOf } from './staff.js';
import { isClear } from './store.js';
import { daysAt, type Days } from './times.js';

export interface Role extends Entry {
  readonly value: string;
  readonly days: Days;
  /** What tells who has it from others. */
  readonly who?: string | undefined;
}

const PEER = 'peer-specialist';

/** One of who renders the service says of no other that they are in the team. */
export function ofRendering(role: Role): Role {
  return role.value === PEER ? role : { ...role, value: REST };
}

/** The roles of staff in a team, and on which days each of them is there. */
export function rolesIn(found: Found, at: At, reading: Reading): Role[] {
  const anyRole = (place: string): Role => ({ value: REST, days: {}, place });
  const status = textAt(at, 'status') ?? '';
  if (!isClear(found, reading.tell)) return [anyRole(found.place)];
  if (status === 'proposed') {
    reading.tell('not-active', found.place);
    return [];
  }
  const period = part(at, 'period');
  const days = daysAt(period, reading.mapped.clock);
  const isTold = status === 'active' || (status === 'inactive' && isStated(part(period, 'end')));
  if (days === undefined || !isTold) return [anyRole(found.place)];
  return listed(at, 'participant').flatMap((one) => {
    const member = part(one, 'member');
    if (['Patient', 'RelatedPerson'].some((kind) => leadsTo(kind, member, found, reading))) return [];
    const own = daysAt(part(one, 'period'), reading.mapped.clock);
    const roles = parts(one, 'role').map((role) => [wordOf(conceptAt(role), reading), role.place] as const);
    const isTold = own !== undefined && isUnderstood(one) && roles.length > 0;
    if (!isTold || !isActiveStaff(member, found, reading)) return [anyRole(one.place)];
    const who = practitionerOf(member, found, reading);
    return roles.map(([value, place]) => ({ value, days: both(days, own), place, who }));
  });
}

/** The days of both. */
function both(one: Days, other: Days): Days {
  const [from] = [one.from, other.from]
    .filter((day) => day !== undefined)
    .sort()
    .reverse();
  const [through] = [one.through, other.through].filter((day) => day !== undefined).sort();
  return { ...(from !== undefined && { from }), ...(through !== undefined && { through }) };
}
