import type { Found } from './documents.js';
import { part, type At } from './elements.js';
import { leadsTo, type Reading } from './facts.js';
import { atOf } from './store.js';
import { identityOf } from './urls.js';

/** The Practitioner to whom a Reference leads, by a PractitionerRole or not; else what it leads to. */
export function practitionerAt(reference: At, from: Found, { store, tell }: Reading): Found | undefined {
  const found = store.resolve(reference, from);
  if (found?.type !== 'PractitionerRole') return found;
  return store.resolve(part(atOf(found, tell), 'practitioner'), found);
}

/** What tells a practitioner from others. */
export function practitionerOf(reference: At, from: Found, reading: Reading): string | undefined {
  const found = practitionerAt(reference, from, reading);
  return found === undefined ? reading.store.identity(reference, from) : identityOf(found);
}

const kinds = ['Practitioner', 'PractitionerRole'];

/** Whether a Reference leads to a practitioner, in a role or not. */
export function isOfStaff(reference: At, from: Found, reading: Reading): boolean {
  return kinds.some((kind) => leadsTo(kind, reference, from, reading));
}

/** Whether it leads to one of staff of whom, and of whose role, it is not said that they are none any more. */
export function isActiveStaff(reference: At, from: Found, reading: Reading): boolean {
  const met = [reading.store.resolve(reference, from), practitionerAt(reference, from, reading)];
  return isOfStaff(reference, from, reading) && met.every((one) => one?.resource['active'] !== false);
}
