import type { SessionResult } from '../../check/result.js';
import type { Session } from '../../facts/generated/types.js';
import type { Finding } from '../../rules/index.js';

/** What is known of a session that is held back. */
export interface HeldBack {
  readonly session: Session;
  readonly result: SessionResult;
  /** The findings that hold it back. */
  readonly blocking: readonly Finding[];
  readonly isBlocking: (finding: Finding) => boolean;
}

/** Whether a finding holds the verdict back. */
export function blocks(missingFacts: 'block' | 'report'): HeldBack['isBlocking'] {
  return (finding) =>
    finding.severity === 'error' &&
    !('waived' in finding) &&
    (finding.outcome === 'fail' || (finding.outcome === 'unknown' && missingFacts === 'block'));
}
