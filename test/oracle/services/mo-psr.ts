import type { Answer } from '../completions.js';
import type { Facts } from '../facts.js';
import { coreComponents, iccd, licences } from '../lists.js';
import {
  adultProgram,
  allTrue,
  isProposed,
  must,
  paper,
  type Circumstances,
  type Clause,
  type OracleRule,
  type OracleService,
} from '../rule.js';
import { lastDayOfWeek } from '../calendar.js';
import { trainingRules } from '../training.js';

/** People present: left out of an individual session, one. */
function participants({ stated, of }: Facts): number {
  if (stated('format') === 'individual' && stated('group.participants') === undefined) return 1;
  const staff = (stated('group.staff') as number | undefined) ?? 1;
  return of('group.participants', () => [1, 2, 8, 9, 8 * staff, 8 * staff + 1]) ?? 0;
}

/** Where no format is stated, two people or more are a group. */
function isIndividual({ stated, of }: Facts): boolean {
  const people = stated('group.participants') as number | undefined;
  if (stated('format') === undefined && (people ?? 1) > 1) return false;
  return of('format', () => ['individual', 'group']) === 'individual';
}

const eightToOne: OracleRule = {
  rule: 'session/group-size',
  judge(facts, { groupRatio }): Answer {
    if (isIndividual(facts)) return 'pass';
    const people = participants(facts);
    if (people <= 8) return 'pass';
    if (groupRatio === 'flat') return 'error';
    const enough = Math.ceil(people / 8);
    const staff = facts.of('group.staff', () => [1, enough - 1, enough].filter((count) => count >= 1)) ?? 0;
    if (people > 8 * staff) return 'error';
    return groupRatio === 'ratio' ? 'pass' : 'warning';
  },
};

const certification = must('agency/certification', ({ holds }) =>
  holds('agency.credentials', ['MO-ADULT-CPR']),
);

/** The note is owed once the week of the service is over. */
function weeklyPaper(rule: string, clause: Clause): OracleRule {
  function isOwed(facts: Facts, { asOf, weekStartsOn }: Circumstances): boolean {
    if (isProposed(facts)) return false;
    return asOf === undefined || asOf > lastDayOfWeek(facts.on, weekStartsOn);
  }
  return {
    rule,
    judge: (facts, check) => (clause(facts, check) ? 'pass' : isOwed(facts, check) ? 'error' : 'due'),
  };
}

export const H2017TG: OracleService = {
  id: 'mo/H2017TG',
  from: '2009-03-30',
  unitMinutes: 15,
  isOfMedicaid: false,
  rates: { medicaid: 495, 'purchase-of-service': 438 },
  rules: [
    certification,
    must(
      'agency/approval',
      ({ holds }) =>
        holds('agency.credentials', ['MO-PSR-IMR-APPROVAL']) ||
        iccd.every((code) => holds('agency.credentials', [code])),
    ),
    must('staff/qualification', ({ holds }) => holds('staff.credentials', ['MO-DMH-PSR-IMR-STAFF'])),
    must('session/format', (facts) => !isIndividual(facts) || participants(facts) === 1),
    eightToOne,
    {
      rule: 'session/core-component',
      judge({ list }) {
        const activities = list('activities');
        if (activities.some((activity) => coreComponents.includes(activity))) return 'pass';
        const isIdle = activities.every((activity) => ['recreation', 'transportation'].includes(activity));
        return isIdle ? 'error' : 'warning';
      },
    },
    paper(
      'documentation/attendance-log',
      allTrue('documentation.attendanceLog.actualTimes', 'documentation.attendanceLog.activityDescribed'),
    ),
    paper('documentation/attendance-available', allTrue('documentation.attendanceLog.availableForAudit')),
    paper(
      'documentation/attendance-distinguishes',
      ({ isTrue }) =>
        !isTrue('agency.billsRegularPsr') || isTrue('documentation.attendanceLog.distinguishesPsrTypes'),
    ),
    weeklyPaper(
      'documentation/weekly-note',
      allTrue(
        'documentation.weeklyNote.summarizesServices',
        'documentation.weeklyNote.clientResponse',
        'documentation.weeklyNote.otherPertinentInformation',
      ),
    ),
    weeklyPaper(
      'documentation/weekly-note-covers-both',
      ({ isTrue }) =>
        !isTrue('agency.billsRegularPsr') ||
        !isTrue('regularPsrSameWeek') ||
        isTrue('documentation.weeklyNote.coversBothPsrTypes'),
    ),
    adultProgram,
  ],
};

const professional: readonly OracleRule[] = [
  must('session/intervention', allTrue('skillsBased', 'addressesFunctionalDeficits')),
  paper('documentation/progress-note', ({ isTrue }, { noteItems }) =>
    noteItems.every((item) => isTrue(`documentation.progressNote.${item}`)),
  ),
  must('staff/license', ({ holds }) => holds('staff.credentials', licences)),
  must('staff/specialized-training', allTrue('staff.specializedMentalHealthTraining')),
  certification,
  ...trainingRules,
  adultProgram,
];

export const H2017HO: OracleService = {
  id: 'mo/H2017HO',
  from: '2009-06-03',
  unitMinutes: 15,
  isOfMedicaid: false,
  rates: { medicaid: 2036, 'purchase-of-service': 1772 },
  // A group of one is an individual session.
  rules: [must('session/format', (facts) => participants(facts) === 1), ...professional],
};

export const H2017HOHQ: OracleService = {
  id: 'mo/H2017HOHQ',
  from: '2009-06-03',
  unitMinutes: 15,
  isOfMedicaid: false,
  rates: { medicaid: 509, 'purchase-of-service': 443 },
  rules: [
    must('session/format', (facts) => !isIndividual(facts) && participants(facts) !== 1),
    eightToOne,
    ...professional,
  ],
};
