import type { SessionPath } from '../facts/generated/types.js';
import type { Circumstances, UnknownFact } from './circumstances.js';
import type { Condition, Leaf, Setting } from './condition.js';
import { nothings } from '../facts/generated/table.js';
import { leafTruth, unknownFacts } from './leaf.js';
import { FALSE, TRUE, truthOf, UNKNOWN, type Truth } from './truth.js';

/** A condition made ready to run. */
export interface Test {
  /** True, false or unknown. */
  readonly truth: (circumstances: Circumstances) => Truth;
  /** The unknown facts in its undecided parts; empty where it is decided. */
  readonly undecided: (circumstances: Circumstances) => readonly UnknownFact[];
  /** The questions whose answer makes it false; empty where it is not false. */
  readonly failing: (circumstances: Circumstances) => readonly Leaf[];
  /** The questions whose answer makes it true; empty where it is not true. */
  readonly holding: (circumstances: Circumstances) => readonly Leaf[];
}

/** Turns a condition into closures, once. */
export function compile(condition: Condition): Test {
  switch (condition.op) {
    case 'not':
      return negation(condition.condition);
    case 'all':
      return counted(condition.conditions.length, condition.conditions.map(compile));
    case 'any':
      return counted(1, condition.conditions.map(compile));
    case 'atLeast':
      return counted(condition.count, condition.conditions.map(compile));
    case 'when':
      return compile({
        op: 'any',
        conditions: [{ op: 'not', condition: condition.condition }, condition.then],
      });
    case 'reading':
      return setting(condition);
    default:
      return single(condition);
  }
}

function setting({ reading, value }: Setting): Test {
  return {
    truth: ({ readings }) => truthOf(readings[reading] === value),
    undecided: () => [],
    failing: () => [],
    holding: () => [],
  };
}

function single(leaf: Leaf): Test {
  const truth = leafTruth(leaf);
  const unknown = unknownFacts(leaf);
  return {
    truth,
    undecided: (circumstances) => (truth(circumstances) === UNKNOWN ? unknown(circumstances.session) : []),
    failing: (circumstances) => (truth(circumstances) === FALSE ? [leaf] : []),
    holding: (circumstances) => (truth(circumstances) === TRUE ? [leaf] : []),
  };
}

function negation(condition: Condition): Test {
  const negated = compile(condition);
  return {
    truth: (circumstances) => (TRUE - negated.truth(circumstances)) as Truth,
    undecided: negated.undecided,
    failing: negated.holding,
    holding: negated.failing,
  };
}

/** At least `count` of the tests hold: all of them, any of them, or a number between. */
function counted(count: number, tests: readonly Test[]): Test {
  const size = tests.length;
  const truth = (circumstances: Circumstances): Truth => {
    let known = 0;
    let possible = size;
    for (const { truth: truthOfPart } of tests) {
      const part = truthOfPart(circumstances);
      if (part === TRUE && ++known >= count) return TRUE;
      if (part === FALSE && --possible < count) return FALSE;
    }
    if (count === 0) return TRUE;
    return possible < count ? FALSE : UNKNOWN;
  };
  const parts = <Part>(outcome: Truth, of: (test: Test) => readonly Part[], circumstances: Circumstances) =>
    truth(circumstances) === outcome ? tests.flatMap(of) : [];
  return {
    truth,
    undecided: (circumstances) =>
      withoutStandIns(parts(UNKNOWN, (test) => test.undecided(circumstances), circumstances)),
    failing: (circumstances) => parts(FALSE, (test) => test.failing(circumstances), circumstances),
    holding: (circumstances) => parts(TRUE, (test) => test.holding(circumstances), circumstances),
  };
}

/** A fact that stands for an object is not asked for beside another of the same object. */
function withoutStandIns(unknown: readonly UnknownFact[]): readonly UnknownFact[] {
  return unknown.filter(
    ({ standsFor }) =>
      standsFor === undefined ||
      !unknown.some((other) => other.standsFor === undefined && other.path.startsWith(`${standsFor}.`)),
  );
}

/** The facts that a leaf reads. */
export function factsOf(leaf: Leaf): readonly SessionPath[] {
  switch (leaf.op) {
    case 'ageAtLeast':
      return [leaf.fact, leaf.at];
    case 'inForce':
      return ['plan.from', 'plan.through'];
    case 'exists':
      return [nothings[leaf.fact].asks];
    default:
      return [leaf.fact];
  }
}

/** Every question that a condition asks, in order. */
export function leavesOf(condition: Condition): readonly Leaf[] {
  switch (condition.op) {
    case 'not':
      return leavesOf(condition.condition);
    case 'all':
    case 'any':
    case 'atLeast':
      return condition.conditions.flatMap(leavesOf);
    case 'when':
      return [...leavesOf(condition.condition), ...leavesOf(condition.then)];
    case 'reading':
      return [];
    default:
      return [condition];
  }
}
