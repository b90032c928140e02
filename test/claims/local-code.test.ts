import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/index.js';
import { claimOf, denialsOf, foundIn, lineOf, outcomeOf, resultOf, saidOf, type Change } from './support.js';

const rule = 'claim/local-code';

/** Complete lines of H2017TG on one day, one after the other, with these codes; without charges. */
function claimWith(codes: readonly (readonly string[])[], ofClaim: Change = {}): Claim {
  const lines = codes.map(([code = '', ...modifiers], index) =>
    lineOf('mo-H2017TG', {
      procedureCode: code,
      modifiers,
      units: 1,
      charge: null,
      session: { startTime: `1${String(index)}:00`, endTime: `1${String(index)}:15` },
    }),
  );
  return claimOf('mo-H2017TG', lines, ofClaim);
}
const TG = ['H2017', 'TG'];
const LOCAL_TG = ['H2017G'];

describe('the code of a line and the funding that the claim states', () => {
  test.each<[title: string, funding: string, code: string[], outcome: string]>([
    ['a Medicaid code', 'medicaid', ['H2017', 'TG'], 'pass'],
    ['the individual Medicaid code', 'medicaid', ['H2017', 'HO'], 'pass'],
    ['a Medicaid code run together', 'medicaid', ['H2017HOHQ'], 'pass'],
    ['the local code H2017G', 'medicaid', ['H2017G'], 'fail'],
    ['the local code H2017P', 'medicaid', ['H2017P'], 'fail'],
    ['the local code H2017S', 'medicaid', ['H2017S'], 'fail'],
    ['a local code in small letters', 'medicaid', ['h2017g'], 'fail'],
    ['H2017G', 'purchase-of-service', ['H2017G'], 'pass'],
    ['H2017P', 'purchase-of-service', ['H2017P'], 'pass'],
    ['H2017S', 'purchase-of-service', ['H2017S'], 'pass'],
    ['a Medicaid code', 'purchase-of-service', ['H2017', 'TG'], 'fail'],
    ['the group Medicaid code', 'purchase-of-service', ['H2017', 'HQ', 'HO'], 'fail'],
  ])('%s on a claim to %s: %s %s', (_title, funding, code, outcome) => {
    const result = resultOf(claimWith([code], { funding }));
    const [line] = result.lines;
    if (line === undefined) throw new Error('one line');
    expect(outcomeOf(rule, line)).toBe(outcome);
    expect(result.findings).toEqual([]);
    if (outcome === 'fail') {
      expect([line.verdict, result.verdict]).toEqual(['not-billable', 'not-billable']);
      expect(denialsOf(saidOf(rule, line))).toEqual(['16 M51', '(181 M51)']);
    }
  });

  test('one local code among Medicaid codes fails by itself', () => {
    const result = resultOf(claimWith([TG, LOCAL_TG, TG], { funding: 'medicaid' }));
    expect(result.lines.map((line) => outcomeOf(rule, line))).toEqual(['pass', 'fail', 'pass']);
    expect(result.lines.map(({ verdict }) => verdict)).toEqual(['billable', 'not-billable', 'billable']);
    expect([result.verdict, result.findings]).toEqual(['not-billable', []]);
  });
});

describe('funding not stated is told by the code', () => {
  test.each<[title: string, code: string[], rate: string]>([
    ['H2017 TG: Medicaid', ['H2017', 'TG'], '4.95'],
    ['H2017G: Purchase of Service', ['H2017G'], '4.38'],
    ['H2017 HO: Medicaid', ['H2017', 'HO'], '20.36'],
    ['H2017P: Purchase of Service', ['H2017P'], '17.72'],
    ['H2017 HO HQ: Medicaid', ['H2017', 'HO', 'HQ'], '5.09'],
    ['H2017S: Purchase of Service', ['H2017S'], '4.43'],
  ])('%s', (_title, code, rate) => {
    const [line] = resultOf(claimWith([code])).lines;
    if (line === undefined) throw new Error('one line');
    expect([outcomeOf(rule, line), line.price?.rate]).toEqual(['pass', rate]);
  });

  test('Purchase of Service is charged and paid at one rate', () => {
    const [line] = resultOf(claimWith([LOCAL_TG])).lines;
    expect(line?.price).toMatchObject({ rate: '4.38', charge: '4.38', providerPay: '4.38' });
  });

  test('lines that tell the same pass', () => {
    for (const codes of [
      [TG, ['H2017', 'HO']],
      [LOCAL_TG, ['H2017P'], ['H2017S']],
    ]) {
      expect(resultOf(claimWith(codes)).findings).toEqual([]);
    }
  });

  test('lines that tell two fail, as a finding of the claim, and nothing of it is billable', () => {
    const result = resultOf(claimWith([TG, LOCAL_TG]));
    expect(foundIn(result)).toEqual({ [rule]: 'fail' });
    expect(result.verdict).toBe('not-billable');
    expect(result.lines.map((line) => [outcomeOf(rule, line), line.verdict])).toEqual([
      ['pass', 'billable'],
      ['pass', 'billable'],
    ]);
    expect(result.findings[0]).toMatchObject({
      severity: 'error',
      data: { stated: null, told: ['medicaid', 'purchase-of-service'] },
    });
    expect(result.findings.flatMap(denialsOf)).toEqual(['16 M51', '(181 M51)']);
    expect(result.totals).toEqual({
      units: 2,
      charge: '9.33',
      billableCharge: '0.00',
      notBillableCharge: '9.33',
      undeterminedCharge: '0.00',
    });
  });

  test('whichever line comes first', () => {
    expect(foundIn(resultOf(claimWith([LOCAL_TG, TG, LOCAL_TG])))).toEqual({ [rule]: 'fail' });
  });

  test('a service without a code tells none', () => {
    const peer = lineOf('mo-peer-support');
    const result = resultOf(claimOf('mo-peer-support', [peer]));
    expect(result.lines.map((line) => outcomeOf(rule, line))).toEqual(['not applicable']);
    expect(result.findings).toEqual([]);
  });

  test('a code of nobody tells none', () => {
    const result = resultOf(claimWith([TG, ['T1017']]));
    expect(result.lines.map((line) => outcomeOf(rule, line))).toEqual(['pass', 'not applicable']);
    expect(result.findings).toEqual([]);
  });
});

test('South Carolina has no local code, so its code passes for Medicaid and fails for Purchase of Service', () => {
  const line = lineOf('sc-prs-adult');
  const outcome = (funding: string | null) => {
    const [judged] = resultOf(claimOf('sc-prs-adult', [line], { funding })).lines;
    return judged && outcomeOf(rule, judged);
  };
  expect([outcome(null), outcome('medicaid'), outcome('purchase-of-service')]).toEqual([
    'pass',
    'pass',
    'fail',
  ]);
});
