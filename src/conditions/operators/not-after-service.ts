import type { DatePath } from '../../facts/generated/types.js';
import { factTable } from '../../facts/generated/table.js';
import * as z from '../../facts/zod.js';
import type { CivilDate } from '../../values/civil-date.js';
import { factReader } from '../../facts/read.js';
import { ifKnown } from '../truth.js';
import type { Asking, SchemaParts } from './operator.js';

export interface NotAfterService {
  readonly op: 'notAfterService';
  readonly fact: DatePath;
}

/** The day is the date of service or before it. */
export function notAfterService(fact: DatePath): NotAfterService {
  return { op: 'notAfterService', fact };
}

export const notAfterServiceOperator: Asking<NotAfterService> = {
  truth({ fact }) {
    const read = factReader(fact);
    return ({ session, on }) => ifKnown(read(session), (day) => (day as CivilDate) <= on);
  },
  facts: ({ fact }) => [fact],
  isOfDay: true,
  describe: ({ fact }, isSo) =>
    `${factTable[fact].label} is ${isSo ? 'on or before' : 'after'} the date of service`,
  tells: ({ fact }, { session, on }, isSo) =>
    `${factTable[fact].label} is ${String(factReader(fact)(session))}, ${isSo ? 'not ' : ''}after the session of ${on}`,
};

export const notAfterServiceSchema = ({ day }: SchemaParts) =>
  z.strictObject({ op: z.literal('notAfterService'), fact: day });
