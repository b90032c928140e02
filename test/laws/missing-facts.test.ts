import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createChecker, services, type SessionResult } from '../../src/index.js';
import { trainingTopics } from '../../src/facts/generated/codes.js';
import { readsOf, rulesOf } from '../../src/rules/index.js';
import { completions, NONE, optionsStating, sessionStating, type Stated } from '../support/facts.js';

/**
 * The law of missing facts: the outcome of a rule, with its severity, is what all completions of the missing facts
 * agree on; where they do not agree it is unknown, with the highest severity of any.
 */

const ON = '2024-03-01';
const flags = [true, false];
const levels = ['none', 'mild', 'moderate', 'severe'];
const inForce = (code: string) => ({ code });
const over = (code: string) => ({ code, through: '2024-02-29' });
const notYet = (code: string) => ({ code, from: '2024-03-02' });

function everyTopic(documented: boolean): object[] {
  return trainingTopics.map((topic) => ({ topic, completedOn: ON, hours: 4, documented }));
}

function use(units: number, more: object = {}): object {
  return { service: 'mo/peer-support', dateOfService: ON, units, ...more };
}

/** What may be stated of each fact, both sides of every edge among it. */
const domains: Readonly<Record<string, readonly unknown[]>> = {
  startTime: ['00:00', '09:00', '23:30', '23:59'],
  endTime: ['00:00', '00:10', '09:07', '10:00', '17:30', '24:00'],
  format: ['individual', 'group'],
  'group.participants': [1, 2, 8, 9, 16, 17, 73],
  'group.staff': [1, 2, 9],
  faceToFace: flags,
  communitySetting: flags,
  personCentered: flags,
  skillsBased: flags,
  addressesFunctionalDeficits: flags,
  activities: [
    [],
    ['transportation'],
    ['recreation', 'transportation'],
    ['mutual-support-group'],
    ['setting-goals', 'transportation'],
    ['psychoeducation'],
    ['independent-living-skills'],
    ['interpersonal-skills', 'counseling'],
    ['something-else'],
  ],
  materials: [[], ['imr-practitioners-guide'], ['imr-practitioners-guide', 'imr-educational-handouts']],
  relatedToNeeds: flags,
  regularPsrSameWeek: flags,
  billedInBundle: flags,
  'member.id': ['M-1', 'M-2'],
  'member.birthDate': [
    '1990-08-09',
    '2002-03-01',
    '2002-03-02',
    '2008-03-01',
    '2008-03-02',
    '2018-01-01',
    '2023-06-06',
  ],
  'member.programs': [[], [inForce('MO-CSTAR-OPIOID')], [inForce('MO-ADULT-CPR')], [over('MO-PR-PLUS')]],
  'member.determinations': [[], [inForce('MT-SDMI')], [notYet('MT-SDMI')]],
  'member.careTeamRoles': [[], ['peer-specialist'], ['peer-specialist', 'nurse']],
  'staff.credentials': [
    [],
    [inForce('MO-CPS')],
    [notYet('MO-CMPS')],
    [inForce('MO-MRSS-P'), inForce('MO-LPC')],
    [inForce('MO-DMH-PSR-IMR-STAFF')],
    [inForce('MT-LMHP')],
    [inForce('MT-CBHPSS')],
  ],
  'staff.specializedMentalHealthTraining': flags,
  'staff.supervisor.credentials': [[], [inForce('MO-QAP')], [inForce('MO-CMPS')], NONE],
  'staff.supervisor.clinical': [...flags, NONE],
  'staff.supervisor.trainings': [
    [],
    [{ topic: 'illness-management-and-recovery', completedOn: ON }],
    [{ topic: 'illness-management-and-recovery', completedOn: '2024-03-02' }],
    NONE,
  ],
  'staff.firstServiceDate': ['2023-01-01', '2023-08-31', '2023-09-01', '2024-03-01'],
  'staff.trainings': [
    [],
    [{ topic: 'illness-management-and-recovery', completedOn: ON, hours: 2.5, documented: true }],
    [{ topic: 'illness-management-and-recovery', completedOn: '2024-03-02', hours: 2.5, documented: true }],
    [{ topic: 'cpr-program-orientation', completedOn: ON, documented: false }],
    everyTopic(true),
    everyTopic(false),
  ],
  'staff.treatmentTeamMember': flags,
  'staff.attendsTeamMeetings': flags,
  'staff.replacesTreatmentStaff': flags,
  'agency.credentials': [
    [],
    [inForce('MO-ADULT-CPR')],
    [inForce('MO-ADULT-CPR'), notYet('MO-PSR-IMR-APPROVAL')],
    [inForce('MO-PSR-IMR-APPROVAL')],
    ['ICCD-CERTIFICATION', 'ICCD-CERTIFICATION-REPORT', 'ICCD-COMMUNITY-INTEGRATION-DESCRIPTION'].map(
      inForce,
    ),
    [inForce('MT-LICENSED-MHC')],
  ],
  'agency.billsRegularPsr': flags,
  'agency.ownership': ['private', 'public'],
  'plan.from': ['2024-03-01', '2024-03-02', NONE],
  'plan.includesService': [...flags, NONE],
  'plan.memberChoseService': [...flags, NONE],
  'plan.sessionServesGoal': [...flags, NONE],
  'assessment.date': ['2024-03-01', '2024-03-02'],
  'assessment.review': ['admission', 'continued-service'],
  'assessment.diagnoses': [[], ['F31.9'], ['F1020'], ['F41.1'], ['F31.9', 'F10.20']],
  'assessment.conditions': [[], ['SPMI'], ['SED'], ['SUD'], ['Z-CODE']],
  'assessment.improvedAreas': [
    [],
    ['dailyLiving'],
    ['dailyLiving', 'dailyLiving'],
    ['dailyLiving', 'recreation'],
  ],
  ...Object.fromEntries(
    ['dailyLiving', 'personalRelationships', 'schoolOrWork', 'recreation'].map((area) => [
      `assessment.impairments.${area}`,
      levels,
    ]),
  ),
  ...Object.fromEntries(
    [
      'byIndependentLpha',
      'responsiveDiagnosis',
      'symptomsInterfere',
      'traditionalServicesInappropriate',
      'leastRestrictive',
      'needs.belowExpectedFunctioning',
      'needs.atRisk',
      'needs.atRiskOfPlacement',
      'needs.repeatedInterventions',
      'needs.interventionInLast90Days',
      'needs.impairedDangerRecognition',
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
    ].map((fact) => [`assessment.${fact}`, flags]),
  ),
  'assessment.scores.psiPercentile': [80, 81],
  'assessment.scores.cbclSyndromeT': [64, 65],
  'assessment.scores.cbclDsmT': [64, 65],
  'assessment.scores.calocusComposite': [16, 17],
  ...Object.fromEntries(
    [
      'attendanceLog.actualTimes',
      'attendanceLog.activityDescribed',
      'attendanceLog.distinguishesPsrTypes',
      'attendanceLog.availableForAudit',
      'weeklyNote.summarizesServices',
      'weeklyNote.clientResponse',
      'weeklyNote.otherPertinentInformation',
      'weeklyNote.coversBothPsrTypes',
      'progressNote.serviceDescribed',
      'progressNote.dateAndActualTime',
      'progressNote.renderingStaff',
      'progressNote.setting',
      'progressNote.timeSpent',
      'progressNote.relationToPlan',
      'progressNote.clientResponse',
    ].map((fact) => [`documentation.${fact}`, [...flags, NONE]]),
  ),
  'documentation.medicalNecessityInFile': flags,
  'documentation.meetsProgramRequirements': flags,
  history: [
    [],
    [use(25)],
    [use(33)],
    [use(97, { dateOfService: '2024-03-31' })],
    [use(40, { memberId: 'M-1' })],
  ],
};

/** Facts whose silence has a meaning, or that settle nothing: they vary, and no completion states them. */
const silent: Readonly<Record<string, readonly unknown[]>> = {
  phase: ['proposed', 'delivered'],
  minutes: [0, 30, 60, 495],
  units: [0, 1.5, 4, 33, 97],
  charge: ['19.80', '19.81'],
  funding: ['medicaid', 'purchase-of-service'],
  'plan.through': ['2024-02-29', '2024-03-01'],
  'staff.trainingWaivers': [[{ topic: 'cpr-program-orientation', documented: true }], [{ topic: 'ptsd' }]],
};

const checker = createChecker({
  codes: { 'mo/peer-support': [{ procedureCode: 'X0001', rate: '4.95', providerPay: '4.38' }] },
});

interface RuleOutcome {
  outcome: string;
  severity?: string;
}

function outcomeOf({ passed, findings, notApplicable }: SessionResult, rule: string): RuleOutcome {
  const finding = findings.find((one) => one.rule === rule);
  if (finding !== undefined) return { outcome: finding.outcome, severity: finding.severity };
  expect([...passed, ...notApplicable.map((one) => one.rule)]).toContain(rule);
  return { outcome: 'pass' };
}

const severities = ['info', 'warning', 'error'];

function agreement(outcomes: readonly RuleOutcome[]): RuleOutcome {
  const [first = { outcome: 'pass' }] = outcomes;
  if (outcomes.every((one) => one.outcome === first.outcome && one.severity === first.severity)) return first;
  const severity = severities.findLast((one) => outcomes.some((other) => other.severity === one)) ?? 'error';
  return {
    outcome: outcomes.every(({ outcome }) => ['pass', 'due'].includes(outcome)) ? 'due' : 'unknown',
    severity,
  };
}

/** One fact stands twice in the condition of these rules, so that they may be unknown more often than the law would. */
const factStandsTwice = [
  // The age decides both whether and how a condition of the assessment counts.
  'necessity/child-admission-b',
  // The age at the assessment decides which score counts.
  'necessity/child-admission-i',
];

/**
 * Where the engine judges silence, or says unknown more often than the law would. The contract states the first two; in
 * the third the end time stands twice, in the order of the times and in their length.
 * - No clock times: `session/time` is not applicable, and the minutes stated stand for themselves.
 * - `units/unbilled-time` is not applicable while units or time are not known.
 * - Not both clock times: rules about time and units are unknown even where every other time would come out the same.
 */
function isException(rule: string, stated: Stated): 'silence' | 'unknown-more-often' | null {
  const clockTimes = [stated['startTime'], stated['endTime']].filter((time) => time !== undefined).length;
  if (rule === 'units/unbilled-time') return 'silence';
  if (clockTimes === 0 && (rule === 'session/time' || stated['minutes'] !== undefined)) return 'silence';
  if (factStandsTwice.includes(rule)) return 'unknown-more-often';
  return clockTimes < 2 && /^(session\/time|units|claim)/.test(rule) ? 'unknown-more-often' : null;
}

/** The people present, left out of an individual session, are one. */
function hasMeaning(path: string, stated: Stated): boolean {
  return path === 'group.participants' && stated['format'] === 'individual';
}

function anyOf(paths: readonly string[], chance: number): fc.Arbitrary<Stated> {
  const values = { ...domains, ...silent };
  const entries = paths.map((path) => {
    const known = fc.constantFrom(...(values[path] ?? []));
    const maybe = fc.oneof(
      { arbitrary: known, weight: chance },
      { arbitrary: fc.constant(undefined), weight: 1 },
    );
    return [path, maybe] as const;
  });
  return fc.record(Object.fromEntries(entries));
}

/** The facts that a finding asks for, by path; those inside a list's entry have a law of their own. */
function askedFor({ findings }: SessionResult, rule: string): readonly string[] {
  const missing = findings.find((one) => one.rule === rule)?.missing ?? [];
  return missing.map(({ path }) => path.slice(1).replaceAll('/', '.'));
}

describe.each(services)('the law of missing facts for $id', (service) => {
  function check(stated: Stated): SessionResult {
    const facts = { service: service.id, dateOfService: ON, ...stated };
    return checker.checkSession(sessionStating(facts), optionsStating(stated));
  }

  test.each(rulesOf(checker.serviceOf(service.id)))('$id', ({ id }) => {
    const open = readsOf(service, id).filter((path) => path in domains);
    // Few facts are left open at a time where a rule reads many, so that all completions can be tried.
    const chance = open.length > 4 ? open.length : 1;
    fc.assert(
      fc.property(anyOf([...new Set([...open, ...Object.keys(silent)])], chance), (stated) => {
        const exception = isException(id, stated);
        if (exception === 'silence') return;
        const own = Object.fromEntries(
          open.filter((path) => !hasMeaning(path, stated)).map((path) => [path, domains[path] ?? []]),
        );
        const agreed = agreement(
          [...completions(stated, own)].map((complete) => outcomeOf(check(complete), id)),
        );
        const answered = outcomeOf(check(stated), id);
        if (exception === 'unknown-more-often' && answered.outcome === 'unknown') return;
        expect(answered).toEqual(agreed);
      }),
      { numRuns: 80, seed: 20141001 },
    );
  });

  test.each(rulesOf(checker.serviceOf(service.id)))('$id: what it asks for settles it', ({ id }) => {
    const open = readsOf(service, id).filter((path) => path in domains);
    fc.assert(
      fc.property(anyOf([...new Set([...open, ...Object.keys(silent)])], open.length), (stated) => {
        const result = check(stated);
        if (outcomeOf(result, id).outcome !== 'unknown') return;
        const asked = askedFor(result, id);
        expect(asked).not.toEqual([]);
        if (!asked.every((path) => path in domains)) return;
        const own = Object.fromEntries(asked.map((path) => [path, domains[path] ?? []]));
        for (const complete of completions(stated, own)) {
          expect(outcomeOf(check(complete), id).outcome).not.toBe('unknown');
        }
      }),
      { numRuns: 40, seed: 20141001 },
    );
  });
});
