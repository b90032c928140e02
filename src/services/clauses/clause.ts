import type { RuleId } from '../../findings/finding-data.js';

/** A clause of a document, in our words, with the rules that answer for it or why none can. */
export interface Clause {
  readonly section: string;
  readonly says: string;
  /** The rules that judge it on a session or a claim. */
  readonly rules?: readonly RuleId[];
  /** Why no rule can judge it. */
  readonly because?: string;
}

export const NOT_ON_A_SESSION = 'It cannot be told from one session.';
export const EXPLAINS = 'It explains and demands nothing of a session.';
export const PERMITS = 'It permits and demands nothing.';
export const AGENCY_AND_STATE = 'It is between the agency and the State, not about a session.';
