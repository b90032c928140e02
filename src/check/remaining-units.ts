import { remainingUnitsQuerySchema, type RemainingUnitsQuery } from './options.js';
import { parseOrThrow } from '../facts/parse.js';
import type { Window } from '../findings/finding-data.js';
import { notice, type Notice } from '../findings/notices.js';
import { isInForce } from '../rules/service/in-force.js';
import { limitsOf, windowOf } from '../rules/units/limit.js';
import type { Service } from '../services/service.js';
import { entryOn } from '../values/dated-series.js';
import { addUnits } from '../values/units.js';
import { usesNotOnFile } from './notices.js';
import { sameWindow } from './usage.js';

/** What is left of a limit in the day or calendar month that holds a date. Null is not known, or not limited. */
export interface RemainingUnits extends Window {
  limit: number | null;
  used: number | null;
  remaining: number | null;
  /** Why there is no limit; where there is one, how many prior uses are of services not on file, and do not count. */
  notice?: Notice;
}

/** See `remainingUnits` of the public surface, which finds the service and states which others are on file. */
export function remainingUnitsOf(
  service: Service,
  stated: RemainingUnitsQuery,
  isOnFile: (service: string) => boolean,
): RemainingUnits[] {
  const { on, history } = parseOrThrow(remainingUnitsQuerySchema, stated);
  const inForce = isInForce(service, on);
  const limits = limitsOf(service).map((values) => ({
    per: values[0].per,
    units: entryOn(values, on)?.units ?? null,
  }));
  const periods = (['day', 'calendar-month'] as const).map((per) => ({ per, units: null }));
  const isKnown = (id: string) => id === service.id || isOnFile(id);
  return (limits.length > 0 ? limits : periods).map(({ per, units }) => {
    const limit = inForce ? units : null;
    const uses = history?.filter(
      (use) => use.service === service.id && sameWindow(per, use.dateOfService, on),
    );
    const used = uses?.reduce((total, use) => addUnits(total, use.units), 0) ?? null;
    return {
      ...windowOf(per, on),
      limit,
      used,
      remaining: limit === null || used === null ? null : Math.max(0, addUnits(limit, -used)),
      ...noticeOf(limit, inForce, usesNotOnFile(history, isKnown)),
    };
  });
}

function noticeOf(
  limit: number | null,
  inForce: boolean,
  [notOnFile]: readonly Notice[],
): Pick<RemainingUnits, 'notice'> {
  if (!inForce) return { notice: notice('not-in-force') };
  if (limit === null) return { notice: notice('limit-not-set') };
  return notOnFile === undefined ? {} : { notice: notOnFile };
}
