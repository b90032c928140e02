import type { FactPath } from '../facts/generated/types.js';
import type { DenialKey } from '../findings/denials.js';
import type { FindingData, RuleId } from '../findings/finding-data.js';
import type { ReadingName } from '../readings/generated.js';
import { forEachLimit, periods, type Per } from '../units/period.js';
import type { BesideRuleId } from './beside.js';

/** What a rule that computes demands and rests on, beside what a service states of it. */
export interface ComputedRule {
  /** What it demands of the facts, in words. */
  readonly demands: string;
  readonly denial?: DenialKey;
  readonly readings?: readonly ReadingName[];
  /** Facts that are no part of a session. */
  readonly readsBeside?: readonly FactPath[];
}

function limit(per: Per): ComputedRule {
  return {
    demands: `the units of the service that the member used in the ${periods[per].name} and those of the session are together no more than the limit`,
    denial: 'limit',
    readings: ['limit-scope', 'partial-excess', 'limit-order'],
    readsBeside: ['history'],
  };
}

/** Of the rules of services that are not a condition. */
export const computedRules: Record<Exclude<keyof FindingData & RuleId, BesideRuleId>, ComputedRule> = {
  'service/in-force': {
    demands:
      'the date of service is on or between the first and the last day of the definition; outside them no rules are on file, nothing else is judged, and the verdict is undetermined',
  },
  'session/time': {
    demands:
      'the end is after the start, 24:00 being the end of the day, and the minutes stated are no more than the clock time between them; a session past midnight is to be split there',
    denial: 'timeOfService',
  },
  'session/delivered': {
    demands:
      'the date of service is not after the day of the check; judged only where that day is stated and the session is not a proposed one',
    denial: 'notYetDelivered',
  },
  'session/format': {
    demands: 'the session is of the format that the service is for, and as many people are in it',
    denial: 'programRules',
  },
  'session/group-size': {
    demands:
      'no more people are present than the staff may have under the reading group-ratio; judged only where the session is not an individual one',
    denial: 'programRules',
    readings: ['group-ratio'],
  },
  'units/whole': {
    demands: 'the units are a whole number of at least 1; judged only where units are stated',
    denial: 'unitCount',
  },
  'units/time': {
    demands:
      'the units are no more than the minutes spent make, rounded as the reading rounding has it; where no units are stated, the time makes at least one',
    denial: 'unitsBeyondTime',
    readings: ['rounding'],
  },
  'units/unbilled-time': {
    demands:
      'the units are no fewer than the minutes spent make; judged only where both are known. Otherwise money is left on the table',
    readings: ['rounding'],
  },
  ...forEachLimit(limit),
  'claim/charge': {
    demands:
      'the charge is the rate for who pays times the units, to the cent; judged only where a charge is stated and a rate is on file. A charge under it draws no denial',
    denial: 'excessCharge',
  },
  'staff/initial-training': {
    demands: 'each initial topic was completed on or before the date of service, is waived or is excepted',
    denial: 'training',
    readings: ['initial-training', 'late-training'],
  },
  'staff/additional-training': {
    demands:
      'each additional topic was completed with its hours on or before the date of service, is waived or is excepted; through the due date what is left is due',
    denial: 'training',
    readings: ['training-deadline', 'late-training'],
  },
  'staff/training-documented': {
    demands:
      'each training that counts is documented, each waiver that is relied on rests on documented training, and each exception that is relied on was approved on or before the date of service',
    denial: 'training',
    readings: ['training-deadline'],
  },
};
