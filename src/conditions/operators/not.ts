import * as z from '../../facts/zod.js';
import type { Condition } from '../condition.js';
import type { Joining } from './operator.js';
import type { SchemaParts } from './schema-parts.js';

export interface Not {
  readonly op: 'not';
  readonly condition: Condition;
}

export function not(condition: Condition): Not {
  return { op: 'not', condition };
}

export const notOperator: Joining<Not> = {
  demand: ({ condition }) => ({ count: 1, parts: [{ condition, isNegated: true }] }),
  describe: ({ condition }, isSo, { whole }) => whole(condition, !isSo),
};

export const notSchema = ({ condition }: SchemaParts) => z.strictObject({ op: z.literal('not'), condition });
