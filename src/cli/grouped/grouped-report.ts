import type { BatchResult } from '../../index.js';
import type { ReportContext } from '../checked-batch.js';
import type { CheckedRecord } from '../checked-record.js';
import { ndjsonReport } from '../output/records.js';
import { wantsColor, type ReportFormat } from '../output/report.js';

/** A report that is written while records come. */
export interface GroupedReport {
  readonly records: (records: readonly CheckedRecord[]) => string;
  readonly end: (sums: Pick<BatchResult, 'totals' | 'notices'>) => string;
}

export async function groupedReport(
  format: Exclude<ReportFormat, 'json'>,
  context: ReportContext,
): Promise<GroupedReport> {
  if (format === 'ndjson') {
    return { records: (records) => [...ndjsonReport({ records })].join(''), end: () => '' };
  }
  const { groupedText } = await import('./grouped-text.js');
  return groupedText(context, wantsColor());
}
