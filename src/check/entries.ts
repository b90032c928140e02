import type { InputIssue } from '../facts/input-error.js';
import type { PriorUse } from '../facts/prior-use.js';
import type { SessionResult } from '../findings/result.js';
import type { Placed } from '../rules/schedule/placed.js';
import type { CompiledService } from './compiled-service.js';
import { createLedger, plus } from './ledger.js';
import type { Entry } from './entry.js';
import { inLimitOrder } from './limit-order.js';
import { addJudgement, judgeSession, verdictOf, type Settings } from './session.js';
import { judgedSideBySide, notCompared, placedUses } from './side-by-side.js';
import { usedInHistory, type UsedBefore } from './usage.js';
import { inTheirWeeks, sayOnceAWeek } from './weekly-notes.js';

/** What entries are judged with. */
export interface BatchSettings extends Settings {
  readonly history: readonly PriorUse[] | null | undefined;
  /** The service with an id, or that none is on file. */
  readonly serviceOf: (id: string) => CompiledService | InputIssue;
  /** Called once for each entry that is done. */
  readonly onChecked?: () => void;
}

export interface JudgedEntries {
  readonly resultOf: (entry: Entry) => SessionResult;
  readonly notices: string[];
}

/**
 * Judges sessions that share unit limits and a schedule. Each counts the history and, in limit order, the entries before
 * it that are not failed.
 *
 * @param ofOneMember all entries, and prior uses that state no member, are of one member, known or not: a claim's lines.
 */
export function judgeEntries(
  entries: readonly Entry[],
  settings: BatchSettings,
  { ofOneMember }: { ofOneMember: boolean },
): JudgedEntries {
  const ids = new Set(entries.flatMap(({ session }) => session.id ?? []));
  // A prior use with the key of an entry is that entry.
  const history = settings.history?.filter(({ id }) => id == null || !ids.has(id));
  const billedBefore = createLedger(history);
  const siblings = createLedger([]);
  const weeks = inTheirWeeks(inLimitOrder(entries), settings.readings);
  const placed = weeks.map(({ entry }) => placedOf(entry));
  const uses = placedUses(
    settings.history ?? [],
    ids,
    ({ memberId }) => memberId ?? (ofOneMember ? (entries[0]?.member ?? null) : null),
  );
  const beside = judgedSideBySide(placed, uses);
  const results = new Map<Entry, SessionResult>();
  weeks.forEach((inWeek, index) => {
    const { entry, judged } = inWeek;
    const before = ofOneMember
      ? usedInHistory(history, judged)
      : billedBefore.usedBefore(entry.member, judged);
    const usedBefore: UsedBefore = (per) => plus(before(per), siblings.usedBefore(entry.member, judged)(per));
    const { result, asked } = judgeSession(entry.compiled, judged, settings, usedBefore, entry.code);
    if (result.passed.length > 0) {
      for (const [rule, judgement] of beside(placed[index])) addJudgement(result, rule, judgement);
      result.verdict = verdictOf(result.findings, settings.missingFacts);
    }
    sayOnceAWeek(result, inWeek);
    if (result.verdict !== 'not-billable') siblings.add(entry.member, judged, asked);
    results.set(entry, result);
    settings.onChecked?.();
  });
  return {
    resultOf: (entry) => {
      const result = results.get(entry);
      if (result === undefined) throw new Error('every entry is judged');
      return result;
    },
    notices: notCompared(placed, uses, history === undefined),
  };
}

function placedOf({ session, position, member }: Entry): Placed {
  return { session, position, member, staff: session.staff?.id ?? null };
}
