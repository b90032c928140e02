import { expect, test } from 'vitest';
import * as library from '../../src/index.js';
import {
  DefinitionError,
  InputError,
  parseClaimOrThrow,
  parseSessionOrThrow,
  peerSupport,
  type Checker,
  type Service,
} from '../../src/index.js';

/** Whatever a public function is given: an answer, an InputError or a DefinitionError, and no other error. */

function fails(): never {
  throw new TypeError('of the caller');
}

function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

const throwing = (target: object) =>
  new Proxy(target, {
    get: fails,
    has: fails,
    ownKeys: fails,
    getPrototypeOf: fails,
    getOwnPropertyDescriptor: fails,
  });

/** An object of which one thing cannot be read. */
const withGetter = (object: object, key: string) =>
  Object.defineProperty({ ...object }, key, { get: fails, enumerable: true });

const session = { service: 'mo/peer-support', dateOfService: '2025-03-03' };
const claim = { jurisdiction: 'MO', lines: [{ procedureCode: 'H2017', dateOfService: '2025-03-03' }] };
const use = { ...session, units: 4 };
const query = { units: 4, on: '2025-03-03' };

const odd: readonly unknown[] = [
  ...[undefined, null, true, 0, NaN, '', 'x', 1n, Symbol('x'), () => 'x', [], {}, [null], [{}], [[]]],
  ...[
    new Date(0),
    new Map(),
    new Error('x'),
    Object.create(null) as unknown,
    Object.create({ units: 4 }) as unknown,
    /x/,
  ],
  ...[revoked({}), revoked([]), throwing({}), throwing([]), throwing(() => 'x')],
  ...[[revoked({})], [throwing({})], [withGetter(session, 'units')], withGetter([], '0')],
  ...['service', 'member', 'units'].map((key) => withGetter(session, key)),
  ...[withGetter(claim, 'lines'), { ...claim, lines: revoked([]) }, { ...claim, lines: [revoked({})] }],
  ...[
    { history: revoked([]) },
    { history: [revoked({})] },
    withGetter({}, 'history'),
    { history: [withGetter(use, 'id')] },
  ],
  ...[
    { readings: revoked({}) },
    { checker: revoked({}) },
    { checker: {} },
    { checker: 5 },
    withGetter({}, 'checker'),
  ],
  ...[{ services: [revoked({})] }, { services: revoked([]) }, { codes: revoked({}) }, { words: revoked({}) }],
  ...[
    { words: { activities: revoked({}) } },
    { codes: { 'mt/imr': revoked([]) } },
    { without: [revoked({})] },
  ],
  ...[{ criteria: [] }, { criteria: 5 }, { ...peerSupport, inForce: null }, { ...peerSupport, limits: 5 }],
  ...[
    withGetter(peerSupport, 'criteria'),
    withGetter(peerSupport, 'inForce'),
    { ...peerSupport, criteria: [{}] },
  ],
];

const { createChecker } = library;

/** Each function, by what it is given in the place of one argument. */
function functionsOf(of: Partial<Checker>): Record<string, (value: never) => unknown> {
  const checker = { ...library, ...of };
  return {
    checkSession: (value) => checker.checkSession(value),
    'checkSession, its options': (value) => checker.checkSession(session, value),
    checkClaim: (value) => checker.checkClaim(value),
    'checkClaim, its options': (value) => checker.checkClaim(claim, value),
    checkSessions: (value) => checker.checkSessions(value),
    'checkSessions, an entry': (value) => checker.checkSessions([session, value]),
    'checkSessions, its options': (value) => checker.checkSessions([session], value),
    'checkClaims, an entry': (value) => checker.checkClaims([value]),
    'checkClaims, its options': (value) => checker.checkClaims([claim], value),
    checkRecords: (value) => checker.checkRecords(value),
    'checkRecords, what a reader found': (value) => checker.checkRecords({ records: value }),
    'checkRecords, a record that it found': (value) => checker.checkRecords({ records: [value] }),
    'checkRecords, the value of a record': (value) => checker.checkRecords({ records: [{ value }] }),
    'checkRecords, the places of a record': (value) =>
      checker.checkRecords({ records: [{ value: session, places: value }] }),
    'checkRecords, what it could not read': (value) => checker.checkRecords({ records: [], problems: value }),
    'checkRecords, a problem': (value) => checker.checkRecords({ records: [], problems: [value] }),
    'checkRecords, an entry': (value) => checker.checkRecords([claim, value, session]),
    'checkRecords, its options': (value) => checker.checkRecords([claim], value),
    createBatch: (value) => checker.createBatch(value),
    'createBatch, an entry': (value) => {
      const batch = checker.createBatch({ of: 'records' });
      batch.add(value);
      return [batch.results(), batch.end()];
    },
    parseSession: (value) => checker.parseSession(value),
    parseClaim: (value) => checker.parseClaim(value),
    parseSessionOrThrow: (value) => parseSessionOrThrow(value),
    parseClaimOrThrow: (value) => parseClaimOrThrow(value),
    findService: (value) => checker.findService(value),
    'priceOf, its service': (value) => checker.priceOf(value, query),
    'priceOf, its query': (value) => checker.priceOf('mo/H2017TG', value),
    'remainingUnits, its service': (value) => checker.remainingUnits(value, { on: '2025-03-03' }),
    'remainingUnits, its query': (value) => checker.remainingUnits('mo/peer-support', value),
  };
}

const ofChecker = createChecker();
const functions: Record<string, (value: never) => unknown> = {
  ...functionsOf({}),
  ...Object.fromEntries(
    Object.entries(functionsOf(ofChecker)).map(([name, call]) => [`of a checker: ${name}`, call]),
  ),
  'of a checker: serviceOf': (value) => ofChecker.serviceOf(value),
  'of a checker: serviceOf on a day': (value) => ofChecker.serviceOf(value, '2025-03-03'),
  createChecker: (value) => library.createChecker(value),
  'createChecker, a definition': (value) => library.createChecker({ services: [value] }),
  'createChecker, an overlay': (value) => library.createChecker({ overlays: [value] }),
  'createChecker, its severities': (value) => library.createChecker({ severities: value }),
  'createChecker, a waiver': (value) => library.createChecker({ waivers: [value] }),
  compareAcross: (value) => library.compareAcross(value),
  'compareAcross, one that is placed': (value) => library.compareAcross([value]),
  'compareAcross, its options': (value) => library.compareAcross([], value),
  'createBatch, what was compared': (value) => library.createBatch({ across: value }),
  'createBatch, what was found': (value) =>
    library.createBatch({ across: { findings: value, together: [] } }),
  'createBatch, what is judged together': (value) =>
    library.createBatch({ across: { findings: {}, together: value } }),
  mergeNotices: (value) => library.mergeNotices(value),
  'mergeNotices, of a part': (value) => library.mergeNotices([value]),
  'mergeNotices, one of them': (value) => library.mergeNotices([[value]]),
  mergeTotals: (value) => library.mergeTotals(value),
  'mergeTotals, of a part': (value) => library.mergeTotals([value]),
  placeOf: (value) => library.placeOf(value, 0),
  'placeOf, its place': (value) => library.placeOf(session, value),
  defineService: (value) => library.defineService(value),
  describeService: (value) => library.describeService(value),
  'describeService, its options': (value) => library.describeService('mo/peer-support', value),
  explain: (value) => library.explain(value),
  'explain, its options': (value) => library.explain('member/age', value),
  unitsFor: (value) => library.unitsFor(value),
  'unitsFor, its rounding': (value) => library.unitsFor(60, value),
};

test.each(Object.entries(functions))('%s', (_name, call) => {
  const others = odd.flatMap((value, index) => {
    try {
      call(value as never);
    } catch (error) {
      if (!(error instanceof InputError || error instanceof DefinitionError)) return [[index, String(error)]];
      if (error.issues.length === 0 || error.message.includes('of the caller'))
        return [[index, error.message]];
    }
    return [];
  });
  expect(others).toEqual([]);
});

test('every public function is among them', () => {
  const named = Object.entries(library).flatMap(([name, value]) =>
    typeof value === 'function' && !name.endsWith('Error') ? [name] : [],
  );
  const tried = Object.keys(functions).map((name) => name.split(',')[0]);
  expect(named.filter((name) => !tried.includes(name))).toEqual([]);
  const ofCheckers = Object.entries(ofChecker).flatMap(([name, value]) =>
    typeof value === 'function' ? [`of a checker: ${name}`] : [],
  );
  expect(ofCheckers.filter((name) => !tried.includes(name))).toEqual([]);
});

test('a definition that is whole, and of nobody, is read as one on file', () => {
  const own = JSON.parse(JSON.stringify(peerSupport)) as Service;
  expect(library.describeService(own)).toEqual(library.describeService('mo/peer-support'));
});
