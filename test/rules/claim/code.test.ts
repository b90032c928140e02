import { describe, expect, test } from 'vitest';
import { createChecker, type ClaimLine } from '../../../src/index.js';
import { notice } from '../../../src/findings/notices.js';
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
      'No definition is on file for the code of the line with its modifiers. The nearest: H2017 TG (mo/H2017TG), H2017 HO (mo/H2017HO), H2017 HO HQ (mo/H2017HOHQ)',
    ],
    ['T1017', null, 'No definition is on file for the code of the line with its modifiers'],
    [
      'T1017',
      'mo/H2017TG',
      'The code is not that of Psychosocial Rehabilitation - Illness Management Recovery (mo/H2017TG): H2017 TG, H2017G',
    ],
    ['H2017 TG TG', null, 'A modifier stands on the line twice'],
    [
      'H2017',
      'mo/H2017TG',
      'Modifier TG of Psychosocial Rehabilitation - Illness Management Recovery (mo/H2017TG) is missing',
    ],
    [
      'H2017',
      'mo/H2017HOHQ',
      'Modifiers HO and HQ of Group Professional Psychosocial Rehabilitation (mo/H2017HOHQ) are missing',
    ],
    [
      'H2017 HO',
      'mo/H2017TG',
      'The modifiers are those of Individual Professional Psychosocial Rehabilitation (mo/H2017HO)',
    ],
    [
      'H2017 TG GT',
      'mo/H2017TG',
      'Modifier GT does not belong to Psychosocial Rehabilitation - Illness Management Recovery (mo/H2017TG)',
    ],
    [
      'H2017 TG GT U1',
      'mo/H2017TG',
      'Modifiers GT and U1 do not belong to Psychosocial Rehabilitation - Illness Management Recovery (mo/H2017TG)',
    ],
    [
      'H2017 TG U-1',
      'mo/H2017TG',
      '1 modifier does not belong to Psychosocial Rehabilitation - Illness Management Recovery (mo/H2017TG)',
    ],
    [
      'H2017 TG GT',
      null,
      'Modifier GT does not belong to Psychosocial Rehabilitation - Illness Management Recovery (mo/H2017TG)',
    ],
    [
      'H2017 HO 95 HQ FQ',
      null,
      'Modifiers 95 and FQ do not belong to Group Professional Psychosocial Rehabilitation (mo/H2017HOHQ)',
    ],
    [
      'H2017 TG HE',
      null,
      'No definition is on file for the code of the line with its modifiers. The nearest: H2017 TG (mo/H2017TG), H2017 HO (mo/H2017HO), H2017 HO HQ (mo/H2017HOHQ). Modifier HE does not belong to Psychosocial Rehabilitation - Illness Management Recovery (mo/H2017TG). The service, stated on the line, settles which it is',
    ],
    [
      'H2017 TG HO',
      null,
      'No definition is on file for the code of the line with its modifiers. The nearest: H2017 TG (mo/H2017TG), H2017 HO (mo/H2017HO), H2017 HO HQ (mo/H2017HOHQ). The modifiers are those of several services. The service, stated on the line, settles which it is',
    ],
    [
      'H2017 HO GT',
      'mo/peer-support',
      'The code is that of Individual Professional Psychosocial Rehabilitation (mo/H2017HO)',
    ],
    [
      'H2017 GT',
      'mo/peer-support',
      'H2017 is psychosocial rehabilitation in Missouri, whatever modifiers follow it',
    ],
    [
      'H2017',
      'sc/prs',
      'Psychosocial Rehabilitation Services (sc/prs) is a service of SC, and the claim is of another jurisdiction',
    ],
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
      message: `Several services on file have the code of the line, which does not state its service. ${says}`,
      data: { nearest: [localTg, { service: 'mo/peer-support' }] },
    });
  });
});

test('a jurisdiction is read without blanks around it, in any letter case', () => {
  const line = { service: 'mo/H2017TG' };
  const judged = lineResultOf(oneLine('mo-H2017TG', line, { jurisdiction: ' mo ' }));
  expect(saidOf(rule, judged)).toBe('pass');
});

test('a service without a code on file has none to compare with, as a notice says', () => {
  const { notApplicable, notices } = lineResultOf(oneLine('mo-peer-support'));
  expect(notices).toContainEqual(notice('code-not-judged'));
  expect(notApplicable).toContainEqual({
    rule,
    code: 'no-code-on-file',
    message: 'No code is on file for this service.',
  });
});
