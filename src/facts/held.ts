import * as z from './zod.js';
import { civilDate, fact, openCode } from './scalars.js';

/** A code held from a day through a day, both inclusive. A bound left out, or null, is open. */
export interface Held<Code extends string = string> {
  readonly code: Code | (string & {});
  readonly from?: string | null | undefined;
  readonly through?: string | null | undefined;
}

/** A dated code, such as a licence, an enrolment or a certification. */
export function held<Code extends string>(): z.ZodType<Held<Code>, Held<Code>> {
  return z.plainly(() =>
    z
      .strictObject({ code: openCode<Code>(), from: fact(civilDate), through: fact(civilDate) })
      .refine(({ from, through }) => from == null || through == null || from <= through, {
        path: ['through'],
        error: 'a day not before `from`',
      }),
  );
}
