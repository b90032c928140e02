import type { Held } from '../../facts/held.js';
import type { HeldCodes } from '../../facts/generated/types.js';
import { factTable } from '../../facts/generated/table.js';
import { factReader } from '../../facts/read.js';
import * as z from '../../facts/zod.js';
import { isWithin } from '../../values/civil-date.js';
import { FALSE, opposite, TRUE, UNKNOWN, type Truth } from '../truth.js';
import { codesAsked, isAsked, openStarts, unknownEntries, type CodesAsked } from './codes-meant.js';
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
    const [standing, licence] = [codesAsked([code]), codesAsked(licences)];
    return ({ session, on, readings: { qmhpByLicence, openStart }, words }) => {
      const list = read(session) as readonly Held[] | 'none' | null | undefined;
      if (list == null) return UNKNOWN;
      if (list === 'none') return FALSE;
      const isOneOf = (asked: CodesAsked, { code }: Held) => isAsked(code, asked, words.meaning[fact]);
      const isLicensed = anyOf(
        list
          .filter((held) => isWithin(held, on))
          .map((held) =>
            leastOf(isOneOf(licence, held), held.from == null && openStart === 'unknown' ? UNKNOWN : TRUE),
          ),
      );
      const isStated = anyOf(list.map((held) => isOneOf(standing, held)));
      return leastOf(leastOf(isLicensed, given[qmhpByLicence]), opposite(isStated));
    };
  },
  facts: ({ fact }) => [fact],
  isOfDay: true,
  unknown({ fact, licences }, { session, on, readings, words }) {
    const list = factReader(fact)(session) as readonly Held[] | null | undefined;
    if (list == null) return [{ path: fact }];
    const asked = codesAsked(licences);
    const isLicensed = list.some(
      (held) => isWithin(held, on) && isAsked(held.code, asked, words.meaning[fact]) === TRUE,
    );
    // What is stated of the standing itself settles it.
    if (isLicensed && readings.qmhpByLicence === 'ask') return [{ path: fact }];
    return [
      ...unknownEntries(fact, list, words, (held) => isLicensed || isWithin(held, on)),
      ...openStarts(fact, list, licences, { on, words }),
    ];
  },
  describe: ({ fact, code, licences }, isSo) =>
    `${factTable[fact].label} ${isSo ? 'give' : 'do not give'} the standing ${code} by ${either(licences)}`,
  rests: () => 'qmhp-by-licence',
};

function anyOf(truths: readonly Truth[]): Truth {
  return truths.reduce<Truth>((most, truth) => (truth > most ? truth : most), FALSE);
}

function leastOf(one: Truth, other: Truth): Truth {
  return one < other ? one : other;
}

export const byLicenceSchema = ({ held, code, codes }: SchemaParts) =>
  z.strictObject({ op: z.literal('byLicence'), fact: held, code, licences: codes });
