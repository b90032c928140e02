import type { InputIssue } from '../facts/input-error.js';
import type { FactType, Holder } from '../facts/rows/row.js';
import type { ReadingName, Readings } from '../readings/generated.js';
import type { Money } from '../values/money.js';
import type { Rounding } from '../units/rounding.js';
import type { Basis, Citation } from './citation.js';
import type { FindingData, RuleId } from './finding-data.js';
import type { Notice } from './notices.js';
import type { Reason } from './reasons.js';

/** A value that JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * `'not-billable'`: something of severity error failed. Else `'undetermined'`: something of severity error is not known.
 * Else `'billable'`; warnings and what is due may remain.
 */
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
  /** As it would be put to a person. */
  question: string;
  type: FactType;
  heldBy: Holder;
  /** All that a yes stands for, two or more. */
  parts?: string[];
  /** Of a yes/no fact: which answer satisfies the clause. */
  goodAnswer?: boolean;
}

/**
 * What a payer may answer to a failure. Never certain. The codes are numbers of X12 lists, without their words; what is
 * meant by each: `docs/denials.md`.
 */
export interface Denial {
  /** Claim adjustment reason code. */
  carc: string;
  /** Remittance advice remark code. */
  rarc?: string;
  /** Group code: to whom the adjustment is laid. */
  group: 'CO' | 'OA';
  likelihood: 'likely' | 'possible';
}

/** The named reading on which a finding rests. */
export interface DecidingReading {
  name: ReadingName;
  /** The option of {@link ReadingsInput} that changes it; null where none does. */
  setting: keyof Readings | null;
}

/** A finding of one rule, with the type of its `data`. */
export interface FindingOf<Rule extends RuleId, Data> {
  rule: Rule;
  outcome: FindingOutcome;
  severity: Severity;
  /** One sentence. Names no person. */
  message: string;
  /** The numbers behind it. */
  data: Data;
  /** JSON Pointers of the facts that a person may have to correct. */
  paths: string[];
  /** For `unknown`: what would settle it. */
  missing: MissingFact[];
  /** At least one. */
  citations: Citation[];
  basis: Basis;
  /** What decided where the document leaves it open. */
  reading?: DecidingReading;
  denials: Denial[];
}

export type CriterionFinding = FindingOf<Exclude<RuleId, keyof FindingData>, Readonly<Record<string, Json>>>;

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

/** What comes of the check of a session: plain JSON, the same for the same input. */
export interface SessionResult {
  /** The caller's own key, if the session has one. */
  id?: string;
  service: string;
  verdict: Verdict;
  /** In the order of the service's rules: what failed, is not known or is due. */
  findings: Finding[];
  passed: RuleId[];
  notApplicable: ({ rule: RuleId } & Reason)[];
  /** Left out where the document sets no unit. `supported` is what the minutes are worth. */
  units?: { claimed?: number; supported?: number; minutes?: number; rounding: Rounding };
  /** For the units that count, in US dollars; left out where no rate is on file. */
  price?: { rate: Money; charge: Money; providerPay: Money; citation: Citation };
  /** What a person should know of the result. */
  notices: Notice[];
  /** What judged it. */
  rules: { package: string; version: string };
}

/** A claim line checked as a session; `service` is null where no definition is on file for its code. */
export type LineResult = Omit<SessionResult, 'service'> & { lineNumber: number; service: string | null };

/** What comes of the check of a claim. JSON Pointers in it lead into the claim. */
export interface ClaimResult {
  /** The caller's own key, if the claim has one. */
  id?: string;
  /** The worst of its lines and of its own findings. */
  verdict: Verdict;
  /** In the order of the claim. */
  lines: LineResult[];
  /** About the claim as a whole. */
  findings: Finding[];
  notices: Notice[];
  totals: Totals;
}

/** Sums over entries. A charge not stated is rate times units where the rate is on file, and else left out. */
export interface Totals {
  units: number;
  /** Of all three verdicts. */
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
