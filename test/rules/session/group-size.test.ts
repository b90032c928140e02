import { describe, expect, test } from 'vitest';
import { H2017HOHQ, peerSupport, type CheckOptions } from '../../../src/index.js';
import { wholeSentences, saidBy } from '../support.js';
import { resultOf } from '../service/any-service.js';
import { isTooLarge } from '../../../src/rules/session/group-size.js';

type Ratio = 'warn' | 'ratio' | 'flat';
const service = { ...H2017HOHQ, criteria: [] };

function said(participants: number | null, staff: number | null, groupRatio: Ratio = 'warn') {
  const options: CheckOptions = { readings: { groupRatio } };
  const facts = { format: 'group', group: { participants, staff } } as const;
  return saidBy('session/group-size', resultOf(service, facts, options));
}
const outcome = (finding: ReturnType<typeof said>) =>
  typeof finding === 'string' ? finding : `${finding.outcome} ${finding.severity}`;

describe('at most eight people to one', () => {
  test.each<[people: number | null, staff: number | null, warn: string, ratio: string, flat: string]>([
    [1, 1, 'pass', 'pass', 'pass'],
    [8, 1, 'pass', 'pass', 'pass'],
    [8, null, 'pass', 'pass', 'pass'],
    [9, 1, 'fail error', 'fail error', 'fail error'],
    [9, 2, 'fail warning', 'pass', 'fail error'],
    [16, 2, 'fail warning', 'pass', 'fail error'],
    [17, 2, 'fail error', 'fail error', 'fail error'],
    [9, null, 'unknown error', 'unknown error', 'fail error'],
    [null, 1, 'unknown error', 'unknown error', 'unknown error'],
    [null, null, 'unknown error', 'unknown error', 'unknown error'],
  ])('%s people, %s staff: %s; with the ratio %s; flat %s', (people, staff, ...expected) => {
    const ratios: Ratio[] = ['warn', 'ratio', 'flat'];
    expect(ratios.map((ratio) => outcome(said(people, staff, ratio)))).toEqual(expected);
  });
});

test('an individual session: not applicable', () => {
  expect(saidBy('session/group-size', resultOf(service, { format: 'individual' }))).toBe(
    'not applicable: session-individual',
  );
});

describe('the finding', () => {
  test.each<[people: number, staff: number | null, ratio: Ratio, message: string, allowed: number]>([
    [9, 1, 'warn', '9 people for 1 qualified staff member. The limit is 8 for one.', 8],
    [9, 1, 'ratio', '9 people for 1 qualified staff member. The limit is 8 for one.', 8],
    [
      12,
      2,
      'warn',
      '12 people for 2 qualified staff members. The text sets 8 for one and does not say whether 2 may have 16; ask your payer.',
      16,
    ],
    [
      17,
      2,
      'warn',
      '17 people for 2 qualified staff members. The limit is 8 for one; even at 8 for each, 16.',
      16,
    ],
    [17, 2, 'ratio', '17 people for 2 qualified staff members. The limit is 8 for each, 16 together.', 16],
    [
      9,
      2,
      'flat',
      '9 people for 2 qualified staff members. The limit is 8, however many staff there are.',
      8,
    ],
    [
      9,
      null,
      'flat',
      '9 people for staff who are not counted. The limit is 8, however many staff there are.',
      8,
    ],
  ])('of %i people are there with %s staff, %s', (participants, staff, groupRatio, message, allowed) => {
    expect(message).toMatch(wholeSentences);
    expect(said(participants, staff, groupRatio)).toMatchObject({
      rule: 'session/group-size',
      outcome: 'fail',
      message,
      data: { participants, staff, perStaff: 8, allowed, groupRatio },
      paths: ['/group/participants', '/group/staff'],
      missing: [],
      basis: 'reading',
      reading: { name: 'group-ratio', setting: 'groupRatio' },
      denials: [{ carc: '272', rarc: 'N180', group: 'CO', likelihood: 'possible', seenAt: 'audit' }],
    });
  });

  test('of 9 people are there with staff not known asks for the staff only', () => {
    expect(said(9, null)).toMatchObject({
      message:
        'Not known: the number of qualified staff in the group. 9 people are in the group. At most 8 people are in a group for one qualified staff member.',
      data: { participants: 9, staff: null, allowed: null },
      missing: [{ path: '/group/staff', question: 'How many qualified staff were present throughout?' }],
      denials: [],
    });
  });

  test('of people not known asks for the staff too, unless the staff do not count', () => {
    const asks = (ratio: Ratio) => {
      const finding = said(null, null, ratio);
      return typeof finding === 'string' ? [] : finding.missing.map(({ path }) => path);
    };
    expect(asks('warn')).toEqual(['/group/participants', '/group/staff']);
    expect(asks('flat')).toEqual(['/group/participants']);
    expect(said(null, 2)).toMatchObject({
      message:
        'Not known: the number of people in the group. At most 8 people are in a group for one qualified staff member.',
    });
  });
});

test.each<[people: number, staff: number | undefined, warn: boolean, ratio: boolean, flat: boolean]>([
  [8, 1, false, false, false],
  [9, 1, true, true, true],
  [9, 2, false, false, true],
  [16, 2, false, false, true],
  [17, 2, true, true, true],
  [9, undefined, false, false, true],
])(
  '%s people, %s staff: too large a group whatever is open: %s; with the ratio %s; flat %s',
  (people, staff, ...expected) => {
    const ratios = ['warn', 'ratio', 'flat'] as const;
    expect(ratios.map((ratio) => isTooLarge(service, people, staff, ratio))).toEqual(expected);
    expect(ratios.some((ratio) => isTooLarge(peerSupport, people, staff, ratio))).toBe(false);
  },
);
