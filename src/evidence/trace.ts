import { checkerOnFile, type Checker } from '../check/checker.js';
import { optionsSchema, type CheckOptions } from '../check/options.js';
import { findOrThrow } from '../check/on-file.js';
import { compile, type Trace, type TracedPart } from '../conditions/compile.js';
import type { Condition } from '../conditions/condition.js';
import { describe } from '../conditions/describe.js';
import { FALSE, opposite, TRUE, UNKNOWN, type Truth } from '../conditions/truth.js';
import { factsIn } from '../conditions/walk.js';
import { parseOrThrow } from '../facts/parse.js';
import { placeOf } from '../facts/read.js';
import { sessionSchema } from '../facts/generated/schemas.js';
import type { Session } from '../facts/generated/types.js';
import type { RuleId } from '../findings/finding-data.js';
import { sentence } from '../findings/wording.js';
import type { ReadingName } from '../readings/generated.js';
import { shipped } from '../shipped.js';

/** What a clause, or a part of it, asks for, and how that comes out. */
export interface TracedClause {
  /** In words, as a clause. */
  readonly says: string;
  readonly truth: 'true' | 'false' | 'unknown';
  /** Whether the truth of the whole rests on it. */
  readonly decides: boolean;
  /** JSON Pointers of the facts that it reads. No value of them is told. */
  readonly paths: readonly string[];
  /** The named reading on which it rests. */
  readonly reading?: ReadingName;
  readonly parts?: readonly TracedClause[];
}

/** The clause of one rule. */
export interface TracedRule extends TracedClause {
  readonly rule: RuleId;
}

/** Options of a check, and what judges. */
export interface TraceOptions extends CheckOptions {
  /** What judges; the shipped definitions where left out. */
  readonly checker?: Checker | undefined;
}

/**
 * How each clause of a session's service comes out, part by part: what messages are made from. Rules that compute (units,
 * times, comparisons) have no parts, and are told by `checkSession` alone. Of a clause that applies to some sessions only
 * the first part says whether it applies.
 *
 * @throws InputError as `checkSession`.
 *
 * @example
 * const session = { service: 'mo/peer-support', dateOfService: '2025-03-03' };
 * const age = traceSession(session).find(({ rule }) => rule === 'member/age');
 * age?.truth; // 'unknown'
 * age?.paths; // [ '/member/birthDate', '/dateOfService' ]
 */
export function traceSession(session: Session, { checker, ...stated }: TraceOptions = {}): TracedRule[] {
  const onFile = checker === undefined ? shipped : checkerOnFile(checker);
  const options = parseOrThrow(optionsSchema, stated);
  const read = parseOrThrow(sessionSchema, session);
  const { service } = findOrThrow(onFile, read.service, read.dateOfService);
  const { readings, words } = onFile.settingsOf(options);
  const circumstances = { session: read, on: read.dateOfService, readings, words };
  const traceOf = (condition: Condition) => compile(condition).explain(circumstances);
  return service.criteria.map(({ rule, says, reading, appliesWhen, requires, expects }) => {
    const required = traceOf(requires);
    const asked = appliesWhen === undefined ? undefined : traceOf(appliesWhen);
    const expected = expects === undefined ? undefined : traceOf(expects);
    const truth = ofRule(asked, required);
    const whole = (trace: Trace, isOn: boolean) => clauseOf({ trace, isNegated: false }, isOn, read);
    const parts = [
      ...(asked === undefined ? [] : [whole(asked, truth !== FALSE || asked.truth !== TRUE)]),
      whole(required, asked?.truth !== FALSE),
      ...(expected === undefined ? [] : [whole(expected, required.truth === TRUE)]),
    ];
    const [only, another] = parts;
    return {
      rule,
      says: sentence(says),
      truth: named[truth],
      decides: true,
      paths: pathsOf(
        [asked, required, expected].flatMap((trace) => trace?.condition ?? []),
        read,
      ),
      ...(reading !== undefined && { reading }),
      ...(another === undefined ? only?.parts && { parts: only.parts } : { parts }),
    };
  });
}

/** A clause that does not apply is not broken. */
function ofRule(asked: Trace | undefined, required: Trace): Truth {
  if (asked?.truth === FALSE || required.truth === TRUE) return TRUE;
  return asked?.truth === UNKNOWN ? UNKNOWN : required.truth;
}

function clauseOf({ trace, isNegated }: TracedPart, decides: boolean, session: Session): TracedClause {
  const { condition, other, parts } = trace;
  const truth = isNegated ? opposite(trace.truth) : trace.truth;
  return {
    says: describe(condition, !isNegated),
    truth: named[truth],
    decides,
    paths: pathsOf([condition], session),
    ...(other !== undefined && { reading: other.reading }),
    ...(parts.length > 0 && {
      parts: parts.map((part) => clauseOf(part, decides && isAs(part, trace.truth), session)),
    }),
  };
}

/** Whether a part comes out as the whole does. */
function isAs({ trace, isNegated }: TracedPart, truth: Truth): boolean {
  return (isNegated ? opposite(trace.truth) : trace.truth) === truth;
}

const named: Readonly<Record<Truth, TracedClause['truth']>> = {
  [TRUE]: 'true',
  [FALSE]: 'false',
  [UNKNOWN]: 'unknown',
};

function pathsOf(conditions: readonly Condition[], session: Session): string[] {
  return [...new Set(conditions.flatMap(factsIn).map((path) => placeOf(path, session)))];
}
