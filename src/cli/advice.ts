import { usesNotOnFile } from '../check/notices.js';
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
export function adviceOn({ records, lacksHistory, history, onFile }: Checked): string[] {
  return [
    ...(records === 0 ? ['The input holds no records.'] : []),
    ...(history === undefined && lacksHistory
      ? [
          'What was already billed is not known, so unit limits cannot be judged. Give it with --history FILE, or say --history none if nothing else was billed.',
        ]
      : []),
    ...usesNotOnFile(history, (service) => onFile.includes(service)),
  ];
}

export function lacksHistory({ result }: CheckedRecord): boolean {
  return findingsOf(result).some(({ missing }) => missing.some(({ path }) => path === '/history'));
}
