import { nothings } from '../../facts/generated/table.js';
import type { NonePath } from '../../facts/generated/types.js';
import * as z from '../../facts/zod.js';
import { factReader } from '../../facts/read.js';
import { ifKnown } from '../truth.js';
import type { Asking, SchemaParts } from './operator.js';

export interface Exists {
  readonly op: 'exists';
  readonly fact: NonePath;
}

/** It is not stated to be `'none'`. */
export function exists(fact: NonePath): Exists {
  return { op: 'exists', fact };
}

export const existsOperator: Asking<Exists> = {
  truth({ fact }) {
    const read = factReader(fact);
    return ({ session }) => ifKnown(read(session), () => true);
  },
  facts: ({ fact }) => [nothings[fact].asks],
  unknown: ({ fact }) => [{ path: nothings[fact].asks, standsFor: fact }],
  describe: ({ fact }, isSo) => {
    const { article, noun } = nothings[fact];
    return `there is ${isSo ? article : 'no'} ${noun}`;
  },
};

export const existsSchema = ({ nothing }: SchemaParts) =>
  z.strictObject({ op: z.literal('exists'), fact: nothing });
