import { canonicalJson } from '../../values/canonical-json.js';
import {
  idOf,
  identifierAt,
  identifiersIn,
  isElement,
  isStated,
  isUnderstood,
  part,
  parts,
  textAt,
  type At,
  type Element,
  type Identifier,
} from './elements.js';
import type { Found } from './documents.js';
import type { Tell } from './problems.js';
import { absolute, identityOf, keyIn, serverOf, versionless } from './urls.js';

/** What is read of each kind of resource that others refer to; the rest is not kept. */
const kept: Readonly<Record<string, readonly string[]>> = {
  Patient: ['identifier', 'birthDate', 'link'],
  Practitioner: ['identifier', 'active', 'qualification'],
  PractitionerRole: ['practitioner', 'active'],
  Organization: ['identifier', 'name'],
  Group: [],
  Claim: [],
  Coverage: ['payor'],
  EpisodeOfCare: ['patient', 'status', 'type', 'period'],
  CareTeam: ['subject', 'status', 'period', 'participant'],
  CarePlan: ['subject', 'status', 'intent', 'period', 'activity'],
  Condition: [
    'subject',
    'clinicalStatus',
    'verificationStatus',
    'code',
    'onsetDateTime',
    'abatementDateTime',
    'recordedDate',
  ],
  Observation: ['subject', 'status', 'code', 'effectiveDateTime', 'valueQuantity', 'valueInteger'],
  Appointment: ['status', 'start', 'participant'],
  Encounter: ['subject'],
  DocumentReference: ['status', 'docStatus', 'type', 'context'],
  Composition: ['status', 'type', 'encounter'],
  ExplanationOfBenefit: [
    'status',
    'outcome',
    'use',
    'type',
    'patient',
    'claim',
    'identifier',
    'insurer',
    'insurance',
    'item',
  ],
};
const alwaysKept = ['resourceType', 'id', 'contained', 'extension', 'modifierExtension', 'implicitRules'];

interface Held {
  readonly found: Found;
  /** In milliseconds since 1970; of no stated day before all others. */
  readonly updated: number;
}

/** The resources that others refer to, and how to find them. */
export interface Store {
  /** @param isRepeated whether another version of it may have come before, held or not. */
  readonly hold: (found: Found, isRepeated: boolean) => void;
  readonly ofType: (type: string) => Found[];
  /** What a Reference leads to, if it is there, once, and understood. */
  readonly resolve: (reference: At, from: Found) => Found | undefined;
  /** Whether it leads to what is there in several versions, and it is not known which is the last. */
  readonly isUnsure: (reference: At, from: Found) => boolean;
  /** The same for all that refers to one thing, whether that is there or not. */
  readonly identity: (reference: At, from: Found) => string | undefined;
}

export function createStore(tell: Tell): Store {
  const held = new Map<string, Held>();
  const byKey = new Map<string, Set<string>>();

  const find = (url: string, from: Found): Found | undefined => {
    const exact = held.get(absolute(url, from));
    if (exact !== undefined) return exact.found;
    // Of another server it is another resource, though type and id are the same.
    const server = serverOf(absolute(url, from));
    const alike = [...(byKey.get(String(keyIn(url))) ?? [])].filter((identity) => {
      const other = serverOf(identity);
      return server === undefined || other === undefined || other === server;
    });
    return alike.length === 1 ? held.get(String(alike[0]))?.found : undefined;
  };
  const identified = (reference: At): Found | undefined => {
    const named = logicalIn(reference).flatMap((one) => [...(byKey.get(nameOf(one)) ?? [])]);
    return named.length === 1 ? held.get(String(named[0]))?.found : undefined;
  };
  const lookUp = (reference: At, from: Found): Found | undefined => {
    const written = textAt(reference, 'reference');
    if (written === undefined) return identified(reference);
    return written.startsWith('#') ? containedIn(from, written) : find(versionless(written), from);
  };
  const resolve = (reference: At, from: Found): Found | undefined => {
    const found = lookUp(reference, from);
    return found !== undefined && isClear(found, reference.tell) ? found : undefined;
  };
  return {
    hold(found, isRepeated) {
      const fields = kept[found.type];
      const identity = identityOf(found);
      const before = held.get(identity);
      if (fields === undefined || (before === undefined && !isReferredTo(found))) return;
      // An earlier version that is not held may be the last.
      const isUnsure = isRepeated && before === undefined && found.type === 'Appointment';
      const one = {
        found: { ...found, resource: pruned(found.resource, fields), ...(isUnsure && { isUnsure }) },
        updated: updatedOf(found),
      };
      const names = identifiersIn(atOf(found, unheard)).map(nameOf);
      for (const key of [...names, keyIn(found.place) ?? ''])
        byKey.set(key, (byKey.get(key) ?? new Set()).add(identity));
      if (before === undefined || before.updated < one.updated) held.set(identity, one);
      else if (before.updated === one.updated && !isSame(before.found, one.found)) {
        tell('versions-differ', found.place);
        held.set(identity, { ...before, found: { ...before.found, isUnsure: true } });
      }
    },
    ofType: (type) =>
      [...held.values()].flatMap(({ found }) =>
        found.type === type && found.isDeleted !== true ? found : [],
      ),
    resolve,
    isUnsure: (reference, from) => lookUp(reference, from)?.isUnsure === true,
    identity(reference, from) {
      const found = resolve(reference, from);
      if (found !== undefined) return identityOf(found);
      const written = textAt(reference, 'reference');
      if (written !== undefined) return absolute(versionless(written), from);
      const [logical] = logicalIn(reference);
      return logical === undefined ? undefined : nameOf(logical);
    },
  };
}

/** For what is told elsewhere. */
export const unheard: Tell = () => undefined;

export function nameOf({ system, value }: Identifier): string {
  return `${String(system)}|${value}`;
}

/** The identifier by which a Reference names what it leads to. */
export function logicalIn(reference: At): Identifier[] {
  return identifierAt(part(reference, 'identifier'));
}

export function atOf({ resource, place }: Found, tell: Tell): At {
  return { value: resource, place, tell };
}

/** Whether it is known what a resource says. */
export function isClear(found: Found, tell: Tell): boolean {
  if (found.isUnsure === true || found.isDeleted === true) return false;
  const at = atOf(found, tell);
  if (!isStated(part(at, 'implicitRules'))) return isUnderstood(at);
  tell('meaning-changed', found.place);
  return false;
}

/** The id, or other key, of what a Reference leads to. */
export function idAt(reference: At, from: Found, { resolve }: Store): string | undefined {
  const found = resolve(reference, from);
  if (found !== undefined) return idOf(found.resource);
  const written = textAt(reference, 'reference');
  if (written !== undefined) return keyIn(versionless(written))?.split('/')[1];
  return logicalIn(reference)[0]?.value;
}

/** Whether a Reference says, by its form, that it leads to a kind of resource. */
export function saysType(type: string, reference: At): boolean {
  const written = textAt(reference, 'reference') ?? '';
  return textAt(reference, 'type') === type || keyIn(versionless(written))?.split('/')[0] === type;
}

const noPatients = [
  'Practitioner',
  'PractitionerRole',
  'RelatedPerson',
  'Location',
  'HealthcareService',
  'Device',
];

/** Of claims, appointments and encounters only those that tell something of others: there are as many as visits. */
function isReferredTo({ type, resource, place, fullUrl }: Found): boolean {
  const at: At = { value: resource, place, tell: unheard };
  // Others are named by their ids.
  if (type === 'Claim') return fullUrl?.startsWith('urn:') === true;
  if (type === 'Encounter') return !saysType('Patient', part(at, 'subject'));
  if (type !== 'Appointment' || resource['status'] === 'noshow') return true;
  const actors = parts(at, 'participant').map((one) => part(one, 'actor'));
  return actors.filter((actor) => !noPatients.some((kind) => saysType(kind, actor))).length > 1;
}

function isSame(one: Found, other: Found): boolean {
  return canonicalJson(one.resource) === canonicalJson(other.resource);
}

function containedIn(from: Found, reference: string): Found | undefined {
  const { contained } = from.resource;
  const all: readonly unknown[] = Array.isArray(contained) ? contained : [];
  const index = all.findIndex((one) => isElement(one) && `#${String(idOf(one))}` === reference);
  const resource = all[index];
  if (!isElement(resource)) return undefined;
  return {
    type: String(resource['resourceType']),
    // What it refers to by `#` stands beside it.
    resource: { ...resource, contained },
    place: `${from.place}.contained[${String(index)}]`,
    fullUrl: `${identityOf(from)}${reference}`,
  };
}

function pruned(resource: Element, fields: readonly string[]): Element {
  const names = [...alwaysKept, ...fields];
  return Object.fromEntries(names.flatMap((name) => (name in resource ? [[name, resource[name]]] : [])));
}

/** When a version was made. What was deleted on a day that is not told was so at last. */
export function updatedOf({ resource: { meta }, isDeleted }: Found): number {
  const written = isElement(meta) ? meta['lastUpdated'] : undefined;
  const isInstant = typeof written === 'string' && /T.*(?:Z|[+-]\d\d:\d\d)$/.test(written);
  const updated = isInstant ? Date.parse(written) : NaN;
  if (!Number.isNaN(updated)) return updated;
  return isDeleted === true ? Infinity : -Infinity;
}
