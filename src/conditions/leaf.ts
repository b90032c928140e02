import type { Held } from '../facts/held.js';
import type { ChosenCodes } from '../facts/generated/types.js';
import type { Readings } from '../readings/generated.js';
import type { Session } from '../facts/generated/types.js';
import type { Training } from '../facts/generated/types.js';
import { hasReachedAge, type CivilDate } from '../values/civil-date.js';
import type { Circumstances, UnknownFact } from './circumstances.js';
import type { DiagnosisClass, Leaf, ListOperator } from './condition.js';
import type { FactReader } from '../facts/generated/readers.js';
import { nothings } from '../facts/generated/table.js';
import { factReader } from './read-fact.js';
import { FALSE, TRUE, truthOf, UNKNOWN, type Truth } from './truth.js';

type TruthOf = (circumstances: Circumstances) => Truth;

/** Compiles the question of a leaf. What is stated to be `'none'` makes each of its facts false or empty. */
export function leafTruth(leaf: Leaf): TruthOf {
  const read = factReader(leaf.op === 'inForce' ? 'plan' : leaf.fact);
  switch (leaf.op) {
    case 'is':
      return isTruth(read, leaf.value);
    case 'oneOf':
      return oneOfTruth(read, leaf.codes, leaf.fact);
    case 'holds':
      return holdsTruth(read, leaf.codes, leaf.since);
    case 'includesAny':
    case 'includesAll':
    case 'includesOther':
    case 'notOnly':
      return listTruth(read, leaf.codes, leaf.op);
    case 'atLeastNumber':
      return ({ session }) => ifKnown(read(session), (value) => (value as number) >= leaf.value);
    case 'ageAtLeast':
      return ageTruth(read, leaf.months, factReader(leaf.at));
    case 'doneBy':
      return doneByTruth(read, leaf.topic);
    case 'inForce':
      return planInForceTruth(read);
    case 'notAfterService':
      return ({ session, on }) => ifKnown(read(session), (value) => (value as CivilDate) <= on);
    case 'hasDiagnosis':
      return diagnosisTruth(read, leaf.class);
    case 'exists':
      return ({ session }) => ifKnown(read(session), () => true);
  }
}

/** Which facts a leaf that cannot be decided asks for. */
export function unknownFacts(leaf: Leaf): (session: Session) => readonly UnknownFact[] {
  if (leaf.op === 'exists') return () => [{ path: nothings[leaf.fact].asks, standsFor: leaf.fact }];
  if (leaf.op === 'doneBy') {
    const read = factReader(leaf.fact);
    return (session) => {
      const trainings = read(session);
      if (trainings == null) return [{ path: leaf.fact }];
      return undatedEntries(trainings as readonly Training[], leaf.topic).map((entry) => ({
        path: `${leaf.fact}.completedOn`,
        entry,
      }));
    };
  }
  if (leaf.op === 'ageAtLeast') {
    const facts = [leaf.fact, leaf.at].map((path) => ({ path, read: factReader(path) }));
    return (session) => facts.flatMap(({ path, read }) => (read(session) == null ? [{ path }] : []));
  }
  const unknown = [{ path: leaf.fact }];
  return () => unknown;
}

function ifKnown(value: unknown, test: (known: unknown) => boolean): Truth {
  if (value == null) return UNKNOWN;
  return truthOf(value !== 'none' && test(value));
}

function isTruth(read: FactReader, wanted: boolean): TruthOf {
  return ({ session }) => {
    const value = read(session);
    if (value == null) return UNKNOWN;
    return truthOf((value === true) === wanted);
  };
}

/** A choice within what does not exist was not made: it is not stated. An impairment level of none is a level. */
function oneOfTruth(read: FactReader, codes: readonly string[], fact: keyof ChosenCodes): TruthOf {
  const noneIsLevel = fact.startsWith('assessment.impairments.');
  return ({ session }) => {
    const value = read(session);
    if (value == null || (value === 'none' && !noneIsLevel)) return UNKNOWN;
    return truthOf(codes.includes(value as string));
  };
}

/** ICD-10-CM codes count with or without the point, in small letters too. */
function diagnosisTruth(read: FactReader, diagnosisClass: DiagnosisClass): TruthOf {
  // Kept for as long as the checker's readings stay the same.
  let classes: Readings['diagnosisClasses'] | undefined;
  let prefixes: readonly string[] = [];
  return ({ session, readings }) => {
    const diagnoses = read(session);
    if (diagnoses == null) return UNKNOWN;
    if (diagnoses === 'none') return FALSE;
    if (classes !== readings.diagnosisClasses) {
      classes = readings.diagnosisClasses;
      prefixes = classes[diagnosisClass].map(withoutPoint);
    }
    return truthOf(
      (diagnoses as readonly string[]).some((code) =>
        prefixes.some((prefix) => withoutPoint(code).startsWith(prefix)),
      ),
    );
  };
}

function withoutPoint(code: string): string {
  return code.trim().replace('.', '').toUpperCase();
}

function holdsTruth(read: FactReader, codes: readonly string[], since: CivilDate | undefined): TruthOf {
  const wanted = new Set(codes);
  return ({ session, on }) => {
    if (since !== undefined && on < since) return FALSE;
    const list = read(session);
    if (list == null) return UNKNOWN;
    if (list === 'none') return FALSE;
    for (const held of list as readonly Held[]) {
      if (wanted.has(held.code) && isHeldOn(held, on)) return TRUE;
    }
    return FALSE;
  };
}

export function isHeldOn({ from, through }: Held, on: CivilDate): boolean {
  return (from == null || from <= on) && (through == null || on <= through);
}

function listTruth(read: FactReader, codes: readonly string[], operator: ListOperator): TruthOf {
  const wanted = new Set(codes);
  const isOfEmpty = operator === 'notOnly';
  if (operator === 'includesAll') return includesAllTruth(read, wanted);
  const isIn = operator === 'includesAny';
  return ({ session }) => {
    const list = read(session) as readonly string[] | 'none' | null | undefined;
    if (list == null) return UNKNOWN;
    if (list === 'none' || list.length === 0) return truthOf(isOfEmpty);
    for (const code of list) {
      if (wanted.has(code) === isIn) return TRUE;
    }
    return FALSE;
  };
}

function includesAllTruth(read: FactReader, wanted: ReadonlySet<string>): TruthOf {
  return ({ session }) =>
    ifKnown(read(session), (list) => [...wanted].every((code) => (list as readonly string[]).includes(code)));
}

function ageTruth(readBirthDate: FactReader, months: number, readDay: FactReader): TruthOf {
  return ({ session, readings }) => {
    const birthDate = readBirthDate(session);
    const day = readDay(session);
    if (day === 'none') return FALSE;
    if (birthDate == null || day == null) return UNKNOWN;
    return truthOf(hasReachedAge(birthDate as CivilDate, months, day as CivilDate, readings.leapBirthday));
  };
}

function doneByTruth(read: FactReader, topic: string): TruthOf {
  return ({ session, on }) => {
    const list = read(session);
    if (list == null) return UNKNOWN;
    if (list === 'none') return FALSE;
    const trainings = list as readonly Training[];
    if (trainings.some((one) => one.topic === topic && one.completedOn != null && one.completedOn <= on))
      return TRUE;
    return undatedEntries(trainings, topic).length > 0 ? UNKNOWN : FALSE;
  };
}

function undatedEntries(trainings: readonly Training[], topic: string): number[] {
  return trainings.flatMap((one, index) => (one.topic === topic && one.completedOn == null ? [index] : []));
}

/** `through` left out is open, `from` left out is not known. A known end settles a plan that is over. */
function planInForceTruth(readPlan: FactReader): TruthOf {
  return ({ session, on }) => {
    const plan = readPlan(session) as Session['plan'];
    if (plan == null) return UNKNOWN;
    if (plan === 'none' || (plan.through ?? on) < on) return FALSE;
    if (plan.from == null) return UNKNOWN;
    return truthOf(plan.from <= on);
  };
}
