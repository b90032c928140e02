import { civilDate } from '../../facts/scalars.js';
import * as z from '../../facts/zod.js';
import { reason } from '../../findings/reasons.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import { namesOf } from '../../findings/missing.js';
import { count, inTurn, notKnown } from '../../findings/wording.js';
import type { UnknownFact } from '../../conditions/circumstances.js';
import type { FindingOf } from '../../findings/result.js';
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
import type { AboutRule, Judgement, SessionRule, UsedOn } from '../rule.js';
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
  window: Period;
}

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

function valuesOf(per: Per, service: Service): LimitValues | undefined {
  return limitsOf(service).find(([first]) => first.per === per);
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

/**
 * Units of a line over several days, of which each may be of any: no spread of them may keep the limit, or each does.
 */
function spreadLimit<Id extends LimitRule>(
  rule: Id,
  values: LimitValues,
  days: readonly UsedOn[],
  asked: Quantity<UnknownFact>,
): Judgement<FindingOf<Id, LimitData>> {
  const limited = days.map(({ day, used }) => ({ day, used, limit: entryOn(values, day) }));
  const [inForce] = limited.flatMap(({ limit }) => limit ?? []);
  if (inForce === undefined) return noLimit;
  const keeps = (most: (used: Used) => number) =>
    limited.every(
      ({ used, limit }) => limit === undefined || addUnits(most(used), asked.atMost) <= limit.units,
    );
  if (keeps(({ atMost, perhaps }) => addUnits(atMost, perhaps))) return 'pass';
  const isKept = keeps(({ atMost }) => atMost);
  const rooms = limited.map(({ used, limit }) =>
    limit === undefined ? Infinity : Math.max(0, addUnits(limit.units, -used.atLeast)),
  );
  const room = rooms.reduce(addUnits);
  const fails = room < asked.atLeast;
  const { per } = inForce;
  const [first, last] = [days[0], days.at(-1)] as [UsedOn, UsedOn];
  const window: Period = {
    per,
    from: periodOf(per, first.day).from,
    through: periodOf(per, last.day).through,
  };
  const ofDays = days.flatMap(({ used }) => used.unknown);
  const open: readonly UnknownFact[] = [...asked.unknown, ...ofDays, { path: 'dateOfServiceThrough' }];
  const unknown = isKept ? notStated : open;
  const isRoomKnown = days.every(({ used }) => known(used) !== null) && Number.isFinite(room);
  const units = known(asked);
  return finding({
    rule,
    outcome: fails ? 'fail' : 'unknown',
    severity: isKept ? 'warning' : 'error',
    message: isKept
      ? inTurn(beyondWithOthers, saysOf(inForce))
      : inTurn(
          fails
            ? `Asked for ${number(asked)} ${periodInWords(window)}, where ${count(room, 'unit')} remain at most.`
            : `Whether the limit is kept turns on which units of the line are of which ${periods[per].name}.`,
          saysOf(inForce),
        ),
    data: {
      limit: inForce.units,
      used: null,
      asked: units,
      remaining: isRoomKnown ? room : null,
      over: isRoomKnown && units !== null ? Math.max(0, addUnits(units, -room)) : null,
      window,
    },
    paths: ['/dateOfService', '/dateOfServiceThrough', '/units'],
    unknown: fails ? [] : unknown,
    cite: inForce.cite,
    denials: denialsOf('limit'),
  });
}

const beyondWithOthers =
  'With the units of sessions whose member is not stated, the member could be over the limit.';

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

function number(units: Quantity<unknown>): string {
  return `${known(units) === null ? 'at least ' : ''}${count(units.atLeast, 'unit')}`;
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
