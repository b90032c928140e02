import { reason } from '../../findings/reasons.js';
import type { Funding } from '../../facts/generated/codes.js';
import { general } from '../../findings/citation.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import type { Judgement } from '../rule.js';

const cite = general('Codes of Medicaid and of Purchase of Service');
const says = 'The codes of Medicaid and the local codes of Purchase of Service are billed apart.';

const payers: Record<Funding, string> = {
  medicaid: 'Medicaid',
  'purchase-of-service': 'Purchase of Service',
};

/** A line's code is of the funding that the claim states. */
export function judgeLineFunding(stated: Funding | null, told: Funding | null): Judgement {
  if (told === null) return { notApplicable: reason('funding-not-told') };
  if (stated === null || stated === told) return 'pass';
  const fact = `The code of the line is of ${payers[told]}, and the claim states ${payers[stated]}.`;
  return mixed(fact, ['/procedureCode', '/funding'], { stated, told: [told] });
}

/** With no funding stated, all lines of a claim tell the same. */
export function judgeClaimFunding(stated: Funding | null, told: readonly Funding[]): Judgement {
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

function mixed(fact: string, paths: string[], data: { stated: Funding | null; told: Funding[] }): Judgement {
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
