import type { SessionPath } from '../../facts/generated/types.js';
import { factTable } from '../../facts/generated/table.js';
import { factReader } from '../../facts/read.js';
import * as z from '../../facts/zod.js';
import { truthOf } from '../truth.js';
import type { Asking, SchemaParts } from './operator.js';

export interface Stated {
  readonly op: 'stated';
  readonly fact: SessionPath;
}

/** The fact is stated, whatever it is: of a clause that does not ask for it. It is always known. */
export function stated(fact: SessionPath): Stated {
  return { op: 'stated', fact };
}

export function isStated(value: unknown): boolean {
  return value != null && value !== 'none';
}

export const statedOperator: Asking<Stated> = {
  /** Of what does not exist nothing is stated. */
  truth({ fact }) {
    const read = factReader(fact);
    return ({ session }) => truthOf(isStated(read(session)));
  },
  facts: ({ fact }) => [fact],
  describe: ({ fact }, isSo) => `${isSo ? 'something' : 'nothing'} is stated of ${factTable[fact].label}`,
};

export const statedSchema = ({ any }: SchemaParts) => z.strictObject({ op: z.literal('stated'), fact: any });
