import type { FactType, Holder } from '../facts/rows/row.js';
import type { ReadingName, Readings } from '../readings/generated.js';
import type { CivilDate } from '../values/civil-date.js';
import type { Basis, Citation } from './citation.js';
import type { RuleId } from './finding-data.js';
import type { ComputedRule } from './generated.js';

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
  /** Codes that would satisfy the rule, in the order of their list; of a word that is on no list. */
  accepts?: string[];
  /** The listed code within one edit of a word that is on no list. */
  nearest?: string;
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
  /** Whether what failed shows on a claim. What is seen at audit may come years later, as a recovery, and is never likely. */
  seenAt: 'claim' | 'audit';
}

/** The named reading on which a finding rests. */
export interface DecidingReading {
  name: ReadingName;
  /** The option of {@link ReadingsInput} that changes it; null where none does. */
  setting: keyof Readings | null;
}

/** Why a finding keeps nothing from being billed: the waiver's own id, its reason, and its last day of service. */
export interface Waived {
  id: string;
  reason: WaiverReason;
  through: CivilDate;
}

/** Why the agency bills what a rule would hold back. */
export type WaiverReason = 'clause-allows' | 'payer-agreed' | 'record-held-elsewhere' | 'agency-accepts';

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
  /** Of what a waiver of the agency's own holds for: it keeps nothing from being billed. */
  waived?: Waived;
  /**
   * Of a record that an adapter has read: by each pointer of `paths` and `missing`, where it stands in the person's file;
   * what is not stated there, where it belongs. Left out is what is in no record, such as `/history`.
   */
  places?: Record<string, string>;
}

/** A finding of a clause. */
export type CriterionFinding = FindingOf<Exclude<RuleId, ComputedRule>, Readonly<Record<string, Json>>>;
