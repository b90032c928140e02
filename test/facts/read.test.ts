import { expect, test } from 'vitest';
import type { Session, SessionPath } from '../../src/facts/generated/types.js';
import { isOfNothing, placeOf } from '../../src/facts/read.js';

test.each<[path: SessionPath, facts: Partial<Session>, place: string, isOfNothing: boolean]>([
  ['units', {}, '/units', false],
  ['plan.from', {}, '/plan/from', false],
  ['plan.from', { plan: null }, '/plan/from', false],
  ['plan.from', { plan: {} }, '/plan/from', false],
  ['plan.from', { plan: { from: '2025-01-01' } }, '/plan/from', false],
  ['plan.from', { plan: 'none' }, '/plan', true],
  ['staff.supervisor.credentials', {}, '/staff/supervisor/credentials', false],
  ['staff.supervisor.credentials', { staff: null }, '/staff/supervisor/credentials', false],
  ['staff.supervisor.credentials', { staff: { supervisor: null } }, '/staff/supervisor/credentials', false],
  ['staff.supervisor.credentials', { staff: { supervisor: 'none' } }, '/staff/supervisor', true],
  ['staff.credentials', { staff: { supervisor: 'none' } }, '/staff/credentials', false],
  ['assessment.impairments.recreation', { assessment: {} }, '/assessment/impairments/recreation', false],
  ['assessment.impairments.recreation', { assessment: 'none' }, '/assessment', true],
  ['service', { service: 'none' }, '/service', false],
])('%s of %j stands at %s, of what is stated not to exist: %j', (path, facts, place, ofNothing) => {
  const session = { service: 'mo/peer-support', dateOfService: '2025-03-03', ...facts };
  expect(placeOf(path, session)).toBe(place);
  expect(isOfNothing(path, session)).toBe(ofNothing);
});
