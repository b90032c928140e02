import { describe, expect, test } from 'vitest';
import * as billability from '../../src/index.js';
import {
  createChecker,
  findService,
  H2017TG,
  InputError,
  peerSupport,
  priceOf,
  type CodeQuery,
  type Service,
} from '../../src/index.js';
import { notice } from '../../src/findings/notices.js';

type Code = Omit<CodeQuery, 'on'>;
const on = '2025-03-03';

describe('the service of a code', () => {
  test.each<[Code, service: string, funding: string]>([
    [{ jurisdiction: 'MO', procedureCode: 'H2017', modifiers: ['TG'] }, 'mo/H2017TG', 'medicaid'],
    [{ jurisdiction: 'MO', procedureCode: 'H2017', modifiers: ['HQ', 'HO'] }, 'mo/H2017HOHQ', 'medicaid'],
    [{ jurisdiction: 'MO', procedureCode: 'h2017hohq' }, 'mo/H2017HOHQ', 'medicaid'],
    [{ jurisdiction: 'MO', procedureCode: 'H2017G' }, 'mo/H2017TG', 'purchase-of-service'],
  ])('%j: %s, paid by %s', (code, service, funding) => {
    expect(findService({ ...code, on })).toEqual({ service, funding });
  });

  test.each<[Code, problem: string]>([
    [{ jurisdiction: 'MO', procedureCode: 'H2017' }, 'no-definition'],
    [{ jurisdiction: 'MT', procedureCode: 'H2017', modifiers: ['TG'] }, 'no-definition'],
    [{ jurisdiction: 'MO', procedureCode: 'H2017', modifiers: ['TG', 'TG'] }, 'doubled-modifier'],
  ])('%j: none, %s', (code, problem) => {
    expect(findService({ ...code, on })).toMatchObject({ service: null, problem });
  });
});

describe('a checker looks up in what it was given', () => {
  const own = { ...peerSupport, id: 'xx/own', title: 'Own' };
  const codes = { 'xx/own': [{ procedureCode: 'H0038', unitMinutes: 15, rate: '4.00' }] };
  const made = () => createChecker({ without: ['mo/peer-support'], services: [own], codes });

  test('a code that is bound to an own service', () => {
    const query = { jurisdiction: 'MO', procedureCode: 'H0038', on };
    expect(made().findService(query)).toEqual({ service: 'xx/own', funding: 'medicaid' });
    expect(findService(query)).toMatchObject({ service: null });
  });

  test('the price of an own service', () => {
    expect(made().priceOf('xx/own', { units: 4, on })).toMatchObject({ charge: '16.00' });
  });

  test('what is left of the limits of an own service', () => {
    const history = [{ service: 'xx/own', dateOfService: on, units: 2 }];
    expect(made().remainingUnits('xx/own', { on, history })[0]).toMatchObject({ limit: 32, remaining: 30 });
  });

  test('a service that it leaves out is not on file', () => {
    expect(() => made().remainingUnits('mo/peer-support', { on, history: [] })).toThrow(InputError);
  });

  test('all that it can do, the top level does', () => {
    const ofItsOwn = ['services', 'serviceOf'];
    const shared = Object.keys(made()).filter((name) => !ofItsOwn.includes(name));
    expect(Object.keys(billability)).toEqual(expect.arrayContaining(shared));
  });
});

test.each([
  ['2009-03-29', { service: null, problem: 'not-in-force', nearest: [{ service: 'mo/H2017TG' }] }],
  ['2009-03-30', { service: 'mo/H2017TG', funding: 'medicaid' }],
])('H2017 TG on %s, the definition being in force from 2009-03-30', (day, found) => {
  expect(findService({ jurisdiction: 'MO', procedureCode: 'H2017TG', on: day })).toMatchObject(found);
});

test('a code that several definitions have names none of them', () => {
  const other = { ...H2017TG, id: 'xx/other' };
  const query = { jurisdiction: 'MO', procedureCode: 'H2017', modifiers: ['TG'], on };
  expect(createChecker({ services: [other] }).findService(query)).toMatchObject({
    service: null,
    problem: 'several-definitions',
    nearest: [{ service: 'mo/H2017TG' }, { service: 'xx/other' }],
  });
});

describe('the price of units', () => {
  test.each([
    ['mo/H2017TG', { units: 6, on: '2024-03-12' }, '4.95', '29.70', '26.28'],
    ['mo/H2017TG', { units: 6, on: '2024-03-12', funding: 'purchase-of-service' }, '4.38', '26.28', '26.28'],
  ] as const)('%s %j: at %s, %s, provider pay %s', (service, query, rate, charge, providerPay) => {
    expect(priceOf(service, query)).toMatchObject({ rate, charge, providerPay });
  });

  test.each([
    ['mo/peer-support', '2025-03-03', 'rate-not-set'],
    ['mo/peer-support', '2014-09-30', 'not-in-force'],
  ] as const)('%s on %s: none, %s', (service, on, code) => {
    expect(priceOf(service, { units: 4, on })).toEqual({
      rate: null,
      charge: null,
      providerPay: null,
      notice: notice(code),
    });
  });

  test('a service that is not on file has none', () => {
    expect(() => priceOf('mo/acupuncture', { units: 4, on: '2025-03-03' })).toThrow(InputError);
  });

  test('codes of a service that are bound to different rates', () => {
    const codes = ['H0038', 'H0039'].map((procedureCode, index) => ({
      procedureCode,
      rate: `${String(index + 4)}.00`,
    }));
    const checker = createChecker({ codes: { 'mo/peer-support': codes } });
    expect(checker.priceOf('mo/peer-support', { units: 4, on: '2025-03-03' })).toMatchObject({
      charge: null,
      notice: notice('rates-differ'),
    });
  });

  const { cite } = peerSupport.inForce;
  const priced = (rates: readonly object[]): Service => ({
    ...peerSupport,
    codes: [{ funding: 'medicaid', procedureCode: 'H0038', modifiers: [], rates: rates as never }],
  });
  const reading = 'purchase-rate' as const;

  test.each([
    ['a rate without a first day', { rate: '4.95', providerPay: '4.38', cite }, {}],
    [
      'a rate with a first day',
      { from: '2020-01-01', rate: '4.95', providerPay: '4.38', cite },
      { from: '2020-01-01' },
    ],
    [
      'a rate that rests on a reading',
      { rate: '4.95', providerPay: '4.38', cite, reading },
      { citation: { ...cite, basis: 'reading' } },
    ],
  ])('%s', (_what, rate, said) => {
    expect(priceOf(priced([rate]), { units: 2, on: '2025-03-03' })).toStrictEqual({
      rate: '4.95',
      charge: '9.90',
      providerPay: '8.76',
      citation: cite,
      ...said,
    });
  });
});
