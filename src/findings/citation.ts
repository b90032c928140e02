import type { CivilDate } from '../values/civil-date.js';

/** What a statement rests on: the document, one of the named readings of it, what holds for any service, or the agency's own rules. */
export type Basis = 'source' | 'reading' | 'general' | 'agency';

/** Where it is written: a section of a document. */
export interface Citation {
  /** Id of the document, or `'general'`, or `'agency'`. */
  readonly source: string;
  readonly title: string;
  readonly section: string;
  /** First day on which the document is in force; left out where it has no date. */
  readonly inForceFrom?: CivilDate;
  readonly basis: Basis;
}

/** A citation that shares nothing with the other, part by part: what is frozen is spread ten times as slowly. */
export function copyOfCitation({ source, title, section, inForceFrom, basis }: Citation): Citation {
  return inForceFrom === undefined
    ? { source, title, section, basis }
    : { source, title, section, inForceFrom, basis };
}

/** What holds for any service: no document of the service says it, and none needs to. */
export function general(section: string): Citation {
  return { source: 'general', title: 'General billing rule', section, basis: 'general' };
}

/** The citation of a rule that does not apply because the document does not set what it judges. */
export const notSetBySource = general('Not set by this source');
