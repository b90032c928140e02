import { describe, expect, test } from 'vitest';
import type { Service } from '../../../src/index.js';
import { general } from '../../../src/findings/citation.js';
import { priceOn } from '../../../src/rules/claim/rate.js';
import { anyService } from '../service/any-service.js';

const cite = general('A rate table');
const service: Service = {
  ...anyService,
  codes: [
    {
      funding: 'medicaid',
      procedureCode: 'H0000',
      modifiers: [],
      rates: [
        { from: '2020-01-01', rate: '20.36', providerPay: '17.72', cite },
        { from: '2024-07-01', rate: '21.00', providerPay: '18.00', cite, reading: 'letter-date' },
      ],
    },
    {
      funding: 'purchase-of-service',
      procedureCode: 'H0000P',
      modifiers: [],
      rates: [{ from: '2020-01-01', rate: '17.72', providerPay: '17.72', cite }],
    },
  ],
};

describe('the price of three units', () => {
  test.each([
    ['2020-01-01', 'medicaid', '61.08', '53.16', '2020-01-01'],
    ['2024-06-30', 'medicaid', '61.08', '53.16', '2020-01-01'],
    ['2024-07-01', 'medicaid', '63.00', '54.00', '2024-07-01'],
    ['2024-07-01', 'purchase-of-service', '53.16', '53.16', '2020-01-01'],
  ] as const)(
    'on %s, %s: charge %s, provider pay %s, rate of %s',
    (on, funding, charge, providerPay, from) => {
      expect(priceOn(service, { units: 3, on, funding })).toMatchObject({ charge, providerPay, from, cite });
    },
  );

  test.each([
    ['before the first rate', service, '2019-12-31'],
    ['where the document names no code', anyService, '2025-01-01'],
  ])('is not known %s', (_title, of, on) => {
    expect(priceOn(of, { units: 3, on, funding: 'medicaid' })).toBeUndefined();
  });
});

test('a rate without a day holds on every day', () => {
  const rates = [{ rate: '4.95', providerPay: '4.38', cite }];
  const bound = { ...service, codes: [{ ...codeOf(service), rates }] };
  const price = priceOn(bound, { units: 3, on: '0001-01-01', funding: 'medicaid' });
  expect(price).toMatchObject({ rate: '4.95', charge: '14.85', providerPay: '13.14' });
  expect(price?.from).toBeUndefined();
});

function codeOf({ codes }: Service) {
  const [first] = codes ?? [];
  if (first === undefined) throw new Error('no code');
  return first;
}

test('a rate that rests on a reading says so', () => {
  expect(priceOn(service, { units: 1, on: '2024-07-01', funding: 'medicaid' })).toHaveProperty(
    'reading',
    'letter-date',
  );
  expect(priceOn(service, { units: 1, on: '2020-01-01', funding: 'medicaid' })?.reading).toBeUndefined();
});

describe('two codes of one funding, one of them for groups', () => {
  const code = codeOf(service);
  const forGroups = { ...code, modifiers: ['HQ'], rates: [{ rate: '5.09', providerPay: '4.43', cite }] };
  const alike = { ...forGroups, rates: code.rates };
  const query = { units: 3, on: '2024-06-30', funding: 'medicaid' } as const;

  test('a code that is known is priced at its own rate', () => {
    const both = { ...service, codes: [code, forGroups] };
    expect(priceOn(both, { ...query, code })).toHaveProperty('charge', '61.08');
    expect(priceOn(both, { ...query, code: forGroups })).toHaveProperty('charge', '15.27');
  });

  test('where the code is not known, only a rate that they share is taken', () => {
    expect(priceOn({ ...service, codes: [code, forGroups] }, query)).toBeUndefined();
    expect(priceOn({ ...service, codes: [forGroups, code] }, query)).toBeUndefined();
    expect(priceOn({ ...service, codes: [code, alike] }, query)).toHaveProperty('charge', '61.08');
    expect(priceOn({ ...service, codes: [code, { ...forGroups, rates: [] }] }, query)).toBeUndefined();
    const paidOtherwise = { ...alike, rates: [{ rate: '20.36', providerPay: '17.00', cite }] };
    expect(priceOn({ ...service, codes: [code, paidOtherwise] }, query)).toBeUndefined();
  });

  test('a code of another payer than the one billed tells no rate', () => {
    const ofPurchase = { ...forGroups, funding: 'purchase-of-service' as const };
    expect(priceOn({ ...service, codes: [code, ofPurchase] }, { ...query, code: ofPurchase })).toHaveProperty(
      'charge',
      '61.08',
    );
  });
});
