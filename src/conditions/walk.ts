import type { SessionPath } from '../facts/generated/types.js';
import type { Condition, Joint, Leaf, Question } from './condition.js';
import { asking } from './operators/index.js';
import { joining, type Demand, type Joining } from './operators/joining.js';
import type { Asking } from './operators/operator.js';
import type { AskedReading } from './other-choice.js';

/** Whether it asks something itself, and joins no others. */
export function isQuestion(condition: Condition): condition is Question {
  return condition.op in asking;
}

/** Whether it asks for a fact. */
export function isLeaf(condition: Condition): condition is Leaf {
  return isQuestion(condition) && condition.op !== 'reading';
}

export function operatorOf(question: Question): Asking<Question> {
  return asking[question.op] as Asking<never> as Asking<Question>;
}

export function joiningOf(joint: Joint): Joining<Joint> {
  return joining[joint.op] as Joining<never> as Joining<Joint>;
}

/** How many of which parts must hold. */
export function demandOf(joint: Joint): Demand {
  return joiningOf(joint).demand(joint);
}

/** A question of a condition, and whether the condition asks for its contrary. */
export interface Asked {
  readonly question: Question;
  readonly isNegated: boolean;
}

/** Everything that a condition asks, in order. */
export function askedIn(condition: Condition, isNegated = false): readonly Asked[] {
  if (isQuestion(condition)) return [{ question: condition, isNegated }];
  return demandOf(condition).parts.flatMap((part) => askedIn(part.condition, part.isNegated !== isNegated));
}

/** Every question about facts that a condition asks, in order. */
export function leavesOf(condition: Condition): readonly Leaf[] {
  return askedIn(condition)
    .map(({ question }) => question)
    .filter(isLeaf);
}

/** The facts that a question reads. */
export function factsOf(question: Question): readonly SessionPath[] {
  return operatorOf(question).facts(question);
}

/** The facts that a condition reads, in order. */
export function factsIn(condition: Condition): readonly SessionPath[] {
  return askedIn(condition).flatMap(({ question }) => factsOf(question));
}

/** The readings that the answers to a condition's questions rest on. */
export function restsOn(condition: Condition): readonly AskedReading[] {
  return askedIn(condition).flatMap(({ question }) => operatorOf(question).rests?.(question) ?? []);
}
