import type { Finding } from '../../../index.js';
import type { ReportContext } from '../../checked-batch.js';
import type { CheckedRecord } from '../../checked-record.js';
import { findingsOf } from '../../findings-of.js';

/** What a finding lacks, but for what the report as a whole asks for once. */
export function missingOf({ missing }: Finding, { history }: ReportContext): Finding['missing'] {
  return history === undefined ? missing.filter(({ path }) => path !== '/history') : missing;
}

/** Of some findings those to look at. What only prior use is missing for is told once, for all records. */
export function toShow(findings: readonly Finding[], context: ReportContext): Finding[] {
  return findings.filter(
    (finding) =>
      finding.severity !== 'info' && (finding.missing.length === 0 || missingOf(finding, context).length > 0),
  );
}

/** The findings of a record to look at; of a claim, its own and those of its lines. */
export function findingsToShow({ result }: CheckedRecord, context: ReportContext): Finding[] {
  return toShow(findingsOf(result), context);
}

export function needsAttention(record: CheckedRecord, context: ReportContext): boolean {
  return record.result.kind === 'invalid' || findingsToShow(record, context).length > 0;
}
