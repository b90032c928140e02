import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import { namesOf } from '../../findings/missing.js';
import type { LimitData } from '../../findings/finding-data.js';
import { reason } from '../../findings/reasons.js';
import { conflict, count, notKnown } from '../../findings/wording.js';
import type { Service, UnitLimit } from '../../services/service.js';
import type { Used } from '../../units/account.js';
import { periodInWords, periodOf, periods, type Per, type Period } from '../../units/period.js';
import { addUnits, between, known, plus, type Quantity } from '../../units/quantity.js';
import { entryOn } from '../../values/dated-series.js';
import type { Rule } from '../rule.js';
import { statedTimes } from '../session/time-spent.js';

const noLimit = { notApplicable: reason('limit-not-set') };
const notStated = [{ path: 'member.id' }] as const;

/** One limit and its values over time, the latest last. */
type LimitValues = readonly [UnitLimit, ...UnitLimit[]];

export function limitsOf({ limits = [] }: Service): LimitValues[] {
  const byPeriod = new Map<Per, [UnitLimit, ...UnitLimit[]]>();
  for (const limit of limits) {
    const values = byPeriod.get(limit.per);
    if (values === undefined) byPeriod.set(limit.per, [limit]);
    else values.push(limit);
  }
  return [...byPeriod.values()];
}

function saysOf({ units, per }: UnitLimit, later: readonly UnitLimit[] = []): string {
  const changes = later.map((next) => `from ${String(next.from)} on ${count(next.units, 'unit')}`);
  const most = [count(units, 'unit'), ...(changes.length === 0 ? [] : [`(${changes.join('; ')})`])].join(' ');
  return `A member may receive at most ${most} in a ${periods[per].name}.`;
}

/**
 * The units of the service in a period, this session's included, are no more than the limit in force on the date of
 * service. Where they are only with those of sessions whose member is not stated, it is a warning.
 */
export function unitLimit(values: LimitValues): Rule {
  const [first, ...later] = values;
  const latest = later.at(-1) ?? first;
  const { per } = latest;
  const rule = periods[per].limit;
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
      const most = addUnits(used.atMost, asked.atMost);
      const { perhaps } = used;
      if (most <= limit && (perhaps === 0 || addUnits(most, perhaps) <= limit)) return 'pass';
      const isKept = most <= limit;
      const all = isKept ? withPerhaps(used) : used;
      const fails = addUnits(used.atLeast, asked.atLeast) > limit;
      const data = limitData(limit, all, asked, periodOf(per, on));
      const unknown = fails ? [] : [...asked.unknown, ...all.unknown];
      const open = () =>
        isKept ? conflict(beyondWithOthers, saysOf(inForce)) : notKnown(namesOf(unknown), saysOf(inForce));
      return finding({
        rule,
        outcome: fails ? 'fail' : 'unknown',
        severity: isKept ? 'warning' : 'error',
        message: fails ? excess(data, used, asked) : open(),
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

const beyondWithOthers =
  'With the units of sessions whose member is not stated, the member could be over the limit';

function withPerhaps({ atLeast, atMost, perhaps }: Used): Quantity<{ path: 'member.id' }> {
  return between(atLeast, addUnits(atMost, perhaps), notStated);
}

/** What remains and what is over are known only where both numbers are. */
function limitData(
  limit: number,
  used: Quantity<unknown>,
  asked: Quantity<unknown>,
  window: Period,
): LimitData {
  const usedUnits = known(used);
  const sum = known(plus(used, asked));
  return {
    limit,
    used: usedUnits,
    asked: known(asked),
    remaining: usedUnits === null ? null : Math.max(0, addUnits(limit, -usedUnits)),
    over: sum === null ? null : Math.max(0, addUnits(sum, -limit)),
    window,
  };
}

function excess({ limit, remaining, window }: LimitData, used: Used, asked: Quantity<unknown>): string {
  const rest =
    remaining === null ? '' : `; ${count(remaining, 'unit')} ${remaining === 1 ? 'remains' : 'remain'}`;
  return `Asked for ${number(asked)}, beside ${number(used)} already used, of the ${count(limit, 'unit')} allowed ${periodInWords(window)}${rest}.`;
}

function number(units: Quantity<unknown>): string {
  return `${known(units) === null ? 'at least ' : ''}${count(units.atLeast, 'unit')}`;
}
