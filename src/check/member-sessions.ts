import type { PriorUse } from '../facts/prior-use.js';
import type { SessionResult } from '../findings/result.js';
import { duplicates } from '../rules/claim/duplicate.js';
import { memberOverlaps } from '../rules/schedule/member-overlap.js';
import type { Placed } from '../rules/schedule/placed.js';
import type { BatchSettings } from './entries.js';
import type { Entry } from './entry.js';
import { createLedger } from './ledger.js';
import { inLimitOrder } from './limit-order.js';
import { addJudgement, judgeSession, verdictOf } from './session.js';
import { inTheirWeeks, sayOnceAWeek } from './weekly-notes.js';

/** A prior use and its place in the history that the caller passed. */
export interface PlacedUse {
  readonly use: PriorUse;
  readonly index: number;
}

const acrossMembers = { notApplicable: 'sessions of other members are not seen in a grouped batch' };

/**
 * Judges all sessions of one member, as a batch judges them but for the rules that compare members.
 *
 * @param uses the member's own prior use; undefined where none is known.
 */
export function judgeMember(
  entries: readonly Entry[],
  uses: readonly PlacedUse[] | undefined,
  settings: BatchSettings,
): Map<Entry, SessionResult> {
  const ids = new Set(entries.flatMap(({ session }) => session.id ?? []));
  // A prior use with the key of an entry is that entry.
  const before = uses?.filter(({ use: { id } }) => id == null || !ids.has(id));
  const ledger = createLedger(before?.map(({ use }) => use));
  const weeks = inTheirWeeks(inLimitOrder(entries), settings.readings);
  const placed = weeks.map(({ entry }) => placedEntry(entry));
  const priorUses = (before ?? []).map(placedUse);
  const repeated = duplicates(placed, priorUses);
  const overlapping = memberOverlaps(placed, priorUses);
  const results = new Map<Entry, SessionResult>();
  weeks.forEach((inWeek, index) => {
    const { entry, judged } = inWeek;
    const usedBefore = ledger.usedBefore(entry.member, judged);
    const { result, asked } = judgeSession(entry.compiled, judged, settings, usedBefore);
    const here = placed[index];
    if (here !== undefined && result.passed.length > 0) {
      addJudgement(result, 'claim/duplicate', repeated.get(here) ?? 'pass');
      addJudgement(result, 'schedule/member-overlap', overlapping.get(here) ?? 'pass');
      addJudgement(result, 'schedule/staff-overlap', acrossMembers);
      addJudgement(result, 'schedule/group-roster', acrossMembers);
      result.verdict = verdictOf(result.findings, settings.missingFacts);
    }
    sayOnceAWeek(result, inWeek);
    if (result.verdict !== 'not-billable') ledger.add(entry.member, judged, asked);
    results.set(entry, result);
    settings.onChecked?.();
  });
  return results;
}

function placedEntry({ session, position, member }: Entry): Placed {
  return { session, position, member, staff: null };
}

function placedUse({ use, index }: PlacedUse): Placed {
  return { session: use, position: { history: index }, member: use.memberId ?? null, staff: null };
}
