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

const notOfOneDay = { notApplicable: reason('several-days') };
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
  const ofOneDay = { entries: thoseOfOneDay(entries), uses: thoseOfOneDay(uses) };
  const judged = batchRules.map((rule) => {
    const compared = rule.isOfOneDay === true ? ofOneDay : { entries, uses };
    const isSeen = !isOfOneMember || rule.across === 'member';
    const judgements = isSeen ? rule.judgeAll(compared.entries, compared.uses, readings) : undefined;
    return { id: rule.id, isOfOneDay: rule.isOfOneDay === true, judgements };
  });
  return (placed) => {
    const said: Said[number][] = [];
    for (const { id, judgements, isOfOneDay: isOfDay } of judged) {
      const isApart = isOfDay && !isOfOneDay(placed);
      const judgement = isApart ? notOfOneDay : judgements === undefined ? notSeen : judgements.get(placed);
      if (judgement !== undefined) said.push([id, judgement]);
    }
    return said;
  };
}

function thoseOfOneDay<One extends Placed>(all: readonly One[]): readonly One[] {
  return all.every(isOfOneDay) ? all : all.filter(isOfOneDay);
}

function isOfOneDay({ through }: Placed): boolean {
  return through === undefined;
}
