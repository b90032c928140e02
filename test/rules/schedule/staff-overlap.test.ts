import { describe, expect, test } from 'vitest';
import type { Session } from '../../../src/index.js';
import { questionOf, wholeSentences } from '../support.js';
import { meeting, noticesOf, of, outcomesOf, saidOf } from './support.js';
import { notice } from '../../../src/findings/notices.js';

const rule = 'schedule/staff-overlap';
const same = { staff: 'T-1' };
const group = (id: string | null) => ({ format: 'group', group: { id, participants: 8, staff: 1 } });
const morning = of(meeting('A', '09:00', '10:00', group('G-1')), same);

describe('one staff member in two sessions, the first from 09:00 to 10:00 with a group', () => {
  test.each<[title: string, Session, outcomes: string[]]>([
    ['the other of the same group', of(meeting('B', '09:00', '10:00', group('G-1')), same), ['pass', 'pass']],
    ['the other of another group', of(meeting('B', '09:30', '10:30', group('G-2')), same), ['fail', 'fail']],
    ['the other of no group', of(meeting('B', '09:30', '10:30'), same), ['fail', 'fail']],
    ['the other right after', of(meeting('B', '10:00', '11:00'), same), ['pass', 'pass']],
    ['the other of someone else', meeting('B', '09:00', '10:00'), ['pass', 'pass']],
    [
      'the other of someone without a key',
      of(meeting('B', '09:00', '10:00'), { staff: null }),
      ['pass', 'not applicable'],
    ],
    ['the other without a start', of(meeting('B', null, '09:30'), same), ['pass', 'not applicable']],
    [
      'the other on another day',
      of(meeting('B', '09:00', '10:00', { dateOfService: '2017-05-17' }), same),
      ['pass', 'pass'],
    ],
  ])('%s', (_title, other, outcomes) => {
    expect(outcomesOf(rule, [morning, other])).toEqual(outcomes);
  });

  test('the same session billed twice is a duplicate, and no overlap', () => {
    const once = of(meeting('A', '09:00', '10:00'), { ...same, member: 'M-1' });
    expect(outcomesOf(rule, [once, { ...once, id: 'B' }])).toEqual(['pass', 'pass']);
    expect(outcomesOf('claim/duplicate', [once, { ...once, id: 'B' }])).toEqual(['pass', 'fail']);
  });
});

test('the finding', () => {
  const [finding] = saidOf(rule, [morning, of(meeting('B', '09:30', '10:30'), same)]);
  expect(finding).toMatchObject({
    outcome: 'fail',
    message: expect.stringMatching(wholeSentences) as string,
    data: { minutes: 30, from: '09:30', through: '10:00', other: { entry: 1 } },
    paths: ['/startTime', '/endTime', '/staff/id'],
    denials: [{ carc: '272', rarc: 'N180' }],
  });
  expect(JSON.stringify(finding)).not.toContain('T-1');
});

test.each<[start: string, shared: string]>([
  ['09:59', '1 minute of the staff member from 09:59 to 10:00 is also in another session of the batch'],
  ['09:58', '2 minutes of the staff member from 09:58 to 10:00 are also in another session of the batch'],
])('from %s on: %s', (start, shared) => {
  expect(saidOf(rule, [morning, of(meeting('B', start, '11:00'), same)])[0]).toMatchObject({
    message: `${shared}. A staff member gives one session at a time, but for those of one meeting.`,
  });
});

test('two that are one session if they are of one member: it is asked, and a warning of the one that states its own', () => {
  const stated = of(meeting('A', '09:00', '10:00'), same);
  const message =
    '60 minutes of the staff member from 09:00 to 10:00 are also in another session of the batch. Whether both are one session is not known. A staff member gives one session at a time, but for those of one meeting.';
  expect(message).toMatch(wholeSentences);
  const asked = { outcome: 'unknown', message, missing: [questionOf.memberId], denials: [] };
  expect(saidOf(rule, [stated, of(meeting('B', '09:00', '10:00'), { ...same, member: null })])).toMatchObject(
    [
      { ...asked, severity: 'warning', data: { other: { entry: 1 } } },
      { ...asked, severity: 'error', data: { other: { entry: 0 } } },
    ],
  );
});

test('of two that overlap with it, the one that begins first is named', () => {
  const [one, other] = [of(meeting('A', '09:00', '10:00'), same), of(meeting('B', '09:00', '10:00'), same)];
  const later = of(meeting('C', '09:30', '10:30'), same);
  expect(saidOf(rule, [one, other, later])).toMatchObject([
    { outcome: 'fail', data: { from: '09:00', other: { entry: 1 } } },
    { outcome: 'fail', data: { from: '09:00', other: { entry: 0 } } },
    { outcome: 'fail', data: { from: '09:30', other: { entry: 0 } } },
  ]);
});

test('nothing is told without both times, or without the staff member', () => {
  const ofNobody = of(morning, { staff: null });
  expect(
    saidOf(rule, [ofNobody, of({ ...ofNobody, id: 'B' }, { member: 'M-B' }), meeting('C', null, '09:30')]),
  ).toEqual([
    'not applicable: staff-not-known',
    'not applicable: staff-not-known',
    'not applicable: clock-not-known',
  ]);
});

test('sessions whose staff is not known are counted', () => {
  expect(noticesOf([of(meeting('A', '09:00', '10:00'), { staff: null })])).toContainEqual(
    notice('no-staff-key', { count: 1 }),
  );
});

describe('two groups of which one states no key', () => {
  const hour = ['09:00', '10:00'] as const;
  const other = (change: object) => of(meeting('B', ...hour, { ...group(null), ...change }), same);

  test.each<[what: string, Session, outcomes: string[]]>([
    ['may be one meeting', other({}), ['unknown', 'unknown']],
    ['may be so without a format', other({ format: null }), ['unknown', 'unknown']],
    ['are not, where one is known to be individual', other({ format: 'individual' }), ['fail', 'fail']],
    ['are not, of two services', other({ service: 'mo/H2017TG' }), ['fail', 'fail']],
    ['are not compared at other minutes', other({ startTime: '10:00', endTime: '11:00' }), ['pass', 'pass']],
  ])('%s', (_what, one, outcomes) => {
    expect(outcomesOf(rule, [morning, one])).toEqual(outcomes);
  });

  test('and it is asked', () => {
    const message =
      '60 minutes of the staff member from 09:00 to 10:00 are also in another session of the batch. Whether both are of one meeting is not known: at least one of them states no group. A staff member gives one session at a time, but for those of one meeting.';
    expect(message).toMatch(wholeSentences);
    expect(saidOf(rule, [morning, other({})])).toMatchObject(
      [1, 0].map((entry) => ({
        outcome: 'unknown',
        severity: 'error',
        message,
        data: { other: { entry } },
        missing: [{ path: '/group/id' }],
        denials: [],
      })),
    );
  });

  test('what fails for sure comes first, and of that what begins first', () => {
    const late = of(meeting('C', '09:30', '10:00', group('G-2')), same);
    const later = of(meeting('D', '09:40', '10:00'), same);
    expect(saidOf(rule, [morning, other({}), later, late])).toMatchObject([
      { outcome: 'fail', data: { from: '09:30', other: { entry: 3 } } },
      { outcome: 'fail', data: { from: '09:40', other: { entry: 2 } } },
      { outcome: 'fail', data: { from: '09:40' } },
      { outcome: 'fail', data: { from: '09:30', other: { entry: 0 } } },
    ]);
  });

  test('where the member of one is not stated either, that is asked too, and of the other it is a warning', () => {
    const asked = [{ path: '/member/id' }, { path: '/group/id' }];
    expect(saidOf(rule, [morning, of(other({}), { member: null })])).toMatchObject([
      { outcome: 'unknown', severity: 'warning', missing: asked },
      { outcome: 'unknown', severity: 'error', missing: asked },
    ]);
    const later = of(other({ startTime: '09:30' }), { member: null });
    expect(saidOf(rule, [morning, later])).toMatchObject(
      [1, 2].map(() => ({ outcome: 'unknown', severity: 'error', missing: [{ path: '/group/id' }] })),
    );
  });
});

test.each([
  ['0m-1', 'unknown'],
  ['M-2', 'fail'],
  ['M-1', 'pass'],
])('two of one start, of members M-1 and %s', (member, outcome) => {
  const one = of(meeting('A', '09:00', '10:00'), { ...same, member: 'M-1' });
  expect(outcomesOf(rule, [one, of({ ...one, id: 'B' }, { member })])).toEqual([outcome, outcome]);
});

test('of keys that are alike it is an error', () => {
  const one = of(meeting('A', '09:00', '10:00'), { ...same, member: 'M-1' });
  expect(saidOf(rule, [one, of({ ...one, id: 'B' }, { member: 'm-1' })])).toMatchObject(
    [1, 2].map(() => ({ severity: 'error', missing: [questionOf.memberId] })),
  );
});
