import fc from 'fast-check';
import { createChecker, type CheckOptions, type SessionResult } from '../../src/index.js';
import { bases } from '../support/cases.js';
import { edges } from '../oracle/edges.js';
import { randomCheck, sessionOf, type RandomCheck } from '../oracle/generate.js';
import type { Change } from '../oracle/starts.js';
import { randomFrom } from '../oracle/random.js';

/** Sessions as the oracle is asked about: complete ones of every service with facts changed, taken away, on the edge. */

export function checksOf(bases: readonly string[]): fc.Arbitrary<RandomCheck> {
  return fc.nat(2 ** 31 - 1).map((seed) => randomCheck(seed, bases));
}

export const checks = checksOf(bases);

const checkers = {
  plain: createChecker(),
  withCodes: createChecker({
    codes: {
      'mo/peer-support': [{ procedureCode: 'X0001', rate: '4.95', from: '2017-05-16' }],
      'mt/imr': [{ procedureCode: 'X0002', unitMinutes: 30, rate: '20.36' }],
    },
  }),
};

export function checkerOf({ isBound }: Pick<RandomCheck, 'isBound'>) {
  return isBound ? checkers.withCodes : checkers.plain;
}

export function resultOf(
  check: RandomCheck,
  more: readonly Change[] = [],
  options: CheckOptions = {},
): SessionResult {
  const session = sessionOf({ ...check, changes: [...check.changes, ...more] });
  return checkerOf(check).checkSession(session, { ...check.options, ...options });
}

/** A random change of one of the facts of a session's service. */
export function anyChange(check: RandomCheck, seed: number): Change {
  const random = randomFrom(seed);
  const [path, values] = random.pick(edges[check.base] ?? []);
  return [path, random.chance(0.3) ? undefined : values(random, sessionOf(check).dateOfService)];
}

export type Outcome = 'pass' | 'fail' | 'unknown' | 'due';

/** How each rule came out; a rule that does not apply counts as passed. */
export function outcomesOf({ passed, notApplicable, findings }: SessionResult): Map<string, Outcome> {
  return new Map<string, Outcome>([
    ...passed.map((rule) => [rule, 'pass'] as const),
    ...notApplicable.map(({ rule }) => [rule, 'pass'] as const),
    ...findings.map(({ rule, outcome }) => [rule, outcome] as const),
  ]);
}

/** The value at a path, `undefined` where there is none. */
export function valueAt(holder: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => {
    if (typeof inner !== 'object' || inner === null) return undefined;
    return (inner as Readonly<Record<string, unknown>>)[key];
  }, holder);
}

/** Every path of an object at which a fact stands: a value, or a list. */
export function factPaths(holder: unknown, path: readonly string[] = []): string[] {
  if (typeof holder !== 'object' || holder === null) return [path.join('.')];
  const inner = Object.entries(holder).flatMap(([key, value]) => factPaths(value, [...path, key]));
  return Array.isArray(holder) ? [path.join('.'), ...inner] : inner;
}
