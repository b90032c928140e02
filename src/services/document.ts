import type { Citation } from '../findings/citation.js';
import type { RuleId } from '../findings/finding-data.js';
import type { CivilDate } from '../values/civil-date.js';
import { frozen } from '../values/frozen.js';

/** A document that a definition encodes. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly issuer: string;
  readonly jurisdiction: string;
  /** First day on which the document says it is in force; left out where it has no date. */
  readonly inForceFrom?: CivilDate;
}

/** What the file of a document holds beside its definitions. */
export interface Document {
  readonly source: Source;
  /** Its text in order: a section by name, where a definition says what stands in it, and each clause that none says. */
  readonly text: readonly (string | Clause)[];
}

/** A clause that no definition says, in our words: why no rule can judge it, or which rules answer for it all the same. */
export interface Clause {
  readonly section: string;
  readonly says: string;
  readonly because?: string;
  readonly rules?: readonly RuleId[];
}

export const NOT_ON_A_SESSION = 'It cannot be told from one session.';
export const EXPLAINS = 'It explains and demands nothing of a session.';
export const PERMITS = 'It permits and demands nothing.';
export const AGENCY_AND_STATE = 'It is between the agency and the State, not about a session.';

/** Cites a section of a document. */
export type Cite = (section: string) => Citation;

/**
 * What is written with a document at hand, which nobody can write to: one call, marked as pure, so that a bundle may
 * leave it out.
 */
export function citing<Written>({ id, title, inForceFrom }: Source, write: (cite: Cite) => Written): Written {
  return frozen(
    write((section) => ({
      source: id,
      title,
      section,
      ...(inForceFrom !== undefined && { inForceFrom }),
      basis: 'source',
    })),
  );
}
