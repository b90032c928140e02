import type { PriorUse } from '../../facts/generated/types.js';
import type { CodeQuery } from '../../facts/look-ups.js';
import { memberUseSchema } from '../../facts/prior-use.js';
import type { FoundRecord } from '../../facts/found.js';
import type { OnFile } from './codes.js';
import type { Found } from './documents.js';
import { identifiersIn, idOf, part, parts, textAt, type At } from './elements.js';
import { itemAt, jurisdictionOf, timesOf, whyLeftOut, type Item } from './items.js';
import type { People } from './people.js';
import { factOf, recordOf, type Fact, type Reading } from './facts.js';
import { atOf, idAt, isClear } from './store.js';

/** What says which service a code names: a checker, or what `billability` exports. */
export interface ServiceFinder {
  /** What is on file, where that is known: a service of the mapping is one of these. */
  readonly services?: readonly OnFile[] | undefined;
  readonly findService: (query: CodeQuery) => {
    readonly service: string | null;
    readonly problem?: string;
  };
}

/** Reads the uses of an ExplanationOfBenefit. Nothing where one cannot be read: then it is not known what was used. */
export type ReadUses = (found: Found) => FoundRecord<PriorUse>[] | undefined;

export function usesIn(reading: Reading, people: People, finder: ServiceFinder | undefined): ReadUses {
  const { tell } = reading;

  /** The service of a use, or the code that no definition has. */
  const serviceOf = (found: Found, { service, code, modifiers, days }: Item): Fact[] | undefined => {
    if (service.length > 0) return service;
    const [jurisdiction] = jurisdictionOf(found, reading);
    if (jurisdiction === undefined) tell('jurisdiction-not-known', found.place);
    if (finder === undefined) tell('services-not-given', found.place);
    if (jurisdiction === undefined || finder === undefined) return undefined;
    const named = finder.findService({
      jurisdiction: String(jurisdiction.value),
      procedureCode: String(code[0]?.value),
      modifiers: [...new Set(modifiers.flatMap(({ value }) => value as string[]))],
      on: String(days[0]?.value),
    });
    if (named.service !== null)
      return code.map((fact) => ({ ...fact, path: 'service', value: named.service }));
    return named.problem === 'several-definitions' ? undefined : [...code, ...modifiers];
  };
  const useOf = (found: Found, at: At, about: readonly Fact[]): FoundRecord<PriorUse>[] => {
    const item = itemAt(at, reading);
    if (typeof item === 'string') {
      tell(item, at.place);
      return [];
    }
    const service = serviceOf(found, item);
    if (service === undefined) return [];
    return recordOf(
      [...about, ...service, ...item.days, ...item.units, ...timesOf(item)],
      memberUseSchema,
      at,
    );
  };

  return (found) => {
    const at = atOf(found, tell);
    const isFinal = textAt(at, 'outcome') === 'complete';
    const why = whyLeftOut(at, ['active']) ?? (isFinal ? undefined : 'not-final');
    if (why !== undefined) {
      tell(why, found.place);
      return [];
    }
    const items = isClear(found, tell) ? parts(at, 'item') : [];
    const member = people
      .memberFacts(part(at, 'patient'), found)
      .flatMap((fact) => (fact.path === 'member.id' ? { ...fact, path: 'memberId' } : []));
    const about = [...numbersOf(found, reading), ...member];
    const uses = items.flatMap((item) => useOf(found, item, about));
    if (uses.length > 0 && uses.length === items.length) return uses;
    tell('use-not-read', found.place);
    return undefined;
  };
}

/** The id of the claim behind an ExplanationOfBenefit, and the payer's number of it. */
function numbersOf(found: Found, { store, tell }: Reading): Fact[] {
  const at = atOf(found, tell);
  const [claim, own] = [part(at, 'claim'), idOf(found.resource)];
  const ofClaim = idAt(claim, found, store);
  const numbers = identifiersIn(at);
  const [number] = numbers.length === 1 ? numbers : [];
  return [
    ...factOf('id', ofClaim ?? own, ofClaim === undefined ? `${found.place}.id` : claim.place),
    ...factOf('payerClaimId', number?.value ?? own, number?.place ?? `${found.place}.id`),
  ];
}
