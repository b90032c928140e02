import type {
  Activity,
  AgencyCredential,
  Area,
  AssessedCondition,
  CareTeamRole,
  Determination,
  Material,
  Program,
  StaffCredential,
  TrainingTopic,
} from '../facts/codes.js';

/** What each code of a list stands for, in the words of the document that asks for it. */
export type Meanings<Code extends string = string> = Readonly<Record<Code, string>>;

const activityMeanings: Meanings<Activity> = {
  psychoeducation: 'Core component: psychoeducation.',
  'relapse-prevention': 'Core component: prevention of relapse.',
  'coping-skills-training': 'Core component: training in coping skills.',
  'connecting-with-community':
    'Key service function (4.1.1): helping people connect with other consumers and their communities.',
  'sharing-lived-experience':
    "Key service function (4.1.2): sharing one's own experience of recovery and its tools, and being an example of it.",
  'supporting-choices':
    'Key service function (4.1.3): helping people choose for themselves and take an active part in their recovery.',
  'identifying-strengths':
    'Key service function (4.1.4): helping people find the strengths and resources for their goals of recovery.',
  'setting-goals': 'Key service function (4.1.5): helping people set goals and follow through on them.',
  'supporting-employment':
    'Key service function (4.1.6): supporting people in finding and keeping paid, competitive, integrated work.',
  'health-and-wellness': 'Key service function (4.1.7): helping with activities of health and wellness.',
  'mutual-support-group': 'Supportive activity (5.4.1): starting and sustaining groups of mutual support.',
  'recovery-dialogue': 'Supportive activity (5.4.2): promoting dialogue on recovery and resilience.',
  'symptom-management-skills': 'Supportive activity (5.4.3): teaching skills for managing symptoms.',
  'problem-solving-skills': 'Supportive activity (5.4.4): teaching skills for solving problems.',
  'stages-in-recovery':
    'Supportive activity (5.4.5): using the stages of recovery to promote self-determination.',
  'independent-living-skills':
    'Skill area: managing the illness and living as actively and independently in the community as possible.',
  'personal-living-skills': 'Skill area: daily, healthy habits of living and self-care.',
  'interpersonal-skills': 'Skill area: communication, and making and keeping relationships and supports.',
  transportation: 'Transportation of the member.',
  psychotherapy: 'Psychotherapy.',
  counseling: 'Counseling.',
  recreation: 'Recreation.',
};

const materialMeanings: Meanings<Material> = {
  'imr-practitioners-guide': 'IMR Practitioners Guide, from the website of SAMHSA.',
  'imr-educational-handouts': 'IMR Educational Handouts, from the website of SAMHSA.',
};

const CSTAR = 'Comprehensive Substance Treatment and Rehabilitation (CSTAR)';

const programMeanings: Meanings<Program> = {
  'MO-CSTAR-ADOLESCENT': `${CSTAR}, Adolescent.`,
  'MO-CSTAR-WOMEN-CHILDREN': `${CSTAR}, Women and Children.`,
  'MO-CSTAR-WOMEN-CHILDREN-ENHANCED': `${CSTAR}, Women and Children Enhanced.`,
  'MO-CSTAR-GENERAL': `${CSTAR}, General Population.`,
  'MO-CSTAR-GENERAL-ENHANCED': `${CSTAR}, General Population Enhanced.`,
  'MO-CSTAR-OPIOID': `${CSTAR}, Opioid.`,
  'MO-PR-PLUS': 'Primary Recovery Plus (PR+).',
  'MO-PR-PLUS-ENHANCED': 'Enhanced Primary Recovery Plus (PR+).',
  'MO-ADULT-CPR': 'Adult Community Psychiatric Rehabilitation (CPR).',
};

const determinationMeanings: Meanings<Determination> = {
  'MT-SDMI': 'Meets the criteria of Severe and Disabling Mental Illness in the manual of Montana.',
};

const careTeamRoleMeanings: Meanings<CareTeamRole> = {
  'peer-specialist': 'Peer specialist.',
  'community-support-specialist': 'Community support specialist.',
  therapist: 'Therapist.',
  'case-manager': 'Case manager.',
  nurse: 'Nurse.',
  physician: 'Physician.',
  other: 'Any other role.',
};

const staffCredentialMeanings: Meanings<StaffCredential> = {
  'MO-LPC': 'Professional counselor, licensed under Missouri law.',
  'MO-PLPC': 'Professional counselor, provisionally licensed under Missouri law.',
  'MO-LCSW': 'Clinical social worker, licensed under Missouri law.',
  'MO-PLCSW': 'Clinical social worker, provisionally licensed under Missouri law.',
  'MO-DMH-PSR-IMR-STAFF':
    'Qualified, trained and approved by the Division of Comprehensive Psychiatric Services (CPS) for PSR-IMR.',
  'MO-MRSS-P': 'Missouri Recovery Support Specialist - Peer.',
  'MO-CMPS': 'Certified Missouri Peer Specialist.',
  'MO-CPS': 'Certified Peer Specialist, which Missouri put in place of MO-MRSS-P and MO-CMPS.',
  'MO-QMHP': 'Qualified Mental Health Professional.',
  'MO-QSAP': 'Qualified Substance Abuse Professional.',
  'MO-QAP': 'Qualified Addiction Professional, which Missouri put in place of MO-QSAP.',
  'MT-LMHP': 'Licensed mental health professional.',
  'MT-PARAPROFESSIONAL': 'Paraprofessional.',
  'MT-CBHPSS': 'Certified Behavioral Health Peer Support Specialist.',
};

const agencyCredentialMeanings: Meanings<AgencyCredential> = {
  'MO-ADULT-CPR': 'Certified as an Adult Community Psychiatric Rehabilitation (CPR) program.',
  'MO-PSR-IMR-APPROVAL': 'The proposal for PSR-IMR is approved, and the use of its code is granted.',
  'ICCD-CERTIFICATION': 'Certified by the International Center for Clubhouse Development (ICCD).',
  'ICCD-CERTIFICATION-REPORT': 'The most recent report of the ICCD certification is submitted.',
  'ICCD-COMMUNITY-INTEGRATION-DESCRIPTION':
    'A description of how the clubhouse supports recovery that leads to community integration is submitted.',
  'MT-LICENSED-MHC': 'Licensed mental health center.',
};

const trainingTopicMeanings: Meanings<TrainingTopic> = {
  'cpr-program-orientation': 'Orientation and training to the CPR program, 9 CSR 30-4.034(7)(A)1-7.',
  'documentation-and-medicaid-compliance': 'Documentation and Medicaid compliance.',
  'cpr-additional-training': 'Additional training, 9 CSR 30-4.034(7)(D)1-9.',
  'cognitive-behavioral-therapy': 'Cognitive behavioral therapy.',
  'recovery-based-treatment-plan': 'Creating a treatment plan that is based on recovery.',
  'illness-management-and-recovery': 'Illness management and recovery (IMR).',
  'introduction-to-dbt': 'Introduction to dialectical behavior therapy (DBT).',
  iddt: 'Integrated dual disorders treatment (IDDT), with motivational interviewing and stage-wise treatment.',
  'motivational-interviewing': 'Motivational interviewing.',
  'suicide-prevention': 'Prevention of suicide.',
  ptsd: 'Post-traumatic stress disorder (PTSD).',
  'medications-and-diagnosis':
    'Medications, basic principles of diagnosis, and working together with prescribers.',
  'older-adults': 'Older adults with psychiatric illness.',
};

const assessedConditionMeanings: Meanings<AssessedCondition> = {
  SPMI: 'Serious and persistent mental illness; by its definition, from 18 years on.',
  SED: 'Serious emotional disturbance; by its definition, up to 18 years.',
  SUD: 'Substance use disorder.',
  'Z-CODE': 'A Z-code of the DSM that applies; it counts for children under 7.',
};

const areaMeanings: Meanings<Area> = {
  dailyLiving: 'Daily living.',
  personalRelationships: 'Personal relationships.',
  schoolOrWork: 'School or work settings.',
  recreation: 'Recreational settings.',
};

/** A list of codes. */
export interface CodeList {
  readonly title: string;
  /** Where in a session such a code stands. */
  readonly at: readonly string[];
  readonly meanings: Meanings;
  /** Whether any other code is an input error, instead of one that matches nothing. */
  readonly isClosed?: true;
}

/** Every list of codes of the input. */
export const codeMeanings: readonly CodeList[] = [
  { title: 'Activities', at: ['activities[]'], meanings: activityMeanings },
  { title: 'Materials', at: ['materials[]'], meanings: materialMeanings },
  { title: 'Programs', at: ['member.programs[].code'], meanings: programMeanings },
  { title: 'Determinations', at: ['member.determinations[].code'], meanings: determinationMeanings },
  { title: 'Roles', at: ['member.careTeamRoles[]'], meanings: careTeamRoleMeanings, isClosed: true },
  {
    title: 'Credentials of staff',
    at: ['staff.credentials[].code', 'staff.supervisor.credentials[].code'],
    meanings: staffCredentialMeanings,
  },
  {
    title: 'Topics of training',
    at: [
      'staff.trainings[].topic',
      'staff.trainingWaivers[].topic',
      'staff.trainingExceptions[].topic',
      'staff.supervisor.trainings[].topic',
    ],
    meanings: trainingTopicMeanings,
  },
  {
    title: 'Credentials of the agency',
    at: ['agency.credentials[].code'],
    meanings: agencyCredentialMeanings,
  },
  {
    title: 'Conditions',
    at: ['assessment.conditions[]'],
    meanings: assessedConditionMeanings,
    isClosed: true,
  },
  {
    title: 'Areas of functioning',
    at: ['assessment.improvedAreas[]'],
    meanings: areaMeanings,
    isClosed: true,
  },
];
