import { usesNotOnFile } from '../check/batch-notices.js';
import { notice, type Notice } from '../findings/notices.js';
import type { Checker, PriorUse } from '../index.js';
import type { CheckedRecord } from '../reports/index.js';
import { findingsOf } from '../reports/records.js';

interface Checked {
  readonly records: number;
  /** Whether a finding of some record lacks what was billed before. */
  readonly lacksHistory: boolean;
  readonly history: readonly PriorUse[] | undefined;
  readonly checker: Checker;
}

/** What a person could do for the check to tell more; said once, not for each record. */
export function adviceOn({ records, lacksHistory, history, checker }: Checked): Notice[] {
  const onFile = new Set(checker.services.map(({ id }) => id));
  return [
    ...(records === 0 ? [notice('no-records')] : []),
    ...(history === undefined && lacksHistory ? [notice('history-wanted')] : []),
    ...usesNotOnFile(history, onFile),
  ];
}

export function lacksHistory(result: CheckedRecord['result']): boolean {
  return findingsOf(result).some(({ missing }) => missing.some(({ path }) => path === '/history'));
}
