import { describe, expect, test } from 'vitest';
import { FALSE, TRUE, UNKNOWN, type Truth } from '../../../src/conditions/truth.js';
import type { Training } from '../../../src/index.js';
import { isDoneBy, progressIn } from '../../../src/rules/staff/topic.js';
import { cpr, iddt, on, stated } from './support.js';

const twoHours = { topic: 'iddt', hours: 2 };
const noHours = { topic: 'cpr-additional-training' };
const late = { completedOn: '2025-03-04' };

function progress(topic: typeof twoHours | typeof noHours, trainings: Training[] | null) {
  const { done, atLeast, unknown } = progressIn(topic, stated({ trainings }, topic), on);
  return [done, atLeast, ...unknown.map(({ path, entry }) => `${path} ${String(entry ?? '')}`.trim())];
}

describe('two hours', () => {
  test.each<[title: string, Training[] | null, expected: [Truth, number, ...string[]]]>([
    ['at once', [iddt(2)], [TRUE, 2]],
    ['in parts', [iddt(1.5), iddt(0.5)], [TRUE, 2]],
    ['in parts of tenths', [iddt(0.7), iddt(0.7), iddt(0.6)], [TRUE, 2]],
    ['on the day', [iddt(2, { completedOn: on })], [TRUE, 2]],
    ['the day after', [iddt(2, late)], [FALSE, 0]],
    ['one and a half', [iddt(1.5)], [FALSE, 1.5]],
    ['in another topic', [cpr], [FALSE, 0]],
    ['no training', [], [FALSE, 0]],
    ['trainings not known', null, [UNKNOWN, 0, 'staff.trainings']],
    ['hours not known', [iddt(null)], [UNKNOWN, 0, 'staff.trainings.hours 0']],
    ['hours not known, beside enough', [iddt(null), iddt(2)], [TRUE, 2]],
    ['hours not known of a training that came late', [iddt(null, late)], [FALSE, 0]],
    ['day not known', [cpr, iddt(2, { completedOn: null })], [UNKNOWN, 0, 'staff.trainings.completedOn 1']],
    ['day not known, too few hours', [iddt(1, { completedOn: null })], [FALSE, 0]],
    [
      'neither known',
      [iddt(null, { completedOn: null })],
      [UNKNOWN, 0, 'staff.trainings.completedOn 0', 'staff.trainings.hours 0'],
    ],
  ])('%s', (_title, trainings, expected) => {
    expect(progress(twoHours, trainings)).toEqual(expected);
  });
});

describe('a topic without hours', () => {
  test.each<[title: string, Training[], Truth]>([
    ['done', [cpr], TRUE],
    ['done in no time', [{ ...cpr, hours: 0 }], TRUE],
    ['done late', [{ ...cpr, ...late }], FALSE],
    ['done in no time, on a day not known', [{ ...cpr, hours: 0, completedOn: null }], UNKNOWN],
    ['not done', [], FALSE],
  ])('%s', (_title, trainings, done) => {
    expect(progress(noHours, trainings)[0]).toBe(done);
  });
});

describe('waived or excepted', () => {
  test.each([
    [{ trainingWaivers: [{ topic: 'iddt' }] }, TRUE],
    [{ trainingExceptions: [{ topic: 'iddt' }], trainings: [] }, TRUE],
    [{ trainingWaivers: [{ topic: 'ptsd' }], trainings: [] }, FALSE],
    [{ trainingWaivers: null, trainingExceptions: null, trainings: [] }, FALSE],
  ])('%j', (staff, done) => {
    expect(progressIn(twoHours, stated(staff, twoHours), on)).toEqual({
      done,
      atLeast: done === TRUE ? 2 : 0,
      unknown: [],
    });
  });
});

test.each<[completedOn: string | null, Truth]>([
  ['2025-03-02', TRUE],
  [on, TRUE],
  ['2025-03-04', FALSE],
  [null, UNKNOWN],
])('a training completed on %s is done by 2025-03-03: %i', (completedOn, expected) => {
  expect(isDoneBy({ topic: 'iddt', completedOn }, on)).toBe(expected);
});
