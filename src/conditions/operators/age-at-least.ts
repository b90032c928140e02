import type { DatePath } from '../../facts/generated/types.js';
import { factTable } from '../../facts/generated/table.js';
import * as z from '../../facts/zod.js';
import { hasReachedAge, type CivilDate } from '../../values/civil-date.js';
import { factReader } from '../../facts/read.js';
import { FALSE, truthOf, UNKNOWN } from '../truth.js';
import type { Asking, SchemaParts } from './operator.js';

export interface AgeAtLeast {
  readonly op: 'ageAtLeast';
  readonly fact: 'member.birthDate';
  readonly months: number;
  readonly at: DatePath;
}

export type Age = { years: number } | { months: number };

/** The member has reached the age on the date of service, or on another day that the facts state. */
export function ageAtLeast(age: Age, at: DatePath = 'dateOfService'): AgeAtLeast {
  const months = 'years' in age ? age.years * 12 : age.months;
  return { op: 'ageAtLeast', fact: 'member.birthDate', months, at };
}

export const ageAtLeastOperator: Asking<AgeAtLeast> = {
  truth({ fact, months, at }) {
    const readBirthDate = factReader(fact);
    const readDay = factReader(at);
    return ({ session, readings }) => {
      const birthDate = readBirthDate(session);
      const day = readDay(session);
      if (day === 'none') return FALSE;
      if (birthDate == null || day == null) return UNKNOWN;
      return truthOf(hasReachedAge(birthDate as CivilDate, months, day as CivilDate, readings.leapBirthday));
    };
  },
  facts: ({ fact, at }) => [fact, at],
  unknown: ({ fact, at }, { session }) =>
    [fact, at].flatMap((path) => (factReader(path)(session) == null ? [{ path }] : [])),
  describe({ months, at }, isSo) {
    const age = months % 12 === 0 ? `${String(months / 12)} years` : `${String(months)} months`;
    const on = factTable[at].label;
    return isSo ? `the member is ${age} or older on ${on}` : `the member is not yet ${age} on ${on}`;
  },
  rests: () => 'leap-birthday',
};

export const ageAtLeastSchema = ({ day }: SchemaParts) =>
  z.strictObject({
    op: z.literal('ageAtLeast'),
    fact: z.literal('member.birthDate'),
    months: z.int().check(z.minimum(0)),
    at: day,
  });
