import { civilDate } from '../../facts/scalars.js';
import * as z from '../../facts/zod.js';
import { reason } from '../../findings/reasons.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import { namesOf } from '../../findings/missing.js';
import type { Window } from '../../findings/finding-data.js';
import { count, inTurn, notKnown } from '../../findings/wording.js';
import type { LimitRule, Service, UnitLimit } from '../../services/service.js';
import { firstDayOfMonth, lastDayOfMonthOf, type CivilDate } from '../../values/civil-date.js';
import { entryOn } from '../../values/dated-series.js';
import { addUnits } from '../../values/units.js';
import type { AboutRule, SessionRule, UnitCount } from '../rule.js';
import { statedTimes } from '../session/time-spent.js';

/**
 * The numbers of a unit limit; null where they are not known. `used` is without the session, `remaining` is what was left for
 * it, `over` is how far it goes beyond that.
 */
export interface LimitData {
  limit: number;
  used: number | null;
  asked: number | null;
  remaining: number | null;
  over: number | null;
  window: Window;
}

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

function valuesOf(rule: LimitRule, service: Service): LimitValues | undefined {
  return limitsOf(service).find(([first]) => first.rule === rule);
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
function unitLimit<Id extends LimitRule>(
  rule: Id,
  values: LimitValues,
): ReturnType<SessionRule<Id, LimitData>['forService']> {
  const [first, ...later] = values;
  const latest = later.at(-1) ?? first;
  const { per } = latest;
  const unchanging = values.length === 1 && latest.from === undefined ? latest : undefined;
  return {
    says: saysOf(first, later),
    cite: latest.cite,
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

function limitRule<Id extends LimitRule>(id: Id): SessionRule<Id, LimitData> {
  return {
    scope: 'session',
    id,
    forService: (service) => {
      const values = valuesOf(id, service);
      return values && unitLimit(id, values);
    },
  };
}

export const dailyLimit = /* @__PURE__ */ limitRule('units/daily-limit');
export const monthlyLimit = /* @__PURE__ */ limitRule('units/monthly-limit');

function aboutLimit(rule: LimitRule, period: string) {
  return {
    severity: 'error',
    reads: ['id', 'dateOfService', 'units', 'startTime', 'endTime', 'minutes', 'member.id', 'history'],
    demands: `the units of the service that the member used in the ${period} and those of the session are together no more than the limit`,
    denials: ['limit'],
    readings: () => ['limit-scope', 'partial-excess', 'limit-order'],
    sheet: (service: Service, on: CivilDate) => {
      const limit = entryOn(valuesOf(rule, service) ?? [], on);
      if (limit === undefined) return [];
      return [{ says: `At most ${count(limit.units, 'unit')} a ${period} for a member.`, cite: limit.cite }];
    },
    cites: (service: Service) =>
      limitsOf(service).flatMap((values) =>
        values.flatMap((limit) => (limit.rule === rule ? [limit.cite] : [])),
      ),
    dataWords: { id: 'LimitData', description: 'Units; null where they are not known.' },
    data: () =>
      z.strictObject({
        limit: z.number(),
        used: z.number().nullable(),
        asked: z.number().nullable(),
        remaining: z.number().nullable(),
        over: z.number().nullable(),
        window: z.strictObject({
          per: z.enum(['day', 'calendar-month']),
          from: civilDate,
          through: civilDate,
        }),
      }),
  } satisfies AboutRule<LimitData>;
}

export const aboutDailyLimit = /* @__PURE__ */ aboutLimit('units/daily-limit', 'day');
export const aboutMonthlyLimit = /* @__PURE__ */ aboutLimit('units/monthly-limit', 'calendar month');
