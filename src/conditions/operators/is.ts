import { flagClause } from '../../facts/flag-clause.js';
import type { FlagPath } from '../../facts/generated/types.js';
import * as z from '../../facts/zod.js';
import { factReader } from '../../facts/read.js';
import { truthOf, UNKNOWN } from '../truth.js';
import type { Asking, SchemaParts } from './operator.js';

export interface Is {
  readonly op: 'is';
  readonly fact: FlagPath;
  readonly value: boolean;
}

/** The fact is stated to be so. */
export function is(fact: FlagPath, value = true): Is {
  return { op: 'is', fact, value };
}

export const isOperator: Asking<Is> = {
  truth({ fact, value: wanted }) {
    const read = factReader(fact);
    return ({ session }) => {
      const value = read(session);
      if (value == null) return UNKNOWN;
      return truthOf((value === true) === wanted);
    };
  },
  facts: ({ fact }) => [fact],
  describe: ({ fact, value }, isSo) => flagClause(fact, value === isSo),
};

export const isSchema = ({ flag }: SchemaParts) =>
  z.strictObject({ op: z.literal('is'), fact: flag, value: z.boolean() });
