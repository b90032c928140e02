import { describe, expect, test } from 'vitest';
import { pointerOf } from '../../src/facts/paths.js';

describe('the place of a fact as a JSON Pointer', () => {
  test.each([
    ['dateOfService', undefined, '/dateOfService'],
    ['member.birthDate', undefined, '/member/birthDate'],
    ['staff.supervisor.credentials', undefined, '/staff/supervisor/credentials'],
    ['assessment.impairments.schoolOrWork', undefined, '/assessment/impairments/schoolOrWork'],
    ['history', undefined, '/history'],
    ['staff.trainings[].hours', 0, '/staff/trainings/0/hours'],
    ['staff.trainings[].completedOn', 12, '/staff/trainings/12/completedOn'],
    ['staff.supervisor.trainings[].completedOn', 3, '/staff/supervisor/trainings/3/completedOn'],
    ['staff.trainingWaivers[].documented', 1, '/staff/trainingWaivers/1/documented'],
    ['staff.trainingExceptions[].approvedOn', undefined, '/staff/trainingExceptions/0/approvedOn'],
  ] as const)('%s (entry %s): %s', (path, entry, pointer) => {
    expect(pointerOf(path, entry)).toBe(pointer);
  });
});
