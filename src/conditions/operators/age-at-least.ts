import type { DatePath } from '../../facts/generated/types.js';
import { factTable } from '../../facts/generated/table.js';
import * as z from '../../facts/zod.js';
import { ageInYears, hasReachedAge, type CivilDate, type LeapBirthday } from '../../values/civil-date.js';
import { factReader } from '../../facts/read.js';
import type { Circumstances } from '../circumstances.js';
import { FALSE, truthOf, UNKNOWN, type Truth } from '../truth.js';
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

type Day = CivilDate | null | undefined;

/** Whether an age, in months, is reached on a day. Of a day of what does not exist it is not. */
export function isOfAge(birthDate: Day, months: number, day: Day, leapBirthday: LeapBirthday): Truth {
  if (day === 'none') return FALSE;
  if (birthDate == null || day == null) return UNKNOWN;
  return truthOf(hasReachedAge(birthDate, months, day, leapBirthday));
}

export const ageAtLeastOperator: Asking<AgeAtLeast> = {
  truth({ fact, months, at }) {
    const readBirthDate = factReader(fact);
    const readDay = factReader(at);
    return ({ session, readings: { leapBirthday } }) =>
      isOfAge(readBirthDate(session) as Day, months, readDay(session) as Day, leapBirthday);
  },
  facts: ({ fact, at }) => [fact, at],
  unknown: ({ fact, at }, { session }) =>
    [fact, at].flatMap((path) => (factReader(path)(session) == null ? [{ path }] : [])),
  describe({ months, at }, isSo) {
    const age = asked(months);
    const on = factTable[at].label;
    return isSo ? `the member is ${age} or older on ${on}` : `the member is not yet ${age} on ${on}`;
  },
  tells(leaf, circumstances, isSo) {
    const { at, months } = leaf;
    const day = String(factReader(at)(circumstances.session));
    const on = at === 'dateOfService' ? day : `${day}, ${factTable[at].label}`;
    const age = ageOn(day, circumstances);
    if (months % 12 === 0 || Number(age) >= 2) return `the member was ${ageInWords(age)} on ${on}`;
    return `the member was ${isSo ? '' : 'not yet '}${asked(months)} old${isSo ? ' or older' : ''} on ${on}`;
  },
  rests: () => 'leap-birthday',
};

function asked(months: number): string {
  return months % 12 === 0 ? `${String(months / 12)} years` : `${String(months)} months`;
}

/** From when on, or until when, what stands beside the age counts: "from 18 years on", "under 7 years". */
export function spanOfAge({ months }: AgeAtLeast, isSo: boolean): string {
  return isSo ? `from ${asked(months)} on` : `under ${asked(months)}`;
}

function ageOn(day: string, { session, readings }: Circumstances): number | undefined {
  const birthDate = session.member?.birthDate;
  return birthDate == null ? undefined : ageInYears(birthDate, day, readings.leapBirthday);
}

/** "15 years old", on the date of service. */
export function ageAtService(circumstances: Circumstances): string {
  return ageInWords(ageOn(circumstances.on, circumstances));
}

function ageInWords(age: number | undefined): string {
  if (age === undefined) return 'of an age that is not known';
  if (age < 0) return 'not yet born';
  return `${String(age)} ${age === 1 ? 'year' : 'years'} old`;
}

export const ageAtLeastSchema = ({ day }: SchemaParts) =>
  z.strictObject({
    op: z.literal('ageAtLeast'),
    fact: z.literal('member.birthDate'),
    months: z.int().check(z.minimum(0)),
    at: day,
  });
