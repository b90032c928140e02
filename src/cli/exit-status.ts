import type { BatchResult } from '../check/records.js';

export const failOnChoices = ['not-billable', 'undetermined', 'never'] as const;

/** The least that makes a check fail. */
export type FailOn = (typeof failOnChoices)[number];

export const exitStatuses = {
  allBillable: 0,
  notBillable: 1,
  unreadable: 2,
  undetermined: 3,
  notWritten: 4,
  // As a shell has it: 128 and the number of the signal.
  hungUp: 129,
  interrupted: 130,
  readerGone: 141,
  terminated: 143,
} as const;

type Counts = Pick<BatchResult['totals'], 'entries' | 'invalid' | 'notBillable' | 'undetermined'>;

interface WhatFails {
  readonly failOn: FailOn;
  readonly allowEmpty?: boolean | undefined;
}

/** Nothing to check is as a record that cannot be read, which comes before one that is not billable, and that before one that cannot be told. */
export function exitStatusOf(
  { entries, invalid, notBillable, undetermined }: Counts,
  { failOn, allowEmpty }: WhatFails,
): number {
  if (failOn === 'never') return exitStatuses.allBillable;
  if (entries === 0 && allowEmpty !== true) return exitStatuses.unreadable;
  if (invalid > 0) return exitStatuses.unreadable;
  if (notBillable > 0) return exitStatuses.notBillable;
  return undetermined > 0 && failOn === 'undetermined' ? exitStatuses.undetermined : exitStatuses.allBillable;
}
