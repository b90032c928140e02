import type { CodeList } from './row.js';

/**
 * Every list of codes of the input, in order, each code with what it stands for, in the words of the document that asks
 * for it, and with the words that stand for it in a sentence, where a message may name it and it is no words itself. Codes
 * of open lists may be others, of which it is not known what they mean.
 */

function list<Code extends string>(
  name: string,
  title: string,
  says: string,
  codes: Readonly<Record<Code, string>>,
  words?: Readonly<Partial<Record<Code, string>>>,
): CodeList {
  return { name, title, says, codes, words: words as CodeList['words'] };
}

export const activities = list('Activity', 'Activities', 'What may be done in a session.', {
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
});

export const materials = list(
  'Material',
  'Materials',
  "A curriculum or handout that Montana's policy 410 names.",
  {
    'imr-practitioners-guide': 'IMR Practitioners Guide, from the website of SAMHSA.',
    'imr-educational-handouts': 'IMR Educational Handouts, from the website of SAMHSA.',
  },
  {
    'imr-practitioners-guide': 'IMR Practitioners Guide',
    'imr-educational-handouts': 'IMR Educational Handouts',
  },
);

const CSTAR = 'Comprehensive Substance Treatment and Rehabilitation (CSTAR)';

export const programs = list(
  'Program',
  'Programs',
  'A program that a member may be enrolled in.',
  {
    'MO-CSTAR-ADOLESCENT': `${CSTAR}, Adolescent.`,
    'MO-CSTAR-WOMEN-CHILDREN': `${CSTAR}, Women and Children.`,
    'MO-CSTAR-WOMEN-CHILDREN-ENHANCED': `${CSTAR}, Women and Children Enhanced.`,
    'MO-CSTAR-GENERAL': `${CSTAR}, General Population.`,
    'MO-CSTAR-GENERAL-ENHANCED': `${CSTAR}, General Population Enhanced.`,
    'MO-CSTAR-OPIOID': `${CSTAR}, Opioid.`,
    'MO-PR-PLUS': 'Primary Recovery Plus (PR+).',
    'MO-PR-PLUS-ENHANCED': 'Enhanced Primary Recovery Plus (PR+).',
    'MO-ADULT-CPR': 'Adult Community Psychiatric Rehabilitation (CPR).',
  },
  {
    'MO-CSTAR-ADOLESCENT': 'CSTAR Adolescent',
    'MO-CSTAR-WOMEN-CHILDREN': 'CSTAR Women and Children',
    'MO-CSTAR-WOMEN-CHILDREN-ENHANCED': 'CSTAR Women and Children Enhanced',
    'MO-CSTAR-GENERAL': 'CSTAR General Population',
    'MO-CSTAR-GENERAL-ENHANCED': 'CSTAR General Population Enhanced',
    'MO-CSTAR-OPIOID': 'CSTAR Opioid',
    'MO-PR-PLUS': 'Primary Recovery Plus',
    'MO-PR-PLUS-ENHANCED': 'Enhanced Primary Recovery Plus',
    'MO-ADULT-CPR': 'Adult Community Psychiatric Rehabilitation',
  },
);

export const determinations = list(
  'Determination',
  'Determinations',
  'A clinical standing that may be established for a member.',
  { 'MT-SDMI': 'Meets the criteria of Severe and Disabling Mental Illness in the manual of Montana.' },
  {
    'MT-SDMI': 'severe and disabling mental illness',
  },
);

export const careTeamRoles = list('CareTeamRole', 'Roles', 'A role of staff assigned to a member.', {
  'peer-specialist': 'Peer specialist.',
  'community-support-specialist': 'Community support specialist.',
  therapist: 'Therapist.',
  'case-manager': 'Case manager.',
  nurse: 'Nurse.',
  physician: 'Physician.',
  other: 'Any other role.',
});

export const staffCredentials = list(
  'StaffCredential',
  'Credentials of staff',
  'A license, certification or approval of a person.',
  {
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
  },
  {
    'MO-LPC': 'licensed professional counselor',
    'MO-PLPC': 'provisionally licensed professional counselor',
    'MO-LCSW': 'licensed clinical social worker',
    'MO-PLCSW': 'provisionally licensed clinical social worker',
    'MO-DMH-PSR-IMR-STAFF': 'approval of the Division of CPS for PSR-IMR',
    'MO-MRSS-P': 'Missouri Recovery Support Specialist - Peer',
    'MO-CMPS': 'Certified Missouri Peer Specialist',
    'MO-CPS': 'Certified Peer Specialist',
    'MO-QMHP': 'Qualified Mental Health Professional',
    'MO-QSAP': 'Qualified Substance Abuse Professional',
    'MO-QAP': 'Qualified Addiction Professional',
    'MT-LMHP': 'licensed mental health professional',
    'MT-PARAPROFESSIONAL': 'paraprofessional',
    'MT-CBHPSS': 'Certified Behavioral Health Peer Support Specialist',
  },
);

export const trainingTopics = list(
  'TrainingTopic',
  'Topics of training',
  'A topic of training that a document asks for.',
  {
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
  },
  {
    'cpr-program-orientation': 'Community Psychiatric Rehabilitation (CPR) program orientation',
    'documentation-and-medicaid-compliance': 'documentation and Medicaid compliance',
    'cpr-additional-training': 'Community Psychiatric Rehabilitation (CPR) additional training',
    'introduction-to-dbt': 'introduction to dialectical behavior therapy',
    iddt: 'integrated dual disorders treatment',
    ptsd: 'post-traumatic stress disorder',
  },
);

export const agencyCredentials = list(
  'AgencyCredential',
  'Credentials of the agency',
  'A certification, license, approval or submission of an agency.',
  {
    'MO-ADULT-CPR': 'Certified as an Adult Community Psychiatric Rehabilitation (CPR) program.',
    'MO-PSR-IMR-APPROVAL': 'The proposal for PSR-IMR is approved, and the use of its code is granted.',
    'ICCD-CERTIFICATION': 'Certified by the International Center for Clubhouse Development (ICCD).',
    'ICCD-CERTIFICATION-REPORT': 'The most recent report of the ICCD certification is submitted.',
    'ICCD-COMMUNITY-INTEGRATION-DESCRIPTION':
      'A description of how the clubhouse supports recovery that leads to community integration is submitted.',
    'MT-LICENSED-MHC': 'Licensed mental health center.',
  },
  {
    'MO-ADULT-CPR': 'Adult Community Psychiatric Rehabilitation',
    'MO-PSR-IMR-APPROVAL': 'approval of the proposal for PSR-IMR',
    'ICCD-CERTIFICATION': 'ICCD certification',
    'ICCD-CERTIFICATION-REPORT': 'report of the ICCD certification',
    'ICCD-COMMUNITY-INTEGRATION-DESCRIPTION': 'description of community integration',
    'MT-LICENSED-MHC': 'licensed mental health center',
  },
);

export const assessedConditions = list(
  'AssessedCondition',
  'Conditions',
  'A condition that an assessment may find.',
  {
    SPMI: 'Serious and persistent mental illness; by its definition, from 18 years on.',
    SED: 'Serious emotional disturbance; by its definition, up to 18 years.',
    SUD: 'Substance use disorder.',
    'Z-CODE': 'A Z-code of the DSM that applies; it counts for children under 7.',
  },
  {
    SPMI: 'serious and persistent mental illness',
    SED: 'serious emotional disturbance',
    SUD: 'substance use disorder',
    'Z-CODE': 'an applicable Z-code',
  },
);

export const areas = list(
  'Area',
  'Areas of functioning',
  'An area of functioning. One outside the list is an input error.',
  {
    dailyLiving: 'Daily living.',
    personalRelationships: 'Personal relationships.',
    schoolOrWork: 'School or work settings.',
    recreation: 'Recreational settings.',
  },
);

export const impairmentLevels = list(
  'ImpairmentLevel',
  'Levels of impairment',
  "How far functioning in an area is impaired. South Carolina's criteria ask for moderate or severe.",
  { none: 'Not impaired.', mild: 'Mild.', moderate: 'Moderate.', severe: 'Severe.' },
);

export const phases = list(
  'Phase',
  'Phases',
  'Whether a session lies ahead, was given or did not take place.',
  {
    proposed: 'Planned, and not yet given.',
    delivered: 'Given.',
    cancelled: 'Called off before it was given.',
    'no-show': 'Not given: the member did not come.',
  },
);

export const fundings = list(
  'Funding',
  'Funding',
  'Who pays: Medicaid, or the Purchase of Service funds of the State.',
  { medicaid: 'Medicaid.', 'purchase-of-service': 'Purchase of Service funds of the State.' },
);

export const formats = list('Format', 'Formats', 'Whether a session is for one person or for a group.', {
  individual: 'For one person.',
  group: 'For a group.',
});

export const ownerships = list('Ownership', 'Ownership of the agency', 'Who owns an agency.', {
  private: 'Private.',
  public: 'Public.',
});

export const reviews = list(
  'Review',
  'Kinds of review',
  'What an assessment is for: admission to a service, or going on with it.',
  { admission: 'Admission to the service.', 'continued-service': 'Continued service.' },
);

export const frequencies = list(
  'ClaimFrequency',
  'Frequencies of claims',
  'Whether a claim is a first one, or stands for another.',
  {
    original: 'A first claim.',
    replacement: 'It takes the place of another claim.',
    void: 'It takes another claim back.',
  },
);

/** In the order of the pages. */
export const codeLists: readonly CodeList[] = [
  phases,
  fundings,
  formats,
  activities,
  materials,
  programs,
  determinations,
  careTeamRoles,
  staffCredentials,
  trainingTopics,
  ownerships,
  agencyCredentials,
  reviews,
  assessedConditions,
  impairmentLevels,
  areas,
  frequencies,
];
