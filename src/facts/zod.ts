import * as z from 'zod';

export * from 'zod';

/** Defined by the build for browsers and nowhere else. */
declare const BUILT_FOR_BROWSERS: true | undefined;

/**
 * Makes schemas of objects that zod does not turn into code.
 *
 * zod makes code from text where it may, and Node is quicker for it. A content security policy may forbid this, and a
 * browser reports the mere attempt to the owner of the page; so the build for browsers does not attempt it.
 */
export function plainly<Schema>(make: () => Schema): Schema {
  if (typeof BUILT_FOR_BROWSERS === 'undefined') return make();
  const { jitless } = z.config();
  z.config({ jitless: true });
  try {
    return make();
  } finally {
    z.config({ jitless });
  }
}

/** An object with these keys and no others. Where it is refined, which makes it anew, all of it is made plainly. */
export function strictObject<Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
): z.ZodObject<z.core.util.Writeable<Shape>, z.core.$strict> {
  return plainly(() => z.strictObject(shape));
}

/** An object with these keys and any others. */
export function looseObject<Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
): z.ZodObject<z.core.util.Writeable<Shape>, z.core.$loose> {
  return plainly(() => z.looseObject(shape));
}

/** Every member of a union of names, as zod wants them: one left out or misspelt does not compile. */
export function everyOne<Name extends string>(names: Readonly<Record<Name, true>>): [Name, ...Name[]] {
  return Object.keys(names) as [Name, ...Name[]];
}
