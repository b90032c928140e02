/** Every fact of a session by kind, written out apart from the source, to hold the schemas and the questions against. */

const flags = [
  'faceToFace',
  'communitySetting',
  'personCentered',
  'skillsBased',
  'addressesFunctionalDeficits',
  'relatedToNeeds',
  'regularPsrSameWeek',
  'billedInBundle',
  'staff.specializedMentalHealthTraining',
  'staff.supervisor.clinical',
  'staff.treatmentTeamMember',
  'staff.attendsTeamMeetings',
  'staff.replacesTreatmentStaff',
  'agency.billsRegularPsr',
  'plan.includesService',
  'plan.memberChoseService',
  'plan.sessionServesGoal',
  'assessment.byIndependentLpha',
  'assessment.responsiveDiagnosis',
  'assessment.symptomsInterfere',
  'assessment.traditionalServicesInappropriate',
  'assessment.leastRestrictive',
  'assessment.needs.belowExpectedFunctioning',
  'assessment.needs.atRisk',
  'assessment.needs.atRiskOfPlacement',
  'assessment.needs.repeatedInterventions',
  'assessment.needs.interventionInLast90Days',
  'assessment.needs.impairedDangerRecognition',
  'assessment.expectedToBenefit',
  'assessment.needsBetterMetElsewhere',
  'assessment.recommendedByLpha',
  'assessment.caregiverAgreesToParticipate',
  'assessment.scopeAndIntensityDocumented',
  'assessment.improvedPlanGoal',
  'assessment.expectedToContinueBenefit',
  'assessment.memberParticipates',
  'assessment.caregiverParticipates',
  'assessment.teamAgreesOnTreatment',
  'assessment.outcomeRestored',
  'documentation.attendanceLog.actualTimes',
  'documentation.attendanceLog.activityDescribed',
  'documentation.attendanceLog.distinguishesPsrTypes',
  'documentation.attendanceLog.availableForAudit',
  'documentation.weeklyNote.summarizesServices',
  'documentation.weeklyNote.clientResponse',
  'documentation.weeklyNote.otherPertinentInformation',
  'documentation.weeklyNote.coversBothPsrTypes',
  'documentation.progressNote.serviceDescribed',
  'documentation.progressNote.dateAndActualTime',
  'documentation.progressNote.renderingStaff',
  'documentation.progressNote.setting',
  'documentation.progressNote.timeSpent',
  'documentation.progressNote.relationToPlan',
  'documentation.progressNote.clientResponse',
  'documentation.medicalNecessityInFile',
  'documentation.meetsProgramRequirements',
] as const;

/** The paths of facts by the type that their question states. */
export const facts = {
  boolean: flags,
  text: ['id', 'group.id', 'member.id', 'staff.id', 'staff.supervisor.id', 'agency.id'],
  date: [
    'member.birthDate',
    'staff.firstServiceDate',
    'staff.hireDate',
    'plan.from',
    'plan.through',
    'assessment.date',
  ],
  time: ['startTime', 'endTime'],
  money: ['charge'],
  integer: ['group.participants', 'group.staff'],
  number: [
    'minutes',
    'units',
    'assessment.scores.psiPercentile',
    'assessment.scores.cbclSyndromeT',
    'assessment.scores.cbclDsmT',
    'assessment.scores.calocusComposite',
  ],
  'dated-codes': [
    'member.programs',
    'member.determinations',
    'staff.credentials',
    'staff.supervisor.credentials',
    'agency.credentials',
  ],
  trainings: [
    'staff.trainings',
    'staff.supervisor.trainings',
    'staff.trainingWaivers',
    'staff.trainingExceptions',
  ],
} as const;

/** Keys that facts are compared by: an empty one would make strangers the same. */
export const comparedKeys: readonly string[] = ['group.id', 'member.id', 'staff.id'];

/** Facts that are one code of a few, with the codes. */
const impairment = ['none', 'mild', 'moderate', 'severe'];
export const chosen: Readonly<Record<string, readonly string[]>> = {
  phase: ['proposed', 'delivered'],
  funding: ['medicaid', 'purchase-of-service'],
  format: ['individual', 'group'],
  'agency.ownership': ['private', 'public'],
  'assessment.review': ['admission', 'continued-service'],
  'assessment.impairments.dailyLiving': impairment,
  'assessment.impairments.personalRelationships': impairment,
  'assessment.impairments.schoolOrWork': impairment,
  'assessment.impairments.recreation': impairment,
};

/** Lists of codes; `null` where any text is a code. */
export const listed: Readonly<Record<string, readonly string[] | null>> = {
  activities: null,
  materials: null,
  'assessment.diagnoses': null,
  'member.careTeamRoles': [
    'peer-specialist',
    'community-support-specialist',
    'therapist',
    'case-manager',
    'nurse',
    'physician',
    'other',
  ],
  'assessment.conditions': ['SPMI', 'SED', 'SUD', 'Z-CODE'],
  'assessment.improvedAreas': ['dailyLiving', 'personalRelationships', 'schoolOrWork', 'recreation'],
};

/** Objects of facts that can be stated not to exist. */
export const orNone = [
  'plan',
  'assessment',
  'staff.supervisor',
  'documentation.attendanceLog',
  'documentation.weeklyNote',
  'documentation.progressNote',
] as const;

/** Objects of facts that cannot. */
export const objects = [
  'group',
  'member',
  'staff',
  'agency',
  'documentation',
  'assessment.impairments',
  'assessment.needs',
  'assessment.scores',
] as const;

/** A session that states one fact, at a dotted path. */
export function sessionWith(path: string, value: unknown): Record<string, unknown> {
  return { service: 'mo/peer-support', dateOfService: '2025-03-03', ...holding(path.split('.'), value) };
}

function holding([first = '', ...rest]: readonly string[], value: unknown): Record<string, unknown> {
  return { [first]: rest.length === 0 ? value : holding(rest, value) };
}

export function pointer(path: string): string {
  return `/${path.replaceAll('.', '/')}`;
}
