import type { Session } from '../facts/generated/types.js';
import type { Window } from '../findings/finding-data.js';
import type { UnitCount } from '../rules/rule.js';
import type { CivilDate } from '../values/civil-date.js';
import { addUnits } from '../values/units.js';
import type { UseBefore } from './entry.js';
import { nothingUsed, usageNotKnown, type UsedBefore } from './usage.js';

/** Units used so far, by member, service and window. It belongs to one batch and grows as the batch is judged. */
export interface Ledger {
  /** What a member used of a session's service before it; null is a member who is not known. */
  readonly usedBefore: (member: string | null, session: Session) => UsedBefore;
  readonly add: (member: string | null, session: Session, units: UnitCount) => void;
}

/** Starts a ledger from what was billed before. Left out, that is not known. */
export function createLedger(uses: readonly UseBefore[] | undefined): Ledger {
  const used = new Map<string, UnitCount>();
  const before = uses === undefined ? usageNotKnown : nothingUsed;

  function addTo(member: string | null, service: string, on: CivilDate, units: UnitCount): void {
    for (const per of ['day', 'calendar-month'] as const) {
      const key = keyOf(member, service, on, per);
      used.set(key, plus(used.get(key) ?? before, units));
    }
  }

  for (const { use, member, isSure } of uses ?? []) {
    addTo(member, use.service, use.dateOfService, isSure ? exactly(use.units) : atMost(use.units));
  }
  return {
    usedBefore: (member, session) => (per) =>
      member === null
        ? memberNotKnown(before)
        : (used.get(keyOf(member, session.service, session.dateOfService, per)) ?? before),
    add: (member, session, units) => {
      // A sibling whose units are not known leaves its window open; what would tell them is, for those after it, prior use.
      const used = units.unknown.length > 0 ? { ...usageNotKnown, atLeast: units.atLeast } : units;
      addTo(member, session.service, session.dateOfService, used);
    },
  };
}

function exactly(units: number): UnitCount {
  return { atLeast: units, atMost: units, unknown: [] };
}

/** Units that are the member's, or another's. */
function atMost(units: number): UnitCount {
  return { atLeast: 0, atMost: units, unknown: units === 0 ? [] : [{ path: 'member.id' }] };
}

function plus(one: UnitCount, other: UnitCount): UnitCount {
  const more = other.unknown.filter(({ path }) => one.unknown.every((known) => known.path !== path));
  return {
    atLeast: addUnits(one.atLeast, other.atLeast),
    atMost: addUnits(one.atMost, other.atMost),
    unknown: more.length === 0 ? one.unknown : [...one.unknown, ...more],
  };
}

function keyOf(member: string | null, service: string, on: CivilDate, per: Window['per']): string {
  return JSON.stringify([member, service, per === 'day' ? on : on.slice(0, 7)]);
}

function memberNotKnown(before: UnitCount): UnitCount {
  return { atLeast: 0, atMost: Infinity, unknown: [{ path: 'member.id' }, ...before.unknown] };
}
