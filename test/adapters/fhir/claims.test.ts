import { describe, expect, test } from 'vitest';
import { checkClaim, type Claim } from '../../../src/index.js';
import {
  changed,
  claim,
  claimed,
  codesIn,
  concept,
  item,
  people,
  read,
  REST,
  to,
  type Resource,
} from './support.js';

const HCPCS = 'https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets';
const coded = (code: string, system: string | undefined = HCPCS) => ({ coding: [{ system, code }] });

test('a Claim is a claim, each fact with its place', () => {
  const { value, places, told } = claimed({});
  expect(value).toEqual({
    id: 'c1',
    jurisdiction: 'MO',
    member: { id: 'M-1', birthDate: '1980-05-02' },
    agency: { id: 'A-1' },
    lines: [
      {
        lineNumber: 1,
        procedureCode: 'H2017',
        modifiers: ['HO'],
        dateOfService: '2025-03-18',
        units: 4,
        charge: '81.44',
      },
    ],
  });
  expect(places).toEqual({
    '': 'Claim/c1',
    '/id': 'Claim/c1.id',
    '/jurisdiction': 'Claim/c1',
    '/member/id': 'Patient/p1.identifier[0].value',
    '/member/birthDate': 'Patient/p1.birthDate',
    '/agency/id': 'Organization/o1.identifier[0].value',
    '/lines': 'Claim/c1.item',
    '/lines/0': 'Claim/c1.item[0]',
    '/lines/0/lineNumber': 'Claim/c1.item[0].sequence',
    '/lines/0/procedureCode': 'Claim/c1.item[0].productOrService',
    '/lines/0/modifiers': 'Claim/c1.item[0].modifier',
    '/lines/0/dateOfService': 'Claim/c1.item[0].servicedDate',
    '/lines/0/units': 'Claim/c1.item[0].quantity',
    '/lines/0/charge': 'Claim/c1.item[0].net',
  });
  expect(told).toEqual([]);
  const result = checkClaim(value as Claim, { history: [] });
  expect(result.kind === 'claim' && result.lines[0]?.service).toBe('mo/H2017HO');
});

describe('what a line takes of an item', () => {
  const line = (change: Resource, more = {}) => {
    const { value, told } = claimed(item(change), [], more);
    return [value.lines?.[0], told] as const;
  };

  test.each<[string, Resource, Resource]>([
    ['a code of no system', { productOrService: coded('H2017', undefined) }, { procedureCode: 'H2017' }],
    [
      'a code of CPT',
      { productOrService: coded('90837', 'http://www.ama-assn.org/go/cpt') },
      { procedureCode: '90837' },
    ],
    [
      'a code beside another system',
      {
        productOrService: {
          coding: [...coded('123', 'http://snomed.info/sct').coding, ...coded('H2017').coding],
        },
      },
      { procedureCode: 'H2017' },
    ],
    [
      'one code in two systems',
      { productOrService: { coding: [...coded('H2017', undefined).coding, ...coded('H2017').coding] } },
      { procedureCode: 'H2017' },
    ],
    ['no modifiers', { modifier: undefined }, { modifiers: undefined }],
    ['two modifiers', { modifier: [coded('HO'), coded('HQ')] }, { modifiers: ['HO', 'HQ'] }],
    ['no quantity', { quantity: undefined }, { units: undefined }],
    ['a fraction', { quantity: { value: 2.5 } }, { units: 2.5 }],
    ['units in words', { quantity: { value: 4, unit: 'Units' } }, { units: 4 }],
    [
      'units of UCUM',
      { quantity: { value: 4, unit: 'unit', system: 'http://unitsofmeasure.org', code: '{unit}' } },
      { units: 4 },
    ],
    ['units of X12', { quantity: { value: 4, code: 'UN' } }, { units: 4 }],
    ['minutes', { quantity: { value: 60, code: 'min' } }, { units: undefined, session: { minutes: 60 } }],
    [
      'minutes of X12',
      { quantity: { value: 60, code: 'MJ' } },
      { units: undefined, session: { minutes: 60 } },
    ],
    ['hours', { quantity: { value: 1.15, code: 'h' } }, { units: undefined, session: { minutes: 69 } }],
    ['no net', { net: undefined }, { charge: undefined }],
    ['a tenth', { net: { value: 81.4 } }, { charge: '81.40' }],
    ['whole dollars', { net: { value: 81, currency: 'USD' } }, { charge: '81.00' }],
    ['nothing', { net: { value: 0 } }, { charge: '0.00' }],
    [
      'a span',
      { servicedDate: undefined, servicedPeriod: { start: '2025-03-18', end: '2025-03-20' } },
      { dateOfService: '2025-03-18', dateOfServiceThrough: '2025-03-20' },
    ],
    [
      'a span of one day',
      { servicedDate: undefined, servicedPeriod: { start: '2025-03-18', end: '2025-03-18' } },
      { dateOfService: '2025-03-18', dateOfServiceThrough: undefined, session: undefined },
    ],
    [
      'a span with times',
      {
        servicedDate: undefined,
        servicedPeriod: { start: '2025-03-18T14:00:00Z', end: '2025-03-18T15:00:30Z' },
      },
      { dateOfService: '2025-03-18', session: { startTime: '09:00', endTime: '10:00' } },
    ],
    [
      'a span of a minute less',
      {
        servicedDate: undefined,
        servicedPeriod: { start: '2025-03-18T14:00:30Z', end: '2025-03-18T15:00:00Z' },
      },
      { session: { startTime: '09:00', endTime: '10:00', minutes: 59 } },
    ],
    [
      'a span to midnight',
      {
        servicedDate: undefined,
        servicedPeriod: { start: '2025-03-19T04:00:00Z', end: '2025-03-19T05:00:00Z' },
      },
      {
        dateOfService: '2025-03-18',
        dateOfServiceThrough: undefined,
        session: { startTime: '23:00', endTime: '24:00' },
      },
    ],
    [
      'a span past midnight',
      {
        servicedDate: undefined,
        servicedPeriod: { start: '2025-03-19T04:00:00Z', end: '2025-03-19T05:01:00Z' },
      },
      { dateOfService: '2025-03-18', dateOfServiceThrough: '2025-03-19', session: undefined },
    ],
    [
      'minutes counted, over those of the clock',
      {
        servicedDate: undefined,
        servicedPeriod: { start: '2025-03-18T14:00:30Z', end: '2025-03-18T15:00:00Z' },
        quantity: { value: 45, code: 'min' },
      },
      { session: { startTime: '09:00', endTime: '10:00', minutes: 45 } },
    ],
    ['no sequence', { sequence: undefined }, { lineNumber: undefined }],
  ])('%s', (_title, change, expected) => {
    const [value, told] = line(change);
    for (const [key, one] of Object.entries(expected)) expect(value?.[key as 'units']).toEqual(one);
    expect(told).toEqual([]);
  });

  test.each<[string, Resource, string]>([
    ['details', { detail: [{ sequence: 1 }] }, 'line-with-details'],
    ['a changed meaning', { modifierExtension: [{}] }, 'meaning-changed'],
    ['a changed meaning that is no list', { modifierExtension: { url: 'x' } }, 'meaning-changed'],
    ['details that are no list', { detail: { sequence: 1 } }, 'line-with-details'],
    ['modifiers that are no list', { modifier: coded('HO') }, 'line-modifier-not-read'],
    ['no code', { productOrService: undefined }, 'line-code-not-read'],
    [
      'a code of another system',
      { productOrService: coded('123', 'http://snomed.info/sct') },
      'line-code-not-read',
    ],
    ['a name', { productOrService: { text: 'H2017' } }, 'line-code-not-read'],
    [
      'two codes',
      { productOrService: { coding: [...coded('H2017').coding, ...coded('H0038').coding] } },
      'line-code-not-read',
    ],
    [
      'two services',
      {
        productOrService: {
          coding: [...concept('PEER').coding, ...concept('IMR').coding, ...coded('H2017').coding],
        },
      },
      'line-code-not-read',
    ],
    ['a modifier without a code', { modifier: [coded('HO'), { text: 'HQ' }] }, 'line-modifier-not-read'],
    [
      'a modifier of two codes',
      { modifier: [{ coding: [...coded('HO').coding, ...coded('HQ').coding] }] },
      'line-modifier-not-read',
    ],
    ['no day', { servicedDate: undefined }, 'line-day-not-read'],
    ['a month', { servicedDate: '2025-03' }, 'line-day-not-read'],
    ['a day and a span', { servicedPeriod: { start: '2025-03-18', end: '2025-03-18' } }, 'line-day-not-read'],
    [
      'a span without an end',
      { servicedDate: undefined, servicedPeriod: { start: '2025-03-18' } },
      'line-day-not-read',
    ],
    [
      'a span without a start',
      { servicedDate: undefined, servicedPeriod: { end: '2025-03-18' } },
      'line-day-not-read',
    ],
    [
      'a span to a month',
      { servicedDate: undefined, servicedPeriod: { start: '2025-03-18', end: '2025-03' } },
      'line-day-not-read',
    ],
    [
      'a span from a month',
      { servicedDate: undefined, servicedPeriod: { start: '2025-03', end: '2025-03-18' } },
      'line-day-not-read',
    ],
    [
      'a span that ends before it begins',
      { servicedDate: undefined, servicedPeriod: { start: '2025-03-18', end: '2025-03-17' } },
      'line-day-not-read',
    ],
    [
      'days as units',
      { quantity: { value: 4, code: 'd', system: 'http://unitsofmeasure.org' } },
      'line-quantity-not-read',
    ],
    ['fewer than none', { quantity: { value: -4 } }, 'line-quantity-not-read'],
    ['units as text', { quantity: { value: '4' } }, 'line-quantity-not-read'],
    ['fewer than some', { quantity: { value: 4, comparator: '<' } }, 'line-quantity-not-read'],
    ['a part of a cent', { net: { value: 81.444 } }, 'line-charge-not-read'],
    ['less than nothing', { net: { value: -81.44 } }, 'line-charge-not-read'],
    ['dollars of another country', { net: { value: 81.44, currency: 'CAD' } }, 'line-charge-not-read'],
    ['an amount as text', { net: { value: '81.44' } }, 'line-charge-not-read'],
    ['a line number that is none', { sequence: 0 }, 'malformed'],
    ['more units than there can be', { quantity: { value: 1e10 } }, 'malformed'],
  ])('%s: the line is left out, and counted in its claim', (_title, change, code) => {
    const [first] = item({}).item;
    const [second] = item(change).item;
    const { value, places, told } = claimed({ item: [second, first] });
    expect(value).toMatchObject({ linesLeftOut: 1, lines: [{ procedureCode: 'H2017' }] });
    expect(value.lines).toHaveLength(1);
    expect(places['/lines/0/units']).toBe('Claim/c1.item[1].quantity');
    expect(places['/linesLeftOut']).toBe('Claim/c1.item');
    expect(told).toContain(code);
    const result = checkClaim(value as Claim, { history: [] });
    expect(result.findings.map(({ rule }) => rule)).toContain('claim/complete');
    expect(claimed({ item: [second] })).toMatchObject({ value: {} });
    expect(claimed({ item: [second] }).told).toContain('no-lines');
  });

  test('a code that is mapped: to a service beside it, or to a code', () => {
    const codes = { codes: { 'x|PEER': 'mo/peer-support', 'x|IMR': 'H2017HO', 'x|VIDEO': '95' } };
    const both = { coding: [...coded('PEER', 'x').coding, ...coded('H0038').coding] };
    expect(line({ productOrService: both }, codes)[0]).toMatchObject({
      procedureCode: 'H0038',
      service: 'mo/peer-support',
    });
    expect(
      line({ productOrService: coded('IMR', 'x'), modifier: [coded('VIDEO', 'x')] }, codes)[0],
    ).toMatchObject({
      procedureCode: 'H2017HO',
      modifiers: ['95'],
    });
  });
});

describe('who rendered a line', () => {
  const other = {
    resourceType: 'Practitioner',
    id: 's2',
    identifier: [{ system: 'http://hl7.org/fhir/sid/us-npi', value: '1000000002' }],
    qualification: [{ code: concept('CPS') }],
  };
  const member = (sequence: number, role: string | undefined, provider: string, more: Resource = {}) => ({
    sequence,
    provider: to(provider),
    ...(role !== undefined && {
      role: concept(role, 'http://terminology.hl7.org/CodeSystem/claimcareteamrole'),
    }),
    ...more,
  });
  const staff = (careTeam: unknown[], change: Resource = {}) => {
    const { value, told } = claimed({ careTeam, ...item(change) }, [other]);
    return [value.lines?.[0]?.staff, told] as const;
  };
  const one = { id: '1000000001' };

  test.each<[string, unknown[], Resource, unknown, string[]]>([
    ['nobody', [], {}, undefined, []],
    ['one of the team', [member(1, 'primary', 'Practitioner/s1')], {}, one, []],
    [
      'rendering before primary',
      [member(1, 'rendering', 'Practitioner/s1'), member(2, 'primary', 'Practitioner/s2')],
      {},
      one,
      [],
    ],
    [
      'the one of the line',
      [member(1, 'primary', 'Practitioner/s1'), member(2, 'primary', 'Practitioner/s2')],
      { careTeamSequence: [1] },
      one,
      [],
    ],
    [
      'two',
      [member(1, 'primary', 'Practitioner/s1'), member(2, 'primary', 'Practitioner/s2')],
      {},
      undefined,
      ['staff-not-told'],
    ],
    [
      'one of another line',
      [member(1, 'primary', 'Practitioner/s1')],
      { careTeamSequence: [2] },
      undefined,
      [],
    ],
    ['no role', [member(1, undefined, 'Practitioner/s1')], {}, undefined, []],
    ['another role', [member(1, 'assist', 'Practitioner/s1')], {}, undefined, []],
    ['an organization', [member(1, 'primary', 'Organization/o1')], {}, undefined, []],
    [
      'a changed meaning',
      [member(1, 'primary', 'Practitioner/s1', { modifierExtension: [{}] })],
      {},
      undefined,
      ['meaning-changed'],
    ],
  ])('%s', (_title, careTeam, change, expected, told) => {
    expect(staff(careTeam, change).map((part) => (Array.isArray(part) ? [...new Set(part)] : part))).toEqual([
      expected,
      told,
    ]);
  });

  test('and who supervised', () => {
    const team = [member(1, 'primary', 'Practitioner/s1'), member(2, 'supervisor', 'Practitioner/s2')];
    expect(staff(team)[0]).toEqual({
      ...one,
      supervisor: { id: '1000000002', credentials: [{ code: 'MO-CPS' }, { code: REST }] },
    });
  });
});

describe('which claims are read', () => {
  test.each<[string, Resource, string | undefined, string?]>([
    ['active', {}, undefined],
    ['a draft', { status: 'draft' }, undefined],
    ['of no use stated', { use: undefined }, undefined],
    ['of no type stated', { type: undefined }, undefined],
    ['of a type of the payer', { type: concept('institutional', 'x') }, undefined],
    ['cancelled', { status: 'cancelled' }, 'not-active'],
    ['of no status', { status: undefined }, 'not-active', 'not-a-choice'],
    ['of a status that is none', { status: 'final' }, 'not-active', 'not-a-choice'],
    ['in error', { status: 'entered-in-error' }, 'entered-in-error'],
    ['for authorization', { use: 'preauthorization' }, 'not-for-payment'],
    [
      'institutional',
      { type: concept('institutional', 'http://terminology.hl7.org/CodeSystem/claim-type') },
      'not-professional',
    ],
    ['of a changed meaning', { modifierExtension: [{}] }, 'meaning-changed', 'does-not-fit'],
    ['by rules of its own', { implicitRules: 'urn:rules' }, 'meaning-changed', 'does-not-fit'],
    ['without items', { item: [] }, 'no-lines', 'empty-list'],
  ])('%s', (_title, change, code, why) => {
    const { value, told, unread } = claimed(change);
    const id = code === undefined || why !== undefined ? 'c1' : undefined;
    expect([value.id, told, unread]).toEqual([id, code === undefined ? [] : [code], why]);
  });

  test('an id that is none is not one, and the place is that in the file', () => {
    const { value, places } = claimed({ id: 5 });
    expect(value).not.toHaveProperty('id');
    expect(places['/lines/0/units']).toBe('line 4: Claim.item[0].quantity');
  });
});

describe('a claim that stands for another', () => {
  const related = (...all: Resource[]) => {
    const { value } = claimed({ related: all });
    return { frequency: value.frequency, replaces: value.replaces };
  };
  const relationship = concept('prior', 'http://terminology.hl7.org/CodeSystem/ex-relatedclaimrelationship');
  const replacement = { frequency: 'replacement' };

  test.each<[string, Resource[], Resource]>([
    ['none', [], {}],
    ['a prior one', [{ relationship, claim: to('Claim/c0') }], { ...replacement, replaces: 'c0' }],
    [
      'one of another server',
      [{ relationship, claim: to('https://x.example/fhir/Claim/c0/_history/2') }],
      { ...replacement, replaces: 'c0' },
    ],
    [
      'by the number of the payer',
      [{ relationship, reference: { value: 'ICN-1' } }],
      { ...replacement, replaces: 'ICN-1' },
    ],
    [
      'by an identifier',
      [{ relationship, claim: { identifier: { value: 'K-1' } } }],
      { ...replacement, replaces: 'K-1' },
    ],
    [
      'replaces',
      [{ relationship: concept('replaces', 'x'), claim: to('Claim/c0') }],
      { ...replacement, replaces: 'c0' },
    ],
    ['an associated one', [{ relationship: concept('associated', 'x'), claim: to('Claim/c0') }], {}],
    ['one that is not named', [{ relationship }], replacement],
    [
      'one that is named and one that is not',
      [{ relationship, claim: to('Claim/c0') }, { relationship }],
      replacement,
    ],
    [
      'two',
      [
        { relationship, claim: to('Claim/c0') },
        { relationship, claim: to('Claim/c2') },
      ],
      replacement,
    ],
  ])('%s', (_title, all, expected) => {
    expect(JSON.parse(JSON.stringify(related(...all)))).toEqual(expected);
  });

  test('one of the same Bundle', () => {
    const entry = [
      { fullUrl: 'urn:uuid:1', resource: claim },
      {
        fullUrl: 'urn:uuid:2',
        resource: { ...claim, id: 'c2', related: [{ relationship, claim: to('urn:uuid:1') }] },
      },
    ];
    const { records } = read([...people, { resourceType: 'Bundle', entry }]);
    expect(records.map(({ value }) => value)).toMatchObject([{ id: 'c1' }, { id: 'c2', replaces: 'c1' }]);
  });
});

describe('whose rules apply', () => {
  const payer = {
    resourceType: 'Organization',
    id: 'mc',
    identifier: [{ system: 'x', value: 'MC-1' }],
    name: 'A payer',
  };
  const coverage = { resourceType: 'Coverage', id: 'v', payor: [to('Organization/mc')] };
  const other = { resourceType: 'Coverage', id: 'w', payor: [{ identifier: { value: 'SC-1' } }] };
  const insured = (...all: string[]) => ({
    insurance: all.map((id, index) => ({ focal: index === 0, coverage: to(`Coverage/${id}`) })),
  });
  const payers = { payers: { 'MC-1': 'MT', 'SC-1': 'SC', 'A display': 'SC' }, jurisdiction: null };

  test.each<[string, Resource, Resource, string | undefined]>([
    ['the value of an identifier', insured('v'), payers, 'MT'],
    ['its system and value', insured('v'), { payers: { 'x|MC-1': 'MT' } }, 'MT'],
    ['the name', insured('v'), { payers: { 'A payer': 'MT' } }, 'MT'],
    ['an identifier in the reference', insured('w'), payers, 'SC'],
    ['the focal insurance', insured('w', 'v'), payers, 'SC'],
    ['the insurer', { insurer: { display: 'A display' } }, payers, 'SC'],
    ['over the jurisdiction', insured('v'), { ...payers, jurisdiction: 'MO' }, 'MT'],
    ['the jurisdiction', insured('v'), { payers: {}, jurisdiction: 'MO' }, 'MO'],
    [
      'the jurisdiction, of a coverage that is not there',
      insured('z'),
      { ...payers, jurisdiction: 'MO' },
      'MO',
    ],
    [
      'payers that differ',
      { ...insured('v'), insurer: { display: 'A display' } },
      { ...payers, jurisdiction: 'MO' },
      undefined,
    ],
    [
      'insurances of which none is focal',
      { insurance: [{ coverage: to('Coverage/v') }, { coverage: to('Coverage/w') }] },
      payers,
      undefined,
    ],
    ['nobody', {}, { jurisdiction: null }, undefined],
  ])('%s', (_title, change, more, jurisdiction) => {
    const { value, told } = claimed(change, [payer, coverage, other], more);
    expect(value.jurisdiction).toBe(jurisdiction);
    expect(told).toEqual(jurisdiction === undefined ? ['jurisdiction-not-known'] : []);
  });
});

describe('what is stated once for all lines', () => {
  const plan = {
    resourceType: 'CarePlan',
    id: 'cp',
    status: 'active',
    intent: 'plan',
    subject: to('Patient/p1'),
    period: { start: '2025-01-01', end: '2025-03-18' },
  };
  const next = { ...plan, id: 'cq', period: { start: '2025-03-19' } };
  const team = (end: string) => ({
    resourceType: 'CareTeam',
    id: 't',
    status: 'active',
    subject: to('Patient/p1'),
    period: { end },
    participant: [{ role: [concept('nurse')], member: to('Practitioner/s2') }],
  });
  const lines = (...days: string[]) => ({
    item: days.map((servicedDate) => item({ servicedDate }).item[0]),
  });

  test('holds on each of their days alike', () => {
    const { value } = claimed(lines('2025-03-17', '2025-03-18'), [plan, next, team('2025-03-18')]);
    expect(value.plan).toEqual({ from: '2025-01-01', through: '2025-03-18' });
    expect(value.member?.careTeamRoles).toEqual(['nurse', REST]);
  });

  test('or is not known', () => {
    const apart = claimed(lines('2025-03-18', '2025-03-19'), [plan, next, team('2025-03-18')], {
      complete: ['CareTeam'],
    });
    expect(apart.value).not.toHaveProperty('plan');
    expect(apart.value.member).not.toHaveProperty('careTeamRoles');
    const span = item({
      servicedDate: undefined,
      servicedPeriod: { start: '2025-03-18', end: '2025-03-19' },
    });
    expect(claimed(span, [plan, next]).value).not.toHaveProperty('plan');
    expect(claimed({ patient: undefined }, [plan]).value).not.toHaveProperty('plan');
  });

  test('a plan that includes the one service of the lines', () => {
    const listing = { ...plan, activity: [{ detail: { code: concept('PEER') } }] };
    const both = { coding: [...concept('PEER').coding, ...coded('H0038').coding] };
    expect(claimed(item({ productOrService: both }), [listing]).value.plan).toMatchObject({
      includesService: true,
    });
    const mixed = { item: [item({ productOrService: both }).item[0], item({}).item[0]] };
    expect(claimed(mixed, [listing]).value.plan).not.toHaveProperty('includesService');
    expect(claimed({}, [listing]).value.plan).not.toHaveProperty('includesService');
  });

  test('a provider who is a person is no agency', () => {
    const { value, told } = claimed({ provider: to('Practitioner/s1') });
    expect([value.agency, told]).toEqual([undefined, []]);
  });

  test('diagnoses, where the mapping asks for them', () => {
    const ICD = 'http://hl7.org/fhir/sid/icd-10-cm';
    const condition = {
      resourceType: 'Condition',
      id: 'd',
      subject: to('Patient/p1'),
      code: concept('F31.9', ICD),
    };
    const diagnosis = [
      { diagnosisCodeableConcept: concept('F41.1', ICD) },
      { diagnosisReference: to('Condition/d') },
      { diagnosisReference: to('Condition/none') },
      { diagnosisCodeableConcept: concept('F32.9', ICD), modifierExtension: [{}] },
    ];
    expect(claimed({ diagnosis }, [condition]).value).not.toHaveProperty('assessment');
    const { value, places } = claimed({ diagnosis }, [condition], { diagnoses: true });
    expect(value.assessment).toEqual({ diagnoses: ['F41.1', 'F31.9', REST, REST] });
    expect(places['/assessment/diagnoses/0']).toBe('Claim/c1.diagnosis[0].diagnosisCodeableConcept');
    expect(claimed({}, [], { diagnoses: true }).value).not.toHaveProperty('assessment');
  });

  test('extensions of a claim and of its items, each where it belongs', () => {
    const extensions = {
      'urn:f': 'funding',
      'urn:p': 'personCentered',
      'urn:t': 'staff.treatmentTeamMember',
      'urn:o': 'agency.ownership',
    };
    const extension = [
      { url: 'urn:f', valueCode: 'medicaid' },
      { url: 'urn:p', valueBoolean: true },
      { url: 'urn:t', valueBoolean: true },
      { url: 'urn:o', valueCode: 'public' },
    ];
    const { value, places, told } = claimed({ extension, ...item({ extension }) }, [], { extensions });
    expect(value).toMatchObject({
      funding: 'medicaid',
      agency: { id: 'A-1', ownership: 'public' },
      lines: [{ session: { personCentered: true }, staff: { treatmentTeamMember: true } }],
    });
    expect(places['/lines/0/session/personCentered']).toBe('Claim/c1.item[0].extension[1]');
    expect(told).toEqual([]);
  });
});

test('an extension that no claim takes makes none', () => {
  const { value, told } = claimed({ extension: [{ url: 'urn:a', valueCode: 'x' }] }, [], {
    extensions: { 'urn:a': 'assessment.conditions' },
  });
  expect(value.assessment).toEqual({ conditions: ['x'] });
  expect(told).toEqual([]);
  expect(codesIn(read([changed(claim, { id: 'c1' }), ...people]))).toEqual([]);
});
