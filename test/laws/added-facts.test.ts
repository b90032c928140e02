import fc from 'fast-check';
import { test } from 'vitest';
import { sessionOf, type RandomCheck } from '../oracle/generate.js';
import { bases } from '../support/cases.js';
import { checks, factPaths, outcomesOf, resultOf, valueAt, type Outcome } from './random-sessions.js';
import { expectSame } from '../support/alike.js';
import { lawRuns } from '../support/runs.js';

/** What is known of a session may grow; what a rule has said of it stays said, unless it was unknown. */

/** Facts whose silence says something, so that stating them contradicts what was said. */
function isSilenceHeard(path: string, session: unknown): boolean {
  if (/^(service|dateOfService|id|phase|funding|units|minutes|charge)$/.test(path)) return true;
  if (/^plan\.through$|trainingWaivers|trainingExceptions/.test(path)) return true;
  // In a list an entry states a code and its bounds; what is not stated of it is not unknown.
  if (/\.\d+\.(code|topic|from|through)$|\.\d+$/.test(path)) return true;
  // Who is in an individual session that states no number is one, and several people without a format are a group.
  const isIndividual = valueAt(session, 'format') === 'individual';
  const people = Number(valueAt(session, 'group.participants') ?? 1);
  return isIndividual && (path === 'group.participants' || (path === 'format' && people > 1));
}

/** Facts that can be taken away, to be stated again; of the two clock times one, since neither is a statement too. */
function removable(check: RandomCheck): string[] {
  const session = sessionOf(check);
  const isHalf = ['startTime', 'endTime'].some((path) => valueAt(session, path) == null);
  return factPaths(session).filter(
    (path) =>
      valueAt(session, path) !== null &&
      !isSilenceHeard(path, session) &&
      !(path === 'startTime' || (path === 'endTime' && isHalf)),
  );
}

/** Hired after the first service: such facts contradict each other, and each alone says something else. */
function contradicts(check: RandomCheck): boolean {
  const session = sessionOf(check);
  const [hired, first] = ['staff.hireDate', 'staff.firstServiceDate'].map((path) => valueAt(session, path));
  return typeof hired === 'string' && typeof first === 'string' && hired > first;
}

const mayBecome: Readonly<Record<Outcome, readonly Outcome[]>> = {
  pass: ['pass'],
  fail: ['fail'],
  due: ['due', 'pass'],
  unknown: ['pass', 'fail', 'due', 'unknown'],
};

/** One to six of them, as far as there are so many. */
function someOf(paths: string[]): fc.Arbitrary<string[]> {
  return fc.subarray(paths, { minLength: Math.min(1, paths.length), maxLength: Math.min(6, paths.length) });
}

const someRemoved = checks.chain((check) =>
  fc.record({
    check: fc.constant(check),
    removed: someOf(removable(check)),
    isHistoryKnown: fc.boolean(),
  }),
);

/** Rules that do not ask for what they judge: stated, it may fail. */
const notAsking = ['member/born', 'staff/own-supervisor', 'plan/goal', 'necessity/child-admission-a'];

test('a fact that is added turns no pass into a failure, and no failure into a pass', () => {
  const settled = new Set<string>();
  fc.assert(
    fc.property(someRemoved, ({ check, removed, isHistoryKnown }) => {
      fc.pre(!contradicts(check));
      const without = removed.map((path) => [path, null] as const);
      const before = outcomesOf(resultOf(check, without, isHistoryKnown ? {} : { history: null }));
      const after = outcomesOf(resultOf(check));
      const turned = [...before].filter(([rule, outcome]) => {
        const grown = after.get(rule);
        if (outcome === 'unknown' && grown !== 'unknown') settled.add(check.base);
        // That rule is information only, and not asked for while the time is not known.
        if (notAsking.includes(rule) && outcome === 'pass') return false;
        return rule !== 'units/unbilled-time' && (grown === undefined || !mayBecome[outcome].includes(grown));
      });
      expectSame(turned, []);
    }),
    lawRuns(800, 20141001),
  );
  expectSame([...settled].sort(), bases);
});

test('what is asked for is not known, and an unknown rule asks for something', () => {
  const asked = new Set<string>();
  fc.assert(
    fc.property(checks, (check) => {
      const session = sessionOf(check);
      const { history } = check.options;
      for (const { rule, outcome, missing } of resultOf(check).findings) {
        // Outside the dates of a definition it is we who do not know.
        const isAsking = outcome === 'unknown' && rule !== 'service/in-force';
        if (outcome !== 'due') expectSame([rule, missing.length > 0], [rule, isAsking]);
        const paths = missing.map(({ path }) => path.slice(1).replaceAll('/', '.'));
        expectSame(paths, [...new Set(paths)]);
        // A word on no list is asked for where it stands.
        const isWord = (path: string) => /\.\d+$/.test(path);
        // A history that holds a use of a code that no definition has is not known in full.
        const isWhole = history?.every(({ service }) => service != null);
        const stated = { ...session, ...(isWhole === true && { history }) };
        const known = paths.filter((path) => !isWord(path) && valueAt(stated, path) != null);
        expectSame([rule, known], [rule, []]);
        if (paths.length > 0) asked.add(check.base);
      }
    }),
    lawRuns(300, 20141001),
  );
  expectSame([...asked].sort(), bases);
});
