import type { FactPath } from '../facts/generated/types.js';
import { general, type Citation } from '../findings/citation.js';
import type { DenialKey } from '../findings/denials.js';
import type { RuleId } from '../findings/finding-data.js';
import type { Severity } from '../findings/result.js';
import type { ReadingName } from '../readings/generated.js';

export type BesideRuleId = Extract<
  RuleId,
  'claim/code' | 'claim/local-code' | 'claim/duplicate' | `schedule/${string}`
>;

/** A rule that sees claim lines, or sessions beside each other: it is of no service, and holds for all. */
export interface BesideRule {
  readonly id: BesideRuleId;
  /** What a failure means at most. */
  readonly severity: Severity;
  readonly says: string;
  /** What it demands of the facts, in words. */
  readonly demands: string;
  readonly cite: Citation;
  /** The facts it reads. */
  readonly reads: readonly FactPath[];
  /** What it reads of a claim, which no session has. */
  readonly readsOfClaim: readonly string[];
  readonly denial: readonly DenialKey[];
  readonly readings: readonly ReadingName[];
}

const oneAtATime = general('A person is in one session at a time');
const times = ['dateOfService', 'startTime', 'endTime'] as const;

/** In the order in which their findings come. */
export const besideRules: readonly BesideRule[] = [
  {
    id: 'claim/code',
    severity: 'error',
    says: 'A claim line has the code and exactly the modifiers of its service.',
    demands:
      'the code and its modifiers, in any order and letter case, are on file in the jurisdiction of the claim, and are those of the service where the line states one; what is not on file is not known',
    cite: general('A claim line names its service by code and modifiers'),
    reads: ['service', 'dateOfService'],
    readsOfClaim: ['jurisdiction', 'lines[].procedureCode', 'lines[].modifiers'],
    denial: ['code', 'modifier', 'missingModifier'],
    readings: ['extra-modifiers', 'unnamed-code'],
  },
  {
    id: 'claim/local-code',
    severity: 'error',
    says: 'The codes of Medicaid and the local codes of Purchase of Service are billed apart.',
    demands:
      'each line has a code of the funding that the claim states, or, where it states none, all lines have codes of one funding',
    cite: general('Codes of Medicaid and of Purchase of Service'),
    reads: ['funding'],
    readsOfClaim: ['lines[].procedureCode', 'lines[].modifiers'],
    denial: ['code'],
    readings: [],
  },
  {
    id: 'claim/duplicate',
    severity: 'error',
    says: 'A session is billed once.',
    demands:
      'no entry before it and no prior use has the same member, service, date of service and start time',
    cite: general('A session is billed once'),
    reads: ['member.id', 'service', 'dateOfService', 'startTime', 'history'],
    readsOfClaim: [],
    denial: ['duplicate'],
    readings: ['limit-order'],
  },
  {
    id: 'schedule/member-overlap',
    severity: 'error',
    says: 'A member is in one session at a time.',
    demands:
      'no other session of the member, in the batch or billed before, has a minute in common with it; ends that touch do not overlap',
    cite: oneAtATime,
    reads: ['member.id', ...times, 'history'],
    readsOfClaim: [],
    denial: ['memberOverlap'],
    readings: [],
  },
  {
    id: 'schedule/staff-overlap',
    severity: 'error',
    says: 'A staff member gives one session at a time, but for those of one group.',
    demands:
      'no other session of the staff member has a minute in common with it, unless both state the same group',
    cite: oneAtATime,
    reads: ['staff.id', ...times, 'group.id'],
    readsOfClaim: [],
    denial: ['programRules'],
    readings: [],
  },
  {
    id: 'schedule/group-roster',
    severity: 'error',
    says: 'The sessions of one group agree on day, service, people and staff, and no more come than are stated.',
    demands:
      'the sessions that state the same group state the same day, service, people and staff, and no more staff render them, and no more members are present at any minute, than they state',
    cite: general('The sessions of one group meeting agree'),
    reads: ['group.id', 'group.participants', 'group.staff', ...times, 'service', 'member.id', 'staff.id'],
    readsOfClaim: [],
    denial: ['programRules'],
    readings: [],
  },
];
