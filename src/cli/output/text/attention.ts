import type { Finding } from '../../../index.js';
import type { CheckedBatch, CheckedRecord } from '../../checked-batch.js';

/** What a finding lacks, but for what the report as a whole asks for once. */
export function missingOf({ missing }: Finding, { history }: CheckedBatch): Finding['missing'] {
  return history === undefined ? missing.filter(({ path }) => path !== '/history') : missing;
}

/** The findings to look at. What only prior use is missing for is told once, for all records. */
export function findingsToShow({ result }: CheckedRecord, batch: CheckedBatch): Finding[] {
  if (result.verdict === 'invalid') return [];
  return result.findings.filter(
    (finding) =>
      finding.severity !== 'info' && (finding.missing.length === 0 || missingOf(finding, batch).length > 0),
  );
}

export function needsAttention(record: CheckedRecord, batch: CheckedBatch): boolean {
  return record.result.verdict === 'invalid' || findingsToShow(record, batch).length > 0;
}
