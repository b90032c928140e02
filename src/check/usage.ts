import type { PriorUse } from '../facts/generated/types.js';
import type { Session } from '../facts/generated/types.js';
import type { Window } from '../findings/finding-data.js';
import type { UnitCount } from '../rules/rule.js';
import type { CivilDate } from '../values/civil-date.js';
import { addUnits } from '../values/units.js';

/** Units of a session's service that its member used before, in the day or calendar month of the session. */
export type UsedBefore = (per: Window['per']) => UnitCount;

export const nothingUsed: UnitCount = { atLeast: 0, atMost: 0, unknown: [] };
export const usageNotKnown: UnitCount = { atLeast: 0, atMost: Infinity, unknown: [{ path: 'history' }] };

const notKnown: UsedBefore = () => usageNotKnown;
const nothing: UsedBefore = () => nothingUsed;

/** Whether two days are in the same day or calendar month. */
export function sameWindow(per: Window['per'], one: CivilDate, other: CivilDate): boolean {
  return per === 'day' ? one === other : one.slice(0, 7) === other.slice(0, 7);
}

/**
 * Use before a single check: every prior use in the window counts, later ones too, but for the session itself. Where the
 * member is not known, it may be any of those in the history, and one of them only.
 */
export function usedInHistory(history: readonly PriorUse[] | null | undefined, session: Session): UsedBefore {
  if (history == null) return notKnown;
  if (history.length === 0) return nothing;
  return (per) => {
    let atLeast = 0;
    let most = 0;
    const memberId = session.member?.id;
    const usedBy = new Map<string, number>();
    for (const use of history) {
      if (use.service !== session.service || (use.id != null && use.id === session.id)) continue;
      if (!sameWindow(per, use.dateOfService, session.dateOfService)) continue;
      if (use.memberId == null || use.memberId === memberId) atLeast = addUnits(atLeast, use.units);
      else if (memberId == null) {
        const used = addUnits(usedBy.get(use.memberId) ?? 0, use.units);
        usedBy.set(use.memberId, used);
        most = Math.max(most, used);
      }
    }
    return { atLeast, atMost: addUnits(atLeast, most), unknown: most === 0 ? [] : [{ path: 'member.id' }] };
  };
}
