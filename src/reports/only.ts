import type { Holder } from '../facts/rows/row.js';
import type { Verdict } from '../findings/result.js';
import type { Finding } from '../rules/index.js';
import { findingsOf, type CheckedRecord } from './records.js';
import { holderOf } from './next-step.js';

/** Which records and findings a report shows. Several of one kind: any of them; of several kinds: each. */
export interface Only {
  readonly rules?: readonly string[] | undefined;
  readonly verdicts?: readonly (Verdict | 'invalid')[] | undefined;
  readonly heldBy?: readonly Holder[] | undefined;
}

/** The records to be shown, with those of their findings that are. */
export function shownOf(records: readonly CheckedRecord[], only: Only): CheckedRecord[] {
  const isOfFindings = only.rules !== undefined || only.heldBy !== undefined;
  return records.flatMap((record) => {
    const { result } = record;
    if (only.verdicts !== undefined && !only.verdicts.some((one) => one === result.verdict)) return [];
    if (!isOfFindings) return record;
    const shown = { ...record, result: withFindings(result, (finding) => isShown(finding, only)) };
    return findingsOf(shown.result).length === 0 ? [] : shown;
  });
}

function isShown(finding: Finding, { rules, heldBy }: Only): boolean {
  const { rule, missing } = finding;
  if (rules !== undefined && !rules.includes(rule)) return false;
  if (heldBy === undefined) return true;
  return missing.length === 0
    ? heldBy.includes(holderOf(finding))
    : missing.some((fact) => heldBy.includes(fact.heldBy));
}

function withFindings(
  result: CheckedRecord['result'],
  keep: (finding: Finding) => boolean,
): CheckedRecord['result'] {
  switch (result.kind) {
    case 'invalid':
      return result;
    case 'session':
    case 'void':
      return { ...result, findings: result.findings.filter(keep) };
    case 'claim':
      return {
        ...result,
        findings: result.findings.filter(keep),
        lines: result.lines.map((line) => ({ ...line, findings: line.findings.filter(keep) })),
      };
  }
}
