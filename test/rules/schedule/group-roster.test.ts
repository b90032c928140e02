import { describe, expect, test } from 'vitest';
import type { Session } from '../../../src/index.js';
import { groupRoster } from '../../../src/rules/schedule/group-roster.js';
import type { PlacedEntry } from '../../../src/rules/schedule/placed.js';
import { wholeSentences } from '../support.js';
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

const hour = ['09:00', '10:00'] as const;
const nothing = { participants: null, staff: null };
const noStaff = { staff: null };
const unknowns = ['unknown', 'unknown'];

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
      'one comes as another leaves',
      [inGroup('C', '09:30'), inGroup('B'), inGroup('A', '09:00', '09:30')],
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
    ['alone, with nothing stated', [inGroup('A', '09:00', '10:00', nothing)], ['pass']],
    [
      'two people, nothing stated',
      [inGroup('A', ...hour, nothing), inGroup('B', ...hour, nothing)],
      unknowns,
    ],
    [
      'two people, no staff stated',
      [inGroup('A', ...hour, noStaff), inGroup('B', ...hour, noStaff)],
      unknowns,
    ],
    [
      'two staff, none stated',
      [inGroup('A', ...hour, noStaff), of(inGroup('B', ...hour, noStaff), { staff: 'T-2' })],
      unknowns,
    ],
    ['the first states nothing', [inGroup('A', ...hour, nothing), inGroup('B')], ['unknown', 'pass']],
    ['the second states nothing', [inGroup('A'), inGroup('B', ...hour, nothing)], ['pass', 'unknown']],
    [
      'the first states nothing, the others two numbers',
      [inGroup('A', ...hour, nothing), inGroup('B'), inGroup('C', ...hour, { participants: 3 })],
      ['fail', 'fail', 'fail'],
    ],
    [
      'three people, of whom the first states nothing',
      [inGroup('A', ...hour, nothing), inGroup('B'), inGroup('C')],
      ['fail', 'fail', 'fail'],
    ],
    [
      'two staff, of whom the first states nothing',
      [inGroup('A', ...hour, nothing), of(inGroup('B'), { staff: 'T-2' })],
      ['fail', 'fail'],
    ],
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

test('who leaves at a minute is gone before who comes at it, in whatever order they are listed', () => {
  const here = (id: string, startTime: string, endTime: string): PlacedEntry => ({
    kind: 'session',
    position: { entry: 0 },
    pointer: '/0',
    session: inGroup(id, startTime, endTime, { participants: 1 }),
    who: id,
    staff: 'T-1',
  });
  const [early, late] = [here('A', '09:00', '09:30'), here('B', '09:30', '10:00')];
  expect([...groupRoster.judgeAll([early, late], []).values()]).toEqual(['pass', 'pass']);
  expect([...groupRoster.judgeAll([late, early], []).values()]).toEqual(['pass', 'pass']);
});

test('the finding names the first minute with more people than are stated', () => {
  const entries = [inGroup('A'), inGroup('B', '09:05'), inGroup('C', '09:20')];
  const [finding] = saidOf(rule, entries);
  expect(finding).toMatchObject({
    outcome: 'fail',
    message: expect.stringMatching(
      /^At 09:20 3 members are present in the group, which states 2 people\. /,
    ) as string,
    data: { stated: 2, found: 3, at: '09:20', other: null },
    paths: ['/group/id', '/group/participants', '/group/staff'],
    denials: [{ carc: '272', rarc: 'N180' }],
  });
  expect(finding).toHaveProperty('message', expect.stringMatching(wholeSentences));
});

const says =
  'The sessions of one group agree on day, service, people and staff, and no more come than are stated.';
const noNumbers = { stated: null, found: null, at: null };

describe('what is wrong is said', () => {
  test.each<[title: string, Session[], string, data: object]>([
    [
      'two members, one stated',
      [inGroup('A', ...hour, { participants: 1 }), inGroup('B', ...hour, { participants: 1 })],
      'At 09:00 2 members are present in the group, which states 1 person',
      { stated: 1, found: 2, at: '09:00', other: null },
    ],
    [
      'two staff, one stated',
      [inGroup('A'), of(inGroup('B'), { staff: 'T-2' })],
      '2 staff members rendered the sessions of the group, which states 1',
      { stated: 1, found: 2, at: null, other: null },
    ],
    [
      'another day',
      [inGroup('A'), inGroup('B', ...hour, {}, { dateOfService: '2017-05-17' })],
      'The date of service is not that of another session of the batch',
      { ...noNumbers, other: { entry: 1 } },
    ],
    [
      'another number of people',
      [inGroup('A'), inGroup('B', ...hour, { participants: 5 })],
      'The number of people is not that of another session of the batch',
      { ...noNumbers, other: { entry: 1 } },
    ],
    [
      'another number of staff, and the number of the first once more',
      [
        inGroup('A', ...hour, { staff: 2 }),
        inGroup('B'),
        inGroup('C', ...hour, { participants: 3, staff: 2 }),
      ],
      'The number of people is not that of another session of the batch',
      { ...noNumbers, other: { entry: 2 } },
    ],
    [
      'three numbers of staff: the first that is another',
      [2, 2, 3, 4].map((staff, at) => inGroup('ABCD'.charAt(at), ...hour, { participants: 4, staff })),
      'The number of staff is not that of another session of the batch',
      { ...noNumbers, other: { entry: 2 } },
    ],
  ])('%s: %s', (_title, entries, fact, data) => {
    expect(saidOf(rule, entries)[0]).toMatchObject({ message: `${fact}. ${says}`, data });
  });

  test('of those that differ from it the first is named', () => {
    const staff = [2, 2, 3, 4].map((each, at) =>
      inGroup('ABCD'.charAt(at), ...hour, { participants: 4, staff: each }),
    );
    expect(saidOf(rule, staff).map((said) => (typeof said === 'string' ? said : said.data))).toMatchObject(
      [2, 2, 0, 0].map((entry) => ({ other: { entry } })),
    );
  });

  test.each<[title: string, Session[], sharedWith: (string | undefined)[]]>([
    ['too many people', [inGroup('A'), inGroup('B'), inGroup('C')], [undefined, '/0', '/0']],
    ['too many staff', [inGroup('A'), of(inGroup('B'), { staff: 'T-2' })], [undefined, '/0']],
    [
      'another number of people, of each by itself',
      [inGroup('A'), inGroup('B'), inGroup('C', ...hour, { participants: 3 })],
      [undefined, undefined, undefined],
    ],
    [
      'nothing stated, of each by itself',
      [inGroup('A', ...hour, nothing), inGroup('B', ...hour, nothing)],
      [undefined, undefined],
    ],
  ])('the first session is named that has the same: %s', (_title, entries, sharedWith) => {
    const said = saidOf(rule, entries).map((one) =>
      typeof one === 'string' ? one : (one.data as { sharedWith?: string }).sharedWith,
    );
    expect(said).toEqual(sharedWith);
  });

  test('what is not stated is asked for', () => {
    const [first] = saidOf(rule, [inGroup('A', ...hour, nothing), inGroup('B', ...hour, nothing)]);
    expect(first).toMatchObject({
      outcome: 'unknown',
      data: { ...noNumbers, other: null },
      missing: [{ path: '/group/participants' }, { path: '/group/staff' }],
    });
    expect(first).toHaveProperty('message', expect.stringMatching(wholeSentences));
  });

  test('or why nothing is', () => {
    const ofNobody = of(inGroup('B'), { staff: null });
    expect(saidOf(rule, [meeting('A', '09:00', '10:00'), ofNobody, inGroup('C', '10:00', '09:00')])).toEqual([
      'not applicable: group-not-stated',
      'not applicable: clock-or-staff-not-known',
      'not applicable: clock-or-staff-not-known',
    ]);
  });
});

test('one member who is in two sessions of the group is one person', () => {
  const entries = [
    inGroup('A'),
    inGroup('B', '09:00', '09:30'),
    of(inGroup('C', '09:30'), { member: 'M-B' }),
  ];
  expect(outcomesOf(rule, entries)).toEqual(['pass', 'pass', 'pass']);
});
