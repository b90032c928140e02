import { usesNotOnFile } from '../check/batch-notices.js';
import { notice, type Notice } from '../findings/notices.js';
import type { Checker } from '../index.js';
import type { CheckedRecord } from '../reports/index.js';
import { findingsOf } from '../reports/records.js';
import type { StatedHistory } from './input/read-history.js';

interface Checked {
  readonly records: number;
  /** Whether a finding of some record lacks what was billed before. */
  readonly lacksHistory: boolean;
  /** What is known of how the records were read. */
  readonly read?: readonly Notice[];
  readonly history: StatedHistory | undefined;
  readonly checker: Checker;
}

/** How files were read, and what a person could do for the check to tell more; said once, not for each record. */
export function adviceOn({ records, lacksHistory, read = [], history, checker }: Checked): Notice[] {
  const onFile = new Set(checker.services.map(({ id }) => id));
  return [
    ...(records === 0 ? [notice('no-records')] : []),
    ...(history === undefined && lacksHistory ? [notice('history-wanted')] : []),
    ...read,
    ...(history?.notices ?? []),
    ...usesNotOnFile(history?.uses, onFile),
  ];
}

export function lacksHistory(result: CheckedRecord['result']): boolean {
  return findingsOf(result).some(({ missing }) => missing.some(({ path }) => path === '/history'));
}

/** What of waivers is told whatever the format: nobody is to take one as applied that is not. */
export function isOfWaivers({ code }: Notice): boolean {
  return code.startsWith('waivers-');
}
