import type { RuleId } from '../findings/finding-data.js';
import { reason } from '../findings/reasons.js';
import type { Readings } from '../readings/generated.js';
import { computedRules } from '../rules/index.js';
import { copyOf } from '../findings/finding.js';
import type { BatchRule, FoundAcross, Judgement } from '../rules/rule.js';
import type { Placed, PlacedEntry } from '../rules/schedule/placed.js';
import type { Said } from './entry.js';

export const batchRules = computedRules.filter(({ scope }) => scope === 'batch') as Rule[];

type Rule = BatchRule<(typeof computedRules)[number]['id'], unknown>;

/** The rules that compare sessions. */
export const rulesBeside: readonly RuleId[] = batchRules.map(({ id }) => id);

const notOfOneDay = { notApplicable: reason('several-days') };
const notSeen = { notApplicable: reason('members-one-by-one') };

/**
 * What the rules say of each entry beside the others, in the order in which their findings come.
 *
 * @param isOfOneMember whether those of other members are not seen, so that what compares members is not judged.
 * @param across what was found beside those of other members.
 */
export function besideOthers(
  entries: readonly PlacedEntry[],
  uses: readonly Placed[],
  isOfOneMember: boolean,
  readings: Readings,
  across?: FoundAcross,
): (placed: Placed) => Said {
  const ofOneDay = { entries: thoseOfOneDay(entries), uses: thoseOfOneDay(uses) };
  const judged = batchRules.map((rule) => {
    const compared = rule.isOfOneDay === true ? ofOneDay : { entries, uses };
    const isSeen = !isOfOneMember || rule.across === 'member';
    const judgements =
      across !== undefined && rule.across === 'members'
        ? foundBefore(rule, compared.entries, readings, across)
        : isSeen
          ? rule.judgeAll(compared.entries, compared.uses, readings, across)
          : undefined;
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

/** Of one of which nothing was found, the rule says by itself whether it applies. */
function foundBefore(
  { id, judgeAll }: Rule,
  entries: readonly PlacedEntry[],
  readings: Readings,
  across: FoundAcross,
): ReadonlyMap<Placed, Judgement> {
  return new Map(
    entries.map((entry): [Placed, Judgement] => {
      const found = across(entry, id);
      if (found !== undefined) return [entry, copyOf(found)];
      const [[, alone]] = [...judgeAll([entry], [], readings)] as [[Placed, Judgement]];
      return [entry, alone];
    }),
  );
}

function thoseOfOneDay<One extends Placed>(all: readonly One[]): readonly One[] {
  return all.every(isOfOneDay) ? all : all.filter(isOfOneDay);
}

function isOfOneDay({ through }: Placed): boolean {
  return through === undefined;
}
