import { readingsSchema, type Readings } from '../../facts/readings.js';
import * as z from '../../facts/zod.js';
import { truthOf } from '../truth.js';
import type { Asking } from './operator.js';

/** Whether a reading that is the caller's to choose is set so. It asks for no fact and is always known. */
export type Setting =
  | { readonly op: 'reading'; readonly reading: 'adultProgram'; readonly value: Readings['adultProgram'] }
  | { readonly op: 'reading'; readonly reading: 'licensedMhc'; readonly value: Readings['licensedMhc'] };

/** The caller's reading of an open question is set so. */
export function reading<Name extends Setting['reading']>(name: Name, value: Readings[Name]): Setting {
  return { op: 'reading', reading: name, value } as Setting;
}

export const readingOperator: Asking<Setting> = {
  truth:
    ({ reading: name, value }) =>
    ({ readings }) =>
      truthOf(readings[name] === value),
  facts: () => [],
  describe: ({ reading: name, value }, isSo) => `the reading ${name} is ${isSo ? '' : 'not '}${value}`,
  rests: ({ reading: name }) => namesOfSettings[name],
};

const namesOfSettings = { adultProgram: 'adult-program', licensedMhc: 'licensed-mhc' } as const;

/** Told apart by the reading. */
export const readingSchemas = () =>
  [
    z.strictObject({
      op: z.literal('reading'),
      reading: z.literal('adultProgram'),
      value: readingsSchema.shape.adultProgram,
    }),
    z.strictObject({
      op: z.literal('reading'),
      reading: z.literal('licensedMhc'),
      value: readingsSchema.shape.licensedMhc,
    }),
  ] as const;
