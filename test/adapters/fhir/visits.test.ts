import { describe, expect, test } from 'vitest';
import { checkSession, type Session } from '../../../src/index.js';
import {
  changed,
  CODES,
  codesIn,
  concept,
  encounter,
  mapping,
  people,
  read,
  REST,
  session,
  to,
  type Resource,
} from './support.js';

test('an Encounter is a session, each fact with its place', () => {
  const { value, places, told } = session({});
  expect(value).toEqual({
    id: 'e1',
    service: 'mo/peer-support',
    phase: 'delivered',
    dateOfService: '2025-03-18',
    startTime: '09:00',
    endTime: '10:00',
    member: { id: 'M-1', birthDate: '1980-05-02' },
    staff: { id: '1000000001' },
    agency: { id: 'A-1' },
  });
  expect(places).toEqual({
    '': 'Encounter/e1',
    '/id': 'Encounter/e1.id',
    '/service': 'Encounter/e1.type[0]',
    '/phase': 'Encounter/e1.status',
    '/dateOfService': 'Encounter/e1.period.start',
    '/startTime': 'Encounter/e1.period.start',
    '/endTime': 'Encounter/e1.period.end',
    '/member/id': 'Patient/p1.identifier[0].value',
    '/member/birthDate': 'Patient/p1.birthDate',
    '/staff/id': 'Practitioner/s1.identifier[0].value',
    '/agency/id': 'Organization/o1.identifier[0].value',
  });
  expect(told).toEqual([]);
  expect(checkSession(value as Session, { history: [] }).verdict).toBe('undetermined');
});

test.each([
  ['finished', 'delivered'],
  ['planned', 'proposed'],
  ['arrived', 'proposed'],
  ['cancelled', 'cancelled'],
])('status %s', (status, phase) => {
  expect(session({ status })).toMatchObject({ value: { id: 'e1', phase }, told: [], unread: undefined });
});

test.each([
  'in-progress',
  'triaged',
  'onleave',
  'unknown',
  'FINISHED',
  // Of FHIR R5.
  'completed',
  undefined,
  5,
])('of status %j it is not known that it took place: it cannot be read', (status) => {
  const { value, told, unread } = session({ status });
  expect([value, unread]).toEqual([{ id: 'e1' }, 'not-a-choice']);
  expect(told).toContain('status-not-read');
});

test('what was entered in error is left out, and counted', () => {
  const wrong = changed(encounter, { status: 'entered-in-error' });
  const { records, problems } = read([...people, wrong, { ...wrong, id: 'e2' }]);
  expect(records).toEqual([]);
  expect(problems).toMatchObject([{ code: 'entered-in-error', place: 'Encounter/e1', count: 2 }]);
});

test.each([
  ['VR', 'http://terminology.hl7.org/CodeSystem/v3-ActCode', false],
  ['VR', undefined, false],
  ['VR', 'https://agency.example/classes', undefined],
  ['AMB', 'http://terminology.hl7.org/CodeSystem/v3-ActCode', undefined],
  ['HH', 'http://terminology.hl7.org/CodeSystem/v3-ActCode', undefined],
])('class %s of %s', (code, system, faceToFace) => {
  expect(session({ class: { code, system } }).value.faceToFace).toBe(faceToFace);
});

describe('the service is that of the type or service type', () => {
  const SERVICE = 'Encounter/e1.serviceType';
  test.each<[string, Resource, string, string]>([
    ['a service type', { type: undefined, serviceType: concept('IMR') }, 'mo/H2017HO', SERVICE],
    ['both alike', { serviceType: concept('PEER') }, 'mo/peer-support', 'Encounter/e1.type[0]'],
    [
      'one of several codings',
      { type: [{ coding: [...concept('x').coding, ...concept('PEER').coding] }] },
      'mo/peer-support',
      'Encounter/e1.type[0]',
    ],
    [
      'beside another meaning',
      { type: [concept('CPS'), concept('PEER')] },
      'mo/peer-support',
      'Encounter/e1.type[1]',
    ],
    ['one without an area', { type: [concept('CPS')] }, 'MO-CPS', 'Encounter/e1.type[0]'],
  ])('%s', (_title, change, service, place) => {
    const { value, places } = session(change);
    expect([value.service, places['/service']]).toEqual([service, place]);
  });

  test.each<[string, Resource]>([
    ['no type', { type: undefined }],
    ['a code that is not mapped', { type: [concept('OTHER')] }],
    ['the code of another system', { type: [concept('PEER', 'https://other.example/codes')] }],
    ['two services', { type: [concept('PEER'), concept('IMR')] }],
    ['a type and a service type that differ', { serviceType: concept('IMR') }],
    ['a name alone', { type: [{ text: 'PEER' }] }],
  ])('%s: left out', (_title, change) => {
    expect(session(change)).toMatchObject({
      value: { id: 'e1' },
      told: ['service-not-known'],
      unread: 'not-stated',
    });
  });

  test.each<[string, Resource, string, string | undefined]>([
    ['none of ours', { type: [concept('THERAPY')] }, 'not-our-service', undefined],
    [
      'none of ours, twice',
      { serviceType: concept('THERAPY'), type: [concept('THERAPY')] },
      'not-our-service',
      undefined,
    ],
    [
      'none of ours beside one not mapped',
      { type: [concept('THERAPY'), concept('X')] },
      'service-not-known',
      'not-stated',
    ],
    [
      'none of ours beside two',
      { type: [concept('THERAPY'), concept('PEER'), concept('IMR')] },
      'service-not-known',
      'not-stated',
    ],
  ])('%s, as the mapping says: %j', (_title, change, code, unread) => {
    const codes = { ...mapping.codes, [`${CODES}|THERAPY`]: 'other' };
    expect(session(change, [], { codes })).toMatchObject({ told: [code], unread });
    expect(session({ type: [concept('THERAPY'), concept('PEER')] }, [], { codes }).value).toMatchObject({
      service: 'mo/peer-support',
    });
  });

  test('what was cancelled and is not read is said, and is nothing that could be billed', () => {
    const cancelled = { status: 'cancelled', type: [concept('OTHER')] };
    expect(session(cancelled)).toEqual({ value: {}, places: {}, told: ['service-not-known'] });
  });
});

describe('who rendered it', () => {
  const type = [concept('PPRF', 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType')];
  const role = { resourceType: 'PractitionerRole', id: 'r1', practitioner: to('Practitioner/s1') };
  const other = { resourceType: 'Practitioner', id: 's2' };
  test.each<[string, unknown, string | undefined, string[]]>([
    ['by a role', [{ type, individual: to('PractitionerRole/r1') }], '1000000001', []],
    [
      'the same by both',
      [
        { type, individual: to('PractitionerRole/r1') },
        { type, individual: to('Practitioner/s1') },
      ],
      '1000000001',
      [],
    ],
    [
      'two',
      [
        { type, individual: to('Practitioner/s2') },
        { type, individual: to('Practitioner/s1') },
      ],
      undefined,
      ['staff-not-told'],
    ],
    ['nobody', undefined, undefined, []],
    ['no primary performer', [{ individual: to('Practitioner/s1') }], undefined, ['staff-not-told']],
    [
      'a secondary one',
      [{ type: [{ coding: [{ code: 'SPRF' }] }], individual: to('Practitioner/s1') }],
      undefined,
      ['staff-not-told'],
    ],
    [
      'an attender',
      [{ type: [{ coding: [{ code: 'ATND' }] }], individual: to('Practitioner/s1') }],
      undefined,
      ['staff-not-told'],
    ],
    [
      'family alone',
      [{ individual: to('RelatedPerson/f') }, { individual: to('Patient/p1') }],
      undefined,
      [],
    ],
    [
      'another code of another system',
      [{ type: [concept('PPRF')], individual: to('Practitioner/s1') }],
      undefined,
      ['staff-not-told'],
    ],
    [
      'one whose meaning is changed',
      [{ type, individual: to('Practitioner/s1'), modifierExtension: [{ url: 'x' }] }],
      undefined,
      ['meaning-changed'],
    ],
    [
      'one who is not there',
      [{ type, individual: to('Practitioner/s9') }],
      undefined,
      ['reference-not-found'],
    ],
    ['one without a reference', [{ type }], undefined, []],
    ['participants that are no list', { type }, undefined, ['malformed']],
    ['a participant that is none', ['Ann'], undefined, ['malformed', 'staff-not-told']],
  ])('%s', (_title, participant, id, told) => {
    const read = session({ participant }, [role, other]);
    expect(read.value.staff?.id).toBe(id);
    expect([...new Set(read.told)]).toEqual([...new Set(told)]);
  });

  test('the participant who is not told to be the one is named', () => {
    const participant = [{ individual: to('RelatedPerson/f') }, { individual: to('Practitioner/s1') }];
    const { problems } = read([...people, changed(encounter, { participant })]);
    expect(problems).toMatchObject([{ code: 'staff-not-told', place: 'Encounter/e1.participant[1]' }]);
  });
});

describe('group visits', () => {
  const actor = (reference: string) => ({ actor: to(reference) });
  const appointment = (...who: string[]): Resource => ({
    resourceType: 'Appointment',
    id: 'a1',
    status: 'fulfilled',
    participant: who.map(actor),
  });
  const booked = { appointment: [to('Appointment/a1')] };
  const isGroup = { group: { id: 'a1' }, format: 'group' };

  test('a booking of several people is a meeting, and tells no number of people', () => {
    const { value, places } = session(booked, [appointment('Patient/p1', 'Patient/p2', 'Practitioner/s1')]);
    expect(value).toMatchObject(isGroup);
    expect(places['/group/id']).toBe('Appointment/a1');
  });

  test.each([
    ['one person and staff', [appointment('Patient/p1', 'Practitioner/s1', 'Practitioner/s2')]],
    ['one person and a room', [appointment('Patient/p1', 'Location/l1')]],
    ['one person twice', [appointment('Patient/p1', 'Patient/p1')]],
    ['somebody who is not told to be a patient', [appointment('Patient/p1', 'urn:uuid:1')]],
    ['a booking that is not there', []],
  ])('%s: nothing is told', (_title, others) => {
    const { value } = session(booked, others);
    expect(value).not.toHaveProperty('group');
    expect(value).not.toHaveProperty('format');
  });

  test('of two bookings it is not told which', () => {
    const one = appointment('Patient/p1', 'Patient/p2');
    const { value } = session({ appointment: [to('Appointment/a1'), to('Appointment/a2')] }, [
      one,
      { ...one, id: 'a2' },
    ]);
    expect(value).not.toHaveProperty('group');
  });

  const meeting: Resource = { ...encounter, id: 'g1', subject: to('Group/x') };
  test('a part of the visit of a Group is of that meeting, which is no session itself', () => {
    const { value, places, told } = session({ partOf: to('Encounter/g1'), ...booked }, [
      meeting,
      appointment('Patient/p1', 'Patient/p2'),
    ]);
    expect(value).toMatchObject({ id: 'e1', group: { id: 'g1' }, format: 'group' });
    expect(places['/format']).toBe('Encounter/g1');
    expect(told).toEqual(['group-visit']);
  });

  test('a meeting without an id is known by where it is kept', () => {
    const bare = changed(meeting, { id: undefined });
    const entry = [
      { fullUrl: 'urn:uuid:9', resource: bare },
      { resource: changed(encounter, { partOf: to('urn:uuid:9') }) },
    ];
    const { records } = read([...people, { resourceType: 'Bundle', entry }]);
    expect(records[0]?.value).toMatchObject({ group: { id: 'urn:uuid:9' } });
  });

  test('a part of the visit of a person is of no meeting', () => {
    const whole = { ...encounter, id: 'w1', subject: to('urn:uuid:2'), status: 'entered-in-error' };
    expect(session({ partOf: to('Encounter/w1') }, [whole]).value).not.toHaveProperty('group');
    expect(session({ partOf: to('Encounter/none') }).value).not.toHaveProperty('group');
  });

  test('a Group is told by what is there, too', () => {
    const group = { fullUrl: 'urn:uuid:3', resource: { resourceType: 'Group' } };
    const visit = { resource: changed(encounter, { subject: to('urn:uuid:3') }) };
    const file = read([{ resourceType: 'Bundle', entry: [group, visit] }]);
    expect(file.records).toEqual([]);
    expect(codesIn(file)).toContain('group-visit');
  });
});

describe('missed appointments', () => {
  const missed: Resource = {
    resourceType: 'Appointment',
    id: 'a1',
    status: 'noshow',
    serviceType: [concept('PEER')],
    start: '2025-03-18T14:00:00Z',
    end: '2025-03-18T15:00:00Z',
    participant: [
      { actor: to('Patient/p1'), status: 'accepted' },
      { actor: to('Practitioner/s1'), status: 'accepted' },
      { actor: to('Location/l1'), status: 'accepted' },
    ],
  };
  const records = (change: Resource, ...others: Resource[]) =>
    read([...people, ...others, changed(missed, change)]);

  test('one is a session that did not take place', () => {
    const [record] = records({}).records;
    expect(record?.value).toEqual({
      id: 'a1',
      service: 'mo/peer-support',
      phase: 'no-show',
      dateOfService: '2025-03-18',
      startTime: '09:00',
      endTime: '10:00',
      member: { id: 'M-1', birthDate: '1980-05-02' },
      staff: { id: '1000000001' },
    });
    expect(record?.places).toMatchObject({
      '/dateOfService': 'Appointment/a1.start',
      '/endTime': 'Appointment/a1.end',
    });
  });

  test('its extensions are facts of it', () => {
    const extension = [{ url: 'urn:m', valueInteger: 60 }];
    const file = read([...people, { ...missed, extension }], { extensions: { 'urn:m': 'minutes' } });
    expect(file.records[0]?.value).toMatchObject({ id: 'a1', minutes: 60 });
  });

  test.each([['booked'], ['fulfilled'], ['cancelled'], ['entered-in-error']])('%s: no visit', (status) => {
    expect(records({ status }, encounter).records.map(({ value }) => value.id)).toEqual(['e1']);
  });

  test('alone it is something to read', () => {
    expect(codesIn(records({}))).toEqual([]);
    expect(codesIn(records({ status: 'booked' }))).toEqual(['nothing-read']);
  });

  test.each<[string, Resource, string[]]>([
    [
      'several people',
      { participant: [{ actor: to('Patient/p1') }, { actor: to('Patient/p2') }] },
      ['missed-by-some'],
    ],
    ['nobody', { participant: [] }, ['missed-by-some']],
    ['no service', { serviceType: undefined }, ['service-not-known']],
    ['no day', { start: undefined }, ['day-not-known']],
  ])('of %s: left out', (_title, change, told) => {
    const file = records(change);
    expect(file.records).toEqual([]);
    expect(codesIn(file)).toEqual(told);
  });

  test.each<[string, Resource]>([
    ['a changed meaning', { modifierExtension: [{ url: 'x' }] }],
    ['rules of its own', { implicitRules: 'urn:rules' }],
  ])('of %s: it may be any visit', (_title, change) => {
    const file = records(change);
    expect(file.records).toMatchObject([{ value: { id: 'a1' }, unread: { code: 'does-not-fit' } }]);
    expect(codesIn(file)).toEqual(['meaning-changed']);
  });

  test.each<[string, Resource, string[]]>([
    ['begins with it', { period: { start: '2025-03-18T09:00:00-05:00' } }, ['missed-and-finished']],
    ['begins later', { period: { start: '2025-03-18T09:01:00-05:00' } }, []],
    ['begins on the day', { period: { start: '2025-03-18' } }, []],
    ['is planned', { status: 'planned' }, []],
    ['is of somebody else', { subject: to('Patient/p2') }, ['reference-not-found']],
    ['is of nobody', { subject: undefined }, []],
  ])('a finished visit that does not refer to it and %s', (_title, change, told) => {
    const file = records({}, changed(encounter, change));
    expect(file.records).toHaveLength(2);
    expect(codesIn(file)).toEqual(told);
  });

  test('of two staff it is not told who', () => {
    const participant = [
      { actor: to('Patient/p1') },
      { actor: to('Practitioner/s1') },
      { actor: to('Practitioner/s2') },
    ];
    const file = records({ participant });
    expect(file.records[0]?.value).not.toHaveProperty('staff');
    expect(codesIn(file)).toEqual(['staff-not-told']);
  });

  test.each([['cancelled'], ['finished'], ['planned']])(
    'a visit that is %s of it is read once, as missed',
    (status) => {
      const visit = changed(encounter, { status, appointment: [to('Appointment/a1')] });
      for (const file of [records({}, visit), read([...people, missed, visit])]) {
        expect(file.records.map(({ value }) => value.id)).toEqual(['a1']);
        expect(codesIn(file)).toEqual(['appointment-missed']);
      }
    },
  );

  test('a visit of one that some missed took place', () => {
    const participant = [{ actor: to('Patient/p1') }, { actor: to('Patient/p2') }];
    const visit = changed(encounter, { appointment: [to('Appointment/a1')] });
    const file = records({ participant }, visit);
    expect(file.records.map(({ value }) => value)).toMatchObject([
      { id: 'e1', phase: 'delivered', group: { id: 'a1' } },
    ]);
  });
});

describe('extensions', () => {
  const url = (name: string) => `https://agency.example/${name}`;
  const extensions = {
    [url('person')]: 'personCentered',
    [url('units')]: 'units',
    [url('charge')]: 'charge',
    [url('format')]: 'format',
    [url('did')]: 'activities',
    [url('assessed')]: 'assessment.date',
    [url('from')]: 'plan.from',
    [url('present')]: 'group.participants',
    [url('face')]: 'faceToFace',
  };
  const withExtensions = (...extension: Resource[]) => session({ extension }, [], { extensions });

  test.each<[string, Resource, Partial<Session>]>([
    ['person', { valueBoolean: false }, { personCentered: false }],
    ['units', { valueDecimal: 2.5 }, { units: 2.5 }],
    ['units', { valueInteger: 4 }, { units: 4 }],
    ['charge', { valueMoney: { value: 81.4, currency: 'USD' } }, { charge: '81.40' }],
    ['charge', { valueDecimal: 81 }, { charge: '81.00' }],
    ['charge', { valueString: '81.00' }, { charge: '81.00' }],
    ['format', { valueCode: 'group' }, { format: 'group' }],
    ['format', { valueString: 'individual' }, { format: 'individual' }],
    ['did', { valueCoding: { system: 'x', code: 'y' } }, { activities: ['x|y'] }],
    ['did', { valueCodeableConcept: { text: 'Therapist' } }, { activities: ['therapist'] }],
    ['assessed', { valueDate: '2025-03-01' }, { assessment: { date: '2025-03-01' } }],
    ['assessed', { valueDateTime: '2025-03-01T02:00:00Z' }, { assessment: { date: '2025-02-28' } }],
    ['present', { valuePositiveInt: 3 }, { group: { participants: 3 } }],
    ['present', { valueUnsignedInt: 3 }, { group: { participants: 3 } }],
  ])('%s: %j', (name, value, expected) => {
    const read = withExtensions({ url: url(name), ...value });
    expect(read.value).toMatchObject(expected);
    expect(read.told).toEqual([]);
    expect(Object.values(read.places)).toContain('Encounter/e1.extension[0]');
  });

  test.each<[string, Resource]>([
    ['person', { valueString: 'yes' }],
    ['person', {}],
    ['person', { valueBoolean: true, valueString: 'no' }],
    ['person', { valueQuantity: { value: 1 } }],
    ['units', { valueInteger: -4 }],
    ['charge', { valueMoney: { value: 81.444 } }],
    ['charge', { valueMoney: { value: 81, currency: 'CAD' } }],
    ['charge', { valueDecimal: 81.444 }],
    ['format', { valueCode: 'family' }],
    ['assessed', { valueDate: '2025-03' }],
    ['present', { valueInteger: 0 }],
  ])('%s: %j is not read', (name, value) => {
    const read = withExtensions({ url: url(name), ...value });
    expect(read.told).toEqual(['extension-not-read']);
    expect(Object.values(read.places)).not.toContain('Encounter/e1.extension[0]');
  });

  test('one that is not mapped says nothing', () => {
    expect(
      withExtensions({ url: url('other'), valueString: 'x' }, { valueString: 'y' }, { url: 5 }).told,
    ).toEqual(['malformed']);
  });

  test('a list is all that is stated, each with its place', () => {
    const { value, places } = withExtensions(
      { url: url('did'), valueCode: 'recreation' },
      { url: url('did'), valueCode: 'coping-skills-training' },
    );
    expect(value.activities).toEqual(['recreation', 'coping-skills-training']);
    expect(places['/activities/1']).toBe('Encounter/e1.extension[1]');
  });

  test('of a list of which an entry is not read it is not known what else it holds', () => {
    const { value, told } = withExtensions(
      { url: url('did'), valueCode: 'recreation' },
      { url: url('did'), valueBoolean: true },
    );
    expect(value.activities).toEqual(['recreation', REST]);
    expect(told).toEqual(['extension-not-read']);
  });

  test('an entry that the mapping says is none of ours adds nothing', () => {
    const codes = { [`${CODES}|PEER`]: 'mo/peer-support', 'x|art': 'other' };
    const extension = [
      { url: url('did'), valueCode: 'recreation' },
      { url: url('did'), valueCoding: { system: 'x', code: 'art' } },
    ];
    expect(session({ extension }, [], { extensions, codes }).value.activities).toEqual(['recreation']);
  });

  test('what is stated twice, and differently, is not known', () => {
    const twice = [true, false].map((valueBoolean) => ({ url: url('person'), valueBoolean }));
    expect(withExtensions(...twice).value).not.toHaveProperty('personCentered');
    expect(withExtensions(...twice, ...twice).told).toEqual(['stated-twice']);
    const once = { url: url('person'), valueBoolean: true };
    expect(withExtensions(once, once)).toMatchObject({ value: { personCentered: true }, told: [] });
    const face = session(
      { class: { code: 'VR' }, extension: [{ url: url('face'), valueBoolean: true }] },
      [],
      { extensions },
    );
    expect(face.value).not.toHaveProperty('faceToFace');
    expect(face.told).toEqual(['stated-twice']);
  });
});

test('an Encounter whose meaning is changed is left out', () => {
  for (const change of [{ modifierExtension: [{ url: 'x' }] }, { implicitRules: 'urn:rules' }])
    expect(session(change)).toMatchObject({
      value: { id: 'e1' },
      told: ['meaning-changed'],
      unread: 'does-not-fit',
    });
});
