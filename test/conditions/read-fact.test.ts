import { describe, expect, test } from 'vitest';
import { factReader, isOfNothing, placeOf } from '../../src/conditions/read-fact.js';
import { sessionOf } from './support.js';

describe('a fact is read by its path', () => {
  const session = sessionOf({
    units: 0,
    personCentered: false,
    member: { birthDate: '1990-08-09' },
    staff: { supervisor: { clinical: true } },
    assessment: { impairments: { dailyLiving: 'none' } },
    plan: 'none',
    documentation: { progressNote: 'none' },
    agency: null,
  });

  test.each([
    ['units', 0],
    ['personCentered', false],
    ['member.birthDate', '1990-08-09'],
    ['staff.supervisor.clinical', true],
    ['assessment.impairments.dailyLiving', 'none'],
    ['plan', 'none'],
    ['plan.from', 'none'],
    ['documentation.progressNote.setting', 'none'],
  ] as const)('%s is %j', (path, value) => {
    expect(factReader(path)(session)).toBe(value);
  });

  test.each([
    'minutes',
    'member.id',
    'agency.ownership',
    'staff.supervisor.trainings',
    'assessment.scores.cbclDsmT',
    'documentation.weeklyNote.clientResponse',
  ] as const)('%s is not known', (path) => {
    expect(factReader(path)(session) ?? 'not known').toBe('not known');
  });

  test.each([
    ['plan.from', true],
    ['documentation.progressNote.setting', true],
    ['assessment.impairments.dailyLiving', false],
    ['staff.supervisor.clinical', false],
    ['agency.ownership', false],
    ['plan', false],
    ['units', false],
  ])('%s is of something stated not to exist: %s', (path, expected) => {
    expect(isOfNothing(path, session)).toBe(expected);
  });
});

describe('the place of a fact', () => {
  const session = sessionOf({
    staff: { supervisor: 'none' },
    assessment: { impairments: { dailyLiving: 'none' } },
    plan: 'none',
    documentation: { progressNote: 'none', weeklyNote: {} },
    agency: null,
  });

  test.each([
    ['plan.from', '/plan'],
    ['staff.supervisor.credentials', '/staff/supervisor'],
    ['documentation.progressNote.setting', '/documentation/progressNote'],
  ] as const)('%s is where it is stated that there is none: %s', (path, place) => {
    expect(placeOf(path, session)).toBe(place);
  });

  test.each([
    ['units', '/units'],
    ['assessment.impairments.dailyLiving', '/assessment/impairments/dailyLiving'],
    ['documentation.weeklyNote.clientResponse', '/documentation/weeklyNote/clientResponse'],
    ['agency.ownership', '/agency/ownership'],
    ['member.id', '/member/id'],
  ] as const)('%s is where it would stand: %s', (path, place) => {
    expect(placeOf(path, session)).toBe(place);
  });
});
