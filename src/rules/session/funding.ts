import * as z from '../../facts/zod.js';
import { general } from '../../findings/citation.js';
import { finding } from '../../findings/finding.js';
import { reason } from '../../findings/reasons.js';
import { isOwnCode } from '../../services/bindings.js';
import type { Service } from '../../services/service.js';
import type { AboutRule, SessionRule } from '../rule.js';

const says = 'Purchase of Service pays for a service that has a code of its funding on file.';
const notSet = { notApplicable: reason('funding-not-set') };

export interface FundingData {
  funding: 'purchase-of-service';
}

/** What is billed to Purchase of Service has a code of that funding on file. */
export const sessionFunding: SessionRule<'session/funding', FundingData> = {
  scope: 'session',
  id: 'session/funding',
  forService: (service) => {
    const isPurchased = service.codes?.some(({ funding }) => funding === 'purchase-of-service') === true;
    const isOpen = service.medicaidAlone === undefined && codesOfDocument(service).length === 0;
    const cite = service.medicaidAlone ?? general('A code of the funding is on file');
    return {
      says,
      cite,
      judge({ session: { funding } }) {
        if (funding !== 'purchase-of-service' || isPurchased) return 'pass';
        if (isOpen) return notSet;
        const why =
          service.medicaidAlone === undefined
            ? 'has codes of Medicaid on file and none of Purchase of Service'
            : 'is of a document of Medicaid alone';
        return finding({
          rule: 'session/funding',
          outcome: 'fail',
          severity: 'error',
          message: `The session is billed to Purchase of Service, and the service ${why}. ${says}`,
          data: { funding },
          paths: ['/funding'],
          cite,
        });
      },
    };
  },
};

/** Without those of the caller. */
function codesOfDocument({ codes = [] }: Service): unknown[] {
  return codes.filter((code) => !isOwnCode(code));
}

export const aboutSessionFunding = {
  severity: 'error',
  reads: ['funding'],
  demands:
    'what is billed to Purchase of Service has a code of that funding on file; not judged of a service whose document names no code and no funding',
  sheet: ({ medicaidAlone }: Service) =>
    medicaidAlone === undefined ? [] : [{ says: 'The document is of Medicaid alone.', cite: medicaidAlone }],
  data: () => z.strictObject({ funding: z.literal('purchase-of-service') }),
} satisfies AboutRule<FundingData>;
