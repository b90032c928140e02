import type { asking } from './operators/index.js';
import type { Asking } from './operators/operator.js';
import type { Setting } from './operators/reading.js';

type AskedBy<Operator> = Operator extends Asking<infer Question> ? Question : never;

/** What asks something itself: for facts, or whether a reading is set so. */
export type Question = AskedBy<(typeof asking)[keyof typeof asking]>;

/** A question about one fact (or two dates). */
export type Leaf = Exclude<Question, Setting>;

export interface Not {
  readonly op: 'not';
  readonly condition: Condition;
}

export interface AllOrAny {
  readonly op: 'all' | 'any';
  readonly conditions: readonly Condition[];
  /** What is so where it fails, as a clause, in place of what is so of its parts. */
  readonly fails?: string;
}

export interface AtLeast {
  readonly op: 'atLeast';
  readonly count: number;
  readonly conditions: readonly Condition[];
  readonly counted?: Counted;
}

/** What is counted: "2 of 4 `of` are `are`", and what each of the conditions is called. */
export interface Counted {
  readonly of: string;
  readonly are: string;
  readonly names: readonly string[];
}

export interface When {
  readonly op: 'when';
  readonly condition: Condition;
  readonly then: Condition;
}

/** Conditions put together. */
export type Joint = Not | AllOrAny | AtLeast | When;

/** A condition over the facts of a session, as plain data. It is true, false or unknown. */
export type Condition = Question | Joint;
