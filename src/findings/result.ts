import type { InputIssue } from '../facts/input-error.js';
import type { FactType, Holder } from '../facts/questions.js';
import type { Readings } from '../facts/readings.js';
import type { Funding } from '../facts/session.js';
import type { CivilDate } from '../values/civil-date.js';
import type { ClockTime } from '../values/clock-time.js';
import type { Money } from '../values/money.js';
import type { Rounding } from '../values/units.js';
import type { Basis, Citation } from './citation.js';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export type Verdict = 'billable' | 'not-billable' | 'undetermined';

/** Wrong; not to be told from the facts given; or not wrong yet, but to be done by a date. */
export type FindingOutcome = 'fail' | 'unknown' | 'due';
export type Outcome = FindingOutcome | 'pass' | 'not-applicable';

/** Error: not billable under the cited text. Warning: a person should look. Info: worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

/** A fact that would help to settle a finding. */
export interface MissingFact {
  /** JSON Pointer into the session (`/history` for prior use). */
  path: string;
  question: string;
  type: FactType;
  heldBy: Holder;
}

/** What a payer may answer to a failure: adjustment reason and remark code, by number. Never certain. */
export interface Denial {
  carc: string;
  rarc?: string;
  group: 'CO' | 'OA';
  likelihood: 'likely' | 'possible';
}

export interface Window {
  per: 'day' | 'calendar-month';
  from: CivilDate;
  through: CivilDate;
}

/** Units; null where they are not known. */
export interface LimitData {
  limit: number;
  used: number | null;
  asked: number | null;
  remaining: number | null;
  over: number | null;
  window: Window;
}

export interface UnitsData {
  claimed: number | null;
  supported: number | null;
  minutes: number | null;
  unitMinutes: number;
}

export interface GroupSizeData {
  participants: number | null;
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

export interface TrainingData {
  topics: TopicLeft[];
  /** Last day on which the topics are in time; null where it is not known or has no date. */
  dueOn: CivilDate | null;
}

/** Where an entry stands in what the caller passed, from 0: an entry, a line of one, or a prior use. */
export type Position = { readonly entry: number; readonly line?: number } | { readonly history: number };

export interface OverlapData {
  minutes: number | null;
  from: ClockTime | null;
  through: ClockTime | null;
  other: Position | null;
}

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

export interface ChargeData {
  charge: Money;
  expected: Money | null;
  difference: Money | null;
  rate: Money;
  units: number | null;
}

/** The numbers behind a finding, for the rules that compute. */
export interface FindingData {
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
  'units/daily-limit': LimitData;
  'units/monthly-limit': LimitData;
  'claim/charge': ChargeData;
  'claim/code': { nearest: NearCode[]; missing: string[]; extra: number };
  'claim/local-code': { stated: Funding | null; told: Funding[] };
  'claim/duplicate': { other: Position | null };
  'schedule/member-overlap': OverlapData;
  'schedule/staff-overlap': OverlapData;
  'schedule/group-roster': RosterData;
}

type Letter = 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h' | 'i';

/** The rules that are a condition. */
export type CriterionRule =
  | `necessity/${'adult' | 'child'}-${'admission' | 'continued'}-${Letter}`
  | 'session/community-setting'
  | 'session/face-to-face'
  | 'session/related-to-needs'
  | 'session/skill-area'
  | 'session/skill-building'
  | 'agency/approval'
  | 'agency/certification'
  | 'claim/not-bundled'
  | 'documentation/attendance-available'
  | 'documentation/attendance-distinguishes'
  | 'documentation/attendance-log'
  | 'documentation/medical-necessity'
  | 'documentation/program-requirements'
  | 'documentation/progress-note'
  | 'documentation/weekly-note'
  | 'documentation/weekly-note-covers-both'
  | 'member/adult'
  | 'member/choice'
  | 'member/sdmi'
  | 'plan/includes-service'
  | 'session/core-component'
  | 'session/intervention'
  | 'session/materials'
  | 'staff/license'
  | 'staff/qualification'
  | 'staff/service-training'
  | 'staff/specialized-training'
  | 'staff/supervisor-training'
  | 'member/age'
  | 'member/other-staff-assigned'
  | 'member/program'
  | 'plan/goal'
  | 'session/key-function'
  | 'session/not-only-transportation'
  | 'session/person-centered'
  | 'staff/credential'
  | 'staff/not-a-replacement'
  | 'staff/supervision'
  | 'staff/team-meetings'
  | 'staff/treatment-team';

export type RuleId = keyof FindingData | CriterionRule | `custom/${string}`;

interface FindingOf<Rule extends RuleId, Data> {
  rule: Rule;
  outcome: FindingOutcome;
  severity: Severity;
  /** One sentence. Names no person. */
  message: string;
  data: Data;
  /** JSON Pointers of the facts that a person may have to correct. */
  paths: string[];
  /** For `unknown`: what would settle it. */
  missing: MissingFact[];
  citations: Citation[];
  basis: Basis;
  /** The named reading that decided, where the document leaves it open. */
  reading?: string;
  denials: Denial[];
}

export type CriterionFinding = FindingOf<Exclude<RuleId, keyof FindingData>, Readonly<Record<string, Json>>>;

/** One thing that stands between a session and its payment. Its `rule` tells the type of its `data`. */
export type Finding =
  { [Rule in keyof FindingData]: FindingOf<Rule, FindingData[Rule]> }[keyof FindingData] | CriterionFinding;

export interface SessionResult {
  /** The caller's own key, if the session has one. */
  id?: string;
  service: string;
  verdict: Verdict;
  /** In the order of the service's rules: every outcome but pass and not applicable. */
  findings: Finding[];
  passed: RuleId[];
  notApplicable: { rule: RuleId; reason: string }[];
  units?: { claimed?: number; supported?: number; minutes?: number; rounding: Rounding };
  price?: { rate: Money; charge: Money; providerPay: Money; citation: Citation };
  notices: string[];
  rules: { package: string; version: string };
}

/** An entry of a batch that could not be read. */
export interface InvalidEntry {
  verdict: 'invalid';
  issues: InputIssue[];
}
