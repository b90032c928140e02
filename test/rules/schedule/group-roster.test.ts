import { describe, expect, test } from 'vitest';
import type { Session } from '../../../src/index.js';
import { oneSentence } from '../support.js';
import { meeting, of, outcomesOf, saidOf } from './support.js';

const rule = 'schedule/group-roster';

/** A session of group G-1, which states two people and one staff member, given by T-1. */
function inGroup(
  id: string,
  startTime = '09:00',
  endTime = '10:00',
  group: object = {},
  change: object = {},
): Session {
  const stated = { id: 'G-1', participants: 2, staff: 1, ...group };
  return of(meeting(id, startTime, endTime, { group: stated, ...change }), { staff: 'T-1' });
}

describe('the sessions of one group agree', () => {
  test.each<[title: string, Session[], outcomes: string[]]>([
    ['alone', [inGroup('A')], ['pass']],
    ['two people, two stated', [inGroup('A'), inGroup('B')], ['pass', 'pass']],
    ['three people, two stated', [inGroup('A'), inGroup('B'), inGroup('C')], ['fail', 'fail', 'fail']],
    [
      'one leaves as another comes',
      [inGroup('A', '09:00', '09:30'), inGroup('B'), inGroup('C', '09:30')],
      ['pass', 'pass', 'pass'],
    ],
    [
      'one comes a minute before another leaves',
      [inGroup('A', '09:00', '09:31'), inGroup('B'), inGroup('C', '09:30')],
      ['fail', 'fail', 'fail'],
    ],
    ['people come late', [inGroup('A', '09:10'), inGroup('B', '09:00', '09:50')], ['pass', 'pass']],
    [
      'another number of people',
      [inGroup('A'), inGroup('B', '09:00', '10:00', { participants: 3 })],
      ['fail', 'fail'],
    ],
    [
      'another number of staff',
      [inGroup('A'), inGroup('B', '09:00', '10:00', { staff: 2 })],
      ['fail', 'fail'],
    ],
    [
      'another day',
      [inGroup('A'), inGroup('B', '09:00', '10:00', {}, { dateOfService: '2017-05-17' })],
      ['fail', 'fail'],
    ],
    ['two staff, one stated', [inGroup('A'), of(inGroup('B'), { staff: 'T-2' })], ['fail', 'fail']],
    [
      'another group',
      [inGroup('A'), inGroup('B', '09:00', '10:00', { id: 'G-2', participants: 5 })],
      ['pass', 'pass'],
    ],
    ['no group', [meeting('A', '09:00', '10:00')], ['not applicable']],
    [
      'one without an end is not compared',
      [
        inGroup('A'),
        inGroup('B'),
        of(meeting('C', '09:00', null, { group: { id: 'G-1', participants: 2, staff: 1 } }), {
          staff: 'T-1',
        }),
      ],
      ['pass', 'pass', 'not applicable'],
    ],
  ])('%s', (_title, entries, outcomes) => {
    expect(outcomesOf(rule, entries)).toEqual(outcomes);
  });
});

test('the finding names the first minute with more people than are stated', () => {
  const entries = [inGroup('A'), inGroup('B', '09:05'), inGroup('C', '09:20')];
  const [finding] = saidOf(rule, entries);
  expect(finding).toMatchObject({
    outcome: 'fail',
    message: expect.stringMatching(
      /^At 09:20 3 members are present in the group, which states 2 people; /,
    ) as string,
    data: { stated: 2, found: 3, at: '09:20', other: null },
    paths: ['/group/id', '/group/participants', '/group/staff'],
    denials: [{ carc: '272', rarc: 'N180' }],
  });
  expect(finding).toHaveProperty('message', expect.stringMatching(oneSentence));
});

test('one member who is in two sessions of the group is one person', () => {
  const entries = [
    inGroup('A'),
    inGroup('B', '09:00', '09:30'),
    of(inGroup('C', '09:30'), { member: 'M-B' }),
  ];
  expect(outcomesOf(rule, entries)).toEqual(['pass', 'pass', 'pass']);
});
