import { remainingUnitsQuerySchema, type RemainingUnitsQuery } from './options.js';
import { acceptRemainingUnitsQuery } from './generated.js';
import { parseOrThrow } from '../facts/parse.js';
import { notice, type Notice } from '../findings/notices.js';
import { isInForce } from '../rules/service/in-force.js';
import { limitsOf } from '../rules/units/limit.js';
import type { Service } from '../services/service.js';
import { entryOn } from '../values/dated-series.js';
import { used } from '../units/account.js';
import { everyPer, periodOf, type Period } from '../units/period.js';
import { addUnits, known } from '../units/quantity.js';
import { usesNotOnFile } from './batch-notices.js';
import { usesIn, withServices } from './prior-uses.js';
import { serviceOf, type OnFile } from './on-file.js';
import { accountOf } from './used-before.js';

/** What is left of a limit in the day or calendar month that holds a date. Null is not known, or not limited. */
export interface RemainingUnits extends Period {
  limit: number | null;
  used: number | null;
  remaining: number | null;
  /** Why there is no limit; where there is one, how many prior uses are of services not on file, and do not count. */
  notice?: Notice;
}

/** See `remainingUnits` of the public surface. */
export function remainingUnits(
  onFile: OnFile,
  named: Service | string,
  stated: RemainingUnitsQuery,
): RemainingUnits[] {
  const { on, history } = parseOrThrow(remainingUnitsQuerySchema, stated, acceptRemainingUnitsQuery);
  const service = serviceOf(onFile, named, on);
  const inForce = isInForce(service, on);
  const limits = limitsOf(service).map((values) => ({
    per: values[0].per,
    units: entryOn(values, on)?.units ?? null,
  }));
  const unlimited = everyPer.map((per) => ({ per, units: null }));
  const uses = history == null ? undefined : usesIn(history, () => 0);
  const account = accountOf(uses && withServices(uses, [service], onFile.services));
  const isKnown = (id: string) => id === service.id || onFile.has(id);
  return (limits.length > 0 ? limits : unlimited).map(({ per, units: most }) => {
    const limit = inForce ? most : null;
    const units = known(used(account, 0, service.id, on, per));
    return {
      ...periodOf(per, on),
      limit,
      used: units,
      remaining: limit === null || units === null ? null : Math.max(0, addUnits(limit, -units)),
      ...noticeOf(limit, inForce, usesNotOnFile(history, { has: isKnown })),
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
