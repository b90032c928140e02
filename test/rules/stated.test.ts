import { expect, test } from 'vitest';
import { factTable } from '../../src/facts/generated/table.js';
import { services } from '../../src/index.js';
import { aboutRule, aboutRules, computedRules, rulesOf } from '../../src/rules/index.js';
import { wholeSentences } from './support.js';

const times = ['startTime', 'endTime', 'minutes'];
const training = ['staff.trainings', 'staff.trainingWaivers', 'staff.trainingExceptions'];
const firstDays = ['staff.firstServiceDate', 'staff.hireDate'];
const used = ['id', 'dateOfService', 'units', ...times, 'member.id', 'history'];

/** What each rule that computes says of itself, whichever service it is of. */
const stated: [rule: string, severity: string, says: string, reads: string[]][] = [
  [
    'service/in-force',
    'error',
    'The definition of the service is in force on the date of service.',
    ['dateOfService'],
  ],
  [
    'session/time',
    'error',
    'A session ends after it starts, on the same day, and its minutes fit between.',
    times,
  ],
  [
    'session/delivered',
    'error',
    'A session stated as delivered is not after the day of the check.',
    ['phase', 'dateOfService'],
  ],
  ['units/whole', 'error', 'Units are billed whole, and at least one.', ['units']],
  ['units/time', 'error', 'The units are no more than the time spent supports.', ['units', ...times]],
  [
    'units/unbilled-time',
    'info',
    'The units are no fewer than the time spent supports.',
    ['units', ...times],
  ],
  [
    'claim/charge',
    'warning',
    'The charge is the rate times the units.',
    ['charge', 'units', ...times, 'funding', 'dateOfService'],
  ],
  [
    'session/format',
    'error',
    'The service is given individually or in a small group.',
    ['format', 'group.participants'],
  ],
  ['session/format', 'error', 'The service is for one person.', ['format', 'group.participants']],
  ['session/format', 'error', 'The service is for a group.', ['format', 'group.participants']],
  [
    'session/group-size',
    'error',
    'At most 8 people are in a group for one qualified staff member.',
    ['format', 'group.participants', 'group.staff'],
  ],
  ['units/daily-limit', 'error', 'A member may receive at most 32 units in a day.', used],
  ['units/monthly-limit', 'error', 'A member may receive at most 96 units in a calendar month.', used],
  [
    'staff/initial-training',
    'error',
    'Initial training must be completed before the first service.',
    training,
  ],
  [
    'staff/additional-training',
    'error',
    'Additional training must be completed within six months of the first service.',
    [...training, ...firstDays],
  ],
  [
    'staff/training-documented',
    'error',
    'Training must be documented in the personnel file, and so must what a waiver or an exception rests on.',
    [...training, ...firstDays],
  ],
];

const withoutNumbers = (text: string) => text.replaceAll(/\d+/g, '#');

test('a rule that computes says of itself what the table says, whichever service it is of', () => {
  const computed = services.flatMap(rulesOf).flatMap(({ id, says }) => {
    const about = aboutRule(id);
    return about === undefined ? [] : [JSON.stringify([id, about.severity, says, about.reads])];
  });
  const expected = stated.map((row) => JSON.stringify(row));
  expect(computed).toEqual(expect.arrayContaining(expected));
  // Other documents may set other numbers.
  expect(new Set(computed.map(withoutNumbers))).toEqual(new Set(expected.map(withoutNumbers)));
});

test.each(computedRules.filter((rule) => rule.scope !== 'session'))(
  '$id, which is of no service, reads facts that can be asked for',
  ({ id }) => {
    const { says, reads } = aboutRules[id];
    expect(says).toMatch(wholeSentences);
    expect(Object.keys(factTable)).toEqual(expect.arrayContaining(reads));
    expect(new Set<string>(reads).size).toBe(reads.length);
  },
);
