import { describe, expect, test } from 'vitest';
import { parseSession } from '../../src/index.js';
import { pointer, sessionWith } from './contract.js';
import { withoutCodes } from '../support/issues.js';

function issuesOf(path: string, entry: unknown) {
  const parsed = parseSession(sessionWith(path, [entry]));
  return parsed.ok ? [] : withoutCodes(parsed.issues);
}

const aDay = 'expected a day that exists, written YYYY-MM-DD, found other text';

describe.each(['staff.trainings', 'staff.supervisor.trainings'])('an entry of %s', (path) => {
  test.each([
    { topic: 'ptsd', completedOn: '2024-05-01', hours: 1.5, documented: true },
    { topic: 'ptsd', completedOn: null, hours: null, documented: null },
    { topic: 'a topic of our own', hours: 0 },
  ])('may be %j', (entry) => {
    expect(issuesOf(path, entry)).toEqual([]);
  });

  test.each([
    [{}, '/topic', 'expected text, found nothing'],
    [{ topic: 'ptsd', completedOn: '2024-13-01' }, '/completedOn', aDay],
    [{ topic: 'ptsd', hours: -1 }, '/hours', 'expected a number of at least 0, found a smaller one'],
    [{ topic: 'ptsd', hours: '2' }, '/hours', 'expected a number, found text'],
    [{ topic: 'ptsd', documented: 'yes' }, '/documented', 'expected true or false, found text'],
    [
      { topic: 'ptsd', completed: '2024-05-01' },
      '/completed',
      'unknown key "completed"; did you mean "completedOn"?',
    ],
  ])('is not %j', (entry, where, message) => {
    expect(issuesOf(path, entry)).toEqual([{ path: `${pointer(path)}/0${where}`, message }]);
  });
});

describe('a waiver', () => {
  test.each([{ topic: 'ptsd' }, { topic: 'ptsd', documented: false }])('may be %j', (entry) => {
    expect(issuesOf('staff.trainingWaivers', entry)).toEqual([]);
  });

  test('is documented or not', () => {
    expect(issuesOf('staff.trainingWaivers', { topic: 'ptsd', documented: 1 })).toEqual([
      { path: '/staff/trainingWaivers/0/documented', message: 'expected true or false, found a number' },
    ]);
  });
});

describe('an exception', () => {
  test.each([{ topic: 'ptsd' }, { topic: 'ptsd', approvedOn: '2024-05-01' }])('may be %j', (entry) => {
    expect(issuesOf('staff.trainingExceptions', entry)).toEqual([]);
  });

  test('is approved on a day', () => {
    expect(issuesOf('staff.trainingExceptions', { topic: 'ptsd', approvedOn: '2024-05-32' })).toEqual([
      { path: '/staff/trainingExceptions/0/approvedOn', message: aDay },
    ]);
  });
});
