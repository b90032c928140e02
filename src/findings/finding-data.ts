import type { ClauseRule } from './generated.js';
import type { Readings } from '../readings/generated.js';
import type { Funding } from '../facts/generated/codes.js';
import type { LimitRule, Period } from '../units/period.js';
import type { CivilDate } from '../values/civil-date.js';
import type { ClockTime } from '../values/clock-time.js';
import type { Money } from '../values/money.js';

/**
 * The numbers of a unit limit; null where they are not known. `used` is without the session, `remaining` is what was left for
 * it, `over` is how far it goes beyond that.
 */
export interface LimitData {
  limit: number;
  used: number | null;
  asked: number | null;
  remaining: number | null;
  over: number | null;
  window: Period;
}

/** Units claimed and units that the time supports; null where they are not known. */
export interface UnitsData {
  claimed: number | null;
  supported: number | null;
  minutes: number | null;
  unitMinutes: number;
}

/** The size of a group; null where it is not known. */
export interface GroupSizeData {
  /** Most people at one time. */
  participants: number | null;
  /** Qualified staff present throughout. */
  staff: number | null;
  /** How many one qualified staff member may have. */
  perStaff: number;
  /** How many are allowed under the reading in force; null where that needs the staff count. */
  allowed: number | null;
  groupRatio: Readings['groupRatio'];
}

/** A topic that is not done yet; hours where the document sets them. */
export interface TopicLeft {
  readonly topic: string;
  readonly hoursDone?: number;
  readonly hoursNeeded?: number;
}

/** Topics that are short of something. */
export interface TrainingData {
  topics: TopicLeft[];
  /** Last day on which the topics are in time; null where it is not known or has no date. */
  dueOn: CivilDate | null;
  /** Topics that were meant, it seems, and are written almost so. */
  hints?: { code: string; text: string }[];
}

/** Where an entry stands in what the caller passed, from 0: an entry, a line of one, or a prior use. */
export type Position = { readonly entry: number; readonly line?: number } | { readonly history: number };

/** The minutes that two sessions share; null where it is not known whether they share any. */
export interface OverlapData {
  minutes: number | null;
  from: ClockTime | null;
  through: ClockTime | null;
  other: Position | null;
}

/** What a group states of itself and what its sessions show; null where a number is not what is wrong. */
export interface RosterData {
  /** People or staff as the group states them, and as its sessions show. */
  stated: number | null;
  found: number | null;
  /** The first minute at which too many are present. */
  at: ClockTime | null;
  /** A session of the group that states something else. */
  other: Position | null;
}

/** A code on file that a written one may have meant. */
export interface NearCode {
  service: string;
  funding: Funding;
  procedureCode: string;
  modifiers: string[];
}

/** A charge beside rate times units; `difference` is the one less the other. Null where units are not known. */
export interface ChargeData {
  charge: Money;
  expected: Money | null;
  difference: Money | null;
  rate: Money;
  units: number | null;
}

/** The numbers behind a finding, for the rules that compute. */
export interface FindingData extends Record<LimitRule, LimitData> {
  'service/in-force': { from: CivilDate | null; through: CivilDate | null; dateOfService: CivilDate };
  'session/time': { clockMinutes: number | null; minutes: number | null };
  'session/format': { format: 'individual' | 'group' | null; participants: number | null };
  'session/group-size': GroupSizeData;
  'staff/initial-training': TrainingData;
  'staff/additional-training': TrainingData;
  'staff/training-documented': TrainingData;
  'session/delivered': { dateOfService: CivilDate; asOf: CivilDate };
  'units/whole': { claimed: number };
  'units/time': UnitsData;
  'units/unbilled-time': UnitsData;
  'claim/charge': ChargeData;
  'claim/code': { nearest: NearCode[]; missing: string[]; extra: number };
  'claim/local-code': { stated: Funding | null; told: Funding[] };
  'claim/duplicate': { other: Position | null };
  'schedule/member-overlap': OverlapData;
  'schedule/staff-overlap': OverlapData;
  'schedule/group-roster': RosterData;
}

/** Id of a rule, such as `'units/daily-limit'`: `docs/rules/README.md`. Rules of your own are named `custom/…`. */
export type RuleId = keyof FindingData | ClauseRule | `custom/${string}`;
