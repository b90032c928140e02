import { describe, expect, test } from 'vitest';
import { reason } from '../../../src/findings/reasons.js';
import { judgeClaimFunding, judgeLineFunding } from '../../../src/rules/claim/local-code.js';
import { generalCitation, wholeSentences } from '../support.js';

const always = {
  rule: 'claim/local-code',
  outcome: 'fail',
  severity: 'error',
  citations: [generalCitation('Codes of Medicaid and of Purchase of Service')],
};
const says = 'The codes of Medicaid and the local codes of Purchase of Service are billed apart.';

describe('the funding that a claim states, and that of the code of a line', () => {
  test.each([
    ['medicaid', 'medicaid', 'pass'],
    ['purchase-of-service', 'purchase-of-service', 'pass'],
    [null, 'purchase-of-service', 'pass'],
    ['medicaid', null, { notApplicable: reason('funding-not-told') }],
    [null, null, { notApplicable: reason('funding-not-told') }],
  ] as const)('%s, %s: %j', (stated, told, outcome) => {
    expect(judgeLineFunding(stated, told)).toEqual(outcome);
  });

  test.each([
    [
      'medicaid',
      'purchase-of-service',
      'The code of the line is one of Purchase of Service, and the claim is billed to Medicaid',
    ],
    [
      'purchase-of-service',
      'medicaid',
      'The code of the line is one of Medicaid, and the claim is billed to Purchase of Service',
    ],
  ] as const)('%s, %s: %s', (stated, told, fact) => {
    const message = `${fact}. ${says}`;
    expect(message).toMatch(wholeSentences);
    expect(judgeLineFunding(stated, told)).toMatchObject({
      ...always,
      message,
      data: { stated, told: [told] },
      paths: ['/procedureCode', '/funding'],
    });
  });
});

describe('the codes of all lines of a claim', () => {
  test.each([
    ['of one funding', null, ['medicaid', 'medicaid']],
    ['that tell none', null, []],
    ['of two, where the claim states one', 'medicaid', ['medicaid', 'purchase-of-service']],
  ] as const)('%s: pass', (_title, stated, told) => {
    expect(judgeClaimFunding(stated, told)).toBe('pass');
  });

  test.each([
    [['medicaid', 'purchase-of-service']],
    [['purchase-of-service', 'medicaid', 'medicaid']],
  ] as const)('%j: fail', (told) => {
    expect(judgeClaimFunding(null, told)).toMatchObject({
      ...always,
      message: `Some lines have Medicaid codes and some have Purchase of Service codes. ${says}`,
      data: { stated: null, told: ['medicaid', 'purchase-of-service'] },
      paths: ['/funding', '/lines'],
    });
  });
});
