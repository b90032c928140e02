import type * as z from '../facts/zod.js';
import type { Circumstances, UnknownFact } from '../conditions/circumstances.js';
import type { Truth } from '../conditions/truth.js';
import type { FactPath } from '../facts/generated/types.js';
import type { Position, RuleId } from '../findings/finding-data.js';
import type { Citation } from '../findings/citation.js';
import type { DenialKey } from '../findings/denials.js';
import type { ComputedRule } from '../findings/generated.js';
import type { PlainReason } from '../findings/reasons.js';
import type { FindingOf, Severity } from '../findings/result.js';
import type { ReadingName, Readings } from '../readings/generated.js';
import type { Service } from '../services/service.js';
import type { CivilDate } from '../values/civil-date.js';
import type { Price } from './claim/rate.js';
import type { Placed, PlacedEntry } from './schedule/placed.js';
import type { TimeSpent } from './session/time-spent.js';
import type { TrainedTopics } from './staff/trained-topics.js';
import type { Used } from '../units/account.js';
import type { Per } from '../units/period.js';
import type { Quantity } from '../units/quantity.js';

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
  /** Of a line over several days: each period of which its units may be. */
  readonly spread: ((per: Per) => readonly UsedOn[]) | undefined;
}

/** Units used before in the period of a day. */
export interface UsedOn {
  readonly day: CivilDate;
  readonly used: Used;
}

export interface NotApplicable {
  readonly notApplicable: Readonly<PlainReason>;
}

/** What a rule says: nothing to object to, not its business, or a finding. */
export type Judgement<Found = FindingOf<RuleId, unknown>> = 'pass' | NotApplicable | Found;

export function isFinding<Found extends FindingOf<RuleId, unknown>>(
  judgement: Judgement<Found>,
): judgement is Found {
  return judgement !== 'pass' && 'rule' in judgement;
}

type JudgementOf<Id extends RuleId, Data> = Judgement<FindingOf<Id, Data>>;

/** A rule as one service has it. */
interface OfService<Id extends RuleId, Data> {
  /** What the rule demands, as one sentence. */
  readonly says: string;
  readonly cite: Citation;
  readonly judge: (session: SessionUnderCheck) => JudgementOf<Id, Data>;
}

/** One rule of one service, ready to run. */
export interface Rule extends OfService<RuleId, unknown> {
  readonly id: RuleId;
  /** What a clause says where it does not apply. */
  readonly notApplicable?: NotApplicable | undefined;
  /** Where it is TRUE, the rule passes; where not, `judge` tells. Most rules of most sessions are told so. */
  readonly met?: ((session: SessionUnderCheck) => Truth) | undefined;
}

/** A rule that judges a session by itself. */
export interface SessionRule<Id extends ComputedRule, Data> {
  readonly scope: 'session';
  readonly id: Id;
  /** Makes it ready for a service; nothing for one that does not state what it judges. */
  readonly forService: (service: Service) => OfService<Id, Data> | undefined;
}

/** What was found of an entry beside those of other members, where these were compared before. */
export type FoundAcross = (placed: Placed, rule: RuleId) => FindingOf<RuleId, unknown> | undefined;

/** A rule that judges sessions beside each other. */
export interface BatchRule<Id extends ComputedRule, Data> {
  readonly scope: 'batch';
  readonly id: Id;
  /** Whether it compares the sessions of each member, or those of several; a stream of members one by one judges the first only. */
  readonly across: 'member' | 'members';
  /** Whether it compares what is of one day only. */
  readonly isOfOneDay?: boolean;
  /** Judges each entry that it is asked of beside the others and what was billed before, entries being in limit order. */
  readonly judgeAll: (
    entries: readonly PlacedEntry[],
    priorUses: readonly Placed[],
    readings: Readings,
    across?: FoundAcross,
  ) => Map<Placed, JudgementOf<Id, Data>>;
}

/** One statement of a service's sheet. What the source does not set is cited so, and is no rule's. */
export interface Statement {
  readonly says: string;
  readonly cite: Citation;
  readonly reading?: ReadingName | undefined;
}

/** What pages, sheets and schemas say of a rule that computes. It stands beside the rule, as a bundle that only judges leaves it out. */
export interface AboutRule<Data> {
  /** What a failure means at most. */
  readonly severity: Severity;
  /** The facts it reads. */
  readonly reads: readonly FactPath[];
  /** What it demands of them, in words. */
  readonly demands: string;
  /** What it reads of a claim, which no session has. */
  readonly readsOfClaim?: readonly string[];
  /** The rows of the denial table that a failure may draw. */
  readonly denials?: readonly DenialKey[];
  /** The named readings that it rests on, in a service that has it. */
  readonly readings?: (service: Service) => readonly (ReadingName | undefined)[];
  /** What the sheet of a service says of it on a day. */
  readonly sheet?: (service: Service, on: CivilDate) => readonly Statement[];
  /** Where a service's document says it, if in several places. */
  readonly cites?: (service: Service) => readonly Citation[];
  /** The name of the shape of its data, where that is shared, and what it holds. */
  readonly dataWords?: { readonly id: string; readonly description?: string };
  /** The shape of its data. */
  readonly data: (parts: DataParts) => z.mini.ZodMiniType<Data>;
}

/** Beside that, what a rule of no service demands, as one sentence, and where that is written. */
export interface AboutRuleForAll<Data> extends AboutRule<Data> {
  readonly says: string;
  readonly cite: Citation;
}

/** What the shapes of several rules' data are made of. */
export interface DataParts {
  readonly position: z.mini.ZodMiniType<Position, Position>;
  /** An amount that may be the sum of many. */
  readonly amount: z.mini.ZodMiniString<string>;
}
