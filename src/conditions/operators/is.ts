import type { Readings } from '../../readings/generated.js';
import { flagClause } from '../../facts/flag-clause.js';
import type { FlagPath } from '../../facts/generated/types.js';
import * as z from '../../facts/zod.js';
import { factReader } from '../../facts/read.js';
import { FALSE, TRUE, truthOf, UNKNOWN } from '../truth.js';
import type { Asking, SchemaParts } from './operator.js';

type NoteItem = Readings['noteItems'][number];

export interface Is {
  readonly op: 'is';
  readonly fact: FlagPath;
  readonly value: boolean;
  /** The reading that says which of several such facts are asked for; where this is none of them, it is as if it were so. */
  readonly among?: 'noteItems';
}

/** The fact is stated to be so. */
export function is(fact: FlagPath, value = true): Is {
  return { op: 'is', fact, value };
}

/** An item of the progress note is there, or is none of those that the reading *note-content* asks for. */
export function noteItem(item: NoteItem): Is {
  return { op: 'is', fact: `documentation.progressNote.${item}`, value: true, among: 'noteItems' };
}

export const isOperator: Asking<Is> = {
  truth({ fact, value: wanted, among }) {
    const read = factReader(fact);
    if (among !== undefined) {
      const item = fact.slice(fact.lastIndexOf('.') + 1) as NoteItem;
      return ({ session, readings }) => {
        const value = read(session);
        if (value === true || !readings[among].includes(item)) return TRUE;
        return value == null ? UNKNOWN : FALSE;
      };
    }
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
  z.strictObject({
    op: z.literal('is'),
    fact: flag,
    value: z.boolean(),
    among: z.exactOptional(z.literal('noteItems')),
  });
