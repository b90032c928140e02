import type { InputIssue } from '../facts/input-error.js';
import type { FactType, Holder } from '../facts/questions.js';
import type { Money } from '../values/money.js';
import type { Rounding } from '../values/units.js';
import type { Basis, Citation } from './citation.js';
import type { FindingData, RuleId } from './finding-data.js';

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

export interface FindingOf<Rule extends RuleId, Data> {
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

/** A claim line checked as a session; `service` is null where no definition is on file for its code. */
export type LineResult = Omit<SessionResult, 'service'> & { lineNumber: number; service: string | null };

export interface ClaimResult {
  id?: string;
  /** The worst of its lines and of its own findings. */
  verdict: Verdict;
  lines: LineResult[];
  /** About the claim as a whole. */
  findings: Finding[];
  notices: string[];
  totals: Totals;
}

/** Sums over entries. A charge not stated is rate times units where the rate is on file, and else left out. */
export interface Totals {
  units: number;
  charge: Money;
  billableCharge: Money;
  notBillableCharge: Money;
  undeterminedCharge: Money;
}

/** An entry of a batch that could not be read. */
export interface InvalidEntry {
  verdict: 'invalid';
  issues: InputIssue[];
}
