import { compile, factsOf, leavesOf, type Test } from '../conditions/compile.js';
import type { UnknownFact } from '../conditions/circumstances.js';
import type { Leaf } from '../conditions/condition.js';
import { hintsOf, type Hint } from '../conditions/hints.js';
import { factReader, isOfNothing, placeOf } from '../conditions/read-fact.js';
import { FALSE, TRUE, UNKNOWN, type Truth } from '../conditions/truth.js';
import { unmetDemands } from '../conditions/unmet.js';
import { pointerOf } from '../facts/pointer.js';
import { finding } from '../findings/finding.js';
import { reason } from '../findings/reasons.js';
import type { CriterionFinding, Severity } from '../findings/result.js';
import { addedTo } from '../findings/wording.js';
import type { ReadingName } from '../readings/generated.js';
import type { Criterion } from '../services/service.js';
import { ageInMonths, ageInYears, type CivilDate } from '../values/civil-date.js';
import { messageOf } from './criterion-message.js';
import { decidingReading, readingAtIssue } from './deciding-reading.js';
import { denialsFor } from './denials-for.js';
import { owedFrom } from './owed-from.js';
import type { Rule, SessionUnderCheck } from './rule.js';

/** A demand that is not met, or not known to be. */
interface Shortfall {
  readonly truth: typeof FALSE | typeof UNKNOWN;
  /** Known not to be met, though it may not be known whether it is asked. */
  readonly isUnmet: boolean;
  readonly severity: Severity;
  /** What is so, as a clause. */
  readonly fails: string;
  readonly test: Test;
  readonly unmet: (under: SessionUnderCheck) => readonly Leaf[];
}

/** Makes a clause of a definition ready to run. */
export function criterionRule(criterion: Criterion): Rule {
  const { rule, severity = 'error', says, cite, appliesWhen, requires, expects, owed } = criterion;
  const applies = appliesWhen === undefined ? undefined : compile(appliesWhen);
  const required = compile(requires);
  const expected = expects === undefined ? undefined : compile(expects);
  const unmet = unmetDemands(requires);
  const unmetExpected = expects === undefined ? unmet : unmetDemands(expects);

  const { code, message } = reason('clause-does-not-apply');
  const notApplicable = { notApplicable: { code, message: criterion.otherwise ?? message } };

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
      isUnmet: met === FALSE,
      severity: isMild ? 'warning' : severity,
      fails: isMild ? (criterion.fallsShort ?? criterion.fails) : criterion.fails,
      test,
      unmet: isMild ? unmetExpected : unmet,
    };
  }

  const reads = [
    ...new Set(
      [appliesWhen, requires, expects].flatMap((one) => (one ? leavesOf(one) : [])).flatMap(factsOf),
    ),
  ];
  return {
    id: rule,
    severity,
    says,
    cite,
    reads: owed === undefined ? reads : [...reads, 'phase'],
    met: applies === undefined && expected === undefined ? required.truth : undefined,
    judge(under) {
      const found = outcome(under);
      if (found === 'pass') return found;
      if (found === 'not-applicable') return notApplicable;
      const unknown = [...(applies?.undecided(under) ?? []), ...found.test.undecided(under)];
      const reading =
        decidingReading(under, (other) => coarse(outcome(other))) ??
        readingAtIssue(criterion.reading, reads, [
          ...found.test
            .failing(under)
            .flatMap(factsOf)
            .filter((path) => !isOfNothing(path, under.session)),
          ...unknown.map(({ path }) => path),
        ]);
      return findingOf(criterion, found, unknown, under, reading);
    },
  };
}

/** What another reading would have to change for the finding to rest on it. */
function coarse(outcome: 'pass' | 'not-applicable' | Shortfall): string {
  return typeof outcome === 'string' ? 'pass' : `${String(outcome.truth)} ${outcome.severity}`;
}

function findingOf(
  { rule, says, cite, owed, denial }: Criterion,
  { truth, isUnmet, severity, fails, test, unmet }: Shortfall,
  unknown: readonly UnknownFact[],
  under: SessionUnderCheck,
  reading: ReadingName | undefined,
): CriterionFinding {
  const from = owed === undefined ? undefined : owedFrom(owed, under);
  const failing = test.failing(under);
  const hints = hintsOf(failing, under);
  const sentence = messageOf({ isUnmet, fails, says, failing, unmet: unmet(under), hints, unknown }, under);
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
    unknown,
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
    ...ageData(failing, under),
    ...(hints.length > 0 && { hints: hints.map(({ code, text }) => ({ code, text })) }),
  };
}

/** The age that decides, on the day on which it is asked; in months too, where those are asked and tell. */
function ageData(
  failing: readonly Leaf[],
  { session, readings: { leapBirthday } }: SessionUnderCheck,
): CriterionFinding['data'] {
  const asked = failing.filter((leaf) => leaf.op === 'ageAtLeast');
  const birthDate = session.member?.birthDate;
  const at = asked[0]?.at;
  if (at === undefined || birthDate == null) return {};
  const day = factReader(at)(session) as CivilDate;
  if (day === 'none') return {};
  const age = ageInYears(birthDate, day, leapBirthday);
  const isInMonths = age < 2 && asked.some(({ months }) => months % 12 !== 0);
  return {
    age,
    ...(isInMonths && { ageInMonths: ageInMonths(birthDate, day, leapBirthday) }),
    ...(at !== 'dateOfService' && { ageOn: day }),
  };
}
