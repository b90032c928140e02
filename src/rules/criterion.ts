import { compile, type Test, type Trace } from '../conditions/compile.js';
import type { Leaf } from '../conditions/condition.js';
import { askedReadings, otherChoices, type AskedReading } from '../conditions/other-choice.js';
import { factReader, isOfNothing, placeOf } from '../facts/read.js';
import { FALSE, TRUE, UNKNOWN, type Truth } from '../conditions/truth.js';
import { factsIn, factsOf, restsOn } from '../conditions/walk.js';
import { told } from '../conditions/told.js';
import { failing, hintsOf, openIn, truthUnder, undecided } from '../conditions/why.js';
import { pointerOf } from '../facts/pointer.js';
import { finding } from '../findings/finding.js';
import { reason } from '../findings/reasons.js';
import type { CriterionFinding, Severity } from '../findings/result.js';
import { inTurn, sentence } from '../findings/wording.js';
import type { ReadingName, Readings } from '../readings/generated.js';
import type { Criterion } from '../services/service.js';
import { addDays, ageInMonths, ageInYears, type CivilDate } from '../values/civil-date.js';
import { messageOf, type Why } from './criterion-message.js';
import { denialsFor } from './denials-for.js';
import { owedFrom } from './owed-from.js';
import { conditionsOf, readingAtIssue } from './reading-at-issue.js';
import { remembering } from './remembered.js';
import type { Judgement, Rule, SessionUnderCheck } from './rule.js';
import { askedOfLists, openEntries, settledBy, withAccepted } from './words-completed.js';

/** A demand that is not met, or not known to be. */
interface Shortfall {
  readonly outcome: 'fail' | 'unknown';
  readonly severity: Severity;
  /** Known not to be met, though it may not be known whether it is asked. */
  readonly isUnmet: boolean;
  /** Only the weaker demand falls short. */
  readonly isMild: boolean;
}

/** Why: whether it applies, what is demanded of it, and what more is expected. */
interface Traces {
  readonly applies: Trace | undefined;
  readonly required: Trace;
  readonly expected: Trace | undefined;
}

/** Makes a clause of a definition ready to run. */
export function criterionRule(criterion: Criterion): Rule {
  const { rule, severity = 'error', says, cite, appliesWhen, requires, expects } = criterion;
  const ready = {
    applies: appliesWhen === undefined ? undefined : compile(appliesWhen),
    required: compile(requires),
    expected: expects === undefined ? undefined : compile(expects),
  };
  const conditions = conditionsOf(criterion);
  const reads = conditions.flatMap(factsIn);
  const asked = conditions.flatMap(restsOn);
  const lists = askedOfLists(conditions);
  // Of several that decide, that of the clause is named.
  const mayDecide = askedReadings
    .filter((name) => asked.includes(name))
    .sort((one, other) => Number(other === criterion.reading) - Number(one === criterion.reading));
  const { code, message } = reason('clause-does-not-apply');
  const notApplicable = { notApplicable: { code, message: sentence(criterion.otherwise ?? message) } };

  function shortfall(applicable: Truth, strict: Truth, mild: Truth): Shortfall | undefined {
    const isMild = strict === TRUE;
    const met = isMild ? mild : strict;
    if (applicable === FALSE || met === TRUE) return undefined;
    return {
      outcome: applicable === UNKNOWN || met === UNKNOWN ? 'unknown' : 'fail',
      severity: isMild ? 'warning' : severity,
      isUnmet: met === FALSE,
      isMild,
    };
  }

  /** The reading under whose other choice it would have come out otherwise. */
  function decidingReading(found: Shortfall, traces: Traces, { readings }: SessionUnderCheck) {
    return mayDecide.find((name) =>
      otherChoices(name, readings).some((other) => isOtherwise(found, traces, name, other)),
    );
  }

  function isOtherwise(
    found: Shortfall,
    { applies, required, expected }: Traces,
    name: AskedReading,
    choice: Readings,
  ): boolean {
    const truthOf = (trace: Trace | undefined) =>
      trace === undefined ? TRUE : truthUnder(name, choice, trace);
    const other = shortfall(truthOf(applies), truthOf(required), truthOf(expected));
    return other?.outcome !== found.outcome || other.severity !== found.severity;
  }

  /** Whether it would have come out otherwise for a member one day older or younger. */
  function isByAge(found: Shortfall, under: SessionUnderCheck): boolean {
    const birthDate = under.session.member?.birthDate;
    if (criterion.ageReading === undefined || birthDate == null) return false;
    return [-1, 1].some((days) => {
      const member = { ...under.session.member, birthDate: addDays(birthDate, days) };
      const other = { ...under, session: { ...under.session, member } };
      const truthIn = (test: Test | undefined) => (test === undefined ? TRUE : test.truth(other));
      const would = shortfall(truthIn(ready.applies), truthIn(ready.required), truthIn(ready.expected));
      return would?.outcome !== found.outcome;
    });
  }

  const explained = remembering(criterion, explain);

  return {
    id: rule,
    says,
    cite,
    notApplicable,
    met: ready.applies === undefined && ready.expected === undefined ? ready.required.truth : undefined,
    judge,
  };

  function shortfallIn(under: SessionUnderCheck): Shortfall | undefined {
    const applicable = ready.applies?.truth(under) ?? TRUE;
    return shortfall(applicable, ready.required.truth(under), ready.expected?.truth(under) ?? TRUE);
  }

  function judge(under: SessionUnderCheck): Judgement<CriterionFinding> {
    const applicable = ready.applies === undefined ? TRUE : ready.applies.truth(under);
    if (applicable === FALSE) return notApplicable;
    const mild = ready.expected === undefined ? TRUE : ready.expected.truth(under);
    const found = shortfall(applicable, ready.required.truth(under), mild);
    return found === undefined ? 'pass' : explained(under, found);
  }

  function explain(under: SessionUnderCheck, found: Shortfall): Judgement<CriterionFinding> {
    const traces = {
      applies: ready.applies?.explain(under),
      required: ready.required.explain(under),
      expected: ready.expected?.explain(under),
    };
    const short = (found.isMild ? traces.expected : undefined) ?? traces.required;
    const failed = failing(short);
    const unknown = [...(traces.applies === undefined ? [] : undecided(traces.applies)), ...undecided(short)];
    const open = openEntries(unknown);
    const settled = open.length === 0 ? undefined : settledBy(open, lists, under, shortfallIn);
    if (settled !== undefined) return judge({ ...under, session: settled });
    const why = {
      isUnmet: found.isUnmet,
      fails: found.isMild ? (criterion.fallsShort ?? criterion.fails) : criterion.fails,
      failing: failed,
      told: told(short, under),
      hints: hintsOf(failed, under),
      asked: traces.applies === undefined ? [] : openIn(traces.applies),
      unknown: open.length === 0 ? unknown : withAccepted(unknown, lists, under, shortfallIn),
    };
    const reading =
      (found.isMild ? criterion.readingOfExpected : undefined) ??
      decidingReading(found, traces, under) ??
      readingAtIssue(criterion.reading, reads, [
        ...why.failing
          .filter(isOfMeaning)
          .flatMap(factsOf)
          .filter((path) => !isOfNothing(path, under.session)),
        ...why.unknown.map(({ path }) => path),
      ]) ??
      (isByAge(found, under) ? criterion.ageReading : undefined);
    return findingOf(criterion, found, why, reading, under);
  }
}

/** Whether a question asks what a fact means, and not only whether there is any. */
function isOfMeaning({ op }: Leaf): boolean {
  return op !== 'notEmpty';
}

function findingOf(
  { rule, says, cite, owed, denial }: Criterion,
  { outcome, severity }: Shortfall,
  why: Why,
  reading: ReadingName | undefined,
  under: SessionUnderCheck,
): CriterionFinding {
  const { hints, unknown } = why;
  const from = owed === undefined ? undefined : owedFrom(owed, under);
  const failed = outcome === 'unknown' ? [] : why.failing;
  return finding({
    rule,
    outcome: from === undefined ? outcome : 'due',
    severity,
    message: inTurn(messageOf(why, says, under), from?.note ?? ''),
    data: {
      ...ageData(failed, under),
      ...(hints.length > 0 && { hints: hints.map(({ code, text }) => ({ code, text })) }),
      ...from?.data,
    },
    paths: [
      ...failed.flatMap(factsOf).map((path) => placeOf(path, under.session)),
      ...hints.map(({ fact, entry }) => `${pointerOf(fact)}/${String(entry)}`),
    ],
    unknown,
    cite,
    reading: from?.reading ?? reading,
    denials: denialsFor(
      denial,
      why.failing,
      under.session,
      hints.some(({ reason }) => reason === 'not-held'),
    ),
  });
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
