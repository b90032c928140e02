import type { Position } from '../../../findings/finding-data.js';
import type { Finding, Notice } from '../../../index.js';
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

/** The other sessions of the week with which it is said what holds for this one too. */
export function saidWith({ notices }: { readonly notices: readonly Notice[] }): Position[] {
  return notices.flatMap((notice) => (notice.code === 'judged-with-week' ? [notice.data.with] : []));
}

export function needsAttention(record: CheckedRecord, context: ReportContext): boolean {
  const { result } = record;
  if (result.verdict === 'invalid' || findingsToShow(record, context).length > 0) return true;
  const parts = 'lines' in result ? result.lines : [result];
  return parts.some((part) => part.verdict !== 'billable' && saidWith(part).length > 0);
}
