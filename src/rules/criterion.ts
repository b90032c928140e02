import { compile, factsOf, leavesOf, type Test } from '../conditions/compile.js';
import type { UnknownFact } from '../conditions/circumstances.js';
import type { Leaf } from '../conditions/condition.js';
import { hintsOf, type Hint } from '../conditions/hints.js';
import { placeOf } from '../conditions/read-fact.js';
import { FALSE, TRUE, UNKNOWN, type Truth } from '../conditions/truth.js';
import { pointerOf } from '../facts/paths.js';
import { finding } from '../findings/finding.js';
import { namesOf } from '../findings/missing.js';
import type { CriterionFinding, Severity } from '../findings/result.js';
import { addedTo, conflict, notKnown } from '../findings/wording.js';
import type { Criterion } from '../services/service.js';
import { decidingReading } from './deciding-reading.js';
import { denialsFor } from './denials-for.js';
import { owedFrom } from './owed-from.js';
import type { Rule, SessionUnderCheck } from './rule.js';
import { ageOf, whatIsSo } from './what-is-so.js';

/** A demand that is not met, or not known to be. */
interface Shortfall {
  readonly truth: typeof FALSE | typeof UNKNOWN;
  readonly severity: Severity;
  /** What is so, as a clause. */
  readonly fails: string;
  readonly test: Test;
}

/** Makes a clause of a definition ready to run. */
export function criterionRule(criterion: Criterion): Rule {
  const { rule, severity = 'error', says, cite, appliesWhen, requires, expects } = criterion;
  const applies = appliesWhen === undefined ? undefined : compile(appliesWhen);
  const required = compile(requires);
  const expected = expects === undefined ? undefined : compile(expects);

  const { truth } = required;
  const isApplicable = applies?.truth;
  const notApplicable = { notApplicable: criterion.otherwise ?? 'it does not apply' };

  function outcome(under: SessionUnderCheck): 'pass' | 'not-applicable' | Shortfall {
    const applicable = applies === undefined ? TRUE : applies.truth(under);
    if (applicable === FALSE) return 'not-applicable';
    const strict = required.truth(under);
    const isMild = strict === TRUE && expected !== undefined;
    const test = isMild ? expected : required;
    const met: Truth = isMild ? expected.truth(under) : strict;
    if (met === TRUE) return 'pass';
    return {
      truth: applicable === UNKNOWN ? UNKNOWN : met,
      severity: isMild ? 'warning' : severity,
      fails: isMild ? (criterion.fallsShort ?? criterion.fails) : criterion.fails,
      test,
    };
  }

  return {
    id: rule,
    severity,
    says,
    cite,
    reads: [
      ...new Set(
        [appliesWhen, requires, expects].flatMap((one) => (one ? leavesOf(one) : [])).flatMap(factsOf),
      ),
    ],
    judge(under) {
      if (isApplicable !== undefined && isApplicable(under) === FALSE) return notApplicable;
      if (expected === undefined && truth(under) === TRUE) return 'pass';
      const found = outcome(under);
      if (found === 'pass') return found;
      if (found === 'not-applicable') return notApplicable;
      const reading = decidingReading(under, (other) => coarse(outcome(other))) ?? criterion.reading;
      const unknown = [...(applies?.undecided(under) ?? []), ...found.test.undecided(under)];
      return findingOf(criterion, found, unknown, under, reading);
    },
  };
}

/** What another reading would have to change for the finding to rest on it. */
function coarse(outcome: 'pass' | 'not-applicable' | Shortfall): string {
  return typeof outcome === 'string' ? 'pass' : `${String(outcome.truth)} ${outcome.severity}`;
}

function findingOf(
  { rule, says, cite, owed, denial, requires }: Criterion,
  { truth, severity, fails, test }: Shortfall,
  unknown: readonly UnknownFact[],
  under: SessionUnderCheck,
  reading: string | undefined,
): CriterionFinding {
  const from = owed === undefined ? undefined : owedFrom(owed, under);
  const failing = test.failing(under);
  const hints = hintsOf(failing, under);
  const sentence =
    truth === UNKNOWN
      ? notKnown(namesOf(unknown), says)
      : conflict(whatIsSo({ fails, requires, failing, hints }, under), says);
  return finding({
    rule,
    outcome: from !== undefined ? 'due' : truth === UNKNOWN ? 'unknown' : 'fail',
    severity,
    message: from === undefined ? sentence : addedTo(sentence, from.note),
    data: { ...dataOf(truth === UNKNOWN ? [] : failing, hints, under), ...from?.data },
    paths: [
      ...(truth === UNKNOWN ? [] : failing.flatMap(factsOf).map((path) => placeOf(path, under.session))),
      ...hints.map(({ fact, entry }) => `${pointerOf(fact)}/${String(entry)}`),
    ],
    unknown: truth === UNKNOWN ? unknown : [],
    cite,
    reading: from?.reading ?? reading,
    denials: denialsFor(
      denial,
      failing,
      under.session,
      hints.some(({ reason }) => reason === 'not-held'),
    ),
  }) as CriterionFinding;
}

function dataOf(
  failing: readonly Leaf[],
  hints: readonly Hint[],
  under: SessionUnderCheck,
): CriterionFinding['data'] {
  return {
    ...(failing.some(({ op }) => op === 'ageAtLeast') && { age: ageOf(under) }),
    ...(hints.length > 0 && { hints: hints.map(({ code, text }) => ({ code, text })) }),
  };
}
