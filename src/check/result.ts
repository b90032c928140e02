import type { InputIssue } from '../facts/input-error.js';
import type { Citation } from '../findings/citation.js';
import type { RuleId } from '../findings/finding-data.js';
import type { Notice } from '../findings/notices.js';
import type { Reason } from '../findings/reasons.js';
import type { Verdict } from '../findings/result.js';
import type { Finding } from '../rules/index.js';
import type { Money } from '../values/money.js';
import type { Rounding } from '../units/rounding.js';

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
