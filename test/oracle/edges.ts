import { dayAfter, dayBefore, dayOfAge, lastBirthDate, monthsLater, orEarlier } from './calendar.js';
import {
  areas,
  conditions,
  coreComponents,
  iccd,
  keyFunctions,
  licences,
  materials,
  peerPrograms,
  roles,
  skillAreas,
  supportiveActivities,
  UNNAMED,
} from './lists.js';
import type { Random } from './random.js';
import { additionalTopics, initialTopics } from './training.js';

/** What may be stated of each fact: both sides of every edge, wrong codes, nothing at all, and things out of order. */

export type Values = (random: Random, on: string) => unknown;

const flag: Values = (random) => random.chance(0.6);
const oneOf =
  (...values: readonly unknown[]): Values =>
  (random) =>
    random.pick(values);

/** Of a list of codes: none, some, the same twice, another. */
function some(codes: readonly string[], random: Random): string[] {
  const many = random.pick([0, 1, 1, 1, 2, 2, 3]);
  const picked = Array.from({ length: many }, () => random.pick(codes));
  return random.chance(0.15) ? [...picked, UNNAMED] : picked;
}

const list =
  (...codes: readonly string[]): Values =>
  (random) =>
    some(codes, random);

function bound(random: Random, on: string): string | null | undefined {
  return random.pick([
    undefined,
    undefined,
    null,
    on,
    dayBefore(on),
    dayAfter(on, 1),
    orEarlier(monthsLater(on, -12)),
  ]);
}

const held =
  (...codes: readonly string[]): Values =>
  (random, on) =>
    some(codes, random).map((code) => {
      const from = bound(random, on);
      const through = bound(random, on);
      const isInOrder = from == null || through == null || from <= through;
      return isInOrder ? { code, from, through } : { code, from: through, through: from };
    });

const near: Values = (random, on) => random.pick([on, dayBefore(on), dayAfter(on, 1)]);

/** First services whose six months end about now, and some that are far off. */
const firstService: Values = (random, on) => {
  const start = orEarlier(monthsLater(on, -6));
  return random.pick([start, dayBefore(start), dayAfter(start, 1), dayAfter(start, 3), on, '2001-08-31']);
};

const agesInMonths = [18, 72, 84, 192, 216, 228, 264];

const birthDate: Values = (random, on) => {
  const last = lastBirthDate(random.pick(agesInMonths), on, random.pick(['mar-1', 'feb-28']));
  return random.pick([last, dayAfter(last, 1), dayBefore(last), '1984-02-29', '2008-02-29', '2015-08-31']);
};

/** About an age of the member of the base session, or about the service. */
const assessmentDate: Values = (random, on) => {
  const birthday = dayOfAge('2012-09-30', random.pick(agesInMonths), 'mar-1');
  return random.pick([on, dayAfter(on, 1), dayBefore(on), birthday, dayBefore(birthday)]);
};

const clock = oneOf(
  '00:00',
  '00:01',
  '08:52',
  '09:00',
  '09:07',
  '09:08',
  '10:00',
  '10:15',
  '12:37',
  '23:45',
  '23:59',
);
const activities = [
  ...coreComponents,
  ...keyFunctions,
  ...supportiveActivities,
  ...skillAreas,
  ...['transportation', 'transportation', 'recreation', 'recreation', 'psychotherapy', 'counseling'],
];
const supervising = ['MO-QSAP', 'MO-QMHP', 'MO-QAP', 'MO-CMPS'];
const giving = ['MO-DMH-PSR-IMR-STAFF', ...licences, 'MO-MRSS-P', 'MO-CMPS', 'MO-CPS', 'MO-CPS'];
const inMontana = ['MT-LMHP', 'MT-PARAPROFESSIONAL', 'MT-CBHPSS'];
const topics = [...initialTopics, ...Object.keys(additionalTopics)];

function training(random: Random, on: string): object {
  return {
    topic: random.chance(0.4) ? 'illness-management-and-recovery' : random.pick(topics),
    completedOn: random.chance(0.75) ? near(random, on) : undefined,
    hours: random.chance(0.75) ? random.pick([0, 0.5, 1, 1.5, 2, 2.5, 4]) : undefined,
    documented: random.pick([true, true, false, undefined]),
  };
}

const trainings: Values = (random, on) =>
  Array.from({ length: random.pick([0, 1, 1, 2, 3]) }, () => training(random, on));

const diagnoses = list(
  'F31.9',
  'F319',
  'F32.0',
  'F32.8',
  'F32A',
  'F33.1',
  'F20.9',
  'F29',
  'F30.1',
  'F10.20',
  'F1020',
  'F10',
  'F19.1',
  'F10.9',
  'F17.2',
  '296.5',
);

const note = (holder: string, ...items: readonly string[]): [string, Values][] => [
  [`documentation.${holder}`, oneOf('none', {}, undefined)],
  ...items.map((item): [string, Values] => [`documentation.${holder}.${item}`, flag]),
];

/** Facts that more than one service reads. */
const shared: [string, Values][] = [
  ['phase', oneOf('proposed')],
  ['phase', oneOf('proposed', 'delivered')],
  ['funding', oneOf('purchase-of-service', 'medicaid')],
  ['startTime', clock],
  ['endTime', (random, on) => (random.chance(0.1) ? '24:00' : clock(random, on))],
  ['minutes', oneOf(0, 7, 8, 14, 15, 22, 23, 29.5, 37, 38, 52, 53, 59, 60, 61, 90, 120, 487, 495, 1500)],
  ['units', oneOf(0, 0.5, 1, 1.5, 3, 4, 5, 6, 8, 9, 31, 32, 33, 96, 97)],
  [
    'charge',
    oneOf('0.00', '4.95', '19.80', '19.81', '29.70', '81.44', '81.43', '20.36', '26.28', '70.88', '17.72'),
  ],
  ['format', oneOf('individual', 'group')],
  ['group.participants', oneOf(1, 1, 2, 7, 8, 9, 16, 17)],
  ['group.staff', oneOf(1, 1, 2, 3)],
  ['group', oneOf({}, undefined)],
  ['member.birthDate', birthDate],
  ['member', oneOf({}, undefined)],
  ['staff', oneOf({}, undefined)],
  ['agency', oneOf({}, undefined)],
  ['activities', list(...activities)],
];

const plan: [string, Values][] = [
  ['plan', oneOf('none', {}, undefined)],
  ['plan.from', near],
  ['plan.through', near],
  ['plan.includesService', flag],
  ['plan.memberChoseService', flag],
  ['plan.sessionServesGoal', flag],
];

const supervisor: [string, Values][] = [
  ['staff.supervisor', oneOf('none', {}, undefined)],
  ['staff.supervisor.credentials', held(...supervising, ...inMontana)],
  ['staff.supervisor.clinical', flag],
  ['staff.supervisor.trainings', trainings],
];

const professional: [string, Values][] = [
  ['skillsBased', flag],
  ['addressesFunctionalDeficits', flag],
  ['staff.credentials', held(...giving)],
  ['staff.specializedMentalHealthTraining', flag],
  ['staff.firstServiceDate', firstService],
  ['staff.hireDate', firstService],
  ['staff.trainings', trainings],
  ...Array.from({ length: 16 }, (_, index): [string, Values] => [
    `staff.trainings.${Math.min(index, 13)}`,
    training,
  ]),
  ...Array.from({ length: 26 }, (_, index): [string, Values] => [
    `staff.trainings.${index % 13}.${index < 13 ? 'hours' : 'completedOn'}`,
    index < 13 ? oneOf(0, 1, 2, 2.5, 3.5, 4) : near,
  ]),
  ...Array.from({ length: 13 }, (_, index): [string, Values] => [
    `staff.trainings.${index}.documented`,
    flag,
  ]),
  [
    'staff.trainingWaivers',
    (random) =>
      some(topics, random).map((topic) => ({ topic, documented: random.pick([true, false, undefined]) })),
  ],
  [
    'staff.trainingExceptions',
    (random, on) =>
      some(topics, random).map((topic) => ({
        topic,
        approvedOn: random.pick([on, dayAfter(on, 1), undefined]),
      })),
  ],
  ['agency.credentials', held('MO-ADULT-CPR', 'MO-PSR-IMR-APPROVAL')],
  ...note(
    'progressNote',
    'serviceDescribed',
    'dateAndActualTime',
    'renderingStaff',
    'setting',
    'timeSpent',
    'relationToPlan',
    'clientResponse',
  ),
];

const assessed = (name: string) => `assessment.${name}`;
const assessment: [string, Values][] = [
  ['assessment', oneOf('none', {}, undefined)],
  [assessed('date'), assessmentDate],
  [assessed('date'), assessmentDate],
  [assessed('review'), oneOf('admission', 'continued-service')],
  [assessed('review'), oneOf('continued-service')],
  [assessed('diagnoses'), diagnoses],
  [assessed('conditions'), (random) => some(conditions, random).filter((one) => one !== UNNAMED)],
  [assessed('conditions'), (random) => some(conditions, random).filter((one) => one !== UNNAMED)],
  [assessed('improvedAreas'), (random) => some(areas, random).filter((one) => one !== UNNAMED)],
  [assessed('scores'), oneOf({}, undefined)],
  [assessed('scores.psiPercentile'), oneOf(80, 80.5, 81, 82)],
  [assessed('scores.cbclSyndromeT'), oneOf(64, 65)],
  [assessed('scores.cbclDsmT'), oneOf(64, 65)],
  [assessed('scores.calocusComposite'), oneOf(16, 17, 18)],
  [assessed('impairments'), oneOf({}, undefined)],
  ...areas.map((area): [string, Values] => [
    assessed(`impairments.${area}`),
    oneOf('none', 'mild', 'moderate', 'severe'),
  ]),
  [assessed('needs'), oneOf({}, undefined)],
  ...[
    'belowExpectedFunctioning',
    'atRisk',
    'atRiskOfPlacement',
    'repeatedInterventions',
    'interventionInLast90Days',
    'impairedDangerRecognition',
  ].map((need): [string, Values] => [assessed(`needs.${need}`), flag]),
  ...[
    'byIndependentLpha',
    'responsiveDiagnosis',
    'symptomsInterfere',
    'traditionalServicesInappropriate',
    'leastRestrictive',
    'expectedToBenefit',
    'needsBetterMetElsewhere',
    'recommendedByLpha',
    'caregiverAgreesToParticipate',
    'scopeAndIntensityDocumented',
    'improvedPlanGoal',
    'expectedToContinueBenefit',
    'memberParticipates',
    'caregiverParticipates',
    'teamAgreesOnTreatment',
    'outcomeRestored',
  ].map((name): [string, Values] => [assessed(name), flag]),
];

const ofPrs: [string, Values][] = [
  ['faceToFace', flag],
  ['communitySetting', flag],
  ['personCentered', flag],
  ['relatedToNeeds', flag],
  ['agency.ownership', oneOf('private', 'private', 'public')],
  ['plan', oneOf('none', {}, undefined)],
  ['plan.sessionServesGoal', flag],
  ['member.birthDate', birthDate],
  ...assessment,
];

/** The facts that the rules of a base session's service read, with some that they do not. */
export const edges: Readonly<Record<string, readonly [string, Values][]>> = {
  'mo-H2017TG': [
    ...shared,
    ['staff.credentials', held(...giving)],
    ['agency.credentials', held('MO-ADULT-CPR', 'MO-PSR-IMR-APPROVAL', ...iccd)],
    [
      'agency.credentials',
      (random, on) => [...iccd, 'MO-ADULT-CPR'].flatMap((code) => held(code)(random, on) as object[]),
    ],
    ['agency.billsRegularPsr', flag],
    ['regularPsrSameWeek', flag],
    ...note(
      'attendanceLog',
      'actualTimes',
      'activityDescribed',
      'distinguishesPsrTypes',
      'availableForAudit',
    ),
    ...note(
      'weeklyNote',
      'summarizesServices',
      'clientResponse',
      'otherPertinentInformation',
      'coversBothPsrTypes',
    ),
  ],
  'mo-H2017HO': [...shared, ...professional],
  'mo-H2017HOHQ': [...shared, ...professional],
  'mo-peer-support': [
    [
      'activities',
      oneOf([], ['transportation'], ['transportation', 'transportation'], ['recovery-dialogue']),
    ],
    ...shared,
    ...plan,
    ...supervisor,
    ['id', oneOf('S-1', 'S-2')],
    ['member.id', oneOf('M-1', 'M-2')],
    ['personCentered', flag],
    ['member.programs', held(...peerPrograms, 'MO-ADULT-CPR')],
    [
      'member.careTeamRoles',
      (random) => some(['peer-specialist', ...roles], random).filter((role) => role !== UNNAMED),
    ],
    ['staff.credentials', held(...giving)],
    ['staff.treatmentTeamMember', flag],
    ['staff.attendsTeamMeetings', flag],
    ['staff.replacesTreatmentStaff', flag],
    ['documentation.meetsProgramRequirements', flag],
    ['documentation', oneOf({}, undefined)],
  ],
  'mt-imr': [
    ...shared,
    ...plan,
    ...plan,
    ...supervisor,
    ['materials', list(...materials, ...materials)],
    ['billedInBundle', flag],
    ['member.determinations', held('MT-SDMI', 'MT-SDMI', 'MT-LMHP')],
    ['staff.credentials', held(...inMontana)],
    ['staff.trainings', trainings],
    ['agency.credentials', held('MT-LICENSED-MHC', 'MT-LICENSED-MHC', 'MO-ADULT-CPR')],
    ['documentation.medicalNecessityInFile', flag],
  ],
  'sc-prs-adult': [...shared, ...ofPrs],
  'sc-prs-child': [...shared, ...ofPrs],
};
