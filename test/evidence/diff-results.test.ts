import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkClaims,
  checkRecords,
  checkSessions,
  createChecker,
  type CheckOptions,
  type Claim,
  type Finding,
  type Session,
} from '../../src/index.js';
import { diffResults, type Differences } from '../../src/evidence/record.js';
import {
  cents,
  claimOfPlan,
  claimPlan,
  malformed,
  options as randomOptions,
  plan,
  sessionOf,
  type Entry,
} from '../laws/batch-support.js';
import { baseSession } from '../support/cases.js';
import { lawRuns } from '../support/runs.js';

const session = baseSession('mo-peer-support');
const options = { history: [] };
const visit = (id: string | null, change: Partial<Session> = {}): Session => ({ ...session, ...change, id });
const check = (...entries: readonly unknown[]) => checkRecords(entries, options);
const none = { verdicts: [], came: [], went: [] };

test.each<[name: string, before: unknown[], after: unknown[], said: object]>([
  ['nothing differs', [visit('V-1')], [visit('V-1')], { by: 'id', ...none }],
  [
    'a verdict falls, and what was found came',
    [visit('V-1'), visit('V-2', { dateOfService: '2017-05-17' })],
    [visit('V-2', { dateOfService: '2017-05-17' }), visit('V-1', { units: 99 })],
    {
      by: 'id',
      verdicts: [{ key: 'V-1', before: 'billable', after: 'not-billable' }],
      came: [
        { key: 'V-1', rule: 'units/time' },
        { key: 'V-1', rule: 'units/daily-limit' },
        { key: 'V-1', rule: 'units/monthly-limit' },
      ],
      went: [],
    },
  ],
  [
    'without keys they are compared by place',
    [visit(null, { personCentered: false })],
    [visit(null)],
    { by: 'position', verdicts: [], came: [], went: [{ key: '/0', rule: 'session/person-centered' }] },
  ],
  [
    'a key that is there twice tells nothing',
    [visit('V-1')],
    [visit('V-1'), visit('V-1', { dateOfService: '2017-05-18' })],
    { by: 'position' },
  ],
  [
    'an entry that is in one alone',
    [visit('V-1')],
    [],
    { by: 'id', ...none, verdicts: [{ key: 'V-1', before: 'billable', after: null }] },
  ],
  [
    'an unreadable one',
    [visit('V-1')],
    [{ ...visit('V-1'), units: 'many' }],
    { by: 'id', verdicts: [{ key: 'V-1', before: 'billable', after: 'invalid' }] },
  ],
])('%s', (_, before, after, said) => {
  expect(diffResults(check(...before), check(...after))).toMatchObject(said);
});

test('claims are compared line by line, and voids are told', () => {
  const claim = (units: number): Claim => ({
    id: 'C-1',
    jurisdiction: 'MO',
    lines: [{ procedureCode: 'H2017HO', dateOfService: '2024-03-12', units, charge: '20.36' }],
  });
  const before = checkClaims([claim(1)], options);
  const after = checkClaims([claim(1.5)], options);
  expect(diffResults(before, after).came).toEqual([
    { key: 'C-1', rule: 'units/whole' },
    { key: 'C-1', rule: 'claim/charge' },
  ]);
  const voided = checkClaims([{ ...claim(1), frequency: 'void', replaces: 'P-1' }], options);
  expect(diffResults(before, voided).verdicts).toEqual([
    { key: 'C-1', before: 'undetermined', after: 'void' },
  ]);
});

test('money is what is billable', () => {
  const charged = (units: number) => checkSessions([visit('V-1', { units, charge: '20.00' })], options);
  expect(diffResults(charged(99), charged(1)).money).toEqual({ before: '0.00', after: '20.00' });
});

/**
 * The money of each side is the sum of the charges of what is billable there; and where nothing but verdicts changed, what
 * it differs by is the charges of those whose verdict became billable, less those of whom it no longer is.
 */
describe('money adds up', () => {
  const checker = createChecker({
    codes: { 'mo/peer-support': [{ procedureCode: 'H0038', rate: '20.36' }] },
  });
  type Diff = typeof diffResults;
  type Batch = Parameters<Diff>[0];
  interface Side {
    readonly entries: readonly unknown[];
    readonly batch: Batch;
  }

  const holdsBack = ({ severity, outcome }: Finding) =>
    severity === 'error' && (outcome === 'fail' || outcome === 'unknown');

  /** Cents of what is billable of an entry, said once more. */
  function billableIn(entry: unknown, result: Entry): bigint {
    if (result.kind === 'invalid' || result.kind === 'void') return 0n;
    if (result.notices.some(({ code }) => code === 'replaced')) return 0n;
    if (result.kind === 'session') {
      const { charge } = entry as Session;
      return result.verdict === 'billable' ? cents(charge ?? result.price?.charge ?? '0.00') : 0n;
    }
    if (result.findings.some(holdsBack)) return 0n;
    return result.lines.reduce((sum, { verdict, price }, at) => {
      const charge = (entry as Claim).lines[at]?.charge ?? price?.charge ?? '0.00';
      return verdict === 'billable' ? sum + cents(charge) : sum;
    }, 0n);
  }

  const billableOf = ({ entries, batch }: Side) =>
    batch.results.reduce((sum, result, index) => sum + billableIn(entries[index], result), 0n);

  const anyEntry = fc.oneof(
    {
      weight: 6,
      arbitrary: plan.map(
        (one) =>
          (id: string): unknown =>
            sessionOf(one, id),
      ),
    },
    {
      weight: 5,
      arbitrary: claimPlan.map(
        (one) =>
          (id: string): unknown =>
            claimOfPlan(one, id),
      ),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(claimPlan, fc.constantFrom('replacement', 'void'), fc.nat(6))
        .map(([one, frequency, number]) => (id: string): unknown => ({
          ...claimOfPlan(one, id),
          frequency,
          replaces: `E-${String(number)}`,
        })),
    },
    { weight: 1, arbitrary: malformed.map((value) => () => value) },
  );
  const side = fc.record({ make: fc.array(anyEntry, { maxLength: 7 }), stated: randomOptions });

  function checked({ make, stated }: { make: ((id: string) => unknown)[]; stated: CheckOptions }): Side {
    const entries = make.map((one, index) => one(`E-${String(index)}`));
    return { entries, batch: checker.checkRecords(entries, stated) };
  }

  function sumsDiffer(diff: Diff) {
    const law = fc.property(side, side, (one, other) => {
      const [before, after] = [checked(one), checked(other)];
      const { money } = diff(before.batch, after.batch);
      expect(cents(money.before)).toBe(billableOf(before));
      expect(cents(money.after)).toBe(billableOf(after));
    });
    return fc.check(law, lawRuns(150, 20260401));
  }

  /** Sessions as they were and as they are, whose charges and units stay; some are of one side alone. */
  const changing = fc.record({
    one: plan,
    fault: fc.constantFrom('none', 'none', 'fails', 'open'),
    on: fc.constantFrom('both', 'both', 'both', 'both', 'before', 'after'),
  });

  function differenceDiffers(diff: Diff) {
    const law = fc.property(
      fc.array(changing, { maxLength: 8 }),
      randomOptions,
      randomOptions,
      (all, earlier, later) => {
        const placed = all.map((change, index) => ({ ...change, id: `E-${String(index)}` }));
        const sideOf = (which: 'before' | 'after', stated: typeof earlier) => {
          const entries = placed
            .filter(({ on }) => on === 'both' || on === which)
            .map(({ one, fault, id }) => sessionOf(which === 'after' ? { ...one, fault } : one, id));
          const batch = checker.checkRecords(entries, stated);
          const charges = new Map(
            batch.results.map((result, index) => [
              result.id,
              entries[index]?.charge ?? (result.kind === 'session' ? result.price?.charge : undefined),
            ]),
          );
          return { batch, chargeOf: (key: string) => cents(charges.get(key) ?? '0.00') };
        };
        const [before, after] = [sideOf('before', earlier), sideOf('after', later)];
        const { by, verdicts, money } = diff(before.batch, after.batch);
        expect(by).toBe('id');
        const became = verdicts.reduce((sum, { key, before: was, after: is }) => {
          const lost = was === 'billable' ? before.chargeOf(key) : 0n;
          const won = is === 'billable' ? after.chargeOf(key) : 0n;
          return sum + won - lost;
        }, 0n);
        expect(cents(money.after) - cents(money.before)).toBe(became);
      },
    );
    return fc.check(law, lawRuns(150, 20260402));
  }

  test('to the cent, on either side', () => {
    expect(fc.defaultReportMessage(sumsDiffer(diffResults))).toBeUndefined();
  });

  test('and verdicts account for the difference', () => {
    expect(fc.defaultReportMessage(differenceDiffers(diffResults))).toBeUndefined();
  });

  /** The totals of both sides made otherwise before they are compared. */
  const otherMoney =
    (of: (batch: Batch) => string): Diff =>
    (before, after) => ({
      ...diffResults(before, after),
      money: { before: of(before), after: of(after) },
    });
  const otherVerdicts =
    (of: (verdicts: Differences['verdicts']) => Differences['verdicts']): Diff =>
    (...sides) => {
      const said = diffResults(...sides);
      return { ...said, verdicts: of(said.verdicts) };
    };

  test.each<[fault: string, diff: Diff]>([
    ['all charges are told as billable', otherMoney(({ totals }) => totals.charge)],
    ['what is not billable is told', otherMoney(({ totals }) => totals.notBillableCharge)],
    [
      'of claims whose verdict is not billable no line is counted',
      otherMoney(({ results, totals }) =>
        results.some(({ kind, verdict }) => kind === 'claim' && verdict !== 'billable')
          ? '0.00'
          : totals.billableCharge,
      ),
    ],
    [
      'before and after change places',
      (...sides) => {
        const { money, ...said } = diffResults(...sides);
        return { ...said, money: { before: money.after, after: money.before } };
      },
    ],
    ['a cent is lost', otherMoney(({ totals: { billableCharge } }) => billableCharge.replace(/[1-9]$/, '0'))],
  ])('a sum that does not add up is noticed: %s', (_fault, diff) => {
    expect(sumsDiffer(diff).failed).toBe(true);
  });

  test.each<[fault: string, diff: Diff]>([
    ['what came is left out', otherVerdicts((all) => all.filter(({ before }) => before !== null))],
    ['what went is left out', otherVerdicts((all) => all.filter(({ after }) => after !== null))],
    [
      'what cannot be told yet is taken as billable',
      otherVerdicts((all) =>
        all.map((one) => (one.after === 'undetermined' ? { ...one, after: 'billable' } : one)),
      ),
    ],
    ['one is told twice', otherVerdicts((all) => [...all, ...all.slice(0, 1)])],
    ['all charges are told as billable', otherMoney(({ totals }) => totals.charge)],
  ])('verdicts that do not account for it are noticed: %s', (_fault, diff) => {
    expect(differenceDiffers(diff).failed).toBe(true);
  });
});
