import type { BatchResult } from '../../index.js';
import type { CheckedRecord } from '../checked-record.js';

/** A report that is written while records come. */
export interface GroupedReport {
  readonly start: string;
  readonly records: (records: readonly CheckedRecord[]) => string;
  readonly end: (sums: Sums) => string;
}

/** What holds for all records. */
export type Sums = Pick<BatchResult, 'totals' | 'notices'>;
