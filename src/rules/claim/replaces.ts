import * as z from '../../facts/zod.js';
import { frequencies, type ClaimFrequency } from '../../facts/generated/codes.js';
import type { Claim } from '../../facts/generated/types.js';
import { general } from '../../findings/citation.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import type { FindingOf } from '../../findings/result.js';
import type { AboutRuleForAll, Judgement } from '../rule.js';
import type { ClaimRule } from './line-rule.js';

const cite = general('A claim that stands for another names it');
const says = 'A claim that replaces or voids another one names it, and no other does.';

export interface ReplacesData {
  frequency: ClaimFrequency;
}

/** A replacement or a void names the claim for which it stands, and an original one names none. */
export const replaces: ClaimRule<'claim/replaces', ReplacesData> = {
  scope: 'claim',
  id: 'claim/replaces',
  judgeClaim,
};

export const aboutReplaces = {
  severity: 'warning',
  says,
  cite,
  reads: [],
  demands: 'a claim states what it replaces where its frequency is replacement or void, and only there',
  readsOfClaim: ['frequency', 'replaces'],
  denials: ['replacedClaim'],
  data: () => z.strictObject({ frequency: z.enum(frequencies) }),
} satisfies AboutRuleForAll<ReplacesData>;

/** What each is called, and what is wrong with it. */
const problems: Readonly<Record<ClaimFrequency, string>> = {
  original: 'The claim is an original one, and names a claim that it replaces.',
  replacement: 'The claim is a replacement, and does not name the claim that it replaces.',
  void: 'The claim is a void, and does not name the claim that it takes back.',
};

function judgeClaim({
  frequency: stated,
  replaces: other,
}: Claim): Judgement<FindingOf<'claim/replaces', ReplacesData>> {
  const frequency = stated ?? 'original';
  if ((frequency === 'original') === (other == null)) return 'pass';
  return finding({
    rule: 'claim/replaces',
    outcome: 'fail',
    severity: 'warning',
    message: `${problems[frequency]} ${says}`,
    data: { frequency },
    paths: ['/frequency', '/replaces'],
    cite,
    denials: denialsOf('replacedClaim'),
  });
}
