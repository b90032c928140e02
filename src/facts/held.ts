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

interface OfDays {
  readonly dateOfService: CivilDate;
  readonly dateOfServiceThrough?: CivilDate | null | undefined;
}

/** Whether what is of several days ends on a day after the first, or on it. */
export function isOfDaysInOrder({ dateOfService, dateOfServiceThrough }: OfDays): boolean {
  return dateOfServiceThrough == null || dateOfService <= dateOfServiceThrough;
}

export const endsInTime = z.refine<OfDays>(isOfDaysInOrder, {
  path: ['dateOfServiceThrough'],
  error: 'a day not before `dateOfService`',
  params: { code: 'not-in-order' },
});

/** Whether what is held ends on a day after the first, or on it. */
export function isHeldInOrder({ from, through }: Held): boolean {
  return from == null || through == null || from <= through;
}

/** A dated code, such as a license, an enrollment or a certification. */
export function held<Code extends string>(): z.mini.ZodMiniType<Held<Code>, Held<Code>> {
  return z.strictObject({ code: openCode<Code>(), from: fact(civilDate), through: fact(civilDate) }).check(
    z.refine(isHeldInOrder, {
      path: ['through'],
      error: 'a day not before `from`',
      params: { code: 'not-in-order' },
    }),
  );
}
