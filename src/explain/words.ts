import type { About } from '../facts/about.js';
import type { Holder } from '../facts/rows/row.js';
import type { Severity } from '../findings/result.js';

/** Who holds an answer, in the order in which they are asked. */
export const holders: Readonly<Record<Holder, string>> = {
  'front-desk': 'front desk',
  clinician: 'clinician',
  supervisor: 'supervisor',
  personnel: 'personnel office',
  billing: 'billing',
  agency: 'agency',
};

/** What a question is about, in the order in which a session is told. */
export const subjects: Readonly<Record<About, string>> = {
  session: 'the session',
  claim: 'the claim',
  member: 'the member',
  staff: 'the staff member',
  agency: 'the agency',
  plan: "the member's plan",
  assessment: "the member's assessment",
  documentation: 'the documentation',
  history: 'what was already billed',
};

/** What a failure means at most. */
export const severities: Readonly<Record<Severity, string>> = {
  error: 'A failure is an error: not billable under the cited text.',
  warning: 'A failure is a warning: a person should look.',
  info: 'A failure is information only.',
};
