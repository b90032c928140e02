import { describe, expect, test } from 'vitest';
import {
  createChecker,
  type Claim,
  type ClaimLine,
  type CheckOptions,
  type PriorUse,
} from '../../src/index.js';
import { claimOf, foundIn, lineOf, resultOf, saidOf } from './support.js';

const checker = createChecker();
const DAY = '2017-05-16';

/** A line of peer support with so many units from a full hour on, in the time that they need. */
function units(number: number, hour: number, day = DAY): ClaimLine {
  const end = hour * 60 + number * 15;
  const time = (minute: number) =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  return lineOf('mo-peer-support', {
    units: number,
    dateOfService: day,
    session: { startTime: time(hour * 60), endTime: time(end) },
  });
}
const peer = (id: string, ...lines: ClaimLine[]): Claim => claimOf('mo-peer-support', lines, { id });
const use = (number: number, rest: Partial<PriorUse> = {}): PriorUse => ({
  service: 'mo/peer-support',
  memberId: 'M-4',
  dateOfService: DAY,
  units: number,
  ...rest,
});

const daily = 'units/daily-limit';
const monthly = 'units/monthly-limit';

/** The limits found on each line. */
function limitsOf(claim: Claim, options: CheckOptions = {}): Record<string, string>[] {
  return resultOf(claim, options).lines.map((line) =>
    Object.fromEntries(Object.entries(foundIn(line)).filter(([rule]) => rule.endsWith('-limit'))),
  );
}

describe('lines of one claim share the limits', () => {
  test('32 units a day, to the last', () => {
    expect(limitsOf(peer('C-1', units(20, 8), units(12, 13)))).toEqual([{}, {}]);
  });

  test('and one more: the later line fails, with the numbers', () => {
    const claim = peer('C-1', units(20, 8), units(13, 13));
    expect(limitsOf(claim)).toEqual([{}, { [daily]: 'fail' }]);
    const { lines, totals } = resultOf(claim);
    expect(lines[1]?.findings[0]).toMatchObject({
      rule: daily,
      data: {
        limit: 32,
        used: 20,
        asked: 13,
        remaining: 12,
        over: 1,
        window: { per: 'day', from: DAY, through: DAY },
      },
      denials: [{ carc: '119', rarc: 'N362' }, { carc: '273' }],
    });
    expect([...(lines[1]?.findings[0]?.paths ?? [])].sort()).toEqual([
      '/lines/1/dateOfService',
      '/lines/1/units',
    ]);
    expect(totals.units).toBe(33);
  });

  test('the earlier session stands, wherever its line is', () => {
    expect(limitsOf(peer('C-1', units(13, 13), units(20, 8)))).toEqual([{ [daily]: 'fail' }, {}]);
  });

  test('a line over the limit uses none: a smaller one after it may still fit', () => {
    expect(limitsOf(peer('C-1', units(24, 8), units(12, 14), units(8, 18)))).toEqual([
      {},
      { [daily]: 'fail' },
      {},
    ]);
  });

  test('a line that is not billable for another reason uses none', () => {
    const bad = { ...units(20, 8), staff: { ...units(20, 8).staff, treatmentTeamMember: false } };
    expect(limitsOf(peer('C-1', bad, units(20, 14)))).toEqual([{}, {}]);
  });

  test('nor does one that is not billable for its code', () => {
    const doubled = { ...units(20, 8), modifiers: ['HF', 'HF'] };
    expect(limitsOf(peer('C-1', doubled, units(20, 14)))).toEqual([{}, {}]);
    const elsewhere = { ...peer('C-1', units(20, 8)), jurisdiction: 'SC' };
    const limited = checker.checkClaims([elsewhere, peer('C-2', units(20, 14))], { history: [] }).results;
    expect(limited.map(({ verdict }) => verdict)).toEqual(['not-billable', 'billable']);
  });

  test('nor does any of a claim that is not billable as a whole', () => {
    const codes = [
      { procedureCode: 'H0038' },
      { procedureCode: 'H0038P', funding: 'purchase-of-service' as const },
    ];
    const bound = createChecker({ codes: { 'mo/peer-support': codes } });
    const two = peer('C-1', units(8, 8), { ...units(8, 12), procedureCode: 'H0038P' });
    const { results } = bound.checkClaims([two, peer('C-2', units(20, 16))], { history: [] });
    expect(results.map(({ verdict }) => verdict)).toEqual(['not-billable', 'billable']);
  });

  test('a line that is undetermined uses its units', () => {
    const open = { ...units(20, 8), staff: { ...units(20, 8).staff, treatmentTeamMember: null } };
    expect(limitsOf(peer('C-1', open, units(20, 14)))).toEqual([{}, { [daily]: 'fail' }]);
  });

  test('96 units a calendar month', () => {
    const days = ['2017-05-02', '2017-05-09', '2017-05-16', '2017-05-31'];
    const lines = days.map((day) => units(24, 9, day));
    expect(limitsOf(peer('C-1', ...lines))).toEqual([{}, {}, {}, {}]);
    expect(limitsOf(peer('C-1', ...lines, units(1, 16, '2017-05-31')))).toEqual([
      {},
      {},
      {},
      {},
      { [monthly]: 'fail' },
    ]);
    expect(limitsOf(peer('C-1', ...lines, units(1, 16, '2017-06-01')))).toEqual([{}, {}, {}, {}, {}]);
  });

  test('the history counts before all of them, later uses too', () => {
    const history = [use(12, { startTime: '20:00' })];
    expect(limitsOf(peer('C-1', units(20, 8), units(1, 14)), { history })).toEqual([{}, { [daily]: 'fail' }]);
  });

  test('a prior use with the key of the claim is the claim, and not counted', () => {
    expect(limitsOf(peer('C-1', units(20, 8)), { history: [use(20, { id: 'C-1' })] })).toEqual([{}]);
    expect(limitsOf(peer('C-1', units(20, 8)), { history: [use(20, { id: 'C-2' })] })).toEqual([
      { [daily]: 'fail' },
    ]);
  });

  test('prior uses of a member may be of a claim that states none', () => {
    const claim = { ...peer('C-1', units(20, 8)), member: { ...peer('C-1').member, id: null } };
    expect(limitsOf(claim, { history: [use(12)] })).toEqual([{}]);
    expect(limitsOf(claim, { history: [use(13)] })).toEqual([{ [daily]: 'unknown' }]);
    expect(limitsOf(claim, { history: [use(13, { memberId: null })] })).toEqual([{ [daily]: 'fail' }]);
    const [line] = resultOf(claim, { history: [use(13)] }).lines;
    expect(line && saidOf(daily, line)).toMatchObject({ missing: [{ path: '/member/id' }] });
  });

  test('prior uses of another member or service do not count', () => {
    const history = [use(32, { memberId: 'M-5' }), use(32, { service: 'mo/H2017TG' })];
    expect(limitsOf(peer('C-1', units(20, 8)), { history })).toEqual([{}]);
  });

  test('no history: not known, unless the units alone are too many', () => {
    const unstated = { history: undefined };
    expect(limitsOf(peer('C-1', units(20, 8)), unstated)).toEqual([
      { [daily]: 'unknown', [monthly]: 'unknown' },
    ]);
    expect(limitsOf(peer('C-1', units(20, 8), units(13, 13)), unstated)).toEqual([
      { [daily]: 'unknown', [monthly]: 'unknown' },
      { [daily]: 'fail', [monthly]: 'unknown' },
    ]);
    const [line] = resultOf(peer('C-1', units(20, 8)), unstated).lines;
    const said = line && saidOf(daily, line);
    expect(said).toMatchObject({ missing: [{ path: '/history', heldBy: 'billing' }] });
  });

  test('a service without limits has none', () => {
    const lines = [9, 13, 17].map((hour) =>
      lineOf('mo-H2017TG', {
        units: 16,
        charge: null,
        session: { startTime: `${String(hour).padStart(2, '0')}:00`, endTime: `${String(hour + 4)}:00` },
      }),
    );
    expect(resultOf(claimOf('mo-H2017TG', lines)).verdict).toBe('billable');
  });
});

describe('lines of all claims of a member share the limits', () => {
  const limitsIn = (claims: readonly Claim[], history: PriorUse[] = []) =>
    checker.checkClaims(claims, { history }).results.map((result) =>
      !('lines' in result)
        ? []
        : result.lines.map((line) =>
            Object.keys(foundIn(line))
              .filter((rule) => rule.endsWith('-limit'))
              .join(),
          ),
    );

  test('to the last unit, and one over it', () => {
    expect(limitsIn([peer('C-1', units(20, 8)), peer('C-2', units(12, 14))])).toEqual([[''], ['']]);
    expect(limitsIn([peer('C-1', units(20, 8)), peer('C-2', units(13, 14))])).toEqual([[''], [daily]]);
  });

  test('the earlier session stands, on whichever claim', () => {
    expect(limitsIn([peer('C-1', units(13, 14)), peer('C-2', units(20, 8))])).toEqual([[daily], ['']]);
  });

  test('but not with another member', () => {
    const other = claimOf('mo-peer-support', [units(32, 8)], { id: 'C-2', member: { id: 'M-5' } });
    expect(limitsIn([peer('C-1', units(32, 8)), other])).toEqual([[''], ['']]);
  });

  test('the history counts for the member it is of', () => {
    const other = claimOf('mo-peer-support', [units(20, 8)], { id: 'C-2', member: { id: 'M-5' } });
    expect(limitsIn([peer('C-1', units(20, 8)), other], [use(13)])).toEqual([[daily], ['']]);
  });

  test('of a member who is not stated they are not known where others decide, and the member is asked for', () => {
    const nobody = claimOf('mo-peer-support', [units(20, 14)], { id: 'C-2', member: { id: null } });
    const claims = [peer('C-1', units(20, 8)), nobody];
    expect(limitsIn(claims)).toEqual([[''], [daily]]);
    const { results } = checker.checkClaims(claims, { history: [] });
    expect(results[1]).toMatchObject({ verdict: 'undetermined' });
    expect(JSON.stringify(results[1])).toContain('"path":"/member/id"');
  });

  test('of prior uses of two, those of one may be the claim’s, and not of both', () => {
    const nobody = claimOf('mo-peer-support', [units(20, 8)], { member: { id: null } });
    const at = { startTime: '23:00' };
    const of = (count: number) => [use(count, at), use(12, { memberId: 'M-other', ...at })];
    expect(limitsIn([nobody], of(12))).toEqual([['']]);
    expect(limitsIn([nobody], of(13))).toEqual([[daily]]);
    expect(resultOf(nobody, { history: of(12) }).lines.map(foundIn)).toEqual([{}]);
    expect(resultOf(nobody, { history: of(13) }).lines.map(foundIn)).toEqual([{ [daily]: 'unknown' }]);
  });

  test('alone, the lines of such a claim are of one member all the same', () => {
    const nobody = claimOf('mo-peer-support', [units(20, 8), units(13, 14)], { member: { id: null } });
    expect(resultOf(nobody).lines.map(foundIn)).toEqual([
      { 'claim/one-line': 'fail' },
      { [daily]: 'fail', 'claim/one-line': 'fail' },
    ]);
  });
});
