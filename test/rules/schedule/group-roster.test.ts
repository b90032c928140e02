import { describe, expect, test } from 'vitest';
import type { Finding, Session } from '../../../src/index.js';
import { wholeSentences } from '../support.js';
import { meeting, of, outcomesOf, saidOf } from './support.js';

const rule = 'schedule/group-roster';

/** A session of group G-1, which states two people and one staff member, given by T-1; its service sets no size of a group. */
function inGroup(
  id: string,
  startTime: string | null = '09:00',
  endTime: string | null = '10:00',
  group: object = {},
  change: object = {},
): Session {
  const stated = { id: 'G-1', participants: 2, staff: 1, ...group };
  const session = meeting(id, startTime, endTime, { format: 'group', group: stated, ...change });
  return of(session, { staff: 'T-1' });
}

const hour = ['09:00', '10:00'] as const;
const noClock = [null, null] as const;
const nothing = { participants: null, staff: null };

describe('the sessions of one meeting agree', () => {
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
      [inGroup('A'), inGroup('B', ...hour, { participants: 3 })],
      ['fail', 'fail'],
    ],
    ['another number of staff', [inGroup('A'), inGroup('B', ...hour, { staff: 2 })], ['fail', 'fail']],
    ['two staff, one stated', [inGroup('A'), of(inGroup('B'), { staff: 'T-2' })], ['fail', 'fail']],
    ['who rendered one is not known', [inGroup('A'), of(inGroup('B'), { staff: null })], ['pass', 'pass']],
    ['nothing stated', [inGroup('A', ...hour, nothing), inGroup('B', ...hour, nothing)], ['pass', 'pass']],
    [
      'the first states nothing, the others one number each',
      [inGroup('A', ...hour, nothing), inGroup('B'), inGroup('C', ...hour, { participants: 3 })],
      ['fail', 'fail', 'fail'],
    ],
    [
      'the largest number is enough for those who come: still two numbers',
      [inGroup('A'), inGroup('B'), inGroup('C', ...hour, { participants: 3 })],
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
    ['no group', [meeting('A', '09:00', '10:00')], ['not applicable']],
    ['known to be individual', [inGroup('A', ...hour, {}, { format: 'individual' })], ['not applicable']],
  ])('%s', (_title, entries, outcomes) => {
    expect(outcomesOf(rule, entries)).toEqual(outcomes);
  });

  test('one member who is in two sessions of the meeting is one person', () => {
    const entries = [
      inGroup('A'),
      inGroup('B', '09:00', '09:30'),
      of(inGroup('C', '09:29'), { member: 'M-B' }),
    ];
    expect(outcomesOf(rule, entries)).toEqual(['pass', 'pass', 'pass']);
  });
});

describe('a meeting is one group, agency, day and service, and minutes that overlap', () => {
  const five = { participants: 5 };
  const at = (agency: string | null) => ({ agency: { id: agency } });

  test.each<[what: string, Session, Session, outcomes: string[]]>([
    ['the same', inGroup('A'), inGroup('B', ...hour, five), ['fail', 'fail']],
    ['another group', inGroup('A'), inGroup('B', ...hour, { id: 'G-2', ...five }), ['pass', 'pass']],
    [
      'another day',
      inGroup('A'),
      inGroup('B', ...hour, five, { dateOfService: '2017-05-17' }),
      ['pass', 'pass'],
    ],
    ['minutes that touch', inGroup('A'), inGroup('B', '10:00', '11:00', five), ['pass', 'pass']],
    ['one minute in common', inGroup('A'), inGroup('B', '09:59', '11:00', five), ['fail', 'fail']],
    ['no start', inGroup('A'), inGroup('B', null, '11:00', five), ['fail', 'fail']],
    ['no end', inGroup('A'), inGroup('B', '10:00', null, five), ['fail', 'fail']],
    [
      'one agency',
      inGroup('A', ...hour, {}, at('A-1')),
      inGroup('B', ...hour, five, at('A-1')),
      ['fail', 'fail'],
    ],
    [
      'two agencies',
      inGroup('A', ...hour, {}, at('A-1')),
      inGroup('B', ...hour, five, at('A-2')),
      ['pass', 'pass'],
    ],
    [
      'agencies without a key',
      inGroup('A', ...hour, {}, at(null)),
      inGroup('B', ...hour, five, { agency: null }),
      ['fail', 'fail'],
    ],
    [
      'an agency stated on one',
      inGroup('A', ...hour, {}, at('A-1')),
      inGroup('B', ...hour, five),
      ['pass', 'pass'],
    ],
  ])('%s', (_what, one, other, outcomes) => {
    expect(outcomesOf(rule, [one, other])).toEqual(outcomes);
    expect(outcomesOf(rule, [other, one])).toEqual(outcomes);
  });

  test('or overlap through those of a third', () => {
    const ends = [inGroup('A'), inGroup('C', '10:15', '11:00', five)];
    expect(outcomesOf(rule, ends)).toEqual(['pass', 'pass']);
    expect(outcomesOf(rule, [...ends, inGroup('B', '09:30', '10:30')])).toEqual(['fail', 'fail', 'fail']);
    // One that ends before another does not end the meeting.
    const long = [
      inGroup('A', '09:00', '11:00'),
      inGroup('B', '09:10', '09:20'),
      inGroup('C', '10:15', '11:00', five),
    ];
    expect(outcomesOf(rule, long)).toEqual(['fail', 'fail', 'fail']);
  });
});

const says =
  'The sessions of one meeting state the same numbers of people and staff, and no more come than are stated.';
const noNumbers = { stated: null, found: null, at: null };

describe('what is wrong is said', () => {
  test.each<[title: string, Session[], fact: string, data: object]>([
    [
      'two members, one stated',
      [inGroup('A', ...hour, { participants: 1 }), inGroup('B', ...hour, { participants: 1 })],
      'At 09:00 2 members are present in the meeting, for which 1 person is stated',
      { stated: 1, found: 2, at: '09:00', other: null },
    ],
    [
      'the first minute with too many',
      [inGroup('A'), inGroup('B', '09:05'), inGroup('C', '09:20'), inGroup('D', '09:30')],
      'At 09:20 3 members are present in the meeting, for which 2 people are stated',
      { stated: 2, found: 3, at: '09:20', other: null },
    ],
    [
      'two staff, one stated',
      [inGroup('A'), of(inGroup('B'), { staff: 'T-2' })],
      '2 staff members rendered the sessions of the meeting, for which 1 staff member is stated',
      { stated: 1, found: 2, at: null, other: null },
    ],
    [
      'two numbers of people',
      [inGroup('A'), inGroup('B', ...hour, { participants: 5 })],
      '2 and 5 people are stated for one meeting',
      { ...noNumbers, other: { entry: 1 } },
    ],
    [
      'three numbers of staff: the first that is another',
      [3, 3, 4, 2].map((staff, place) => inGroup('ABCD'.charAt(place), ...hour, { participants: 4, staff })),
      '2, 3 and 4 staff are stated for one meeting',
      { ...noNumbers, other: { entry: 2 } },
    ],
  ])('%s', (_title, entries, fact, data) => {
    const [finding] = saidOf(rule, entries);
    expect(finding).toMatchObject({
      outcome: 'fail',
      severity: 'warning',
      message: `${fact}. ${says}`,
      data,
      paths: ['/group/id', '/group/participants', '/group/staff'],
      denials: [{ carc: '272', rarc: 'N180' }],
    });
    expect(finding).toHaveProperty('message', expect.stringMatching(wholeSentences));
  });

  test('one that states something else is named, or the first to state it', () => {
    const numbers = [null, 2, 5, 2, 5];
    const entries = numbers.map((participants, place) =>
      inGroup('ABCDE'.charAt(place), ...hour, { participants }, { staff: { id: 'T-1' } }),
    );
    const said = saidOf(
      rule,
      entries.map((one) => of(one, { member: 'M-1' })),
    );
    expect((said as Finding[]).map(({ data }) => data)).toMatchObject(
      [1, 2, 1, 2, 1].map((entry) => ({ other: { entry } })),
    );
  });

  test.each<[title: string, Session[]]>([
    ['too many people', [inGroup('A'), inGroup('B'), inGroup('C')]],
    [
      'too many staff',
      [inGroup('A'), of(inGroup('B'), { staff: 'T-2' }), of(inGroup('C'), { member: 'M-A' })],
    ],
    ['two numbers', [inGroup('A'), inGroup('B'), inGroup('C', ...hour, { participants: 3 })]],
  ])('once: the later ones name the first: %s', (_title, entries) => {
    const said = saidOf(rule, entries) as Finding[];
    expect(said.map(({ data }) => (data as { sharedWith?: string }).sharedWith)).toEqual([
      undefined,
      '/0',
      '/0',
    ]);
  });
});

describe('a session whose times are not known may be there at any minute, or at none', () => {
  const said = (participants: number, ...times: (readonly [string | null, string | null])[]) =>
    saidOf(
      rule,
      times.map(([from, to], place) => inGroup('ABCD'.charAt(place), from, to, { participants })),
    );
  const asked = [{ path: '/startTime' }, { path: '/endTime' }];

  test('one more than is stated with it', () => {
    const [first] = said(1, hour, noClock);
    expect(first).toMatchObject({
      outcome: 'unknown',
      severity: 'warning',
      message: `At 09:00 2 members may be present in the meeting, for which 1 person is stated. Not known: the start time; the end time. ${says}`,
      data: { stated: 1, found: 2, at: '09:00', other: null },
      missing: asked,
      denials: [],
    });
  });

  test('as many as are stated', () => {
    expect(said(2, hour, noClock)).toEqual(['pass', 'pass']);
  });

  test('too many without it', () => {
    expect(said(1, hour, hour, noClock)).toMatchObject([1, 2, 3].map(() => ({ outcome: 'fail' })));
  });

  test('nobody else is there', () => {
    expect(said(1, noClock, noClock)).toMatchObject([
      {
        outcome: 'unknown',
        message: expect.stringMatching(/^2 members may be present in the meeting/) as string,
        data: { at: null },
      },
      { outcome: 'unknown', data: { sharedWith: '/0' } },
    ]);
    expect(said(2, noClock, noClock)).toEqual(['pass', 'pass']);
  });
});

describe('members whose keys are alike may be one', () => {
  const two = (one: string | null, other: string | null, participants = 1) =>
    saidOf(rule, [
      of(inGroup('A', ...hour, { participants }), { member: one }),
      of(inGroup('B', ...hour, { participants }), { member: other }),
    ]);

  test('it is asked', () => {
    expect(two('M-1', '0m-1')).toMatchObject(
      [1, 2].map(() => ({ outcome: 'unknown', severity: 'warning', missing: [{ path: '/member/id' }] })),
    );
    expect(two('M-1', 'M-1')).toEqual(['pass', 'pass']);
    expect(two('M-1', 'M-2')).toMatchObject([{ outcome: 'fail' }, { outcome: 'fail' }]);
  });

  test('and is not, where there is room for two', () => {
    expect(two('M-1', '0m-1', 2)).toEqual(['pass', 'pass']);
  });
});

describe('where the service sets how many one staff member may have', () => {
  const large = (id: string, group: object, change: object = {}) =>
    inGroup(id, ...hour, group, { service: 'mo/H2017HOHQ', dateOfService: '2024-03-12', ...change });
  const severities = (...sessions: Session[]) =>
    saidOf(rule, sessions).map((said) =>
      typeof said === 'string' ? said : `${said.outcome}, ${said.severity}`,
    );

  test.each<[title: string, one: object, other: object, severity: string]>([
    ['seven and eight people for one', { participants: 7 }, { participants: 8 }, 'fail, warning'],
    ['seven and nine people for one', { participants: 7 }, { participants: 9 }, 'fail, error'],
    [
      'seven and nine people for two',
      { participants: 7, staff: 2 },
      { participants: 9, staff: 2 },
      'fail, warning',
    ],
    ['nine people for one and for two', { participants: 9, staff: 2 }, { participants: 9 }, 'fail, error'],
    [
      'sixteen and seventeen for two',
      { participants: 16, staff: 2 },
      { participants: 17, staff: 2 },
      'fail, error',
    ],
    [
      'nine people, and no staff stated',
      { participants: 7, staff: null },
      { participants: 9, staff: null },
      'fail, warning',
    ],
  ])('%s', (_title, one, other, severity) => {
    expect(severities(large('A', one), large('B', other))).toEqual([severity, severity]);
  });

  const many = (number: number, group: object) =>
    Array.from({ length: number }, (_each, place) => large(`P${String(place)}`, group));

  test('those who come are counted too', () => {
    expect(new Set(severities(...many(8, { participants: 7 })))).toEqual(new Set(['fail, warning']));
    expect(new Set(severities(...many(9, { participants: 7 })))).toEqual(new Set(['fail, error']));
  });

  test('what may be an error is asked before what is a warning for sure', () => {
    const late = inGroup(
      'L',
      null,
      null,
      { participants: 7 },
      { service: 'mo/H2017HOHQ', dateOfService: '2024-03-12' },
    );
    expect(new Set(severities(...many(7, { participants: 7 }), late))).toEqual(new Set(['unknown, warning']));
    expect(new Set(severities(...many(8, { participants: 7 }), late))).toEqual(new Set(['unknown, error']));
  });

  test('a session that states its member is not held back by one that states none', () => {
    const nobody = of(large('N', { participants: 8 }), { member: null });
    const said = severities(...many(8, { participants: 8 }), nobody);
    expect(said.slice(0, 8)).toEqual(Array.from({ length: 8 }, () => 'unknown, warning'));
    expect(said[8]).toBe('unknown, error');
  });
});
