import type { Verdict } from '../findings/result.js';
import type { Finding } from '../rules/index.js';

/** What findings that are not waived come to, and those of lines where it is of a claim: the worst of all. */
export function verdictOf(
  findings: readonly Finding[],
  missingFacts: 'block' | 'report',
  ofLines: readonly Verdict[] = noLines,
): Verdict {
  if (ofLines.includes('not-billable')) return 'not-billable';
  let isOpen = ofLines.includes('undetermined');
  for (const { severity, outcome, waived } of findings) {
    if (severity !== 'error' || waived !== undefined) continue;
    if (outcome === 'fail') return 'not-billable';
    if (outcome === 'unknown' && missingFacts === 'block') isOpen = true;
  }
  return isOpen ? 'undetermined' : 'billable';
}

const noLines: readonly Verdict[] = [];
