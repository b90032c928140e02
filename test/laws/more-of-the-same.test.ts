import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sessionOf, type RandomCheck } from '../oracle/generate.js';
import { bases } from '../support/cases.js';
import { checksOf, factPaths, outcomesOf, resultOf, valueAt, type Outcome } from './random-sessions.js';
import { expectSame } from '../support/alike.js';
import { lawRuns } from '../support/runs.js';

/** More of what uses a limit up makes nothing better; more of what is asked for makes nothing worse. */

const order: readonly Outcome[] = ['fail', 'unknown', 'due', 'pass'];
const rank = (outcome: Outcome | undefined) => (outcome === undefined ? -1 : order.indexOf(outcome));

/** The rules that came out lower than before. */
function worse(before: Map<string, Outcome>, after: Map<string, Outcome>): string[] {
  return [...before].flatMap(([rule, outcome]) => (rank(after.get(rule)) < rank(outcome) ? [rule] : []));
}

const limits = ['units/daily-limit', 'units/monthly-limit'];
const ofPeers = checksOf(['mo-peer-support']);

test('more units asked for mend no limit', () => {
  let broken = 0;
  fc.assert(
    fc.property(
      ofPeers,
      fc.integer({ min: 0, max: 970 }),
      fc.integer({ min: 1, max: 970 }),
      (check, tenths, more) => {
        const few = outcomesOf(resultOf(check, [['units', tenths / 10]]));
        const many = outcomesOf(resultOf(check, [['units', (tenths + more) / 10]]));
        broken += worse(few, many).filter((rule) => limits.includes(rule)).length;
        expectSame(
          worse(many, few).filter((rule) => limits.includes(rule)),
          [],
        );
      },
    ),
    lawRuns(300, 32),
  );
  expect(broken).toBeGreaterThan(0);
});

test('more units already billed mend no limit', () => {
  fc.assert(
    fc.property(ofPeers, fc.nat(400), fc.constantFrom('M-4', 'M-1', null), (check, tenths, memberId) => {
      const { service, dateOfService } = sessionOf(check);
      const history = check.options.history ?? [];
      const more = [...history, { service, dateOfService, units: tenths / 10, memberId }];
      const few = outcomesOf(resultOf(check, [], { history }));
      const many = outcomesOf(resultOf(check, [], { history: more }));
      expectSame(worse(many, few), []);
    }),
    lawRuns(300, 96),
  );
});

/** Every entry of the session that is held from a day through a day. */
function heldEntries(check: Pick<RandomCheck, 'base' | 'changes'>): string[] {
  return factPaths(sessionOf(check)).flatMap((path) => (path.endsWith('.code') ? [path.slice(0, -5)] : []));
}

const holding = bases.filter((base) => heldEntries({ base, changes: [] }).length > 0);

const withEntry = checksOf(holding)
  .filter((check) => heldEntries(check).length > 0)
  .chain((check) => fc.tuple(fc.constant(check), fc.constantFrom(...heldEntries(check))));

test.each(['through', 'from'] as const)('a code held longer, by its %s, breaks nothing', (bound) => {
  const mended = new Set<string>();
  fc.assert(
    fc.property(withEntry, fc.boolean(), ([check, entry], isOpen) => {
      const stated = valueAt(sessionOf(check), `${entry}.${bound}`);
      if (typeof stated !== 'string') return;
      const year = Number(stated.slice(0, 4)) + (bound === 'through' ? 4 : -4);
      // A first day that is not stated may be asked for.
      if (bound === 'from' && isOpen && check.options.readings?.['openStart'] === 'unknown') return;
      const longer = isOpen ? null : `${year}-01-31`;
      const before = outcomesOf(resultOf(check));
      const after = outcomesOf(resultOf(check, [[`${entry}.${bound}`, longer]]));
      if (worse(after, before).length > 0) mended.add(check.base);
      expectSame(worse(before, after), []);
    }),
    lawRuns(300, 2018),
  );
  expect([...mended]).not.toEqual([]);
});

test('more hours of a training break no rule but that of papers', () => {
  fc.assert(
    fc.property(
      checksOf(['mo-H2017HO', 'mo-H2017HOHQ']),
      fc.nat(12),
      fc.constantFrom(0.5, 1, 4),
      (check, index, hours) => {
        const known = valueAt(sessionOf(check), `staff.trainings.${index}.hours`);
        if (typeof known !== 'number') return;
        const before = outcomesOf(resultOf(check));
        const after = outcomesOf(resultOf(check, [[`staff.trainings.${index}.hours`, known + hours]]));
        expectSame(
          worse(before, after).filter((rule) => rule !== 'staff/training-documented'),
          [],
        );
      },
    ),
    lawRuns(300, 2009),
  );
});
