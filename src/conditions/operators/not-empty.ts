import type { ListedCodes } from '../../facts/generated/types.js';
import { factTable } from '../../facts/generated/table.js';
import { factReader } from '../../facts/read.js';
import * as z from '../../facts/zod.js';
import { truthOf } from '../truth.js';
import type { Asking, SchemaParts } from './operator.js';

export interface NotEmpty {
  readonly op: 'notEmpty';
  readonly fact: keyof ListedCodes | 'assessment.diagnoses';
}

/** The list is not stated to be empty; one that is not stated is not asked for. It is always known. */
export function notEmpty(fact: NotEmpty['fact']): NotEmpty {
  return { op: 'notEmpty', fact };
}

export const notEmptyOperator: Asking<NotEmpty> = {
  truth({ fact }) {
    const read = factReader(fact);
    return ({ session }) => {
      const list = read(session) as readonly string[] | 'none' | null | undefined;
      return truthOf(list == null || (list !== 'none' && list.length > 0));
    };
  },
  facts: ({ fact }) => [fact],
  describe: ({ fact }, isSo) => `the list of ${factTable[fact].label} is ${isSo ? 'not ' : ''}empty`,
};

export const notEmptySchema = ({ listed }: SchemaParts) =>
  z.strictObject({
    op: z.literal('notEmpty'),
    fact: z.union([listed, z.literal('assessment.diagnoses')]),
  });
