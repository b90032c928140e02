import { describe, expect, test } from 'vitest';
import type { CheckOptions } from '../../../src/index.js';
import { generalCitation, wholeSentences, peerResult, saidBy, type Change } from '../support.js';

const said = (change: Change, options: CheckOptions) =>
  saidBy('session/delivered', peerResult(change, options));

describe('the session of 2017-05-16', () => {
  test.each<[title: string, asOf: string | null, Change, outcome: string]>([
    ['checked on the day', '2017-05-16', {}, 'pass'],
    ['checked the day after', '2017-05-17', {}, 'pass'],
    ['with no phase stated, checked on the day', '2017-05-16', { phase: null }, 'pass'],
    [
      'proposed, checked the day before',
      '2017-05-15',
      { phase: 'proposed' },
      'not applicable: phase-proposed',
    ],
    ['with no day of the check', null, {}, 'not applicable: as-of-not-stated'],
  ])('%s', (_title, asOf, change, outcome) => {
    expect(said(change, { asOf })).toBe(outcome);
  });

  test.each<[title: string, Change]>([
    ['stated as delivered', {}],
    ['with no phase stated', { phase: null }],
  ])('%s, checked the day before', (_title, change) => {
    const message =
      'The session is recorded as delivered on 2017-05-16, after the day of the check, 2017-05-15.';
    expect(message).toMatch(wholeSentences);
    expect(said(change, { asOf: '2017-05-15' })).toStrictEqual({
      rule: 'session/delivered',
      outcome: 'fail',
      severity: 'error',
      message,
      data: { dateOfService: '2017-05-16', asOf: '2017-05-15' },
      paths: ['/dateOfService', '/phase'],
      missing: [],
      citations: [generalCitation('A service is billed after it was delivered')],
      basis: 'general',
      denials: [{ carc: '110', group: 'CO', likelihood: 'likely', seenAt: 'claim' }],
    });
  });
});
