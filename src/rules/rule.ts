import type { Circumstances, UnknownFact } from '../conditions/circumstances.js';
import type { Truth } from '../conditions/truth.js';
import type { SessionPath } from '../facts/generated/types.js';
import type { Finding, Severity } from '../findings/result.js';
import type { RuleId } from '../findings/finding-data.js';
import type { Citation } from '../findings/citation.js';
import type { PlainReason } from '../findings/reasons.js';
import type { Used } from '../units/account.js';
import type { Per } from '../units/period.js';
import type { Quantity } from '../units/quantity.js';
import type { CivilDate } from '../values/civil-date.js';
import type { Price } from './claim/rate.js';
import type { TimeSpent } from './session/time-spent.js';
import type { TrainedTopics } from './staff/trained-topics.js';

/** A session as the rules see it: its facts, and what is worked out from them once. */
export interface SessionUnderCheck extends Circumstances {
  /** The day of the check, if the caller states one. */
  readonly asOf: CivilDate | undefined;
  readonly time: TimeSpent;
  /** The units stated, or else those that the time supports. */
  readonly asked: Quantity<UnknownFact>;
  /** What the units asked for are charged at, where a rate is on file. */
  readonly price: Price | undefined;
  /** What is documented of the rendering staff member's trainings, where the service asks for any. */
  readonly trained: TrainedTopics | undefined;
  /** Units of the service that the member used before, in the period of the session. */
  readonly usedBefore: (per: Per) => Used;
}

export interface NotApplicable {
  readonly notApplicable: Readonly<PlainReason>;
}

/** What a rule says of a session: nothing to object to, not its business, or a finding. */
export type Judgement = 'pass' | NotApplicable | Finding;

/** One rule of one service, ready to run. */
export interface Rule {
  readonly id: RuleId;
  /** What a failure means at most. */
  readonly severity: Severity;
  /** What the rule demands, as one sentence. */
  readonly says: string;
  readonly cite: Citation;
  /** The facts it reads. */
  readonly reads: readonly SessionPath[];
  readonly judge: (session: SessionUnderCheck) => Judgement;
  /** Where it is TRUE, the rule passes; where not, `judge` tells. Most rules of most sessions are told so. */
  readonly met?: ((session: SessionUnderCheck) => Truth) | undefined;
}
