import type { Position } from '../findings/finding-data.js';
import type { Claim, Finding, LineResult, Verdict } from '../index.js';
import type { CheckedRecord } from './checked-record.js';

type Result = CheckedRecord['result'];
type ClaimLine = Claim['lines'][number];

/** A session, a claim's own findings, or a line of a claim. */
export interface Part {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
}

/** What has findings in a result: the session, or the claim and its lines. */
export function partsOf(result: Result): readonly Part[] {
  switch (result.kind) {
    case 'invalid':
      return [];
    case 'claim':
      return [result, ...result.lines];
    case 'session':
      return [result];
  }
}

export function findingsOf(result: Result): Finding[] {
  return partsOf(result).flatMap(({ findings }) => findings);
}

/** A line of a claim as stated, with its result. */
export interface CheckedLine {
  readonly line: ClaimLine;
  readonly result: LineResult;
  /** The line's own verdict, or that of the claim as a whole where it is worse. */
  readonly verdict: Verdict;
}

export function linesOfClaim({ claim, result }: CheckedRecord): CheckedLine[] {
  if (claim === undefined || result.kind !== 'claim') return [];
  const whole = result.findings.some(({ outcome, severity }) => outcome === 'fail' && severity === 'error');
  return result.lines.flatMap((one, index) => {
    const line = claim.lines[index];
    return line === undefined
      ? []
      : [{ line, result: one, verdict: whole ? 'not-billable' : one.verdict } as const];
  });
}

/** The entry or prior use that a finding is about, beside its own. */
export function otherOf(finding: Finding): Position | null {
  switch (finding.rule) {
    case 'claim/duplicate':
    case 'schedule/member-overlap':
    case 'schedule/staff-overlap':
    case 'schedule/group-roster':
      return finding.data.other;
    default:
      return null;
  }
}
