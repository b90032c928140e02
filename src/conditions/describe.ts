import type { Condition } from './condition.js';
import { isQuestion, joiningOf, operatorOf } from './walk.js';

/** A condition, or its contrary, as an English clause: "the member is 16 years or older on the date of service". */
export function describe(condition: Condition, isSo = true): string {
  return isQuestion(condition)
    ? operatorOf(condition).describe(condition, isSo)
    : joiningOf(condition).describe(condition, isSo, { whole: describe, part });
}

function part(condition: Condition): string {
  return isOneQuestion(condition) ? describe(condition) : `(${describe(condition)})`;
}

function isOneQuestion(condition: Condition): boolean {
  return condition.op === 'not' ? isOneQuestion(condition.condition) : isQuestion(condition);
}
