import type { Held } from '../../facts/held.js';
import type { HeldCodes } from '../../facts/generated/types.js';
import { factTable } from '../../facts/generated/table.js';
import { factReader } from '../../facts/read.js';
import * as z from '../../facts/zod.js';
import { isWithin } from '../../values/civil-date.js';
import { FALSE, TRUE, UNKNOWN } from '../truth.js';
import type { Asking, SchemaParts } from './operator.js';
import { either } from './series.js';

export interface ByLicence {
  readonly op: 'byLicence';
  readonly fact: keyof HeldCodes;
  readonly code: string;
  readonly licences: readonly string[];
}

/** A license held on the date of service gives a standing of which nothing is stated: reading *qmhp-by-licence*. */
export function byLicence<Path extends keyof HeldCodes>(
  fact: Path,
  code: HeldCodes[Path],
  licences: readonly HeldCodes[Path][],
): ByLicence {
  return { op: 'byLicence', fact, code, licences };
}

const given = { ask: UNKNOWN, yes: TRUE, no: FALSE } as const;

export const byLicenceOperator: Asking<ByLicence> = {
  truth({ fact, code, licences }) {
    const read = factReader(fact);
    return ({ session, on, readings }) => {
      const list = read(session) as readonly Held[] | 'none' | null | undefined;
      if (list == null) return UNKNOWN;
      if (list === 'none' || list.some((held) => held.code === code)) return FALSE;
      const isLicensed = list.some((held) => licences.includes(held.code) && isWithin(held, on));
      return isLicensed ? given[readings.qmhpByLicence] : FALSE;
    };
  },
  facts: ({ fact }) => [fact],
  describe: ({ fact, code, licences }, isSo) =>
    `${factTable[fact].label} ${isSo ? 'give' : 'do not give'} the standing ${code} by ${either(licences)}`,
  rests: () => 'qmhp-by-licence',
};

export const byLicenceSchema = ({ held, code, codes }: SchemaParts) =>
  z.strictObject({ op: z.literal('byLicence'), fact: held, code, licences: codes });
