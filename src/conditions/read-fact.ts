import type { NonePath, SessionPath } from '../facts/paths.js';
import type { Session } from '../facts/session.js';

/** What the session states at a path: `undefined` if not known, `'none'` if what would hold it is stated not to exist. */
export type FactReader = (session: Session) => unknown;

/** A function for each fact: the engine makes a plain property access fast only where it always reads the same one. */
const readers: Readonly<Record<SessionPath | NonePath, FactReader>> = {
  id: ({ id }) => id,
  service: ({ service }) => service,
  phase: ({ phase }) => phase,
  funding: ({ funding }) => funding,
  dateOfService: ({ dateOfService }) => dateOfService,
  startTime: ({ startTime }) => startTime,
  endTime: ({ endTime }) => endTime,
  minutes: ({ minutes }) => minutes,
  units: ({ units }) => units,
  charge: ({ charge }) => charge,
  format: ({ format }) => format,
  'group.id': ({ group }) => group?.id,
  'group.participants': ({ group }) => group?.participants,
  'group.staff': ({ group }) => group?.staff,
  faceToFace: ({ faceToFace }) => faceToFace,
  communitySetting: ({ communitySetting }) => communitySetting,
  personCentered: ({ personCentered }) => personCentered,
  skillsBased: ({ skillsBased }) => skillsBased,
  addressesFunctionalDeficits: ({ addressesFunctionalDeficits }) => addressesFunctionalDeficits,
  activities: ({ activities }) => activities,
  materials: ({ materials }) => materials,
  relatedToNeeds: ({ relatedToNeeds }) => relatedToNeeds,
  regularPsrSameWeek: ({ regularPsrSameWeek }) => regularPsrSameWeek,
  billedInBundle: ({ billedInBundle }) => billedInBundle,
  'member.id': ({ member }) => member?.id,
  'member.birthDate': ({ member }) => member?.birthDate,
  'member.programs': ({ member }) => member?.programs,
  'member.determinations': ({ member }) => member?.determinations,
  'member.careTeamRoles': ({ member }) => member?.careTeamRoles,
  'staff.id': ({ staff }) => staff?.id,
  'staff.credentials': ({ staff }) => staff?.credentials,
  'staff.specializedMentalHealthTraining': ({ staff }) => staff?.specializedMentalHealthTraining,
  'staff.supervisor.id': ({ staff }) => (staff?.supervisor === 'none' ? 'none' : staff?.supervisor?.id),
  'staff.supervisor.credentials': ({ staff }) =>
    staff?.supervisor === 'none' ? 'none' : staff?.supervisor?.credentials,
  'staff.supervisor.clinical': ({ staff }) =>
    staff?.supervisor === 'none' ? 'none' : staff?.supervisor?.clinical,
  'staff.supervisor.trainings': ({ staff }) =>
    staff?.supervisor === 'none' ? 'none' : staff?.supervisor?.trainings,
  'staff.firstServiceDate': ({ staff }) => staff?.firstServiceDate,
  'staff.hireDate': ({ staff }) => staff?.hireDate,
  'staff.trainings': ({ staff }) => staff?.trainings,
  'staff.trainingWaivers': ({ staff }) => staff?.trainingWaivers,
  'staff.trainingExceptions': ({ staff }) => staff?.trainingExceptions,
  'staff.treatmentTeamMember': ({ staff }) => staff?.treatmentTeamMember,
  'staff.attendsTeamMeetings': ({ staff }) => staff?.attendsTeamMeetings,
  'staff.replacesTreatmentStaff': ({ staff }) => staff?.replacesTreatmentStaff,
  'agency.id': ({ agency }) => agency?.id,
  'agency.credentials': ({ agency }) => agency?.credentials,
  'agency.billsRegularPsr': ({ agency }) => agency?.billsRegularPsr,
  'agency.ownership': ({ agency }) => agency?.ownership,
  'plan.from': ({ plan }) => (plan === 'none' ? 'none' : plan?.from),
  'plan.through': ({ plan }) => (plan === 'none' ? 'none' : plan?.through),
  'plan.includesService': ({ plan }) => (plan === 'none' ? 'none' : plan?.includesService),
  'plan.memberChoseService': ({ plan }) => (plan === 'none' ? 'none' : plan?.memberChoseService),
  'plan.sessionServesGoal': ({ plan }) => (plan === 'none' ? 'none' : plan?.sessionServesGoal),
  'assessment.date': ({ assessment }) => (assessment === 'none' ? 'none' : assessment?.date),
  'assessment.review': ({ assessment }) => (assessment === 'none' ? 'none' : assessment?.review),
  'assessment.byIndependentLpha': ({ assessment }) =>
    assessment === 'none' ? 'none' : assessment?.byIndependentLpha,
  'assessment.diagnoses': ({ assessment }) => (assessment === 'none' ? 'none' : assessment?.diagnoses),
  'assessment.responsiveDiagnosis': ({ assessment }) =>
    assessment === 'none' ? 'none' : assessment?.responsiveDiagnosis,
  'assessment.conditions': ({ assessment }) => (assessment === 'none' ? 'none' : assessment?.conditions),
  'assessment.symptomsInterfere': ({ assessment }) =>
    assessment === 'none' ? 'none' : assessment?.symptomsInterfere,
  'assessment.impairments.dailyLiving': ({ assessment }) =>
    assessment === 'none' ? 'none' : assessment?.impairments?.dailyLiving,
  'assessment.impairments.personalRelationships': ({ assessment }) =>
    assessment === 'none' ? 'none' : assessment?.impairments?.personalRelationships,
  'assessment.impairments.schoolOrWork': ({ assessment }) =>
    assessment === 'none' ? 'none' : assessment?.impairments?.schoolOrWork,
  'assessment.impairments.recreation': ({ assessment }) =>
    assessment === 'none' ? 'none' : assessment?.impairments?.recreation,
  'assessment.traditionalServicesInappropriate': ({ assessment }) =>
    assessment === 'none' ? 'none' : assessment?.traditionalServicesInappropriate,
  'assessment.leastRestrictive': ({ assessment }) =>
    assessment === 'none' ? 'none' : assessment?.leastRestrictive,
  'assessment.needs.belowExpectedFunctioning': ({ assessment }) =>
    assessment === 'none' ? 'none' : assessment?.needs?.belowExpectedFunctioning,
  'assessment.needs.atRisk': ({ assessment }) => (assessment === 'none' ? 'none' : assessment?.needs?.atRisk),
  'assessment.needs.atRiskOfPlacement': ({ assessment }) =>
    assessment === 'none' ? 'none' : assessment?.needs?.atRiskOfPlacement,
  'assessment.needs.repeatedInterventions': ({ assessment }) =>
    assessment === 'none' ? 'none' : assessment?.needs?.repeatedInterventions,
  'assessment.needs.interventionInLast90Days': ({ assessment }) =>
    assessment === 'none' ? 'none' : assessment?.needs?.interventionInLast90Days,
  'assessment.needs.impairedDangerRecognition': ({ assessment }) =>
    assessment === 'none' ? 'none' : assessment?.needs?.impairedDangerRecognition,
  'assessment.expectedToBenefit': ({ assessment }) =>
    assessment === 'none' ? 'none' : assessment?.expectedToBenefit,
  'assessment.needsBetterMetElsewhere': ({ assessment }) =>
    assessment === 'none' ? 'none' : assessment?.needsBetterMetElsewhere,
  'assessment.recommendedByLpha': ({ assessment }) =>
    assessment === 'none' ? 'none' : assessment?.recommendedByLpha,
  'assessment.caregiverAgreesToParticipate': ({ assessment }) =>
    assessment === 'none' ? 'none' : assessment?.caregiverAgreesToParticipate,
  'assessment.scores.psiPercentile': ({ assessment }) =>
    assessment === 'none' ? 'none' : assessment?.scores?.psiPercentile,
  'assessment.scores.cbclSyndromeT': ({ assessment }) =>
    assessment === 'none' ? 'none' : assessment?.scores?.cbclSyndromeT,
  'assessment.scores.cbclDsmT': ({ assessment }) =>
    assessment === 'none' ? 'none' : assessment?.scores?.cbclDsmT,
  'assessment.scores.calocusComposite': ({ assessment }) =>
    assessment === 'none' ? 'none' : assessment?.scores?.calocusComposite,
  'assessment.scopeAndIntensityDocumented': ({ assessment }) =>
    assessment === 'none' ? 'none' : assessment?.scopeAndIntensityDocumented,
  'assessment.improvedAreas': ({ assessment }) =>
    assessment === 'none' ? 'none' : assessment?.improvedAreas,
  'assessment.improvedPlanGoal': ({ assessment }) =>
    assessment === 'none' ? 'none' : assessment?.improvedPlanGoal,
  'assessment.expectedToContinueBenefit': ({ assessment }) =>
    assessment === 'none' ? 'none' : assessment?.expectedToContinueBenefit,
  'assessment.memberParticipates': ({ assessment }) =>
    assessment === 'none' ? 'none' : assessment?.memberParticipates,
  'assessment.caregiverParticipates': ({ assessment }) =>
    assessment === 'none' ? 'none' : assessment?.caregiverParticipates,
  'assessment.teamAgreesOnTreatment': ({ assessment }) =>
    assessment === 'none' ? 'none' : assessment?.teamAgreesOnTreatment,
  'assessment.outcomeRestored': ({ assessment }) =>
    assessment === 'none' ? 'none' : assessment?.outcomeRestored,
  'documentation.attendanceLog.actualTimes': ({ documentation }) =>
    documentation?.attendanceLog === 'none' ? 'none' : documentation?.attendanceLog?.actualTimes,
  'documentation.attendanceLog.activityDescribed': ({ documentation }) =>
    documentation?.attendanceLog === 'none' ? 'none' : documentation?.attendanceLog?.activityDescribed,
  'documentation.attendanceLog.distinguishesPsrTypes': ({ documentation }) =>
    documentation?.attendanceLog === 'none' ? 'none' : documentation?.attendanceLog?.distinguishesPsrTypes,
  'documentation.attendanceLog.availableForAudit': ({ documentation }) =>
    documentation?.attendanceLog === 'none' ? 'none' : documentation?.attendanceLog?.availableForAudit,
  'documentation.weeklyNote.summarizesServices': ({ documentation }) =>
    documentation?.weeklyNote === 'none' ? 'none' : documentation?.weeklyNote?.summarizesServices,
  'documentation.weeklyNote.clientResponse': ({ documentation }) =>
    documentation?.weeklyNote === 'none' ? 'none' : documentation?.weeklyNote?.clientResponse,
  'documentation.weeklyNote.otherPertinentInformation': ({ documentation }) =>
    documentation?.weeklyNote === 'none' ? 'none' : documentation?.weeklyNote?.otherPertinentInformation,
  'documentation.weeklyNote.coversBothPsrTypes': ({ documentation }) =>
    documentation?.weeklyNote === 'none' ? 'none' : documentation?.weeklyNote?.coversBothPsrTypes,
  'documentation.progressNote.serviceDescribed': ({ documentation }) =>
    documentation?.progressNote === 'none' ? 'none' : documentation?.progressNote?.serviceDescribed,
  'documentation.progressNote.dateAndActualTime': ({ documentation }) =>
    documentation?.progressNote === 'none' ? 'none' : documentation?.progressNote?.dateAndActualTime,
  'documentation.progressNote.renderingStaff': ({ documentation }) =>
    documentation?.progressNote === 'none' ? 'none' : documentation?.progressNote?.renderingStaff,
  'documentation.progressNote.setting': ({ documentation }) =>
    documentation?.progressNote === 'none' ? 'none' : documentation?.progressNote?.setting,
  'documentation.progressNote.timeSpent': ({ documentation }) =>
    documentation?.progressNote === 'none' ? 'none' : documentation?.progressNote?.timeSpent,
  'documentation.progressNote.relationToPlan': ({ documentation }) =>
    documentation?.progressNote === 'none' ? 'none' : documentation?.progressNote?.relationToPlan,
  'documentation.progressNote.clientResponse': ({ documentation }) =>
    documentation?.progressNote === 'none' ? 'none' : documentation?.progressNote?.clientResponse,
  'documentation.medicalNecessityInFile': ({ documentation }) => documentation?.medicalNecessityInFile,
  'documentation.meetsProgramRequirements': ({ documentation }) => documentation?.meetsProgramRequirements,
  plan: ({ plan }) => plan,
  assessment: ({ assessment }) => assessment,
  'staff.supervisor': ({ staff }) => staff?.supervisor,
};

export function factReader(path: SessionPath | NonePath): FactReader {
  return readers[path];
}

function step(holder: unknown, key: string): unknown {
  if (holder === 'none' || holder == null) return holder;
  return (holder as Readonly<Record<string, unknown>>)[key];
}

/** The place of a fact in a session; where what would hold it is stated not to exist, the place that says so. */
export function placeOf(path: SessionPath, session: Session): string {
  const keys = path.split('.');
  const none = keys.findIndex(
    (_key, index) => keys.slice(0, index).reduce<unknown>(step, session) === 'none',
  );
  return `/${(none === -1 ? keys : keys.slice(0, none)).join('/')}`;
}

/** Whether the fact is of something that is stated not to exist. */
export function isOfNothing(path: string, session: Session): boolean {
  const holders = path.split('.').slice(0, -1);
  return holders.reduce<unknown>(step, session) === 'none';
}
