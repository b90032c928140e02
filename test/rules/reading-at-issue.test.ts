import { describe, expect, test } from 'vitest';
import { ageAtLeast, hasDiagnosis, is, not, planInForce, reading } from '../../src/conditions/build.js';
import { general } from '../../src/findings/citation.js';
import { readingAtIssue, readingsOfClause } from '../../src/rules/reading-at-issue.js';
import type { Criterion } from '../../src/services/service.js';

describe('the reading of what is at issue', () => {
  const day = 'plan.from';
  const flag = 'plan.includesService';

  test.each<[title: string, Parameters<typeof readingAtIssue>, expected: string | undefined]>([
    ['that of a fact at issue', [undefined, [day, flag], [day]], 'current-plan'],
    ['before that of the clause', ['diagnosis-classes', [day], [day]], 'current-plan'],
    ['of several, the first', [undefined, [], ['assessment.diagnoses', day]], 'diagnosis-classes'],
    ['none, where its fact is not at issue', ['current-plan', [day, flag], [flag]], undefined],
    [
      'that of the clause, where none of its facts has it',
      ['two-age-axes', [day, flag], [flag]],
      'two-age-axes',
    ],
    ['none, where there is none', [undefined, [flag], [flag]], undefined],
  ])('%s', (_title, stated, expected) => {
    expect(readingAtIssue(...stated)).toBe(expected);
  });
});

describe('the readings that a clause rests on', () => {
  const clause: Criterion = {
    rule: 'custom/clause',
    requires: is('faceToFace'),
    says: 'The session is face-to-face.',
    fails: 'It was not',
    cite: general('A clause'),
  };

  test.each<[title: string, Partial<Criterion>, readings: string[]]>([
    ['none', {}, []],
    ['its own', { reading: 'note-content' }, ['note-content']],
    ['of an age that it demands', { requires: ageAtLeast({ years: 18 }) }, ['leap-birthday']],
    ['of an age that is expected', { expects: not(ageAtLeast({ years: 18 })) }, ['leap-birthday']],
    ['of a plan in force', { requires: planInForce() }, ['current-plan', 'plan-dates']],
    [
      'of the dates of a plan, its own',
      { requires: planInForce(), reading: 'plan-dates' },
      ['plan-dates', 'plan-dates', 'plan-dates'],
    ],
    ['of diagnoses', { appliesWhen: hasDiagnosis('psychotic') }, ['diagnosis-classes']],
    ['that is set for a center', { requires: reading('licensedMhc', 'center') }, ['licensed-mhc']],
    ['that is set for adults', { appliesWhen: reading('adultProgram', 'warn') }, ['adult-program']],
    ['of the week, where its paper is owed after it', { owed: 'after-the-week' }, ['week']],
    ['none, where it is owed at once', { owed: 'on-delivery' }, []],
  ])('%s', (_title, change, readings) => {
    expect(readingsOfClause({ ...clause, ...change })).toEqual(readings);
  });
});
