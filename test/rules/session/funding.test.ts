import { describe, expect, test } from 'vitest';
import { createChecker, type CheckerConfig, type SessionResult } from '../../../src/index.js';
import { sessionOf } from '../../support/cases.js';
import { saidBy, wholeSentences } from '../support.js';

function said(base: string, funding: string | null, config: CheckerConfig = {}) {
  const session = sessionOf({ base, change: { funding } });
  const result: SessionResult = createChecker(config).checkSession(session, { history: [] });
  return saidBy('session/funding', result);
}

const bound = (id: string, funding: 'medicaid' | 'purchase-of-service'): CheckerConfig => ({
  codes: { [id]: [{ funding, procedureCode: 'X0001', unitMinutes: 15 }] },
});

describe('Purchase of Service', () => {
  test.each<[title: string, base: string, config: CheckerConfig, outcome: string]>([
    ['for a service with a code of it on file', 'mo-H2017TG', {}, 'pass'],
    ['for peer support', 'mo-peer-support', {}, 'not applicable: funding-not-set'],
    [
      'for peer support with a code of Medicaid of your own',
      'mo-peer-support',
      bound('mo/peer-support', 'medicaid'),
      'not applicable: funding-not-set',
    ],
    [
      'for peer support with a code of it of your own',
      'mo-peer-support',
      bound('mo/peer-support', 'purchase-of-service'),
      'pass',
    ],
    ['for PRS with a code of it of your own', 'sc-prs-adult', bound('sc/prs', 'purchase-of-service'), 'pass'],
    ['for IMR with a code of it of your own', 'mt-imr', bound('mt/imr', 'purchase-of-service'), 'pass'],
  ])('%s', (_title, base, config, outcome) => {
    expect(said(base, 'purchase-of-service', config)).toBe(outcome);
  });

  test.each<[title: string, base: string, config: CheckerConfig, why: string]>([
    [
      'for PRS',
      'sc-prs-adult',
      {},
      'the service has codes of Medicaid on file and none of Purchase of Service',
    ],
    [
      'for PRS with a code of Medicaid of your own',
      'sc-prs-adult',
      bound('sc/prs', 'medicaid'),
      'the service has codes of Medicaid on file and none of Purchase of Service',
    ],
    ['for IMR', 'mt-imr', {}, 'the service is of a document of Medicaid alone'],
    [
      'for IMR with a code of Medicaid of your own',
      'mt-imr',
      bound('mt/imr', 'medicaid'),
      'the service is of a document of Medicaid alone',
    ],
  ])('%s', (_title, base, config, why) => {
    const message = `The session is billed to Purchase of Service, and ${why}. Purchase of Service pays for a service that has a code of its funding on file.`;
    expect(message).toMatch(wholeSentences);
    expect(said(base, 'purchase-of-service', config)).toMatchObject({
      outcome: 'fail',
      severity: 'error',
      message,
      data: { funding: 'purchase-of-service' },
      paths: ['/funding'],
      missing: [],
      denials: [],
    });
  });
});

test.each(['mo-peer-support', 'mt-imr', 'sc-prs-child', 'mo-H2017HO'])('Medicaid for %s', (base) => {
  expect(said(base, 'medicaid')).toBe('pass');
  expect(said(base, null)).toBe('pass');
});
