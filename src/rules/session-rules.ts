import type { ComputedRule } from '../findings/generated.js';
import type { Service } from '../services/service.js';
import { criterionRule } from './criterion.js';
import type { Rule, SessionRule } from './rule.js';
import { claimCharge } from './claim/charge.js';
import { born } from './member/born.js';
import { inForce } from './service/in-force.js';
import { delivered } from './session/delivered.js';
import { sessionFormat } from './session/format.js';
import { sessionFunding } from './session/funding.js';
import { groupSize } from './session/group-size.js';
import { sessionTime } from './session/time.js';
import { tookPlace } from './session/took-place.js';
import { additionalTraining } from './staff/additional-training.js';
import { initialTraining } from './staff/initial-training.js';
import { trainingDocumented } from './staff/training-documented.js';
import { dailyLimit, monthlyLimit } from './units/limit.js';
import { unitsTime } from './units/time.js';
import { unbilledTime } from './units/unbilled-time.js';
import { unitsWhole } from './units/whole.js';

/**
 * The rules that compute and are of one session, in their order: a list of its own, as a bundle that judges sessions one by
 * one leaves the others out. The first decides whether any other runs.
 */
export const sessionRules = [
  inForce,
  tookPlace,
  sessionTime,
  delivered,
  sessionFunding,
  born,
  unitsWhole,
  unitsTime,
  unbilledTime,
  claimCharge,
  sessionFormat,
  groupSize,
  dailyLimit,
  monthlyLimit,
  initialTraining,
  additionalTraining,
  trainingDocumented,
] as const;

/**
 * Every rule of a service, in the order in which findings come: those that compute, then its clauses. The first decides
 * whether any other runs.
 */
export function rulesOf(service: Service): [inForce: Rule, ...others: Rule[]] {
  return [...computedRulesOf(service), ...service.criteria.map(criterionRule)] as Rule[] as [Rule, ...Rule[]];
}

/** The rules of a service that compute: all but its clauses. */
export function computedRulesOf(service: Service): Rule[] {
  return sessionRules.flatMap((rule) => ofService(rule, service));
}

function ofService({ id, forService }: SessionRule<ComputedRule, unknown>, service: Service): Rule[] {
  const made = forService(service);
  return made === undefined ? [] : [{ id, ...made }];
}
