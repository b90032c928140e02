import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkRecords,
  createChecker,
  type BatchResult,
  type CheckOptions,
  type Claim,
  type ClaimResult,
  type Finding,
  type Session,
  type SessionResult,
  type VoidResult,
} from '../../src/index.js';
import { ruleTable, type RuleRow } from '../../src/reports/index.js';
import {
  cents,
  claimOfPlan,
  claimPlan,
  dollars,
  malformed,
  options,
  plan,
  sessionOf,
} from '../laws/batch-support.js';
import { lawRuns } from '../support/runs.js';
import { nothingElse, session } from './support.js';

const line = { procedureCode: 'H2017TG', dateOfService: '2024-03-12', units: 6 };
const claim: Claim = { id: 'C-1', jurisdiction: 'MO', lines: [line] };
const tooMany = { ...session, units: 33 };
const unborn = { ...session, member: { ...session.member, birthDate: null } };
const young = { ...session, member: { ...session.member, birthDate: '2010-01-01' } };
const later = (date: string) => ({ dateOfService: date });

function rowsOf(entries: readonly unknown[], stated: CheckOptions = nothingElse): RuleRow[] {
  return ruleTable(checkRecords(entries, stated), entries);
}

const none = { passed: 0, notApplicable: 0, failed: 0, unknown: 0, due: 0 };
const nothing = { charge: '0.00', chargeWithOthers: '0.00', units: 0, unitsWithOthers: 0 };

describe('how a rule came out', () => {
  test.each<[title: string, rule: string, entries: readonly unknown[], row: Partial<RuleRow>]>([
    ['it passes twice', 'member/age', [session, { ...session, ...later('2017-05-17') }], { passed: 2 }],
    [
      'it has nothing to judge',
      'session/took-place',
      [{ ...session, phase: 'proposed' }],
      { notApplicable: 1 },
    ],
    ['it fails, alone', 'member/age', [young], { failed: 1, units: 8 }],
    ['it fails beside another', 'units/daily-limit', [tooMany], { failed: 1, unitsWithOthers: 33 }],
    ['it is not known', 'member/age', [unborn], { unknown: 1, units: 8 }],
    [
      'of two sessions one fails, the other is not known',
      'member/age',
      [young, { ...unborn, ...later('2017-05-17') }],
      { failed: 1, unknown: 1, units: 16 },
    ],
    [
      'charges stand for the units',
      'member/age',
      [{ ...young, charge: '80.00' }],
      { failed: 1, charge: '80.00' },
    ],
    [
      'a charge and units without one stand beside each other',
      'member/age',
      [
        { ...young, charge: '80.00' },
        { ...young, ...later('2017-05-17') },
      ],
      { failed: 2, charge: '80.00', units: 8 },
    ],
    [
      'units that nobody knows are none',
      'units/time',
      [{ ...session, units: null, endTime: null }],
      { unknown: 1 },
    ],
    [
      'a warning holds nothing back',
      'claim/replaces',
      [{ ...claim, frequency: 'replacement' }],
      { failed: 1 },
    ],
  ])('%s', (_title, rule, entries, row) => {
    const rows = rowsOf(entries).filter((one) => one.rule === rule);
    expect(rows).toEqual([{ service: rows[0]?.service, rule, ...none, ...nothing, ...row }]);
  });

  test('what is due holds nothing back', () => {
    const due = { ...claim, lines: [{ ...line, session: { documentation: { weeklyNote: null } } }] };
    const rows = rowsOf([due], { history: [], asOf: '2024-03-12' });
    expect(rows.filter((row) => row.due > 0)).toEqual(
      rows
        .filter((row) => row.due > 0)
        .map(({ rule }) => ({ service: 'mo/H2017TG', rule, ...none, ...nothing, due: 1 })),
    );
    expect(rows.some((row) => row.due > 0)).toBe(true);
  });

  test('each line of a claim is counted, and what is found of the claim holds each of them back', () => {
    const local = { ...line, ...later('2024-03-19'), procedureCode: 'H2017G', modifiers: [] };
    const rows = rowsOf([
      {
        ...claim,
        lines: [
          { ...line, charge: '29.70' },
          { ...local, charge: '26.28' },
        ],
      },
    ]);
    const row = rows.find(({ rule }) => rule === 'claim/local-code');
    expect(row).toMatchObject({ service: 'mo/H2017TG', failed: 2, chargeWithOthers: '55.98' });
  });

  test('a line for whose code there is no definition is of no service', () => {
    const rows = rowsOf([{ ...claim, lines: [{ ...line, modifiers: ['XX'], charge: '5.00' }] }]);
    expect(rows.filter(({ unknown }) => unknown > 0)).toEqual([
      { service: null, rule: 'claim/code', ...none, ...nothing, unknown: 1, charge: '5.00' },
    ]);
  });

  test('the rows of a service are told from those of another', () => {
    const rows = rowsOf([session, claim]).filter(({ rule }) => rule === 'units/time');
    expect(rows.map(({ service }) => service).sort()).toEqual(['mo/H2017TG', 'mo/peer-support']);
  });

  test('where what is not known holds nothing back, only what fails does', () => {
    const rows = rowsOf([unborn, { ...tooMany, ...later('2017-05-17') }], {
      history: [],
      missingFacts: 'report',
    });
    expect(rows.find(({ rule }) => rule === 'member/age')).toMatchObject({ unknown: 1, units: 0 });
    expect(rows.find(({ rule }) => rule === 'units/daily-limit')).toMatchObject({ unitsWithOthers: 33 });
  });

  test.each<[title: string, entries: readonly unknown[], lines: number]>([
    ['what voids another claim', [{ ...claim, frequency: 'void', replaces: 'C-9' }], 0],
    ['what cannot be read', [{ ...session, units: 'many' }, null], 0],
    [
      'what another claim stands for',
      [claim, { ...claim, id: 'C-2', frequency: 'replacement', replaces: 'C-1' }],
      1,
    ],
  ])('%s is not counted', (_title, entries, lines) => {
    const rows = rowsOf(entries).filter(({ rule }) => rule === 'units/time');
    expect(rows.reduce((sum, { passed, failed, unknown }) => sum + passed + failed + unknown, 0)).toBe(lines);
  });

  test('a rule that no record exercised stands in it', () => {
    expect(rowsOf([session]).filter(({ passed }) => passed === 0).length).toBeGreaterThan(0);
  });

  test('without entries charges are those at the rates on file', () => {
    const charged = { ...claim, lines: [{ ...line, charge: '1.00' }] };
    const batch = checkRecords([charged, { ...young, charge: '8.00' }], nothingElse);
    const charges = (rows: RuleRow[]) => rows.find(({ rule }) => rule === 'member/age')?.charge;
    expect(charges(ruleTable(batch, [charged, { ...young, charge: '8.00' }]))).toBe('8.00');
    const sessions = { results: batch.results.slice(1) };
    expect(charges(ruleTable(sessions))).toBe('0.00');
  });
});

/**
 * `charge` of all rows, and once the charges of what two or more rules hold back, are what the totals have as not billable
 * or not to be told.
 */
describe('the money that waits for rules is that of the totals', () => {
  type Batch = BatchResult<SessionResult | ClaimResult | VoidResult>;
  type Judged = Pick<SessionResult, 'verdict' | 'findings'> & { readonly service: string | null };
  type Table = (batch: Batch, entries: readonly unknown[]) => RuleRow[];

  const checker = createChecker({
    codes: { 'mo/peer-support': [{ procedureCode: 'H0038', rate: '20.36' }] },
  });
  const entry = fc.oneof(
    { weight: 8, arbitrary: plan.map((one) => (id: string) => sessionOf(one, id)) },
    { weight: 6, arbitrary: claimPlan.map((one) => (id: string) => claimOfPlan(one, id)) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(claimPlan, fc.constantFrom('replacement', 'void'), fc.nat(8))
        .map(([one, frequency, number]) => (id: string): unknown => ({
          ...claimOfPlan(one, id),
          frequency,
          replaces: `E-${String(number)}`,
        })),
    },
    { weight: 1, arbitrary: malformed.map((value) => () => value) },
    {
      weight: 1,
      arbitrary: plan.map((one) => (id: string): unknown => ({ ...sessionOf(one, id), phase: 'no-show' })),
    },
  );

  /** The rules that hold something back, said once more: severity error, and it fails or is not known. */
  function holding(findings: readonly Finding[], missingFacts: unknown): Set<string> {
    const outcomes = missingFacts === 'report' ? ['fail'] : ['fail', 'unknown'];
    return new Set(
      findings
        .filter(({ severity, outcome }) => severity === 'error' && outcomes.includes(outcome))
        .map(({ rule }) => rule),
    );
  }

  /** Cents of what two or more rules hold back, once each. */
  function heldBySeveral({ results }: Batch, entries: readonly unknown[], missingFacts: unknown): bigint {
    let sum = 0n;
    // What is not known of a claim, and of what no definition judges, holds it back in any case.
    const add = (own: Judged, charge: string | null | undefined, ofClaim: readonly Finding[] = []) => {
      const isJudged = own.service !== null && own.verdict !== 'undetermined';
      const rules = [
        ...holding(ofClaim, 'block'),
        ...holding(own.findings, isJudged ? missingFacts : 'block'),
      ];
      if (new Set(rules).size > 1) sum += cents(charge ?? '0.00');
    };
    for (const [index, result] of results.entries()) {
      if (result.kind === 'invalid' || result.kind === 'void') continue;
      if (result.notices.some(({ code }) => code === 'replaced')) continue;
      if (result.kind === 'session') {
        const { charge, phase } = entries[index] as Session;
        add(result, charge ?? (phase === 'no-show' ? null : result.price?.charge));
        continue;
      }
      const { lines } = entries[index] as Claim;
      for (const [at, own] of result.lines.entries())
        add(own, lines[at]?.charge ?? own.price?.charge, result.findings);
    }
    return sum;
  }

  function differs(table: Table) {
    const law = fc.property(fc.array(entry, { maxLength: 8 }), options, (make, stated) => {
      const entries = make.map((one, index) => one(`E-${String(index)}`));
      const batch = checker.checkRecords(entries, stated);
      const rows = table(batch, entries);
      const alone = rows.reduce((sum, { charge }) => sum + cents(charge), 0n);
      const { notBillableCharge, undeterminedCharge } = batch.totals;
      const held = dollars(alone + heldBySeveral(batch, entries, stated.missingFacts));
      expect(held).toBe(dollars(cents(notBillableCharge) + cents(undeterminedCharge)));
    });
    return fc.check(law, lawRuns(150, 20090330));
  }

  test('to the cent', () => {
    expect(fc.defaultReportMessage(differs(ruleTable))).toBeUndefined();
  });

  test.each<[fault: string, table: Table]>([
    ['a rule is left out', (...of) => ruleTable(...of).filter(({ rule }) => rule !== 'staff/credential')],
    ['stated charges are left out', (batch) => ruleTable(batch)],
    [
      'what others hold back too is counted alone',
      (...of) => ruleTable(...of).map((row) => ({ ...row, charge: row.chargeWithOthers })),
    ],
    [
      'what is found of a claim is left out',
      ({ results, ...batch }, entries) =>
        ruleTable(
          {
            ...batch,
            results: results.map((one) => (one.kind === 'claim' ? { ...one, findings: [] } : one)),
          },
          entries,
        ),
    ],
    [
      'what is replaced is counted',
      ({ results, ...batch }, entries) =>
        ruleTable(
          {
            ...batch,
            results: results.map((one) => (one.kind === 'claim' ? { ...one, notices: [] } : one)),
          },
          entries,
        ),
    ],
  ])('which is noticed where %s', (_fault, table) => {
    expect(differs(table).failed).toBe(true);
  });
});
