import { describe, expect, test } from 'vitest';
import type { TrainingRequirement } from '../../../src/services/service.js';
import { anyService, resultOf } from '../service/any-service.js';
import { generalCitation, wholeSentences, saidBy } from '../support.js';
import { inShort, on, orientation, said, training, type Staff } from './support.js';

const rule = 'staff/initial-training';

describe('initial training is done before the service', () => {
  test.each<[title: string, Staff | null, expected: string]>([
    ['done', { trainings: [orientation] }, 'pass'],
    ['done on the day', { trainings: [{ ...orientation, completedOn: on }] }, 'pass'],
    [
      'done the day after',
      { trainings: [{ ...orientation, completedOn: '2025-03-04' }] },
      'fail cpr-program-orientation',
    ],
    ['not done', { trainings: [] }, 'fail cpr-program-orientation'],
    [
      'not done, in the first months',
      { trainings: [], firstServiceDate: on },
      'fail cpr-program-orientation',
    ],
    ['waived', { trainings: [], trainingWaivers: [{ topic: 'cpr-program-orientation' }] }, 'pass'],
    ['excepted', { trainings: [], trainingExceptions: [{ topic: 'cpr-program-orientation' }] }, 'pass'],
    [
      'day not known',
      { trainings: [{ ...orientation, completedOn: null }] },
      'unknown cpr-program-orientation',
    ],
    ['trainings not known', {}, 'unknown cpr-program-orientation'],
    ['nothing known', null, 'unknown cpr-program-orientation'],
  ])('%s', (_title, staff, expected) => {
    expect(inShort(said(rule, staff))).toBe(expected);
  });
});

test('the finding', () => {
  const message =
    'Not done by 2025-03-03: Community Psychiatric Rehabilitation (CPR) program orientation (cpr-program-orientation). Initial training must be completed before the first service.';
  expect(message).toMatch(wholeSentences);
  expect(said(rule, { trainings: [] })).toStrictEqual({
    rule,
    outcome: 'fail',
    severity: 'error',
    message,
    data: { topics: [{ topic: 'cpr-program-orientation' }], dueOn: null },
    paths: ['/staff/trainings'],
    missing: [],
    citations: [generalCitation('Initial training')],
    basis: 'reading',
    reading: { name: 'initial-training', setting: null },
    denials: [{ carc: '185', rarc: 'N570', group: 'CO', likelihood: 'possible', seenAt: 'audit' }],
  });
});

test('what is not known is asked for', () => {
  expect(said(rule, { trainings: [{ ...orientation, completedOn: null }] })).toMatchObject({
    outcome: 'unknown',
    message:
      'Not known: the date of the training on Community Psychiatric Rehabilitation (CPR) program orientation (cpr-program-orientation). Not known to be done by 2025-03-03: Community Psychiatric Rehabilitation (CPR) program orientation (cpr-program-orientation). Initial training must be completed before the first service.',
    missing: [{ path: '/staff/trainings/0/completedOn' }],
  });
});

test('of two topics, one that is not done settles it, and nothing is asked', () => {
  const both: TrainingRequirement = {
    ...training,
    initial: ['cpr-program-orientation', 'motivational-interviewing'],
  };
  const staff = { trainings: [{ ...orientation, completedOn: null }] };
  const result = resultOf({ ...anyService, training: both }, { staff });
  expect(saidBy(rule, result)).toMatchObject({
    outcome: 'fail',
    message:
      'Not done by 2025-03-03: motivational interviewing. Not known to be done by 2025-03-03: Community Psychiatric Rehabilitation (CPR) program orientation (cpr-program-orientation). Initial training must be completed before the first service.',
    data: { topics: [{ topic: 'motivational-interviewing' }, { topic: 'cpr-program-orientation' }] },
    missing: [],
  });
});

test('of a word on no list, which may be the topic that is left', () => {
  expect(said(rule, { trainings: [{ ...orientation, topic: 'cpr-program-orientations' }] })).toMatchObject({
    outcome: 'unknown',
    missing: [
      {
        path: '/staff/trainings/0',
        accepts: ['cpr-program-orientation'],
        nearest: 'cpr-program-orientation',
      },
    ],
  });
});
