import type { Claim, PriorUse, Session } from '../facts/generated/types.js';
import type { RuleId } from '../findings/finding-data.js';
import type { Judgement } from '../rules/rule.js';
import type { Placed } from '../rules/schedule/placed.js';
import type { BillingCode } from '../services/service.js';
import type { Who } from '../units/account.js';
import type { CivilDate } from '../values/civil-date.js';
import type { CompiledService } from './compiled-service.js';

/** What rules say, each one thing. */
export type Said = readonly (readonly [rule: RuleId, judgement: Judgement])[];

/** A session among others: of a batch, or a line of a claim. */
export type Entry = SessionEntry | LineEntry;

export type LineEntry = ToJudge & {
  readonly claim: Claim;
  /** Its days, where it is of several: all that turns on the day is judged on each. */
  readonly days?: readonly DayOfLine[] | undefined;
} & Extract<Placed, { kind: 'line' }>;

/** A line on one of its days. */
export interface DayOfLine extends Pick<ToJudge, 'compiled' | 'code' | 'said'> {
  readonly day: CivilDate;
}

export type SessionEntry = ToJudge & Extract<Placed, { kind: 'session' }>;

interface ToJudge {
  readonly session: Session;
  readonly compiled: CompiledService;
  /** The code on file that is billed, if it is one. */
  readonly code: BillingCode | undefined;
  /** What is said of the code. */
  readonly said: Said;
  /** Whether it is of a claim that is not billable as a whole, whatever the line is. */
  readonly isRefused: boolean;
}

/** A prior use, its place in the history, and whose it is. */
export interface UseBefore {
  readonly use: PriorUse;
  readonly index: number;
  readonly who: Who;
  /** The services that it may be of, or of none: no definition has its code, or it may be replaced. */
  readonly mayBeOf?: readonly string[];
  /** Whether a claim of the check may stand for it. */
  readonly mayBeReplaced?: boolean;
}
