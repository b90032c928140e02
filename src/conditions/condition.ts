import type {
  ChosenCodes,
  DatePath,
  FlagPath,
  HeldCodes,
  ListedCodes,
  NonePath,
  NumberPath,
} from '../facts/generated/types.js';
import type { Readings } from '../readings/generated.js';
import type { CivilDate } from '../values/civil-date.js';

/** A question about one fact (or two dates). */
export type Leaf =
  | { readonly op: 'is'; readonly fact: FlagPath; readonly value: boolean }
  | { readonly op: 'oneOf'; readonly fact: keyof ChosenCodes; readonly codes: readonly string[] }
  | {
      readonly op: 'holds';
      readonly fact: keyof HeldCodes;
      readonly codes: readonly string[];
      /** The codes count for dates of service from this day on. */
      readonly since?: CivilDate;
    }
  | { readonly op: ListOperator; readonly fact: keyof ListedCodes; readonly codes: readonly string[] }
  | { readonly op: 'atLeastNumber'; readonly fact: NumberPath; readonly value: number }
  | {
      readonly op: 'ageAtLeast';
      readonly fact: 'member.birthDate';
      readonly months: number;
      readonly at: DatePath;
    }
  | { readonly op: 'doneBy'; readonly fact: TrainingList; readonly topic: string }
  | { readonly op: 'inForce'; readonly fact: 'plan.from' }
  /** The day is the date of service or before it. */
  | { readonly op: 'notAfterService'; readonly fact: DatePath }
  /** A diagnosis is of the class, as the readings list it. */
  | { readonly op: 'hasDiagnosis'; readonly fact: 'assessment.diagnoses'; readonly class: DiagnosisClass }
  | { readonly op: 'exists'; readonly fact: NonePath };

export type DiagnosisClass = keyof Readings['diagnosisClasses'];
export type ListOperator = 'includesAny' | 'includesAll' | 'includesOther' | 'notOnly';
export type TrainingList = 'staff.trainings' | 'staff.supervisor.trainings';

/** Whether a reading that is the caller's to choose is set so. It asks for no fact and is always known. */
export type Setting =
  | { readonly op: 'reading'; readonly reading: 'adultProgram'; readonly value: Readings['adultProgram'] }
  | { readonly op: 'reading'; readonly reading: 'licensedMhc'; readonly value: Readings['licensedMhc'] };

/** A condition over the facts of a session, as plain data. It is true, false or unknown. */
export type Condition =
  | Leaf
  | Setting
  | { readonly op: 'not'; readonly condition: Condition }
  | { readonly op: 'all' | 'any'; readonly conditions: readonly Condition[] }
  | { readonly op: 'atLeast'; readonly count: number; readonly conditions: readonly Condition[] }
  | { readonly op: 'when'; readonly condition: Condition; readonly then: Condition };
