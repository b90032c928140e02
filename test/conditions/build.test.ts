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
  test.each<[data: object, build: () => Condition]>([
    [{ op: 'is', fact: 'faceToFace', value: true }, () => is('faceToFace')],
    [{ op: 'is', fact: 'billedInBundle', value: false }, () => is('billedInBundle', false)],
    [{ op: 'oneOf', fact: 'format', codes: ['group'] }, () => oneOf('format', ['group'])],
    [
      { op: 'holds', fact: 'member.programs', codes: ['MO-PR-PLUS'] },
      () => holds('member.programs', ['MO-PR-PLUS']),
    ],
    [
      { op: 'holds', fact: 'staff.credentials', codes: ['MO-CPS'], since: '2018-03-01' },
      () => holds('staff.credentials', ['MO-CPS'], { since: '2018-03-01' }),
    ],
    [
      { op: 'includesAny', fact: 'activities', codes: ['counseling'] },
      () => includesAny('activities', ['counseling']),
    ],
    [{ op: 'includesAll', fact: 'materials', codes: [] }, () => includesAll('materials', [])],
    [
      { op: 'includesOther', fact: 'member.careTeamRoles', codes: ['nurse'] },
      () => includesOther('member.careTeamRoles', ['nurse']),
    ],
    [
      { op: 'notOnly', fact: 'activities', codes: ['recreation'] },
      () => notOnly('activities', ['recreation']),
    ],
    [
      { op: 'atLeastNumber', fact: 'group.participants', value: 2 },
      () => atLeastNumber('group.participants', 2),
    ],
    [
      { op: 'ageAtLeast', fact: 'member.birthDate', months: 192, at: 'dateOfService' },
      () => ageAtLeast({ years: 16 }),
    ],
    [
      { op: 'ageAtLeast', fact: 'member.birthDate', months: 18, at: 'assessment.date' },
      () => ageAtLeast({ months: 18 }, 'assessment.date'),
    ],
    [
      {
        op: 'not',
        condition: { op: 'ageAtLeast', fact: 'member.birthDate', months: 264, at: 'dateOfService' },
      },
      () => ageBelow({ years: 22 }),
    ],
    [{ op: 'doneBy', fact: 'staff.trainings', topic: 'ptsd' }, () => doneBy('staff.trainings', 'ptsd')],
    [{ op: 'inForce', fact: 'plan.from' }, () => planInForce()],
    [{ op: 'notAfterService', fact: 'assessment.date' }, () => notAfterService('assessment.date')],
    [{ op: 'hasDiagnosis', fact: 'assessment.diagnoses', class: 'bipolar' }, () => hasDiagnosis('bipolar')],
    [{ op: 'reading', reading: 'licensedMhc', value: 'center' }, () => reading('licensedMhc', 'center')],
    [{ op: 'exists', fact: 'plan' }, () => exists('plan')],
    [{ op: 'not', condition: yes }, () => not(yes)],
    [{ op: 'all', conditions: [yes] }, () => all(yes)],
    [{ op: 'any', conditions: [yes, yes] }, () => any(yes, yes)],
    [{ op: 'atLeast', count: 1, conditions: [yes] }, () => atLeast(1, [yes])],
    [{ op: 'when', condition: yes, then: yes }, () => when(yes, yes)],
  ])('%j', (data, build) => {
    const condition = build();
    expect(condition).toStrictEqual(data);
    expect(JSON.parse(JSON.stringify(condition))).toStrictEqual(data);
  });
});
