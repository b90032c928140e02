import { describe, expect, test } from 'vitest';
import type { Claim, PriorUse } from '../../src/index.js';
import { claimOf, lineOf } from '../claims/support.js';
import { checker } from './support.js';

/** What members are judged one by one for: a batch of claims in parts is not that of all claims, and says so. */

const line = lineOf('mo-peer-support', { charge: null });
const ofMember = (member: string | null, id: string, change: Partial<Claim> = {}): Claim => {
  const made = claimOf('mo-peer-support', [line]);
  return { ...made, id, member: { ...made.member, id: member }, ...change };
};
const replacing = (replaces: string): Partial<Claim> => ({ frequency: 'replacement', replaces });
const voiding = (replaces: string): Partial<Claim> => ({ frequency: 'void', replaces });

interface Said {
  /** Of each claim, what stands against it as a whole, or that another one stands for it. */
  readonly claims: readonly (readonly string[])[];
  readonly units: number;
  readonly replacesNothing: number;
}

type Judged = Pick<ReturnType<typeof checker.checkClaims>, 'results' | 'totals' | 'notices'>;

function said({ results, totals, notices }: Judged): Said {
  return {
    claims: results.map((result) => {
      if (result.kind === 'invalid') return ['invalid'];
      const replaced = result.notices.flatMap(({ code }) => (code === 'replaced' ? [code] : []));
      return [...result.findings.map(({ rule }) => rule), ...replaced];
    }),
    units: totals.units,
    replacesNothing: notices.find((one) => one.code === 'replaces-nothing')?.data.count ?? 0,
  };
}

function inParts(claims: readonly Claim[], history: readonly PriorUse[]) {
  const stream = checker.createBatch({ of: 'claims', history });
  for (const one of claims) stream.add(one);
  const done = stream.end();
  const counted = done.notices.flatMap((one) => (one.code === 'not-compared' ? [one.data] : []));
  return { ...done, counted };
}

const use: PriorUse = {
  id: 'L-1',
  payerClaimId: 'P-1',
  service: 'mo/peer-support',
  memberId: 'M-1',
  dateOfService: '2017-05-16',
  startTime: '19:00',
  units: 30,
};

describe('claims of several members, in parts, are not what they are together:', () => {
  test.each<{
    title: string;
    claims: Claim[];
    history?: PriorUse[];
    together: Said;
    apart: Said;
    counted: { ids: number; replacements: number; noMember: number };
  }>([
    {
      title: "one that replaces another member's, by the number of the payer",
      claims: [ofMember('M-1', 'C-1', { payerClaimId: 'P-9' }), ofMember('M-2', 'C-2', replacing('P-9'))],
      together: { claims: [['replaced'], []], units: 8, replacesNothing: 0 },
      apart: { claims: [[], []], units: 16, replacesNothing: 1 },
      counted: { ids: 2, replacements: 1, noMember: 0 },
    },
    {
      title: "one that voids another member's",
      claims: [ofMember('M-1', 'C-1', { payerClaimId: 'P-9' }), ofMember('M-2', 'C-2', voiding('P-9'))],
      together: { claims: [['replaced'], []], units: 0, replacesNothing: 0 },
      apart: { claims: [[], []], units: 8, replacesNothing: 1 },
      counted: { ids: 1, replacements: 1, noMember: 0 },
    },
    {
      title: 'one of no member and no id, which may be of any',
      claims: [ofMember('M-1', 'C-1'), ofMember(null, 'C-2', { ...replacing('C-1'), id: null })],
      together: { claims: [['replaced'], []], units: 8, replacesNothing: 0 },
      apart: { claims: [[], []], units: 16, replacesNothing: 1 },
      counted: { ids: 1, replacements: 1, noMember: 1 },
    },
    {
      title: 'one that replaces what was billed before of another member',
      claims: [ofMember('M-2', 'C-2', replacing('P-1'))],
      history: [use],
      together: { claims: [[]], units: 8, replacesNothing: 0 },
      apart: { claims: [[]], units: 8, replacesNothing: 1 },
      counted: { ids: 1, replacements: 1, noMember: 0 },
    },
    {
      title: 'two of one id',
      claims: [ofMember('M-1', 'C-1'), ofMember('M-2', 'C-1')],
      together: { claims: [['claim/duplicate'], ['claim/duplicate']], units: 16, replacesNothing: 0 },
      apart: { claims: [[], []], units: 16, replacesNothing: 0 },
      counted: { ids: 2, replacements: 0, noMember: 0 },
    },
  ])('$title', ({ claims, history = [], together, apart, counted }) => {
    expect(said(checker.checkClaims(claims, { history }))).toEqual(together);
    const parts = inParts(claims, history);
    expect(said(parts)).toEqual(apart);
    expect(parts.counted).toMatchObject([counted]);
  });

  test('but for one that stands for what is of its own member, with which it is compared', () => {
    const claims = [ofMember('M-1', 'C-1'), ofMember('M-1', 'C-2', replacing('C-1'))];
    const parts = inParts(claims, []);
    expect(said(parts)).toEqual(said(checker.checkClaims(claims, { history: [] })));
    expect(said(parts)).toEqual({ claims: [['replaced'], []], units: 8, replacesNothing: 0 });
    // What is of another one may have that number, too.
    expect(parts.counted).toMatchObject([{ ids: 1, replacements: 1 }]);
  });
});
