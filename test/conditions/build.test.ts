import { describe, expect, test } from 'vitest';
import {
  ageAtLeast,
  ageBelow,
  all,
  any,
  atLeast,
  atLeastNumber,
  doneBy,
  exists,
  hasDiagnosis,
  holds,
  includesAll,
  includesAny,
  includesOther,
  is,
  not,
  notAfterService,
  notOnly,
  oneOf,
  planInForce,
  reading,
  when,
} from '../../src/conditions/build.js';
import type { Condition } from '../../src/conditions/condition.js';

const yes = is('faceToFace');

describe('a condition is plain data', () => {
  test.each<[Condition, object]>([
    [is('faceToFace'), { op: 'is', fact: 'faceToFace', value: true }],
    [is('billedInBundle', false), { op: 'is', fact: 'billedInBundle', value: false }],
    [oneOf('format', ['group']), { op: 'oneOf', fact: 'format', codes: ['group'] }],
    [
      holds('member.programs', ['MO-PR-PLUS']),
      { op: 'holds', fact: 'member.programs', codes: ['MO-PR-PLUS'] },
    ],
    [
      holds('staff.credentials', ['MO-CPS'], { since: '2018-03-01' }),
      { op: 'holds', fact: 'staff.credentials', codes: ['MO-CPS'], since: '2018-03-01' },
    ],
    [
      includesAny('activities', ['counseling']),
      { op: 'includesAny', fact: 'activities', codes: ['counseling'] },
    ],
    [includesAll('materials', []), { op: 'includesAll', fact: 'materials', codes: [] }],
    [
      includesOther('member.careTeamRoles', ['nurse']),
      { op: 'includesOther', fact: 'member.careTeamRoles', codes: ['nurse'] },
    ],
    [notOnly('activities', ['recreation']), { op: 'notOnly', fact: 'activities', codes: ['recreation'] }],
    [atLeastNumber('group.participants', 2), { op: 'atLeastNumber', fact: 'group.participants', value: 2 }],
    [
      ageAtLeast({ years: 16 }),
      { op: 'ageAtLeast', fact: 'member.birthDate', months: 192, at: 'dateOfService' },
    ],
    [
      ageAtLeast({ months: 18 }, 'assessment.date'),
      { op: 'ageAtLeast', fact: 'member.birthDate', months: 18, at: 'assessment.date' },
    ],
    [
      ageBelow({ years: 22 }),
      {
        op: 'not',
        condition: { op: 'ageAtLeast', fact: 'member.birthDate', months: 264, at: 'dateOfService' },
      },
    ],
    [doneBy('staff.trainings', 'ptsd'), { op: 'doneBy', fact: 'staff.trainings', topic: 'ptsd' }],
    [planInForce(), { op: 'inForce', fact: 'plan.from' }],
    [notAfterService('assessment.date'), { op: 'notAfterService', fact: 'assessment.date' }],
    [hasDiagnosis('bipolar'), { op: 'hasDiagnosis', fact: 'assessment.diagnoses', class: 'bipolar' }],
    [reading('licensedMhc', 'center'), { op: 'reading', reading: 'licensedMhc', value: 'center' }],
    [exists('plan'), { op: 'exists', fact: 'plan' }],
    [not(yes), { op: 'not', condition: yes }],
    [all(yes), { op: 'all', conditions: [yes] }],
    [any(yes, yes), { op: 'any', conditions: [yes, yes] }],
    [atLeast(1, [yes]), { op: 'atLeast', count: 1, conditions: [yes] }],
    [when(yes, yes), { op: 'when', condition: yes, then: yes }],
  ])('%j', (condition, data) => {
    expect(condition).toStrictEqual(data);
    expect(JSON.parse(JSON.stringify(condition))).toStrictEqual(data);
  });
});
