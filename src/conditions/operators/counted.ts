import * as z from '../../facts/zod.js';
import type { Condition } from '../condition.js';
import type { Joining, Part } from './operator.js';
import type { SchemaParts } from './schema-parts.js';

export interface AllOrAny {
  readonly op: 'all' | 'any';
  readonly conditions: readonly Condition[];
}

export interface AtLeast {
  readonly op: 'atLeast';
  readonly count: number;
  readonly conditions: readonly Condition[];
}

export function all(...conditions: readonly Condition[]): AllOrAny {
  return { op: 'all', conditions };
}

export function any(...conditions: readonly Condition[]): AllOrAny {
  return { op: 'any', conditions };
}

/** At least so many of the conditions hold. */
export function atLeast(count: number, conditions: readonly Condition[]): AtLeast {
  return { op: 'atLeast', count, conditions };
}

export const allOrAnyOperator: Joining<AllOrAny> = {
  demand: ({ op, conditions }) => ({
    count: op === 'all' ? conditions.length : 1,
    parts: conditions.map(asked),
  }),
  describe({ op, conditions }, isSo, { part }) {
    return ifSo(conditions.map(part).join(op === 'all' ? ', and ' : ', or '), isSo);
  },
};

export const atLeastOperator: Joining<AtLeast> = {
  demand: ({ count, conditions }) => ({ count, parts: conditions.map(asked) }),
  describe: ({ count, conditions }, isSo, { part }) =>
    ifSo(`at least ${String(count)} of these: ${conditions.map(part).join('; ')}`, isSo),
};

function asked(condition: Condition): Part {
  return { condition, isNegated: false };
}

export function ifSo(clause: string, isSo: boolean): string {
  return isSo ? clause : `it is not so that (${clause})`;
}

export const allOrAnySchema = ({ conditions }: SchemaParts) =>
  z.strictObject({ op: z.enum(['all', 'any']), conditions });

export const atLeastSchema = ({ conditions }: SchemaParts) =>
  z.strictObject({ op: z.literal('atLeast'), count: z.int().min(1), conditions });
