import type * as z from 'zod/mini';

// One by one: what is re-exported whole is found by name at run time, and in CommonJS before it is loaded.
// eslint-disable-next-line no-restricted-syntax -- a bundler drops functions that nobody calls
export {
  array,
  boolean,
  check,
  discriminatedUnion,
  enum,
  exactOptional,
  extend,
  gt,
  int,
  keyof,
  lazy,
  literal,
  looseObject,
  maximum,
  minimum,
  minLength,
  never,
  null,
  nullable,
  nullish,
  number,
  optional,
  overwrite,
  partial,
  record,
  refine,
  regex,
  registry,
  strictObject,
  string,
  toJSONSchema,
  union,
  unknown,
} from 'zod/mini';
export type { output } from 'zod/mini';
export type { z as mini };

/** Every member of a union of names, as zod wants them: one left out or misspelt does not compile. */
export function everyOne<Name extends string>(names: Readonly<Record<Name, true>>): [Name, ...Name[]] {
  return Object.keys(names) as [Name, ...Name[]];
}
