import type { Answer } from './completions.js';
import type { LeapBirthday } from './calendar.js';
import type { Facts } from './facts.js';
import type { Rounding } from './time.js';

/** What a check is made with, beside the session. */
export interface Circumstances {
  asOf: string | undefined;
  history: readonly PriorUse[] | undefined;
  rounding: Rounding;
  groupRatio: 'warn' | 'ratio' | 'flat';
  weekStartsOn: number;
  adultProgram: 'warn' | 'off';
  leapBirthday: LeapBirthday;
  licensedMhc: 'person' | 'center';
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
