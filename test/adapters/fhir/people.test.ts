import { describe, expect, test } from 'vitest';
import type { WholeList } from '../../../src/adapters/fhir/index.js';
import type { Session } from '../../../src/index.js';
import {
  AGENCIES,
  changed,
  concept,
  MEMBERS,
  NPI,
  patient,
  practitioner,
  read,
  encounter,
  codesIn,
  REST,
  session,
  to,
  type Resource,
} from './support.js';

const by = (...complete: WholeList[]) => ({ complete });
const rest = { code: REST };

describe('keys are those of the system that the mapping names', () => {
  const member = (identifier: unknown, more = {}) => {
    const file = read(
      [changed(patient, { identifier }), practitioner, changed(encounter, { serviceProvider: undefined })],
      more,
    );
    return [file.records[0]?.value as Partial<Session> | undefined, codesIn(file)] as const;
  };
  test.each<[string, unknown, string | undefined, string[]]>([
    [
      'one of several',
      [
        { system: 'x', value: 'X-1' },
        { system: MEMBERS, value: 'M-2' },
      ],
      'M-2',
      [],
    ],
    [
      'the same twice',
      [
        { system: MEMBERS, value: 'M-2' },
        { system: MEMBERS, value: 'M-2' },
      ],
      'M-2',
      [],
    ],
    [
      'one beside an old one',
      [
        { system: MEMBERS, value: 'M-1', use: 'old' },
        { system: MEMBERS, value: 'M-2' },
      ],
      'M-2',
      [],
    ],
    [
      'two',
      [
        { system: MEMBERS, value: 'M-1' },
        { system: MEMBERS, value: 'M-2' },
      ],
      undefined,
      ['key-not-known'],
    ],
    ['none', undefined, undefined, ['key-not-known']],
    ['one of another system', [{ system: 'x', value: 'M-1' }], undefined, ['key-not-known']],
    ['one without a system', [{ value: 'M-1' }], undefined, ['key-not-known']],
    ['an old one alone', [{ system: MEMBERS, value: 'M-1', use: 'old' }], undefined, ['key-not-known']],
    ['an empty one', [{ system: MEMBERS, value: '' }], undefined, ['key-not-known', 'malformed']],
    ['a number', [{ system: MEMBERS, value: 5 }], undefined, ['key-not-known', 'malformed']],
    ['no list', { system: MEMBERS, value: 'M-1' }, undefined, ['key-not-known', 'malformed']],
  ])('%s', (_title, identifier, id, told) => {
    const [value, codes] = member(identifier);
    expect(value?.member?.id).toBe(id);
    expect([...new Set(codes)]).toEqual(told);
  });

  test('no system named: no key is taken for one, not the id of the resource either', () => {
    const [value, codes] = member([{ system: MEMBERS, value: 'M-1' }], { identifiers: { staff: NPI } });
    expect(value).toMatchObject({ member: { birthDate: '1980-05-02' }, staff: { id: '1000000001' } });
    expect(value?.member).not.toHaveProperty('id');
    expect(codes).toEqual(['identifiers-not-stated']);
  });
});

test.each([
  ['1980-05-02', '1980-05-02', []],
  ['1980-05', undefined, ['birth-date-not-whole']],
  ['1980', undefined, ['birth-date-not-whole']],
  [undefined, undefined, []],
  ['05/02/1980', undefined, ['malformed']],
  ['1980-05-02T00:00:00Z', undefined, ['malformed']],
  ['1980-05-02T00:00:00-05:00', undefined, ['malformed']],
])('birth date %s', (birthDate, expected, told) => {
  const file = read([
    changed(patient, { birthDate }),
    practitioner,
    changed(encounter, { serviceProvider: undefined }),
  ]);
  expect((file.records[0]?.value as { member: { birthDate?: string } }).member.birthDate).toBe(expected);
  expect(codesIn(file)).toEqual(told);
});

describe('programs are those of episodes', () => {
  const episode = (change: Resource = {}): Resource =>
    changed(
      {
        resourceType: 'EpisodeOfCare',
        id: 'ep',
        status: 'active',
        type: [concept('CSTAR')],
        patient: to('Patient/p1'),
        period: { start: '2025-01-15' },
      },
      change,
    );
  const entry = { code: 'MO-CSTAR-GENERAL', from: '2025-01-15' };

  test('an entry that may be anything stands for the rest, but where the mapping says that all is there', () => {
    const open = session({}, [episode()]);
    expect(open.value.member?.programs).toEqual([entry, rest]);
    expect(open.places).toMatchObject({
      '/member/programs/0': 'EpisodeOfCare/ep.type[0]',
      '/member/programs/1': 'Encounter/e1.subject',
    });
    expect(session({}, [episode()], by('EpisodeOfCare')).value.member?.programs).toEqual([entry]);
    expect(session({}, [], by('EpisodeOfCare')).value.member?.programs).toEqual([]);
    expect(session({}, [], by('CareTeam', 'Practitioner')).value.member).not.toHaveProperty('programs');
    expect(session({}).value.member).not.toHaveProperty('programs');
  });

  const other = changed(patient, { id: 'p2', identifier: [{ system: MEMBERS, value: 'M-2' }] });
  test.each<[string, Resource, unknown[] | undefined, string[]]>([
    [
      'an end',
      { period: { start: '2025-01-15', end: '2025-03-17' } },
      [{ ...entry, through: '2025-03-17' }],
      [],
    ],
    [
      'a partial end',
      { period: { start: '2025-01-15', end: '2025-02' } },
      [{ ...entry, through: '2025-02-28' }],
      [],
    ],
    [
      'a partial end of a year',
      { period: { end: '2025' } },
      [{ code: entry.code, through: '2025-12-31' }],
      [],
    ],
    ['a partial start', { period: { start: '2025-02' } }, [{ ...entry, from: '2025-02-01' }], []],
    ['a start in a year', { period: { start: '2025' } }, [{ ...entry, from: '2025-01-01' }], []],
    ['an instant late in the day', { period: { start: '2025-01-15T23:30:00-06:00' } }, [entry], []],
    [
      'an end as the day begins',
      { period: { start: '2025-01-15', end: '2025-03-18T00:00:00-05:00' } },
      [{ ...entry, through: '2025-03-17' }],
      [],
    ],
    [
      'an end just after',
      { period: { start: '2025-01-15', end: '2025-03-18T00:00:01-05:00' } },
      [{ ...entry, through: '2025-03-18' }],
      [],
    ],
    ['no period', { period: undefined }, [{ code: entry.code }], []],
    [
      'an end before the start',
      { period: { start: '2025-01-15', end: '2025-01-14' } },
      [rest],
      ['malformed'],
    ],
    ['a start that cannot be read', { period: { start: 'May' } }, [rest], ['malformed']],
    ['an end that cannot be read', { period: { start: '2025-01-15', end: 'May' } }, [rest], ['malformed']],
    ['a period that is none', { period: 'May' }, [rest], ['malformed']],
    [
      'finished',
      { status: 'finished', period: { start: '2025-01-15', end: '2025-03-17' } },
      [{ ...entry, through: '2025-03-17' }],
      [],
    ],
    ['finished on a day that is not told', { status: 'finished' }, [rest], []],
    ['on hold', { status: 'onhold' }, [rest], []],
    ['of no status', { status: undefined }, [rest], []],
    ['planned', { status: 'planned' }, [], ['not-active']],
    ['on the waiting list', { status: 'waitlist' }, [], ['not-active']],
    ['cancelled', { status: 'cancelled' }, [], ['not-active']],
    ['in error', { status: 'entered-in-error' }, [], ['entered-in-error']],
    ['of another patient', { patient: to('Patient/p2') }, [], []],
    ['of a patient who is not there', { patient: to('Patient/p9') }, undefined, ['owner-not-known']],
    ['of no type', { type: undefined }, [rest], []],
    [
      'not mapped',
      { type: [concept('THERAPY')] },
      [{ code: 'https://agency.example/codes|THERAPY', from: '2025-01-15' }],
      [],
    ],
    [
      'of our own code in another system',
      { type: [concept('MO-CSTAR-GENERAL', 'x')] },
      [{ code: 'x|MO-CSTAR-GENERAL', from: '2025-01-15' }],
      [],
    ],
    [
      'of words',
      { type: [{ text: 'MO-CSTAR-GENERAL' }] },
      [{ code: '|MO-CSTAR-GENERAL', from: '2025-01-15' }],
      [],
    ],
    [
      'of words that are mapped',
      { type: [{ text: 'Therapist' }] },
      [{ code: 'therapist', from: '2025-01-15' }],
      [],
    ],
    [
      'of two meanings',
      { type: [{ coding: [...concept('CSTAR').coding, ...concept('CPS').coding] }] },
      [{ ...rest, from: '2025-01-15' }],
      [],
    ],
    ['of nothing', { type: [{}] }, [{ ...rest, from: '2025-01-15' }], []],
    [
      'of two types',
      { type: [concept('THERAPY'), concept('CSTAR')] },
      [{ code: 'https://agency.example/codes|THERAPY', from: '2025-01-15' }, entry],
      [],
    ],
    ['of a changed meaning', { modifierExtension: [{ url: 'x' }] }, [rest], ['meaning-changed']],
  ])('%s', (_title, change, programs, told) => {
    const read = session({}, [other, episode(change)], by('EpisodeOfCare'));
    expect(read.value.member?.programs).toEqual(programs);
    expect([...new Set(read.told)]).toEqual(told);
  });

  test('without a zone an instant makes them unknown', () => {
    const dated = { period: { start: '2025-03-18' } };
    const { value } = session(dated, [episode({ period: { start: '2025-01-15T00:00:00Z' } })], {
      ...by('EpisodeOfCare'),
      zone: null,
    });
    expect(value.member?.programs).toEqual([rest]);
  });
});

describe('a list is not whole', () => {
  const lost = { resourceType: 'EpisodeOfCare', id: 'x', status: 'active', type: [concept('CSTAR')] };
  const team = { resourceType: 'CareTeam', id: 'x', status: 'active' };
  const whole = by('EpisodeOfCare', 'CareTeam', 'Practitioner');

  test.each<[string, unknown]>([
    ['where it is not told whose a resource is', lost],
    ['where a resource is none', { id: 'x' }],
  ])('%s', (_title, other) => {
    const { records } = read([patient, practitioner, encounter, other], whole);
    expect((records[0]?.value as Session).member).not.toHaveProperty('programs');
  });

  test('where that is a team', () => {
    const { value } = session({}, [team], whole);
    expect(value.member).toMatchObject({ programs: [] });
    expect(value.member).not.toHaveProperty('careTeamRoles');
  });
});

describe('roles are those of the care team on the day', () => {
  const member = to('Practitioner/s2');
  const team = (change: Resource = {}, ...participant: Resource[]): Resource =>
    changed(
      { resourceType: 'CareTeam', id: 't', status: 'active', subject: to('Patient/p1'), participant },
      change,
    );
  const nurse = { role: [concept('nurse')], member };
  const other = changed(patient, { id: 'p2', identifier: [{ system: MEMBERS, value: 'M-2' }] });
  const roles = (teams: Resource[], ...complete: WholeList[]) => {
    const { value, told } = session({}, teams, by(...complete));
    return [value.member?.careTeamRoles, told];
  };

  test('with one that may be anything for the rest, unless all are there', () => {
    expect(roles([team({}, nurse)])).toEqual([['nurse', REST], []]);
    expect(roles([team({}, nurse)], 'CareTeam')).toEqual([['nurse'], []]);
    expect(roles([], 'CareTeam')).toEqual([[], []]);
    expect(roles([team()])).toEqual([undefined, []]);
    expect(roles([team({}, nurse, nurse), team({ id: 'u' }, nurse)], 'CareTeam')).toEqual([['nurse'], []]);
  });

  test.each<[string, Resource[], string[], string[]]>([
    [
      'not mapped',
      [team({}, { role: [concept('therapist')], member })],
      ['https://agency.example/codes|therapist'],
      [],
    ],
    [
      'two of one',
      [team({}, { role: [concept('nurse'), { text: 'Therapist' }], member })],
      ['nurse', 'therapist'],
      [],
    ],
    ['staff without a role', [team({}, { member })], [REST], []],
    ['the patient', [team({}, { role: [concept('x')], member: to('Patient/p1') })], [], []],
    ['family', [team({}, { role: [concept('x')], member: to('RelatedPerson/f') })], [], []],
    ['nobody', [team({}, { role: [concept('nurse')] })], [REST], []],
    ['through the day', [team({ period: { end: '2025-03-18' } }, nurse)], ['nurse'], []],
    ['through the day before', [team({ period: { end: '2025-03-17' } }, nurse)], [], []],
    ['from the day', [team({ period: { start: '2025-03-18' } }, nurse)], ['nurse'], []],
    ['from the next day', [team({ period: { start: '2025-03-19' } }, nurse)], [], []],
    ['of a person who left', [team({}, { ...nurse, period: { end: '2025-03-17' } })], [], []],
    [
      'of a person who came later',
      [team({ period: { start: '2025-01-01' } }, { ...nurse, period: { start: '2025-03-19' } })],
      [],
      [],
    ],
    [
      'of a person on days that cannot be read',
      [team({}, { ...nurse, period: { end: 'x' } })],
      [REST],
      ['malformed'],
    ],
    [
      'of a person whose meaning is changed',
      [team({}, { ...nurse, modifierExtension: [{}] })],
      [REST],
      ['meaning-changed'],
    ],
    ['ended', [team({ status: 'inactive', period: { end: '2025-03-18' } }, nurse)], ['nurse'], []],
    ['of participants that are no list', [team({ participant: nurse })], [REST], ['malformed']],
    ['ended, and not said when', [team({ status: 'inactive' }, nurse)], [REST], []],
    ['of no status', [team({ status: undefined }, nurse)], [REST], []],
    ['on days that cannot be read', [team({ period: { start: 'x' } }, nurse)], [REST], ['malformed']],
    ['proposed', [team({ status: 'proposed' }, nurse)], [], ['not-active']],
    ['in error', [team({ status: 'entered-in-error' }, nurse)], [], ['entered-in-error']],
    ['of another patient', [other, team({ subject: to('Patient/p2') }, nurse)], [], []],
    ['of a changed meaning', [team({ modifierExtension: [{}] }, nurse)], [REST], ['meaning-changed']],
  ])('%s', (_title, teams, expected, told) => {
    expect(roles(teams, 'CareTeam')).toEqual([expected, told]);
  });
});

describe('credentials are the qualifications', () => {
  const qualified = (...qualification: unknown[]) => changed(practitioner, { qualification });
  const credentials = (who: Resource, ...complete: WholeList[]) => {
    const file = read([patient, who, changed(encounter, { serviceProvider: undefined })], by(...complete));
    const value = file.records[0]?.value as { staff?: { credentials?: unknown } };
    return [value.staff?.credentials, codesIn(file)];
  };
  const cps = { code: concept('CPS'), period: { start: '2023-03', end: '2025-03' } };
  const held = { code: 'MO-CPS', from: '2023-03-01', through: '2025-03-31' };

  test('with one that may be anything for the rest, unless all are there', () => {
    expect(credentials(qualified(cps))).toEqual([[held, rest], []]);
    expect(credentials(qualified(cps), 'Practitioner')).toEqual([[held], []]);
    expect(credentials(qualified(), 'Practitioner')).toEqual([[], []]);
    expect(credentials(practitioner)).toEqual([undefined, []]);
  });

  test.each<[string, unknown, unknown, string[]]>([
    ['no period', { code: concept('CPS') }, { code: 'MO-CPS' }, []],
    ['not mapped', { code: concept('MO-CPS', 'x') }, { code: 'x|MO-CPS' }, []],
    ['days that cannot be read', { ...cps, period: { end: '2025-3-1' } }, rest, ['malformed']],
    ['a changed meaning', { ...cps, modifierExtension: [{}] }, rest, ['meaning-changed']],
    ['no code', {}, { code: REST }, []],
    ['none', 5, { code: REST }, ['malformed']],
  ])('%s', (_title, qualification, entry, told) => {
    expect(credentials(qualified(qualification), 'Practitioner')).toEqual([[entry], told]);
  });

  test('one that is no list may be any', () => {
    const who = changed(practitioner, { qualification: cps });
    expect(credentials(who, 'Practitioner')).toEqual([[rest], ['malformed']]);
  });

  test('each has its place', () => {
    const file = read([qualified({ code: concept('CMPS') }, cps), encounter]);
    expect(file.records[0]?.places).toMatchObject({
      '/staff/credentials/1': 'Practitioner/s1.qualification[1]',
      '/staff/credentials/2': 'Practitioner/s1',
    });
  });

  test('a practitioner whose meaning is changed is not known, and told', () => {
    expect(credentials(changed(practitioner, { modifierExtension: [{}] }))).toEqual([
      undefined,
      ['meaning-changed', 'reference-not-found'],
    ]);
  });
});

test('extensions of people are facts of theirs, and of nobody else', () => {
  const extensions = { 'urn:team': 'staff.treatmentTeamMember', 'urn:owner': 'agency.ownership' };
  const extension = [
    { url: 'urn:team', valueBoolean: true },
    { url: 'urn:owner', valueCode: 'private' },
  ];
  const file = read(
    [
      { ...patient, extension },
      { ...practitioner, extension },
      { resourceType: 'Organization', id: 'o1', identifier: [{ system: AGENCIES, value: 'A-1' }], extension },
      encounter,
    ],
    { extensions },
  );
  expect(file.records[0]?.value).toMatchObject({
    member: { id: 'M-1', birthDate: '1980-05-02' },
    staff: { id: '1000000001', treatmentTeamMember: true },
    agency: { id: 'A-1', ownership: 'private' },
  });
  expect(file.records[0]?.places['/agency/ownership']).toBe('Organization/o1.extension[1]');
});
