import type { ListValues } from './facts.js';

/**
 * What a list that is not stated may hold. Where rules name few codes, every subset of them, with a code that no rule
 * names. Where they name many but only ask whether one of several is there: none, each alone, each pair, and all.
 */

export const coreComponents = ['psychoeducation', 'relapse-prevention', 'coping-skills-training'];

export const keyFunctions = [
  'connecting-with-community',
  'sharing-lived-experience',
  'supporting-choices',
  'identifying-strengths',
  'setting-goals',
  'supporting-employment',
  'health-and-wellness',
];

export const supportiveActivities = [
  'mutual-support-group',
  'recovery-dialogue',
  'symptom-management-skills',
  'problem-solving-skills',
  'stages-in-recovery',
];

export const skillAreas = ['independent-living-skills', 'personal-living-skills', 'interpersonal-skills'];

export const peerPrograms = [
  'MO-CSTAR-ADOLESCENT',
  'MO-CSTAR-WOMEN-CHILDREN',
  'MO-CSTAR-WOMEN-CHILDREN-ENHANCED',
  'MO-CSTAR-GENERAL',
  'MO-CSTAR-GENERAL-ENHANCED',
  'MO-CSTAR-OPIOID',
  'MO-PR-PLUS',
  'MO-PR-PLUS-ENHANCED',
];

export const licences = ['MO-LPC', 'MO-PLPC', 'MO-LCSW', 'MO-PLCSW'];

export const iccd = [
  'ICCD-CERTIFICATION',
  'ICCD-CERTIFICATION-REPORT',
  'ICCD-COMMUNITY-INTEGRATION-DESCRIPTION',
];

const roles = [
  'peer-specialist',
  'community-support-specialist',
  'therapist',
  'case-manager',
  'nurse',
  'physician',
  'other',
];

export const areas = ['dailyLiving', 'personalRelationships', 'schoolOrWork', 'recreation'];
export const conditions = ['SPMI', 'SED', 'SUD', 'Z-CODE'];
export const materials = ['imr-practitioners-guide', 'imr-educational-handouts'];
const UNNAMED = 'something-else';

function subsets(codes: readonly string[]): string[][] {
  const [first, ...others] = codes;
  if (first === undefined) return [[]];
  return subsets(others).flatMap((subset) => [subset, [first, ...subset]]);
}

function fewOf(codes: readonly string[]): string[][] {
  const pairs = codes.flatMap((one, index) => codes.slice(index + 1).map((other) => [one, other]));
  return [[], ...codes.map((code) => [code]), ...pairs, [...codes]];
}

const agencies = subsets(['MO-ADULT-CPR', 'MO-PSR-IMR-APPROVAL', ...iccd]);
const professional: ListValues = { 'staff.credentials': subsets(licences), 'agency.credentials': agencies };

export const listValues: Readonly<Record<string, ListValues>> = {
  'mo/H2017TG': {
    activities: subsets([...coreComponents, 'recreation', 'transportation', UNNAMED]),
    'staff.credentials': subsets(['MO-DMH-PSR-IMR-STAFF']),
    'agency.credentials': agencies,
  },
  'mo/H2017HO': professional,
  'mo/H2017HOHQ': professional,
  'mo/peer-support': {
    activities: fewOf([...keyFunctions, ...supportiveActivities, 'transportation', UNNAMED]),
    'member.programs': fewOf(peerPrograms),
    'member.careTeamRoles': fewOf(roles),
    'staff.credentials': subsets(['MO-MRSS-P', 'MO-CMPS', 'MO-CPS']),
    'staff.supervisor.credentials': subsets(['MO-QSAP', 'MO-QMHP', 'MO-QAP']),
  },
  'mt/imr': {
    materials: subsets([...materials, UNNAMED]),
    'member.determinations': subsets(['MT-SDMI']),
    'staff.credentials': subsets(['MT-LMHP', 'MT-PARAPROFESSIONAL', 'MT-CBHPSS']),
    'agency.credentials': subsets(['MT-LICENSED-MHC']),
  },
  'sc/prs': {
    activities: subsets([...skillAreas, 'psychotherapy', 'counseling', UNNAMED]),
    'assessment.conditions': subsets(conditions),
    'assessment.improvedAreas': subsets(areas),
  },
};
