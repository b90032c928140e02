import { reason } from '../findings/reasons.js';
import { computedRules } from '../rules/index.js';
import type { BatchRule, Judgement } from '../rules/rule.js';
import type { Placed } from '../rules/schedule/placed.js';
import { valueOf } from '../values/value-of.js';
import type { Said } from './entry.js';

/** A prior use as entries are placed. */
export interface PlacedUse extends Placed {
  /** Whether it is surely of the member that it stands for. */
  readonly isSure: boolean;
}

const batchRules = computedRules.filter(({ scope }) => scope === 'batch') as Rule[];

type Rule = BatchRule<(typeof computedRules)[number]['id'], unknown>;

const notSeen = { notApplicable: reason('members-one-by-one') };

/**
 * What the rules say of each entry beside the others, in the order in which their findings come.
 *
 * @param among whose entries these are; where those of other members are not seen, what compares members is not judged.
 */
export function besideOthers(
  entries: readonly Placed[],
  uses: readonly PlacedUse[],
  among: 'member' | 'members',
): (placed: Placed) => Said {
  const judged = batchRules.map((rule) => ({
    id: rule.id,
    judgements:
      among === 'member' && rule.across === 'members' ? undefined : judgementsOf(rule, entries, uses),
  }));
  return (placed) =>
    judged.map(({ id, judgements }) => [
      id,
      judgements === undefined ? notSeen : valueOf(judgements, placed),
    ]);
}

/** What passes only if a prior use is of someone else is not known until the member is. */
function judgementsOf(
  { judgeAll }: Rule,
  entries: readonly Placed[],
  uses: readonly PlacedUse[],
): ReadonlyMap<Placed, Judgement> {
  const sure = uses.filter(({ isSure }) => isSure);
  const said = judgeAll(entries, sure);
  if (sure.length === uses.length) return said;
  const ifAllAre = judgeAll(entries, uses);
  for (const placed of entries) {
    if (said.get(placed) !== 'pass' || ifAllAre.get(placed) === 'pass') continue;
    const ofNobody = { ...placed, member: null };
    said.set(placed, valueOf(judgeAll([ofNobody], []), ofNobody));
  }
  return said;
}
