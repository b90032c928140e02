import { describe, expect, test } from 'vitest';
import { missingFacts, namesOf } from '../../src/findings/missing.js';
import { checkSession } from '../../src/index.js';
import { peerSession } from '../rules/support.js';

describe('what would settle a finding', () => {
  test('is a question with its place, its kind and who holds the answer', () => {
    expect(missingFacts([{ path: 'member.birthDate' }])).toEqual([
      {
        path: '/member/birthDate',
        question: 'When was the member born?',
        type: 'date',
        heldBy: 'front-desk',
      },
    ]);
  });

  test('is a question with all that a yes stands for, and with the answer that satisfies', () => {
    expect(
      missingFacts([
        { path: 'documentation.attendanceLog.availableForAudit' },
        { path: 'agency.billsRegularPsr' },
      ]),
    ).toEqual([
      {
        path: '/documentation/attendanceLog/availableForAudit',
        question: 'Is the attendance log available for audit and monitoring?',
        type: 'boolean',
        heldBy: 'agency',
        parts: ['The attendance log is available for audit.', 'It is available for monitoring.'],
        goodAnswer: true,
      },
      {
        path: '/agency/billsRegularPsr',
        question: 'Does the agency also bill regular psychosocial rehabilitation, for anyone?',
        type: 'boolean',
        heldBy: 'billing',
        goodAnswer: false,
      },
    ]);
  });

  test('is listed in order and once each', () => {
    const unknown = [
      { path: 'startTime' },
      { path: 'history' },
      { path: 'startTime' },
      { path: 'endTime' },
    ] as const;
    expect(missingFacts(unknown).map(({ path }) => path)).toEqual(['/startTime', '/history', '/endTime']);
  });

  test('is a question for each entry of a list', () => {
    const path = 'staff.trainings.completedOn';
    expect(
      missingFacts([
        { path, entry: 0 },
        { path, entry: 2 },
      ]).map((fact) => fact.path),
    ).toEqual(['/staff/trainings/0/completedOn', '/staff/trainings/2/completedOn']);
  });
});

test.each([
  [
    'staff.trainings.completedOn',
    'When did the rendering staff member complete the training on motivational interviewing?',
  ],
  ['staff.trainings.hours', 'How many hours did the training on motivational interviewing have?'],
  [
    'staff.trainings.documented',
    'Is the training on motivational interviewing documented in the personnel file?',
  ],
  [
    'staff.supervisor.trainings.completedOn',
    'When did the supervisor complete the training on motivational interviewing?',
  ],
  [
    'staff.trainingWaivers.documented',
    'Is the earlier training behind the waiver on motivational interviewing documented in the personnel record?',
  ],
  [
    'staff.trainingExceptions.approvedOn',
    'When did the department approve the exception on motivational interviewing?',
  ],
] as const)('%s of a known topic says which one is asked for', (path, question) => {
  expect(missingFacts([{ path, entry: 0, code: 'motivational-interviewing' }])).toMatchObject([{ question }]);
});

test.each([
  ['staff.credentials.from', 'MO-CPS', 'the credential Certified Peer Specialist (MO-CPS) held'],
  [
    'member.programs.from',
    'MO-PR-PLUS',
    'the member enrolled in the program Primary Recovery Plus (MO-PR-PLUS)',
  ],
  ['member.determinations.from', 'XX-OWN', 'the determination XX-OWN established'],
] as const)('%s of a known code says which one is asked for', (path, code, what) => {
  expect(missingFacts([{ path, entry: 0, code }])).toMatchObject([
    { question: `From which day is ${what}?` },
  ]);
});

test('facts are named once each, with the topic or code that they are of', () => {
  const path = 'staff.trainings.hours';
  expect(namesOf([{ path, entry: 0 }, { path, entry: 1 }, { path: 'units' }])).toEqual([
    'the hours of a training',
    'the units',
  ]);
  expect(
    namesOf([
      { path, entry: 0, code: 'ptsd' },
      { path: 'staff.credentials.from', entry: 1, code: 'MT-LMHP' },
      { path: 'staff.credentials', entry: 2, isWord: true, nearest: 'MT-LMHP' },
      { path: 'staff.credentials', entry: 3, isWord: true },
    ]),
  ).toEqual([
    'the hours of the training on post-traumatic stress disorder (ptsd)',
    'the first day on which the credential licensed mental health professional (MT-LMHP) is held',
    "what a word among the rendering staff member's credentials means, perhaps licensed mental health professional (MT-LMHP)",
    "what a word among the rendering staff member's credentials means",
  ]);
});

test('what is asked of a proposed session is asked in the future tense', () => {
  const questionsOf = (phase: string) =>
    checkSession(peerSession({ phase, personCentered: null, staff: { credentials: null } }), { history: [] })
      .findings.flatMap(({ missing }) => missing)
      .map(({ question }) => question);
  const which = (verb: string) =>
    `Which licenses, certifications and approvals ${verb} the rendering staff member hold, from when through when?`;
  const what = 'be individualized, person-centered and strengths-based, with a focus on recovery?';
  expect(questionsOf('proposed')).toEqual([`Will the session ${what}`, which('will')]);
  expect(questionsOf('delivered')).toEqual([`Was the session ${what.slice('be '.length)}`, which('does')]);
});
