import type { Session } from '../facts/generated/types.js';
import type { RuleId } from '../findings/finding-data.js';
import type { CivilDate } from '../values/civil-date.js';
import type { Stated } from './stating.js';

/** What rules that compute read of a definition. */
export type Part = RuleId | 'unit' | 'limits' | 'codes' | 'inForce';

/** In what the second of two definitions is looser, beside its clauses; `{one}` and `{other}` stand for what they are called. */
export interface PartFound {
  readonly at: Part;
  readonly says: string;
  readonly session?: Session;
}

/** Something that a definition states beside its clauses, in which the second may be looser. */
export interface PartAsked {
  readonly at: Part;
  /** Any of these rules would show it. */
  readonly rules: readonly RuleId[];
  /** What the second states in place of what the first does, as a sentence. */
  readonly says: string;
  /** Sessions of which one shows it, if any does. */
  readonly sessions: readonly StatedOn[];
  /** Whether it is certain that no session shows it that these do not. */
  readonly isDecided: boolean;
}

/** A day, and what a session of it states. */
export interface StatedOn {
  readonly on: CivilDate;
  readonly stated: Stated;
}
