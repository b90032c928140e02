import type { FactPath } from '../facts/paths.js';
import type { DenialKey } from '../findings/denials.js';
import type { FindingData, RuleId } from '../findings/finding-data.js';
import type { ReadingName } from '../services/named-readings.js';

/** What a rule that computes rests on beside what a service states of it. */
export interface ComputedRule {
  readonly denial?: DenialKey;
  readonly readings?: readonly ReadingName[];
  /** Facts that are no part of a session. */
  readonly readsBeside?: readonly FactPath[];
}

const limit: ComputedRule = {
  denial: 'limit',
  readings: ['limit-scope', 'partial-excess', 'limit-order'],
  readsBeside: ['history'],
};

/** Of the rules of services that are not a condition. */
export const computedRules: Partial<Record<keyof FindingData & RuleId, ComputedRule>> = {
  'session/time': { denial: 'timeOfService' },
  'session/delivered': { denial: 'notYetDelivered' },
  'session/format': { denial: 'programRules' },
  'session/group-size': { denial: 'programRules', readings: ['group-ratio'] },
  'units/whole': { denial: 'unitCount' },
  'units/time': { denial: 'unitsBeyondTime', readings: ['rounding'] },
  'units/unbilled-time': { readings: ['rounding'] },
  'units/daily-limit': limit,
  'units/monthly-limit': limit,
  'claim/charge': { denial: 'excessCharge' },
  'staff/initial-training': { denial: 'training', readings: ['initial-training', 'late-training'] },
  'staff/additional-training': { denial: 'training', readings: ['training-deadline', 'late-training'] },
  'staff/training-documented': { denial: 'training', readings: ['training-deadline'] },
};
