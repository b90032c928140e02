import type { NonePath } from '../../facts/paths.js';
import * as z from '../../facts/zod.js';
import { factReader } from '../read-fact.js';
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
  facts: ({ fact }) => [firstFactOf[fact]],
  unknown: ({ fact }) => [{ path: firstFactOf[fact], standsFor: fact }],
  describe: ({ fact }, isSo) => `there is ${objects[fact][isSo ? 'one' : 'none']}`,
};

/** The fact to ask for where nothing is known of an object of facts. */
const firstFactOf = {
  plan: 'plan.from',
  assessment: 'assessment.date',
  'staff.supervisor': 'staff.supervisor.credentials',
} as const;

const objects = {
  plan: { one: 'a plan', none: 'no plan' },
  assessment: { one: 'an assessment', none: 'no assessment' },
  'staff.supervisor': { one: 'a supervisor', none: 'no supervisor' },
} as const;

export const existsSchema = ({ nothing }: SchemaParts) =>
  z.strictObject({ op: z.literal('exists'), fact: nothing });
