import type { RuleId } from '../findings/finding-data.js';
import { reason } from '../findings/reasons.js';
import type { Readings } from '../readings/generated.js';
import { computedRules } from '../rules/index.js';
import type { BatchRule } from '../rules/rule.js';
import type { Placed, PlacedEntry } from '../rules/schedule/placed.js';
import type { Said } from './entry.js';

const batchRules = computedRules.filter(({ scope }) => scope === 'batch') as Rule[];

type Rule = BatchRule<(typeof computedRules)[number]['id'], unknown>;

/** The rules that compare sessions. */
export const rulesBeside: readonly RuleId[] = batchRules.map(({ id }) => id);

const notSeen = { notApplicable: reason('members-one-by-one') };

/**
 * What the rules say of each entry beside the others, in the order in which their findings come.
 *
 * @param isOfOneMember whether those of other members are not seen, so that what compares members is not judged.
 */
export function besideOthers(
  entries: readonly PlacedEntry[],
  uses: readonly Placed[],
  isOfOneMember: boolean,
  readings: Readings,
): (placed: Placed) => Said {
  const judged = batchRules.map(({ id, across, judgeAll }) => ({
    id,
    judgements: isOfOneMember && across === 'members' ? undefined : judgeAll(entries, uses, readings),
  }));
  return (placed) =>
    judged.flatMap(({ id, judgements }): Said => {
      const judgement = judgements === undefined ? notSeen : judgements.get(placed);
      return judgement === undefined ? [] : [[id, judgement]];
    });
}
