import { describe, expect, test } from 'vitest';
import { createChecker, imr, type CodeBindings, type SessionResult } from '../../src/index.js';
import { InputError } from '../../src/facts/input-error.js';
import { saidBy, type Change } from '../rules/support.js';
import { oneLine } from '../claims/support.js';
import { sessionOf } from '../support/cases.js';
import { withoutCodes } from '../support/issues.js';
import { notVoid } from '../support/not-void.js';

type Bindings = CodeBindings[string];

const code = { procedureCode: 'H2017', unitMinutes: 15, rate: '20.00' };

function checkerWith(bindings: Bindings, service = 'mt/imr') {
  return createChecker({ codes: { [service]: bindings } });
}

function resultWith(bindings: Bindings, change: Change = {}) {
  return checkerWith(bindings).checkSession(sessionOf({ base: 'mt-imr', change }));
}

function lineWith(bindings: Bindings, written: Readonly<Record<string, string | string[]>>): SessionResult {
  const claim = oneLine('mt-imr', { service: null, charge: '80.00', ...written });
  const [line] = notVoid(checkerWith(bindings).checkClaim(claim, { history: [] })).lines;
  if (line === undefined) throw new Error('the claim has a line');
  return { ...line, kind: 'session', service: line.service ?? 'none' };
}

function issuesOf(bindings: Bindings, service?: string) {
  try {
    checkerWith(bindings, service);
  } catch (error) {
    if (error instanceof InputError) return withoutCodes(error.issues);
    throw error;
  }
  return [];
}

describe('an hour of Montana IMR, under a code that the caller binds', () => {
  test('has units, a rate and a charge', () => {
    const result = resultWith([code], { units: 5, charge: '100.00' });
    expect(result.verdict).toBe('not-billable');
    expect(result.units).toEqual({ claimed: 5, supported: 4, minutes: 60, rounding: 'floor' });
    expect(result.price).toMatchObject({ rate: '20.00', charge: '100.00', providerPay: '100.00' });
    expect(saidBy('units/time', result)).toMatchObject({ outcome: 'fail' });
    expect(saidBy('claim/charge', result)).toBe('pass');
  });

  test.each<[title: string, Bindings, charge: string | undefined]>([
    ['a rate of that day', [{ ...code, from: '2023-02-07' }], '80.00'],
    ['a rate from the day after', [{ ...code, from: '2023-02-08' }], undefined],
    ['a rate of the other payer', [{ ...code, funding: 'purchase-of-service' }], undefined],
    ['no rate', [{ procedureCode: 'H2017', unitMinutes: 15 }], undefined],
    ['a new rate of the same code', [code, { ...code, rate: '21.00', from: '2023-02-07' }], '84.00'],
    ['the same, stated first', [{ ...code, rate: '21.00', from: '2023-02-07' }, code], '84.00'],
    ['a new rate later', [{ ...code, rate: '21.00', from: '2023-02-08' }, code], '80.00'],
    ['a second code at another rate', [code, { ...code, modifiers: ['HQ'], rate: '5.00' }], undefined],
    ['a second code at the same rate', [code, { ...code, modifiers: ['HQ'] }], '80.00'],
  ])('%s', (_title, bindings, charge) => {
    expect(resultWith(bindings).price?.charge).toBe(charge);
  });

  test('which of two codes at different rates is meant is not guessed', () => {
    const bindings = [code, { ...code, modifiers: ['HQ'], rate: '5.00' }];
    const result = resultWith(bindings, { charge: '20.00' });
    expect(saidBy('claim/charge', result)).toBe('not applicable: rates-differ');
    expect(checkerWith(bindings).serviceOf('mt/imr').codes).toHaveLength(2);
  });

  test('the code of a claim line tells which', () => {
    const bindings = [
      { ...code, rate: '5.00' },
      { ...code, modifiers: ['HQ'] },
    ];
    expect(lineWith(bindings, { procedureCode: 'H2017' }).price).toMatchObject({ rate: '5.00' });
    const line = lineWith(bindings, { procedureCode: 'H2017HQ' });
    expect(line.price).toMatchObject({ rate: '20.00', charge: '80.00' });
    expect(saidBy('claim/charge', line)).toBe('pass');
  });

  test.each<[title: string, binding: Bindings[number]]>([
    ['small letters', { ...code, procedureCode: 'h2017', modifiers: ['hb'] }],
    ['run together', { ...code, procedureCode: 'H2017HB' }],
    ['with spaces', { ...code, procedureCode: ' H2017 ', modifiers: [' HB'] }],
  ])('a code bound in %s is found', (_title, binding) => {
    const line = lineWith([binding], { procedureCode: 'H2017', modifiers: ['HB'] });
    expect([line.service, line.verdict]).toEqual(['mt/imr', 'billable']);
  });

  test('no code in the list is as if none were bound', () => {
    expect(saidBy('claim/code', lineWith([], { procedureCode: 'H2017', service: 'mt/imr' }))).toBe(
      'not applicable: no-code-on-file',
    );
  });

  test('without a unit no time tells the units: they are asked for', () => {
    const result = resultWith([{ procedureCode: 'H2017', rate: '20.00' }], { charge: '80.00' });
    expect(result).not.toHaveProperty('price');
    expect(saidBy('claim/charge', result)).toMatchObject({
      outcome: 'unknown',
      message: 'Not known: the units. The charge is the rate times the units.',
      missing: [{ path: '/units' }],
    });
  });
});

describe("a rate that is bound takes the place of the document's", () => {
  const purchase = { funding: 'purchase-of-service' as const, procedureCode: 'H2017G' };
  const rateOn = (bindings: Bindings, dateOfService: string) =>
    checkerWith(bindings, 'mo/H2017TG').checkSession({
      service: 'mo/H2017TG',
      funding: 'purchase-of-service',
      dateOfService,
      units: 1,
    }).price?.rate;

  test.each<[title: string, from: string | null, before: string, after: string]>([
    ['on every day', null, '4.50', '4.50'],
    ['from its first day on', '2023-01-01', '4.38', '4.50'],
    ['from the very day of the document', '2009-03-30', '4.50', '4.50'],
  ])('%s', (_title, from, before, after) => {
    const bindings = [{ ...purchase, rate: '4.50', from }];
    expect([rateOn(bindings, '2022-12-31'), rateOn(bindings, '2023-01-01')]).toEqual([before, after]);
    expect(checkerWith(bindings, 'mo/H2017TG').serviceOf('mo/H2017TG').codes).toHaveLength(2);
  });
});

describe('bindings that do not go together are told', () => {
  test.each<[title: string, Bindings, path: string, message: string]>([
    [
      'two lengths of a unit',
      [code, { ...code, procedureCode: 'H2018', unitMinutes: 60 }],
      '/1/unitMinutes',
      'expected the unit that a code before it has, 15 minutes, or none',
    ],
    [
      'two rates of one code from one day',
      [code, { ...code, procedureCode: 'h2017', rate: '21.00' }],
      '/1/from',
      'expected a later day than that of the other rate of the same code',
    ],
    [
      'provider pay without a rate',
      [{ procedureCode: 'H2017', providerPay: '17.00' }],
      '/0/rate',
      'expected the rate beside the provider pay, found none',
    ],
    [
      'a modifier twice',
      [{ ...code, procedureCode: 'H2017HB', modifiers: ['hb'] }],
      '/0/modifiers',
      'expected each modifier once, found one twice',
    ],
    [
      'an empty code',
      [{ ...code, procedureCode: '' }],
      '/0/procedureCode',
      'expected text that is not empty, found empty text',
    ],
  ])('%s', (_title, bindings, path, message) => {
    expect(issuesOf(bindings)).toEqual([{ path: `/codes/mt~1imr${path}`, message }]);
  });

  test('each by its code', () => {
    const said = [
      [code, { ...code, procedureCode: 'H2018', unitMinutes: 60 }],
      [code, { ...code, procedureCode: 'h2017', rate: '21.00' }],
      [{ procedureCode: 'H2017', providerPay: '17.00' }],
      [{ ...code, procedureCode: 'H2017HB', modifiers: ['hb'] }],
    ].map((bindings) => {
      try {
        checkerWith(bindings);
      } catch (error) {
        if (error instanceof InputError) return error.issues.map((issue) => issue.code);
      }
      return [];
    });
    expect(said).toEqual([['does-not-fit'], ['not-in-order'], ['not-stated'], ['said-twice']]);
  });

  test('the same length of a unit for each code goes together', () => {
    expect(issuesOf([code, { ...code, procedureCode: 'H2018' }, { procedureCode: 'H2019' }])).toEqual([]);
  });
});

describe('names that every object has', () => {
  test.each(['constructor', '__proto__'])(
    'a service of the name %s has the codes that are bound to it',
    (id) => {
      const services = [{ ...imr, id }];
      const codes = JSON.parse(`{"${id}": [{ "procedureCode": "H2017" }]}`) as CodeBindings;
      expect(createChecker({ services }).serviceOf(id).codes).toBeUndefined();
      expect(createChecker({ services, codes: {} }).serviceOf(id).codes).toBeUndefined();
      if (id === 'constructor')
        expect(createChecker({ services, codes }).serviceOf(id).codes).toHaveLength(1);
    },
  );

  test.each(['constructor', '__proto__', 'toString'])('%s is no service on file', (id) => {
    const codes = JSON.parse(`{"${id}": []}`) as CodeBindings;
    expect(() => createChecker({ codes })).toThrow('/codes: expected the id of a service on file; on file: ');
  });
});

describe('what a code of the caller changes is told', () => {
  const told = (codes: CodeBindings, line: object) => {
    const claim = {
      jurisdiction: 'MO',
      lines: [{ dateOfService: '2024-03-12', units: 6, ...line }] as never,
    };
    const result = notVoid(createChecker({ codes }).checkClaim(claim)).lines[0];
    return result?.notices.filter(({ code: one }) => one === 'rate-bound' || one === 'code-bound-to-several');
  };
  const tg = { procedureCode: 'H2017', modifiers: ['TG'] };

  test('and a charge is compared with the rate of the caller', () => {
    const codes = { 'mo/H2017TG': [{ ...tg, rate: '5.20' }] };
    const session = { service: 'mo/H2017TG', dateOfService: '2024-03-12', units: 6, charge: '29.70' };
    const { findings } = createChecker({ codes }).checkSession(session);
    expect(findings.find(({ rule }) => rule === 'claim/charge')?.message).toBe(
      'The charge of $29.70 is less than $31.20, 6 units at your own rate of $5.20.',
    );
  });

  test.each<[string, Bindings, data: object[]]>([
    ['a rate over that of the State', [{ ...tg, rate: '5.20' }], [{ rate: '5.20', documents: '4.95' }]],
    [
      'one from the day on',
      [{ ...tg, rate: '5.20', from: '2024-03-12' }],
      [{ rate: '5.20', documents: '4.95' }],
    ],
    ['one from a later day', [{ ...tg, rate: '5.20', from: '2024-03-13' }], []],
    ['a code without a rate', [tg], []],
  ])('%s', (_what, bindings, data) => {
    expect(told({ 'mo/H2017TG': bindings }, tg)).toMatchObject(
      data.map((one) => ({ code: 'rate-bound', data: one })),
    );
  });

  test('a rate where the document sets none is over none', () => {
    const codes = { 'mo/peer-support': [{ procedureCode: 'H0038', rate: '16.00' }] };
    expect(told(codes, { procedureCode: 'H0038' })).toEqual([]);
  });

  test.each([
    ['of a line that states no service', {}, ['mo/H2017TG', 'mo/peer-support']],
    ['of a line that states it', { service: 'mo/H2017TG' }, undefined],
  ])('a code that another service has: %s', (_what, stated, services) => {
    expect(told({ 'mo/peer-support': [tg] }, { ...tg, ...stated })).toMatchObject(
      services === undefined ? [] : [{ code: 'code-bound-to-several', data: { services } }],
    );
  });

  test('a definition shows nothing of it', () => {
    const { services } = createChecker({ codes: { 'mo/H2017TG': [{ ...tg, rate: '5.20' }] } });
    const again = createChecker({
      without: services.map(({ id }) => id),
      services: JSON.parse(JSON.stringify(services)) as typeof services,
    });
    expect(JSON.parse(JSON.stringify(again.services))).toEqual(JSON.parse(JSON.stringify(services)));
  });
});

test('what is wrong under a key that is no service on file is told without the key', () => {
  const codes = { 'Jane Doe': 5, 'mt/imr': 5 } as unknown as CodeBindings;
  expect(() => createChecker({ codes })).toThrow(
    '/codes: expected a list, found a number\n/codes/mt~1imr: expected a list, found a number',
  );
  expect(() => createChecker({ codes: [] as unknown as CodeBindings })).toThrow('/codes: expected an object');
  expect(() => createChecker({ codes: { 'Jane Doe': [] } })).toThrow(
    /^\/codes: expected the id of a service/,
  );
});
