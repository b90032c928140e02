import type { Circumstances, UnknownFact } from './circumstances.js';
import type { Condition, Joint, Question } from './condition.js';
import type { TruthOf } from './operators/operator.js';
import type { Readings } from '../readings/generated.js';
import type { AskedReading } from './other-choice.js';
import { FALSE, opposite, TRUE, UNKNOWN, type Truth } from './truth.js';
import { demandOf, isQuestion, operatorOf } from './walk.js';

/** A condition made ready to run. */
export interface Test {
  /** True, false or unknown. */
  readonly truth: TruthOf;
  /** How it comes to that. */
  readonly explain: (circumstances: Circumstances) => Trace;
}

/** A condition with its truth, and the same of each of its parts. */
export interface Trace {
  readonly condition: Condition;
  readonly truth: Truth;
  /** How many of the parts must hold. */
  readonly count: number;
  readonly parts: readonly TracedPart[];
  /** The facts that a question which is not decided asks for. */
  readonly unknown: readonly UnknownFact[];
  /** Of a question that rests on a reading, its truth where that is chosen otherwise. */
  readonly other:
    { readonly reading: AskedReading; readonly truthUnder: (other: Readings) => Truth } | undefined;
}

export interface TracedPart {
  readonly trace: Trace;
  /** It is to be false. */
  readonly isNegated: boolean;
}

const noParts: readonly TracedPart[] = [];
const nothing: readonly UnknownFact[] = [];

/** Turns a condition into closures, once. */
export function compile(condition: Condition): Test {
  return isQuestion(condition) ? single(condition) : joint(condition);
}

function single(question: Question): Test {
  const operator = operatorOf(question);
  const truth = operator.truth(question);
  const reading = operator.rests?.(question);
  return {
    truth,
    explain(circumstances) {
      const here = truth(circumstances);
      return {
        condition: question,
        truth: here,
        count: 0,
        parts: noParts,
        unknown: here === UNKNOWN ? unknownOf(question, circumstances) : nothing,
        other: reading && { reading, truthUnder: truthUnderOther(truth, circumstances) },
      };
    },
  };
}

function unknownOf(question: Question, circumstances: Circumstances): readonly UnknownFact[] {
  const { facts, unknown } = operatorOf(question);
  return unknown === undefined ? facts(question).map((path) => ({ path })) : unknown(question, circumstances);
}

function truthUnderOther(truth: TruthOf, { session, on, words }: Circumstances): (other: Readings) => Truth {
  return (readings) => truth({ session, on, readings, words });
}

function joint(condition: Joint): Test {
  const { count, parts } = demandOf(condition);
  const tests = parts.map((part) => ({ test: compile(part.condition), isNegated: part.isNegated }));
  return {
    truth: atLeast(
      count,
      tests.map(({ test, isNegated }) => (isNegated ? negated(test.truth) : test.truth)),
    ),
    explain(circumstances) {
      const traced = tests.map(({ test, isNegated }) => ({ trace: test.explain(circumstances), isNegated }));
      const truth = joined(count, traced, (trace) => trace.truth);
      return { condition, truth, count, parts: traced, unknown: nothing, other: undefined };
    },
  };
}

function negated(truth: TruthOf): TruthOf {
  return (circumstances) => opposite(truth(circumstances));
}

/** At least `count` hold: all of them, any of them, or a number between. No more are asked than tell. */
function atLeast(count: number, truths: readonly TruthOf[]): TruthOf {
  const size = truths.length;
  if (size === 1 && count === 1) return (truths as readonly [TruthOf])[0];
  return (circumstances) => {
    let known = 0;
    let possible = size;
    for (const truth of truths) {
      const part = truth(circumstances);
      if (part === TRUE && ++known >= count) return TRUE;
      if (part === FALSE && --possible < count) return FALSE;
    }
    if (count === 0) return TRUE;
    return possible < count ? FALSE : UNKNOWN;
  };
}

/** The truth that follows from the truths of the parts. */
export function joined(
  count: number,
  parts: readonly TracedPart[],
  truthOfPart: (trace: Trace) => Truth,
): Truth {
  const truths = parts.map(({ trace, isNegated }) =>
    isNegated ? opposite(truthOfPart(trace)) : truthOfPart(trace),
  );
  if (truths.filter((truth) => truth === TRUE).length >= count) return TRUE;
  return truths.filter((truth) => truth !== FALSE).length < count ? FALSE : UNKNOWN;
}
