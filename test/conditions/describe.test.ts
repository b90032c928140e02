import { describe as suite, expect, test } from 'vitest';
import {
  ageAtLeast,
  ageBelow,
  all,
  any,
  atLeast,
  atLeastNumber,
  byLicence,
  differ,
  doneBy,
  exists,
  hasDiagnosis,
  holds,
  includesAll,
  includesAny,
  includesOther,
  is,
  not,
  noteItem,
  notAfterService,
  notEmpty,
  notOnly,
  oneOf,
  planInForce,
  reading,
  stated,
  when,
} from '../../src/conditions/build.js';
import type { Condition } from '../../src/conditions/condition.js';
import { describe } from '../../src/conditions/describe.js';
import { both, either } from '../../src/conditions/operators/series.js';

suite('in English', () => {
  test.each<[Condition, string]>([
    [is('personCentered'), 'the session was strengths-based and person-centered'],
    [is('agency.billsRegularPsr', false), 'the agency bills no regular PSR'],
    [oneOf('format', ['individual']), 'the format is individual'],
    [
      oneOf('assessment.impairments.dailyLiving', ['moderate', 'severe']),
      'the level of impairment in daily living is moderate or severe',
    ],
    [
      holds('member.programs', ['MO-PR-PLUS']),
      "the member's programs hold Primary Recovery Plus (MO-PR-PLUS) on the date of service",
    ],
    [
      holds('staff.credentials', ['MO-CPS'], { since: '2018-03-01' }),
      "the rendering staff member's credentials hold Certified Peer Specialist (MO-CPS) on the date of service, from 2018-03-01 on",
    ],
    [
      includesAny('activities', ['setting-goals', 'counseling', 'recreation']),
      "the session's activities include setting-goals, counseling or recreation",
    ],
    [
      includesAll('materials', ['imr-practitioners-guide', 'imr-educational-handouts']),
      'the materials used include imr-practitioners-guide and imr-educational-handouts',
    ],
    [
      includesOther('member.careTeamRoles', ['peer-specialist']),
      'the roles of the staff assigned to the member include something other than peer-specialist',
    ],
    [notOnly('activities', ['transportation']), "the session's activities are not transportation alone"],
    [atLeastNumber('assessment.scores.calocusComposite', 17), 'the CALOCUS composite score is at least 17'],
    [ageAtLeast({ years: 16 }), 'the member is 16 years or older on the date of service'],
    [
      ageAtLeast({ months: 18 }, 'assessment.date'),
      'the member is 18 months or older on the date of the assessment',
    ],
    [ageBelow({ years: 22 }), 'the member is not yet 22 years on the date of service'],
    [
      doneBy('staff.trainings', 'ptsd'),
      "the rendering staff member's trainings include ptsd, completed on or before the date of service",
    ],
    [planInForce(), 'the plan is in force on the date of service'],
    [notAfterService('assessment.date'), 'the date of the assessment is on or before the date of service'],
    [hasDiagnosis('psychotic'), 'a diagnosis is of the class psychotic disorder'],
    [reading('adultProgram', 'warn'), 'the reading adultProgram is warn'],
    [stated('staff.id'), 'something is stated of who rendered the service'],
    [
      differ('staff.id', 'staff.supervisor.id'),
      "who rendered the service and the supervisor's key are not the same",
    ],
    [notEmpty('assessment.diagnoses'), 'the list of the diagnoses is not empty'],
    [
      byLicence('staff.supervisor.credentials', 'MO-QMHP', ['MO-LPC', 'MO-LCSW']),
      "the supervisor's credentials give the standing MO-QMHP by MO-LPC or MO-LCSW",
    ],
    [noteItem('setting'), 'the progress note gives the setting'],
    [exists('staff.supervisor'), 'there is a supervisor'],
    [exists('plan'), 'there is a plan'],
    [exists('assessment'), 'there is an assessment'],
  ])('%j', (condition, english) => {
    expect(describe(condition)).toBe(english);
  });

  const one = is('faceToFace');
  const other = is('relatedToNeeds', false);
  const first = 'the session was face-to-face';
  const second = "the session was not related to the member's diagnostic and clinical needs";

  test.each<[string, Condition, string]>([
    ['not', not(one), 'the session was not face-to-face'],
    ['all', all(one, other), `${first}, and ${second}`],
    ['any', any(one, other), `${first}, or ${second}`],
    ['at least', atLeast(1, [one, other]), `at least 1 of these: ${first}; ${second}`],
    ['when', when(one, other), `${second}, where ${first}`],
  ])('%s', (_op, condition, english) => {
    expect(describe(condition)).toBe(english);
  });
});

suite('its contrary, in words of its own', () => {
  test.each<[Condition, string]>([
    [is('personCentered'), 'the session was not strengths-based and person-centered'],
    [is('agency.billsRegularPsr', false), 'the agency bills regular PSR'],
    [oneOf('format', ['individual']), 'the format is not individual'],
    [
      holds('staff.credentials', ['MO-CPS', 'MO-CMPS'], { since: '2018-03-01' }),
      "the rendering staff member's credentials do not hold Certified Peer Specialist (MO-CPS) or Certified Missouri Peer Specialist (MO-CMPS) on the date of service, from 2018-03-01 on",
    ],
    [
      includesAny('activities', ['counseling', 'recreation']),
      "the session's activities do not include counseling or recreation",
    ],
    [
      includesAll('materials', ['imr-practitioners-guide', 'imr-educational-handouts']),
      'the materials used do not include all of imr-practitioners-guide and imr-educational-handouts',
    ],
    [
      includesOther('member.careTeamRoles', ['peer-specialist']),
      'the roles of the staff assigned to the member include nothing other than peer-specialist',
    ],
    [notOnly('activities', ['transportation']), "the session's activities are transportation alone"],
    [atLeastNumber('units', 17), 'the units are less than 17'],
    [ageAtLeast({ months: 18 }), 'the member is not yet 18 months on the date of service'],
    [
      doneBy('staff.trainings', 'ptsd'),
      "the rendering staff member's trainings include no ptsd, completed on or before the date of service",
    ],
    [planInForce(), 'the plan is not in force on the date of service'],
    [notAfterService('assessment.date'), 'the date of the assessment is after the date of service'],
    [hasDiagnosis('psychotic'), 'no diagnosis is of the class psychotic disorder'],
    [reading('adultProgram', 'warn'), 'the reading adultProgram is not warn'],
    [stated('staff.id'), 'nothing is stated of who rendered the service'],
    [
      differ('staff.id', 'staff.supervisor.id'),
      "who rendered the service and the supervisor's key are the same",
    ],
    [notEmpty('assessment.diagnoses'), 'the list of the diagnoses is empty'],
    [
      byLicence('staff.supervisor.credentials', 'MO-QMHP', ['MO-LPC']),
      "the supervisor's credentials do not give the standing MO-QMHP by MO-LPC",
    ],
    [exists('staff.supervisor'), 'there is no supervisor'],
    [exists('plan'), 'there is no plan'],
    [exists('assessment'), 'there is no assessment'],
  ])('%j', (condition, english) => {
    expect(describe(not(condition))).toBe(english);
    expect(describe(condition, false)).toBe(english);
  });
});

suite('a list inside another stands in brackets', () => {
  const a = is('faceToFace');
  const b = is('communitySetting');
  const [first, second] = [describe(a), describe(b)];

  test.each<[string, Condition, string]>([
    ['any in all', all(a, any(a, b)), `${first}, and (${first}, or ${second})`],
    ['all in any', any(all(a, b), b), `(${first}, and ${second}), or ${second}`],
    ['when in all', all(a, when(a, b)), `${first}, and (${second}, where ${first})`],
    ['all in when', when(all(a, b), a), `${first}, where (${first}, and ${second})`],
    ['not in any', any(a, not(b)), `${first}, or the setting was not a supportive community environment`],
    ['not all in any', any(a, not(all(a, b))), `${first}, or (it is not so that (${first}, and ${second}))`],
    ['not not', not(not(a)), first],
    ['not any', not(any(a, b)), `it is not so that (${first}, or ${second})`],
    ['not at least', not(atLeast(1, [a])), `it is not so that (at least 1 of these: ${first})`],
    ['not when', not(when(a, b)), `it is not so that (${second}, where ${first})`],
    ['all in not', not(all(a, b)), `it is not so that (${first}, and ${second})`],
    [
      'at least in all',
      all(a, atLeast(1, [a, b])),
      `${first}, and (at least 1 of these: ${first}; ${second})`,
    ],
    [
      'any in at least',
      atLeast(2, [any(a, b), b]),
      `at least 2 of these: (${first}, or ${second}); ${second}`,
    ],
  ])('%s', (_what, condition, english) => {
    expect(describe(condition)).toBe(english);
  });
});

suite('a description is a clause of its own', () => {
  test.each<[string, Condition]>([
    ['agency.ownership', oneOf('agency.ownership', ['private'])],
    ['assessment.review', oneOf('assessment.review', ['admission'])],
    ['assessment.conditions', includesAny('assessment.conditions', ['SPMI'])],
  ])('that does not begin with a question word: %s', (_fact, condition) => {
    expect(describe(condition)).not.toMatch(/^(whether|which) /);
  });

  test.each<[string, Condition]>([
    ['units', atLeastNumber('units', 1)],
    ['minutes', atLeastNumber('minutes', 15)],
  ])('whose verb fits a plural: %s', (_fact, condition) => {
    expect(describe(condition)).toMatch(/ are at least \d+$/);
  });
});

suite('conditions that differ are told apart', () => {
  const a = is('faceToFace');
  const b = is('communitySetting');
  const c = is('personCentered');

  test.each<[string, Condition, Condition]>([
    ['any in all, all in any', all(any(a, b), c), any(a, all(b, c))],
    ['a demand that is negated', not(when(a, b)), when(a, not(b))],
    ['a negated whole, a negated part', not(all(a, b)), all(not(a), b)],
    ['a choice in all, all in a choice', all(atLeast(1, [a, b]), c), atLeast(1, [a, all(b, c)])],
    ['a choice in a choice', atLeast(2, [atLeast(1, [a, b]), c]), atLeast(2, [atLeast(1, [a]), b, c])],
    ['a demand of two, two demands', when(a, all(b, c)), all(when(a, b), c)],
  ])('%s', (_what, condition, other) => {
    expect(describe(condition)).not.toBe(describe(other));
  });
});

suite('words in a row', () => {
  test.each([
    [[], '', ''],
    [['A'], 'A', 'A'],
    [['A', 'B'], 'A or B', 'A and B'],
    [['A', 'B', 'C'], 'A, B or C', 'A, B and C'],
  ])('%j', (words, withOr, withAnd) => {
    expect([either(words), both(words)]).toEqual([withOr, withAnd]);
  });
});
