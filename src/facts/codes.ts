/**
 * The codes that the definitions know, list by list. Other codes are allowed in the input and match nothing;
 * these lists serve autocomplete, type checks of the definitions, and the hint about a code misspelt by one letter.
 */

export const activities = [
  'psychoeducation',
  'relapse-prevention',
  'coping-skills-training',
  'connecting-with-community',
  'sharing-lived-experience',
  'supporting-choices',
  'identifying-strengths',
  'setting-goals',
  'supporting-employment',
  'health-and-wellness',
  'mutual-support-group',
  'recovery-dialogue',
  'symptom-management-skills',
  'problem-solving-skills',
  'stages-in-recovery',
  'independent-living-skills',
  'personal-living-skills',
  'interpersonal-skills',
  'transportation',
  'psychotherapy',
  'counseling',
  'recreation',
] as const;
/** What may be done in a session. What each stands for: `docs/input.md#activities`. */
export type Activity = (typeof activities)[number];

export const materials = ['imr-practitioners-guide', 'imr-educational-handouts'] as const;
/** A curriculum or handout that Montana's policy 410 names. What each stands for: `docs/input.md#materials`. */
export type Material = (typeof materials)[number];

export const programs = [
  'MO-CSTAR-ADOLESCENT',
  'MO-CSTAR-WOMEN-CHILDREN',
  'MO-CSTAR-WOMEN-CHILDREN-ENHANCED',
  'MO-CSTAR-GENERAL',
  'MO-CSTAR-GENERAL-ENHANCED',
  'MO-CSTAR-OPIOID',
  'MO-PR-PLUS',
  'MO-PR-PLUS-ENHANCED',
  'MO-ADULT-CPR',
] as const;
/** A program that a member may be enrolled in. What each stands for: `docs/input.md#programs`. */
export type Program = (typeof programs)[number];

export const determinations = ['MT-SDMI'] as const;
/** A clinical standing that may be established for a member. What each stands for: `docs/input.md#determinations`. */
export type Determination = (typeof determinations)[number];

export const careTeamRoles = [
  'peer-specialist',
  'community-support-specialist',
  'therapist',
  'case-manager',
  'nurse',
  'physician',
  'other',
] as const;
/** A role of staff assigned to a member. One outside the list is an input error. What each stands for: `docs/input.md#roles`. */
export type CareTeamRole = (typeof careTeamRoles)[number];

export const staffCredentials = [
  'MO-LPC',
  'MO-PLPC',
  'MO-LCSW',
  'MO-PLCSW',
  'MO-DMH-PSR-IMR-STAFF',
  'MO-MRSS-P',
  'MO-CMPS',
  'MO-CPS',
  'MO-QMHP',
  'MO-QSAP',
  'MO-QAP',
  'MT-LMHP',
  'MT-PARAPROFESSIONAL',
  'MT-CBHPSS',
] as const;
/** A licence, certification or approval of a person. What each stands for: `docs/input.md#credentials-of-staff`. */
export type StaffCredential = (typeof staffCredentials)[number];

export const agencyCredentials = [
  'MO-ADULT-CPR',
  'MO-PSR-IMR-APPROVAL',
  'ICCD-CERTIFICATION',
  'ICCD-CERTIFICATION-REPORT',
  'ICCD-COMMUNITY-INTEGRATION-DESCRIPTION',
  'MT-LICENSED-MHC',
] as const;
/** A certification, licence, approval or submission of an agency. What each stands for: `docs/input.md#credentials-of-the-agency`. */
export type AgencyCredential = (typeof agencyCredentials)[number];

export const trainingTopics = [
  'cpr-program-orientation',
  'documentation-and-medicaid-compliance',
  'cpr-additional-training',
  'cognitive-behavioral-therapy',
  'recovery-based-treatment-plan',
  'illness-management-and-recovery',
  'introduction-to-dbt',
  'iddt',
  'motivational-interviewing',
  'suicide-prevention',
  'ptsd',
  'medications-and-diagnosis',
  'older-adults',
] as const;
/** A topic of training that a document asks for. What each stands for: `docs/input.md#topics-of-training`. */
export type TrainingTopic = (typeof trainingTopics)[number];

export const assessedConditions = ['SPMI', 'SED', 'SUD', 'Z-CODE'] as const;
/** A condition that an assessment may find. One outside the list is an input error. What each stands for: `docs/input.md#conditions`. */
export type AssessedCondition = (typeof assessedConditions)[number];

export const areas = ['dailyLiving', 'personalRelationships', 'schoolOrWork', 'recreation'] as const;
/** An area of functioning. One outside the list is an input error. What each stands for: `docs/input.md#areas-of-functioning`. */
export type Area = (typeof areas)[number];

export const impairmentLevels = ['none', 'mild', 'moderate', 'severe'] as const;
/** How far functioning in an area is impaired. South Carolina's criteria ask for moderate or severe. */
export type ImpairmentLevel = (typeof impairmentLevels)[number];

/** The known codes of each list of the input whose codes are open. */
export const codeLists = {
  activities,
  materials,
  'member.programs': programs,
  'member.determinations': determinations,
  'staff.credentials': staffCredentials,
  'staff.supervisor.credentials': staffCredentials,
  'agency.credentials': agencyCredentials,
} as const;
