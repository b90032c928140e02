import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Checker, CheckOptions, Session, SessionResult } from '../../src/index.js';
import { waysToPass, type Operation, type WaysToPass } from '../../src/evidence/explain.js';
import { checkerOnFile } from '../../src/check/checker.js';
import { findOrThrow } from '../../src/check/on-file.js';
import { askedOf, witnessOf } from '../../src/evidence/ways/answers.js';
import { termsThrough } from '../../src/evidence/ways/clause-ways.js';
import { clausesOf, unmetOf } from '../../src/evidence/ways/clauses.js';
import { checkerOf, checks } from '../laws/random-sessions.js';
import { sessionOf, type RandomCheck } from '../oracle/generate.js';
import { lawRuns } from '../support/runs.js';

interface Searched {
  checker: Checker;
  session: Session;
  options: CheckOptions;
  result: SessionResult;
  ways: WaysToPass;
  check: (session: Session) => SessionResult;
}

function searched(random: RandomCheck): Searched {
  const checker = checkerOf(random);
  const session = sessionOf(random) as Session;
  const options = random.options as CheckOptions;
  const check = (one: Session) => checker.checkSession(one, options);
  return {
    checker,
    session,
    options,
    result: check(session),
    ways: waysToPass(session, { ...options, checker }),
    check,
  };
}

/** Proposed ones are rare among the random ones, and have ways of their own. */
const all = fc
  .tuple(checks, fc.boolean())
  .map(([check, isProposed]): RandomCheck =>
    isProposed ? { ...check, changes: [...check.changes, ['phase', 'proposed']] } : check,
  );

/** A patch by the letter of RFC 6902. */
function patched(session: Session, patch: readonly Operation[]): Session {
  const copy = JSON.parse(JSON.stringify(session)) as Session;
  for (const { op, path, value } of patch) {
    const keys = path.split('/').slice(1);
    const last = String(keys.pop());
    const holder = keys.reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], copy);
    expect(typeof holder).toBe('object');
    if (op === 'replace') expect(Object.keys(holder as object)).toContain(last);
    (holder as Record<string, unknown>)[last] = value;
  }
  return copy;
}

type Outcomes = Map<string, string>;

/** What holds a session back, by rule. */
function blockingOf({ findings }: SessionResult, { missingFacts }: CheckOptions): Outcomes {
  const blocking = findings.filter(
    ({ severity, outcome }) =>
      severity === 'error' && (outcome === 'fail' || (outcome === 'unknown' && missingFacts !== 'report')),
  );
  return new Map(blocking.map(({ rule, outcome }) => [rule, outcome]));
}

function repairsOf({ needs }: WaysToPass) {
  return needs.flatMap((need) =>
    need.ways.flatMap((way) => (way.repair ? [{ need, way, repair: way.repair }] : [])),
  );
}

function law(name: string, seed: number, count: number, holds: (one: Searched) => void): void {
  test(`law: ${name}`, () => {
    fc.assert(
      fc.property(all, (check) => {
        holds(searched(check));
      }),
      lawRuns(count, seed),
    );
  });
}

law(
  'the needs are what holds the verdict back, and nothing is told of what passes',
  20_251_101,
  120,
  (one) => {
    const { result, options, ways } = one;
    expect(ways.verdict).toBe(result.verdict);
    expect(ways.needs.flatMap(({ rules }) => rules).sort()).toEqual(
      [...blockingOf(result, options).keys()].sort(),
    );
    for (const { demands } of ways.needs.flatMap((need) => need.ways)) {
      expect(demands.length).toBeGreaterThan(0);
      for (const { says, paths } of demands) {
        expect(says).toMatch(/^\S.*[^.]$/);
        expect(paths.length).toBeGreaterThan(0);
      }
    }
  },
);

law('what is offered comes out, its need is met, and nothing new holds back', 20_251_102, 40, (one) => {
  const { session, options, result, ways, check } = one;
  const before = blockingOf(result, options);
  const expectNothingNew = (after: Outcomes) => {
    for (const [rule, outcome] of after) {
      expect([...before.keys()]).toContain(rule);
      if (before.get(rule) === 'unknown') expect(outcome).toBe('unknown');
    }
  };
  for (const { need, repair } of repairsOf(ways)) {
    const after = check(patched(session, repair.patch));
    expect(after.verdict).toBe(repair.after.verdict);
    expect(after.price?.charge).toBe(repair.after.charge);
    const blocking = blockingOf(after, options);
    for (const rule of need.rules) expect([...blocking.keys()]).not.toContain(rule);
    expectNothingNew(blocking);
  }
  if (ways.together === undefined) return;
  const after = check(patched(session, ways.together.patch));
  expect(after.verdict).toBe(ways.together.after.verdict);
  expect(after.verdict).not.toBe(result.verdict);
  expectNothingNew(blockingOf(after, options));
});

const mayBePatched =
  /^\/(units|service)$|^\/(activities|materials)\/\d+$|\/\d+\/(code|topic)$|^\/member\/careTeamRoles\/\d+$|^\/assessment\/conditions\/\d+$/;
const ofProposed = /^\/(dateOfService|endTime)$/;

law('a patch states no fact about a person and nothing that happened', 20_251_103, 40, (one) => {
  const { session, ways } = one;
  const patches = [...repairsOf(ways).map(({ repair }) => repair), ...(ways.together ? [ways.together] : [])];
  for (const { path } of patches.flatMap(({ patch }) => patch)) {
    if (ofProposed.test(path)) expect(session.phase).toBe('proposed');
    else expect(path).toMatch(mayBePatched);
  }
  for (const { kind, repair } of ways.needs.flatMap((need) => need.ways)) {
    if (kind === 'answer' || kind === 'complete') expect(repair).toBeUndefined();
    else expect(repair?.safe).toBe(kind === 'claim-less');
  }
});

law('no greater number of units would do', 20_251_104, 80, ({ session, options, ways, check }) => {
  for (const { need, way, repair } of repairsOf(ways)) {
    if (way.kind !== 'claim-less') continue;
    const [operation] = repair.patch;
    const more = check({ ...session, units: Number(operation?.value) + 1 });
    const blocking = blockingOf(more, options);
    expect(need.rules.some((rule) => blocking.has(rule))).toBe(true);
    expect(Number(operation?.value)).toBeLessThan(session.units ?? Infinity);
  }
});

law('no part of all repairs at once does what they do', 20_251_105, 40, (one) => {
  const { session, options, ways, check } = one;
  const { together } = ways;
  if (together === undefined || together.patch.length < 2) return;
  const whole = blockingOf(check(patched(session, together.patch)), options);
  for (const left of together.patch) {
    const part = together.patch.filter((operation) => operation !== left);
    const rest = blockingOf(check(patched(session, part)), options);
    expect(rest.size).toBeGreaterThan(whole.size);
  }
});

law('answers as they are demanded meet the clause, and break no other', 20_251_107, 40, (one) => {
  const { session, options, result, checker } = one;
  const before = blockingOf(result, options);
  const onFile = checkerOnFile(checker);
  const under = { session, on: session.dateOfService, ...onFile.settingsOf(options) };
  const { service } = findOrThrow(onFile, session.service, session.dateOfService);
  const clauses = clausesOf(service, new Set([...before.keys()] as never[]));
  const asked = askedOf(under, clauses, new Set(result.findings.map(({ rule }) => rule)));
  for (const rule of before.keys()) {
    const clause = unmetOf(rule as never, service, under);
    for (const term of clause === undefined ? [] : (termsThrough(clause, asked) ?? [])) {
      const witness = witnessOf(term, clause as never, asked);
      if (witness === undefined || witness === 'not-searched') continue;
      const after = blockingOf(checker.checkSession(witness, options), options);
      expect([...after.keys()]).not.toContain(rule);
      for (const [other, outcome] of after)
        if (outcome === 'fail') expect([...before.keys()]).toContain(other);
    }
  }
});
