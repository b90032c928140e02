import type { FactPath } from '../facts/generated/types.js';
import type { CriterionFinding, FindingOf } from '../findings/result.js';
import type { ComputedRule } from '../findings/generated.js';
import type { Service } from '../services/service.js';
import { aboutClaimCharge, claimCharge } from './claim/charge.js';
import { aboutClaimCode, claimCode } from './claim/code.js';
import { aboutComplete, complete } from './claim/complete.js';
import { aboutDuplicate, duplicate } from './claim/duplicate.js';
import type { ClaimRule, LineRule } from './claim/line-rule.js';
import { aboutLocalCode, localCode } from './claim/local-code.js';
import { aboutOneLine, oneLine } from './claim/one-line.js';
import { aboutReplaces, replaces } from './claim/replaces.js';
import { criterionRule } from './criterion.js';
import { aboutBorn, born } from './member/born.js';
import { readsOfClause } from './reading-at-issue.js';
import type { AboutRule, BatchRule, Rule, SessionRule } from './rule.js';
import { aboutGroupRoster, groupRoster } from './schedule/group-roster.js';
import { aboutMemberOverlap, memberOverlap } from './schedule/member-overlap.js';
import { aboutStaffOverlap, staffOverlap } from './schedule/staff-overlap.js';
import { aboutInForce, inForce } from './service/in-force.js';
import { aboutDelivered, delivered } from './session/delivered.js';
import { aboutSessionFormat, sessionFormat } from './session/format.js';
import { aboutSessionFunding, sessionFunding } from './session/funding.js';
import { aboutGroupSize, groupSize } from './session/group-size.js';
import { aboutSessionTime, sessionTime } from './session/time.js';
import { aboutTookPlace, tookPlace } from './session/took-place.js';
import { aboutAdditionalTraining, additionalTraining } from './staff/additional-training.js';
import { aboutInitialTraining, initialTraining } from './staff/initial-training.js';
import { aboutTrainingDocumented, trainingDocumented } from './staff/training-documented.js';
import { aboutDayTime, dayTime } from './units/day-time.js';
import { aboutDailyLimit, aboutMonthlyLimit, dailyLimit, monthlyLimit } from './units/limit.js';
import { aboutUnitsTime, unitsTime } from './units/time.js';
import { aboutUnbilledTime, unbilledTime } from './units/unbilled-time.js';
import { aboutUnitsWhole, unitsWhole } from './units/whole.js';

/**
 * Every rule that computes, in the order in which their findings come; the clauses of a service follow those of scope
 * `session`, of which the first decides whether any other runs.
 */
export const computedRules = [
  claimCode,
  localCode,
  complete,
  replaces,
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
  duplicate,
  oneLine,
  memberOverlap,
  staffOverlap,
  groupRoster,
  dayTime,
] as const;

/** What each says of itself; a list of its own, as a bundle that only judges leaves it out. */
export const aboutRules = {
  'claim/code': aboutClaimCode,
  'claim/local-code': aboutLocalCode,
  'claim/complete': aboutComplete,
  'claim/replaces': aboutReplaces,
  'service/in-force': aboutInForce,
  'session/took-place': aboutTookPlace,
  'session/time': aboutSessionTime,
  'session/delivered': aboutDelivered,
  'session/funding': aboutSessionFunding,
  'member/born': aboutBorn,
  'units/whole': aboutUnitsWhole,
  'units/time': aboutUnitsTime,
  'units/unbilled-time': aboutUnbilledTime,
  'claim/charge': aboutClaimCharge,
  'session/format': aboutSessionFormat,
  'session/group-size': aboutGroupSize,
  'units/daily-limit': aboutDailyLimit,
  'units/monthly-limit': aboutMonthlyLimit,
  'staff/initial-training': aboutInitialTraining,
  'staff/additional-training': aboutAdditionalTraining,
  'staff/training-documented': aboutTrainingDocumented,
  'claim/duplicate': aboutDuplicate,
  'claim/one-line': aboutOneLine,
  'schedule/member-overlap': aboutMemberOverlap,
  'schedule/staff-overlap': aboutStaffOverlap,
  'schedule/group-roster': aboutGroupRoster,
  'units/day-time': aboutDayTime,
};

/** What a rule that computes says of itself; nothing of a clause. */
export function aboutRule(id: string): AboutRule<unknown> | undefined {
  return (aboutRules as Readonly<Record<string, AboutRule<unknown> | undefined>>)[id];
}

/** The facts that a rule of a service reads. */
export function readsOf({ criteria }: Service, id: string): readonly FactPath[] {
  const clauses = criteria.filter(({ rule }) => rule === id);
  return [...(aboutRule(id)?.reads ?? []), ...clauses.flatMap(readsOfClause)];
}

type Computed = (typeof computedRules)[number];
type DataOf<One> = One extends
  | SessionRule<ComputedRule, infer Data>
  | LineRule<ComputedRule, infer Data>
  | ClaimRule<ComputedRule, infer Data>
  | BatchRule<ComputedRule, infer Data>
  ? Data
  : never;

/** The numbers behind a finding, for the rules that compute. */
export type FindingData = { [One in Computed as One['id']]: DataOf<One> };

/**
 * One thing that stands between a session and its payment. Its `rule` tells the type of its `data`.
 *
 * @example
 * const session = { service: 'mo/peer-support', dateOfService: '2025-03-03', units: 33 };
 * const { findings } = checkSession(session, { history: [] });
 * const finding = findings.find((one) => one.rule === 'units/daily-limit');
 * finding?.data.over; // 1
 */
export type Finding =
  { [Rule in keyof FindingData]: FindingOf<Rule, FindingData[Rule]> }[keyof FindingData] | CriterionFinding;

/**
 * Every rule of a service, in the order in which findings come: those that compute, then its clauses. The first decides
 * whether any other runs.
 */
export function rulesOf(service: Service): [inForce: Rule, ...others: Rule[]] {
  return [
    ...computedRules.flatMap((rule) => (rule.scope === 'session' ? ofService(rule, service) : [])),
    ...service.criteria.map(criterionRule),
  ] as Rule[] as [Rule, ...Rule[]];
}

function ofService({ id, forService }: SessionRule<ComputedRule, unknown>, service: Service): Rule[] {
  const made = forService(service);
  return made === undefined ? [] : [{ id, ...made }];
}
