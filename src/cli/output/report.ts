import { isatty } from 'node:tty';
import type { CheckedBatch } from '../checked-batch.js';
import { jsonReport, ndjsonReport } from './records.js';

export const reportFormats = ['text', 'json', 'ndjson', 'csv'] as const;

export type ReportFormat = (typeof reportFormats)[number];

/**
 * The report, piece by piece.
 * @param output the file that it goes to, if it is not standard output
 */
export async function reportOf(
  batch: CheckedBatch,
  format: ReportFormat,
  output: string | undefined,
): Promise<Iterable<string>> {
  switch (format) {
    case 'json':
      return jsonReport(batch);
    case 'ndjson':
      return ndjsonReport(batch);
    case 'csv': {
      const { csvReport } = await import('./csv.js');
      return csvReport(batch);
    }
    case 'text': {
      const { textReport } = await import('./text/report.js');
      return textReport(batch, wantsColor(output));
    }
  }
}

/** As https://no-color.org and https://force-color.org have it. */
export function wantsColor(output: string | undefined): boolean {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0';
  return output === undefined && isatty(1) && (NO_COLOR === undefined || NO_COLOR === '');
}
