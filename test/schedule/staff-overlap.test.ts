import { describe, expect, test } from 'vitest';
import type { PriorUse, Session } from '../../src/index.js';
import { claimOf, denialsOf, lineOf, outcomeOf } from '../claims/support.js';
import { checker, DAY, notices, outcomes, sameMember, sameStaff, saidOfEach, tg } from './support.js';
import { notice } from '../../src/findings/notices.js';

const rule = 'schedule/staff-overlap';
const inGroup = (id: string, start: string, end: string, group: string | null) =>
  tg(id, start, end, { format: 'group', group: { id: group, participants: 8, staff: 1 } });

describe('one staff member in two sessions', () => {
  test.each<[title: string, Session, Session, expected: string[]]>([
    ['apart', tg('A', '09:00', '10:00'), tg('B', '10:00', '11:00'), ['pass', 'pass']],
    ['one minute in common', tg('A', '09:00', '10:00'), tg('B', '09:59', '11:00'), ['fail', 'fail']],
    ['the same hour', tg('A', '09:00', '10:00'), tg('B', '09:00', '10:00'), ['fail', 'fail']],
    ['one within the other', tg('A', '09:00', '12:00'), tg('B', '10:00', '11:00'), ['fail', 'fail']],
    [
      'of one group',
      inGroup('A', '09:00', '10:00', 'G-1'),
      inGroup('B', '09:00', '10:00', 'G-1'),
      ['pass', 'pass'],
    ],
    [
      'of one group, one late',
      inGroup('A', '09:00', '10:00', 'G-1'),
      inGroup('B', '09:20', '10:00', 'G-1'),
      ['pass', 'pass'],
    ],
    [
      'of two groups',
      inGroup('A', '09:00', '10:00', 'G-1'),
      inGroup('B', '09:00', '10:00', 'G-2'),
      ['fail', 'fail'],
    ],
    [
      'of two groups, one after the other',
      inGroup('A', '09:00', '10:00', 'G-1'),
      inGroup('B', '10:00', '11:00', 'G-2'),
      ['pass', 'pass'],
    ],
    [
      'of a group and of none',
      inGroup('A', '09:00', '10:00', 'G-1'),
      tg('B', '09:30', '10:30'),
      ['fail', 'fail'],
    ],
    [
      'of groups without a key',
      inGroup('A', '09:00', '10:00', null),
      inGroup('B', '09:00', '10:00', null),
      ['unknown', 'unknown'],
    ],
    [
      'on two days',
      tg('A', '09:00', '10:00'),
      tg('B', '09:00', '10:00', { dateOfService: '2024-03-13' }),
      ['pass', 'pass'],
    ],
    ['one without an end', tg('A', '09:00', '10:00'), tg('B', '09:30', null), ['pass', 'not applicable']],
    [
      'of two services',
      tg('A', '09:00', '10:00'),
      tg('B', '09:30', '10:30', { service: 'mo/H2017HO' }),
      ['fail', 'fail'],
    ],
  ])('%s', (_title, one, other, expected) => {
    expect(outcomes(rule, sameStaff(one, other))).toEqual(expected);
  });

  test('two staff members may be in two sessions', () => {
    expect(outcomes(rule, [tg('A', '09:00', '10:00'), tg('B', '09:00', '10:00')])).toEqual(['pass', 'pass']);
  });

  test('two in a group, a third beside it: all three are flagged', () => {
    const sessions = [
      inGroup('A', '09:00', '10:00', 'G-1'),
      inGroup('B', '09:00', '10:00', 'G-1'),
      tg('C', '09:30', '10:30'),
    ];
    expect(outcomes(rule, sameStaff(...sessions))).toEqual(['fail', 'fail', 'fail']);
  });

  test('a third beside the part of a group that stays longer', () => {
    const sessions = [
      inGroup('A', '09:00', '10:00', 'G-1'),
      inGroup('B', '09:00', '11:00', 'G-1'),
      tg('C', '10:30', '11:30'),
    ];
    expect(outcomes(rule, sameStaff(...sessions))).toEqual(['pass', 'fail', 'fail']);
  });

  test('copies of one session are not compared with each other', () => {
    const copies = sameMember(...sameStaff(tg('A', '09:00', '10:00'), tg('B', '09:00', '10:00')));
    expect(outcomes(rule, copies)).toEqual(['pass', 'pass']);
  });

  test('the finding', () => {
    const [said] = saidOfEach(rule, sameStaff(tg('A', '09:00', '10:00'), tg('B', '09:45', '10:30')));
    expect(said).toMatchObject({
      outcome: 'fail',
      severity: 'error',
      data: { minutes: 15, from: '09:45', through: '10:00', other: { entry: 1 } },
    });
    expect(said === undefined ? [] : denialsOf(said)).toEqual(['(272 N180)']);
  });
});

describe('what is not known', () => {
  const nobody = { staff: { id: null } };

  test('the staff member: not applicable, and counted in a notice', () => {
    const sessions = [
      tg('A', '09:00', '10:00', nobody),
      tg('B', '09:00', '10:00', nobody),
      tg('C', '09:00', '10:00'),
    ];
    expect(outcomes(rule, sessions)).toEqual(['not applicable', 'not applicable', 'pass']);
    expect(notices(sessions)).toEqual([notice('no-staff-key', { count: 2 })]);
  });

  test('a session without staff at all', () => {
    expect(outcomes(rule, [tg('A', '09:00', '10:00', { staff: null })])).toEqual(['not applicable']);
  });

  test('neither staff nor clock: counted once, among those without a clock', () => {
    expect(notices([tg('A', null, null, nobody)])).toEqual([notice('no-clock-times', { count: 1 })]);
  });
});

test('prior uses name no staff, and are not compared', () => {
  const use: PriorUse = {
    service: 'mo/H2017TG',
    memberId: 'M-99',
    dateOfService: DAY,
    units: 4,
    startTime: '09:00',
    endTime: '10:00',
  };
  expect(outcomes(rule, [tg('A', '09:00', '10:00')], { history: [use] })).toEqual(['pass']);
});

test('lines of claims of two members are compared', () => {
  const line = lineOf('mo-H2017TG');
  const other = lineOf('mo-H2017TG', { session: { group: { id: 'G-99' } } });
  const outcomesOf = (second: typeof line) => {
    const claims = [
      claimOf('mo-H2017TG', [line], { id: 'C-1' }),
      claimOf('mo-H2017TG', [second], { id: 'C-2', member: { id: 'M-99' } }),
    ];
    return checker
      .checkClaims(claims, { history: [] })
      .results.map((result) => (!('lines' in result) ? [] : result.lines.map((one) => outcomeOf(rule, one))));
  };
  expect(outcomesOf(line)).toEqual([['pass'], ['pass']]);
  expect(outcomesOf(other)).toEqual([['fail'], ['fail']]);
});

describe('a session that is billed twice', () => {
  const member = { member: { id: 'M-1' } };
  const start = (id: string, end: string, group: string | null) => ({
    ...inGroup(id, '10:00', end, group),
    ...member,
  });

  test.each<[title: string, Session[], expected: string[]]>([
    ['with two groups', [start('A', '11:00', 'G-1'), start('B', '11:00', 'G-2')], ['pass', 'pass']],
    ['with a group and with none', [start('A', '11:00', 'G-1'), start('B', '11:00', null)], ['pass', 'pass']],
    [
      'with two groups, one of which has another at the same time',
      [
        start('A', '10:30', 'G-1'),
        start('B', '11:00', 'G-2'),
        { ...inGroup('C', '10:30', '11:00', 'G-2'), member: { id: 'M-2' } },
      ],
      ['pass', 'pass', 'pass'],
    ],
  ])('is a duplicate and no overlap, stated %s', (_title, sessions, expected) => {
    expect(outcomes(rule, sameStaff(...sessions))).toEqual(expected);
    expect(outcomes('claim/duplicate', sameStaff(...sessions)).slice(0, 2)).toEqual(['pass', 'fail']);
  });

  test('nobody knows so of two members who are not known', () => {
    const unknown = sameStaff(tg('A', '10:00', '11:00'), tg('B', '10:00', '11:00')).map((session) => ({
      ...session,
      member: { ...session.member, id: null },
    }));
    expect(outcomes(rule, unknown)).toEqual(['unknown', 'unknown']);
  });

  test('nor of one who is not known, who may be any other: a warning of those who are', () => {
    const [one, other, third] = sameStaff(
      tg('A', '10:00', '11:00'),
      tg('B', '10:00', '11:00', { member: { id: null } }),
      tg('C', '10:30', '11:30', { member: { id: 'M-3' } }),
    );
    if (one === undefined || other === undefined || third === undefined) throw new Error('three sessions');
    expect(saidOfEach(rule, [one, other])).toMatchObject([
      { outcome: 'unknown', severity: 'warning', missing: [{ path: '/member/id' }] },
      { outcome: 'unknown', severity: 'error', missing: [{ path: '/member/id' }] },
    ]);
    expect(outcomes(rule, [one, other, third])).toEqual(['fail', 'fail', 'fail']);
    const fourth = { ...one, member: { ...one.member, id: 'M-4' } };
    expect(outcomes(rule, [one, other, fourth])).toEqual(['fail', 'unknown', 'fail']);
  });
});
