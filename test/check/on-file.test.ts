import { expect, test } from 'vitest';
import {
  createChecker,
  peerSupport,
  services,
  type Checker,
  type CheckerConfig,
  type CheckOptions,
  type Criterion,
  type Service,
} from '../../src/index.js';

const session = { service: 'mo/peer-support', dateOfService: '2017-05-16' };
const midpoint = { rounding: 'midpoint' } as const;

const plain = createChecker();
const ofMidpoint = createChecker({ readings: midpoint });
const withOwn = createChecker({ services: [{ ...services[0], id: 'xx/own' } as Service] });

/** What a result tells of how it was judged. */
const toldBy = (checker: Checker, options: CheckOptions) =>
  checker.checkSession(session, options).rules.settings;

test.each<[title: string, told: object | undefined, checker: Checker, options: CheckOptions]>([
  ['no options', undefined, plain, {}],
  ['defaults that are stated', undefined, plain, { missingFacts: 'block', readings: { rounding: 'floor' } }],
  ['options that are null', undefined, plain, { missingFacts: null, asOf: null, readings: null }],
  ['the day', { asOf: '2025-04-01' }, plain, { asOf: '2025-04-01', missingFacts: 'block' }],
  ['missing facts reported', { missingFacts: 'report' }, plain, { missingFacts: 'report' }],
  [
    'missing facts reported, and the day',
    { missingFacts: 'report', asOf: '2025-04-01' },
    plain,
    { asOf: '2025-04-01', missingFacts: 'report' },
  ],
  [
    'a reading, and none that is the default',
    { readings: midpoint },
    plain,
    { readings: { ...midpoint, weekStartsOn: 0 } },
  ],
  ['a reading of the checker', { readings: midpoint }, ofMidpoint, {}],
  [
    'a reading of the checker, and the day',
    { readings: midpoint, asOf: '2025-04-01' },
    ofMidpoint,
    { asOf: '2025-04-01' },
  ],
  ['the default over a reading of the checker', undefined, ofMidpoint, { readings: { rounding: 'floor' } }],
])('a result tells what of its settings is not the default: %s', (_title, told, checker, options) => {
  expect(toldBy(checker, options)).toEqual(told);
});

const copy = (list: readonly Service[]) => JSON.parse(JSON.stringify(list)) as Service[];
const others = services.filter(({ id }) => id !== session.service);
const without = others.map(({ id }) => id);
const [last = peerSupport] = services.slice(-1);

test.each<[title: string, differs: boolean, config: CheckerConfig]>([
  ['the shipped ones', false, {}],
  ['the shipped ones as files', false, { without: services.map(({ id }) => id), services: copy(services) }],
  ['the shipped ones in another order', false, { without, services: copy(others).reverse() }],
  ['one of your own beside them', true, { services: [{ ...last, id: 'xx/own' }] }],
  ['all but the last', true, { without: [last.id] }],
  [
    'one of your own in place of the last',
    true,
    { without: [last.id], services: [{ ...last, id: 'xx/own' }] },
  ],
  ['the last with another title', true, { without: [last.id], services: [{ ...last, title: 'Own' }] }],
  [
    'each with another title',
    true,
    {
      without: services.map(({ id }) => id),
      services: services.map((service) => ({ ...service, title: 'Own' })),
    },
  ],
  ['a code that is bound', true, { codes: { 'mo/peer-support': [{ procedureCode: 'H0038' }] } }],
])(
  'a result tells whether the services on file are others than the shipped: %s',
  (_title, differs, config) => {
    const digest = expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as unknown;
    expect(toldBy(createChecker(config), {})).toEqual(differs ? { services: digest } : undefined);
  },
);

test('services of your own are told beside what the check states', () => {
  const { services, ...told } = toldBy(withOwn, { asOf: '2025-04-01', readings: midpoint }) ?? {};
  expect(told).toEqual({ asOf: '2025-04-01', readings: midpoint });
  expect(services).toBe(toldBy(withOwn, {})?.services);
});

test('two lists of services have two digests, and the same services in another order have one', () => {
  const own = ['xx/a', 'xx/b', 'xx/c'].map((id) => ({ ...last, id }));
  const digests = [own, [...own].reverse(), own.slice(1)].map(
    (services) => toldBy(createChecker({ services }), {})?.services,
  );
  expect(digests[1]).toBe(digests[0]);
  expect(digests[2]).not.toBe(digests[0]);
});

test('a definition is given with the clauses of a day where one is stated', () => {
  const [first, ...rest] = peerSupport.criteria;
  const dated: Service = {
    ...peerSupport,
    criteria: [{ ...first, from: '2025-01-01' } as Criterion, ...rest],
  };
  const clausesOn = (day?: string) => plain.serviceOf(dated, day).criteria.length;
  expect([undefined, '2024-12-31', '2025-01-01'].map(clausesOn)).toEqual([
    rest.length + 1,
    rest.length,
    rest.length + 1,
  ]);
});

test('of definitions of one id the one without a first day comes before all others', () => {
  const of = (title: string, inForce: { from?: string; through?: string }): Service => ({
    ...peerSupport,
    id: 'xx/own',
    title,
    inForce: { cite: peerSupport.inForce.cite, ...inForce },
  });
  const { serviceOf } = createChecker({
    services: [of('second', { from: '2025-01-01' }), of('first', { through: '2024-12-31' })],
  });
  const titles = ['1999-01-01', '2024-12-31', '2025-01-01', undefined].map(
    (day) => serviceOf('xx/own', day).title,
  );
  expect(titles).toEqual(['first', 'first', 'second', 'second']);
});
