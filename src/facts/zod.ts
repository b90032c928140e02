import * as z from 'zod/mini';
import * as core from 'zod/v4/core';

// One by one: what is re-exported whole is found by name at run time, and in CommonJS before it is loaded.
// eslint-disable-next-line no-restricted-syntax -- a bundler drops functions that nobody calls
export {
  array,
  boolean,
  check,
  discriminatedUnion,
  enum,
  exactOptional,
  gt,
  int,
  keyof,
  lazy,
  literal,
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
  string,
  toJSONSchema,
  union,
  unknown,
} from 'zod/mini';
export type { output } from 'zod/mini';
export type { z as mini };

/** Defined by the build for browsers and nowhere else. */
declare const BUILT_FOR_BROWSERS: true | undefined;

const Plain: core.$constructor<z.ZodMiniObject> = z.ZodMiniObject;
const MadeIntoCode: core.$constructor<core.$ZodObject> = core.$ZodObjectJIT;

/**
 * An object of zod's that Node reads by code which zod makes from text, and is quicker for it.
 *
 * A content security policy may forbid such code, and a browser reports the mere attempt to the owner of the page; so
 * the build for browsers has none of it.
 */
const QuickObject = core.$constructor<z.ZodMiniObject>('QuickObject', (object, definition) => {
  if (typeof BUILT_FOR_BROWSERS === 'undefined') MadeIntoCode.init(object, definition);
  Plain.init(object, definition);
});

type ObjectOf<Shape extends core.$ZodLooseShape, Config extends core.$ZodObjectConfig> = z.ZodMiniObject<
  core.util.Writeable<Shape>,
  Config
>;

/** An object with these keys and no others. */
export function strictObject<Shape extends core.$ZodLooseShape>(shape: Shape): ObjectOf<Shape, core.$strict> {
  return new QuickObject({ type: 'object', shape, catchall: z.never() }) as ObjectOf<Shape, core.$strict>;
}

/** An object with these keys and any others. */
export function looseObject<Shape extends core.$ZodLooseShape>(shape: Shape): ObjectOf<Shape, core.$loose> {
  return new QuickObject({ type: 'object', shape, catchall: z.unknown() }) as ObjectOf<Shape, core.$loose>;
}

/** Every member of a union of names, as zod wants them: one left out or misspelt does not compile. */
export function everyOne<Name extends string>(names: Readonly<Record<Name, true>>): [Name, ...Name[]] {
  return Object.keys(names) as [Name, ...Name[]];
}
