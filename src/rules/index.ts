import type { FactPath } from '../facts/generated/types.js';
import type { CriterionFinding, FindingOf } from '../findings/result.js';
import type { ComputedRule } from '../findings/generated.js';
import type { Service } from '../services/service.js';
import { aboutClaimCharge } from './claim/charge.js';
import { aboutClaimCode, claimCode } from './claim/code.js';
import { aboutComplete, complete } from './claim/complete.js';
import { aboutDuplicate, duplicate } from './claim/duplicate.js';
import type { ClaimRule, LineRule } from './claim/line-rule.js';
import { aboutLocalCode, localCode } from './claim/local-code.js';
import { aboutOneLine, oneLine } from './claim/one-line.js';
import { aboutReplaces, replaces } from './claim/replaces.js';
import { aboutBorn } from './member/born.js';
import { readsOfClause } from './reading-at-issue.js';
import type { AboutRule, BatchRule, SessionRule } from './rule.js';
import { aboutGroupRoster, groupRoster } from './schedule/group-roster.js';
import { aboutMemberOverlap, memberOverlap } from './schedule/member-overlap.js';
import { aboutStaffOverlap, staffOverlap } from './schedule/staff-overlap.js';
import { sessionRules } from './session-rules.js';
import { aboutInForce } from './service/in-force.js';
import { aboutDelivered } from './session/delivered.js';
import { aboutSessionFormat } from './session/format.js';
import { aboutSessionFunding } from './session/funding.js';
import { aboutGroupSize } from './session/group-size.js';
import { aboutSessionTime } from './session/time.js';
import { aboutTookPlace } from './session/took-place.js';
import { aboutAdditionalTraining } from './staff/additional-training.js';
import { aboutInitialTraining } from './staff/initial-training.js';
import { aboutTrainingDocumented } from './staff/training-documented.js';
import { aboutDayTime, dayTime } from './units/day-time.js';
import { aboutDailyLimit, aboutMonthlyLimit } from './units/limit.js';
import { aboutUnitsTime } from './units/time.js';
import { aboutUnbilledTime } from './units/unbilled-time.js';
import { aboutUnitsWhole } from './units/whole.js';

/** Every rule that computes, in the order in which their findings come; the clauses of a service follow those of sessions. */
export const computedRules = [
  claimCode,
  localCode,
  complete,
  replaces,
  ...sessionRules,
  duplicate,
  oneLine,
  memberOverlap,
  staffOverlap,
  groupRoster,
  dayTime,
] as const;

export { computedRulesOf, rulesOf } from './session-rules.js';

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
