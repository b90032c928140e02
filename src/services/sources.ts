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

/** Every document, in the order in which the services were encoded. */
export const sources: readonly Source[] = [peerSupportBulletin];

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
