import { codeInWords } from '../../facts/code-in-words.js';
import type { ChosenCodes } from '../../facts/generated/types.js';
import { factTable } from '../../facts/generated/table.js';
import * as z from '../../facts/zod.js';
import { factReader } from '../../facts/read.js';
import { truthOf, UNKNOWN } from '../truth.js';
import type { Asking, SchemaParts } from './operator.js';
import { either } from './series.js';

export interface OneOf {
  readonly op: 'oneOf';
  readonly fact: keyof ChosenCodes;
  readonly codes: readonly string[];
}

/** The fact is one of the codes. */
export function oneOf<Path extends keyof ChosenCodes>(
  fact: Path,
  codes: readonly ChosenCodes[Path][],
): OneOf {
  return { op: 'oneOf', fact, codes };
}

export const oneOfOperator: Asking<OneOf> = {
  /** A choice within what does not exist was not made: it is not stated. An impairment level of none is a level. */
  truth({ fact, codes }) {
    const read = factReader(fact);
    const noneIsLevel = fact.startsWith('assessment.impairments.');
    return ({ session }) => {
      const value = read(session);
      if (value == null || (value === 'none' && !noneIsLevel)) return UNKNOWN;
      return truthOf(codes.includes(value as string));
    };
  },
  facts: ({ fact }) => [fact],
  describe: ({ fact, codes }, isSo) =>
    `${factTable[fact].label} is ${isSo ? '' : 'not '}${either(codes.map(codeInWords))}`,
  tells: ({ fact, codes }, { session }, isSo) =>
    `${factTable[fact].label} is ${codeInWords(String(factReader(fact)(session)))}${isSo ? '' : `, and not ${either(codes.map(codeInWords))}`}`,
};

export const oneOfSchema = ({ chosen, codes }: SchemaParts) =>
  z.strictObject({ op: z.literal('oneOf'), fact: chosen, codes });
