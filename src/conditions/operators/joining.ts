import type { DatePath } from '../../facts/generated/types.js';
import * as z from '../../facts/zod.js';
import type { AllOrAny, AtLeast, Condition, Counted, Not, When } from '../condition.js';
import { ageAtLeast, type Age } from './age-at-least.js';

/** All that there is to know of an operator that puts conditions together. */
export interface Joining<Joint> {
  readonly demand: (joint: Joint) => Demand;
  readonly describe: (joint: Joint, isSo: boolean, words: Words) => string;
}

/** So many of the parts must hold. */
export interface Demand {
  readonly count: number;
  readonly parts: readonly Part[];
}

export interface Part {
  readonly condition: Condition;
  /** It is to be false. */
  readonly isNegated: boolean;
}

export interface Words {
  readonly whole: (condition: Condition, isSo: boolean) => string;
  /** A part of a list of conditions: one that is a list itself stands in brackets. */
  readonly part: (condition: Condition) => string;
}

export function not(condition: Condition): Not {
  return { op: 'not', condition };
}

/** The member has not reached the age. */
export function ageBelow(age: Age, at: DatePath = 'dateOfService'): Not {
  return not(ageAtLeast(age, at));
}

export function all(...conditions: readonly Condition[]): AllOrAny {
  return { op: 'all', conditions };
}

export function any(...conditions: readonly Condition[]): AllOrAny {
  return { op: 'any', conditions };
}

/** At least so many of the conditions hold. */
export function atLeast(count: number, conditions: readonly Condition[], counted?: Counted): AtLeast {
  return { op: 'atLeast', count, conditions, ...(counted !== undefined && { counted }) };
}

/** The condition, and what is so where it fails: a clause that a finding says in place of its own. */
export function saying(fails: string, condition: Condition): AllOrAny {
  return { op: 'all', conditions: [condition], fails };
}

/** Where the first holds, the second must. */
export function when(condition: Condition, then: Condition): When {
  return { op: 'when', condition, then };
}

const notOperator: Joining<Not> = {
  demand: ({ condition }) => ({ count: 1, parts: [negated(condition)] }),
  describe: ({ condition }, isSo, { whole }) => whole(condition, !isSo),
};

const allOrAnyOperator: Joining<AllOrAny> = {
  demand: ({ op, conditions }) => ({
    count: op === 'all' ? conditions.length : 1,
    parts: conditions.map(asked),
  }),
  describe: ({ op, conditions }, isSo, { part }) =>
    ifSo(conditions.map(part).join(op === 'all' ? ', and ' : ', or '), isSo),
};

const atLeastOperator: Joining<AtLeast> = {
  demand: ({ count, conditions }) => ({ count, parts: conditions.map(asked) }),
  describe: ({ count, conditions }, isSo, { part }) =>
    ifSo(`at least ${String(count)} of these: ${conditions.map(part).join('; ')}`, isSo),
};

const whenOperator: Joining<When> = {
  demand: ({ condition, then }) => ({ count: 1, parts: [negated(condition), asked(then)] }),
  describe: ({ condition, then }, isSo, { part }) => ifSo(`${part(then)}, where ${part(condition)}`, isSo),
};

function asked(condition: Condition): Part {
  return { condition, isNegated: false };
}

function negated(condition: Condition): Part {
  return { condition, isNegated: true };
}

function ifSo(clause: string, isSo: boolean): string {
  return isSo ? clause : `it is not so that (${clause})`;
}

/** The operators that put conditions together. */
export const joining = {
  not: notOperator,
  all: allOrAnyOperator,
  any: allOrAnyOperator,
  atLeast: atLeastOperator,
  when: whenOperator,
};

export const joiningSchemas = (condition: z.mini.ZodMiniType<Condition, Condition>) => {
  const conditions = z.array(condition).check(z.minLength(1));
  const text = z.string().check(z.minLength(1));
  const counted = z.strictObject({ of: text, are: text, names: z.array(text) });
  return [
    z.strictObject({ op: z.literal('not'), condition }),
    z.strictObject({ op: z.enum(['all', 'any']), conditions, fails: z.exactOptional(text) }),
    z.strictObject({
      op: z.literal('atLeast'),
      count: z.int().check(z.minimum(1)),
      conditions,
      counted: z.exactOptional(counted),
    }),
    z.strictObject({ op: z.literal('when'), condition, then: condition }),
  ] as const;
};
