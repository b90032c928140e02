import * as z from '../../facts/zod.js';
import type { Condition } from '../condition.js';
import { ifSo } from './counted.js';
import type { Joining } from './operator.js';
import type { SchemaParts } from './schema-parts.js';

export interface When {
  readonly op: 'when';
  readonly condition: Condition;
  readonly then: Condition;
}

/** Where the first holds, the second must. */
export function when(condition: Condition, then: Condition): When {
  return { op: 'when', condition, then };
}

export const whenOperator: Joining<When> = {
  demand: ({ condition, then }) => ({
    count: 1,
    parts: [
      { condition, isNegated: true },
      { condition: then, isNegated: false },
    ],
  }),
  describe: ({ condition, then }, isSo, { part }) => ifSo(`${part(then)}, where ${part(condition)}`, isSo),
};

export const whenSchema = ({ condition }: SchemaParts) =>
  z.strictObject({ op: z.literal('when'), condition, then: condition });
