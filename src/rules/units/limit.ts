import { civilDate } from '../../facts/scalars.js';
import * as z from '../../facts/zod.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import { namesOf } from '../../findings/missing.js';
import { count, inTurn, notKnown } from '../../findings/wording.js';
import type { Service, UnitLimit } from '../../services/service.js';
import type { Used } from '../../units/account.js';
import {
  everyPer,
  periodInWords,
  periodOf,
  periods,
  type LimitRule,
  type Per,
  type Period,
} from '../../units/period.js';
import { addUnits, between, known, plus, type Quantity } from '../../units/quantity.js';
import type { CivilDate } from '../../values/civil-date.js';
import { entryOn } from '../../values/dated-series.js';
import type { AboutRule, SessionRule } from '../rule.js';
import { statedTimes } from '../session/time-spent.js';
import {
  beyondWithOthers,
  noLimit,
  notStated,
  number,
  saysOf,
  type LimitData,
  type LimitValues,
} from './limit-data.js';
import { spreadLimit } from './limit-of-days.js';

export function limitsOf({ limits = [] }: Service): LimitValues[] {
  const byPeriod = new Map<Per, [UnitLimit, ...UnitLimit[]]>();
  for (const limit of limits) {
    const values = byPeriod.get(limit.per);
    if (values === undefined) byPeriod.set(limit.per, [limit]);
    else values.push(limit);
  }
  return [...byPeriod.values()];
}

function valuesOf(per: Per, service: Service): LimitValues | undefined {
  return limitsOf(service).find(([first]) => first.per === per);
}

/**
 * The units of the service in a period, this session's included, are no more than the limit in force on the date of
 * service. Where they are only with those of sessions whose member is not stated, it is a warning.
 */
function unitLimit<Id extends LimitRule>(
  rule: Id,
  values: LimitValues,
): ReturnType<SessionRule<Id, LimitData>['forService']> {
  const [first, ...later] = values;
  const latest = later.at(-1) ?? first;
  const { per } = latest;
  return {
    says: saysOf(first, later),
    cite: latest.cite,
    judge({ session, on, asked, usedBefore, spread }) {
      const days = spread?.(per) ?? [];
      if (days.length > 1) return spreadLimit(rule, values, days, asked);
      const inForce = entryOn(values, on);
      if (inForce === undefined) return noLimit;
      const { units: limit, cite } = inForce;
      const used = usedBefore(per);
      const most = addUnits(used.atMost, asked.atMost);
      if (addUnits(most, used.perhaps) <= limit) return 'pass';
      const isKept = most <= limit;
      const all = isKept ? withPerhaps(used) : used;
      const fails = addUnits(used.atLeast, asked.atLeast) > limit;
      const data = limitData(limit, all, asked, periodOf(per, on));
      const unknown = fails ? [] : [...asked.unknown, ...all.unknown];
      const open = () => inTurn(isKept ? beyondWithOthers : notKnown(namesOf(unknown)), saysOf(inForce));
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
  return inTurn(
    `Asked for ${number(asked)}, beside ${number(used)} already used, of the ${count(limit, 'unit')} allowed ${periodInWords(window)}.`,
    remaining === null ? '' : `${count(remaining, 'unit')} ${remaining === 1 ? 'remains' : 'remain'}.`,
  );
}

function limitRule<P extends Per>(per: P): SessionRule<(typeof periods)[P]['limit'], LimitData> {
  const id = periods[per].limit;
  return {
    scope: 'session',
    id,
    forService: (service) => {
      const values = valuesOf(per, service);
      return values && unitLimit(id, values);
    },
  };
}

export const dailyLimit = /* @__PURE__ */ limitRule('day');
export const monthlyLimit = /* @__PURE__ */ limitRule('calendar-month');

function aboutLimit(per: Per) {
  const { name } = periods[per];
  return {
    severity: 'error',
    reads: ['id', 'dateOfService', 'units', 'startTime', 'endTime', 'minutes', 'member.id', 'history'],
    demands: `the units of the service that the member used in the ${name} and those of the session are together no more than the limit`,
    denials: ['limit'],
    readings: () => ['limit-scope', 'partial-excess', 'limit-order'],
    sheet: (service: Service, on: CivilDate) => {
      const limit = entryOn(valuesOf(per, service) ?? [], on);
      if (limit === undefined) return [];
      return [{ says: `At most ${count(limit.units, 'unit')} a ${name} for a member.`, cite: limit.cite }];
    },
    cites: (service: Service) =>
      limitsOf(service).flatMap((values) =>
        values.flatMap((limit) => (limit.per === per ? [limit.cite] : [])),
      ),
    dataWords: { id: 'LimitData', description: 'Units; null where they are not known.' },
    data: () =>
      z.strictObject({
        limit: z.number(),
        used: z.nullable(z.number()),
        asked: z.nullable(z.number()),
        remaining: z.nullable(z.number()),
        over: z.nullable(z.number()),
        window: z.strictObject({
          per: z.enum(everyPer),
          from: civilDate,
          through: civilDate,
        }),
      }),
  } satisfies AboutRule<LimitData>;
}

export const aboutDailyLimit = /* @__PURE__ */ aboutLimit('day');
export const aboutMonthlyLimit = /* @__PURE__ */ aboutLimit('calendar-month');
