import type { UnknownFact } from '../../conditions/circumstances.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import type { FindingOf } from '../../findings/result.js';
import { count, inTurn } from '../../findings/wording.js';
import type { Used } from '../../units/account.js';
import { periodInWords, periodOf, periods, type LimitRule, type Period } from '../../units/period.js';
import { addUnits, known, type Quantity } from '../../units/quantity.js';
import { entryOn } from '../../values/dated-series.js';
import type { Judgement, UsedOn } from '../rule.js';
import {
  beyondWithOthers,
  noLimit,
  notStated,
  number,
  saysOf,
  type LimitData,
  type LimitValues,
} from './limit-data.js';

/**
 * Units of a line over several days, of which each may be of any: no spread of them may keep the limit, or each does.
 */
export function spreadLimit<Id extends LimitRule>(
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
