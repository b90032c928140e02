import { usesNotOnFile } from '../check/notices.js';
import { notice, type Notice } from '../findings/notices.js';
import type { PriorUse } from '../index.js';
import type { CheckedRecord } from './checked-record.js';
import { findingsOf } from './findings-of.js';

interface Checked {
  readonly records: number;
  /** Whether a finding of some record lacks what was billed before. */
  readonly lacksHistory: boolean;
  readonly history: readonly PriorUse[] | undefined;
  /** Ids of the services on file. */
  readonly onFile: readonly string[];
}

/** What a person could do for the check to tell more; said once, not for each record. */
export function adviceOn({ records, lacksHistory, history, onFile }: Checked): Notice[] {
  return [
    ...(records === 0 ? [notice('no-records')] : []),
    ...(history === undefined && lacksHistory ? [notice('history-wanted')] : []),
    ...usesNotOnFile(history, { has: (service) => onFile.includes(service) }),
  ];
}

export function lacksHistory({ result }: CheckedRecord): boolean {
  return findingsOf(result).some(({ missing }) => missing.some(({ path }) => path === '/history'));
}
