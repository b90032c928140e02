import { describe, expect, test } from 'vitest';
import { createChecker, type Claim, type ClaimResult, type PriorUse } from '../../src/index.js';
import { notice } from '../../src/findings/notices.js';
import { claimOf, foundIn, lineOf, type Change } from './support.js';

const checker = createChecker();
const daily = 'units/daily-limit';

/** A claim of peer support of M-4 on 2017-05-16, from 09:00 unless stated. */
function claim(id: string | null, units: number, change: Partial<Claim> = {}, hour = 9): Claim {
  const two = (number: number) => String(number).padStart(2, '0');
  const line = lineOf('mo-peer-support', {
    units,
    charge: null,
    session: {
      startTime: `${two(hour)}:00`,
      endTime: `${two(hour + Math.floor(units / 4))}:${two((units % 4) * 15)}`,
    },
  });
  return claimOf('mo-peer-support', [line], { id, ...change } as unknown as Change);
}

const replacing = (replaces: string): Partial<Claim> => ({ frequency: 'replacement', replaces });
const voiding = (replaces: string): Partial<Claim> => ({ frequency: 'void', replaces });
const of = (id: string | null) => ({ member: { ...claim(null, 1).member, id } });

const use: PriorUse = {
  id: 'L-1',
  service: 'mo/peer-support',
  memberId: 'M-4',
  dateOfService: '2017-05-16',
  units: 30,
  startTime: '19:00',
};

function checked(claims: readonly Claim[], history: PriorUse[] = []) {
  const { results, totals, notices } = checker.checkClaims(claims, { history });
  const said = results.map((result) =>
    'lines' in result
      ? [result.verdict, ...result.lines.flatMap((line) => Object.keys(foundIn(line)))]
      : [result.kind],
  );
  const nothing = notices.flatMap((one) => (one.code === 'replaces-nothing' ? [one.data.count] : []));
  return { said, totals, nothing };
}

describe('what was billed before', () => {
  test.each<[title: string, Partial<Claim>, PriorUse, said: string[]]>([
    ['of the id that is named', replacing('L-1'), use, ['billable']],
    [
      "of the payer's number that is named",
      replacing('9000'),
      { ...use, payerClaimId: '9000' },
      ['billable'],
    ],
    [
      "of the payer's number, of another member",
      replacing('9000'),
      { ...use, memberId: 'M-9', payerClaimId: '9000' },
      ['billable'],
    ],
    ['of another id', replacing('L-2'), { ...use, payerClaimId: '9000' }, ['not-billable', daily]],
    ['of another id, whose other number is not known', replacing('9000'), use, ['undetermined', daily]],
    [
      'of another id, not known, on another day',
      replacing('9000'),
      { ...use, dateOfService: '2017-05-17' },
      ['billable'],
    ],
    ['named by an original claim', { replaces: 'L-1' }, use, ['not-billable', daily]],
    ['named by nobody', { frequency: 'replacement' }, use, ['not-billable', daily]],
  ])('%s', (_title, change, prior, said) => {
    expect(checked([claim('C-2', 8, change)], [prior]).said).toEqual([said]);
    const alone = checker.checkClaim(claim('C-2', 8, change), { history: [prior] });
    expect(alone).toMatchObject({ verdict: said[0] });
  });

  test('is dropped for every claim of the check', () => {
    const later = claim('C-3', 8, {}, 14);
    expect(checked([claim('C-2', 4, replacing('L-1')), later], [use]).said).toEqual([
      ['billable', 'claim/one-line'],
      ['billable', 'claim/one-line'],
    ]);
    expect(checked([claim('C-2', 4), later], [{ ...use, units: 28 }]).said[1]).toEqual([
      'not-billable',
      daily,
      'claim/one-line',
    ]);
  });

  test('of another member that has the id is not replaced', () => {
    const other = { ...use, memberId: 'M-9' };
    const { said, nothing } = checked(
      [claim('C-2', 8, replacing('L-1')), claim('C-3', 8, of('M-9'), 14)],
      [other],
    );
    expect(said).toEqual([['billable'], ['not-billable', daily]]);
    expect(nothing).toEqual([1]);
  });

  test('of no member may be what a claim of none replaces, and of any service that a line of it has', () => {
    const ofNobody = { ...use, memberId: null };
    const replacement = claim('C-2', 8, { ...replacing('9000'), ...of(null) });
    const [line] = replacement.lines;
    const lines = [line, { ...line, procedureCode: 'H9999', service: null }] as Claim['lines'];
    const { verdict, lines: results } = checker.checkClaim(
      { ...replacement, lines },
      {
        history: [ofNobody],
      },
    ) as ClaimResult;
    expect(verdict).toBe('undetermined');
    expect(results.map((line) => Object.keys(foundIn(line)))).toEqual([[daily], ['claim/code']]);
  });

  test('that may be replaced may be the session of an entry whose member is not stated', () => {
    const same = { ...use, units: 4, startTime: '09:00', endTime: '11:00' };
    const { said } = checked([claim('C-2', 8, replacing('9000'), 14), claim('C-3', 8, of(null))], [same]);
    expect(said[1]).toContain('claim/duplicate');
  });

  test('that may be replaced may be the session of any entry', () => {
    const same = { ...use, units: 4, startTime: '09:00', endTime: '11:00' };
    expect(checked([claim('C-2', 8, replacing('9000'))], [same]).said).toEqual([
      ['undetermined', 'claim/duplicate'],
    ]);
    const overlapping = { ...same, startTime: '10:00' };
    expect(checked([claim('C-2', 8, replacing('9000'))], [overlapping]).said).toEqual([
      ['undetermined', 'schedule/member-overlap'],
    ]);
  });

  test('says so', () => {
    const { results } = checker.checkClaims([claim('C-2', 8, replacing('9000'))], {
      history: [{ ...use, units: 4, startTime: '09:00' }],
    });
    expect(results).toMatchObject([
      {
        lines: [
          {
            findings: [
              {
                rule: 'claim/duplicate',
                message:
                  'Whether a claim replaces what was already billed of this session is not known. A session is billed once.',
                missing: [{ path: '/history' }],
              },
            ],
          },
        ],
      },
    ]);
  });

  test('is not known: it is not found, and a notice says so', () => {
    const { notices } = checker.checkClaims([claim('C-2', 8, replacing('L-1'))]);
    expect(notices).toContainEqual(notice('replaces-nothing', { count: 1 }));
  });
});

describe('another claim of the batch', () => {
  test.each<[title: string, other: Claim, change: Partial<Claim>]>([
    ['of the id that is named', claim('C-1', 30), replacing('C-1')],
    ["of the payer's number", claim('C-1', 30, { payerClaimId: '9000' }), replacing('9000')],
    [
      'of another member, by number',
      claim('C-1', 30, { ...of('M-9'), payerClaimId: '9000' }),
      replacing('9000'),
    ],
    ['of no member', claim('C-1', 30, { member: null }), replacing('C-1')],
  ])('%s is judged alone, and in no sum', (_title, other, change) => {
    const { said, totals, nothing } = checked([other, claim('C-2', 8, change)]);
    expect(said[1]).toEqual(['billable']);
    expect(totals).toMatchObject({ entries: 2, billable: 1, notBillable: 0, undetermined: 0, units: 8 });
    expect(nothing).toEqual([]);
  });

  test('that is not billable moves no total', () => {
    const { said, totals } = checked([claim('C-1', 33), claim('C-2', 8, replacing('C-1'))]);
    expect(said).toEqual([['not-billable', daily], ['billable']]);
    expect(totals).toMatchObject({ entries: 2, billable: 1, notBillable: 0 });
  });

  test('says so, and its replacement does not', () => {
    const { results } = checker.checkClaims([claim('C-1', 8), claim('C-2', 8, replacing('C-1'))], {
      history: [],
    });
    const says = results.map(
      (result) => 'notices' in result && result.notices.some((one) => one.code === 'replaced'),
    );
    expect(says).toEqual([true, false]);
  });

  test('whose member has a key that is alike: whether a use is the one replaced is not known', () => {
    const ofAlike = { ...use, memberId: 'm-4' };
    const { said, nothing } = checked([claim('C-2', 8, replacing('L-1'))], [ofAlike]);
    expect(said).toEqual([['undetermined', daily]]);
    expect(nothing).toEqual([]);
  });

  test('that has the id of its replacement', () => {
    const { said, totals } = checked([claim('C-1', 8), claim('C-1', 7, replacing('C-1'))]);
    expect(said).toEqual([['billable'], ['billable']]);
    expect(totals).toMatchObject({ entries: 2, billable: 1, units: 7 });
  });

  test('of another member, by id, is another claim', () => {
    const { totals, nothing } = checked([claim('C-1', 8, of('M-9'), 14), claim('C-2', 8, replacing('C-1'))]);
    expect(totals).toMatchObject({ entries: 2, billable: 2, units: 16 });
    expect(nothing).toEqual([1]);
  });

  test('that stands for it in turn is compared as any other', () => {
    const twice = claim('C-1', 8, replacing('C-1'));
    const { said, totals, nothing } = checked([twice, twice]);
    expect(said).toEqual([['billable'], ['not-billable', 'claim/duplicate']]);
    expect(totals).toMatchObject({ billable: 1, notBillable: 1 });
    expect(nothing).toEqual([2]);
  });

  test('and a session of the id', () => {
    const session = {
      service: 'mo/peer-support',
      id: 'S-1',
      dateOfService: '2017-05-16',
      member: { id: 'M-4' },
      units: 8,
    };
    const { totals } = checker.checkRecords([session, claim('C-2', 8, replacing('S-1')), null], {
      history: [],
    });
    expect(totals).toMatchObject({ entries: 3, billable: 1, undetermined: 0, invalid: 1, units: 8 });
  });
});

describe('a void', () => {
  test('asks for nothing, and takes back what it names', () => {
    const { said, totals, nothing } = checked([claim('C-9', 32, voiding('L-1')), claim('C-3', 8)], [use]);
    expect(said).toEqual([['void'], ['billable']]);
    expect(totals).toMatchObject({ entries: 2, billable: 1, void: 1, units: 8 });
    expect(nothing).toEqual([]);
  });

  test('has a result without a verdict', () => {
    const { results } = checker.checkClaims(
      [claim('C-9', 8, { frequency: 'void' }), claim(null, 8, voiding('C-9'))],
      {
        history: [],
      },
    );
    expect(results).toMatchObject([
      { kind: 'void', id: 'C-9', findings: [{ rule: 'claim/replaces' }], notices: [] },
      { kind: 'void', findings: [], notices: [] },
    ]);
    expect(results.every((result) => !('verdict' in result))).toBe(true);
    expect(results[1]).not.toHaveProperty('id');
  });

  test('alone says whether there is what it names', () => {
    const alone = (history: PriorUse[]) => checker.checkClaim(claim('C-9', 8, voiding('L-1')), { history });
    expect(alone([use])).toStrictEqual({ kind: 'void', id: 'C-9', findings: [], notices: [] });
    expect(alone([])).toMatchObject({ notices: [notice('replaces-nothing', { count: 1 })] });
  });

  test('that finds nothing leaves open what it may take back', () => {
    const { said } = checked([claim('C-9', 8, voiding('9000')), claim('C-3', 8)], [use]);
    expect(said).toEqual([['void'], ['undetermined', daily]]);
  });

  test('of a member that comes after another, in a stream', () => {
    const stream = checker.createBatch({ of: 'claims', history: [use] });
    stream.add(claim('C-1', 8, of('M-9')));
    stream.add(claim('C-9', 32, voiding('L-1')));
    stream.add(claim('C-3', 8));
    const { results, totals } = stream.end();
    expect(results.map(({ kind }) => kind)).toEqual(['claim', 'void', 'claim']);
    expect(totals).toMatchObject({ entries: 3, billable: 2, void: 1, units: 16 });
  });
});
