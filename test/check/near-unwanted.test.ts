import { describe, expect, test } from 'vitest';
import { nearUnwanted, unwantedActivities } from '../../src/check/near-unwanted.js';
import { checkSession, type Session } from '../../src/index.js';
import {
  all,
  any,
  atLeast,
  includesAll,
  includesAny,
  includesOther,
  is,
  not,
  when,
} from '../../src/conditions/build.js';
import type { Condition } from '../../src/conditions/condition.js';
import { general } from '../../src/findings/citation.js';
import { anyService, resultOf } from '../rules/service/any-service.js';
import { sessionOf } from '../support/cases.js';
import { notice, type Notice } from '../../src/findings/notices.js';

const prsAdult = sessionOf({ base: 'sc-prs-adult', change: {} });
const skills = 'independent-living-skills';

function noticesOf(activities: Session['activities']): Notice[] {
  const { notices } = checkSession({ ...prsAdult, activities }, { history: [] });
  return notices.filter(({ code }) => code === 'near-unwanted');
}

const almost = (meant: string) => notice('near-unwanted', { meant, rule: 'session/skill-building' });

describe('an activity that is written almost like one that a clause does not allow', () => {
  test.each<[title: string, activities: Session['activities'], notices: Notice[]]>([
    ['counselling', [skills, 'counselling'], [almost('counseling')]],
    ['in capitals', [skills, 'Psychotherapy'], [almost('psychotherapy')]],
    ['both', [skills, 'counselin', 'psychoterapy'], [almost('counseling'), almost('psychotherapy')]],
    ['twice, which is said once', [skills, 'counselling', 'counselin'], [almost('counseling')]],
    ['the code itself, which fails', [skills, 'counseling'], []],
    ['another code', [skills, 'recreation'], []],
    ['two letters away', [skills, 'counciling'], []],
    ['none', [skills], []],
    ['not known', null, []],
  ])('%s', (_title, activities, notices) => {
    expect(noticesOf(activities)).toEqual(notices);
  });

  test('changes no verdict', () => {
    const facts = { ...prsAdult, activities: [skills, 'counselling'] };
    expect(checkSession(facts, { history: [] })).toMatchObject({ verdict: 'billable', findings: [] });
  });
});

describe('in a definition of your own', () => {
  const recreation = includesAny('activities', ['recreation']);

  test.each<[title: string, requires: Condition, isTold: boolean]>([
    ['not any of these', not(recreation), true],
    ['one demand of several', all(is('faceToFace'), not(recreation)), true],
    ['one of several ways', any(is('faceToFace'), not(recreation)), true],
    ['so many of', atLeast(1, [not(recreation)]), true],
    ['when it is so, then something else', when(recreation, is('faceToFace')), true],
    ['when something is so, then not', when(is('faceToFace'), not(recreation)), true],
    ['a demand for it', recreation, false],
    ['not without it', not(not(recreation)), false],
    ['not without a material', not(includesAny('materials', ['imr-educational-handouts'])), false],
  ])('%s', (_title, requires, isTold) => {
    const criteria = [
      {
        rule: 'session/skill-area',
        requires,
        says: 'So it is.',
        fails: 'It is not so',
        cite: general('A test'),
      },
    ] as const;
    const { notices } = resultOf(
      { ...anyService, criteria },
      { activities: ['recreaton'], faceToFace: true },
    );
    const told = { meant: 'recreation', rule: 'session/skill-area' } as const;
    expect(notices.filter(({ code }) => code === 'near-unwanted')).toEqual(
      isTold ? [notice('near-unwanted', told)] : [],
    );
  });
});

describe('the activities that the clauses of a service do not allow', () => {
  const clause = { says: 'So it is.', fails: 'It is not so', cite: general('A test') };
  const unwantedIn = (requires: Condition) =>
    unwantedActivities({
      ...anyService,
      criteria: [
        { ...clause, rule: 'session/skill-area', requires },
        { ...clause, rule: 'custom/other', requires: is('faceToFace') },
      ],
    });

  test.each<[title: string, requires: Condition, codes: string[]]>([
    ['none', is('faceToFace'), []],
    [
      'one of these',
      not(includesAny('activities', ['recreation', 'counseling'])),
      ['recreation', 'counseling'],
    ],
    [
      'all of these',
      not(includesAll('activities', ['recreation', 'counseling'])),
      ['recreation', 'counseling'],
    ],
    ['nothing but these', not(includesOther('activities', ['recreation', 'counseling'])), []],
    ['a material, which is no activity', not(includesAny('materials', ['imr-educational-handouts'])), []],
    [
      'neither a fact nor an activity',
      not(all(is('faceToFace'), includesAny('activities', ['recreation']))),
      ['recreation'],
    ],
  ])('%s', (_title, requires, codes) => {
    expect(unwantedIn(requires)).toEqual(codes.length === 0 ? [] : [{ rule: 'session/skill-area', codes }]);
  });

  test.each([
    ['as it is written, which fails', 'knitting', 0],
    ['almost as it is written', 'kniting', 1],
  ])('an activity of your own, %s', (_title, activity, told) => {
    const session = { ...prsAdult, activities: [activity] };
    expect(nearUnwanted([{ rule: 'session/skill-area', codes: ['knitting'] }], session)).toHaveLength(told);
  });

  test('nothing is told of an activity on the list that is almost one of your own', () => {
    const session = { ...prsAdult, activities: ['recreation'] };
    expect(nearUnwanted([{ rule: 'session/skill-area', codes: ['recreations'] }], session)).toEqual([]);
  });

  test('nothing is told of an activity that is like none of them', () => {
    const session = { ...prsAdult, activities: ['counciling', 'knitting'] };
    expect(nearUnwanted([{ rule: 'session/skill-area', codes: ['counseling'] }], session)).toEqual([]);
  });
});
