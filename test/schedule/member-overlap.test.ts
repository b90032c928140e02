import { describe, expect, test } from 'vitest';
import type { FindingData, PriorUse, Session } from '../../src/index.js';
import { claimOf, denialsOf, lineOf, outcomeOf, resultOf, saidOf } from '../claims/support.js';
import { checker, DAY, notices, outcomes, sameMember, saidOfEach, tg } from './support.js';
import { notice } from '../../src/findings/notices.js';

const rule = 'schedule/member-overlap';
type OverlapData = FindingData[typeof rule];
type Times = [start: string | null, end: string | null];

/** Sessions of one member at these times. */
const at = (...times: Times[]): Session[] =>
  sameMember(...times.map(([start, end], index) => tg('ABCD'.charAt(index), start, end)));

describe('two sessions of one member', () => {
  test.each<[title: string, one: Times, other: Times, expected: string[]]>([
    ['apart', ['09:00', '10:00'], ['11:00', '12:00'], ['pass', 'pass']],
    ['ends that touch', ['09:00', '10:00'], ['10:00', '11:00'], ['pass', 'pass']],
    ['ends that touch, the later first', ['10:00', '11:00'], ['09:00', '10:00'], ['pass', 'pass']],
    ['one minute in common', ['09:00', '10:00'], ['09:59', '11:00'], ['fail', 'fail']],
    ['one within the other', ['09:00', '12:00'], ['10:00', '10:30'], ['fail', 'fail']],
    ['one within the other, to the same end', ['09:00', '12:00'], ['11:00', '12:00'], ['fail', 'fail']],
    ['around midnight, each on its side', ['22:00', '24:00'], ['00:00', '02:00'], ['pass', 'pass']],
    ['to the end of the day', ['22:00', '24:00'], ['23:59', '24:00'], ['fail', 'fail']],
    ['from the start of the day', ['00:00', '00:30'], ['00:15', '01:00'], ['fail', 'fail']],
    ['one without an end', ['09:00', '10:00'], ['09:30', null], ['pass', 'not applicable']],
    ['one without a start', ['09:00', '10:00'], [null, '09:30'], ['pass', 'not applicable']],
    ['neither with a clock', [null, null], [null, null], ['not applicable', 'not applicable']],
  ])('%s', (_title, one, other, expected) => {
    expect(outcomes(rule, at(one, other))).toEqual(expected);
  });

  test('on two days', () => {
    const [one, other] = at(['09:00', '10:00'], ['09:30', '10:30']);
    if (one === undefined || other === undefined) throw new Error('two sessions');
    expect(outcomes(rule, [one, { ...other, dateOfService: '2024-03-13' }])).toEqual(['pass', 'pass']);
  });

  test('of two members', () => {
    expect(outcomes(rule, [tg('A', '09:00', '10:00'), tg('B', '09:00', '10:00')])).toEqual(['pass', 'pass']);
  });

  test('of two services', () => {
    const [one] = at(['09:00', '10:00']);
    if (one === undefined) throw new Error('a session');
    expect(outcomes(rule, [one, { ...one, id: 'B', service: 'mo/H2017HO' }])).toEqual(['fail', 'fail']);
  });

  test("both are flagged, with the minutes in common and each other's place", () => {
    const said = saidOfEach(rule, at(['09:00', '10:00'], ['09:45', '10:30']));
    expect(said).toMatchObject([
      { severity: 'error', data: { minutes: 15, from: '09:45', through: '10:00', other: { entry: 1 } } },
      { severity: 'error', data: { minutes: 15, from: '09:45', through: '10:00', other: { entry: 0 } } },
    ]);
    for (const finding of said) expect(denialsOf(finding)).toEqual(['(97 M80)', '(236 M80)']);
  });

  test('and neither is billable', () => {
    const { results } = checker.checkSessions(at(['09:00', '10:00'], ['09:45', '10:30']), { history: [] });
    expect(results.map(({ verdict }) => verdict)).toEqual(['not-billable', 'not-billable']);
  });
});

describe('three sessions of one member', () => {
  test.each<[title: string, Times[], expected: string[]]>([
    [
      'a chain',
      [
        ['09:00', '10:00'],
        ['09:30', '10:30'],
        ['10:15', '11:00'],
      ],
      ['fail', 'fail', 'fail'],
    ],
    [
      'two overlap, one is apart',
      [
        ['09:00', '10:00'],
        ['09:30', '10:30'],
        ['10:30', '11:00'],
      ],
      ['fail', 'fail', 'pass'],
    ],
    [
      'a long one over two',
      [
        ['09:00', '12:00'],
        ['09:01', '09:30'],
        ['11:30', '12:00'],
      ],
      ['fail', 'fail', 'fail'],
    ],
    [
      'three in a row',
      [
        ['09:00', '10:00'],
        ['10:00', '11:00'],
        ['11:00', '12:00'],
      ],
      ['pass', 'pass', 'pass'],
    ],
  ])('%s', (_title, times, expected) => {
    expect(outcomes(rule, at(...times))).toEqual(expected);
  });
});

describe('duplicates of each other are not compared', () => {
  test('two copies', () => {
    expect(outcomes(rule, at(['09:00', '10:00'], ['09:00', '10:00']))).toEqual(['pass', 'pass']);
    expect(outcomes('claim/duplicate', at(['09:00', '10:00'], ['09:00', '10:00']))).toEqual(['pass', 'fail']);
  });

  test('two copies with other ends', () => {
    expect(outcomes(rule, at(['09:00', '10:00'], ['09:00', '11:00']))).toEqual(['pass', 'pass']);
  });

  test('but each with a third', () => {
    expect(outcomes(rule, at(['09:00', '10:00'], ['09:00', '10:00'], ['09:30', '10:30']))).toEqual([
      'fail',
      'fail',
      'fail',
    ]);
  });
});

describe('a session and what was billed before', () => {
  const use: PriorUse = {
    id: 'Z',
    service: 'mo/peer-support',
    memberId: 'M-1',
    dateOfService: DAY,
    units: 4,
    startTime: '09:30',
    endTime: '10:30',
  };
  const nine = at(['09:00', '10:00']);

  test.each<[title: string, PriorUse, expected: string]>([
    ['in the middle of it', use, 'fail'],
    ['right after it', { ...use, startTime: '10:00' }, 'pass'],
    ['right before it', { ...use, startTime: '08:00', endTime: '09:00' }, 'pass'],
    ['of another member', { ...use, memberId: 'M-2' }, 'pass'],
    ['on another day', { ...use, dateOfService: '2024-03-11' }, 'pass'],
    ['without an end', { ...use, endTime: null }, 'pass'],
    ['without a start', { ...use, startTime: null }, 'pass'],
    ['that is the session itself', { ...use, service: 'mo/H2017TG', id: 'A' }, 'pass'],
    ['of another service, with its key', { ...use, id: 'A' }, 'fail'],
    ['of the same service, at another start', { ...use, service: 'mo/H2017TG' }, 'fail'],
    ['that is a copy of it', { ...use, service: 'mo/H2017TG', startTime: '09:00' }, 'pass'],
  ])('%s', (_title, prior, expected) => {
    expect(outcomes(rule, nine, { history: [prior] })).toEqual([expected]);
  });

  test('the finding names the prior use', () => {
    expect(saidOfEach(rule, nine, { history: [use] })).toMatchObject([
      { data: { minutes: 30, from: '09:30', through: '10:00', other: { history: 0 } } },
    ]);
  });
});

describe('what is not known', () => {
  test('the member: unknown, and asked for', () => {
    const nobody = tg('A', '09:00', '10:00', { member: { id: null } });
    expect(outcomes(rule, [nobody])).toEqual(['pass']);
    expect(outcomes(rule, [nobody, tg('B', '10:00', '10:30')])).toEqual(['pass', 'pass']);
    expect(saidOfEach(rule, [nobody, tg('B', '09:30', '10:30')])).toMatchObject([
      { outcome: 'unknown', severity: 'error', missing: [{ path: '/member/id' }] },
      { outcome: 'unknown', severity: 'warning', missing: [{ path: '/member/id' }] },
    ]);
  });

  test('of those that state their member nothing is asked for another of which nobody knows whose it is', () => {
    const member = (id: string | null) => ({ member: { id } });
    const sessions = [
      tg('A', '09:00', '10:00', member('M-1')),
      tg('B', '09:30', '10:30', member('M-2')),
      tg('C', '10:15', '10:45', member(null)),
    ];
    expect(outcomes(rule, sessions)).toEqual(['pass', 'unknown', 'unknown']);
  });

  test('a session and one that may be it again do not overlap', () => {
    expect(
      outcomes(rule, [tg('A', '09:00', '10:00', { member: { id: null } }), tg('B', '09:00', '10:00')]),
    ).toEqual(['pass', 'pass']);
  });

  test('two members who are not known may be one', () => {
    const nobody = { member: { id: null } };
    expect(outcomes(rule, [tg('A', '09:00', '10:00', nobody), tg('B', '09:30', '10:30', nobody)])).toEqual([
      'unknown',
      'unknown',
    ]);
  });

  test('the clock: not compared, and counted in a notice', () => {
    expect(notices(at(['09:00', null], [null, '10:00'], ['09:00', '10:00']))).toEqual([
      notice('no-clock-times', { count: 2 }),
    ]);
    expect(notices(at(['09:00', '10:00']))).toEqual([]);
  });
});

describe('claims', () => {
  const line = (startTime: string, endTime: string) =>
    lineOf('mo-H2017TG', { units: 1, charge: null, session: { startTime, endTime } });
  const onClaim = (...lines: ReturnType<typeof line>[]) =>
    resultOf(claimOf('mo-H2017TG', lines)).lines.map((one) => outcomeOf(rule, one));

  test('lines of one claim are compared', () => {
    expect(onClaim(line('09:00', '10:00'), line('09:30', '10:30'))).toEqual(['fail', 'fail']);
    expect(onClaim(line('09:00', '10:00'), line('10:00', '10:30'))).toEqual(['pass', 'pass']);
  });

  test('lines of two claims of a member are compared', () => {
    const claims = [
      claimOf('mo-H2017TG', [line('09:00', '10:00')], { id: 'C-1' }),
      claimOf('mo-H2017TG', [line('12:00', '13:00'), line('09:30', '10:30')], { id: 'C-2' }),
    ];
    const others = checker.checkClaims(claims, { history: [] }).results.map((result) =>
      !('lines' in result)
        ? []
        : result.lines.map((one) => {
            const said = saidOf(rule, one);
            return typeof said === 'string' ? said : (said.data as OverlapData).other;
          }),
    );
    expect(others).toEqual([[{ entry: 1, line: 1 }], ['pass', { entry: 0, line: 0 }]]);
  });
});
