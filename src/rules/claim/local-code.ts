import { fundingSchema } from '../../facts/scalars.js';
import * as z from '../../facts/zod.js';
import { reason } from '../../findings/reasons.js';
import type { Funding } from '../../facts/generated/codes.js';
import { general } from '../../findings/citation.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import type { FindingOf } from '../../findings/result.js';
import type { AboutRuleForAll, Judgement } from '../rule.js';
import type { ClaimRule } from './line-rule.js';

const cite = general('Codes of Medicaid and of Purchase of Service');
const says = 'The codes of Medicaid and the local codes of Purchase of Service are billed apart.';

const payers: Record<Funding, string> = {
  medicaid: 'Medicaid',
  'purchase-of-service': 'Purchase of Service',
};

export interface FundingData {
  stated: Funding | null;
  told: Funding[];
}

type FundingJudgement = Judgement<FindingOf<'claim/local-code', FundingData>>;

/** Codes of Medicaid and local codes are not on one claim. */
export const localCode: ClaimRule<'claim/local-code', FundingData> = {
  scope: 'claim',
  id: 'claim/local-code',
  judgeLine: ({ claim, told }) => judgeLineFunding(claim.funding ?? null, told),
  judgeClaim: (claim, told) => judgeClaimFunding(claim.funding ?? null, told),
};

export const aboutLocalCode = {
  severity: 'error',
  says,
  cite,
  reads: ['funding'],
  demands:
    'each line has a code of the funding that the claim states, or, where it states none, all lines have codes of one funding',
  readsOfClaim: ['lines[].procedureCode', 'lines[].modifiers'],
  denials: ['code'],
  data: () => z.strictObject({ stated: z.nullable(fundingSchema), told: z.array(fundingSchema) }),
} satisfies AboutRuleForAll<FundingData>;

/** A line's code is of the funding that the claim states. */
export function judgeLineFunding(stated: Funding | null, told: Funding | null): FundingJudgement {
  if (told === null) return { notApplicable: reason('funding-not-told') };
  if (stated === null || stated === told) return 'pass';
  const fact = `The code of the line is one of ${payers[told]}, and the claim is billed to ${payers[stated]}.`;
  return mixed(fact, ['/procedureCode', '/funding'], { stated, told: [told] });
}

/** With no funding stated, all lines of a claim tell the same. */
export function judgeClaimFunding(stated: Funding | null, told: readonly Funding[]): FundingJudgement {
  const distinct = [...new Set(told)].sort();
  if (stated !== null || distinct.length < 2) return 'pass';
  return mixed(
    'Some lines have Medicaid codes and some have Purchase of Service codes.',
    ['/funding', '/lines'],
    {
      stated,
      told: distinct,
    },
  );
}

function mixed(fact: string, paths: string[], data: FundingData): FundingJudgement {
  return finding({
    rule: 'claim/local-code',
    outcome: 'fail',
    severity: 'error',
    message: `${fact} ${says}`,
    data,
    paths,
    cite,
    denials: denialsOf('code'),
  });
}
