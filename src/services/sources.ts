import type { Citation } from '../findings/citation.js';
import type { CivilDate } from '../values/civil-date.js';

/** A document that a definition encodes. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly issuer: string;
  readonly jurisdiction: string;
  /** First day on which the document says it is in force; left out where it has no date. */
  readonly inForceFrom?: CivilDate;
}

export const peerSupportBulletin = {
  id: 'mo-fy15-clinical-30',
  title: 'Clinical Services Bulletin FY15-Clinical-30, Peer Support Services',
  issuer: 'Missouri Division of Behavioral Health',
  jurisdiction: 'MO',
  inForceFrom: '2014-10-01',
} as const satisfies Source;

export const psrImrLetter = {
  id: 'mo-psr-imr-2009',
  title:
    'Letter to community providers of March 30, 2009, Psychosocial Rehabilitation - Illness Management Recovery',
  issuer: 'Missouri Division of Comprehensive Psychiatric Services',
  jurisdiction: 'MO',
  inForceFrom: '2009-03-30',
} as const satisfies Source;

export const professionalPsrSheet = {
  id: 'mo-professional-psr-2009',
  title: 'Individual and Group Professional Psychosocial Rehabilitation, sheet of June 3, 2009',
  issuer: 'Missouri Division of Comprehensive Psychiatric Services',
  jurisdiction: 'MO',
  inForceFrom: '2009-06-03',
} as const satisfies Source;

export const montanaPolicy410 = {
  id: 'mt-bhdd-410',
  title: 'Medicaid Services Provider Manual, Policy 410, Illness Management and Recovery Services',
  issuer: 'Montana Behavioral Health and Developmental Disabilities Division',
  jurisdiction: 'MT',
  inForceFrom: '2022-10-01',
} as const satisfies Source;

export const prsPolicy = {
  id: 'sc-prs',
  title: 'Psychosocial Rehabilitation Services, medical necessity policy, undated',
  issuer: 'South Carolina Medicaid',
  jurisdiction: 'SC',
} as const satisfies Source;

/** Every document that a shipped definition encodes. */
export const sources: readonly Source[] = [
  psrImrLetter,
  professionalPsrSheet,
  peerSupportBulletin,
  montanaPolicy410,
  prsPolicy,
];

/** A function that cites a document's sections. */
export function citing({ id, title, inForceFrom }: Source): (section: string) => Citation {
  return (section) => ({
    source: id,
    title,
    section,
    ...(inForceFrom !== undefined && { inForceFrom }),
    basis: 'source',
  });
}
