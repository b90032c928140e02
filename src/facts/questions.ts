import type { FactPath } from './paths.js';

/** What a missing fact is: how a form would ask for it. */
export type FactType =
  | 'boolean'
  | 'code'
  | 'codes'
  | 'dated-codes'
  | 'date'
  | 'integer'
  | 'money'
  | 'number'
  | 'prior-uses'
  | 'text'
  | 'time'
  | 'trainings';

/** Who in an agency holds the answer. */
export type Holder = 'front-desk' | 'clinician' | 'supervisor' | 'personnel' | 'billing' | 'agency';

export interface Question {
  readonly type: FactType;
  readonly heldBy: Holder;
  /** The fact by name, as a sentence would name it. */
  readonly label: string;
  readonly question: string;
}

function ask(type: FactType, heldBy: Holder, label: string, question: string): Question {
  return { type, heldBy, label, question };
}

/** For each fact of the contract: its type, who holds it, its name, and the question that asks for it. */
export const questions: Readonly<Record<FactPath, Question>> = {
  id: ask('text', 'billing', "the session's own key", 'Under which key is the session kept?'),
  service: ask('text', 'billing', 'the service', 'Which service is it?'),
  phase: ask('code', 'billing', 'the phase', 'Is the session proposed, or has it been delivered?'),
  funding: ask('code', 'billing', 'who pays', 'Is it billed to Medicaid or to Purchase of Service funds?'),
  dateOfService: ask('date', 'clinician', 'the date of service', 'On which day was the service given?'),
  startTime: ask('time', 'clinician', 'the start time', 'At what time did the session start?'),
  endTime: ask('time', 'clinician', 'the end time', 'At what time did the session end?'),
  minutes: ask('number', 'clinician', 'the minutes spent', 'How many minutes were spent with the member?'),
  units: ask('number', 'billing', 'the units', 'How many units are to be billed?'),
  charge: ask('money', 'billing', 'the charge', 'What is the charge for all units of the session?'),
  format: ask('code', 'clinician', 'the format', 'Was the session individual or in a group?'),
  'group.id': ask('text', 'clinician', "the group's key", 'Which group meeting was it?'),
  'group.participants': ask(
    'integer',
    'clinician',
    'the number of people in the group',
    'How many consumers were present at one time, at most?',
  ),
  'group.staff': ask(
    'integer',
    'clinician',
    'the number of qualified staff in the group',
    'How many qualified staff were present throughout?',
  ),
  faceToFace: ask('boolean', 'clinician', 'whether the session was face-to-face', 'Was it face-to-face?'),
  communitySetting: ask(
    'boolean',
    'clinician',
    'whether the setting was a supportive community environment',
    'Was the session held in a supportive community environment?',
  ),
  personCentered: ask(
    'boolean',
    'clinician',
    'whether the session was strengths-based and person-centered',
    'Was the session strengths-based and person-centered?',
  ),
  skillsBased: ask(
    'boolean',
    'clinician',
    'whether the approach was skills-based',
    'Was a skills-based approach used?',
  ),
  addressesFunctionalDeficits: ask(
    'boolean',
    'clinician',
    'whether the session addressed problems and functional deficits',
    'Did the session address identified problems and functional deficits from a mental disorder?',
  ),
  activities: ask('codes', 'clinician', "the session's activities", 'What was done in the session?'),
  materials: ask('codes', 'clinician', 'the materials used', 'Which curricula and handouts were used?'),
  relatedToNeeds: ask(
    'boolean',
    'clinician',
    "whether the session was related to the member's diagnostic and clinical needs",
    "Was the session directly related to the member's diagnostic and clinical needs?",
  ),
  regularPsrSameWeek: ask(
    'boolean',
    'billing',
    'whether regular PSR is billed in the same week',
    'Is regular psychosocial rehabilitation also billed for the member in the same week?',
  ),
  billedInBundle: ask(
    'boolean',
    'billing',
    'whether the service is billed in a bundle',
    'Is the session billed inside the payment of another, bundled service?',
  ),
  'member.id': ask('text', 'front-desk', "the member's key", 'Which member is it?'),
  'member.birthDate': ask('date', 'front-desk', "the member's birth date", 'When was the member born?'),
  'member.programs': ask(
    'dated-codes',
    'front-desk',
    "the member's programs",
    'In which programs is the member enrolled, from when through when?',
  ),
  'member.determinations': ask(
    'dated-codes',
    'clinician',
    "the member's clinical determinations",
    'Which clinical standings are established for the member, from when through when?',
  ),
  'member.careTeamRoles': ask(
    'codes',
    'supervisor',
    'the roles of the staff assigned to the member',
    'Which roles do all staff assigned to the member have?',
  ),
  'staff.id': ask('text', 'billing', "the rendering staff member's key", 'Who rendered the service?'),
  'staff.credentials': ask(
    'dated-codes',
    'personnel',
    "the rendering staff member's credentials",
    'Which licences, certifications and approvals does the rendering staff member hold, from when through when?',
  ),
  'staff.specializedMentalHealthTraining': ask(
    'boolean',
    'personnel',
    'whether the rendering staff member has specialized mental health training',
    'Does the rendering staff member have specialized training in mental health services?',
  ),
  'staff.supervisor.id': ask('text', 'personnel', "the supervisor's key", 'Who is the supervisor?'),
  'staff.supervisor.credentials': ask(
    'dated-codes',
    'personnel',
    "the supervisor's credentials",
    "Which credentials does the rendering staff member's supervisor hold, from when through when?",
  ),
  'staff.supervisor.clinical': ask(
    'boolean',
    'supervisor',
    'whether the supervision is clinical',
    'Does the supervisor give clinical supervision within the licensed mental health center?',
  ),
  'staff.supervisor.trainings': ask(
    'trainings',
    'personnel',
    "the supervisor's trainings",
    'Which trainings has the supervisor completed, and when?',
  ),
  'staff.supervisor.trainings[].completedOn': ask(
    'date',
    'personnel',
    "the date of the supervisor's training",
    'When did the supervisor complete this training?',
  ),
  'staff.firstServiceDate': ask(
    'date',
    'personnel',
    'the first day on which the rendering staff member gave professional PSR',
    'On which day did the rendering staff member first give professional psychosocial rehabilitation?',
  ),
  'staff.hireDate': ask(
    'date',
    'personnel',
    "the rendering staff member's hire date",
    'When was the rendering staff member hired?',
  ),
  'staff.trainings': ask(
    'trainings',
    'personnel',
    "the rendering staff member's trainings",
    'Which trainings has the rendering staff member completed, when, and for how many hours?',
  ),
  'staff.trainings[].completedOn': ask(
    'date',
    'personnel',
    'the date of a training',
    'When did the rendering staff member complete this training?',
  ),
  'staff.trainings[].hours': ask(
    'number',
    'personnel',
    'the hours of a training',
    'How many hours did this training have?',
  ),
  'staff.trainings[].documented': ask(
    'boolean',
    'personnel',
    'whether a training is documented',
    'Is this training documented in the personnel file?',
  ),
  'staff.trainingWaivers': ask(
    'trainings',
    'personnel',
    'the training waivers',
    'Which topics are waived because of earlier training?',
  ),
  'staff.trainingWaivers[].documented': ask(
    'boolean',
    'personnel',
    'whether the training behind a waiver is documented',
    'Is the earlier training behind this waiver documented in the personnel record?',
  ),
  'staff.trainingExceptions': ask(
    'trainings',
    'personnel',
    'the training exceptions',
    'Which topics has the department excepted for the rendering staff member?',
  ),
  'staff.trainingExceptions[].approvedOn': ask(
    'date',
    'personnel',
    'the date on which a training exception was approved',
    'When did the department approve this exception?',
  ),
  'staff.treatmentTeamMember': ask(
    'boolean',
    'supervisor',
    "whether the rendering staff member works in the member's treatment team",
    "Does the rendering staff member work as part of the member's treatment team?",
  ),
  'staff.attendsTeamMeetings': ask(
    'boolean',
    'supervisor',
    'whether the rendering staff member takes part in staff meetings',
    'Does the rendering staff member take part in staff meetings about the people served?',
  ),
  'staff.replacesTreatmentStaff': ask(
    'boolean',
    'supervisor',
    'whether the rendering staff member stands in for the community support specialist or the therapist',
    'Does the rendering staff member stand in for the community support specialist or the therapist?',
  ),
  'agency.id': ask('text', 'billing', "the agency's key", 'Which agency bills?'),
  'agency.credentials': ask(
    'dated-codes',
    'agency',
    "the agency's certifications and approvals",
    'Which certifications, licences and approvals does the agency hold, from when through when?',
  ),
  'agency.billsRegularPsr': ask(
    'boolean',
    'billing',
    'whether the agency bills regular PSR',
    'Does the agency also bill regular psychosocial rehabilitation, for anyone?',
  ),
  'agency.ownership': ask(
    'code',
    'agency',
    'the ownership of the agency',
    'Is the agency private or public?',
  ),
  'plan.from': ask('date', 'clinician', 'the first day of the plan', 'From which day is the plan in force?'),
  'plan.through': ask(
    'date',
    'clinician',
    'the last day of the plan',
    'Through which day is the plan in force?',
  ),
  'plan.includesService': ask(
    'boolean',
    'clinician',
    'whether the plan lists the service',
    'Does the plan in force list this service?',
  ),
  'plan.memberChoseService': ask(
    'boolean',
    'clinician',
    'whether the plan shows that the member chose the service',
    'Does the plan show that the member chose this service?',
  ),
  'plan.sessionServesGoal': ask(
    'boolean',
    'clinician',
    'whether the session works toward a goal of the plan',
    "Does the session work toward a goal of the member's plan?",
  ),
  'assessment.date': ask('date', 'clinician', 'the date of the assessment', 'When was the member assessed?'),
  'assessment.review': ask(
    'code',
    'clinician',
    'the kind of review',
    'Is the review for admission or for continued service?',
  ),
  'assessment.byIndependentLpha': ask(
    'boolean',
    'clinician',
    'whether an independent LPHA made the assessment',
    'Was the assessment made by a Licensed Practitioner of the Healing Arts not affiliated with the provider?',
  ),
  'assessment.diagnoses': ask('codes', 'clinician', 'the diagnoses', 'Which ICD-10-CM diagnoses were made?'),
  'assessment.responsiveDiagnosis': ask(
    'boolean',
    'clinician',
    "whether a diagnosis requires and will respond to the service's interventions",
    "Is there a DSM diagnosis that requires and will respond to this service's interventions?",
  ),
  'assessment.conditions': ask(
    'codes',
    'clinician',
    'the conditions found in the assessment',
    'Which of SPMI, SED, SUD and an applicable Z-code were found?',
  ),
  'assessment.symptomsInterfere': ask(
    'boolean',
    'clinician',
    "whether the symptoms interfere with the member's functioning",
    "Do the symptoms interfere with the member's functioning and living, working and learning environment?",
  ),
  'assessment.impairments.dailyLiving': impairment('daily living'),
  'assessment.impairments.personalRelationships': impairment('personal relationships'),
  'assessment.impairments.schoolOrWork': impairment('school or work'),
  'assessment.impairments.recreation': impairment('recreation'),
  'assessment.traditionalServicesInappropriate': ask(
    'boolean',
    'clinician',
    'whether traditional services are clinically inappropriate now',
    'Are traditional mental health services clinically not appropriate now?',
  ),
  'assessment.leastRestrictive': ask(
    'boolean',
    'clinician',
    'whether this is the least restrictive care, with benefit outweighing harm',
    'Does the clinician find this the least restrictive care, with benefit outweighing harm?',
  ),
  'assessment.needs.belowExpectedFunctioning': ask(
    'boolean',
    'clinician',
    'whether the member functions below what is expected at that age',
    'Does the member function below what would be expected of others of that age?',
  ),
  'assessment.needs.atRisk': ask(
    'boolean',
    'clinician',
    'whether the member is at risk of hospitalization, homelessness or isolation',
    'Is the member at risk of psychiatric hospitalization, homelessness or isolation from social supports?',
  ),
  'assessment.needs.atRiskOfPlacement': ask(
    'boolean',
    'clinician',
    'whether the member is at risk of hospitalization or out-of-home placement',
    'Is the member at risk of psychiatric hospitalization or out-of-home placement?',
  ),
  'assessment.needs.repeatedInterventions': ask(
    'boolean',
    'clinician',
    'whether behaviors need repeated interventions',
    'Does the member show behaviors that need repeated interventions by mental health, social or judicial services?',
  ),
  'assessment.needs.interventionInLast90Days': ask(
    'boolean',
    'clinician',
    'whether behavior led to an intervention in the 90 days before the assessment',
    'Did behavior lead to an intervention by crisis response, social services or law enforcement in the 90 days before the assessment?',
  ),
  'assessment.needs.impairedDangerRecognition': ask(
    'boolean',
    'clinician',
    'whether danger is poorly recognized or social behavior significantly inappropriate',
    'Is the ability to recognize dangers impaired, or social behavior significantly inappropriate?',
  ),
  'assessment.expectedToBenefit': ask(
    'boolean',
    'clinician',
    'whether the member is expected to benefit',
    'Is the member expected to benefit from the service?',
  ),
  'assessment.needsBetterMetElsewhere': ask(
    'boolean',
    'clinician',
    'whether the needs would be better met elsewhere',
    'Would the needs be better met by another formal or informal system or support?',
  ),
  'assessment.recommendedByLpha': ask(
    'boolean',
    'clinician',
    'whether an LPHA recommends the service',
    'Does a Licensed Practitioner of the Healing Arts recommend the service within the scope of licensure?',
  ),
  'assessment.caregiverAgreesToParticipate': ask(
    'boolean',
    'clinician',
    'whether family, caregiver or guardian agrees to take an active part',
    'Does the family, caregiver or guardian agree to take an active part?',
  ),
  'assessment.scores.psiPercentile': score('the Parenting Stress Index percentile'),
  'assessment.scores.cbclSyndromeT': score(
    'the highest Child Behavior Check List T score on a syndrome scale',
  ),
  'assessment.scores.cbclDsmT': score(
    'the highest Child Behavior Check List T score on a DSM-oriented scale',
  ),
  'assessment.scores.calocusComposite': score('the CALOCUS composite score'),
  'assessment.scopeAndIntensityDocumented': ask(
    'boolean',
    'clinician',
    'whether the scope and intensity of services are documented',
    'Are the scope and intensity of services that the goals need received and documented?',
  ),
  'assessment.improvedAreas': ask(
    'codes',
    'clinician',
    'the areas in which functioning improved',
    'In which areas of functioning has the member improved?',
  ),
  'assessment.improvedPlanGoal': ask(
    'boolean',
    'clinician',
    'whether the member improved on a goal of the plan',
    'Has the member improved on at least one goal of the plan?',
  ),
  'assessment.expectedToContinueBenefit': ask(
    'boolean',
    'clinician',
    'whether the member is expected to go on benefiting',
    'Is the member expected to go on benefiting, the service remaining appropriate?',
  ),
  'assessment.memberParticipates': ask(
    'boolean',
    'clinician',
    'whether the member takes part in treatment, treatment plan and discharge plan',
    'Do the member and others the plan identifies take part in treatment, treatment plan and discharge plan?',
  ),
  'assessment.caregiverParticipates': ask(
    'boolean',
    'clinician',
    'whether family, caregiver or guardian take an active part in treatment',
    'Do the family, caregiver or guardian, and others the plan identifies, take an active part in treatment?',
  ),
  'assessment.teamAgreesOnTreatment': ask(
    'boolean',
    'clinician',
    'whether the team agrees on goals, objectives and interventions',
    'Do the designated others and the treatment team agree on goals, objectives and interventions?',
  ),
  'assessment.outcomeRestored': ask(
    'boolean',
    'clinician',
    'whether the desired level of functioning has been restored and sustained',
    "Has the desired level of functioning been restored and sustained over the plan's time frame?",
  ),
  'documentation.attendanceLog.actualTimes': ask(
    'boolean',
    'clinician',
    'whether the attendance log has actual times',
    'Does the attendance log show the actual times of attendance?',
  ),
  'documentation.attendanceLog.activityDescribed': ask(
    'boolean',
    'clinician',
    'whether the attendance log describes the activity',
    'Does the attendance log describe the activity or session attended?',
  ),
  'documentation.attendanceLog.distinguishesPsrTypes': ask(
    'boolean',
    'clinician',
    'whether the attendance log tells PSR-IMR from regular PSR',
    'Does the attendance log tell PSR-IMR from regular PSR?',
  ),
  'documentation.attendanceLog.availableForAudit': ask(
    'boolean',
    'agency',
    'whether the attendance log is available for audit',
    'Is the attendance log available for audit and monitoring?',
  ),
  'documentation.weeklyNote.summarizesServices': ask(
    'boolean',
    'clinician',
    'whether the weekly note sums up the services',
    'Does the weekly note sum up the services rendered?',
  ),
  'documentation.weeklyNote.clientResponse': ask(
    'boolean',
    'clinician',
    "whether the weekly note gives the member's response",
    "Does the weekly note give the member's response to the services?",
  ),
  'documentation.weeklyNote.otherPertinentInformation': ask(
    'boolean',
    'clinician',
    'whether the weekly note gives other pertinent information',
    'Does the weekly note give other pertinent information?',
  ),
  'documentation.weeklyNote.coversBothPsrTypes': ask(
    'boolean',
    'clinician',
    'whether the weekly note covers both PSR types',
    'Is there one weekly note that addresses PSR-IMR and regular PSR, or a note for each?',
  ),
  'documentation.progressNote.serviceDescribed': noteItem('describe', 'the service'),
  'documentation.progressNote.dateAndActualTime': noteItem('give', 'the date and the actual time'),
  'documentation.progressNote.renderingStaff': noteItem('name', 'who rendered the service'),
  'documentation.progressNote.setting': noteItem('give', 'the setting'),
  'documentation.progressNote.timeSpent': noteItem('give', 'the time spent'),
  'documentation.progressNote.relationToPlan': noteItem('relate', 'the service to the plan'),
  'documentation.progressNote.clientResponse': noteItem('give', "the member's response"),
  'documentation.medicalNecessityInFile': ask(
    'boolean',
    'clinician',
    "whether the member's file shows medical necessity",
    "Does the member's file show that the medical necessity criteria are met?",
  ),
  'documentation.meetsProgramRequirements': ask(
    'boolean',
    'supervisor',
    'whether the documentation meets the certification and MO HealthNet requirements',
    'Does the documentation meet the certification and, as applicable, MO HealthNet requirements?',
  ),
  history: ask(
    'prior-uses',
    'billing',
    'the units already billed',
    'Which units of this service have already been billed for the member?',
  ),
};

function impairment(area: string): Question {
  return ask(
    'code',
    'clinician',
    `the level of impairment in ${area}`,
    `How severe is the functional impairment in ${area}: none, mild, moderate or severe?`,
  );
}

function score(name: string): Question {
  return ask('number', 'clinician', name, `What is ${name}?`);
}

/** `verb` and `content` complete the question "Does the progress note …?". */
function noteItem(verb: string, content: string): Question {
  return ask(
    'boolean',
    'clinician',
    `whether the progress note ${verb}s ${content}`,
    `Does the progress note ${verb} ${content}?`,
  );
}
