import { firstDayOfMonth, lastDayOfMonthOf, type CivilDate } from '../values/civil-date.js';

interface PeriodRow {
  /** The rule of a limit on it. */
  readonly limit: `units/${string}-limit`;
  readonly name: string;
  /** The same for all days of one period, and for no others, nor for a period of another kind; it has no space. */
  readonly keyOf: (day: CivilDate) => string;
  readonly boundsOf: (day: CivilDate) => { readonly from: CivilDate; readonly through: CivilDate };
}

/** The periods in which a limit may count, in the order in which limits are told. */
export const periods = {
  day: {
    limit: 'units/daily-limit',
    name: 'day',
    keyOf: (day) => day,
    boundsOf: (day) => ({ from: day, through: day }),
  },
  'calendar-month': {
    limit: 'units/monthly-limit',
    name: 'calendar month',
    keyOf: (day) => day.slice(0, 7),
    boundsOf: (day) => ({ from: firstDayOfMonth(day), through: lastDayOfMonthOf(day) }),
  },
} as const satisfies Readonly<Record<string, PeriodRow>>;

/** A kind of period: `'day'`, `'calendar-month'`. */
export type Per = keyof typeof periods;

/** The id of the rule of a limit. */
export type LimitRule = (typeof periods)[Per]['limit'];

/** The day or calendar month in which a limit counts, both ends inclusive. */
export interface Period {
  per: Per;
  from: CivilDate;
  through: CivilDate;
}

export const everyPer = Object.keys(periods) as [Per, ...Per[]];

/** Something for the rule of each limit. */
export function forEachLimit<Value>(make: (per: Per) => Value): Record<LimitRule, Value> {
  return Object.fromEntries(everyPer.map((per) => [periods[per].limit, make(per)])) as Record<
    LimitRule,
    Value
  >;
}

/** The period that holds a day. */
export function periodOf(per: Per, day: CivilDate): Period {
  return { per, ...periods[per].boundsOf(day) };
}

/** "on 2025-03-03", "from 2025-03-01 through 2025-03-31" */
export function periodInWords({ from, through }: Period): string {
  return from === through ? `on ${from}` : `from ${from} through ${through}`;
}
