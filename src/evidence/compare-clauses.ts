import { leavesOf } from '../conditions/walk.js';
import type { Session } from '../facts/generated/types.js';
import type { RuleId } from '../findings/finding-data.js';
import { sentence } from '../findings/wording.js';
import { conditionsOf } from '../rules/reading-at-issue.js';
import { daysOfChange, serviceOn } from '../services/by-day.js';
import type { Criterion, Service } from '../services/service.js';
import { addDays, isWithin, type CivilDate } from '../values/civil-date.js';
import { askedBy, sharesFact } from './clause-ranks.js';
import { inWords, isVerdictHigher, type Pair } from './shown.js';
import { sessionStating, type Asked } from './stating.js';
import { isHigher, isOpposite, weighClauses, type Budget, type Way } from './weigh-clauses.js';

/** Something in which the second of two definitions is looser. */
export interface Found {
  readonly at: RuleId;
  readonly says: string;
  readonly session?: Session;
}

export interface Looser {
  readonly looser: readonly Found[];
  readonly undecided: readonly Found[];
}

/** Looked at before what shows it best is taken. */
const MOST_WAYS = 4;
/** Of one clause on one day, and of the look whether others cover it. */
const MOST_STEPS = 8_000;

/** In which clauses the second definition lets pass what the first does not, on the days on which both hold. */
export function looserClauses(pair: Pair, days: readonly CivilDate[], budget: Budget): Looser {
  const looser = new Map<RuleId, Found>();
  const undecided = new Map<RuleId, Found>();
  for (const day of days) {
    const [one, other] = [pair.one, pair.other].map((service) => serviceOn(service, day).criteria) as [
      readonly Criterion[],
      readonly Criterion[],
    ];
    for (const clause of one) {
      if (looser.has(clause.rule)) continue;
      const found = looserAt(clause, ofRule(clause, one, other), day, pair, budget);
      if (found === 'not-looser') continue;
      (found.session === undefined ? undecided : looser).set(clause.rule, found);
    }
  }
  return {
    looser: [...looser.values()],
    undecided: [...undecided.values()].filter(({ at }) => !looser.has(at)),
  };
}

/** Whether it is certain that a clause is met wherever others together are. */
export function isCovered(
  clause: Criterion,
  others: readonly Criterion[],
  asked: Asked,
  budget: Budget,
): boolean {
  const near = others.filter((other) => sharesFact(clause, other));
  if (near.length === 0) return false;
  const share = shareOf(budget, near.length);
  const [way] = weighClauses([clause], near, asked, isHigher, share.budget);
  share.use();
  return way === undefined && share.budget.left > 0;
}

/** Whether rules of its own say it, where the second definition has any. */
function isMoved(clause: Criterion, { same, more }: Standing, asked: Asked, budget: Budget): boolean {
  return more.length > 0 && isCovered(clause, [...same, ...more], asked, budget);
}

/** A share of a budget; what is used of it is used of the whole. A search of many clauses has fewer steps. */
function shareOf(budget: Budget, clauses: number) {
  const most = Math.min(budget.left, Math.ceil(MOST_STEPS / clauses));
  const share: Budget = { ...budget, left: most };
  return {
    budget: share,
    use() {
      budget.left -= most - share.left;
    },
  };
}

/** The clauses of the second definition that stand for one of the first: of its rule, and of rules that the first has not. */
interface Standing {
  readonly same: readonly Criterion[];
  readonly more: readonly Criterion[];
}

function ofRule({ rule }: Criterion, one: readonly Criterion[], other: readonly Criterion[]): Standing {
  const known = one.map((clause) => clause.rule);
  return {
    same: other.filter((clause) => clause.rule === rule),
    more: other.filter((clause) => !known.includes(clause.rule)),
  };
}

function looserAt(
  clause: Criterion,
  { same, more }: Standing,
  day: CivilDate,
  pair: Pair,
  budget: Budget,
): Found | 'not-looser' {
  if (same.some((other) => askedBy(other) === askedBy(clause))) return 'not-looser';
  const asked = { on: day, readings: pair.settings.readings, words: pair.settings.words };
  if (isCovered(clause, same, asked, budget) || isMoved(clause, { same, more }, asked, budget))
    return 'not-looser';
  return (
    shown(clause, same, asked, pair, budget) ?? {
      at: clause.rule,
      says: `It is not decided whether {other} is as strict as {one} here: ${sentence(clause.says)}`,
    }
  );
}

/** The session that shows it best: one of another verdict, or else the first; each is checked under both. */
function shown(
  clause: Criterion,
  same: readonly Criterion[],
  asked: Asked,
  pair: Pair,
  budget: Budget,
): Found | undefined {
  for (const isSought of [isOpposite, isHigher]) {
    const share = shareOf(budget, 1);
    const found: ReturnType<typeof asShown>[] = [];
    for (const way of weighClauses([clause], same, asked, isSought, share.budget)) {
      found.push(...[asShown(clause, way, asked, pair)].filter(({ isHigher: isSo }) => isSo));
      if (found.some(({ isOfVerdict }) => isOfVerdict) || found.length === MOST_WAYS) break;
    }
    share.use();
    const best = found.find(({ isOfVerdict }) => isOfVerdict) ?? found[0];
    if (best !== undefined) return best.found;
  }
  return undefined;
}

function asShown(clause: Criterion, { stated, isWithinWeek }: Way, asked: Asked, pair: Pair) {
  const session = sessionStating(stated, asked.on, pair.one.id);
  const both = pair.check(session, isWithinWeek);
  const [one, other] = [both[0].rankOf(clause.rule), both[1].rankOf(clause.rule)];
  const when = isWithinWeek ? ' on a day of the check within its week' : '';
  const found: Found = {
    at: clause.rule,
    says: `${sentence(clause.says)} The session ${inWords[one]} under {one} and ${inWords[other]} under {other}${when}.`,
    session,
  };
  return { found, isHigher: other > one, isOfVerdict: isVerdictHigher(both) };
}

/** A day of each span in which nothing changes by day, as far as both definitions are in force. */
export function daysToAsk(one: Service, other: Service): readonly CivilDate[] {
  const edges = [
    ...[one, other].flatMap(daysOfChange),
    ...[one, other]
      .flatMap(({ criteria }) => criteria.flatMap(conditionsOf).flatMap(leavesOf))
      .flatMap((leaf) => (leaf.op === 'holds' && leaf.since !== undefined ? [leaf.since] : [])),
    ...[one, other].flatMap(({ inForce: { from, through } }) => [
      ...(from === undefined ? [] : [from]),
      ...(through === undefined ? [] : [addDays(through, 1)]),
    ]),
  ];
  const first = [...edges].sort()[0];
  const days = [...new Set([first === undefined ? ANY_DAY : addDays(first, -1), ...edges])].sort();
  return days.filter((day) => isWithin(one.inForce, day) && isWithin(other.inForce, day));
}

const ANY_DAY = '2025-03-03';
