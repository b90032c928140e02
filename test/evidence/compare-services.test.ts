import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createChecker,
  H2017HO,
  H2017TG,
  imr,
  InputError,
  peerSupport,
  prs,
  services,
  type Criterion,
  type Service,
  type Session,
} from '../../src/index.js';
import { atLeastAsStrictAs, compareServices, type Difference } from '../../src/evidence/explain.js';
import { pairOf } from '../../src/evidence/shown.js';
import type { FlagPath } from '../../src/facts/generated/types.js';
import { shipped } from '../../src/shipped.js';
import { looserVersion, stricterVersion } from '../support/versions.js';
import { lawRuns } from '../support/runs.js';

const cite = peerSupport.inForce.cite;

function checkerWith(service: Service) {
  const without = services.flatMap(({ id }) => (id === service.id ? [id] : []));
  return createChecker({ services: [service], without: without });
}

const ranks = ['fail error', 'unknown error', 'fail warning', 'unknown warning', 'due', 'pass'];

/** How far a rule lets a session pass, by `checkSession`. */
function rankOf(service: Service, session: Session, rule: string, options = {}): number {
  const { findings } = checkerWith(service).checkSession(
    { ...session, service: service.id },
    { history: [], ...options },
  );
  const finding = findings.find((one) => one.rule === rule);
  if (finding === undefined) return ranks.indexOf('pass');
  const { outcome, severity } = finding;
  return ranks.indexOf(outcome === 'due' ? 'due' : `${outcome} ${severity}`);
}

const rulesOfPart: Readonly<Record<string, readonly string[]>> = {
  unit: ['units/time', 'units/unbilled-time'],
  limits: ['units/daily-limit', 'units/monthly-limit'],
  codes: ['claim/charge'],
  inForce: ['service/in-force'],
};

/** Whether the session of a difference comes out higher under the second definition than under the first. */
function shows({ at, session }: Difference, one: Service, other: Service): boolean {
  if (session === undefined) return false;
  return (rulesOfPart[at] ?? [at]).some((rule) => {
    return [{}, { asOf: session.dateOfService }].some(
      (options) => rankOf(other, session, rule, options) > rankOf(one, session, rule, options),
    );
  });
}

function withClause(service: Service, rule: string, change: Partial<Criterion>): Service {
  const criteria = service.criteria.map((one) => (one.rule === rule ? { ...one, ...change } : one));
  return { ...service, criteria };
}

function without(service: Service, ...keys: (keyof Service)[]): Service {
  return Object.fromEntries(Object.entries(service).filter(([key]) => !keys.includes(key as never))) as never;
}

const clauseOf = (service: Service, rule: string) =>
  service.criteria.find((one) => one.rule === rule) ?? expect.fail();
const training = H2017HO.training ?? expect.fail();
const unitOf = (minutes: number) => ({ minutes, cite });

/** Each is looser in its way, and the same the other way round is stricter. */
const loosenings: readonly (readonly [what: string, at: string, one: Service, other: Service])[] = [
  [
    'a clause left out',
    'member/age',
    peerSupport,
    { ...peerSupport, criteria: peerSupport.criteria.filter(({ rule }) => rule !== 'member/age') },
  ],
  [
    'a year younger',
    'member/age',
    peerSupport,
    withClause(peerSupport, 'member/age', {
      requires: { op: 'ageAtLeast', fact: 'member.birthDate', months: 180, at: 'dateOfService' },
    }),
  ],
  [
    'a code more',
    'staff/credential',
    peerSupport,
    withClause(peerSupport, 'staff/credential', {
      requires: {
        op: 'holds',
        fact: 'staff.credentials',
        codes: ['MO-MRSS-P', 'MO-CMPS', 'MO-CPS', 'our-own-badge'],
      },
    }),
  ],
  [
    'a warning in place of an error',
    'member/age',
    peerSupport,
    withClause(peerSupport, 'member/age', { severity: 'warning' }),
  ],
  [
    'a paper that may follow',
    'staff/team-meetings',
    peerSupport,
    withClause(peerSupport, 'staff/team-meetings', { owed: 'on-delivery' }),
  ],
  [
    'a paper that may follow after the week',
    'documentation/program-requirements',
    peerSupport,
    withClause(peerSupport, 'documentation/program-requirements', { owed: 'after-the-week' }),
  ],
  [
    'a clause that ends',
    'member/age',
    peerSupport,
    withClause(peerSupport, 'member/age', { through: '2020-12-31' }),
  ],
  [
    'what applies to fewer',
    'session/materials',
    imr,
    withClause(imr, 'session/materials', { appliesWhen: { op: 'is', fact: 'faceToFace', value: true } }),
  ],
  [
    'more units a day',
    'limits',
    peerSupport,
    {
      ...peerSupport,
      limits: [
        { per: 'day', units: 33, cite },
        { per: 'calendar-month', units: 96, cite },
      ],
    },
  ],
  ['no units a month', 'limits', peerSupport, { ...peerSupport, limits: [{ per: 'day', units: 32, cite }] }],
  [
    'a longer unit: what is unbilled, and what a limit holds',
    'unit',
    peerSupport,
    { ...peerSupport, unit: unitOf(20) },
  ],
  ['a longer unit: what a limit holds', 'limits', peerSupport, { ...peerSupport, unit: unitOf(20) }],
  ['a shorter unit', 'unit', peerSupport, { ...peerSupport, unit: unitOf(10) }],
  ['no unit', 'unit', peerSupport, without(peerSupport, 'unit', 'limits')],
  [
    'either format',
    'session/format',
    H2017HO,
    { ...H2017HO, format: { ...(H2017HO.format ?? expect.fail()), kind: 'either' } },
  ],
  ['no format', 'session/format', H2017HO, without(H2017HO, 'format')],
  ['a larger group', 'session/group-size', H2017TG, { ...H2017TG, group: { perStaff: 9, cite } }],
  ['any group', 'session/group-size', H2017TG, without(H2017TG, 'group')],
  ['days before', 'inForce', peerSupport, { ...peerSupport, inForce: { from: '2014-09-30', cite } }],
  [
    'days after',
    'inForce',
    { ...peerSupport, inForce: { through: '2025-12-31', cite } },
    { ...peerSupport, inForce: { cite } },
  ],
  ['who pays', 'session/funding', imr, without(imr, 'medicaidAlone')],
  [
    'a training less',
    'staff/initial-training',
    H2017HO,
    { ...H2017HO, training: { ...training, initial: training.initial.slice(1) } },
  ],
  ['no training', 'staff/additional-training', H2017HO, without(H2017HO, 'training')],
  [
    'a training later',
    'staff/training-documented',
    H2017HO,
    { ...H2017HO, training: { ...training, withinMonths: 7 } },
  ],
  [
    'a training shorter',
    'staff/additional-training',
    H2017HO,
    {
      ...H2017HO,
      training: { ...training, additional: training.additional.map((one) => ({ ...one, hours: 1 })) },
    },
  ],
  [
    'no rate',
    'codes',
    H2017HO,
    { ...H2017HO, codes: (H2017HO.codes ?? []).map((code) => ({ ...code, rates: [] })) },
  ],
  [
    'another rate',
    'codes',
    H2017HO,
    {
      ...H2017HO,
      codes: (H2017HO.codes ?? []).map((code) => ({
        ...code,
        rates: [{ rate: '1.00', providerPay: '1.00', cite }],
      })),
    },
  ],
];

describe('what is looser is shown by a session', () => {
  test.each(loosenings)('%s: %s', (_, at, one, other) => {
    const { looser } = compareServices(one, other);
    const found = looser.filter((difference) => difference.at === at);
    expect(looser.map((difference) => difference.at)).toContain(at);
    for (const difference of found) {
      expect(shows(difference, one, other)).toBe(true);
      expect(difference.session?.service).toBe(one.id);
    }
    const back = compareServices(other, one);
    expect(back.stricter.map((difference) => difference.at)).toContain(at);
    for (const difference of back.stricter.filter((one) => one.at === at))
      expect(shows(difference, one, other)).toBe(true);
  });
});

test('a definition is as strict as itself, whatever its words', () => {
  const nothing = { looser: [], stricter: [], undecided: [] };
  for (const service of services) {
    expect(compareServices(service, service.id)).toEqual(nothing);
    expect(atLeastAsStrictAs(service, service.id)).toEqual({ answer: 'yes' });
  }
  const worded = withClause(prs, 'necessity/child-admission-e', {
    says: 'Three needs of four.',
    fails: 'No',
  });
  expect(compareServices(prs, worded)).toEqual(nothing);
});

test('a clause that another rule says as well is no looser', () => {
  const moved = withClause(peerSupport, 'member/age', { rule: 'custom/age' });
  expect(compareServices(peerSupport, moved)).toEqual({ looser: [], stricter: [], undecided: [] });
});

test('a clause that two others say together is no looser', () => {
  const { requires, ...clause } = clauseOf(peerSupport, 'plan/goal');
  const parts = requires.op === 'all' ? requires.conditions : [];
  const halves = parts.map((part, place) => ({
    ...clause,
    rule: `custom/${String(place)}` as const,
    requires: part,
  }));
  const criteria = [...peerSupport.criteria.filter(({ rule }) => rule !== 'plan/goal'), ...halves];
  expect(compareServices(peerSupport, { ...peerSupport, criteria }).looser).toEqual([]);
});

test('a code more is looser, and no session shows it', () => {
  const [code] = H2017HO.codes ?? [];
  const codes = [...(H2017HO.codes ?? []), ...(code === undefined ? [] : [{ ...code, modifiers: ['ZZ'] }])];
  const { looser } = compareServices(H2017HO, { ...H2017HO, codes });
  expect(looser).toEqual([{ at: 'codes', says: expect.stringContaining('ZZ') as string }]);
  expect(atLeastAsStrictAs({ ...H2017HO, codes }, H2017HO)).toEqual({ answer: 'yes' });
});

describe('one definition held against another', () => {
  const own = { ...peerSupport, id: 'xx/peer' };
  const younger = { ...own, criteria: own.criteria.filter(({ rule }) => rule !== 'member/age') };

  test('yes', () => {
    expect(atLeastAsStrictAs(own, 'mo/peer-support')).toEqual({ answer: 'yes' });
    const stricter = {
      ...own,
      limits: [
        { per: 'day', units: 16, cite },
        { per: 'calendar-month', units: 96, cite },
      ],
    } as const;
    expect(atLeastAsStrictAs(stricter, 'mo/peer-support')).toEqual({ answer: 'yes' });
  });

  test('no, with a session', () => {
    const answer = atLeastAsStrictAs(younger, 'mo/peer-support');
    expect(answer).toMatchObject({ answer: 'no', session: { service: 'mo/peer-support' } });
  });

  test('on the file of a checker, with its readings and words', () => {
    const checker = createChecker({ services: [own, { ...younger, id: 'xx/younger' }] });
    expect(atLeastAsStrictAs('xx/peer', 'mo/peer-support', { checker })).toEqual({ answer: 'yes' });
    expect(atLeastAsStrictAs('xx/younger', 'xx/peer', { checker }).answer).toBe('no');
    expect(compareServices('xx/peer', 'xx/younger', { checker }).looser.map(({ at }) => at)).toEqual([
      'member/age',
    ]);
    expect(() => atLeastAsStrictAs('xx/none', 'xx/peer', { checker })).toThrow(InputError);
    expect(() => compareServices('xx/peer', 'mo/peer-support')).toThrow(InputError);
  });

  test('a reading that is set decides', () => {
    const { expects, ...clause } = clauseOf(imr, 'member/adult');
    const firm = { ...imr, criteria: [{ ...clause, requires: expects ?? clause.requires }] };
    const only = { ...imr, criteria: [clauseOf(imr, 'member/adult')] };
    const answers = (['off', 'warn', 'error'] as const).map((adultProgram) => {
      const checker = createChecker({ readings: { adultProgram } });
      return atLeastAsStrictAs(only, firm, { checker }).answer;
    });
    expect(answers).toEqual(['yes', 'no', 'yes']);
  });
});

describe('three answers', () => {
  /** More codes, each asked for by itself, than there are ways to look at. */
  const many = (count: number) =>
    Array.from({ length: count }, (_, place) => ({
      op: 'includesAny' as const,
      fact: 'activities' as const,
      codes: [`code-${String(place)}`],
    }));
  const withMany = (count: number, of: number) =>
    withClause(peerSupport, 'session/key-function', {
      requires: { op: 'atLeast', count: of, conditions: many(count) },
      expects: { op: 'atLeast', count: of, conditions: many(count) },
    });

  test('what is more than is looked at is not decided, either way', () => {
    const [one, other] = [withMany(14, 7), withMany(14, 6)];
    const { looser, stricter, undecided } = compareServices(one, other);
    expect([looser, stricter]).toEqual([[], []]);
    expect(undecided.map(({ at }) => at)).toEqual(['session/key-function', 'session/key-function']);
    expect(atLeastAsStrictAs(other, one)).toEqual({ answer: 'not-decided' });
  });
});

describe('what a search of many steps comes to', () => {
  const flags = (
    [
      ...['faceToFace', 'communitySetting', 'personCentered', 'skillsBased', 'addressesFunctionalDeficits'],
      ...['relatedToNeeds', 'regularPsrSameWeek', 'billedInBundle', 'staff.treatmentTeamMember'],
      ...['staff.attendsTeamMeetings', 'staff.replacesTreatmentStaff', 'agency.billsRegularPsr'],
    ] as FlagPath[]
  ).map((fact) => ({ op: 'is' as const, fact, value: true }));
  const half = { op: 'atLeast' as const, count: 6, conditions: flags };

  test('is not decided where its budget has ended', () => {
    const one = withClause(peerSupport, 'member/age', { requires: half });
    const other = withClause(peerSupport, 'member/age', {
      requires: { op: 'any', conditions: [half, { ...half, count: 7 }] },
    });
    const { looser, undecided } = compareServices(one, other);
    expect(looser).toEqual([]);
    expect(undecided.map(({ at }) => at)).toContain('member/age');
  });

  test('is not shown by words that settle a clause whatever they mean', () => {
    const fact = 'activities' as const;
    const codes = ['setting-goals'];
    const requires = {
      op: 'any' as const,
      conditions: [
        { op: 'includesAny' as const, fact, codes },
        { op: 'includesOther' as const, fact, codes },
        { op: 'not' as const, condition: { op: 'notEmpty' as const, fact } },
      ],
    };
    const never = withClause(peerSupport, 'session/key-function', { requires, expects: requires });
    const dropped = never.criteria.filter(({ rule }) => rule !== 'session/key-function');
    const { looser } = compareServices(never, { ...never, criteria: dropped });
    expect(looser.map(({ at }) => at)).toEqual(['session/key-function']);
    for (const difference of looser)
      expect(shows(difference, never, { ...never, criteria: dropped })).toBe(true);
  });

  test('is shown by no session that cannot be read', () => {
    const [one, other] = pairOf(peerSupport, imr, shipped).check({
      service: 'x',
      dateOfService: '2025-02-30',
    });
    expect([one, other].map(({ rankOf }) => rankOf('member/age'))).toEqual([5, 5]);
  });
});

describe('random versions of real definitions', () => {
  test('a looser one is never proved to be as strict', () => {
    fc.assert(
      fc.property(fc.nat(services.length - 1), fc.nat(), (place, seed) => {
        const service = services[place] ?? peerSupport;
        const other = looserVersion(service, seed);
        const { looser, undecided } = compareServices(service, other);
        for (const difference of looser) expect(shows(difference, service, other)).toBe(true);
        expect(looser.length + undecided.length).toBeGreaterThan(0);
      }),
      lawRuns(25, 11_30),
    );
  });

  test('a stricter one is never said to be looser', () => {
    fc.assert(
      fc.property(fc.nat(services.length - 1), fc.nat(), (place, seed) => {
        const service = services[place] ?? peerSupport;
        expect(compareServices(service, stricterVersion(service, seed)).looser).toEqual([]);
      }),
      lawRuns(25, 11_30),
    );
  });
});
