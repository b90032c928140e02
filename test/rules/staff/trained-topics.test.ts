import { describe, expect, test } from 'vitest';
import type { Training } from '../../../src/index.js';
import { trainedTopics } from '../../../src/rules/staff/trained-topics.js';
import { cpr, iddt, on, orientation, trained, training, type Staff } from './support.js';

const trainedOf = (staff: Staff | null, on: string) => trainedTopics(training)(staff, on);
const nothing = { initial: false, all: false };
const initial = { initial: true, all: false };
const all = { initial: true, all: true };

describe('the quick look at orientation, CPR and two hours of IDDT', () => {
  test.each<[title: string, Training[], expected: object]>([
    ['no training', [], nothing],
    ['all of it', [orientation, cpr, iddt(2)], all],
    ['in whatever order, and more', [iddt(2.5), trained('ptsd'), cpr, cpr, orientation], all],
    ['hours in parts', [orientation, cpr, iddt(1.5), iddt(0.5)], all],
    ['too few hours', [orientation, cpr, iddt(1.5)], initial],
    ['hours not known', [orientation, cpr, iddt(null)], initial],
    ['no CPR', [orientation, iddt(2)], initial],
    [
      'CPR in no time, as no hours are set',
      [orientation, trained('cpr-additional-training', { hours: 0 }), iddt(2)],
      all,
    ],
    ['no orientation', [cpr, iddt(2)], nothing],
    ['orientation alone', [orientation], initial],
    ['hours enough for another topic', [trained('ptsd', { hours: 9 })], nothing],
    ['on the day', [{ ...orientation, completedOn: on }], initial],
    ['the day after', [{ ...orientation, completedOn: '2025-03-04' }], nothing],
    ['on a day not known', [{ ...orientation, completedOn: null }], nothing],
    ['not documented', [{ ...orientation, documented: false }], nothing],
    ['maybe documented', [{ ...orientation, documented: null }], nothing],
  ])('%s', (_title, trainings, expected) => {
    expect(trainedOf({ trainings }, on)).toEqual(expected);
  });

  test.each([null, {}, { trainings: null }, { trainingWaivers: [{ topic: 'iddt' }] }])('%j', (staff) => {
    expect(trainedOf(staff, on)).toEqual(nothing);
  });

  test('one staff member does not count for the next', () => {
    const ofEach = trainedTopics(training);
    expect(ofEach({ trainings: [orientation] }, on)).toEqual(initial);
    expect(ofEach({ trainings: [cpr, iddt(2)] }, on)).toEqual(nothing);
  });
});
