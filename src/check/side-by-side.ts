import type { PriorUse } from '../facts/prior-use.js';
import type { RuleId } from '../findings/finding-data.js';
import { count } from '../findings/wording.js';
import { duplicates } from '../rules/claim/duplicate.js';
import type { Judgement } from '../rules/rule.js';
import { groupRosters } from '../rules/schedule/group-roster.js';
import { memberOverlaps } from '../rules/schedule/member-overlap.js';
import { spanOf, type Placed } from '../rules/schedule/placed.js';
import { staffOverlaps } from '../rules/schedule/staff-overlap.js';

/** What is said of an entry beside the others, rule by rule. */
export type Beside = readonly (readonly [rule: RuleId, judgement: Judgement])[];

/** The rules that see sessions side by side, in the order in which their findings come. */
export function judgedSideBySide(
  entries: readonly Placed[],
  priorUses: readonly Placed[],
): (placed: Placed | undefined) => Beside {
  const byRule = [
    ['claim/duplicate', duplicates(entries, priorUses)],
    ['schedule/member-overlap', memberOverlaps(entries, priorUses)],
    ['schedule/staff-overlap', staffOverlaps(entries)],
    ['schedule/group-roster', groupRosters(entries)],
  ] as const;
  return (placed) =>
    placed === undefined ? [] : byRule.map(([rule, judgements]) => [rule, judgements.get(placed) ?? 'pass']);
}

/** Prior uses as entries are placed, but for those that are entries; `memberOf` says whose each is. */
export function placedUses(
  history: readonly PriorUse[],
  entryIds: ReadonlySet<string>,
  memberOf: (use: PriorUse) => string | null,
): Placed[] {
  return history.flatMap((use, index) =>
    use.id != null && entryIds.has(use.id)
      ? []
      : [{ position: { history: index }, session: use, member: memberOf(use), staff: null }],
  );
}

/** What could not be compared, for a person to know. */
export function notCompared(
  entries: readonly Placed[],
  priorUses: readonly Placed[],
  noHistory: boolean,
): string[] {
  const noClock = entries.filter(({ session }) => spanOf(session) === null).length;
  const noStaff = entries.filter(({ staff, session }) => staff === null && spanOf(session) !== null).length;
  const noStart = priorUses.filter(({ session }) => session.startTime == null).length;
  const entry = (number: number) => count(number, 'entry', 'entries');
  return [
    ...(noHistory
      ? ['Duplicates of what was billed before, and overlaps with it, are not seen: no history is given.']
      : []),
    ...(noClock > 0 ? [`Overlaps: ${entry(noClock)} without both clock times could not be compared.`] : []),
    ...(noStaff > 0
      ? [`Overlaps of staff: ${entry(noStaff)} without the staff member's key could not be compared.`]
      : []),
    ...(noStart > 0
      ? [`Duplicates: ${count(noStart, 'prior use')} without a start time could not be compared.`]
      : []),
  ];
}
