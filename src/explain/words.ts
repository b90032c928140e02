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

/** What a failure means at most. */
export const severities: Readonly<Record<Severity, string>> = {
  error: 'A failure is an error: not billable under the cited text.',
  warning: 'A failure is a warning: a person should look.',
  info: 'A failure is information only.',
};
