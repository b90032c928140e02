import { describe, expect, test } from 'vitest';
import { generalCitation, oneSentence } from '../support.js';
import { cpr, iddt, inShort, orientation, said, type Staff } from './support.js';

const rule = 'staff/training-documented';
const early = '2025-03-03';
const late = '2025-07-02';
const noPaper = { documented: false };
const unsure = { documented: null };

/** The staff of the tables: orientation and CPR are documented, and the first service was on 2025-01-01. */
const staff = (iddtEntries: Staff['trainings'], rest: Staff = {}): Staff => ({
  firstServiceDate: '2025-01-01',
  trainings: [orientation, cpr, ...(iddtEntries ?? [])],
  ...rest,
});

describe('what counts is documented', () => {
  test.each<[title: string, Staff, until: string, after: string]>([
    ['all of it', staff([iddt(2)]), 'pass', 'pass'],
    ['nothing to document: how much is done is another rule', staff([]), 'pass', 'pass'],
    ['a topic is not', staff([iddt(2, noPaper)]), 'due iddt', 'fail iddt'],
    ['a topic may not be', staff([iddt(2, unsure)]), 'due iddt', 'unknown iddt'],
    ['enough hours are', staff([iddt(2), iddt(3, noPaper)]), 'pass', 'pass'],
    ['too few hours are', staff([iddt(1.5), iddt(0.5, noPaper)]), 'due iddt', 'fail iddt'],
    ['too few hours are for sure', staff([iddt(1.5), iddt(0.5, unsure)]), 'due iddt', 'unknown iddt'],
    [
      'a training after the day counts for nothing',
      staff([iddt(2, { ...noPaper, completedOn: '2026-01-01' })]),
      'pass',
      'pass',
    ],
    ['a waiver is', staff([], { trainingWaivers: [{ topic: 'iddt', documented: true }] }), 'pass', 'pass'],
    [
      'a waiver is not',
      staff([], { trainingWaivers: [{ topic: 'iddt', documented: false }] }),
      'due iddt',
      'fail iddt',
    ],
    ['a waiver may not be', staff([], { trainingWaivers: [{ topic: 'iddt' }] }), 'due iddt', 'unknown iddt'],
    [
      'a waiver is, an entry is not',
      staff([iddt(1, noPaper)], { trainingWaivers: [{ topic: 'iddt', documented: true }] }),
      'pass',
      'pass',
    ],
    [
      'an exception was approved',
      staff([], { trainingExceptions: [{ topic: 'iddt', approvedOn: '2025-03-03' }] }),
      'pass',
      'pass',
    ],
    [
      'an exception was not approved in time',
      staff([], { trainingExceptions: [{ topic: 'iddt', approvedOn: '2026-01-01' }] }),
      'due iddt',
      'fail iddt',
    ],
    [
      'an exception may not be approved',
      staff([], { trainingExceptions: [{ topic: 'iddt' }] }),
      'due iddt',
      'unknown iddt',
    ],
  ])('%s: until the due date %s, after it %s', (_title, of, until, after) => {
    expect(inShort(said(rule, of, early))).toBe(until);
    expect(inShort(said(rule, of, late))).toBe(after);
  });

  test('an initial topic that is not documented fails at once', () => {
    const undocumented = { firstServiceDate: '2025-01-01', trainings: [{ ...orientation, ...noPaper }] };
    expect(inShort(said(rule, undocumented, early))).toBe('fail cpr-program-orientation');
  });

  test('an exception approved the day after counts from then on', () => {
    const excepted = staff([], { trainingExceptions: [{ topic: 'iddt', approvedOn: '2025-07-03' }] });
    expect([late, '2025-07-03'].map((on) => inShort(said(rule, excepted, on)))).toEqual([
      'fail iddt',
      'pass',
    ]);
  });
});

test('the finding', () => {
  const message =
    'Not documented: iddt; training must be documented in the personnel file, and so must what a waiver or an exception rests on.';
  expect(message).toMatch(oneSentence);
  expect(said(rule, staff([iddt(2, noPaper)]), late)).toMatchObject({
    rule,
    outcome: 'fail',
    severity: 'error',
    message,
    data: { topics: [{ topic: 'iddt' }], dueOn: '2025-07-01' },
    paths: ['/staff/trainings'],
    missing: [],
    citations: [generalCitation('Personnel file')],
    denials: [{ carc: '185', rarc: 'N570', group: 'CO', likelihood: 'possible' }],
  });
});

test('what is not known is asked for', () => {
  expect(said(rule, staff([iddt(2, unsure)]), late)).toMatchObject({
    outcome: 'unknown',
    missing: [
      {
        path: '/staff/trainings/2/documented',
        question: 'Is this training documented in the personnel file?',
        type: 'boolean',
        heldBy: 'personnel',
      },
    ],
  });
});
