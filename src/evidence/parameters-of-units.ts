import { count } from '../findings/wording.js';
import type { Service } from '../services/service.js';
import { everyPer, periods, type Per } from '../units/period.js';
import type { CivilDate } from '../values/civil-date.js';
import { entryOn } from '../values/dated-series.js';
import type { PartAsked } from './part-asked.js';

/**
 * How long a unit is. A longer one is supported by more time, and so is stricter of units that are stated and looser of
 * time that is left unbilled.
 */
export function unitOf(one: Service, other: Service, on: CivilDate): PartAsked[] {
  const [first, second] = [one, other].map(({ unit }) => unit?.minutes) as [number?, number?];
  if (first === undefined || first === second) return [];
  const says = `A unit is ${count(first, 'minute')} under {one} and ${second === undefined ? 'of no set length' : count(second, 'minute')} under {other}.`;
  const minutes = [first, second ?? first].flatMap((unit) => [unit, 2 * unit, unit - 1]);
  const sessions = [...new Set(minutes)].flatMap((spent) =>
    [1, 2].map((units) => ({ on, stated: { minutes: spent, units } })),
  );
  return [
    { at: 'unit', rules: ['units/time'], says, sessions, isDecided: second !== undefined && second > first },
    {
      at: 'unit',
      rules: ['units/unbilled-time'],
      says,
      sessions,
      isDecided: second !== undefined && second < first,
    },
  ];
}

/** How many units there may be in a period: more never hold a session back. */
export function limitsOf(one: Service, other: Service, days: readonly CivilDate[]): PartAsked[] {
  return everyPer.flatMap((per): PartAsked[] => {
    const asked = days.flatMap((on) => {
      const [first, second] = [one, other].map((service) => limitOn(service, per, on)) as [number?, number?];
      return first === undefined ? [] : [{ on, first, second }];
    });
    const higher = asked.filter(({ first, second = Infinity }) => second > first);
    const [example] = higher;
    const isUnitAlike = one.unit?.minutes === other.unit?.minutes;
    if (example === undefined && (asked.length === 0 || isUnitAlike)) return [];
    const { name, limit } = periods[per];
    return [
      {
        at: 'limits',
        rules: [limit],
        says:
          example === undefined
            ? `Units in a ${name} are of another length under {other}.`
            : `In the ${name} of ${example.on} there may be ${count(example.first, 'unit')} under {one} and ${example.second === undefined ? 'any number' : count(example.second, 'unit')} under {other}.`,
        sessions: [
          ...higher.map(({ on, first, second = Infinity }) => ({
            on,
            stated: { units: Math.min(first + 1, second) },
          })),
          ...asked.flatMap(({ on, first }) =>
            [one, other].flatMap(({ unit }) =>
              unit === undefined ? [] : [{ on, stated: { minutes: (first + 1) * unit.minutes } }],
            ),
          ),
        ],
        isDecided: example === undefined && isShorter(other, one),
      },
    ];
  });
}

/** A shorter unit makes more units of the same time. */
function isShorter({ unit }: Service, other: Service): boolean {
  return unit !== undefined && other.unit !== undefined && unit.minutes < other.unit.minutes;
}

function limitOn({ limits = [] }: Service, per: Per, on: CivilDate): number | undefined {
  return entryOn(
    limits.filter((limit) => limit.per === per),
    on,
  )?.units;
}
