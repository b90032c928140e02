import { describe, expect, test } from 'vitest';
import { createChecker, type ClaimLine } from '../../../src/index.js';
import { lineResultOf, oneLine, saidOf } from '../../claims/support.js';
import { generalCitation, wholeSentences } from '../support.js';
import { notVoid } from '../../support/not-void.js';

const rule = 'claim/code';
const says = 'A claim line has the code and exactly the modifiers of its service.';
const tg = { service: 'mo/H2017TG', funding: 'medicaid', procedureCode: 'H2017', modifiers: ['TG'] };
const localTg = {
  service: 'mo/H2017TG',
  funding: 'purchase-of-service',
  procedureCode: 'H2017G',
  modifiers: [],
};

/** What the rule says of a line of H2017TG with this code: "H2017 HO HQ". */
function said(written: string, service: string | null = null, checker = createChecker()) {
  const [procedureCode = '', ...modifiers] = written.split(' ');
  const change = { procedureCode, modifiers, service } satisfies Partial<ClaimLine>;
  const [line] = notVoid(checker.checkClaim(oneLine('mo-H2017TG', change), { history: [] })).lines;
  if (line === undefined) throw new Error('one line');
  return saidOf(rule, line);
}

describe('what is wrong is said', () => {
  test.each<[written: string, service: string | null, fact: string]>([
    [
      'H2017',
      null,
      'No definition is on file for this code with these modifiers, and the nearest are H2017 TG (mo/H2017TG), H2017 HO (mo/H2017HO), H2017 HO HQ (mo/H2017HOHQ)',
    ],
    ['T1017', null, 'No definition is on file for this code with these modifiers'],
    ['T1017', 'mo/H2017TG', 'The code is not that of the service stated'],
    ['H2017 TG TG', null, 'A modifier stands on the line twice'],
    ['H2017', 'mo/H2017TG', 'Modifier TG of the service stated is missing'],
    ['H2017', 'mo/H2017HOHQ', 'Modifiers HO and HQ of the service stated are missing'],
    ['H2017 HO', 'mo/H2017TG', 'The modifiers are those of mo/H2017HO'],
    ['H2017 TG GT', 'mo/H2017TG', 'The line has 1 modifier more than the service stated has'],
    ['H2017 TG GT U1', 'mo/H2017TG', 'The line has 2 modifiers more than the service stated has'],
    ['H2017', 'sc/prs', "The service stated is of SC, another jurisdiction than the claim's"],
  ])('%s of %s: %s', (written, service, fact) => {
    expect(said(written, service)).toMatchObject({
      message: `${fact}. ${says}`,
      citations: [generalCitation('A claim line names its service by code and modifiers')],
    });
    expect(`${fact}. ${says}`).toMatch(wholeSentences);
  });

  test('a code that is not that of the service, with the codes that are', () => {
    expect(said('T1017', 'mo/H2017TG')).toMatchObject({
      outcome: 'fail',
      severity: 'error',
      data: { nearest: [tg, localTg], missing: [], extra: 0 },
      paths: ['/lines/0/procedureCode', '/lines/0/service'],
    });
  });

  test('a code that several definitions have', () => {
    const checker = createChecker({ codes: { 'mo/peer-support': [{ procedureCode: 'H2017G' }] } });
    expect(said('H2017G', null, checker)).toMatchObject({
      outcome: 'unknown',
      message: `Several services on file have this code, and the line does not state which it is. ${says}`,
      data: { nearest: [localTg, { service: 'mo/peer-support' }] },
    });
  });
});

test('a jurisdiction is read without blanks around it, in any letter case', () => {
  const line = { service: 'mo/H2017TG' };
  const judged = lineResultOf(oneLine('mo-H2017TG', line, { jurisdiction: ' mo ' }));
  expect(saidOf(rule, judged)).toBe('pass');
});

test('a service without a code on file has none that could be wrong', () => {
  const { notApplicable } = lineResultOf(oneLine('mo-peer-support'));
  expect(notApplicable).toContainEqual({
    rule,
    code: 'no-code-on-file',
    message: 'No code is on file for this service.',
  });
});
