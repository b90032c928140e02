import { describe, expect, test } from 'vitest';
import { createChecker, type Claim, type CodeBindings } from '../../src/index.js';
import { version } from '../../src/version.js';
import { claimOf, lineOf, oneLine, outcomeOf, resultOf, saidOf } from '../claims/support.js';
import { notice, type Notice } from '../../src/findings/notices.js';
import { reason } from '../../src/findings/reasons.js';
import { notVoid } from '../support/not-void.js';

const nothingElse = { history: [] };
const bare = { charge: null };

describe('the code of a line tells its funding', () => {
  const funding = 'claim/local-code';

  test.each<[title: string, code: string[], service: string, outcome: string]>([
    ['its own, whatever else the service has', ['H2017', 'TG'], 'mo/H2017TG', 'pass'],
    ['with a modifier too many, that of its base', ['H2017', 'TG', 'GT'], 'mo/H2017TG', 'pass'],
    ['with wrong modifiers, that of its base', ['H2017', 'GT'], 'mo/H2017TG', 'pass'],
    ['with another base than any of the service, none', ['T1017'], 'sc/prs', 'not applicable'],
  ])('%s', (_title, [procedureCode = '', ...modifiers], service, outcome) => {
    const [line] = resultOf(oneLine('mo-H2017TG', { procedureCode, modifiers, service })).lines;
    expect(line && outcomeOf(funding, line)).toBe(outcome);
  });

  const bound: CodeBindings[string] = [
    { procedureCode: 'H0038', rate: '4.95' },
    { procedureCode: 'H0038', modifiers: ['HQ'], rate: '1.20', funding: 'purchase-of-service' },
  ];
  test.each<[modifiers: string[], told: string, rate: string | undefined]>([
    [[], 'pass', '4.95'],
    [['HQ'], 'pass', '1.20'],
    [['ZZ'], 'not applicable', '4.95'],
  ])('of two codes with one base and two fundings, H0038 %j', (modifiers, told, rate) => {
    const checker = createChecker({ codes: { 'mo/peer-support': bound } });
    const claim = oneLine('mo-peer-support', { modifiers });
    const [line] = notVoid(checker.checkClaim(claim, nothingElse)).lines;
    expect([line && outcomeOf(funding, line), line?.price?.rate]).toEqual([told, rate]);
  });
});

describe('a line is charged at the rate of its own code', () => {
  const purchase = 'purchase-of-service' as const;
  const rateOf = (codes: CodeBindings, claim: Claim) =>
    notVoid(createChecker({ codes }).checkClaim(claim, nothingElse)).lines[0]?.price?.rate;

  test('of the service that it states, where two have the code', () => {
    const codes = {
      'mo/H2017TG': [
        { procedureCode: 'H0038', rate: '1.00' },
        { procedureCode: 'H0039', rate: '2.00' },
      ],
      'mo/peer-support': [
        { procedureCode: 'H0039', rate: '3.00' },
        { procedureCode: 'H0038', rate: '4.00' },
      ],
    };
    expect(rateOf(codes, oneLine('mo-peer-support'))).toBe('4.00');
  });

  test('of the funding that the claim states, where the service has it for two', () => {
    const codes = {
      'mo/peer-support': [
        { procedureCode: 'H0038', rate: '4.95' },
        { procedureCode: 'H0038', rate: '4.38', funding: purchase },
        { procedureCode: 'H0039', rate: '1.00', funding: purchase },
      ],
    };
    expect(rateOf(codes, oneLine('mo-peer-support', {}, { funding: purchase }))).toBe('4.38');
    expect(rateOf(codes, oneLine('mo-peer-support', {}, { funding: 'medicaid' }))).toBe('4.95');
  });
});

test('a line of which no definition is on file is judged by its code alone', () => {
  const [line] = resultOf(oneLine('mo-H2017TG', { procedureCode: 'T1017', modifiers: [] })).lines;
  expect(line).toStrictEqual({
    kind: 'line',
    lineNumber: 1,
    service: null,
    verdict: 'undetermined',
    findings: [expect.objectContaining({ rule: 'claim/code', outcome: 'unknown' }) as object],
    passed: [],
    notApplicable: [{ rule: 'claim/local-code', ...reason('funding-not-told') }],
    notices: [],
    rules: { package: 'billability', version },
  });
});

test('what is said of the code of a line comes first, and each rule once', () => {
  const [line] = resultOf(oneLine('mo-H2017TG')).lines;
  expect(line?.passed.slice(0, 3)).toEqual(['claim/code', 'claim/local-code', 'service/in-force']);
  const [peer] = resultOf(oneLine('mo-peer-support')).lines;
  expect(peer?.notApplicable.slice(0, 3).map(({ rule }) => rule)).toEqual([
    'claim/code',
    'claim/local-code',
    'session/delivered',
  ]);
  const [short] = resultOf(oneLine('mo-H2017TG', { modifiers: [], service: 'mo/H2017TG', units: 99 })).lines;
  expect(short?.findings.map(({ rule }) => rule)).toEqual(['claim/code', 'units/time', 'claim/charge']);
  for (const { passed = [], notApplicable = [] } of [line ?? {}, peer ?? {}, short ?? {}]) {
    const rules = [...passed, ...notApplicable.map(({ rule }) => rule)];
    expect(rules.filter((rule, index) => rules.indexOf(rule) !== index || !rule.includes('/'))).toEqual([]);
  }
});

describe('a claim that says nothing of its member', () => {
  const claim = { ...oneLine('mo-H2017TG'), member: undefined };
  const use = {
    service: 'mo/H2017TG',
    dateOfService: '2024-03-12',
    startTime: '10:00',
    endTime: '11:30',
    units: 6,
  };
  const duplicate = (history: object[]) => {
    const [line] = resultOf(claim, { history: history as never }).lines;
    return line && outcomeOf('claim/duplicate', line);
  };

  test.each<[title: string, history: object[], outcome: string]>([
    ['nothing was billed before', [], 'pass'],
    ['of nobody known, so of the same', [use], 'fail'],
    ['of someone known', [{ ...use, memberId: 'M-1' }], 'unknown'],
    ['of both: it fails, whoever the member is', [use, { ...use, memberId: 'M-1' }], 'fail'],
  ])('%s', (_title, history, outcome) => {
    expect(duplicate(history)).toBe(outcome);
  });
});

describe('notices count lines', () => {
  const two = claimOf('mo-peer-support', [lineOf('mo-peer-support', bare), lineOf('mo-peer-support', bare)]);
  const ofLines = (count: number) => [notice('charges-left-out', { count, of: 'line', unitsNotKnown: 0 })];
  const expected = ofLines(2);
  const oneOnly = ofLines(1);
  const leftOut = (notices: readonly Notice[]) => notices.filter(({ code }) => code === 'charges-left-out');

  test('of one claim', () => {
    expect(leftOut(resultOf(two).notices)).toEqual(expected);
    expect(leftOut(resultOf({ ...two, lines: two.lines.slice(1) }).notices)).toEqual(oneOnly);
  });

  test('of a batch, and of each claim in it', () => {
    const one = { ...two, id: 'C-2', lines: two.lines.slice(1) };
    const batch = (claims: unknown[]) => createChecker().checkClaims(claims, nothingElse);
    expect(leftOut(batch([two]).notices)).toEqual(expected);
    expect(leftOut(batch([one]).notices)).toEqual(oneOnly);
    const noticesOf = ({ results }: ReturnType<typeof batch>) =>
      results.map((result) => (result.verdict === 'invalid' ? [] : leftOut(result.notices)));
    expect(noticesOf(batch([two, one]))).toEqual([expected, oneOnly]);
  });

  test('but not those of a claim that cannot be read', () => {
    const { notices, totals } = createChecker().checkClaims([{ lines: [] }], nothingElse);
    expect([notices, totals.units, totals.invalid]).toEqual([[], 0, 1]);
  });
});

test('a claim whose other lines are refused fails as a whole', () => {
  const local = lineOf('mo-H2017TG', { procedureCode: 'H2017G', modifiers: [], charge: null });
  const result = resultOf(claimOf('mo-H2017TG', [lineOf('mo-H2017TG'), local]));
  expect([result.verdict, saidOf('claim/local-code', { ...result, passed: [], notApplicable: [] })]).toEqual([
    'not-billable',
    expect.objectContaining({ outcome: 'fail' }),
  ]);
});

test('the lines of a claim use a limit up in the order of the claim', () => {
  const lines = [20, 16].map((units) =>
    lineOf('mo-peer-support', { ...bare, units, session: { startTime: null, endTime: null, minutes: null } }),
  );
  const outcomesOf = (claim: Claim) =>
    resultOf(claim).lines.map((line) => outcomeOf('units/daily-limit', line));
  expect(outcomesOf(claimOf('mo-peer-support', lines))).toEqual(['pass', 'fail']);
  expect(outcomesOf(claimOf('mo-peer-support', [...lines].reverse()))).toEqual(['pass', 'fail']);
});

test('a claim by itself is judged by the rules that compare members, as a stream is not', () => {
  const claim = oneLine('mo-H2017TG', { staff: { id: 'T-1' } });
  const stream = createChecker().createBatch({ of: 'claims', ...nothingElse });
  stream.add(claim);
  const outcomes = [resultOf(claim), ...stream.end().results].map((result) => {
    const [line] = result.kind === 'claim' ? result.lines : [];
    return line && outcomeOf('schedule/staff-overlap', line);
  });
  expect(outcomes).toEqual(['pass', 'not applicable']);
});
