import type { SessionPath } from '../../facts/generated/types.js';
import { factTable } from '../../facts/generated/table.js';
import { factReader } from '../../facts/read.js';
import * as z from '../../facts/zod.js';
import { truthOf, UNKNOWN } from '../truth.js';
import type { Asking, SchemaParts } from './operator.js';

export interface Differ {
  readonly op: 'differ';
  readonly fact: SessionPath;
  readonly from: SessionPath;
}

/** Two keys are not the same. */
export function differ(fact: SessionPath, from: SessionPath): Differ {
  return { op: 'differ', fact, from };
}

export const differOperator: Asking<Differ> = {
  truth({ fact, from }) {
    const read = factReader(fact);
    const readOther = factReader(from);
    return ({ session }) => {
      const [one, other] = [read(session), readOther(session)];
      return one == null || other == null ? UNKNOWN : truthOf(one !== other);
    };
  },
  facts: ({ fact, from }) => [fact, from],
  unknown: ({ fact, from }, { session }) =>
    [fact, from].flatMap((path) => (factReader(path)(session) == null ? [{ path }] : [])),
  describe: ({ fact, from }, isSo) =>
    `${factTable[fact].label} and ${factTable[from].label} are ${isSo ? 'not ' : ''}the same`,
};

export const differSchema = ({ text }: SchemaParts) =>
  z.strictObject({ op: z.literal('differ'), fact: text, from: text });
