import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createChecker, H2017HO, InputError, type Claim, type PriorUse } from '../../src/index.js';
import {
  claimOf,
  foundIn,
  lineOf,
  lineResultOf,
  oneLine,
  outcomeOf,
  resultOf,
  saidOf,
  type Change,
} from './support.js';

const untimed = { startTime: null, endTime: null };

/** A line of peer support from 2017-05-16 on, of 15 minutes for each unit. */
function peer(units: number, through: string, change: object = {}) {
  const session = { ...untimed, minutes: units * 15 };
  return lineOf('mo-peer-support', { units, dateOfServiceThrough: through, session, ...change });
}

function ofPeer(units: number, through: string, history: PriorUse[] = []) {
  return lineResultOf(claimOf('mo-peer-support', [peer(units, through)]), { history });
}

function use(dateOfService: string, units: number, through?: string): PriorUse {
  const days = { dateOfService, ...(through !== undefined && { dateOfServiceThrough: through }) };
  return { service: 'mo/peer-support', memberId: 'M-4', units, ...days };
}

describe('a limit is kept by every spread of the units over the days, by some, or by none', () => {
  const daily = 'units/daily-limit';
  const monthly = 'units/monthly-limit';

  test.each<[title: string, rule: typeof daily | typeof monthly, ReturnType<typeof ofPeer>, outcome: string]>(
    [
      ['32 units fit on either of two days', daily, ofPeer(32, '2017-05-17'), 'pass'],
      ['33 fit if they are spread', daily, ofPeer(33, '2017-05-17'), 'unknown'],
      ['64 fit in one way', daily, ofPeer(64, '2017-05-17'), 'unknown'],
      ['65 fit in none', daily, ofPeer(65, '2017-05-17'), 'fail'],
      [
        'of a day that is used up the other is left',
        daily,
        ofPeer(32, '2017-05-17', [use('2017-05-16', 32)]),
        'unknown',
      ],
      ['33 do not fit on the other', daily, ofPeer(33, '2017-05-17', [use('2017-05-16', 32)]), 'fail'],
      [
        'units of a day before do not count',
        daily,
        ofPeer(32, '2017-05-17', [use('2017-05-15', 32)]),
        'pass',
      ],
      ['days of one month count together', monthly, ofPeer(96, '2017-05-31'), 'pass'],
      ['with one unit more they are over', monthly, ofPeer(97, '2017-05-31'), 'fail'],
      [
        'of two months either may have them',
        monthly,
        ofPeer(96, '2017-06-01', [use('2017-05-02', 1)]),
        'unknown',
      ],
      ['192 fit into two months in one way', monthly, ofPeer(192, '2017-06-01'), 'unknown'],
      ['193 in none', monthly, ofPeer(193, '2017-06-01'), 'fail'],
    ],
  )('%s', (_title, rule, result, outcome) => {
    expect(outcomeOf(rule, result)).toBe(outcome);
  });

  test('what the findings say', () => {
    expect(saidOf(daily, ofPeer(65, '2017-05-17'))).toMatchObject({
      severity: 'error',
      message:
        'Asked for 65 units from 2017-05-16 through 2017-05-17, where 64 units remain at most. A member may receive at most 32 units in a day.',
      data: {
        limit: 32,
        used: null,
        asked: 65,
        remaining: 64,
        over: 1,
        window: { per: 'day', from: '2017-05-16', through: '2017-05-17' },
      },
      paths: ['/lines/0/dateOfService', '/lines/0/dateOfServiceThrough', '/lines/0/units'],
      missing: [],
    });
    expect(saidOf(daily, ofPeer(33, '2017-05-17'))).toMatchObject({
      severity: 'error',
      message:
        'Whether the limit is kept turns on which units of the line are of which day. A member may receive at most 32 units in a day.',
      data: { remaining: 64, over: 0 },
      missing: [{ path: '/lines/0/dateOfServiceThrough', heldBy: 'billing' }],
    });
  });

  test('of a history that is not known nothing is known', () => {
    const [line] = resultOf(claimOf('mo-peer-support', [peer(32, '2017-05-17')]), { history: null }).lines;
    expect(line && saidOf(daily, line)).toMatchObject({
      outcome: 'unknown',
      data: { remaining: null, over: null },
      missing: [{ path: '/history' }, { path: '/lines/0/dateOfServiceThrough' }],
    });
  });

  test('an entry whose member is not stated is a warning to one whose is', () => {
    const nobody = claimOf('mo-peer-support', [lineOf('mo-peer-support', { units: 8 })], {
      id: 'C-2',
      member: { id: null },
    });
    const known = claimOf('mo-peer-support', [peer(25, '2017-05-17')]);
    const { results } = createChecker().checkClaims([known, nobody], { history: [] });
    const [first] = results as [ReturnType<typeof resultOf>];
    expect(first.lines[0] && saidOf(daily, first.lines[0])).toMatchObject({
      outcome: 'unknown',
      severity: 'warning',
      missing: [{ path: '/member/id' }],
    });
  });

  test('of a service whose limit begins inside the days only those days have one', () => {
    const limits = [{ units: 4, per: 'day', from: '2024-03-13', cite: H2017HO.criteria[0]?.cite }];
    const limited = { ...H2017HO, limits } as never;
    const checker = createChecker({ without: [H2017HO.id], services: [limited] });
    const outcome = (units: number, through: string, from = '2024-03-12') => {
      const change = {
        units,
        charge: null,
        dateOfService: from,
        dateOfServiceThrough: through,
        session: { ...untimed, minutes: 15 * units },
      };
      const result = checker.checkClaim(oneLine('mo-H2017HO', change), { history: [] }) as ReturnType<
        typeof resultOf
      >;
      return result.lines[0] && outcomeOf(daily, result.lines[0]);
    };
    expect([outcome(4, '2024-03-13'), outcome(5, '2024-03-13')]).toEqual(['pass', 'unknown']);
    const before = outcome(4, '2024-03-12', '2024-03-11');
    expect(before).toBe('not applicable');
  });

  test('a clause that begins inside the days is asked of those from then on', () => {
    const [first, ...others] = H2017HO.criteria;
    const criteria = [{ ...first, from: '2024-03-13' }, ...others];
    const checker = createChecker({ without: [H2017HO.id], services: [{ ...H2017HO, criteria } as never] });
    const change = { dateOfServiceThrough: '2024-03-13', session: { ...untimed, minutes: 60 } };
    const result = checker.checkClaim(oneLine('mo-H2017HO', change), { history: [] });
    expect(result).toMatchObject({ verdict: 'billable' });
    expect((result as ReturnType<typeof resultOf>).lines[0]?.passed).toContain(first?.rule);
  });

  test('as all ways to write a line for each day say', () => {
    const uses = fc.array(
      fc.record({
        day: fc.constantFrom('2017-05-16', '2017-05-17', '2017-05-18'),
        units: fc.constantFrom(1, 2, 30, 31, 32),
      }),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.constantFrom(1, 2, 3), uses, (units, days, before) => {
        const history = before.map(({ day, units: billed }) => use(day, billed));
        const through = `2017-05-${String(15 + days)}`;
        const said = outcomeOf(daily, ofPeer(units, through, history));
        const ofEach = spreads(units, days).map((spread) => {
          const outcomes = spread.flatMap((own, place) => {
            if (own === 0) return [];
            const line = peer(own, '', {
              dateOfService: `2017-05-${String(16 + place)}`,
              dateOfServiceThrough: null,
            });
            return outcomeOf(daily, lineResultOf(claimOf('mo-peer-support', [line]), { history }));
          });
          return outcomes.includes('fail') ? 'fail' : 'pass';
        });
        const agreed = new Set(ofEach).size === 1 ? ofEach[0] : 'unknown';
        expect(said).toBe(agreed);
      }),
      { numRuns: 60 },
    );
  });
});

/** Every way to part units into so many days. */
function spreads(units: number, days: number): number[][] {
  if (days === 1) return [[units]];
  return Array.from({ length: units + 1 }, (_, first) =>
    spreads(units - first, days - 1).map((rest) => [first, ...rest]),
  ).flat();
}

describe('what was billed of several days', () => {
  const single = (history: PriorUse[]) =>
    outcomeOf('units/daily-limit', lineResultOf(oneLine('mo-peer-support', { units: 8 }), { history }));

  test.each<[title: string, PriorUse, outcome: string]>([
    ['may all be of the day', use('2017-05-15', 24, '2017-05-17'), 'pass'],
    ['and may be too much then', use('2017-05-15', 25, '2017-05-17'), 'unknown'],
    ['is not of the day after', use('2017-05-13', 32, '2017-05-15'), 'pass'],
    ['nor of the day before', use('2017-05-17', 32, '2017-05-18'), 'pass'],
    ['of the same day twice is of one day', use('2017-05-16', 25, '2017-05-16'), 'fail'],
  ])('%s', (_title, prior, outcome) => {
    expect(single([prior])).toBe(outcome);
  });

  test('is asked for in the history; what a line of the claim has, there', () => {
    const [, later] = resultOf(
      claimOf('mo-peer-support', [
        peer(30, '2017-05-17', { dateOfService: '2017-05-15' }),
        lineOf('mo-peer-support', { units: 8 }),
      ]),
    ).lines;
    expect(later && saidOf('units/daily-limit', later)).toMatchObject({
      outcome: 'unknown',
      missing: [{ path: '/lines/1/dateOfServiceThrough' }],
    });
  });
});

describe('what turns on the day is judged on each', () => {
  const ofHo = (change: object, ofClaim: Change = {}) => {
    const session = { ...untimed, minutes: 60 };
    return lineResultOf(
      oneLine('mo-H2017HO', { dateOfServiceThrough: '2024-03-14', session, ...change }, ofClaim),
    );
  };

  test.each<[title: string, ReturnType<typeof ofHo>, found: Record<string, string>]>([
    ['alike', ofHo({}), {}],
    [
      'a license that ends inside',
      ofHo({ staff: { credentials: [{ code: 'MO-LPC', through: '2024-03-13' }] } }),
      { 'staff/license': 'unknown' },
    ],
    [
      'a license that ends before',
      ofHo({ staff: { credentials: [{ code: 'MO-LPC', through: '2024-03-11' }] } }),
      { 'staff/license': 'fail' },
    ],
    ['a birthday inside', ofHo({}, { member: { birthDate: '2006-03-13' } }), { 'member/adult': 'unknown' }],
  ])('%s', (_title, result, found) => {
    expect(foundIn(result)).toEqual(found);
  });

  test('the finding says on which day what is so', () => {
    const result = ofHo({ staff: { credentials: [{ code: 'MO-LPC', through: '2024-03-13' }] } });
    const said = saidOf('staff/license', result);
    expect(said).toMatchObject({
      severity: 'error',
      missing: [{ path: '/lines/0/dateOfServiceThrough' }],
      denials: [],
    });
    expect(typeof said === 'object' && said.message).toMatch(
      /^The days of the line, 2024-03-12 through 2024-03-14, differ in this\. On 2024-03-14: /,
    );
  });

  test('clock times are not read, and what compares them is not asked', () => {
    const { notApplicable } = ofHo({ session: { startTime: '14:00', endTime: '13:00', minutes: 60 } });
    const apart = notApplicable.filter(({ code }) => code === 'several-days').map(({ rule }) => rule);
    expect(apart.sort()).toEqual([
      'claim/one-line',
      'schedule/group-roster',
      'schedule/member-overlap',
      'schedule/staff-overlap',
      'units/day-time',
    ]);
  });

  test('where the service is in force on some days only, the other rules are those of these', () => {
    const change = {
      dateOfService: '2009-03-29',
      dateOfServiceThrough: '2009-03-31',
      session: { ...untimed, minutes: 90 },
      staff: { credentials: [{ code: 'MO-DMH-PSR-IMR-STAFF' }] },
    };
    const agency = { credentials: [{ code: 'MO-ADULT-CPR' }, { code: 'MO-PSR-IMR-APPROVAL' }] };
    const result = lineResultOf(oneLine('mo-H2017TG', change, { agency }));
    expect(foundIn(result)).toEqual({ 'service/in-force': 'unknown' });
    expect(result.passed).toContain('member/adult');
    const before = lineResultOf(
      oneLine(
        'mo-H2017TG',
        { ...change, dateOfService: '2009-03-27', dateOfServiceThrough: '2009-03-28' },
        { agency },
      ),
    );
    expect(before.findings).toHaveLength(1);
    expect(before.findings[0]?.message).not.toContain('differ');
  });

  test('a rate that changes inside the days tells no price', () => {
    const [code] = H2017HO.codes ?? [];
    const rates = [
      ...(code?.rates ?? []),
      { ...code?.rates[0], from: '2024-03-13', rate: '30.00', providerPay: '10.00' },
    ];
    const changed = { ...H2017HO, codes: [{ ...code, rates }] } as never;
    const checker = createChecker({ without: [H2017HO.id], services: [changed] });
    const change = (through: string) => ({
      dateOfServiceThrough: through,
      charge: '90.00',
      session: { ...untimed, minutes: 60 },
    });
    const judged = (through: string) => {
      const result = checker.checkClaim(oneLine('mo-H2017HO', change(through)), { history: [] });
      return (result as ReturnType<typeof resultOf>).lines[0];
    };
    expect(judged('2024-03-12')?.price).toBeDefined();
    expect(judged('2024-03-13')?.price).toBeUndefined();
  });
});

describe('a duplicate is asked of what shares a day', () => {
  const rule = 'claim/duplicate';
  const ofHo = (dateOfService: string, through: string | null, session: object = untimed) =>
    lineOf('mo-H2017HO', {
      dateOfService,
      dateOfServiceThrough: through,
      session: { ...session, minutes: 60 },
    });

  test.each<[title: string, lines: Claim['lines'], outcomes: string[]]>([
    [
      'the same days',
      [ofHo('2024-03-12', '2024-03-14'), ofHo('2024-03-12', '2024-03-14')],
      ['pass', 'unknown'],
    ],
    [
      'one day in common',
      [ofHo('2024-03-12', '2024-03-13'), ofHo('2024-03-13', '2024-03-14')],
      ['pass', 'unknown'],
    ],
    ['none', [ofHo('2024-03-12', '2024-03-13'), ofHo('2024-03-14', '2024-03-15')], ['pass', 'pass']],
  ])('%s', (_title, lines, outcomes) => {
    expect(resultOf(claimOf('mo-H2017HO', lines)).lines.map((line) => outcomeOf(rule, line))).toEqual(
      outcomes,
    );
  });

  const timed = { startTime: '13:00', endTime: '14:00' };

  test('a line of one of its days asks for the days of the other', () => {
    const lines = [ofHo('2024-03-12', '2024-03-14'), ofHo('2024-03-13', null, timed)];
    const [, later] = resultOf(claimOf('mo-H2017HO', lines)).lines;
    expect(later && saidOf(rule, later)).toMatchObject({
      message: 'This is of one of the several days of another line of the claim. A session is billed once.',
      paths: ['/lines/0/dateOfServiceThrough'],
      missing: [{ path: '/lines/0/dateOfServiceThrough' }],
    });
  });

  test('so does one of a later claim, of its own', () => {
    const claims = [
      claimOf('mo-H2017HO', [ofHo('2024-03-12', '2024-03-14')], { id: 'C-1' }),
      claimOf('mo-H2017HO', [ofHo('2024-03-13', null, timed)], { id: 'C-2' }),
    ];
    const { results } = createChecker().checkClaims(claims, { history: [] });
    const [, later] = results as ReturnType<typeof resultOf>[];
    expect(later?.lines[0] && saidOf(rule, later.lines[0])).toMatchObject({
      outcome: 'unknown',
      data: { other: { entry: 0, line: 0 } },
      missing: [{ path: '/lines/0/dateOfServiceThrough' }],
    });
  });

  test('beside what was billed it asks for its own days; a session of one day for the history', () => {
    const billed = { service: 'mo/H2017HO', memberId: 'M-2', units: 4, startTime: '08:00' };
    const history = [{ ...billed, dateOfService: '2024-03-14' }];
    const [line] = resultOf(claimOf('mo-H2017HO', [ofHo('2024-03-12', '2024-03-14')]), { history }).lines;
    expect(line && saidOf(rule, line)).toMatchObject({
      message:
        'The line is of several days, one of which is that of a session already billed. A session is billed once.',
      missing: [{ path: '/lines/0/dateOfServiceThrough' }],
    });
    const span = [{ ...billed, dateOfService: '2024-03-10', dateOfServiceThrough: '2024-03-12' }];
    const [single] = resultOf(claimOf('mo-H2017HO', [ofHo('2024-03-12', null, timed)]), {
      history: span,
    }).lines;
    expect(single && saidOf(rule, single)).toMatchObject({
      outcome: 'unknown',
      missing: [{ path: '/history' }],
    });
  });

  test('where the member is not stated both are asked', () => {
    const claims = [
      claimOf('mo-H2017HO', [ofHo('2024-03-12', '2024-03-14')], { id: 'C-1' }),
      claimOf('mo-H2017HO', [ofHo('2024-03-12', '2024-03-14')], { id: 'C-2', member: { id: null } }),
    ];
    const { results } = createChecker().checkClaims(claims, { history: [] });
    const [, later] = results as ReturnType<typeof resultOf>[];
    expect(later?.lines[0] && saidOf(rule, later.lines[0])).toMatchObject({
      missing: [{ path: '/member/id' }, { path: '/lines/0/dateOfServiceThrough' }],
    });
  });
});

test('a weekly note is shared by lines of one week only', () => {
  const note = { documentation: { weeklyNote: 'none' } };
  const ofTg = (dateOfService: string, through: string | null, session: object) =>
    lineOf('mo-H2017TG', {
      dateOfService,
      dateOfServiceThrough: through,
      charge: null,
      session: { ...untimed, ...session },
    });
  const without = { documentation: { weeklyNote: null } };
  const outcome = (through: string) => {
    const lines = [ofTg('2024-03-11', null, note), ofTg('2024-03-12', through, without)];
    const [, line] = resultOf(claimOf('mo-H2017TG', lines)).lines;
    return line && outcomeOf('documentation/weekly-note', line);
  };
  expect([outcome('2024-03-14'), outcome('2024-03-18')]).toEqual(['fail', 'unknown']);
});

test('an end before the start is an input error', () => {
  const claim = claimOf('mo-peer-support', [peer(8, '2017-05-15')]);
  const history = [use('2017-05-16', 4, '2017-05-15')];
  const issues = (run: () => unknown) => {
    try {
      run();
    } catch (error) {
      return error instanceof InputError ? error.issues.map(({ code, path }) => [code, path]) : error;
    }
    return undefined;
  };
  expect(issues(() => resultOf(claim))).toEqual([['not-in-order', '/lines/0/dateOfServiceThrough']]);
  expect(issues(() => resultOf(oneLine('mo-peer-support'), { history }))).toEqual([
    ['not-in-order', '/history/0/dateOfServiceThrough'],
  ]);
});
