import { agesInMonths } from '../support/domains.js';
import { dayAfter, dayBefore, dayOfAge, monthsLater, orEarlier } from './calendar.js';
import type { Random } from './random.js';
import { additionalTopics } from './training.js';

/** Other sessions to start from, near edges that take several facts at once. */

export type Change = readonly [path: string, value: unknown];
type Start = (random: Random, on: string) => readonly Change[];

/** Of any service: not yet given, the units left to the time, or the time known without the clock. */
export const ofEveryService: readonly (readonly Change[])[] = [
  [['phase', 'proposed']],
  [['phase', 'proposed']],
  [['phase', 'no-show']],
  [['member.birthDate', '2031-05-05']],
  [['funding', 'purchase-of-service']],
  ...(
    [
      ['01:30', '03:30'],
      ['00:30', '01:45'],
      ['01:10', '01:50'],
      ['01:45', '01:15'],
      ['02:15', '03:15'],
      ['01:00', '02:00'],
    ] as const
  ).flatMap(([startTime, endTime]) =>
    ['2024-11-03', '2025-03-09'].map((day): readonly Change[] => [
      ['dateOfService', day],
      ['startTime', startTime],
      ['endTime', endTime],
    ]),
  ),
  [['units', undefined]],
  [
    ['units', undefined],
    ['endTime', undefined],
  ],
  [
    ['startTime', undefined],
    ['endTime', undefined],
    ['minutes', 60],
  ],
];

/** Activities of which one kind is missing: a document asks for few of the many codes. */
const doing =
  (...lists: readonly (readonly string[])[]): Start =>
  (random) => [['activities', random.pick(lists)]];

/** For continued service, of which all is good. */
const continued: Start = () => [
  ['assessment.review', 'continued-service'],
  ['assessment.scopeAndIntensityDocumented', true],
  ['assessment.improvedAreas', ['dailyLiving', 'schoolOrWork']],
  ['assessment.improvedPlanGoal', true],
  ['assessment.expectedToContinueBenefit', true],
  ['assessment.memberParticipates', true],
  ['assessment.caregiverParticipates', true],
  ['assessment.teamAgreesOnTreatment', true],
  ['assessment.outcomeRestored', false],
];

/** All topics done and documented, one of them a little short or just enough, about the end of the six months. */
const nearlyTrained: Start = (random, on) => {
  const topics = Object.entries(additionalTopics);
  const [topic, hours] = random.pick(topics);
  const first = orEarlier(monthsLater(on, -6));
  return [
    [
      'staff.trainings',
      ['cpr-program-orientation', 'documentation-and-medicaid-compliance', ...topics.map(([one]) => one)].map(
        (one) => ({
          topic: one,
          completedOn: on,
          hours: one === topic ? (hours ?? 1) - random.pick([0, 0.1, 0.5]) : 4,
          documented: true,
        }),
      ),
    ],
    ['staff.firstServiceDate', random.pick([first, dayBefore(first), dayAfter(first, 1)])],
  ];
};

/** A child of the age for a tool, with a score on the edge. */
const scored: Start = (random) =>
  random.pick<readonly Change[]>([
    [
      ['member.birthDate', random.pick(['2022-06-01', '2021-11-08', '2021-11-09'])],
      ['assessment.scores.psiPercentile', random.pick([80, 81])],
    ],
    [
      ['member.birthDate', random.pick(['2019-06-01', '2017-05-08', '2017-05-09', '2021-11-08'])],
      ['assessment.scores.cbclSyndromeT', random.pick([64, 65, 65])],
      ['assessment.scores.cbclDsmT', random.pick([64, 65, 65])],
    ],
    [
      ['member.birthDate', random.pick(['2017-05-08', '2004-05-09', '2004-05-08'])],
      ['assessment.scores.calocusComposite', random.pick([16, 17])],
    ],
  ]);

/** A peer specialist with the new credential about the day from which it counts. */
const renamed: Start = (random) => [
  ['dateOfService', random.pick(['2018-02-27', '2018-02-28', '2018-03-01', '2018-03-02'])],
  ['staff.credentials', [{ code: 'MO-CPS' }]],
];

/** A charge to compare with the units that follow from the time. */
const charged =
  (charge: string): Start =>
  () => [
    ['units', undefined],
    ['charge', charge],
  ];

/** An assessment about a birthday that a rule asks for. */
const aboutABirthday: Start = (random) => {
  const birthday = dayOfAge('2012-09-30', random.pick(agesInMonths), 'mar-1');
  return [['assessment.date', random.pick([birthday, dayBefore(birthday)])]];
};

/** A supervisor who may be the rendering staff member. */
const supervised: Start = (random) => [
  ['staff.id', 'T-1'],
  ['staff.supervisor.id', random.pick(['T-1', 'T-2'])],
];

/** What a service has beyond `ofEveryService`. */
export const starts: Readonly<Record<string, readonly Start[]>> = {
  'mo-H2017TG': [
    () => [
      ['regularPsrSameWeek', true],
      ['documentation.weeklyNote.coversBothPsrTypes', true],
      ['agency.billsRegularPsr', true],
      ['documentation.attendanceLog.distinguishesPsrTypes', true],
    ],
    () => [
      ['regularPsrSameWeek', true],
      ['documentation.weeklyNote.coversBothPsrTypes', false],
      ['agency.billsRegularPsr', true],
    ],
    () => [
      ['agency.billsRegularPsr', true],
      ['documentation.attendanceLog.distinguishesPsrTypes', false],
    ],
    (random) => [
      ['group.participants', random.pick([8, 9, 16, 17])],
      ['group.staff', random.pick([1, 2])],
    ],
    doing([], ['recreation'], ['transportation', 'setting-goals']),
  ],
  'mo-H2017HO': [
    nearlyTrained,
    nearlyTrained,
    (random) => [
      ['format', 'group'],
      ['group.participants', random.pick([1, 2])],
    ],
  ],
  'mo-H2017HOHQ': [nearlyTrained, nearlyTrained],
  'mo-peer-support': [
    supervised,
    charged('39.60'),
    charged('39.60'),
    renamed,
    doing(
      [],
      ['transportation'],
      ['transportation', 'transportation'],
      ['recovery-dialogue'],
      ['transportation', 'setting-goals'],
    ),
  ],
  'mt-imr': [
    supervised,
    (random, on) => [['member.birthDate', random.pick([on, dayAfter(on, 1)])]],
    charged('40.72'),
    charged('40.72'),
    (random) => [['units', random.pick([0, 1, 1.5])]],
  ],
  'sc-prs-adult': [continued],
  'sc-prs-child': [continued, continued, scored, scored, aboutABirthday],
};
