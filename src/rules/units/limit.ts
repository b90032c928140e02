import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import { namesOf } from '../../findings/missing.js';
import type { LimitData, Window } from '../../findings/finding-data.js';
import { count, notKnown } from '../../findings/wording.js';
import type { UnitLimit } from '../../services/service.js';
import { firstDayOfMonth, lastDayOfMonthOf, type CivilDate } from '../../values/civil-date.js';
import { addUnits } from '../../values/units.js';
import type { Rule, UnitCount } from '../rule.js';
import { statedTimes } from '../session/time-spent.js';

/** The day, or the calendar month, that holds a date. */
export function windowOf(per: Window['per'], on: CivilDate): Window {
  return per === 'day'
    ? { per, from: on, through: on }
    : { per, from: firstDayOfMonth(on), through: lastDayOfMonthOf(on) };
}

/** The units of the service in a day or calendar month, this session's included, are no more than the limit. */
export function unitLimit({ rule, per, units: limit, cite }: UnitLimit): Rule {
  const says = `A member may receive at most ${count(limit, 'unit')} in a ${per === 'day' ? 'day' : 'calendar month'}.`;
  return {
    id: rule,
    severity: 'error',
    says,
    cite,
    reads: ['dateOfService', 'units', 'startTime', 'endTime', 'minutes', 'member.id'],
    judge({ session, on, asked, usedBefore }) {
      const used = usedBefore(per);
      if (addUnits(used.atMost, asked.atMost) <= limit) return 'pass';
      const fails = addUnits(used.atLeast, asked.atLeast) > limit;
      const data = limitData(limit, used, asked, windowOf(per, on));
      const unknown = fails ? [] : [...asked.unknown, ...used.unknown];
      return finding({
        rule,
        outcome: fails ? 'fail' : 'unknown',
        severity: 'error',
        message: fails ? excess(data, used, asked) : notKnown(namesOf(unknown), says),
        data,
        paths: ['/dateOfService', ...(session.units == null ? statedTimes(session) : ['/units'])],
        unknown,
        cite,
        reading: fails && data.remaining !== null && data.remaining > 0 ? 'partial-excess' : undefined,
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
  const rest =
    remaining === null ? '' : `; ${count(remaining, 'unit')} ${remaining === 1 ? 'remains' : 'remain'}`;
  return `Asked for ${number(asked)}, beside ${number(used)} already used, of the ${count(limit, 'unit')} allowed ${period}${rest}.`;
}

function number({ atLeast, atMost }: UnitCount): string {
  return atLeast === atMost ? count(atLeast, 'unit') : `at least ${count(atLeast, 'unit')}`;
}
