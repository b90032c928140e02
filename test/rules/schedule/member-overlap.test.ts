import { describe, expect, test } from 'vitest';
import type { PriorUse, Session } from '../../../src/index.js';
import { generalCitation, wholeSentences, questionOf } from '../support.js';
import { meeting, noticesOf, of, outcomesOf, saidOf } from './support.js';
import { notice } from '../../../src/findings/notices.js';

const rule = 'schedule/member-overlap';
const both = { member: 'M-1' };
const morning = of(meeting('A', '09:00', '10:00'), both);
const use: PriorUse = {
  service: 'mo/peer-support',
  memberId: 'M-1',
  dateOfService: '2017-05-16',
  units: 1,
  startTime: '09:30',
  endTime: '10:30',
};

describe('one member in two sessions, the first from 09:00 to 10:00', () => {
  test.each<[title: string, Session, outcomes: string[]]>([
    ['the other from 10:00 touches', of(meeting('B', '10:00', '11:00'), both), ['pass', 'pass']],
    ['the other from 09:59 overlaps', of(meeting('B', '09:59', '11:00'), both), ['fail', 'fail']],
    ['the other within it overlaps', of(meeting('B', '09:15', '09:30'), both), ['fail', 'fail']],
    ['the other around it overlaps', of(meeting('B', '08:00', '12:00'), both), ['fail', 'fail']],
    ['the other of another member', meeting('B', '09:00', '10:00'), ['pass', 'pass']],
    [
      'the other on another day',
      of(meeting('B', '09:30', '10:30', { dateOfService: '2017-05-17' }), both),
      ['pass', 'pass'],
    ],
    ['the other without an end', of(meeting('B', '09:30', null), both), ['pass', 'not applicable']],
    [
      'the other of a member without a key',
      of(meeting('B', '09:30', '10:30'), { member: null }),
      ['unknown', 'unknown'],
    ],
    ['the other the same session again', of(meeting('B', '09:00', '10:00'), both), ['pass', 'pass']],
  ])('%s', (_title, other, outcomes) => {
    expect(outcomesOf(rule, [morning, other])).toEqual(outcomes);
  });
});

describe('one member, and a use billed before from 09:30 to 10:30', () => {
  test.each<[title: string, PriorUse, outcome: string]>([
    ['overlaps', use, 'fail'],
    ['of another service overlaps too', { ...use, service: 'mo/H2017TG' }, 'fail'],
    ['of another member does not', { ...use, memberId: 'M-2' }, 'pass'],
    ['of the next day does not', { ...use, dateOfService: '2017-05-17' }, 'pass'],
    ['without an end is not compared', { ...use, endTime: null }, 'pass'],
    ['that is the session itself does not', { ...use, id: 'A' }, 'pass'],
  ])('%s', (_title, prior, outcome) => {
    expect(outcomesOf(rule, [morning], [prior])).toEqual([outcome]);
  });
});

test('the finding tells the minutes, and with what', () => {
  const message =
    '15 minutes from 09:45 to 10:00 are also in another session of the batch. A member is in one session at a time.';
  expect(message).toMatch(wholeSentences);
  expect(saidOf(rule, [morning, of(meeting('B', '09:45', '11:00'), both)])[0]).toStrictEqual({
    rule,
    outcome: 'fail',
    severity: 'error',
    message,
    data: { minutes: 15, from: '09:45', through: '10:00', other: { entry: 1 } },
    paths: ['/startTime', '/endTime'],
    missing: [],
    citations: [generalCitation('A person is in one session at a time')],
    basis: 'general',
    denials: [
      { carc: '97', rarc: 'M80', group: 'CO', likelihood: 'possible', seenAt: 'audit' },
      { carc: '236', rarc: 'M80', group: 'CO', likelihood: 'possible', seenAt: 'audit' },
    ],
  });
});

test('a member who is not known is asked for', () => {
  const unknown = of(morning, { member: null });
  expect(saidOf(rule, [unknown, of(meeting('B', '09:30', '10:30'), { member: null })])).toStrictEqual(
    [2, 1].map((number) => ({
      rule,
      outcome: 'unknown',
      severity: 'error',
      message:
        '30 minutes from 09:30 to 10:00 are also in another session of the batch. Whether both are of one member is not known. A member is in one session at a time.',
      data: { minutes: 30, from: '09:30', through: '10:00', other: { entry: number - 1 } },
      paths: ['/startTime', '/endTime', '/member/id'],
      missing: [questionOf.memberId],
      citations: [generalCitation('A person is in one session at a time')],
      basis: 'general',
      denials: [],
    })),
  );
});

test('times that are not known tell no overlap', () => {
  expect(saidOf(rule, [meeting('A', '09:00', null)])).toEqual(['not applicable: clock-not-known']);
});

test('a single minute is spoken of in the singular', () => {
  expect(saidOf(rule, [morning, of(meeting('B', '09:59', '11:00'), both)])[0]).toMatchObject({
    message:
      '1 minute from 09:59 to 10:00 is also in another session of the batch. A member is in one session at a time.',
  });
});

test('what could not be compared is counted', () => {
  expect(noticesOf([morning, meeting('B', null, null), meeting('C', '12:00', null)])).toContainEqual(
    notice('no-clock-times', { count: 2 }),
  );
});

describe('members whose keys are alike', () => {
  const [one, other] = [
    of(meeting('A', '09:00', '10:00'), { member: 'M-1' }),
    of(meeting('B', '09:30', '10:30'), { member: '0m-1' }),
  ];

  test('may be one, which both are asked', () => {
    expect(saidOf(rule, [one, other])).toMatchObject(
      [1, 0].map((entry) => ({
        outcome: 'unknown',
        severity: 'error',
        data: { other: { entry } },
        missing: [questionOf.memberId],
      })),
    );
  });

  test('so may one of a prior use', () => {
    const use = {
      service: 'mo/peer-support',
      dateOfService: '2017-05-16',
      units: 4,
      startTime: '09:10',
      endTime: '09:20',
    };
    expect(outcomesOf(rule, [one], [{ ...use, memberId: 'M-1 ' }])).toEqual(['unknown']);
    expect(outcomesOf(rule, [one], [{ ...use, memberId: 'M-2' }])).toEqual(['pass']);
  });

  test('are not compared at one start, where they may be one session', () => {
    expect(outcomesOf(rule, [one, { ...other, startTime: '09:00' }])).toEqual(['pass', 'pass']);
  });

  test('and what is known of a key stands before', () => {
    const third = of(meeting('C', '09:45', '10:00'), { member: 'M-1' });
    expect(outcomesOf(rule, [one, other, third])).toEqual(['fail', 'unknown', 'fail']);
    const nobody = of(meeting('D', '09:15', '09:20'), { member: null });
    expect(saidOf(rule, [one, other, nobody])).toMatchObject([
      { severity: 'error', data: { other: { entry: 1 } } },
      { severity: 'error' },
      { severity: 'error' },
    ]);
  });
});

describe('billed before under a code that no definition has', () => {
  const coded: PriorUse = {
    ...use,
    service: null,
    procedureCode: 'H0038',
    startTime: '09:00',
    endTime: '10:00',
  };
  const other = of(meeting('B', '09:30', '10:30'), both);

  test.each<[title: string, sessions: Session[], PriorUse, outcomes: string[]]>([
    ['at the same start it may be the session itself', [morning], coded, ['unknown']],
    ['at another start it is another session', [morning], { ...coded, startTime: '09:30' }, ['fail']],
    ['of another service it is another session', [morning], { ...coded, procedureCode: 'H2017' }, ['fail']],
    ['with an overlap that is known', [morning, other], coded, ['fail', 'fail']],
    ['after it', [morning], { ...coded, startTime: '10:00', endTime: '11:00' }, ['pass']],
  ])('%s', (_title, sessions, prior, outcomes) => {
    expect(outcomesOf(rule, sessions, [prior])).toEqual(outcomes);
  });

  test('the finding asks for what was billed', () => {
    expect(saidOf(rule, [morning], [coded])[0]).toMatchObject({
      outcome: 'unknown',
      severity: 'error',
      message:
        '60 minutes from 09:00 to 10:00 are also in a session already billed. Whether that one is another session is not known. A member is in one session at a time.',
      missing: [{ path: '/history' }],
    });
  });
});
