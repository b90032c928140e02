import { describe, expect, test } from 'vitest';
import type { WholeList } from '../../../src/adapters/fhir/index.js';
import { checkRecords, type Session } from '../../../src/index.js';
import {
  changed,
  codesIn,
  concept,
  encounter,
  mapping,
  MEMBERS,
  organization,
  patient,
  practitioner,
  read,
  REST,
  to,
  type Resource,
} from './support.js';

const complete: WholeList[] = ['EpisodeOfCare', 'CareTeam', 'Practitioner'];
const episode: Resource = {
  resourceType: 'EpisodeOfCare',
  id: 'ep',
  status: 'active',
  type: [concept('CSTAR')],
  patient: to('Patient/p1'),
};
const team: Resource = {
  resourceType: 'CareTeam',
  id: 't',
  status: 'active',
  subject: to('Patient/p1'),
  participant: [{ role: [concept('nurse')], member: to('Practitioner/s2') }],
};
const program = { code: 'MO-CSTAR-GENERAL' };
const staff = [practitioner, organization];

/** What the one visit comes to, where the mapping says that all lists are whole. */
function visit(change: Resource, others: readonly unknown[]) {
  const file = read([...staff, ...others, changed(encounter, change)], { complete });
  const [record] = file.records;
  const { member = {}, staff: by } = record?.value as Session;
  const findings = checkRecords(file, { history: [] }).results.flatMap((result) =>
    'findings' in result ? result.findings : [],
  );
  const failed = findings.filter(({ outcome }) => outcome === 'fail').map(({ rule }) => rule);
  return { member, staff: by, failed, told: codesIn(file) };
}

describe('who is not identified has no list that is whole', () => {
  const elsewhere = {
    resourceType: 'Bundle',
    entry: [{ fullUrl: 'https://a.example/fhir/Patient/p1', resource: patient }],
  };
  test.each<[string, Resource, unknown[]]>([
    ['a patient of another server', { subject: to('https://b.example/fhir/Patient/p1') }, [elsewhere]],
    ['a search', { subject: to(`Patient?identifier=${MEMBERS}|M-1`) }, [patient, episode, team]],
    ['an identifier without a system', { subject: { identifier: { value: 'M-1' } } }, [patient]],
    [
      'an identifier of another system',
      { subject: { identifier: { system: 'x', value: 'M-1' } } },
      [patient],
    ],
    ['a patient who is not there', { subject: to('Patient/p9') }, [patient, episode, team]],
    [
      'one who is not there, beside a key',
      { subject: { reference: 'Patient/p9', identifier: { system: MEMBERS, value: 'M-1' } } },
      [],
    ],
    ['nobody', { subject: undefined }, [patient]],
    [
      'a contained patient without a key',
      { subject: to('#x'), contained: [{ ...patient, id: 'x', identifier: [] }] },
      [patient],
    ],
    [
      'a patient who is linked to one who is not there',
      {},
      [{ ...patient, link: [{ type: 'replaces', other: to('Patient/old') }] }],
    ],
    ['a patient in two versions that differ', {}, [patient, { ...patient, birthDate: '1980-05-03' }]],
  ])('%s', (_title, change, others) => {
    const { member, failed } = visit(change, others);
    expect(member).not.toHaveProperty('programs');
    expect(member).not.toHaveProperty('careTeamRoles');
    expect(failed.filter((rule) => rule.startsWith('member/'))).toEqual([]);
  });

  test('of staff who are not there no credential is known to be missing', () => {
    const participant = [
      {
        type: [concept('PPRF', 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType')],
        individual: to('Practitioner/s9'),
      },
    ];
    const { staff, failed } = visit({ participant }, [patient, episode, team]);
    expect(staff).toBeUndefined();
    expect(failed.filter((rule) => rule.startsWith('staff/'))).toEqual([]);
  });
});

describe('a list is not whole where it is not known whose an entry is', () => {
  test.each<[string, Resource]>([
    ['of a patient who is not there', { patient: to('Patient/p9') }],
    ['of nobody', { patient: undefined }],
    ['of a search', { patient: to(`Patient?identifier=${MEMBERS}|M-1`) }],
    ['of an identifier without a system', { patient: { identifier: { value: 'M-1' } } }],
    ['of another resource', { patient: to('Organization/o1') }],
  ])('%s', (_title, change) => {
    const { member, told } = visit({}, [patient, { ...episode, ...change }, team]);
    expect(member).not.toHaveProperty('programs');
    expect(member).toHaveProperty('careTeamRoles');
    expect(told).toEqual(['owner-not-known']);
  });

  test('it is told only where the list is said to be whole', () => {
    const file = read([...staff, patient, { ...episode, patient: to('Patient/p9') }, encounter]);
    expect(codesIn(file)).toEqual([]);
  });
});

describe('one person is one, in however many resources', () => {
  const second = { ...patient, id: 'p2' };
  const keyless = changed(patient, { id: 'p2', identifier: undefined });
  const of = (subject: unknown): Resource[] => [
    { ...episode, patient: subject },
    { ...team, subject },
  ];
  const logical = { identifier: { system: MEMBERS, value: 'M-1' } };
  test.each<[string, Resource, unknown[]]>([
    ['a Patient of the same key', {}, [patient, second, ...of(to('Patient/p2'))]],
    [
      'a Patient who is linked',
      {},
      [
        { ...patient, link: [{ type: 'replaces', other: to('Patient/p2') }] },
        keyless,
        ...of(to('Patient/p2')),
      ],
    ],
    [
      'a Patient who links',
      {},
      [
        patient,
        { ...keyless, link: [{ type: 'replaced-by', other: to('Patient/p1') }] },
        ...of(to('Patient/p2')),
      ],
    ],
    ['an identifier', {}, [patient, ...of(logical)]],
    ['an identifier of two Patients', {}, [patient, second, ...of(logical)]],
    ['an identifier alone', { subject: logical }, of(logical)],
    [
      'a contained Patient',
      { subject: to('#x'), contained: [{ ...patient, id: 'x' }] },
      [patient, ...of(to('Patient/p1'))],
    ],
    [
      'contained Patients',
      { subject: to('#x'), contained: [{ ...patient, id: 'x' }] },
      [
        { ...episode, patient: to('#y'), contained: [{ ...patient, id: 'y' }] },
        { ...team, subject: to('#y'), contained: [{ ...patient, id: 'y' }] },
      ],
    ],
    [
      'a link to family',
      {},
      [{ ...patient, link: [{ type: 'seealso', other: to('RelatedPerson/f') }] }, ...of(to('Patient/p1'))],
    ],
  ])('%s', (_title, change, others) => {
    const { member, failed, told } = visit(change, others);
    expect(member).toMatchObject({ id: 'M-1', programs: [program], careTeamRoles: ['nurse'] });
    expect(failed.filter((rule) => rule === 'member/program')).toEqual([]);
    expect(told).toEqual([]);
  });

  test('and others are others', () => {
    const other = changed(second, { identifier: [{ system: MEMBERS, value: 'M-2' }] });
    const { member } = visit({}, [patient, other, ...of(to('Patient/p2'))]);
    expect(member).toMatchObject({ programs: [], careTeamRoles: [] });
  });

  test('plans, too', () => {
    const plan = {
      resourceType: 'CarePlan',
      id: 'cp',
      status: 'active',
      intent: 'plan',
      subject: to('Patient/p2'),
      period: { start: '2025-01-01' },
    };
    const { records } = read([...staff, patient, second, plan, encounter]);
    expect(records[0]?.value).toMatchObject({ plan: { from: '2025-01-01' } });
  });
});

describe('a role in a team is that of a person who is in it', () => {
  const roles = (participant: Resource, ...others: Resource[]) => {
    const { member, failed } = visit({}, [patient, ...others, { ...team, participant: [participant] }]);
    return [member?.careTeamRoles, failed.includes('member/other-staff-assigned')];
  };
  const role = [concept('nurse')];
  const peer = [{ coding: [{ system: 'x', code: 'PS' }] }];
  test.each<[string, Resource, Resource[], unknown]>([
    ['a nurse', { role, member: to('Practitioner/s2') }, [], ['nurse']],
    ['nobody', { role }, [], [REST]],
    ['an organization', { role, member: to('Organization/o1') }, [], [REST]],
    ['who renders the service', { role, member: to('Practitioner/s1') }, [], [REST]],
    [
      'who renders it, by a role',
      { role, member: to('PractitionerRole/r') },
      [{ resourceType: 'PractitionerRole', id: 'r', practitioner: to('Practitioner/s1') }],
      [REST],
    ],
    [
      'who is not active',
      { role, member: to('Practitioner/s2') },
      [{ ...practitioner, id: 's2', active: false }],
      [REST],
    ],
    [
      'whose role is not active',
      { role, member: to('PractitionerRole/r') },
      [{ resourceType: 'PractitionerRole', id: 'r', active: false, practitioner: to('Practitioner/s2') }],
      [REST],
    ],
    ['a role of no list of ours', { role: peer, member: to('Practitioner/s2') }, [], ['x|PS']],
  ])('%s', (_title, participant, others, expected) => {
    expect(roles(participant, ...others)).toEqual([expected, false]);
  });

  test('the peer specialist who renders the service is one of the team, and no other', () => {
    const file = read(
      [
        ...staff,
        patient,
        { ...team, participant: [{ role: peer, member: to('Practitioner/s1') }] },
        encounter,
      ],
      { complete, codes: { ...mapping.codes, 'x|PS': 'peer-specialist' } },
    );
    expect(file.records[0]?.value).toMatchObject({ member: { careTeamRoles: ['peer-specialist'] } });
    const { results } = checkRecords(file, { history: [] });
    const [result] = results as { findings: { rule: string; outcome: string }[] }[];
    expect(result?.findings).toContainEqual(
      expect.objectContaining({ rule: 'member/other-staff-assigned', outcome: 'fail' }),
    );
  });
});

describe('a code that the mapping says is none of ours adds nothing to a list', () => {
  const none = { codes: { ...mapping.codes, 'x|art': 'other' }, complete };
  const art = concept('art', 'x');
  test('of programs and credentials', () => {
    const { records } = read(
      [
        changed(practitioner, { qualification: [{ code: art }, { code: concept('CPS') }] }),
        organization,
        patient,
        { ...episode, type: [art] },
        { ...team, participant: [{ role: [art], member: to('Practitioner/s2') }] },
        encounter,
      ],
      none,
    );
    expect(records[0]?.value).toMatchObject({
      member: { programs: [], careTeamRoles: ['other'] },
      staff: { credentials: [{ code: 'MO-CPS' }] },
    });
  });
});

describe('a fact that is not known has the place where it belongs', () => {
  const place = (change: Resource, who: Resource, pointer: string) => {
    const file = read([...staff, who, changed(encounter, change)]);
    const { results } = checkRecords(file, { history: [] });
    const findings = results.flatMap((result) => ('findings' in result ? result.findings : []));
    return findings.flatMap(({ places }) => places?.[pointer] ?? [])[0];
  };
  const day = { period: { start: '2025-03-18', end: '2025-03-18' } };
  test.each<[string, Resource, Resource, string, string]>([
    [
      'a birth date in a month',
      {},
      { ...patient, birthDate: '1985-06' },
      '/member/birthDate',
      'Patient/p1.birthDate',
    ],
    [
      'a birth date that is not stated',
      {},
      changed(patient, { birthDate: undefined }),
      '/member/birthDate',
      'Patient/p1.birthDate',
    ],
    ['a start without a time', day, patient, '/startTime', 'Encounter/e1.period'],
    ['an end without a time', day, patient, '/endTime', 'Encounter/e1.period'],
    [
      'an end that is not stated',
      { period: { start: '2025-03-18T09:00:00-05:00' } },
      patient,
      '/endTime',
      'Encounter/e1.period',
    ],
    [
      'an end beside a length that is not read',
      { length: { value: 1, unit: 'x' } },
      patient,
      '/endTime',
      'Encounter/e1.length',
    ],
  ])('%s', (_title, change, who, pointer, expected) => {
    expect(place(change, who, pointer)).toBe(expected);
  });
});
