import { describe, expect, test } from 'vitest';
import { checkClaims, createChecker, findService } from '../../../src/index.js';
import {
  benefit,
  changed,
  claim,
  codesIn,
  concept,
  item,
  people,
  read,
  to,
  usesIn,
  type Resource,
} from './support.js';

const services = { findService };
const history = (change: Resource, more = {}, finder: Parameters<typeof read>[2] = services) => {
  const file = read([...people, changed(benefit, change)], more, finder);
  return [usesIn(file), codesIn(file)] as const;
};
const use = {
  id: 'c0',
  payerClaimId: 'b1',
  memberId: 'M-1',
  service: 'mo/H2017HO',
  dateOfService: '2025-03-18',
  units: 4,
};
const coded = (code: string) => ({ coding: [{ code }] });

test('an item is a prior use, each fact with its place', () => {
  const { history: found, records } = read([...people, benefit], {}, services);
  expect(found).toEqual([
    {
      value: use,
      places: {
        '': 'ExplanationOfBenefit/b1.item[0]',
        '/id': 'ExplanationOfBenefit/b1.claim',
        '/payerClaimId': 'ExplanationOfBenefit/b1.id',
        '/memberId': 'Patient/p1.identifier[0].value',
        '/service': 'ExplanationOfBenefit/b1.item[0].productOrService',
        '/dateOfService': 'ExplanationOfBenefit/b1.item[0].servicedDate',
        '/units': 'ExplanationOfBenefit/b1.item[0].quantity',
      },
    },
  ]);
  expect(records).toEqual([]);
});

test('a claim that it does not pay may be a duplicate of it', () => {
  const isUnknown = (id: string) => {
    const file = read([...people, benefit, changed(claim, { id })], {}, services);
    const values = file.records.map(({ value }) => value);
    const { results } = checkClaims(values, { history: usesIn(file) ?? null });
    const [result] = results;
    const findings = result?.kind === 'claim' ? (result.lines[0]?.findings ?? []) : [];
    return findings.some(({ rule, outcome }) => rule === 'claim/duplicate' && outcome === 'unknown');
  };
  expect([isUnknown('c0'), isUnknown('c1')]).toEqual([false, true]);
});

describe('what a use takes of an ExplanationOfBenefit', () => {
  test.each<[string, Resource, Resource]>([
    ['its own id, of no claim', { claim: undefined }, { ...use, id: 'b1' }],
    ['the number of the payer', { identifier: [{ value: 'ICN-1' }] }, { ...use, payerClaimId: 'ICN-1' }],
    ['its id, of two numbers', { identifier: [{ value: 'ICN-1' }, { value: 'ICN-2' }] }, use],
    [
      'its times',
      item({
        servicedDate: undefined,
        servicedPeriod: { start: '2025-03-18T14:00:00Z', end: '2025-03-18T15:00:00Z' },
      }),
      { ...use, startTime: '09:00', endTime: '10:00' },
    ],
    [
      'its days',
      item({ servicedDate: undefined, servicedPeriod: { start: '2025-03-18', end: '2025-03-19' } }),
      { ...use, dateOfServiceThrough: '2025-03-19' },
    ],
    [
      'a service that is mapped',
      item({ productOrService: { coding: [...concept('PEER').coding, ...coded('H0038').coding] } }),
      { ...use, service: 'mo/peer-support' },
    ],
    ['a modifier that stands there twice, once', item({ modifier: [coded('HO'), coded('HO')] }), use],
  ])('%s', (_title, change, expected) => {
    expect(history(change)).toEqual([[expected], []]);
  });

  test('a code that no definition has', () => {
    const [uses] = history(item({ productOrService: coded('H0038'), modifier: undefined }));
    const coded0038 = { ...use, service: undefined, procedureCode: 'H0038' };
    expect(uses).toEqual([JSON.parse(JSON.stringify(coded0038))]);
  });

  test('a code that a checker binds', () => {
    const checker = createChecker({
      codes: { 'mo/peer-support': [{ procedureCode: 'H0038', modifiers: ['HO'] }] },
    });
    const [uses] = history(item({ productOrService: coded('H0038') }), {}, checker);
    expect(uses).toEqual([{ ...use, service: 'mo/peer-support' }]);
  });
});

describe('what is no use', () => {
  test.each<[string, Resource, string]>([
    ['cancelled', { status: 'cancelled' }, 'not-active'],
    ['a draft', { status: 'draft' }, 'not-active'],
    ['in error', { status: 'entered-in-error' }, 'entered-in-error'],
    ['queued', { outcome: 'queued' }, 'not-final'],
    ['partial', { outcome: 'partial' }, 'not-final'],
    ['of no outcome', { outcome: undefined }, 'not-final'],
    ['an authorization', { use: 'preauthorization' }, 'not-for-payment'],
    [
      'of a pharmacy',
      { type: concept('pharmacy', 'http://terminology.hl7.org/CodeSystem/claim-type') },
      'not-professional',
    ],
  ])('%s', (_title, change, code) => {
    expect(history(change)).toEqual([[], [code]]);
  });
});

describe('where a use cannot be read, it is not known what was used', () => {
  test.each<[string, Resource, string]>([
    ['no day', item({ servicedDate: '2025-03' }), 'line-day-not-read'],
    ['no code', item({ productOrService: undefined }), 'line-code-not-read'],
    ['no units', item({ quantity: undefined }), 'use-not-read'],
    ['minutes', item({ quantity: { value: 60, code: 'min' } }), 'use-not-read'],
    ['no items', { item: [] }, 'use-not-read'],
    ['no member', { patient: undefined }, 'use-not-read'],
    ['a member without a key', { patient: to('Patient/none') }, 'reference-not-found'],
    ['a changed meaning', { modifierExtension: [{}] }, 'meaning-changed'],
    ['a changed meaning of an item', item({ modifierExtension: [{}] }), 'meaning-changed'],
  ])('%s', (_title, change, code) => {
    const [uses, told] = history(change);
    expect(uses).toBeUndefined();
    expect(told).toContain(code);
    expect(told).toContain('use-not-read');
    const file = read([...people, benefit, changed(benefit, { ...change, id: 'b2' })], {}, services);
    expect(file.history).toBeUndefined();
  });

  test.each<[string, Resource, Parameters<typeof read>[2], string]>([
    ['no jurisdiction', { jurisdiction: null }, services, 'jurisdiction-not-known'],
    ['nobody who says which service it is', {}, undefined, 'services-not-given'],
    [
      'several services of the code',
      {},
      { findService: () => ({ service: null, problem: 'several-definitions' }) },
      'use-not-read',
    ],
  ])('%s', (_title, more, finder, code) => {
    const file = read([...people, benefit], more, finder);
    expect(file.history).toBeUndefined();
    expect(codesIn(file)).toContain(code);
  });

  test.each<[string, unknown, string]>([
    ['a line that is no JSON', undefined, 'not-json'],
    ['a line that is no resource', {}, 'not-a-resource'],
    [
      'pages that are not there',
      { resourceType: 'Bundle', link: [{ relation: 'next', url: 'x' }] },
      'more-pages',
    ],
    ['another version', { ...benefit, outcome: 'queued' }, 'versions-differ'],
  ])('%s', (_title, other, code) => {
    const file = read([benefit, other, ...people], {}, services);
    expect(file.history).toBeUndefined();
    expect(codesIn(file)).toContain(code);
  });

  test('a file without any says nothing of what was used', () => {
    expect(read([...people, claim], {}, services).history).toBeUndefined();
    expect(history({ status: 'cancelled' })[0]).toEqual([]);
  });

  test('the same twice is one', () => {
    expect(usesIn(read([benefit, ...people, benefit], {}, services))).toEqual([use]);
  });
});
