import { compile, factsOf, leavesOf, type Test } from '../conditions/compile.js';
import type { Leaf } from '../conditions/condition.js';
import { hintsOf, type Hint } from '../conditions/hints.js';
import { isOfNothing } from '../conditions/read-fact.js';
import { TRUE, UNKNOWN } from '../conditions/truth.js';
import { pointerOf } from '../facts/paths.js';
import { denialsOf } from '../findings/denials.js';
import { finding } from '../findings/finding.js';
import { namesOf } from '../findings/missing.js';
import type { CriterionFinding } from '../findings/result.js';
import { conflict, count, notKnown } from '../findings/wording.js';
import type { Criterion } from '../services/service.js';
import { ageInYears } from '../values/civil-date.js';
import type { Judgement, Rule, SessionUnderCheck } from './rule.js';

/** Makes a clause of a definition ready to run. */
export function criterionRule(criterion: Criterion): Rule {
  const { rule, severity = 'error', says, cite, requires, expects } = criterion;
  const required = compile(requires);
  const expected = expects === undefined ? undefined : compile(expects);
  const leaves = [...leavesOf(requires), ...(expects === undefined ? [] : leavesOf(expects))];
  return {
    id: rule,
    severity,
    says,
    cite,
    reads: [...new Set(leaves.flatMap(factsOf))],
    judge(under) {
      if (required.truth(under) !== TRUE)
        return judged(criterion, required, under, severity, criterion.fails);
      if (expected === undefined || expected.truth(under) === TRUE) return 'pass';
      return judged(criterion, expected, under, 'warning', criterion.fallsShort ?? criterion.fails);
    },
  };
}

/** The finding about a demand that is not met, or not known to be. */
function judged(
  { rule, says, cite, owed, reading, denial }: Criterion,
  test: Test,
  under: SessionUnderCheck,
  severity: Rule['severity'],
  fails: string,
): Judgement {
  const isDue = owed === 'on-delivery' && under.session.phase === 'proposed';
  const base = { rule, severity, cite, reading: reading ?? leapReading(test, under) };
  if (test.truth(under) === UNKNOWN) {
    const unknown = test.undecided(under);
    const message = notKnown(namesOf(unknown), says);
    return finding({ ...base, outcome: isDue ? 'due' : 'unknown', message, data: {}, paths: [], unknown });
  }
  const failing = test.failing(under);
  const hints = hintsOf(failing, under);
  return finding({
    ...base,
    outcome: isDue ? 'due' : 'fail',
    message: conflict(inserted(fails, under) + inBrackets(hints), says),
    data: dataOf(failing, hints, under),
    paths: [
      ...failing.flatMap(factsOf).map((path) => pointerOf(path)),
      ...hints.map(({ fact, entry }) => `${pointerOf(fact)}/${String(entry)}`),
    ],
    denials: denialsOf(
      denial,
      failing.some((leaf) => isOfNothing(leaf.fact, under.session)),
    ),
  });
}

/** The reading of leap-day birthdays, if the outcome would be another under the other one. */
function leapReading(test: Test, under: SessionUnderCheck): string | undefined {
  const leapBirthday = under.readings.leapBirthday === 'mar-1' ? 'feb-28' : 'mar-1';
  const other = { ...under, readings: { ...under.readings, leapBirthday } } as const;
  return test.truth(other) === test.truth(under) ? undefined : 'leap-birthday';
}

function inserted(fails: string, under: SessionUnderCheck): string {
  return fails.replace('{on}', under.on).replace('{age}', () => ageInWords(ageOf(under)));
}

function inBrackets(hints: readonly Hint[]): string {
  return hints.length === 0 ? '' : ` (${hints.map(({ text }) => text).join('; ')})`;
}

function ageInWords(age: number): string {
  return age < 0 ? 'not yet born' : `${count(age, 'year')} old`;
}

function ageOf({ session, on, readings }: SessionUnderCheck): number {
  return ageInYears(session.member?.birthDate ?? on, on, readings.leapBirthday);
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
