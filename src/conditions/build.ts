import type { TrainingTopic } from '../facts/generated/codes.js';
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
import type { Condition, DiagnosisClass, Leaf, ListOperator, Setting, TrainingList } from './condition.js';

/** The fact is stated to be so. */
export function is(fact: FlagPath, value = true): Leaf {
  return { op: 'is', fact, value };
}

/** The fact is one of the codes. */
export function oneOf<Path extends keyof ChosenCodes>(fact: Path, codes: readonly ChosenCodes[Path][]): Leaf {
  return { op: 'oneOf', fact, codes };
}

/** One of the codes is held on the date of service; with `since`, only for dates of service from that day on. */
export function holds<Path extends keyof HeldCodes>(
  fact: Path,
  codes: readonly HeldCodes[Path][],
  { since }: { since?: CivilDate } = {},
): Leaf {
  return since === undefined ? { op: 'holds', fact, codes } : { op: 'holds', fact, codes, since };
}

function list(op: ListOperator) {
  return <Path extends keyof ListedCodes>(fact: Path, codes: readonly ListedCodes[Path][]): Leaf => ({
    op,
    fact,
    codes,
  });
}

/** The list has at least one of the codes. */
export const includesAny = list('includesAny');
/** The list has each of the codes. */
export const includesAll = list('includesAll');
/** The list has something that is none of the codes. */
export const includesOther = list('includesOther');
/** The list is not made of the codes alone; an empty one is not. */
export const notOnly = list('notOnly');

/** The number is the value or more. */
export function atLeastNumber(fact: NumberPath, value: number): Leaf {
  return { op: 'atLeastNumber', fact, value };
}

type Age = { years: number } | { months: number };

/** The member has reached the age on the date of service, or on another day that the facts state. */
export function ageAtLeast(age: Age, at: DatePath = 'dateOfService'): Leaf {
  const months = 'years' in age ? age.years * 12 : age.months;
  return { op: 'ageAtLeast', fact: 'member.birthDate', months, at };
}

/** The member has not reached the age. */
export function ageBelow(age: Age, at: DatePath = 'dateOfService'): Condition {
  return not(ageAtLeast(age, at));
}

/** A training on the topic was completed on or before the date of service. */
export function doneBy(fact: TrainingList, topic: TrainingTopic): Leaf {
  return { op: 'doneBy', fact, topic };
}

/** The plan's dates hold the date of service. */
export function planInForce(): Leaf {
  return { op: 'inForce', fact: 'plan.from' };
}

/** The day is the date of service or before it. */
export function notAfterService(fact: DatePath): Leaf {
  return { op: 'notAfterService', fact };
}

/** A diagnosis is of the class, as the reading *diagnosis-classes* lists it. */
export function hasDiagnosis(diagnosisClass: DiagnosisClass): Leaf {
  return { op: 'hasDiagnosis', fact: 'assessment.diagnoses', class: diagnosisClass };
}

/** The caller's reading of an open question is set so. */
export function reading<Name extends Setting['reading']>(name: Name, value: Readings[Name]): Setting {
  return { op: 'reading', reading: name, value } as Setting;
}

/** It is not stated to be `'none'`. */
export function exists(fact: NonePath): Leaf {
  return { op: 'exists', fact };
}

export function not(condition: Condition): Condition {
  return { op: 'not', condition };
}

export function all(...conditions: readonly Condition[]): Condition {
  return { op: 'all', conditions };
}

export function any(...conditions: readonly Condition[]): Condition {
  return { op: 'any', conditions };
}

/** At least so many of the conditions hold. */
export function atLeast(count: number, conditions: readonly Condition[]): Condition {
  return { op: 'atLeast', count, conditions };
}

/** Where the first holds, the second must. */
export function when(condition: Condition, then: Condition): Condition {
  return { op: 'when', condition, then };
}
