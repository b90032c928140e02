import type { Circumstances } from '../../conditions/circumstances.js';
import { both } from '../../conditions/operators/series.js';
import { codeInWords } from '../../facts/code-in-words.js';
import type { Session } from '../../facts/generated/types.js';
import { pointerOf } from '../../facts/pointer.js';
import type { MissingFact } from '../../findings/result.js';
import { count } from '../../findings/wording.js';
import type { Readings } from '../../readings/generated.js';
import type { Finding } from '../../rules/index.js';
import { mostMinutes, timeSpent } from '../../rules/session/time-spent.js';
import { deadlineReads } from '../../rules/staff/deadline.js';
import { periodInWords } from '../../units/period.js';
import { unitsOf } from '../../units/rounding.js';
import { addUnits } from '../../units/quantity.js';
import type { CivilDate } from '../../values/civil-date.js';
import { ifItExists } from './demands.js';
import type { Demand, Way } from '../../findings/ways.js';

type OfRule<Rule extends Finding['rule']> = Extract<Finding, { rule: Rule }>;
type LimitFinding = OfRule<'units/daily-limit' | 'units/monthly-limit'>;
type TrainingFinding = OfRule<
  'staff/initial-training' | 'staff/additional-training' | 'staff/training-documented'
>;

/**
 * The ways through a rule that computes: what is not known is to be as the rule demands, and a training may be on no
 * record yet.
 *
 * @param says what the rule demands; left out of one that compares sessions.
 */
export function waysThroughRule(
  finding: Finding,
  says: string | undefined,
  { session, on, readings }: Circumstances,
): Way[] {
  switch (finding.rule) {
    case 'units/daily-limit':
    case 'units/monthly-limit':
      return answered(finding, leavesRoom(finding) ?? clauseOf(says));
    case 'session/time':
      return mostMinutes(session) >= Math.max(session.minutes ?? 0, 1)
        ? answered(finding, clauseOf(says))
        : [];
    case 'units/time':
      return isLongEnough(finding, session, readings) ? answered(finding, supports(finding)) : [];
    case 'staff/initial-training':
    case 'staff/additional-training':
    case 'staff/training-documented':
      return ofTraining(finding, on);
    default:
      return answered(finding, clauseOf(says));
  }
}

/** A demand for each of those who are asked. */
function answered({ missing }: Pick<Finding, 'missing'>, says: string | undefined): Way[] {
  if (says === undefined) {
    const demands = missing.map(({ question, path, heldBy }) => ({
      says: question.replace(/\?$/, ''),
      paths: [path],
      heldBy,
    }));
    return demands.length === 0 ? [] : [{ kind: 'answer', demands }];
  }
  const holders = [...new Set(missing.map(({ heldBy }) => heldBy))];
  if (holders.length === 0) return [];
  return [{ kind: 'answer', demands: holders.map((holder) => demandOf(missing, holder, says)) }];
}

function demandOf(missing: readonly MissingFact[], heldBy: Demand['heldBy'], says: string): Demand {
  return { says, paths: missing.filter((one) => one.heldBy === heldBy).map(({ path }) => path), heldBy };
}

function clauseOf(says: string | undefined): string | undefined {
  return says?.replace(/\.$/, '').replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase());
}

/** Undefined where it is not known how many units the session asks for. */
function leavesRoom({ data: { limit, asked, window } }: LimitFinding): string | undefined {
  if (asked === null) return undefined;
  return `at most ${count(addUnits(limit, -asked), 'unit')} of the service were used ${periodInWords(window)} beside it`;
}

/** Whether the times may still be such that they support the units. */
function isLongEnough(
  { data: { claimed, supported, unitMinutes } }: OfRule<'units/time'>,
  session: Session,
  { rounding }: Readings,
): boolean {
  const most = timeSpent(session).clockMinutes ?? mostMinutes(session);
  return supported === null && unitsOf(most, unitMinutes, rounding) >= (claimed ?? 1);
}

function supports({ data: { claimed, unitMinutes } }: OfRule<'units/time'>): string {
  return `the time spent supports ${count(claimed ?? 1, 'unit')} of ${count(unitMinutes, 'minute')}`;
}

/** The training itself, or that it is not due yet where that is not known. */
function ofTraining(finding: TrainingFinding, on: CivilDate): Way[] {
  const { rule, data, missing, paths } = finding;
  const topics = both(data.topics.map(inWords));
  const says =
    rule === 'staff/training-documented'
      ? `the training on ${topics} is documented in the personnel file`
      : `the training on ${topics} is completed by ${on}`;
  const ofDay = missing.filter(({ path }) => dueDates.includes(path));
  const ofTopics = missing.filter((one) => !ofDay.includes(one));
  const later = ofDay.map(({ path, heldBy }): Way => ({
    kind: 'answer',
    demands: [{ says: `the additional training is not yet overdue on ${on}`, paths: [path], heldBy }],
  }));
  if (ofTopics.length > 0) return [...answered({ missing: ofTopics }, says), ...later];
  return [
    { kind: 'complete', demands: [{ says: ifItExists(says), paths: [...paths], heldBy: 'personnel' }] },
    ...later,
  ];
}

const dueDates: readonly string[] = deadlineReads.map((path) => pointerOf(path));

function inWords({ topic, hoursNeeded }: TrainingFinding['data']['topics'][number]): string {
  const named = codeInWords(topic);
  return hoursNeeded === undefined ? named : `${named} (${count(hoursNeeded, 'hour')})`;
}
