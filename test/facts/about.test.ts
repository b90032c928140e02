import { expect, test } from 'vitest';
import { aboutOf } from '../../src/facts/about.js';
import { facts } from '../../src/index.js';

test.each([
  ['/assessment/impairments/dailyLiving', 'assessment'],
  ['assessment.impairments.dailyLiving', 'assessment'],
  ['/plan/from', 'plan'],
  ['/member/programs/0/from', 'member'],
  ['/staff/supervisor/credentials/1', 'staff'],
  ['/agency/ownership', 'agency'],
  ['/lines/0/session/documentation/weeklyNote/clientResponse', 'documentation'],
  ['/lines/0/session/startTime', 'session'],
  ['/lines/0/staff/id', 'staff'],
  ['/activities/0', 'session'],
  ['/history', 'history'],
  ['/linesLeftOut', 'claim'],
])('the fact at %s is about: %s', (path, about) => {
  expect(aboutOf(path)).toBe(about);
});

test('each fact says what it is about', () => {
  expect(facts['assessment.date'].about).toBe('assessment');
  expect(facts['documentation.progressNote.setting'].about).toBe('documentation');
});
