import type { Condition } from '../conditions/condition.js';
import type { TrainingTopic, Funding } from '../facts/generated/codes.js';
import type { Citation } from '../findings/citation.js';
import type { DenialKey } from '../findings/denials.js';
import type { RuleId } from '../findings/finding-data.js';
import type { ComputedRule } from '../findings/generated.js';
import type { CivilDate } from '../values/civil-date.js';
import type { Money } from '../values/money.js';
import type { ReadingName } from '../readings/generated.js';
import type { LimitRule, Per } from '../units/period.js';

/** One service of one payer as its document defines it: data only. To make one of your own: {@link defineService}. */
export interface Service {
  readonly id: string;
  readonly title: string;
  readonly jurisdiction: string;
  /** Id of the service than which it is meant to be no looser; the command refuses a configuration where it is. */
  readonly atLeastAsStrictAs?: string;
  /** First and last day on which the definition holds; a bound left out is open. */
  readonly inForce: {
    readonly from?: CivilDate;
    readonly through?: CivilDate;
    readonly cite: Citation;
    readonly reading?: ReadingName;
  };
  /** The codes under which it is billed; none where the document names none. */
  readonly codes?: readonly BillingCode[];
  /** Where the document says that it is of Medicaid alone; left out where it names codes, or leaves open who pays. */
  readonly medicaidAlone?: Citation;
  /** How long a unit is; left out where the document does not say. */
  readonly unit?: { readonly minutes: number; readonly cite: Citation };
  /** For one person, for a group, or for either. */
  readonly format?: SessionFormat;
  /** How many people one qualified staff member may have in a group. */
  readonly group?: { readonly perStaff: number; readonly cite: Citation };
  /** Where a limit changed, an entry for each value, from the earliest on. */
  readonly limits?: readonly UnitLimit[];
  readonly training?: TrainingRequirement;
  /** One for each clause, in the order of the document; one that changed on a day stands there for each of its periods. */
  readonly criteria: readonly Criterion[];
}

/** A procedure code with exactly the modifiers under which a service is billed, and who pays. */
export interface BillingCode {
  readonly funding: Funding;
  readonly procedureCode: string;
  readonly modifiers: readonly string[];
  /** What a unit is charged at and what the provider is paid, by date of service. */
  readonly rates: readonly Rate[];
}

/** What a unit is charged at and what the provider is paid, in US dollars. */
export interface Rate {
  /** First day on which it holds; left out, on every day. */
  readonly from?: CivilDate;
  readonly rate: Money;
  readonly providerPay: Money;
  readonly cite: Citation;
  /** The named reading that it rests on. */
  readonly reading?: ReadingName;
}

/** How many units of the service a member may receive in a period. */
export interface UnitLimit {
  readonly per: Per;
  /** The id of its rule, which `per` tells. */
  readonly rule?: LimitRule;
  readonly units: number;
  /** First day on which it holds; left out, on every day. */
  readonly from?: CivilDate;
  readonly cite: Citation;
}

/** Who may be in a session. */
export interface SessionFormat {
  readonly kind: 'individual' | 'group' | 'either';
  readonly says: string;
  readonly cite: Citation;
  /** The named reading of a group of one person. */
  readonly reading: ReadingName;
  /** The service that the other format belongs to. */
  readonly otherwise?: string;
}

/** What the rendering staff member is trained in, and by when. */
export interface TrainingRequirement {
  readonly initial: readonly TrainingTopic[];
  /** Topics with the hours that each takes, where the document sets hours. */
  readonly additional: readonly { readonly topic: TrainingTopic; readonly hours?: number }[];
  /** Calendar months from the first service within which the additional topics are due. */
  readonly withinMonths: number;
  readonly cite: { readonly initial: Citation; readonly additional: Citation; readonly documented: Citation };
}

/** One clause: what must hold, and the words for it. */
export interface Criterion {
  readonly rule: Exclude<RuleId, ComputedRule>;
  /** First and last day on which the clause holds; a bound left out is open. On other days it is not judged. */
  readonly from?: CivilDate;
  readonly through?: CivilDate;
  readonly requires: Condition;
  /** Where it is false, the rule is not applicable. */
  readonly appliesWhen?: Condition;
  /** Why the rule is then not applicable, as one sentence. */
  readonly otherwise?: string;
  /** A weaker demand: where it alone fails, the finding is a warning. */
  readonly expects?: Condition;
  /** What failing `requires` means; an error, if left out. */
  readonly severity?: 'error' | 'warning';
  /** The paper is owed once the session is delivered, or its week is over; until then what is amiss is due. */
  readonly owed?: 'on-delivery' | 'after-the-week';
  /** The clause in our words, as one sentence. */
  readonly says: string;
  /** What is so when it fails, as a clause; `{on}` becomes the date of service, `{age}` "15 years old". */
  readonly fails: string;
  /** What is so when only `expects` fails. */
  readonly fallsShort?: string;
  readonly cite: Citation;
  /** The named reading that it rests on. */
  readonly reading?: ReadingName;
  /** That on which `expects` rests, where it is another one. */
  readonly readingOfExpected?: ReadingName;
  /** That which says on which day the age counts, where no other decides. */
  readonly ageReading?: ReadingName;
  /** What a payer may answer to its failure. */
  readonly denial?: DenialKey;
}
