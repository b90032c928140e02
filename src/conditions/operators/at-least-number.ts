import type { NumberPath } from '../../facts/generated/types.js';
import { factTable } from '../../facts/generated/table.js';
import * as z from '../../facts/zod.js';
import { factReader } from '../../facts/read.js';
import { ifKnown } from '../truth.js';
import type { Asking, SchemaParts } from './operator.js';

export interface AtLeastNumber {
  readonly op: 'atLeastNumber';
  readonly fact: NumberPath;
  readonly value: number;
}

/** The number is the value or more. */
export function atLeastNumber(fact: NumberPath, value: number): AtLeastNumber {
  return { op: 'atLeastNumber', fact, value };
}

export const atLeastNumberOperator: Asking<AtLeastNumber> = {
  truth({ fact, value }) {
    const read = factReader(fact);
    return ({ session }) => ifKnown(read(session), (number) => (number as number) >= value);
  },
  facts: ({ fact }) => [fact],
  describe: ({ fact, value }, isSo) => `${named(fact)} ${isSo ? 'at least' : 'less than'} ${String(value)}`,
  tells: ({ fact, value }, { session }, isSo) =>
    `${named(fact)} ${String(factReader(fact)(session))}${isSo ? '' : `, and must be at least ${String(value)}`}`,
};

function named(fact: NumberPath): string {
  return `${factTable[fact].label} ${plural.includes(fact) ? 'are' : 'is'}`;
}

/** Numbers whose name is a plural. */
const plural: readonly NumberPath[] = ['minutes', 'units'];

export const atLeastNumberSchema = ({ number }: SchemaParts) =>
  z.strictObject({ op: z.literal('atLeastNumber'), fact: number, value: z.number() });
