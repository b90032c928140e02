import { expect } from 'vitest';
import { readFhir, type FhirMapping, type ServiceFinder } from '../../../src/adapters/fhir/index.js';
import type { Claim, PriorUse, Session } from '../../../src/index.js';

export type Resource = Readonly<Record<string, unknown>>;

export const CODES = 'https://agency.example/codes';
export const MEMBERS = 'https://agency.example/members';
export const NPI = 'http://hl7.org/fhir/sid/us-npi';
export const AGENCIES = 'https://agency.example/sites';
/** The word for what a list may hold besides. */
export const REST = '(what the file does not say)';

export const mapping: FhirMapping = {
  zone: 'America/Chicago',
  identifiers: { member: MEMBERS, staff: NPI, agency: AGENCIES },
  codes: {
    [`${CODES}|PEER`]: 'mo/peer-support',
    [`${CODES}|IMR`]: 'mo/H2017HO',
    [`${CODES}|CPS`]: 'MO-CPS',
    [`${CODES}|CMPS`]: 'MO-CMPS',
    [`${CODES}|CSTAR`]: 'MO-CSTAR-GENERAL',
    [`${CODES}|nurse`]: 'nurse',
    '|Therapist': 'therapist',
  },
  jurisdiction: 'MO',
};

export const concept = (code: string, system = CODES) => ({ coding: [{ system, code }] });
export const to = (reference: string) => ({ reference });

export const patient: Resource = {
  resourceType: 'Patient',
  id: 'p1',
  identifier: [{ system: MEMBERS, value: 'M-1' }],
  birthDate: '1980-05-02',
};
export const practitioner: Resource = {
  resourceType: 'Practitioner',
  id: 's1',
  identifier: [{ system: NPI, value: '1000000001' }],
};
export const organization: Resource = {
  resourceType: 'Organization',
  id: 'o1',
  identifier: [{ system: AGENCIES, value: 'A-1' }],
  name: 'An agency',
};
export const encounter: Resource = {
  resourceType: 'Encounter',
  id: 'e1',
  status: 'finished',
  class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
  type: [concept('PEER')],
  subject: to('Patient/p1'),
  participant: [
    {
      type: [concept('PPRF', 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType')],
      individual: to('Practitioner/s1'),
    },
  ],
  period: { start: '2025-03-18T09:00:00-05:00', end: '2025-03-18T10:00:00-05:00' },
  serviceProvider: to('Organization/o1'),
};
export const claim: Resource = {
  resourceType: 'Claim',
  id: 'c1',
  status: 'active',
  use: 'claim',
  type: concept('professional', 'http://terminology.hl7.org/CodeSystem/claim-type'),
  patient: to('Patient/p1'),
  provider: to('Organization/o1'),
  item: [
    {
      sequence: 1,
      productOrService: concept('H2017', 'https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets'),
      modifier: [{ coding: [{ code: 'HO' }] }],
      servicedDate: '2025-03-18',
      quantity: { value: 4 },
      net: { value: 81.44, currency: 'USD' },
    },
  ],
};
export const benefit: Resource = {
  ...claim,
  resourceType: 'ExplanationOfBenefit',
  id: 'b1',
  outcome: 'complete',
  claim: to('Claim/c0'),
};
/** What all of these refer to. */
export const people = [patient, practitioner, organization];

export const ndjson = (resources: readonly unknown[]) =>
  resources.map((resource) => `${JSON.stringify(resource)}\n`).join('');

export function read(
  resources: readonly unknown[],
  more: FhirMapping = {},
  services?: ServiceFinder,
): ReturnType<typeof readFhir> {
  return readFhir(ndjson(resources), { ...mapping, ...more }, services);
}

/** A resource with parts that are others; undefined takes one out. */
export function changed(resource: Resource, change: Resource): Resource {
  return JSON.parse(JSON.stringify({ ...resource, ...change })) as Resource;
}

export const codesIn = ({ problems }: ReturnType<typeof readFhir>) => problems.map(({ code }) => code).sort();

/** The one session of resources beside people, and what is told. */
export function session(
  change: Resource,
  others: readonly unknown[] = [],
  more: FhirMapping = {},
): {
  value: Partial<Session>;
  places: Readonly<Record<string, string>>;
  told: string[];
  unread?: string | undefined;
} {
  const file = read([...people, ...others, changed(encounter, change)], more);
  expect(file.records.length).toBeLessThanOrEqual(1);
  const [record] = file.records;
  const value = (record?.value ?? {}) as Partial<Session>;
  return { value, places: record?.places ?? {}, told: codesIn(file), unread: record?.unread?.code };
}

/** The one claim of resources beside people, and what is told. */
export function claimed(
  change: Resource,
  others: readonly unknown[] = [],
  more: FhirMapping = {},
): {
  value: Partial<Claim>;
  places: Readonly<Record<string, string>>;
  told: string[];
  unread?: string | undefined;
} {
  const file = read([...people, ...others, changed(claim, change)], more);
  const [record] = file.records;
  const value = (record?.value ?? {}) as Partial<Claim>;
  return { value, places: record?.places ?? {}, told: codesIn(file), unread: record?.unread?.code };
}

/** The first item of a claim, otherwise as above. */
export const item = (change: Resource) => ({
  item: [changed((claim['item'] as Resource[])[0] ?? {}, change)],
});

export function usesIn(file: ReturnType<typeof readFhir>): PriorUse[] | undefined {
  return file.history?.map(({ value }) => value);
}
