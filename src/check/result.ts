import type { InputIssue } from '../facts/input-error.js';
import type { Citation } from '../findings/citation.js';
import type { RuleId } from '../findings/finding-data.js';
import type { Notice } from '../findings/notices.js';
import type { Reason } from '../findings/reasons.js';
import type { Severity, Verdict } from '../findings/result.js';
import type { Readings } from '../readings/generated.js';
import type { Finding } from '../rules/index.js';
import type { CivilDate } from '../values/civil-date.js';
import type { Money } from '../values/money.js';
import type { Rounding } from '../units/rounding.js';

/** What judged a result: equal input and equal `rules` give equal results, byte for byte. */
export interface Rules {
  package: string;
  version: string;
  /** `'sha256:…'` of the canonical JSON of the definition as used; left out of a line whose service is not known. */
  definition?: string;
  /** What differs from the defaults; left out where nothing does. */
  settings?: RuleSettings;
}

/** Settings of a check that differ from the defaults. */
export interface RuleSettings {
  readings?: Partial<Readings>;
  missingFacts?: 'report';
  asOf?: CivilDate;
  /** `'sha256:…'` of all definitions on file, where they are not the shipped ones alone. */
  services?: string;
  /** What a failure of a rule means, where that is of your own. */
  severities?: Record<string, Severity | 'off'>;
  /** Each overlay, as `'ID@sha256:…'`. */
  overlays?: string[];
  /** `'sha256:…'` of all waivers. */
  waivers?: string;
}

/** What comes of the check of a session: plain JSON, the same for the same input. */
export interface SessionResult {
  kind: 'session';
  /** The caller's own key, if the session has one. */
  id?: string;
  service: string;
  verdict: Verdict;
  /** What the documents alone say, where overlays, severities or waivers made it another. */
  verdictBySource?: Verdict;
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
  rules: Rules;
}

/** A claim line checked as a session; `service` is null where no definition is on file for its code. */
export type LineResult = Omit<SessionResult, 'kind' | 'service'> & {
  kind: 'line';
  lineNumber: number;
  service: string | null;
};

/** What comes of the check of a claim. JSON Pointers in it lead into the claim. */
export interface ClaimResult {
  kind: 'claim';
  /** The caller's own key, if the claim has one. */
  id?: string;
  /** The worst of its lines and of its own findings. */
  verdict: Verdict;
  /** What the documents alone say, where overlays, severities or waivers made it another. */
  verdictBySource?: Verdict;
  /** In the order of the claim. */
  lines: LineResult[];
  /** About the claim as a whole. */
  findings: Finding[];
  notices: Notice[];
  totals: Totals;
}

/** What comes of a claim that voids another: it is judged by `claim/replaces` alone. */
export interface VoidResult {
  kind: 'void';
  /** The caller's own key, if the claim has one. */
  id?: string;
  /** It asks for nothing that could be refused. */
  verdict?: never;
  findings: Finding[];
  notices: Notice[];
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
export interface InvalidResult {
  kind: 'invalid';
  verdict: 'invalid';
  /** The caller's own key, where it could be read. */
  id?: string;
  issues: InputIssue[];
}
