import * as z from './zod.js';
import type { CivilDate } from '../values/civil-date.js';
import { civilDate, fact, openCode } from './scalars.js';

/**
 * A code held from a day through a day, both inclusive, such as a license or an enrollment. A bound left out, or null, is
 * open; who does not know an expiry date leaves the whole list out. A word on no list is not known.
 *
 * @example
 * const license: Held<StaffCredential> = { code: 'MO-LCSW', from: '2020-01-01', through: '2025-12-31' };
 */
export interface Held<Code extends string = string> {
  readonly code: Code | (string & {});
  readonly from?: CivilDate | null | undefined;
  readonly through?: CivilDate | null | undefined;
}

/** What is of several days ends on a day after the first, or on it. */
export const endsInTime = z.refine<{
  readonly dateOfService: CivilDate;
  readonly dateOfServiceThrough?: CivilDate | null | undefined;
}>(
  ({ dateOfService, dateOfServiceThrough }) =>
    dateOfServiceThrough == null || dateOfService <= dateOfServiceThrough,
  {
    path: ['dateOfServiceThrough'],
    error: 'a day not before `dateOfService`',
    params: { code: 'not-in-order' },
  },
);

/** A dated code, such as a license, an enrollment or a certification. */
export function held<Code extends string>(): z.mini.ZodMiniType<Held<Code>, Held<Code>> {
  return z.strictObject({ code: openCode<Code>(), from: fact(civilDate), through: fact(civilDate) }).check(
    z.refine(({ from, through }) => from == null || through == null || from <= through, {
      path: ['through'],
      error: 'a day not before `from`',
      params: { code: 'not-in-order' },
    }),
  );
}
