import { describe, expect, test } from 'vitest';
import { bulletin, wholeSentences, peerResult, saidBy } from '../support.js';
import { anyService, resultOf } from '../service/any-service.js';

const said = (units: number | null) => saidBy('units/whole', peerResult({ units }));

describe('whole units, at least one', () => {
  test.each([1, 2, 8, 32])('%d', (units) => {
    expect(said(units)).toBe('pass');
  });

  test.each([
    [0, '0 units are claimed. Units are billed whole, and at least one.'],
    [0.5, '0.5 units are claimed. Units are billed whole, and at least one.'],
    [1.5, '1.5 units are claimed. Units are billed whole, and at least one.'],
    [7.999, '7.999 units are claimed. Units are billed whole, and at least one.'],
  ])('%d is not', (units, message) => {
    expect(message).toMatch(wholeSentences);
    expect(said(units)).toStrictEqual({
      rule: 'units/whole',
      outcome: 'fail',
      severity: 'error',
      message,
      data: { claimed: units },
      paths: ['/units'],
      missing: [],
      citations: [bulletin('6.1')],
      basis: 'source',
      denials: [{ carc: '16', rarc: 'M53', group: 'CO', likelihood: 'likely', seenAt: 'claim' }],
    });
  });
});

test('no units stated: not applicable', () => {
  expect(said(null)).toBe('not applicable: units-not-stated');
});

test.each<[units: number, outcome: unknown]>([
  [1, 'pass'],
  [0, { outcome: 'fail', basis: 'general' }],
  [0.5, { outcome: 'fail', basis: 'general' }],
])('a document that sets no unit: %d', (units, outcome) => {
  const answer = saidBy('units/whole', resultOf(anyService, { units }));
  expect(answer).toEqual(typeof outcome === 'string' ? outcome : expect.objectContaining(outcome));
});
