import { expect, test } from 'vitest';
import { all, exists, includesAny } from '../../src/conditions/build.js';
import { leavesOf } from '../../src/conditions/walk.js';
import { waysThroughRule } from '../../src/evidence/ways/computed-ways.js';
import { valuesFor } from '../../src/evidence/ways/values.js';
import type { Finding } from '../../src/index.js';
import { checkSession, shipped } from '../../src/shipped.js';
import { baseSession } from '../support/cases.js';

const session = baseSession('mo-peer-support');
const { readings, words } = shipped.settingsOf({});
const under = { session, on: session.dateOfService, readings, words };

test('an object that is asked for is no value of a fact in it', () => {
  expect(valuesFor('assessment.diagnoses', leavesOf(exists('assessment')), under)).toEqual([]);
  expect(valuesFor('assessment', leavesOf(exists('assessment')), under)).toContain('none');
});

test.each([
  ['few codes are stated in every way', 2, 8],
  ['of many each is stated alone, and all of them', 7, 10],
])('%s', (_title, count, ways) => {
  const codes = [
    'psychoeducation',
    'coping-skills-training',
    'transportation',
    'group-education',
    'recovery-planning',
    'resource-connection',
    'self-advocacy',
  ];
  const asked = leavesOf(
    all(...codes.slice(0, count).map((code) => includesAny('activities', [code as never]))),
  );
  const values = valuesFor('activities', asked, { ...under, session: { ...session, activities: [] } });
  expect(values).toHaveLength(ways);
});

test('a rule that compares sessions asks what it lacks, of each who holds it', () => {
  const { findings } = checkSession({ ...session, staff: { id: 'T-4' } }, { history: [] });
  const finding = findings.find(({ missing }) => missing.length > 0);
  const [way] = waysThroughRule({ ...finding } as Finding, undefined, under);
  expect(way?.demands.map(({ paths }) => paths)).toEqual(finding?.missing.map(({ path }) => [path]));
  expect(way?.demands.some(({ says }) => says.endsWith('?'))).toBe(false);
  expect(waysThroughRule({ ...finding, missing: [] } as unknown as Finding, undefined, under)).toEqual([]);
});
