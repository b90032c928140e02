import type { Answer } from './completions.js';
import type { LeapBirthday } from './calendar.js';
import type { Facts } from './facts.js';
import type { Rounding } from './time.js';

/** What a check is made with, beside the session. */
export interface Circumstances {
  asOf: string | undefined;
  history: readonly PriorUse[] | undefined;
  rounding: Rounding;
  dayTotal: 'warn' | 'error' | 'off';
  groupRatio: 'warn' | 'ratio' | 'flat';
  weekStartsOn: number;
  adultProgram: 'error' | 'warn' | 'off';
  leapBirthday: LeapBirthday;
  openStart: 'held' | 'unknown';
  licensedMhc: 'person' | 'center';
  trainingFrom: 'first-service' | 'hire';
  qmhpByLicence: 'ask' | 'yes' | 'no';
  materials: 'session' | 'program';
  sedUntil: 18 | 22;
  noteItems: readonly string[];
  diagnosisClasses: Readonly<Record<DiagnosisClass, readonly string[]>>;
  bound: BoundCode | undefined;
}

export type DiagnosisClass = 'bipolar' | 'majorDepression' | 'psychotic' | 'substanceUse';

export interface PriorUse {
  id?: string | null;
  service?: string | null;
  procedureCode?: string;
  memberId?: string | null;
  dateOfService: string;
  units: number;
}

/** A code that the caller binds to a service which has none. */
export interface BoundCode {
  funding: string;
  unitMinutes: number;
  /** Cents a unit, from a day on. */
  rate: number;
  from: string | undefined;
}

/** A clause, over a session that is complete: whatever is not stated is assumed, whatever is stated is so. */
export interface OracleRule {
  rule: string;
  judge: (facts: Facts, check: Circumstances) => Answer;
}

export interface OracleService {
  id: string;
  from: string | undefined;
  unitMinutes: number | undefined;
  /** Whether its document names codes of Medicaid alone, or is of Medicaid alone. */
  isOfMedicaid: boolean;
  /** Cents a unit by funding. */
  rates: Readonly<Record<string, number>>;
  rules: readonly OracleRule[];
}

export type Clause = (facts: Facts, check: Circumstances) => boolean;

/** A clause whose failure makes the session not billable. */
export function must(rule: string, clause: Clause): OracleRule {
  return { rule, judge: (facts, check) => (clause(facts, check) ? 'pass' : 'error') };
}

/** A clause whose failure is for a person to look at. */
export function should(rule: string, clause: Clause): OracleRule {
  return { rule, judge: (facts, check) => (clause(facts, check) ? 'pass' : 'warning') };
}

/** A goal of the plan is served; the plan's dates hold the day, as far as they are stated. */
export const planGoal: OracleRule = must('plan/goal', ({ isTrue, stated, on }) => {
  const from = (stated('plan.from') ?? on) as string;
  const through = (stated('plan.through') ?? on) as string;
  return isTrue('plan.sessionServesGoal') && from <= on && through >= on;
});

/** Who is asked to have a supervisor is not the own one; not asked where either key is not stated. */
export function ownSupervisor(isAsked: Clause): OracleRule {
  return must('staff/own-supervisor', (facts, check) => {
    const staff = facts.stated('staff.id');
    return staff === undefined || staff !== facts.stated('staff.supervisor.id') || !isAsked(facts, check);
  });
}

/** That the member is an adult; what it means where not is a reading. */
export const adultProgram: OracleRule = {
  rule: 'member/adult',
  judge: (facts, { adultProgram }) =>
    adultProgram === 'off' || facts.isAged(18 * 12) ? 'pass' : adultProgram === 'warn' ? 'warning' : 'error',
};

/** A paper that a delivered session owes and a proposed one does not yet. */
export function paper(rule: string, clause: Clause): OracleRule {
  return {
    rule,
    judge: (facts, check) => (clause(facts, check) ? 'pass' : isProposed(facts) ? 'due' : 'error'),
  };
}

export function isProposed(facts: Facts): boolean {
  return facts.stated('phase') === 'proposed';
}

export const allTrue =
  (...paths: string[]): Clause =>
  ({ isTrue }) =>
    paths.every((path) => isTrue(path));

/** Good when false; of nothing, it is false. */
export const isFalse =
  (path: string): Clause =>
  ({ isTrue }) =>
    !isTrue(path);
