import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import { namesOf } from '../../findings/missing.js';
import type { LimitData, Window } from '../../findings/finding-data.js';
import { count, notKnown } from '../../findings/wording.js';
import type { UnitLimit } from '../../services/service.js';
import { firstDayOfMonth, lastDayOfMonthOf, type CivilDate } from '../../values/civil-date.js';
import type { Rule, UnitCount } from '../rule.js';

/** The day, or the calendar month, that holds a date. */
export function windowOf(per: Window['per'], on: CivilDate): Window {
  return per === 'day'
    ? { per, from: on, through: on }
    : { per, from: firstDayOfMonth(on), through: lastDayOfMonthOf(on) };
}

/** The units of the service in a day or calendar month, this session's included, are no more than the limit. */
export function unitLimit({ rule, per, units: limit, cite }: UnitLimit): Rule {
  const says = `At most ${String(limit)} units are for one member in a ${per === 'day' ? 'day' : 'calendar month'}.`;
  return {
    id: rule,
    severity: 'error',
    says,
    cite,
    reads: ['dateOfService', 'units', 'startTime', 'endTime', 'minutes', 'member.id'],
    judge({ on, asked, usedBefore }) {
      const used = usedBefore(per);
      if (used.atMost + asked.atMost <= limit) return 'pass';
      const over = used.atLeast + asked.atLeast - limit;
      const data = limitData(limit, used, asked, windowOf(per, on));
      const unknown = over > 0 ? [] : [...asked.unknown, ...used.unknown];
      return finding({
        rule,
        outcome: over > 0 ? 'fail' : 'unknown',
        severity: 'error',
        message: over > 0 ? excess(data, used, asked) : notKnown(namesOf(unknown), says),
        data: { ...data, over: over > 0 ? over : null },
        paths: ['/units', '/dateOfService'],
        unknown,
        cite,
        reading: data.remaining !== null && data.remaining > 0 ? 'partial-excess' : undefined,
        denials: denialsOf('limit'),
      });
    },
  };
}

function limitData(limit: number, used: UnitCount, asked: UnitCount, window: Window): LimitData {
  const usedUnits = known(used);
  return {
    limit,
    used: usedUnits,
    asked: known(asked),
    remaining: usedUnits === null ? null : Math.max(0, limit - usedUnits),
    over: null,
    window,
  };
}

function known({ atLeast, atMost }: UnitCount): number | null {
  return atLeast === atMost ? atLeast : null;
}

function excess({ limit, remaining, window }: LimitData, used: UnitCount, asked: UnitCount): string {
  const period = window.per === 'day' ? `on ${window.from}` : `from ${window.from} through ${window.through}`;
  const sum = `${number(used)} used before and ${number(asked)} asked for are more than the ${count(limit, 'unit')} allowed ${period}`;
  return remaining === null ? `${sum}.` : `${sum}; ${count(remaining, 'unit')} remain.`;
}

function number({ atLeast, atMost }: UnitCount): string {
  return atLeast === atMost ? count(atLeast, 'unit') : `at least ${count(atLeast, 'unit')}`;
}
