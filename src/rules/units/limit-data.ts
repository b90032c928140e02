import { count } from '../../findings/wording.js';
import { reason } from '../../findings/reasons.js';
import type { UnitLimit } from '../../services/service.js';
import { periods, type Period } from '../../units/period.js';
import { known, type Quantity } from '../../units/quantity.js';

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

export const noLimit = { notApplicable: reason('limit-not-set') };
export const notStated = [{ path: 'member.id' }] as const;

/** One limit and its values over time, the latest last. */
export type LimitValues = readonly [UnitLimit, ...UnitLimit[]];

export function saysOf({ units, per }: UnitLimit, later: readonly UnitLimit[] = []): string {
  const changes = later.map((next) => `from ${String(next.from)} on ${count(next.units, 'unit')}`);
  const most = [count(units, 'unit'), ...(changes.length === 0 ? [] : [`(${changes.join('; ')})`])].join(' ');
  return `A member may receive at most ${most} in a ${periods[per].name}.`;
}

export const beyondWithOthers =
  'With the units of sessions whose member is not stated, the member could be over the limit.';

export function number(units: Quantity<unknown>): string {
  return `${known(units) === null ? 'at least ' : ''}${count(units.atLeast, 'unit')}`;
}
