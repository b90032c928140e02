import type { IssueCode } from './input-error.js';
import * as z from './zod.js';
import { fundings } from './generated/codes.js';
import { isCivilDate } from '../values/civil-date.js';
import { isClockTime, isEndTime } from '../values/clock-time.js';
import { isMoney } from '../values/money.js';

/** A fact that may be left out or null: both say that it is not known. */
export function fact<Schema extends z.mini.ZodMiniType>(
  schema: Schema,
): z.mini.ZodMiniOptional<z.mini.ZodMiniNullable<Schema>> {
  return z.optional(z.nullable(schema));
}

/** An object of facts, or `'none'`: it is known that there is no such thing. */
export function orNone<Schema extends z.mini.ZodMiniType>(
  schema: Schema,
): z.mini.ZodMiniUnion<[Schema, z.mini.ZodMiniLiteral<'none'>]> {
  return z.union([schema, z.literal('none')]);
}

/** Any text; the codes named are those that the definitions know. */
export function openCode<Code extends string>(): z.mini.ZodMiniType<
  Code | (string & {}),
  Code | (string & {})
> {
  return z.string();
}

/** Text of which more holds: what is expected, and the code of the issue where it is not so. */
export function textThat(
  holds: (text: string) => boolean,
  code: IssueCode,
  expected: string,
): z.mini.ZodMiniString<string> {
  return z.string().check(z.refine(holds, { error: expected, params: { code, expected } }));
}

export function isDiagnosisPrefix(text: string): boolean {
  return /^[A-Z][A-Z0-9.]*$/.test(text);
}

export const text = z.string();
/** A key of the caller's: any text but none. */
export const key = z.string().check(z.minLength(1));
export const flag = z.boolean();
export const civilDate = textThat(isCivilDate, 'not-a-day', 'a day that exists, written YYYY-MM-DD');
export const clockTime = textThat(isClockTime, 'not-a-time', 'a time from 00:00 to 23:59, written HH:mm');
export const endTime = textThat(isEndTime, 'not-a-time', 'a time from 00:00 to 24:00, written HH:mm');
export const money = textThat(
  isMoney,
  'not-an-amount',
  'US dollars as text with exactly two digits after the point, such as "20.36"',
);
/** The greatest number: beyond it, sums would no longer be exact. */
export const MOST = 1e9;
/** Zero or more; minus zero is zero. */
export const quantity = z.number().check(
  z.minimum(0),
  z.maximum(MOST),
  z.overwrite((number) => number + 0),
);
/** The same, or less than zero where it takes something back. */
export const signedQuantity = z.number().check(
  z.minimum(-MOST),
  z.maximum(MOST),
  z.overwrite((number) => number + 0),
);
/** Codes that begin with it are meant. */
export const diagnosisPrefix = textThat(
  isDiagnosisPrefix,
  'not-in-form',
  'the beginning of an ICD-10-CM code in capitals, such as "F31"',
);
export const headcount = z.int().check(z.minimum(1));
export const wholeNumber = z.int().check(z.minimum(0));
/** A score that says how many in a hundred have a lower one. */
export const percentile = quantity.check(z.maximum(100));
export const fundingSchema = z.enum(fundings);
