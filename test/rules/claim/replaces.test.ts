import { expect, test } from 'vitest';
import { checkClaim, type Claim } from '../../../src/index.js';
import { claimOf, lineOf, type Change } from '../../claims/support.js';
import { generalCitation, wholeSentences } from '../support.js';

const rule = 'claim/replaces';

function found(change: Partial<Claim>) {
  const claim = claimOf('mo-H2017HO', [lineOf('mo-H2017HO')], { id: 'C-1', ...change } as unknown as Change);
  return checkClaim(claim, { history: [] }).findings.filter((one) => one.rule === rule);
}

test.each<[change: Partial<Claim>, isFound: boolean]>([
  [{}, false],
  [{ frequency: 'original' }, false],
  [{ frequency: null, replaces: null }, false],
  [{ frequency: 'replacement', replaces: 'C-0' }, false],
  [{ frequency: 'void', replaces: 'C-0' }, false],
  [{ frequency: 'replacement' }, true],
  [{ frequency: 'void' }, true],
  [{ frequency: 'original', replaces: 'C-0' }, true],
  [{ replaces: 'C-0' }, true],
])('%j', (change, isFound) => {
  expect(found(change)).toHaveLength(isFound ? 1 : 0);
});

test.each([
  [{ frequency: 'replacement' }, 'The claim is a replacement, and does not name the claim that it replaces.'],
  [{ frequency: 'void' }, 'The claim is a void, and does not name the claim that it takes back.'],
  [{ replaces: 'C-0' }, 'The claim is an original one, and names a claim that it replaces.'],
] as const)('%j: %s', (change, sentence) => {
  const [finding] = found(change);
  expect(finding?.message).toMatch(wholeSentences);
  expect(finding?.message.startsWith(sentence)).toBe(true);
});

test('the finding', () => {
  expect(found({ frequency: 'replacement' })).toStrictEqual([
    {
      rule,
      outcome: 'fail',
      severity: 'warning',
      message:
        'The claim is a replacement, and does not name the claim that it replaces. A claim that replaces or voids another one names it, and no other does.',
      data: { frequency: 'replacement' },
      paths: ['/frequency', '/replaces'],
      missing: [],
      citations: [generalCitation('A claim that stands for another names it')],
      basis: 'general',
      denials: [{ carc: '16', rarc: 'M47', group: 'CO', likelihood: 'likely', seenAt: 'claim' }],
    },
  ]);
});
