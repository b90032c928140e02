import { describe, expect, test } from 'vitest';
import { general, notSetBySource } from '../../../src/findings/citation.js';
import type { CheckOptions, Citation, CodeBindings, Service } from '../../../src/index.js';
import { claimCharge } from '../../../src/rules/claim/charge.js';
import { anyService } from '../service/any-service.js';
import { generalCitation, wholeSentences, peerResult, questionOf, saidBy, type Change } from '../support.js';

const medicaid = { procedureCode: 'H0038', rate: '4.95', providerPay: '4.38', from: '2016-01-01' };

function resultWith(change: Change, bindings: CodeBindings[string] = [medicaid], options?: CheckOptions) {
  return peerResult(change, options, { codes: { 'mo/peer-support': bindings } });
}
const said = (change: Change, bindings?: CodeBindings[string]) =>
  saidBy('claim/charge', resultWith(change, bindings));

const always = {
  rule: 'claim/charge',
  severity: 'warning',
  citations: [generalCitation("The caller's own configuration of codes")],
  basis: 'general',
};

describe('8 units at 4.95', () => {
  test('39.60: pass', () => {
    expect(said({ charge: '39.60' })).toBe('pass');
  });

  test.each<[charge: string, string, difference: string, denials: object[]]>([
    [
      '39.61',
      'The charge of $39.61 is more than $39.60, 8 units at the Medicaid rate of $4.95.',
      '0.01',
      [{ carc: '45', rarc: 'N600', group: 'CO', likelihood: 'likely', seenAt: 'claim' }],
    ],
    [
      '39.59',
      'The charge of $39.59 is less than $39.60, 8 units at the Medicaid rate of $4.95.',
      '-0.01',
      [],
    ],
    ['0.00', 'The charge of $0.00 is less than $39.60, 8 units at the Medicaid rate of $4.95.', '-39.60', []],
  ])('%s: a warning', (charge, message, difference, denials) => {
    expect(message).toMatch(wholeSentences);
    expect(said({ charge })).toStrictEqual({
      ...always,
      outcome: 'fail',
      message,
      data: { charge, expected: '39.60', difference, rate: '4.95', units: 8 },
      paths: ['/charge', '/units'],
      missing: [],
      denials,
    });
    expect(resultWith({ charge }).verdict).toBe('billable');
  });

  test('units that follow from the time', () => {
    expect(said({ charge: '39.60', units: null })).toBe('pass');
  });

  test.each([
    ['that end before they start', { endTime: '08:00' }],
    ['with fewer minutes between than stated', { minutes: 500 }],
  ])('units not stated, and times %s: there is nothing to compare with, and no price', (_title, times) => {
    const result = resultWith({ charge: '39.60', units: null, ...times });
    expect(saidBy('claim/charge', result)).toBe('not applicable: times-tell-no-units');
    expect(result).not.toHaveProperty('price');
    expect(said({ charge: '39.60', ...times })).toBe('pass');
  });

  test('units stated, and an end that nothing is before: the units are charged for all the same', () => {
    const times = { startTime: null, endTime: '00:00' };
    expect(said({ charge: '39.60', ...times })).toBe('pass');
    expect(said({ charge: '39.61', ...times })).toMatchObject({ outcome: 'fail', data: { units: 8 } });
  });

  test('units and time not known', () => {
    const change = { charge: '39.60', units: null, startTime: null, endTime: null };
    expect(said(change)).toStrictEqual({
      ...always,
      outcome: 'unknown',
      message: 'Not known: the start time; the end time. The charge is the rate times the units.',
      data: { charge: '39.60', expected: null, difference: null, rate: '4.95', units: null },
      paths: ['/charge', '/units', '/startTime', '/endTime'],
      missing: [questionOf.start, questionOf.end],
      denials: [],
    });
  });
});

describe('with one clock time, which may turn out such that it tells no units', () => {
  const half = { units: null, endTime: null };

  test('nothing ends at 00:00, so that there is nothing to compare', () => {
    const change = { units: null, startTime: null, endTime: '00:00', charge: '39.60' };
    expect(said(change)).toBe('not applicable: times-tell-no-units');
  });

  test.each<[title: string, Record<string, string | number | null>, mayBe: boolean]>([
    ['30 minutes from 23:30 on: they may be so', { startTime: '23:30', endTime: null, minutes: 30 }, true],
    [
      '31 minutes from 23:30 on: they cannot be so',
      { startTime: '23:30', endTime: null, minutes: 31 },
      false,
    ],
    ['30 minutes until 00:30: they may be so', { startTime: null, endTime: '00:30', minutes: 30 }, true],
    ['31 minutes until 00:30: they cannot be so', { startTime: null, endTime: '00:30', minutes: 31 }, false],
    ['0 minutes until 00:00: they cannot be so', { startTime: null, endTime: '00:00', minutes: 0 }, false],
  ])('%s', (_title, times, mayBe) => {
    const judged = said({ units: null, charge: '39.60', ...times });
    if (mayBe) expect(judged).toMatchObject({ outcome: 'unknown' });
    else expect(judged).toBe('not applicable: times-tell-no-units');
  });

  test.each([
    ['39.60', 120],
    ['39.61', 120],
    ['39.61', null],
    ['39.60', null],
  ])('%s for %s minutes', (charge, minutes) => {
    const outcome = charge === '39.60' && minutes === 120 ? 'pass' : 'unknown';
    const judged = said({ ...half, charge, minutes });
    expect(typeof judged === 'string' ? judged : judged.outcome).toBe(outcome);
    if (typeof judged !== 'string') expect(judged).toMatchObject({ missing: [questionOf.end], denials: [] });
  });
});

describe('not applicable', () => {
  test.each<[title: string, Change, CodeBindings[string], reason: string]>([
    ['no charge', {}, [medicaid], 'charge-not-stated'],
    ['the day before the rate', { charge: '1.00', dateOfService: '2015-12-31' }, [medicaid], 'rate-not-set'],
    [
      'no rate for the funding',
      { charge: '1.00', funding: 'purchase-of-service' },
      [medicaid],
      'rate-not-set',
    ],
    ['a code without a rate', { charge: '1.00' }, [{ procedureCode: 'H0038' }], 'rate-not-set'],
    ['no code', { charge: '1.00' }, [], 'rate-not-set'],
  ])('%s', (_title, change, bindings, reason) => {
    expect(said(change, bindings)).toBe(`not applicable: ${reason}`);
  });
});

describe('two codes with different rates', () => {
  const bindings = [medicaid, { ...medicaid, modifiers: ['HQ'], rate: '1.20', providerPay: '1.00' }];
  const severalRates = 'not applicable: rates-differ';
  const noUnits = 'not applicable: times-tell-no-units';

  test.each<[title: string, Change, reason: string]>([
    ['units stated', {}, severalRates],
    ['units stated, and times that cannot be so', { endTime: '08:00' }, severalRates],
    ['units not stated', { units: null }, severalRates],
    ['units not stated, and times that cannot be so', { units: null, endTime: '08:00' }, noUnits],
  ])('%s', (_title, change, reason) => {
    expect(said({ charge: '39.60', ...(change as object) }, bindings)).toBe(reason);
    expect(said({ charge: '39.60', funding: null, ...(change as object) }, bindings)).toBe(reason);
  });
});

describe('the rule cites the first rate on file', () => {
  const cite = general('A rate table');
  const code = { funding: 'medicaid' as const, procedureCode: 'H0000', modifiers: [] };
  const rates = [{ rate: '4.95', providerPay: '4.38', cite }];

  test.each<[title: string, codes: NonNullable<Service['codes']>, cited: Citation]>([
    ['of its first code', [{ ...code, rates }], cite],
    ['of which its code has none', [{ ...code, rates: [] }], notSetBySource],
    ['of which there is none without a code', [], notSetBySource],
  ])('%s', (_title, codes, cited) => {
    expect(claimCharge.forService({ ...anyService, codes })?.cite).toEqual(cited);
  });

  test('of which there is none where the document names no code', () => {
    expect(claimCharge.forService(anyService)?.cite).toEqual(notSetBySource);
  });
});

describe('two rates by date of service', () => {
  const bindings = [medicaid, { ...medicaid, rate: '5.10', providerPay: '4.50', from: '2017-05-16' }];

  test.each([
    ['2015-12-31', '39.60', 'not applicable: rate-not-set'],
    ['2016-01-01', '39.60', 'pass'],
    ['2017-05-15', '39.60', 'pass'],
    ['2017-05-16', '40.80', 'pass'],
    ['2017-05-17', '40.80', 'pass'],
  ])('%s at %s', (dateOfService, charge, outcome) => {
    expect(said({ dateOfService, charge }, bindings)).toBe(outcome);
    expect(said({ dateOfService, charge }, [...bindings].reverse())).toBe(outcome);
  });

  test('the old rate on the day of the new one', () => {
    expect(said({ charge: '39.60' }, bindings)).toMatchObject({
      outcome: 'fail',
      data: { expected: '40.80', difference: '-1.20', rate: '5.10' },
    });
  });
});

describe('Purchase of Service funds have a rate of their own', () => {
  const purchase = { ...medicaid, funding: 'purchase-of-service' as const, rate: '4.38', providerPay: null };
  const bindings = [medicaid, purchase];

  test.each([
    ['medicaid', '39.60'],
    ['purchase-of-service', '35.04'],
    [null, '39.60'],
  ])('%s: %s', (funding, charge) => {
    expect(said({ funding, charge }, bindings)).toBe('pass');
  });

  test('which the provider is paid, too', () => {
    const { price } = resultWith({ funding: 'purchase-of-service' }, bindings);
    expect(price).toMatchObject({ rate: '4.38', charge: '35.04', providerPay: '35.04' });
  });
});
