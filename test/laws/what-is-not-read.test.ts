import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CheckOptions, Service, Session, SessionResult } from '../../src/index.js';
import { readsOf, rulesOf } from '../../src/rules/index.js';
import { sessionOf, type RandomCheck } from '../oracle/generate.js';
import { baseSession, bases } from '../support/cases.js';
import { randomFrom } from '../oracle/random.js';
import { anyChange, checkerOf, checks, factPaths, resultOf, valueAt } from './random-sessions.js';
import { expectSame } from '../support/alike.js';
import { lawRuns } from '../support/runs.js';

/** What a rule says depends on the facts that it names, whatever their order in lists, and on nothing else. */

const seeds = fc.nat(2 ** 31 - 1);

/** What each rule said, word for word. */
function saidIn({ passed, notApplicable, findings }: SessionResult): Map<string, string> {
  return new Map<string, string>([
    ...passed.map((rule) => [rule, 'pass'] as const),
    ...notApplicable.map(({ rule, message }) => [rule, message] as const),
    ...findings.map((finding) => [finding.rule, JSON.stringify(finding)] as const),
  ]);
}

/** Whether a change at one path can be seen at the other: one holds the other, or they are the same. */
function touches(changed: string, read: string): boolean {
  return `${changed}.`.startsWith(`${read}.`) || `${read}.`.startsWith(`${changed}.`);
}

/** Where a change begins: a fact of what was said not to exist says that it does. */
function beginOf(path: string, check: RandomCheck): string {
  const keys = path.split('.');
  const holders = keys.map((_key, index) => keys.slice(0, index + 1).join('.'));
  return holders.find((holder) => valueAt(sessionOf(check), holder) === 'none') ?? path;
}

const readByRule = new Map<Service, Map<string, readonly string[]>>();

/** The facts that each rule reads, looked up once for a definition. */
function factsRead(check: RandomCheck): Map<string, readonly string[]> {
  const definition = checkerOf(check).serviceOf(sessionOf(check).service);
  const read =
    readByRule.get(definition) ?? new Map(rulesOf(definition).map(({ id }) => [id, readsOf(definition, id)]));
  readByRule.set(definition, read);
  return read;
}

test('a fact that a rule does not name changes nothing that it says', () => {
  const changed = new Set<string>();
  const untouched = new Set<string>();
  fc.assert(
    fc.property(checks, seeds, (check, seed) => {
      const [path, value] = anyChange(check, seed);
      // Of a session that did not take place nothing is asked, whatever a rule reads.
      if (path === 'phase') return;
      const before = saidIn(resultOf(check));
      const after = saidIn(resultOf(check, [[path, value]]));
      const differing = [...before.keys()].filter((rule) => before.get(rule) !== after.get(rule));
      const reads = factsRead(check);
      const begin = beginOf(path, check);
      const unnamed = differing.filter(
        (rule) => !(reads.get(rule) ?? []).some((read) => touches(begin, read)),
      );
      if (differing.length > 0) changed.add(check.base);
      if (differing.length < before.size) untouched.add(check.base);
      expectSame({ path, unnamed }, { path, unnamed: [] });
    }),
    lawRuns(1_000, 20141001),
  );
  expectSame([...changed].sort(), bases);
  expectSame([...untouched].sort(), bases);
});

/** Every list in a value put in another order. */
function shuffled(value: unknown, seed: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (!Array.isArray(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shuffled(inner, seed)]));
  }
  const random = randomFrom(seed);
  const entries = value.map((entry) => ({ entry: shuffled(entry, seed), place: random.below(1_000) }));
  return entries.sort((one, other) => one.place - other.place).map(({ entry }) => entry);
}

/** A finding without the places of entries in their lists, and with what it lists, in words too, in one order. */
function withoutPlaces(finding: object): unknown {
  return JSON.parse(JSON.stringify(finding).replaceAll(/\/\d+/g, '/#'), (key, value: unknown) => {
    if (Array.isArray(value)) return [...new Set(value.map((one) => JSON.stringify(one)))].sort();
    return key === 'message'
      ? String(value)
          .split(/[();] ?|\. /)
          .sort()
      : value;
  });
}

test('the order of lists changes nothing', () => {
  const moved = new Set<string>();
  fc.assert(
    fc.property(checks, seeds, (check, seed) => {
      const session = sessionOf(check);
      const other = shuffled(session, seed);
      if (JSON.stringify(other) !== JSON.stringify(session)) moved.add(check.base);
      const { checkSession } = checkerOf(check);
      const before = checkSession(session, check.options);
      const after = checkSession(other as Session, shuffled(check.options, seed) as CheckOptions);
      if (JSON.stringify({ ...after, rules: null }) === JSON.stringify({ ...before, rules: null })) return;
      // What is told of the settings holds lists too.
      expectSame(
        { ...after, rules: null, findings: after.findings.map(withoutPlaces) },
        {
          ...before,
          rules: null,
          findings: before.findings.map(withoutPlaces),
        },
      );
    }),
    lawRuns(600, 20141001),
  );
  // A list of one entry has one order.
  const listing = bases.filter((base) => factPaths(baseSession(base)).some((path) => /\.1(\.|$)/.test(path)));
  expectSame([...moved], expect.arrayContaining(listing));
});
