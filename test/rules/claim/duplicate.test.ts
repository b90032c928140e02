import { describe, expect, test } from 'vitest';
import { notice } from '../../../src/findings/notices.js';
import type { PriorUse, Session } from '../../../src/index.js';
import { meeting, noticesOf, of, outcomesOf, saidOf } from '../schedule/support.js';
import { generalCitation, questionOf, wholeSentences } from '../support.js';

const rule = 'claim/duplicate';
const same = { member: 'M-1' };
const first = of(meeting('A', '09:00', '10:00'), same);
const use: PriorUse = {
  service: 'mo/peer-support',
  memberId: 'M-1',
  dateOfService: '2017-05-16',
  units: 1,
  startTime: '09:00',
};

describe('billed twice: the first stands', () => {
  test.each<[title: string, Session[], outcomes: string[]]>([
    ['the same start', [first, of(meeting('B', '09:00', '11:00'), same)], ['pass', 'fail']],
    ['in whatever order', [of(meeting('B', '09:00', '11:00'), same), first], ['fail', 'pass']],
    ['three times', [first, { ...first, id: 'B' }, { ...first, id: 'C' }], ['pass', 'fail', 'fail']],
    ['another start', [first, of(meeting('B', '10:00', '11:00'), same)], ['pass', 'pass']],
    ['another member', [first, meeting('B', '09:00', '10:00')], ['pass', 'pass']],
    [
      'another day',
      [first, of(meeting('B', '09:00', '10:00', { dateOfService: '2017-05-17' }), same)],
      ['pass', 'pass'],
    ],
    ['another start, which is not known', [first, of(meeting('B', null, null), same)], ['pass', 'unknown']],
    [
      'neither start is known',
      [of(meeting('B', null, null), same), of(meeting('C', null, null), same)],
      ['pass', 'unknown'],
    ],
    ['a start not known, alone', [of(meeting('B', null, null), same)], ['pass']],
    ['a member not known', [of(first, { member: null })], ['pass']],
    [
      'twice a member not known',
      [of(first, { member: null }), of({ ...first, id: 'B' }, { member: null })],
      ['pass', 'unknown'],
    ],
    [
      'one member not known, and two that are',
      [first, of({ ...first, id: 'B' }, { member: null }), of({ ...first, id: 'C' }, { member: 'M-C' })],
      ['pass', 'unknown', 'unknown'],
    ],
    [
      'one member not known after two that are, of which each is another',
      [first, meeting('B', '09:00', '10:00'), of({ ...first, id: 'C' }, { member: null })],
      ['pass', 'pass', 'unknown'],
    ],
    [
      'a member not known, between two that are the same: the later one is known to be',
      [first, of({ ...first, id: 'B' }, { member: null }), { ...first, id: 'C' }],
      ['pass', 'unknown', 'fail'],
    ],
    [
      'a member not known, at another start',
      [first, of(meeting('B', '10:00', '11:00'), { member: null })],
      ['pass', 'pass'],
    ],
    [
      'starts not known, of members not known',
      [of(meeting('A', null, null), { member: null }), of(meeting('B', null, null), { member: null }), first],
      ['unknown', 'unknown', 'pass'],
    ],
    [
      'a start not known, and a member not known of another day',
      [
        meeting('A', null, null),
        of(meeting('B', null, null, { dateOfService: '2017-05-17' }), { member: null }),
      ],
      ['pass', 'pass'],
    ],
    [
      'a start not known, beside a member not known',
      [of(first, { member: null }), meeting('B', null, null)],
      ['pass', 'unknown'],
    ],
  ])('%s', (_title, entries, outcomes) => {
    expect(outcomesOf(rule, entries)).toEqual(outcomes);
  });
});

test('of several entries that a member not stated may have, the first is named', () => {
  const entries = [
    first,
    of(meeting('B', '10:00', '11:00'), same),
    of(meeting('C', null, null), { member: null }),
  ];
  expect(saidOf(rule, entries)[2]).toMatchObject({ data: { other: { entry: 0 } } });
});

describe('billed before', () => {
  test.each<[title: string, PriorUse, outcome: string]>([
    ['the same start', use, 'fail'],
    ['another start', { ...use, startTime: '10:00' }, 'pass'],
    ['another member', { ...use, memberId: 'M-2' }, 'pass'],
    ['another service', { ...use, service: 'mo/H2017TG' }, 'pass'],
    ['another key', { ...use, id: 'Z' }, 'fail'],
    ['the session itself', { ...use, id: 'A' }, 'pass'],
    ['no start', { ...use, startTime: null }, 'pass'],
  ])('%s', (_title, prior, outcome) => {
    expect(outcomesOf(rule, [first], [prior])).toEqual([outcome]);
  });

  test('uses without a start are counted', () => {
    expect(noticesOf([first], [{ ...use, startTime: null }])).toContainEqual(
      notice('no-start-time', { count: 1 }),
    );
  });
});

test('the finding', () => {
  const message =
    'Member, service, date of service and start time are those of another session of the batch. A session is billed once.';
  expect(message).toMatch(wholeSentences);
  expect(saidOf(rule, [first, { ...first, id: 'B' }])[1]).toStrictEqual({
    rule,
    outcome: 'fail',
    severity: 'error',
    message,
    data: { other: { entry: 0 } },
    paths: ['/dateOfService', '/startTime'],
    missing: [],
    citations: [generalCitation('A session is billed once')],
    basis: 'general',
    denials: [{ carc: '18', rarc: 'M86', group: 'OA', likelihood: 'likely', seenAt: 'claim' }],
  });
});

describe('members whose keys are alike may be one', () => {
  const at = (id: string, member: string, startTime: string | null = '09:00') =>
    of(meeting(id, startTime, null), { member });
  const use = { service: 'mo/peer-support', dateOfService: '2017-05-16', units: 4, startTime: '09:00' };

  test.each<[title: string, Session[], PriorUse[], outcomes: string[]]>([
    ['of two at one start the later is asked', [at('A', 'M-1'), at('B', 'm-1')], [], ['pass', 'unknown']],
    ['at two starts nothing is', [at('A', 'M-1'), at('B', 'm-1', '10:00')], [], ['pass', 'pass']],
    ['without its start it is', [at('A', 'M-1'), at('B', 'm-1', null)], [], ['pass', 'unknown']],
    ['beside a prior use', [at('A', 'M-1')], [{ ...use, memberId: '0M-1' }], ['unknown']],
    [
      'a duplicate stays one',
      [at('A', 'M-1'), at('B', 'm-1'), at('C', 'M-1')],
      [],
      ['pass', 'unknown', 'fail'],
    ],
  ])('%s', (_title, entries, history, outcomes) => {
    expect(outcomesOf(rule, entries, history)).toEqual(outcomes);
  });

  test('as an error, with the question', () => {
    expect(saidOf(rule, [at('A', 'M-1'), at('B', 'm-1')])[1]).toMatchObject({
      outcome: 'unknown',
      severity: 'error',
      data: { other: { entry: 0 } },
      missing: [questionOf.memberId],
    });
  });
});
