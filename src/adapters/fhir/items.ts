import {
  conceptAt,
  dollarsAt,
  identifierAt,
  identifiersIn,
  isEmpty,
  isStated,
  isUnderstood,
  part,
  parts,
  quantityAt,
  textAt,
  type At,
} from './elements.js';
import type { Found } from './documents.js';
import type { FhirProblem } from './problems.js';
import { factOf, type Fact, type Reading } from './facts.js';
import { atOf, idAt, logicalIn } from './store.js';
import { dateAt, dayAt, timesAt } from './times.js';

/** What an item of a Claim or an ExplanationOfBenefit says, each fact where it stands. */
export interface Item {
  readonly code: Fact[];
  readonly modifiers: Fact[];
  readonly service: Fact[];
  readonly days: Fact[];
  readonly times: Fact[];
  readonly units: Fact[];
  readonly minutes: Fact[];
}

const PROCEDURES = new Set([
  '',
  'https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets',
  'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets',
  'https://www.cms.gov/Medicare/Coding/MedHCPCSGenInfo',
  'http://terminology.hl7.org/CodeSystem/hcpcs-Level-II',
  'https://bluebutton.cms.gov/resources/codesystem/hcpcs',
  'http://hl7.org/fhir/sid/hcpcs',
  'urn:oid:2.16.840.1.113883.6.285',
  'http://www.ama-assn.org/go/cpt',
  'urn:oid:2.16.840.1.113883.6.12',
]);
const countedAs = new Set(['', '1', 'un', 'unit', 'units', '{unit}', '{units}', 'each', '{each}', 'ea']);
/** Minutes are never units. */
const timedAs: Readonly<Record<string, number>> = {
  min: 1,
  mj: 1,
  minute: 1,
  minutes: 1,
  h: 60,
  hr: 60,
  hour: 60,
  hours: 60,
};

/** What an item says; or what of it cannot be read, so that it cannot be carried over. */
export function itemAt(at: At, reading: Reading): Item | FhirProblem {
  if (!isUnderstood(at)) return 'meaning-changed';
  if (!isEmpty(part(at, 'detail'))) return 'line-with-details';
  const product = part(at, 'productOrService');
  const meanings = reading.mapped.meanings(conceptAt(product));
  const services = meanings.filter((one) => one.includes('/'));
  const code = codeAt(product, reading);
  if (code === undefined || services.length > 1) return 'line-code-not-read';
  const listed = part(at, 'modifier');
  const modifiers = parts(at, 'modifier').map((one) => codeAt(one, reading));
  if (modifiers.includes(undefined) || isEmpty(listed) !== (modifiers.length === 0))
    return 'line-modifier-not-read';
  const served = servedAt(at, reading);
  if (served === undefined) return 'line-day-not-read';
  const quantity = part(at, 'quantity');
  const counted = isStated(quantity) ? countAt(quantity) : {};
  if (counted === undefined) return 'line-quantity-not-read';
  return {
    code: factOf('procedureCode', code, product.place),
    modifiers: isEmpty(listed) ? [] : factOf('modifiers', modifiers, listed.place),
    service: factOf('service', services[0], product.place),
    ...served,
    units: factOf('units', counted.units, quantity.place),
    minutes: factOf('minutes', counted.minutes, quantity.place),
  };
}

/** The one code of a concept: that to which it is mapped, or of HCPCS and CPT. */
function codeAt(at: At, { mapped }: Reading): string | undefined {
  const concept = conceptAt(at);
  const mappedTo = mapped.meanings(concept).filter((one) => !one.includes('/'));
  const own = concept.codings.flatMap(({ system, code }) => (PROCEDURES.has(system) ? code : []));
  const [code, another] = new Set(mappedTo.length > 0 ? mappedTo : own);
  return another === undefined ? code : undefined;
}

/** The charge of an item, where it has one; null where that cannot be read. */
export function chargeAt(at: At): Fact[] | null {
  const net = part(at, 'net');
  if (!isStated(net)) return [];
  const charge = dollarsAt(net);
  return charge === undefined ? null : factOf('charge', charge, net.place);
}

function countAt(at: At): { readonly units?: number; readonly minutes?: number } | undefined {
  const quantity = quantityAt(at);
  if (quantity === undefined || quantity.value < 0) return undefined;
  if (countedAs.has(quantity.unit)) return { units: quantity.value };
  const minutes = timedAs[quantity.unit];
  return minutes === undefined ? undefined : { minutes: Math.round(quantity.value * minutes * 1e6) / 1e6 };
}

/** The day of an item, with its clock times, or its days. */
function servedAt(at: At, { mapped: { clock } }: Reading): Pick<Item, 'days' | 'times'> | undefined {
  const [date, period] = [part(at, 'servicedDate'), part(at, 'servicedPeriod')];
  if (isStated(date)) {
    const day = dateAt(date);
    return day === undefined || isStated(period)
      ? undefined
      : { days: factOf('dateOfService', day, date.place), times: [] };
  }
  const [start, end] = [part(period, 'start'), part(period, 'end')];
  if (!isStated(start) || !isStated(end)) return undefined;
  const [from, through] = [dayAt(start, clock), dayAt(end, clock)];
  if (from === undefined || through === undefined || through < from) return undefined;
  const times = timesAt(period, clock);
  if (typeof times === 'string' || (from !== through && times.endTime !== '24:00')) {
    const last = factOf('dateOfServiceThrough', through, end.place);
    return { days: [...factOf('dateOfService', from, start.place), ...last], times: [] };
  }
  return {
    days: factOf('dateOfService', from, start.place),
    times: [
      ...factOf('startTime', times.startTime, start.place),
      ...factOf('endTime', times.endTime, end.place),
      ...factOf('minutes', times.minutes, end.place),
    ],
  };
}

const CLAIM_TYPE = 'http://terminology.hl7.org/CodeSystem/claim-type';

/** Why a Claim or ExplanationOfBenefit is left out: it is not in force, or none for payment of professional services. */
export function whyLeftOut(at: At, inForce: readonly string[]): FhirProblem | undefined {
  const status = textAt(at, 'status') ?? '';
  if (status === 'entered-in-error') return 'entered-in-error';
  if (!inForce.includes(status)) return 'not-active';
  const use = textAt(at, 'use');
  if (use !== undefined && use !== 'claim') return 'not-for-payment';
  const types = conceptAt(part(at, 'type')).codings.filter(({ system }) => system === CLAIM_TYPE);
  return types.some(({ code }) => code !== 'professional') ? 'not-professional' : undefined;
}

/** Whose rules apply: as the payer says, or else the mapping. */
export function jurisdictionOf(found: Found, reading: Reading): Fact[] {
  const { mapped, store, tell } = reading;
  const at = atOf(found, tell);
  const insurances = parts(at, 'insurance');
  const focal = insurances.filter((one) => part(one, 'focal').value === true);
  const coverages = (focal.length > 0 ? focal : insurances).map((one) => part(one, 'coverage'));
  const payors = coverages.flatMap((coverage) => {
    const held = store.resolve(coverage, found);
    return held === undefined ? [] : parts(atOf(held, tell), 'payor').map((payor) => ({ payor, from: held }));
  });
  const insurer = part(at, 'insurer');
  const named = [...payors, { payor: insurer, from: found }].flatMap(({ payor, from }) => {
    if (!isStated(payor)) return [];
    const organization = store.resolve(payor, from);
    return namesOf(payor, organization, reading)
      .flatMap((name) => mapped.payers.get(name) ?? [])
      .map((jurisdiction) => ({ jurisdiction, place: payor.place }));
  });
  const [first, ...others] = named;
  if (first === undefined) return factOf('jurisdiction', mapped.jurisdiction, found.place);
  const isOne = others.every(({ jurisdiction }) => jurisdiction === first.jurisdiction);
  return isOne ? factOf('jurisdiction', first.jurisdiction, first.place) : [];
}

/** What a payer may be called in a mapping. */
function namesOf(payor: At, organization: Found | undefined, { tell }: Reading): string[] {
  const at = organization === undefined ? undefined : atOf(organization, tell);
  const identifiers = at === undefined ? logicalIn(payor) : identifiersIn(at);
  const name = at === undefined ? textAt(payor, 'display') : textAt(at, 'name');
  return [
    ...identifiers.flatMap(({ system, value }) => [`${String(system)}|${value}`, value]),
    ...(name === undefined ? [] : [name]),
  ];
}

/** The claim that a claim stands for. */
export function replaced(found: Found, { store, tell }: Reading): Fact[] {
  const prior = parts(atOf(found, tell), 'related').filter((one) =>
    conceptAt(part(one, 'relationship')).codings.some(({ code }) => code === 'prior' || code === 'replaces'),
  );
  const [first] = prior;
  if (first === undefined) return [];
  const numbers = prior.map((one) => {
    const [number] = identifierAt(part(one, 'reference'));
    return idAt(part(one, 'claim'), found, store) ?? number?.value;
  });
  const each = new Set(numbers);
  const [only] = each.size === 1 ? each : [];
  return [
    ...factOf('frequency', 'replacement', `${first.place}.relationship`),
    ...factOf('replaces', only, first.place),
  ];
}

/** The time of an item: minutes where it counts them. */
export function timesOf({ times, minutes }: Item): Fact[] {
  return minutes.length === 0 ? times : [...times.filter(({ path }) => path !== 'minutes'), ...minutes];
}
