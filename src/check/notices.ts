import type { PriorUse } from '../facts/generated/types.js';
import { count } from '../findings/wording.js';
import { spanOf, type Placed } from '../rules/schedule/placed.js';
import type { BatchSettings } from './entries.js';
import type { Tally } from './totals.js';

/** How many entries and prior uses a batch cannot sum up or compare. */
export interface NotSeen {
  readonly noUnits: number;
  readonly noCharge: number;
  readonly noChargeNorUnits: number;
  readonly noClock: number;
  readonly noStaff: number;
  /** Prior uses. */
  readonly noStart: number;
}

export const allSeen: NotSeen = {
  noUnits: 0,
  noCharge: 0,
  noChargeNorUnits: 0,
  noClock: 0,
  noStaff: 0,
  noStart: 0,
};

export function notSeenIn(
  tallies: readonly Tally[],
  placed: readonly Placed[],
  uses: readonly Pick<Placed, 'session'>[],
): NotSeen {
  const noCharge = tallies.filter(({ charge }) => charge === undefined);
  return {
    noUnits: tallies.filter(({ units }) => units === undefined).length,
    noCharge: noCharge.length,
    noChargeNorUnits: noCharge.filter(({ units }) => units === undefined).length,
    noClock: placed.filter(({ session }) => spanOf(session) === null).length,
    noStaff: placed.filter(({ staff, session }) => staff === null && spanOf(session) !== null).length,
    noStart: uses.filter(({ session }) => session.startTime == null).length,
  };
}

export function addNotSeen(one: NotSeen, other: NotSeen): NotSeen {
  return {
    noUnits: one.noUnits + other.noUnits,
    noCharge: one.noCharge + other.noCharge,
    noChargeNorUnits: one.noChargeNorUnits + other.noChargeNorUnits,
    noClock: one.noClock + other.noClock,
    noStaff: one.noStaff + other.noStaff,
    noStart: one.noStart + other.noStart,
  };
}

/** All that a person should know of a batch; the nouns are of what was summed up. */
export function noticesOf(
  notSeen: NotSeen,
  { history, serviceOf }: Pick<BatchSettings, 'history' | 'serviceOf'>,
  [one, more]: readonly [one: string, more: string],
): string[] {
  return [
    ...leftOutOfTotals(notSeen, one, more),
    ...notCompared(notSeen, history != null),
    ...usesNotOnFile(history, (service) => 'rules' in serviceOf(service)),
  ];
}

/** What the sums leave out, for a person to know; the noun is of what was summed up. */
export function leftOutOfTotals(
  { noUnits, noCharge, noChargeNorUnits }: NotSeen,
  one: string,
  more: string,
): string[] {
  const why = `no rate is on file${noChargeNorUnits > 0 ? ', or the units are not known' : ''}`;
  return [
    ...(noUnits > 0
      ? [`The totals leave out the units of ${count(noUnits, one, more)}: they are not known.`]
      : []),
    ...(noCharge > 0
      ? [`The totals leave out the charges of ${count(noCharge, one, more)}: none is stated and ${why}.`]
      : []),
  ];
}

/** What could not be compared. */
function notCompared({ noClock, noStaff, noStart }: NotSeen, hasHistory: boolean): string[] {
  const entries = (number: number) => count(number, 'entry', 'entries');
  return [
    ...(hasHistory
      ? []
      : ['Duplicates of what was billed before, and overlaps with it, are not seen: no history is given.']),
    ...(noClock > 0 ? [`Overlaps: ${entries(noClock)} without both clock times could not be compared.`] : []),
    ...(noStaff > 0
      ? [`Overlaps of staff: ${entries(noStaff)} without the staff member's key could not be compared.`]
      : []),
    ...(noStart > 0
      ? [`Duplicates: ${count(noStart, 'prior use')} without a start time could not be compared.`]
      : []),
  ];
}

/** Prior use may be of any service; one whose service is misspelt would be lost in silence. */
export function usesNotOnFile(
  history: readonly PriorUse[] | null | undefined,
  isOnFile: (service: string) => boolean,
): string[] {
  if (history == null || history.length === 0) return [];
  const others = history.filter(({ service }) => !isOnFile(service)).length;
  return others === 0
    ? []
    : [`Prior uses of services not on file, which count toward no limit: ${String(others)}.`];
}
