import type { Found } from './documents.js';
import { identifiersIn, isStated, part, parts, type At, type Identifier } from './elements.js';
import type { Mapped } from './mapping.js';
import { atOf, logicalIn, nameOf, saysType, unheard, type Store } from './store.js';
import { identityOf } from './urls.js';

/** Who the patients of a file are: one person may be several Patients, of one key or linked to each other. */
export interface Persons {
  /** What a person is known by; nothing where a Reference does not say whom it means. */
  readonly of: (reference: At, from: Found) => string | undefined;
  /** Whether the person is identified, so that what others say of the same one can be told from what they say of others. */
  readonly isKnown: (reference: At, from: Found) => boolean;
}

export function personsIn(
  store: Store,
  { identifiers: { member: system } }: Pick<Mapped, 'identifiers'>,
): Persons {
  const alike = createGroups();
  /** Of persons who are linked to what is not there. */
  const open = new Set<string>();
  const keyOf = (identifiers: readonly Identifier[]): string | undefined => {
    const names = new Set(
      identifiers.filter((one) => system !== undefined && one.system === system).map(nameOf),
    );
    return names.size === 1 ? [...names][0] : undefined;
  };
  const patientKey = (patient: Found) => keyOf(identifiersIn(atOf(patient, unheard)));

  for (const patient of store.ofType('Patient')) {
    const identity = identityOf(patient);
    alike.join(identity, patientKey(patient) ?? identity);
    for (const link of parts(atOf(patient, unheard), 'link')) {
      const other = part(link, 'other');
      const linked = store.resolve(other, patient);
      if (linked?.type === 'Patient') alike.join(identity, identityOf(linked));
      else if (linked === undefined && !saysType('RelatedPerson', other)) open.add(identity);
    }
  }
  const openPersons = new Set([...open].map(alike.of));

  const nodeOf = (reference: At, from: Found): string | undefined => {
    const found = store.resolve(reference, from);
    const identity = store.identity(reference, from);
    // What is contained is another one for each that contains it.
    const key = found?.type === 'Patient' ? patientKey(found) : undefined;
    return key ?? identity;
  };
  return {
    of(reference, from) {
      const node = nodeOf(reference, from);
      return node === undefined ? undefined : alike.of(node);
    },
    isKnown(reference, from) {
      const found = store.resolve(reference, from);
      const node = nodeOf(reference, from);
      if (node === undefined || openPersons.has(alike.of(node))) return false;
      if (found !== undefined)
        return found.type === 'Patient' && (alike.has(node) || node !== identityOf(found));
      return !isStated(part(reference, 'reference')) && keyOf(logicalIn(reference)) === node;
    },
  };
}

/** Names of which some mean the same. */
function createGroups() {
  const leads = new Map<string, string>();
  const of = (name: string): string => {
    let last = name;
    for (let next = leads.get(last); next !== undefined && next !== last; next = leads.get(last)) last = next;
    return last;
  };
  return {
    /** The one name for all that mean the same. */
    of,
    has: (name: string) => leads.has(name),
    join(one: string, other: string) {
      leads.set(of(one), of(other));
    },
  };
}
