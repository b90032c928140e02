import { describe, expect, test } from 'vitest';
import { checkClaims, type CheckOptions, type Claim } from '../../../src/index.js';
import { claimOf, lineOf, resultOf, type Change } from '../../claims/support.js';
import { generalCitation, wholeSentences } from '../support.js';

const says = 'A claim is judged by all its lines.';

/** A billable claim of which so many lines were left out. */
function claim(linesLeftOut: number | null, change: Change = {}): Claim {
  return claimOf('mo-H2017HO', [lineOf('mo-H2017HO', change)], { linesLeftOut });
}

describe('lines that could not be carried over', () => {
  test.each([
    [1, '1 line of the claim could not be carried over, and nothing is known of it.'],
    [2, '2 lines of the claim could not be carried over, and nothing is known of them.'],
  ])('%s', (linesLeftOut, fact) => {
    const { findings, verdict, lines } = resultOf(claim(linesLeftOut));
    expect(findings).toStrictEqual([
      {
        rule: 'claim/complete',
        outcome: 'unknown',
        severity: 'error',
        message: `${fact} ${says}`,
        data: { linesLeftOut },
        paths: ['/linesLeftOut'],
        missing: [
          {
            path: '/linesLeftOut',
            question: 'How many lines of the claim could not be carried over from where it comes from?',
            type: 'integer',
            heldBy: 'billing',
          },
        ],
        citations: [generalCitation('A claim is judged by all its lines')],
        basis: 'general',
        denials: [],
      },
    ]);
    expect(`${fact} ${says}`).toMatch(wholeSentences);
    expect([verdict, lines[0]?.verdict]).toEqual(['undetermined', 'billable']);
  });

  test.each([0, null])('none (%s)', (linesLeftOut) => {
    const { findings, verdict } = resultOf(claim(linesLeftOut));
    expect([findings, verdict]).toEqual([[], 'billable']);
  });
});

test.each<[title: string, Change, CheckOptions, verdict: string]>([
  ['a line that fails', { session: { skillsBased: false } }, {}, 'not-billable'],
  ['missing facts that are only reported', {}, { missingFacts: 'report' }, 'undetermined'],
  ['a missing fact that is only reported', { staff: null }, { missingFacts: 'report' }, 'undetermined'],
])('beside %s', (_title, change, options, verdict) => {
  expect(resultOf(claim(1, change), options).verdict).toBe(verdict);
});

test('its money is undetermined, and its units are used', () => {
  const one = { ...claim(1), id: 'C-1' };
  const { results, totals } = checkClaims([one, { ...claim(0), id: 'C-2' }], { history: [] });
  expect(results.map(({ verdict }) => verdict)).toEqual(['undetermined', 'not-billable']);
  expect(totals).toMatchObject({ undetermined: 1, notBillable: 1, undeterminedCharge: '81.44' });
});
