import { describe, expect, test } from 'vitest';
import type { Session } from '../../src/index.js';
import { claimOf, denialsOf, lineOf, outcomeOf, type Change } from '../claims/support.js';
import { checker, outcomes, sameMember, sameStaff, saidOfEach, tg } from './support.js';

const rule = 'schedule/group-roster';

/** A session of group G-1, which states so many people and one staff member, all with the same staff member. */
function inGroup(
  id: string,
  start: string | null,
  end: string | null,
  participants: number | null,
  change: Change = {},
): Session {
  const group = { id: 'G-1', participants, staff: 1 };
  const session = tg(id, start, end, { format: 'group', group, staff: { id: 'T-1' } });
  const patch = change as { group?: object; staff?: object };
  return {
    ...session,
    ...(patch as object),
    group: { ...session.group, ...patch.group },
    staff: { ...session.staff, ...patch.staff },
  };
}

/** So many people from ten to eleven, but for those whose times are given by place. */
function people(
  number: number,
  participants: number,
  times: Record<number, [string, string]> = {},
): Session[] {
  return Array.from({ length: number }, (_, place) => {
    const [start, end] = times[place] ?? ['10:00', '11:00'];
    return inGroup(`P${String(place)}`, start, end, participants);
  });
}
const all = (outcome: string, number: number) => Array.from({ length: number }, () => outcome);

describe('the sessions of one group agree', () => {
  const first = inGroup('A', '10:00', '11:00', 3);

  test.each<[title: string, change: Change, expected: string]>([
    ['in everything', {}, 'pass'],
    ['but on the day: another meeting', { dateOfService: '2024-03-13' }, 'pass'],
    ['but on the service: another meeting', { service: 'mo/H2017HOHQ' }, 'pass'],
    ['but on the number of people', { group: { participants: 4 } }, 'warning'],
    ['but on the number of staff', { group: { staff: 2 } }, 'warning'],
    ['but on the start, since people come late', { startTime: '10:20' }, 'pass'],
    ['but on the end, since people leave early', { endTime: '10:40' }, 'pass'],
    ['but on what was done', { activities: ['relapse-prevention'] }, 'pass'],
  ])('%s', (_title, change, expected) => {
    const sessions = [first, inGroup('B', '10:00', '11:00', 3, change)];
    expect(outcomes(rule, sessions)).toEqual([expected, expected]);
  });

  test('two agree, a third does not: it disagrees with each of them', () => {
    const sessions = [first, inGroup('B', '10:00', '11:00', 3), inGroup('C', '10:00', '11:00', 4)];
    expect(outcomes(rule, sessions)).toEqual(['warning', 'warning', 'warning']);
    expect(saidOfEach(rule, sessions)).toMatchObject([
      { data: { other: { entry: 2 } } },
      { data: { other: { entry: 2 } } },
      { data: { other: { entry: 0 } } },
    ]);
  });

  test('another group is none of its business', () => {
    const other = inGroup('B', '10:00', '11:00', 9, { group: { id: 'G-2', staff: 2 } });
    expect(outcomes(rule, [first, other])).toEqual(['pass', 'pass']);
  });

  test('a group of one row', () => {
    expect(outcomes(rule, [first])).toEqual(['pass']);
  });

  test('no group', () => {
    expect(outcomes(rule, [tg('A', '10:00', '11:00')])).toEqual(['not applicable']);
  });
});

describe('staff', () => {
  const two = (staff: number) => [
    inGroup('A', '10:00', '11:00', 4, { group: { staff } }),
    inGroup('B', '10:00', '11:00', 4, { group: { staff }, staff: { id: 'T-2' } }),
  ];

  test('two render the sessions of a group that states one', () => {
    expect(outcomes(rule, two(1))).toEqual(['warning', 'warning']);
    expect(saidOfEach(rule, two(1))).toMatchObject([
      { data: { stated: 1, found: 2 } },
      { data: { stated: 1, found: 2 } },
    ]);
  });

  test('two render the sessions of a group that states two', () => {
    expect(outcomes(rule, two(2))).toEqual(['pass', 'pass']);
  });

  test('one renders all sessions of a group that states two', () => {
    expect(outcomes(rule, sameStaff(...two(2)))).toEqual(['pass', 'pass']);
  });

  test('three of two', () => {
    const third = inGroup('C', '10:00', '11:00', 4, { group: { staff: 2 }, staff: { id: 'T-3' } });
    expect(outcomes(rule, [...two(2), third])).toEqual(['warning', 'warning', 'warning']);
  });
});

describe('members present at one minute', () => {
  test('eight of eight', () => {
    expect(outcomes(rule, people(8, 8))).toEqual(all('pass', 8));
  });

  test('nine of eight, from the start', () => {
    expect(outcomes(rule, people(9, 8))).toEqual(all('fail', 9));
    expect(saidOfEach(rule, people(9, 8))[0]).toMatchObject({
      data: { stated: 8, found: 9, at: '10:00', other: null },
    });
  });

  test('a ninth comes at 10:20, and that is what is said', () => {
    const sessions = people(9, 8, { 8: ['10:20', '11:00'] });
    expect(outcomes(rule, sessions)).toEqual(all('fail', 9));
    for (const said of saidOfEach(rule, sessions)) {
      expect(said).toMatchObject({
        outcome: 'fail',
        severity: 'error',
        message: expect.stringContaining('10:20') as string,
        data: { stated: 8, found: 9, at: '10:20' },
      });
      expect(denialsOf(said)).toEqual(['(272 N180)']);
    }
  });

  test('wherever in the input the ninth stands', () => {
    const sessions = people(9, 8, { 0: ['10:20', '11:00'] });
    expect(saidOfEach(rule, sessions)[5]).toMatchObject({ data: { at: '10:20' } });
  });

  test('two come late: the first minute with too many is named', () => {
    const sessions = people(10, 8, { 0: ['10:40', '11:00'], 3: ['10:25', '11:00'] });
    expect(saidOfEach(rule, sessions)[0]).toMatchObject({ data: { found: 9, at: '10:25' } });
  });

  test('one leaves before the ninth comes', () => {
    expect(outcomes(rule, people(9, 8, { 2: ['10:00', '10:15'], 8: ['10:20', '11:00'] }))).toEqual(
      all('pass', 9),
    );
  });

  test('one leaves as the ninth comes', () => {
    expect(outcomes(rule, people(9, 8, { 2: ['10:00', '10:20'], 8: ['10:20', '11:00'] }))).toEqual(
      all('pass', 9),
    );
  });

  test('one leaves a minute after the ninth came', () => {
    expect(outcomes(rule, people(9, 8, { 2: ['10:00', '10:21'], 8: ['10:20', '11:00'] }))).toEqual(
      all('fail', 9),
    );
  });

  test('all leave and as many others come', () => {
    const times = Object.fromEntries([4, 5, 6, 7].map((place) => [place, ['11:00', '12:00']])) as Record<
      number,
      [string, string]
    >;
    expect(outcomes(rule, people(8, 4, times))).toEqual(all('pass', 8));
  });

  test('fewer than are stated: not everyone is billed here', () => {
    expect(outcomes(rule, people(2, 8))).toEqual(all('pass', 2));
  });

  test('one member with two rows, one after the other, is one person', () => {
    const [early, late] = sameMember(inGroup('A', '10:00', '10:30', 2), inGroup('B', '10:30', '11:00', 2));
    if (early === undefined || late === undefined) throw new Error('two rows');
    expect(outcomes(rule, [early, late, inGroup('C', '10:00', '11:00', 2)])).toEqual(all('pass', 3));
  });

  test('copies of one session are one person', () => {
    const copies = sameMember(inGroup('A', '10:00', '11:00', 2), inGroup('B', '10:00', '11:00', 2));
    expect(outcomes(rule, [...copies, inGroup('C', '10:00', '11:00', 2)])).toEqual(all('pass', 3));
  });
});

describe('what is not known', () => {
  test('a number that no row states is not asked', () => {
    const sessions = [inGroup('A', '10:00', '11:00', null), inGroup('B', '10:00', '11:00', null)];
    expect(outcomes(rule, sessions)).toEqual(['pass', 'pass']);
  });

  test('the clock: whether one more is there than is stated', () => {
    const sessions = [inGroup('A', '10:00', '11:00', 1), inGroup('C', '10:00', null, 1)];
    expect(outcomes(rule, sessions)).toEqual(['unknown', 'unknown']);
  });

  test('the staff member: the member is there all the same', () => {
    const noStaff = inGroup('D', '10:00', '11:00', 2, { staff: { id: null } });
    const sessions = [inGroup('A', '10:00', '11:00', 2), inGroup('B', '10:00', '11:00', 2), noStaff];
    expect(outcomes(rule, sessions)).toEqual(['warning', 'warning', 'warning']);
  });
});

test('lines of claims of several members make up a group', () => {
  const line = lineOf('mo-H2017TG', { session: { group: { participants: 2 } } });
  const claims = ['M-1', 'M-2', 'M-3'].map((member, index) =>
    claimOf('mo-H2017TG', [line], { id: `C-${String(index)}`, member: { id: member } }),
  );
  const outcomesOf = (list: typeof claims) =>
    checker
      .checkClaims(list, { history: [] })
      .results.map((result) => (!('lines' in result) ? [] : result.lines.map((one) => outcomeOf(rule, one))));
  expect(outcomesOf(claims.slice(0, 2))).toEqual([['pass'], ['pass']]);
  expect(outcomesOf(claims)).toEqual([['warning'], ['warning'], ['warning']]);
});

describe('members who are not stated', () => {
  const nobody = (id: string, participants: number) =>
    inGroup(id, '10:00', '11:00', participants, { member: { id: null } });
  const named = (id: string, participants: number) =>
    inGroup(id, '10:00', '11:00', participants, { member: { id: `entry ${id}` } });

  test('may be one of those who are: it is asked', () => {
    const said = saidOfEach(rule, [nobody('A', 1), named('0', 1)]);
    expect(said).toMatchObject([
      { outcome: 'unknown', severity: 'warning', missing: [{ path: '/member/id' }] },
      { outcome: 'unknown', severity: 'warning', missing: [{ path: '/member/id' }] },
    ]);
    expect(said[0]).toHaveProperty(
      'message',
      "At 10:00 2 members may be present in the meeting, for which 1 person is stated. Not known: the member's key. The sessions of one meeting state the same numbers of people and staff, and no more come than are stated.",
    );
    expect(said[0]).toMatchObject({ data: { stated: 1, found: 2, at: '10:00', other: null } });
  });

  test('may all be one', () => {
    expect(outcomes(rule, [nobody('A', 1), nobody('B', 1)])).toEqual(['unknown', 'unknown']);
    expect(outcomes(rule, [nobody('A', 2), nobody('B', 2)])).toEqual(['pass', 'pass']);
  });

  test('count no more once they have left', () => {
    const early = inGroup('A', '09:00', '10:00', 1, { member: { id: null } });
    expect(outcomes(rule, [early, nobody('B', 1)])).toEqual(['pass', 'pass']);
    expect(outcomes(rule, [early, named('0', 1), named('1', 1)])).toEqual(['pass', 'warning', 'warning']);
  });

  test('add nothing to those who are too many without them', () => {
    expect(outcomes(rule, [nobody('A', 1), named('0', 1), named('1', 1)])).toEqual([
      'warning',
      'warning',
      'warning',
    ]);
  });
});
