import { InputError } from '../../facts/input-error.js';
import { parseOrThrow } from '../../facts/parse.js';
import { flag, key } from '../../facts/scalars.js';
import * as z from '../../facts/zod.js';

/**
 * What X12 does not say: whose rules apply. At least one of `payers` and `jurisdiction` is stated.
 *
 * @example
 * const mapping: X12Mapping = { payers: { 'MO0001': 'MO', 'SC0001': 'SC' }, claimDiagnoses: true };
 */
export interface X12Mapping {
  /** By the identifier of a payer (NM109 of loop 2010BB, N104 of the payer of an 835): the jurisdiction whose rules apply. */
  readonly payers?: Readonly<Record<string, string>> | null | undefined;
  /** The jurisdiction of every payer that `payers` does not name. */
  readonly jurisdiction?: string | null | undefined;
  /** Whether the diagnoses of a claim are all that the assessment has. Left out, they are not read: a claim lists what bears on it. */
  readonly claimDiagnoses?: boolean | null | undefined;
}

const mappingSchema = z.strictObject({
  payers: z.nullish(z.record(z.string(), key)),
  jurisdiction: z.nullish(key),
  claimDiagnoses: z.nullish(flag),
}) satisfies z.mini.ZodMiniType<X12Mapping>;

/** @throws InputError if it is malformed, or tells no jurisdiction. */
export function readMapping(stated: X12Mapping): X12Mapping {
  const mapping = parseOrThrow(mappingSchema, stated);
  if (mapping.payers == null && mapping.jurisdiction == null) {
    const message =
      'expected a jurisdiction such as "MO", or "payers", from the identifier of each payer to its own; found none';
    throw new InputError([{ code: 'not-stated', path: '/jurisdiction', message }]);
  }
  return mapping;
}

/** Whose rules apply to what a payer is asked for, never told by an address. */
export function jurisdictionOf({ payers, jurisdiction }: X12Mapping, payer: string): string | undefined {
  const named = payers != null && Object.hasOwn(payers, payer) ? payers[payer] : undefined;
  return named ?? jurisdiction ?? undefined;
}
