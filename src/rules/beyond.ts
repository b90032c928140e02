import { lowestOf, limitsOf, overlaysOf } from '../services/overlay.js';
import type { Service } from '../services/service.js';
import { criterionRule } from './criterion.js';
import type { Rule } from './rule.js';
import { inForce } from './service/in-force.js';
import { groupSize } from './session/group-size.js';
import { dailyLimit, monthlyLimit } from './units/limit.js';

/**
 * What an agency asks beyond the document, ready to run: days, groups and limits that it says more strictly, then clauses of
 * its own.
 *
 * @param service as it is on a day.
 * @param own how many of its clauses are the document's.
 */
export function rulesBeyond(service: Service, own: number): Rule[] {
  const overlays = overlaysOf(service);
  const days = overlays.flatMap(({ inForce, cite }) =>
    inForce === undefined ? [] : { ...service, inForce: { cite, ...inForce } },
  );
  const groups = overlays
    .flatMap(({ group, cite }) => (group === undefined ? [] : { ...service, group: { cite, ...group } }))
    .sort((one, other) => one.group.perStaff - other.group.perStaff)
    .slice(0, 1);
  const limited = { ...service, limits: lowestOf(overlays.map(limitsOf)) };
  const restated = [
    ...days.map((one) => [inForce, one] as const),
    ...groups.map((one) => [groupSize, one] as const),
    [dailyLimit, limited] as const,
    [monthlyLimit, limited] as const,
  ];
  return [
    ...restated.flatMap(([{ id, forService }, one]) => {
      const made = forService(one);
      return made === undefined ? [] : [{ id, ...made }];
    }),
    ...service.criteria.slice(own).map(criterionRule),
  ];
}
