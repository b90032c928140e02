import { readingsSchema, type Readings } from '../../readings/generated.js';
import * as z from '../../facts/zod.js';
import { askableOptions, readingByOption, type AskableOption } from '../other-choice.js';
import { truthOf } from '../truth.js';
import type { Asking } from './operator.js';

/** Whether a reading that is the caller's to choose is set so. It asks for no fact and is always known. */
export type Setting = {
  [Option in AskableOption]: {
    readonly op: 'reading';
    readonly reading: Option;
    readonly value: Readings[Option];
  };
}[AskableOption];

/** The caller's reading of an open question is set so. */
export function reading<Option extends AskableOption>(option: Option, value: Readings[Option]): Setting {
  return { op: 'reading', reading: option, value } as Setting;
}

export const readingOperator: Asking<Setting> = {
  truth:
    ({ reading: name, value }) =>
    ({ readings }) =>
      truthOf(readings[name] === value),
  facts: () => [],
  describe: ({ reading: name, value }, isSo) =>
    `the reading ${name} is ${isSo ? '' : 'not '}${String(value)}`,
  rests: ({ reading: option }) => readingByOption[option],
};

type SettingSchema = {
  [Option in AskableOption]: z.mini.ZodMiniObject<
    {
      op: z.mini.ZodMiniLiteral<'reading'>;
      reading: z.mini.ZodMiniLiteral<Option>;
      value: (typeof readingsSchema.shape)[Option];
    },
    z.mini.core.$strict
  >;
}[AskableOption];

/** Told apart by the reading. What `map` makes of a list forgets which schema goes with which option. */
export const readingSchemas = () =>
  askableOptions.map((option) =>
    z.strictObject({
      op: z.literal('reading'),
      reading: z.literal(option),
      value: readingsSchema.shape[option],
    }),
  ) as unknown as readonly [SettingSchema, ...SettingSchema[]];
