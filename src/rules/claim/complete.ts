import * as z from '../../facts/zod.js';
import type { Claim } from '../../facts/generated/types.js';
import { general } from '../../findings/citation.js';
import { finding } from '../../findings/finding.js';
import type { FindingOf } from '../../findings/result.js';
import { count } from '../../findings/wording.js';
import type { AboutRuleForAll, Judgement } from '../rule.js';
import type { ClaimRule } from './line-rule.js';

const cite = general('A claim is judged by all its lines');
const says = 'A claim is judged by all its lines.';

export interface CompleteData {
  linesLeftOut: number;
}

/** No line of the claim was left out on the way from where it comes from. */
export const complete: ClaimRule<'claim/complete', CompleteData> = {
  scope: 'claim',
  id: 'claim/complete',
  judgeClaim,
};

export const aboutComplete = {
  severity: 'error',
  says,
  cite,
  reads: ['linesLeftOut'],
  demands: 'no line was left out where the claim was read; of one that was left out, nothing is known',
  data: () => z.strictObject({ linesLeftOut: z.int().check(z.minimum(1)) }),
} satisfies AboutRuleForAll<CompleteData>;

function judgeClaim({ linesLeftOut }: Claim): Judgement<FindingOf<'claim/complete', CompleteData>> {
  if (linesLeftOut == null || linesLeftOut === 0) return 'pass';
  const leftOut = `${count(linesLeftOut, 'line')} of the claim could not be carried over`;
  return finding({
    rule: 'claim/complete',
    outcome: 'unknown',
    severity: 'error',
    message: `${leftOut}, and nothing is known of ${linesLeftOut === 1 ? 'it' : 'them'}. ${says}`,
    data: { linesLeftOut },
    paths: ['/linesLeftOut'],
    unknown: [{ path: 'linesLeftOut' }],
    cite,
  });
}
