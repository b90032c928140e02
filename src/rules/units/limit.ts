import { reason } from '../../findings/reasons.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import { namesOf } from '../../findings/missing.js';
import type { LimitData, Window } from '../../findings/finding-data.js';
import { count, inTurn, notKnown } from '../../findings/wording.js';
import type { LimitRule, Service, UnitLimit } from '../../services/service.js';
import { firstDayOfMonth, lastDayOfMonthOf, type CivilDate } from '../../values/civil-date.js';
import { entryOn } from '../../values/dated-series.js';
import { addUnits } from '../../values/units.js';
import type { Rule, UnitCount } from '../rule.js';
import { statedTimes } from '../session/time-spent.js';

const noLimit = { notApplicable: reason('limit-not-set') };

/** The day, or the calendar month, that holds a date. */
export function windowOf(per: Window['per'], on: CivilDate): Window {
  return per === 'day'
    ? { per, from: on, through: on }
    : { per, from: firstDayOfMonth(on), through: lastDayOfMonthOf(on) };
}

/** One limit and its values over time, the latest last. */
type LimitValues = readonly [UnitLimit, ...UnitLimit[]];

export function limitsOf({ limits = [] }: Service): LimitValues[] {
  const byRule = new Map<LimitRule, [UnitLimit, ...UnitLimit[]]>();
  for (const limit of limits) {
    const values = byRule.get(limit.rule);
    if (values === undefined) byRule.set(limit.rule, [limit]);
    else values.push(limit);
  }
  return [...byRule.values()];
}

function saysOf({ units, per }: UnitLimit, later: readonly UnitLimit[] = []): string {
  const changes = later.map((next) => `from ${String(next.from)} on ${count(next.units, 'unit')}`);
  const most = [count(units, 'unit'), ...(changes.length === 0 ? [] : [`(${changes.join('; ')})`])].join(' ');
  return `A member may receive at most ${most} in a ${per === 'day' ? 'day' : 'calendar month'}.`;
}

/**
 * The units of the service in a day or calendar month, this session's included, are no more than the limit in force on the
 * date of service.
 */
export function unitLimit(values: LimitValues): Rule {
  const [first, ...later] = values;
  const latest = later.at(-1) ?? first;
  const { rule, per } = latest;
  const unchanging = values.length === 1 && latest.from === undefined ? latest : undefined;
  return {
    id: rule,
    severity: 'error',
    says: saysOf(first, later),
    cite: latest.cite,
    reads: ['id', 'dateOfService', 'units', 'startTime', 'endTime', 'minutes', 'member.id'],
    judge({ session, on, asked, usedBefore }) {
      const inForce = unchanging ?? entryOn(values, on);
      if (inForce === undefined) return noLimit;
      const { units: limit, cite } = inForce;
      const used = usedBefore(per);
      if (addUnits(used.atMost, asked.atMost) <= limit) return 'pass';
      const fails = addUnits(used.atLeast, asked.atLeast) > limit;
      const data = limitData(limit, used, asked, windowOf(per, on));
      const unknown = fails ? [] : [...asked.unknown, ...used.unknown];
      return finding({
        rule,
        outcome: fails ? 'fail' : 'unknown',
        severity: 'error',
        message: fails ? excess(data, used, asked) : inTurn(notKnown(namesOf(unknown)), saysOf(inForce)),
        data,
        paths: ['/dateOfService', ...(session.units == null ? statedTimes(session) : ['/units'])],
        unknown,
        cite,
        reading: fails && Number(data.remaining) > 0 ? 'partial-excess' : undefined,
        denials: denialsOf('limit'),
      });
    },
  };
}

/** What remains and what is over are known only where both numbers are. */
function limitData(limit: number, used: UnitCount, asked: UnitCount, window: Window): LimitData {
  const usedUnits = known(used);
  const askedUnits = known(asked);
  const sum = usedUnits === null || askedUnits === null ? null : addUnits(usedUnits, askedUnits);
  return {
    limit,
    used: usedUnits,
    asked: askedUnits,
    remaining: usedUnits === null ? null : Math.max(0, addUnits(limit, -usedUnits)),
    over: sum === null ? null : Math.max(0, addUnits(sum, -limit)),
    window,
  };
}

function known({ atLeast, atMost }: UnitCount): number | null {
  return atLeast === atMost ? atLeast : null;
}

function excess({ limit, remaining, window }: LimitData, used: UnitCount, asked: UnitCount): string {
  const period = window.per === 'day' ? `on ${window.from}` : `from ${window.from} through ${window.through}`;
  return inTurn(
    `Asked for ${number(asked)}, beside ${number(used)} already used, of the ${count(limit, 'unit')} allowed ${period}.`,
    remaining === null ? '' : `${count(remaining, 'unit')} ${remaining === 1 ? 'remains' : 'remain'}.`,
  );
}

function number({ atLeast, atMost }: UnitCount): string {
  return atLeast === atMost ? count(atLeast, 'unit') : `at least ${count(atLeast, 'unit')}`;
}
