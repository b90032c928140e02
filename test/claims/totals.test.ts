import { describe, expect, test } from 'vitest';
import { createChecker, type Claim, type ClaimLine } from '../../src/index.js';
import { claimOf, foundIn, lineOf, oneLine, resultOf, type Base, type Change } from './support.js';
import { notice } from '../../src/findings/notices.js';

const oneCharge = [notice('charges-left-out', { count: 1, of: 'line', unitsNotKnown: 0 })];

const checker = createChecker();
/** A Missouri claim: 6 units of H2017TG, 4 of H2017HO and 4 of H2017HOHQ, one after the other on 2024-03-12. */
function threeLines(...changes: Change[]): Claim {
  const bases: Base[] = ['mo-H2017TG', 'mo-H2017HO', 'mo-H2017HOHQ'];
  return claimOf(
    'mo-H2017TG',
    bases.map((base, index) => lineOf(base, changes[index] ?? {})),
  );
}
const noCharge = { charge: null };
const lapsed = { staff: { credentials: [] } };
const notSaid = { staff: { credentials: null } };

describe('totals of a claim, to the cent', () => {
  // 6 x 4.95 = 29.70, 4 x 20.36 = 81.44, 4 x 5.09 = 20.36: 131.50 in all.
  test.each<[title: string, Claim, verdict: string, sums: [units: number, string, string, string, string]]>([
    ['charges stated', threeLines(), 'billable', [14, '131.50', '131.50', '0.00', '0.00']],
    [
      'rate times units',
      threeLines(noCharge, noCharge, noCharge),
      'billable',
      [14, '131.50', '131.50', '0.00', '0.00'],
    ],
    ['one of each', threeLines({}, noCharge, {}), 'billable', [14, '131.50', '131.50', '0.00', '0.00']],
    [
      'a charge over by a cent',
      threeLines({ charge: '29.71' }),
      'billable',
      [14, '131.51', '131.51', '0.00', '0.00'],
    ],
    [
      'a charge under by a cent',
      threeLines({ charge: '29.69' }),
      'billable',
      [14, '131.49', '131.49', '0.00', '0.00'],
    ],
    [
      'a charge of nothing',
      threeLines({ charge: '0.00' }),
      'billable',
      [14, '101.80', '101.80', '0.00', '0.00'],
    ],
    ['the first not billable', threeLines(lapsed), 'not-billable', [14, '131.50', '101.80', '29.70', '0.00']],
    [
      'the second undetermined',
      threeLines({}, notSaid),
      'undetermined',
      [14, '131.50', '50.06', '0.00', '81.44'],
    ],
    [
      'one of each kind',
      threeLines(lapsed, notSaid),
      'not-billable',
      [14, '131.50', '20.36', '29.70', '81.44'],
    ],
    [
      'no code on file',
      threeLines({ modifiers: [] }),
      'undetermined',
      [14, '131.50', '101.80', '0.00', '29.70'],
    ],
    [
      'units of nothing',
      threeLines({ units: 0, charge: '0.00' }),
      'not-billable',
      [8, '101.80', '101.80', '0.00', '0.00'],
    ],
  ])(
    '%s',
    (_title, claim, verdict, [units, charge, billableCharge, notBillableCharge, undeterminedCharge]) => {
      const result = resultOf(claim);
      expect(result.verdict).toBe(verdict);
      expect(result.totals).toEqual({ units, charge, billableCharge, notBillableCharge, undeterminedCharge });
    },
  );

  test('local codes at the rate of Purchase of Service', () => {
    // 6 x 4.38 = 26.28, 4 x 17.72 = 70.88, 4 x 4.43 = 17.72.
    const local = (code: string) => ({ procedureCode: code, modifiers: [], charge: null });
    const { totals } = resultOf(threeLines(local('H2017G'), local('H2017P'), local('H2017S')));
    expect([totals.charge, totals.billableCharge]).toEqual(['114.88', '114.88']);
  });

  test('many lines that floating point would get wrong', () => {
    const lines = Array.from({ length: 30 }, (_, index) =>
      lineOf('mo-H2017TG', {
        dateOfService: `2024-03-${String(index + 1).padStart(2, '0')}`,
        units: 1,
        charge: '0.10',
        session: { minutes: 15, startTime: null, endTime: null },
      }),
    );
    expect(resultOf(claimOf('mo-H2017TG', lines)).totals.charge).toBe('3.00');
  });

  test('a charge that is not stated and of which no rate is on file is left out, and a notice says so', () => {
    const claim = claimOf('mo-peer-support', [
      lineOf('mo-peer-support'),
      lineOf('mo-peer-support', { charge: '39.60', session: { startTime: '13:00', endTime: '15:00' } }),
    ]);
    const { totals, notices, verdict } = resultOf(claim);
    expect([verdict, totals.units, totals.charge]).toEqual(['billable', 16, '39.60']);
    expect(notices.filter(({ code }) => code === 'charges-left-out')).toEqual(oneCharge);
  });

  test('so is that of a line whose code is not on file', () => {
    const { totals, notices } = resultOf(threeLines({ modifiers: [], charge: null }));
    expect([totals.units, totals.charge, totals.undeterminedCharge]).toEqual([14, '101.80', '0.00']);
    expect(notices).toEqual(expect.arrayContaining(oneCharge));
  });
});

describe('a charge and the rate times the units', () => {
  test.each<[charge: string, outcome: string | undefined, denials: string[]]>([
    ['29.70', undefined, []],
    ['29.71', 'fail', ['45']],
    ['29.69', 'fail', []],
    ['297.00', 'fail', ['45']],
  ])('%s for 6 units at 4.95', (charge, outcome, denials) => {
    const { verdict, lines } = resultOf(oneLine('mo-H2017TG', { charge }));
    const found = lines.flatMap(({ findings }) => findings).filter(({ rule }) => rule === 'claim/charge');
    expect(verdict).toBe('billable');
    expect(found.map((one) => one.outcome)).toEqual(outcome === undefined ? [] : [outcome]);
    expect(found.map(({ severity }) => severity)).toEqual(outcome === undefined ? [] : ['warning']);
    expect(found.flatMap((one) => one.denials.map(({ carc }) => carc))).toEqual(denials);
  });

  test('the Medicaid charge on a local code is over', () => {
    const { lines } = resultOf(oneLine('mo-H2017TG', { procedureCode: 'H2017G', modifiers: [] }));
    expect(lines.map(foundIn)).toEqual([{ 'claim/charge': 'fail' }]);
    expect(lines[0]?.findings[0]).toMatchObject({
      data: { charge: '29.70', expected: '26.28', difference: '3.42' },
    });
  });
});

describe('totals of a batch of claims', () => {
  const claims = (...list: readonly (readonly [id: string, ...lines: ClaimLine[]])[]): Claim[] =>
    list.map(([id, ...lines]) => claimOf('mo-H2017TG', lines, { id, member: { id: `M-${id}` } }));
  /** A line in a group of its own. */
  const tg = (group: string, staff: object = {}, change: object = {}) =>
    lineOf('mo-H2017TG', {
      session: { group: { id: group } },
      staff: { id: `T-${group}`, ...staff },
      ...change,
    });

  test('count claims, and add up lines', () => {
    const result = checker.checkClaims(
      [
        ...claims(
          ['A', tg('A')],
          ['B', tg('B', { credentials: [] }), tg('B2', {}, { dateOfService: '2024-03-13' })],
          ['C', tg('C', { credentials: null })],
        ),
        null,
        { ...claims(['D', tg('D')])[0], lines: [] },
      ],
      { history: [] },
    );
    // 5 claims; 4 lines of 29.70: 118.80.
    expect(result.totals).toEqual({
      entries: 5,
      billable: 1,
      notBillable: 1,
      undetermined: 1,
      invalid: 2,
      notTakenPlace: 0,
      void: 0,
      units: 24,
      charge: '118.80',
      billableCharge: '59.40',
      notBillableCharge: '29.70',
      undeterminedCharge: '29.70',
    });
    expect(result.results.map(({ verdict }) => verdict)).toEqual([
      'billable',
      'not-billable',
      'undetermined',
      'invalid',
      'invalid',
    ]);
  });

  test('of nothing are zero', () => {
    expect(checker.checkClaims([], { history: [] })).toMatchObject({
      results: [],
      totals: { entries: 0, units: 0, charge: '0.00', billableCharge: '0.00' },
    });
  });
});
