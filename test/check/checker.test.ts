import { describe, expect, test } from 'vitest';
import {
  checkSession,
  createChecker,
  InputError,
  peerSupport,
  type Checker,
  type CheckerConfig,
  type CheckOptions,
  type Session,
  services,
} from '../../src/index.js';
import { peerResult, peerSession } from '../rules/support.js';
import { checker, spoil, use } from './support.js';
import { frozen } from '../../src/values/frozen.js';
import { withoutCodes } from '../support/issues.js';

function issuesOf(run: () => unknown) {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError) return withoutCodes(error.issues);
    throw error;
  }
  return [];
}

describe('a service that is not on file', () => {
  const nearPeerSupport = 'expected the id of a service on file; did you mean "mo/peer-support"?';

  test.each(['mo/peersupport', 'mo/peer-suport', 'MO/PEER-SUPPORT'])(
    '%s: the nearest is named',
    (service) => {
      expect(issuesOf(() => checkSession({ ...peerSession(), service }))).toEqual([
        { path: '/service', message: nearPeerSupport },
      ]);
    },
  );

  test('one like none: those on file are listed', () => {
    const own = createChecker({
      without: services.map(({ id }) => id).filter((id) => id !== 'mo/peer-support'),
      services: [{ ...peerSupport, id: 'xx/other' }],
    });
    expect(issuesOf(() => own.checkSession({ ...peerSession(), service: 'acupuncture' }))).toEqual([
      {
        path: '/service',
        message: 'expected the id of a service on file; on file: mo/peer-support, xx/other',
      },
    ]);
  });

  test.each(['constructor', '__proto__', 'toString', ''])('%j', (service) => {
    expect(issuesOf(() => checkSession({ ...peerSession(), service }))).toMatchObject([{ path: '/service' }]);
  });

  test('trust does not skip it', () => {
    expect(issuesOf(() => checkSession({ ...peerSession(), service: 'x' }, { trusted: true }))).toHaveLength(
      1,
    );
    expect(issuesOf(() => checker.serviceOf('x'))).toHaveLength(1);
    expect(issuesOf(() => checker.serviceOf(null as never))).toHaveLength(1);
    const onFile = /^expected the id of a service on file; on file: mo\//;
    const nothing = [{}, null, { service: 5 }] as unknown as Session[];
    for (const session of nothing) {
      expect(issuesOf(() => checker.checkSession(session, { trusted: true }))).toMatchObject([
        { path: '/service', message: expect.stringMatching(onFile) as string },
      ]);
    }
  });
});

describe('malformed', () => {
  test.each<[title: string, options: unknown, path: string, message: string]>([
    ['an unknown option', { asof: '2025-01-01' }, '/asof', 'unknown key "asof"; did you mean "asOf"?'],
    [
      'no day',
      { asOf: '2025-02-30' },
      '/asOf',
      'expected a day that exists, written YYYY-MM-DD, found other text',
    ],
    ['history in words', { history: 'none' }, '/history', 'expected a list, found text'],
    [
      'a prior use',
      { history: [use(8), { ...use(8), units: 1e10 }] },
      '/history/1/units',
      'expected a number of at most 1000000000, found a larger one',
    ],
    [
      'a reading',
      { readings: { rounding: 'up' } },
      '/readings/rounding',
      'expected one of "floor", "midpoint", found other text',
    ],
    ['no options', null, '', 'expected an object, found null'],
    ['a list', [use(8)], '', 'expected an object, found a list'],
    ['an empty list', [], '', 'expected an object, found a list'],
    ['a map', new Map([['history', []]]), '', 'expected a plain object, found a Map'],
  ])('options: %s', (_title, options, path, message) => {
    expect(issuesOf(() => checkSession(peerSession(), options as CheckOptions))).toEqual([{ path, message }]);
    expect(issuesOf(() => checker.checkSessions([], options as CheckOptions))).toEqual([{ path, message }]);
  });

  test('a session: every issue at once, and no value in the message', () => {
    const session = { ...peerSession(), units: 'eight', member: { birthdate: '1990-08-09' } };
    const check = () => checkSession(session as unknown as Session);
    expect(issuesOf(check)).toEqual([
      { path: '/units', message: 'expected a number, found text' },
      { path: '/member/birthdate', message: 'unknown key "birthdate"; did you mean "birthDate"?' },
    ]);
    expect(check).toThrow(/^(?!.*(?:eight|1990))/s);
  });

  test.each<[title: string, config: unknown, path: string, message: string]>([
    [
      'a reading',
      { readings: { weekStartsOn: 7 } },
      '/readings/weekStartsOn',
      'expected one of 0, 1, 2, 3, 4, 5, 6, found a number',
    ],
    [
      'a rate',
      { codes: { 'mo/peer-support': [{ procedureCode: 'H0038', rate: 4.95 }] } },
      '/codes/mo~1peer-support/0/rate',
      'expected US dollars as text with exactly two digits after the point, such as "20.36", found a number',
    ],
    [
      'a day',
      { codes: { 'mo/peer-support': [{ procedureCode: 'H0038', from: '2016' }] } },
      '/codes/mo~1peer-support/0/from',
      'expected a day that exists, written YYYY-MM-DD, found other text',
    ],
    [
      'no code',
      { codes: { 'mo/peer-support': [{}] } },
      '/codes/mo~1peer-support/0/procedureCode',
      'expected text, found nothing',
    ],
    [
      'codes of no list',
      { codes: { 'mo/peer-support': {} } },
      '/codes/mo~1peer-support',
      'expected a list, found an object',
    ],
  ])('configuration: %s', (_title, config, path, message) => {
    expect(issuesOf(() => createChecker(config as CheckerConfig))).toEqual([{ path, message }]);
  });
});

describe('a mistake in the configuration is told, and never passed over', () => {
  const binding = { procedureCode: 'H0038', rate: '4.95' };

  test('a misspelt key of a code, with the nearest one', () => {
    const codes = { 'mo/peer-support': [{ ...binding, unitMinute: 15 }] };
    expect(issuesOf(() => createChecker({ codes }))).toEqual([
      {
        path: '/codes/mo~1peer-support/0/unitMinute',
        message: 'unknown key "unitMinute"; did you mean "unitMinutes"?',
      },
    ]);
  });

  test('codes for a service that is not on file', () => {
    expect(issuesOf(() => createChecker({ codes: { 'mo/peer-suport': [binding] } }))).toEqual([
      {
        path: '/codes/mo~1peer-suport',
        message: 'expected the id of a service on file; did you mean "mo/peer-support"?',
      },
    ]);
  });

  test('an unknown key', () => {
    expect(
      issuesOf(() => createChecker({ reading: { rounding: 'midpoint' } } as Partial<CheckerConfig>)),
    ).toEqual([{ path: '/reading', message: 'unknown key "reading"; did you mean "readings"?' }]);
  });

  test('a unit of no minutes, with what is accepted', () => {
    const codes = { 'mo/peer-support': [{ ...binding, unitMinutes: 0 }] };
    const [issue] = issuesOf(() => createChecker({ codes }));
    expect(issue?.path).toBe('/codes/mo~1peer-support/0/unitMinutes');
    expect(issue?.message).toMatch(/^expected a number of more than 0, /);
  });

  test('a unit other than that of the document, in each place', () => {
    const codes = {
      'mo/peer-support': [binding, { ...binding, unitMinutes: 30 }, { ...binding, unitMinutes: 14 }],
    };
    const message = 'expected the unit that the document sets, 15 minutes, or none';
    expect(issuesOf(() => createChecker({ codes }))).toEqual([
      { path: '/codes/mo~1peer-support/1/unitMinutes', message },
      { path: '/codes/mo~1peer-support/2/unitMinutes', message },
    ]);
  });

  test.each([
    ['null', null, 'expected an object, found null'],
    ['a list', [], 'expected an object, found a list'],
    ['a map', new Map([['codes', {}]]), 'expected a plain object, found a Map'],
  ])('%s in place of the configuration', (_what, config, message) => {
    expect(issuesOf(() => createChecker(config as never))).toEqual([{ path: '', message }]);
  });

  test.each<[title: string, services: unknown, path: string]>([
    ['services in no list', peerSupport, '/services'],
    ['the id of a service', ['mo/peer-support'], '/services/0'],
    [
      'a service without criteria',
      [{ ...peerSupport, id: 'xx/one' }, { id: 'xx/own' }],
      '/services/1/criteria',
    ],
  ])('%s', (_title, services, path) => {
    const config = { services } as CheckerConfig;
    expect(issuesOf(() => createChecker(config))).toContainEqual(expect.objectContaining({ path }));
  });

  test('codes in a list, in the words of the other messages', () => {
    expect(issuesOf(() => createChecker({ codes: [] as never }))).toEqual([
      { path: '/codes', message: 'expected an object, found a list' },
    ]);
  });
});

describe('readings', () => {
  const half = { units: null, endTime: '10:53' };
  const midpoint = createChecker({ readings: { rounding: 'midpoint' } });
  const roundingOf = (options: CheckOptions) =>
    midpoint.checkSession(peerSession(half), options).units?.rounding;

  test('of a check go over those of the checker, and those over the defaults', () => {
    expect(peerResult(half).units?.rounding).toBe('floor');
    expect(roundingOf({})).toBe('midpoint');
    expect(roundingOf({ readings: { leapBirthday: 'feb-28' } })).toBe('midpoint');
    expect(roundingOf({ readings: { rounding: 'floor' } })).toBe('floor');
  });

  test('that are undefined are left out', () => {
    expect(roundingOf({ readings: { rounding: undefined } })).toBe('midpoint');
  });
});

describe('trust', () => {
  test('skips the validation of the session', () => {
    const session = { ...peerSession(), 'no key of ours': 1 };
    expect(issuesOf(() => checkSession(session, { history: [] }))).toHaveLength(1);
    expect(checkSession(session, { history: [], trusted: true }).verdict).toBe('billable');
  });

  test('does not skip that of the options', () => {
    expect(issuesOf(() => checkSession(peerSession(), { trusted: true, asOf: 'today' }))).toHaveLength(1);
  });

  test('makes no difference to a session that is well-formed', () => {
    expect(checkSession(peerSession(), { history: [], trusted: true })).toEqual(peerResult());
  });
});

/** Sessions with many findings, some of them with numbers, hints and prices. */
const telling: [title: string, session: Session][] = [
  ['a complete session', peerSession()],
  ['a session of which nothing is known', { service: 'mo/peer-support', dateOfService: '2025-03-03' }],
  ['one over the limit', peerSession({ units: 40 })],
  [
    'one with a lapsed credential',
    peerSession({ staff: { credentials: [{ code: 'MO-CMPS', through: '2016-01-01' }] } }),
  ],
  ['one not in force', peerSession({ dateOfService: '2000-01-01' })],
  ['one with half its clock and a wrong charge', peerSession({ endTime: null, charge: '1.00' })],
  ['one of minus zero units', { ...peerSession(), units: -0 }],
];
const priced = createChecker({
  codes: { 'mo/peer-support': [{ procedureCode: 'H0038', rate: '4.95', from: '2016-01-01' }] },
});

describe.each(telling)('%s', (_title, session) => {
  const check = () => priced.checkSession(session, { history: [use(8)], asOf: '2017-05-01' });

  test('gives a result that JSON keeps as it is', () => {
    const result = check();
    expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result);
  });

  test('gives the same result again, whatever the caller did to the first', () => {
    const first = check();
    const kept = structuredClone(first);
    spoil(first);
    expect(first).not.toEqual(kept);
    expect(check()).toStrictEqual(kept);
  });

  test('is not changed by the check', () => {
    const options = frozen({ history: [use(8)], readings: { rounding: 'midpoint' as const } });
    const before = structuredClone(session);
    expect(() => priced.checkSession(frozen(structuredClone(session)), options)).not.toThrow();
    priced.checkSession(session, options);
    expect(session).toStrictEqual(before);
  });
});

describe('units beyond all measure', () => {
  const most = 1e9;

  test('of the most that may be stated give a result that JSON keeps as it is', () => {
    const history = Array.from({ length: 100 }, () => use(most));
    const result = checkSession(peerSession({ units: most }), { history });
    expect(result.findings.find(({ rule }) => rule === 'units/daily-limit')?.data).toMatchObject({
      used: 100 * most,
      over: 101 * most - 32,
    });
    expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result);
  });

  test('of more are refused, in the session and in each prior use', () => {
    const message = 'expected a number of at most 1000000000, found a larger one';
    expect(issuesOf(() => checkSession(peerSession({ units: 1e308 }), { history: [] }))).toEqual([
      { path: '/units', message },
    ]);
    expect(issuesOf(() => checkSession(peerSession(), { history: [use(most), use(most + 1)] }))).toEqual([
      { path: '/history/1/units', message },
    ]);
  });
});

test('own services stand beside the shipped ones, but for those left out', () => {
  const own = createChecker({ without: ['mt/imr'], services: [{ ...peerSupport, id: 'xx/own' }] });
  const shipped = services.map(({ id }) => id).filter((id) => id !== 'mt/imr');
  expect(own.services.map(({ id }) => id)).toEqual([...shipped, 'xx/own']);
  expect(own.checkSession({ ...peerSession(), service: 'xx/own' }, { history: [] }).verdict).toBe('billable');
});

describe('each function of a checker is over what it was given', () => {
  const id = 'xx/own';
  const config: CheckerConfig = {
    services: [{ ...peerSupport, id, title: 'Own' }],
    readings: { rounding: 'midpoint' },
    codes: { [id]: [{ procedureCode: 'H0000', unitMinutes: 15, rate: '2.00' }] },
  };
  const session = { ...peerSession(), service: id };
  const line = { procedureCode: 'H0000', service: id, dateOfService: '2017-05-16', units: 8 };
  const claim = { jurisdiction: 'XX', lines: [line] };
  const [ofSession, ofClaim] = [
    { kind: 'session', service: id, rules: { settings: { readings: { rounding: 'midpoint' } } } },
    { kind: 'claim', lines: [{ service: id, price: { charge: '16.00' } }] },
  ];
  function streamed(own: Checker, of: 'sessions' | 'claims' | 'records' | undefined, ...list: unknown[]) {
    const stream = own.createBatch({ of });
    for (const one of list) stream.add(one);
    return stream.end().results;
  }

  test.each<[name: string, give: (own: Checker) => unknown, expected: unknown]>([
    ['services', (own) => own.services.at(-1), { id, title: 'Own' }],
    ['serviceOf', (own) => own.serviceOf(id), { title: 'Own' }],
    ['checkSession', (own) => own.checkSession(session), ofSession],
    ['checkClaim', (own) => own.checkClaim(claim), ofClaim],
    ['checkSessions', (own) => own.checkSessions([session]).results, [ofSession]],
    ['checkClaims', (own) => own.checkClaims([claim]).results, [ofClaim]],
    ['checkRecords', (own) => own.checkRecords([session, claim]).results, [ofSession, ofClaim]],
    [
      'createBatch of sessions, unless stated',
      (own) => streamed(own, undefined, session, claim),
      [ofSession, { kind: 'invalid' }],
    ],
    ['createBatch of sessions', (own) => streamed(own, 'sessions', session), [ofSession]],
    ['createBatch of claims', (own) => streamed(own, 'claims', claim), [ofClaim]],
    ['createBatch of records', (own) => streamed(own, 'records', session, claim), [ofSession, ofClaim]],
  ])('%s', (_name, give, expected) => {
    expect(give(createChecker(config))).toMatchObject(expected as object);
  });

  test.each(['checkSessions', 'checkClaims', 'checkRecords'] as const)(
    '%s tells the caller of each entry',
    (name) => {
      let heard = 0;
      checker[name]([session, null], {}, () => heard++);
      expect(heard).toBe(2);
    },
  );
});

test('what is no definition of a service is refused, with its place', () => {
  const made = (...services: unknown[]) => issuesOf(() => createChecker({ services } as CheckerConfig));
  expect(made({ ...peerSupport, id: 'xx/own' }, 'mo/peer-support')).toEqual([
    { path: '/services/1', message: 'expected an object, found text' },
  ]);
  expect(made({ ...peerSupport, id: 'xx/own' }, { ...peerSupport, limits: 5 })).toEqual([
    { path: '/services/1/limits', message: 'expected a list, found a number' },
  ]);
  expect(made({ id: 'xx/none', criteria: [] })).toContainEqual({
    path: '/services/0/inForce',
    message: 'expected an object, found nothing',
  });
});

test('a code that is bound gives a unit where the document sets none, and may state the one that it sets', () => {
  const codes = {
    'xx/none': [{ procedureCode: 'H0000', unitMinutes: 30, rate: '10.00' }],
    'mo/peer-support': [{ procedureCode: 'H0038', unitMinutes: 15 }],
  };
  const { unit, limits, ...rest } = peerSupport;
  expect([unit?.minutes, limits?.length]).toEqual([15, 2]);
  const own = createChecker({ services: [{ ...rest, id: 'xx/none' }], codes });
  const unitsOf = (service: string) =>
    own.checkSession({ ...peerSession({ units: null }), service }).units?.supported;
  expect([unitsOf('xx/none'), unitsOf('mo/peer-support')]).toEqual([4, 8]);
});

test('prior uses of services that are not on file are told, since a misspelt one would count for nothing', () => {
  const told = (...services: string[]) =>
    checker
      .checkSession(peerSession(), { history: services.map((service) => use(1, { service })) })
      .notices.filter(({ code }) => code === 'uses-not-on-file');
  expect(told('mo/peer-suport', 'mo/H2017TG', 'other')).toMatchObject([{ data: { count: 2 } }]);
  expect(told('mo/peer-support', 'mo/H2017TG')).toEqual([]);
});
