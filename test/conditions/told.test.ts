import { describe, expect, test } from 'vitest';
import {
  ageAtLeast,
  ageBelow,
  all,
  any,
  atLeast,
  doneBy,
  exists,
  hasDiagnosis,
  holds,
  includesAny,
  includesOther,
  is,
  not,
  notAfterService,
  notOnly,
  oneOf,
  planInForce,
  reading,
  saying,
  when,
} from '../../src/conditions/build.js';
import { compile } from '../../src/conditions/compile.js';
import type { Condition } from '../../src/conditions/condition.js';
import { undecided } from '../../src/conditions/why.js';
import { told } from '../../src/conditions/told.js';
import type { Session } from '../../src/index.js';
import { under } from './support.js';

const a = is('faceToFace');
const b = is('communitySetting');
const c = is('personCentered');
const d = is('skillsBased');
const [notA, notB] = [
  'the session was not face-to-face',
  'the setting was not a supportive community environment',
];
const [notC, notD] = [
  'the session was not strengths-based and person-centered',
  'the approach was not skills-based',
];
const no = { faceToFace: false, communitySetting: false, personCentered: false, skillsBased: false };

type Row = [title: string, condition: Condition, facts: Partial<Session>, told: string[]];

function table(name: string, rows: Row[]) {
  describe(name, () => {
    test.each(rows)('%s', (_title, condition, facts, texts) => {
      const here = under(facts);
      expect(told(compile(condition).explain(here), here).map(({ text }) => text)).toEqual(texts);
    });
  });
}

table('of several demands, those that are known not to be met', [
  ['one of two', all(a, b), { faceToFace: true, communitySetting: false }, [notB]],
  ['both', all(a, b), no, [notA, notB]],
  ['not the one that is not known', all(a, b), { faceToFace: false }, [notA]],
  [
    'those of a part that has several itself',
    all(a, all(b, c)),
    { ...no, communitySetting: true },
    [notA, notC],
  ],
  [
    'what must not be',
    all(a, not(b)),
    { faceToFace: true, communitySetting: true },
    ['the setting was a supportive community environment'],
  ],
  [
    'both of what must not be together',
    all(a, not(all(b, c))),
    { ...no, faceToFace: true, communitySetting: true, personCentered: true },
    [
      'the setting was a supportive community environment',
      'the session was strengths-based and person-centered',
    ],
  ],
  [
    'what of what must not be is so',
    all(a, not(any(b, c))),
    { ...no, faceToFace: true, communitySetting: true },
    ['the setting was a supportive community environment'],
  ],
  [
    'where a demand applies, and the demand',
    all(a, when(b, c)),
    { ...no, faceToFace: true, communitySetting: true },
    ['the setting was a supportive community environment', notC],
  ],
  ['not a reading', all(a, reading('licensedMhc', 'center')), no, [notA]],
  [
    'codes of one list together',
    all(a, includesAny('activities', ['counseling']), includesAny('activities', ['recreation'])),
    { ...no, activities: [] },
    [notA, "the session's activities include neither counseling nor recreation"],
  ],
]);

table('a single demand has the words of the criterion', [
  ['by itself', a, no, []],
  ['as the only one of all', all(a), no, []],
  ['as the only one of all that must not be', all(not(a)), { faceToFace: true }, []],
  ['beside the object that it is about', all(exists('plan'), a), { ...no, plan: 'none' }, []],
  ['two beside the object', all(exists('plan'), a, b), { ...no, plan: 'none' }, [notA, notB]],
  ['a choice by itself', all(any(a, b)), no, []],
  ['or its own', saying('it was by phone', a), no, ['it was by phone']],
  ['or those of a part', all(saying('it was by phone', a), b), no, ['it was by phone', notB]],
]);

table('of alternatives, the one that lacks least', [
  ['begun by one of two', any(all(a, b), c), { ...no, faceToFace: true }, [notB]],
  ['begun by a part of a part', any(all(b, any(all(a, d), c)), c), { ...no, faceToFace: true }, [notB, notD]],
  ['none, where nothing of any is so', any(all(a, b), all(c, d)), no, []],
  ['none, where each is a single demand', any(a, b), no, []],
  ['all, inside another demand', all(a, any(b, c)), { ...no, faceToFace: true }, [notB, notC]],
  ['the first of two that lack one', any(all(a, b), all(a, c)), { ...no, faceToFace: true }, [notB]],
  ['what is not known has begun', any(all(a, b)), { communitySetting: false }, [notB]],
  ['beside a reading, what it lacks', any(all(a, b), reading('licensedMhc', 'center')), no, [notA, notB]],
  [
    'beside a reading, a single one has the words of the criterion',
    any(a, reading('licensedMhc', 'center')),
    no,
    [],
  ],
  [
    'after those with words of their own',
    any(saying('it was by phone', a), all(b, c), d),
    { ...no, communitySetting: true },
    ['it was by phone', notC],
  ],
  [
    'with the codes of one list that would do in its place',
    any(all(a, includesAny('activities', ['counseling'])), includesAny('activities', ['recreation'])),
    { ...no, faceToFace: true, activities: [] },
    ["the session's activities include neither counseling nor recreation"],
  ],
]);

const lapsed = { staff: { credentials: [{ code: 'MT-LMHP', through: '2025-03-02' }] } };
const licensed = holds('staff.credentials', ['MT-LMHP']);
const noLicense =
  "the rendering staff member's credentials include no licensed mental health professional (MT-LMHP) on 2025-03-03";

table('of alternatives, first the one that only the day keeps from counting', [
  [
    'before one that has begun',
    any(licensed, all(a, b)),
    { ...lapsed, ...no, faceToFace: true },
    [noLicense],
  ],
  ['with another single one of another fact', any(licensed, a), { ...lapsed, ...no }, [noLicense, notA]],
  ['but not one of the same', any(licensed, holds('staff.credentials', ['MT-CBHPSS'])), lapsed, [noLicense]],
]);

const found = (code: 'SPMI' | 'SED' | 'Z-CODE') => includesAny('assessment.conditions', [code]);
const byAge = any(
  all(found('SPMI'), ageAtLeast({ years: 18 })),
  all(found('SED'), any(ageBelow({ years: 18 }), reading('sedUntil', 22))),
  all(found('Z-CODE'), ageBelow({ years: 7 })),
);
const child = (birthDate: string | undefined, ...conditions: string[]) => ({
  member: { birthDate: birthDate ?? null },
  assessment: { conditions },
});
const include = 'the conditions found in the assessment include';

table('of alternatives, those that the age leaves open', [
  [
    'what counts at another age under one reading only',
    byAge,
    child('2007-03-03', 'SED'),
    [
      'the member was 18 years old on 2025-03-03',
      `${include} serious emotional disturbance (SED), which counts only under 18 years`,
      `${include} no serious and persistent mental illness (SPMI)`,
    ],
  ],
  [
    'one',
    all(a, byAge),
    { faceToFace: true, ...child('2018-03-03') },
    ['the member was 7 years old on 2025-03-03', `${include} no serious emotional disturbance (SED)`],
  ],
  [
    'two',
    byAge,
    child('2018-03-04'),
    [
      'the member was 6 years old on 2025-03-03',
      `${include} neither serious emotional disturbance (SED) nor an applicable Z-code (Z-CODE)`,
    ],
  ],
  [
    'and what counts at another age only',
    byAge,
    child('2018-03-03', 'Z-CODE'),
    [
      'the member was 7 years old on 2025-03-03',
      `${include} an applicable Z-code (Z-CODE), which counts only under 7 years`,
      `${include} no serious emotional disturbance (SED)`,
    ],
  ],
  [
    'an age that is not known is not told',
    byAge,
    child(undefined),
    [
      `${include} none of serious and persistent mental illness (SPMI), serious emotional disturbance (SED) and an applicable Z-code (Z-CODE)`,
    ],
  ],
  [
    'none of them',
    any(all(a, ageBelow({ years: 7 })), all(b, ageBelow({ years: 6 }))),
    { ...no, ...child('2010-01-01') },
    [],
  ],
  [
    'none but what counts at another age',
    any(all(a, ageBelow({ years: 7 }))),
    { faceToFace: true, ...child('2010-01-01') },
    [
      'the member was 15 years old on 2025-03-03',
      'the session was face-to-face, which counts only under 7 years',
    ],
  ],
  [
    'in months',
    any(all(a, ageAtLeast({ months: 18 }))),
    { ...no, ...child('2023-08-01') },
    ['the member was 18 months old or older on 2025-03-03', notA],
  ],
]);

const needs = { of: 'needs', are: 'met', names: ['need A', 'need B', 'need C'] };

table('of a number, what is counted', [
  [
    'one of three',
    atLeast(2, [a, b, c], needs),
    { ...no, faceToFace: true },
    ['1 of 3 needs is met (need A); 2 are required. Not met: need B; need C'],
  ],
  [
    'none of three, and one not known',
    atLeast(2, [a, b, c], needs),
    { faceToFace: false, communitySetting: false },
    ['0 of 3 needs are met; 2 are required. Not met: need A; need B. Not known: need C'],
  ],
  [
    'without words for it',
    atLeast(1, [a, b]),
    no,
    [
      '0 of 2 demands are met; 1 is required. Not met: the session was face-to-face; the setting was a supportive community environment',
    ],
  ],
  [
    'more than there are',
    atLeast(2, [a], needs),
    { faceToFace: true },
    ['1 of 1 needs is met (need A); 2 are required'],
  ],
]);

const topic = 'motivational-interviewing';
const ended = { from: '2025-01-01', through: '2025-03-02' };

table('of questions of other kinds, what is so', [
  [
    'a training that is not there, and one that should not be',
    all(doneBy('staff.trainings', topic), not(doneBy('staff.trainings', 'ptsd'))),
    { staff: { trainings: [{ topic: 'ptsd', completedOn: '2025-01-01' }] } },
    [
      "the rendering staff member's trainings include none on motivational interviewing that is completed by 2025-03-03",
      "the rendering staff member's trainings include one on post-traumatic stress disorder (ptsd) that is completed by 2025-03-03",
    ],
  ],
  [
    'a day that is after the session, and one that is not',
    all(notAfterService('assessment.date'), not(notAfterService('plan.from'))),
    { assessment: { date: '2025-03-04' }, plan: { from: '2025-03-03' } },
    [
      'the date of the assessment is 2025-03-04, after the session of 2025-03-03',
      'the first day of the plan is 2025-03-03, not after the session of 2025-03-03',
    ],
  ],
  [
    'a plan that is over',
    all(a, planInForce()),
    { faceToFace: true, plan: ended },
    ['the plan ended on 2025-03-02, before the session'],
  ],
  [
    'a plan that should not be in force',
    all(a, not(planInForce())),
    { faceToFace: true, plan: { from: '2025-01-01' } },
    ['the plan is in force on the date of service'],
  ],
  [
    'a choice that is another, and one that should be',
    all(oneOf('assessment.review', ['continued-service']), not(oneOf('agency.ownership', ['public']))),
    { assessment: { review: 'admission' }, agency: { ownership: 'public' } },
    ['the kind of review is admission, and not continued service', 'the ownership of the agency is public'],
  ],
  [
    'what a list has beside codes, and that it has no more than codes',
    all(a, includesOther('activities', ['recreation']), notOnly('activities', ['recreation'])),
    { faceToFace: true, activities: ['recreation'] },
    [
      "the session's activities include nothing other than recreation",
      "the session's activities are recreation alone",
    ],
  ],
  [
    'codes that should not be there',
    all(a, not(includesAny('activities', ['counseling', 'recreation']))),
    { faceToFace: true, activities: ['recreation'] },
    ["the session's activities include counseling or recreation"],
  ],
  ['an alternative begun by what is not so', any(all(c, all(not(a), b)), d), no, [notC, notB]],
]);

test('of credentials held from a day that is not stated, those that are asked for are asked about', () => {
  const credentials = [
    { code: 'MO-LPC' },
    { code: 'MO-CPS' },
    { code: 'MO-CPS', through: '2025-03-02' },
    { code: 'MO-LCSW', from: '2020-01-01' },
  ];
  const here = under({ staff: { credentials } }, { openStart: 'unknown' });
  expect(undecided(compile(holds('staff.credentials', ['MO-CPS'])).explain(here))).toEqual([
    { path: 'staff.credentials.from', entry: 1, code: 'MO-CPS' },
  ]);
});

describe('diagnoses', () => {
  const classes = all(a, hasDiagnosis('bipolar'), hasDiagnosis('psychotic'));
  test.each([
    [['F43.10'], 'F43.10 is in none of the classes bipolar disorder and psychotic disorder'],
    [
      ['f43.10', 'F43.10', 'F41.1'],
      'F43.10 and F41.1 are in none of the classes bipolar disorder and psychotic disorder',
    ],
    [
      ['F40', 'F41', 'F42', 'F43', 'F44', 'F45', 'F48'],
      'the 7 diagnoses are in none of the classes bipolar disorder and psychotic disorder',
    ],
    [[], 'there is no diagnosis'],
  ])('%j', (diagnoses, text) => {
    const here = under({ faceToFace: true, assessment: { diagnoses } });
    expect(told(compile(classes).explain(here), here)).toMatchObject([{ text }]);
  });
});
