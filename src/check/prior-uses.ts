import { readCode } from '../facts/written-code.js';
import { entriesById, settled, type OwnEntry } from '../facts/history.js';
import type { PriorUse } from '../facts/generated/types.js';
import { codesIn, isExactly } from '../rules/claim/codes-on-file.js';
import type { Service } from '../services/service.js';
import type { Who } from '../units/account.js';
import type { UseBefore } from './entry.js';

/** What was billed before, without what was taken back. */
export function usesIn(history: readonly PriorUse[], whoIs: (use: PriorUse) => Who): UseBefore[] {
  return settled(history).uses.map(({ use, index }) => ({ use, index, who: whoIs(use) }));
}

/** The prior uses that are none of the entries, and the places of those of them that have the id of one. */
export function apartFrom(
  entries: readonly OwnEntry[],
  uses: readonly UseBefore[],
): { readonly before: readonly UseBefore[]; readonly idsAgree: readonly number[] } {
  if (uses.length === 0) return { before: uses, idsAgree: [] };
  const { hasId, isEntry } = entriesById(entries);
  const before = uses.filter((one) => !isEntry(one));
  return { before, idsAgree: before.filter(hasId).map(({ index }) => index) };
}

/**
 * Whether a use whose code no definition has may be of a service: of one that has none on file, unless its code is that of
 * another one. In Missouri H2017 is psychosocial rehabilitation, whatever modifiers follow it.
 */
export function mayBeOf(
  { procedureCode, modifiers }: PriorUse,
  service: Service,
  onFile: readonly Service[],
): boolean {
  if (service.codes !== undefined || procedureCode == null) return false;
  const read = readCode({ procedureCode, modifiers });
  if (service.jurisdiction === 'MO' && read.procedureCode === 'H2017') return false;
  return !codesIn(onFile, service.jurisdiction).some(({ code }) => isExactly(read, code));
}

/** Uses with the ids of the services that those of which the service is not known may be of. */
export function withServices(
  uses: readonly UseBefore[],
  services: readonly Service[],
  onFile: readonly Service[],
): readonly UseBefore[] {
  if (uses.every(({ use }) => use.service != null)) return uses;
  const several = [...new Set(services)];
  return uses.map((one) => {
    if (one.use.service != null) return one;
    const ids = several.filter((service) => mayBeOf(one.use, service, onFile)).map(({ id }) => id);
    return { ...one, mayBeOf: [...new Set(ids)] };
  });
}
