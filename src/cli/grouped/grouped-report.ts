import type { ReportContext } from '../checked-batch.js';
import { ndjsonReport } from '../output/records.js';
import { wantsColor, type ReportFormat } from '../output/report.js';
import type { GroupedReport } from './report-in-parts.js';

export async function groupedReport(
  format: Exclude<ReportFormat, 'json'>,
  context: ReportContext,
  output: string | undefined,
): Promise<GroupedReport> {
  if (format === 'ndjson') {
    return { start: '', records: (records) => [...ndjsonReport({ records })].join(''), end: () => '' };
  }
  if (format === 'csv') {
    const { csvHeader, csvRows } = await import('../output/csv.js');
    return { start: csvHeader(), records: (records) => records.map(csvRows).join(''), end: () => '' };
  }
  const { groupedText } = await import('./grouped-text.js');
  return groupedText(context, wantsColor(output));
}
