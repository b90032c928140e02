import type { PriorUse } from '../facts/generated/types.js';
import { notice, type Notice, type Summed } from '../findings/notices.js';
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
  /** Those that are compared with what other members have, where those are seen. */
  readonly staffOverlaps: number;
  readonly groupRosters: number;
  /** Prior uses. */
  readonly noStart: number;
}

export const allSeen: NotSeen = {
  noUnits: 0,
  noCharge: 0,
  noChargeNorUnits: 0,
  noClock: 0,
  noStaff: 0,
  staffOverlaps: 0,
  groupRosters: 0,
  noStart: 0,
};

export function notSeenIn(
  tallies: readonly Tally[],
  placed: readonly Placed[],
  uses: readonly Pick<Placed, 'session'>[],
): NotSeen {
  const noCharge = tallies.filter(({ charge }) => charge === undefined);
  const withClock = placed.filter(({ session }) => spanOf(session) !== null);
  const withStaff = withClock.filter(({ staff }) => staff !== null);
  return {
    noUnits: tallies.filter(({ units }) => units === undefined).length,
    noCharge: noCharge.length,
    noChargeNorUnits: noCharge.filter(({ units }) => units === undefined).length,
    noClock: placed.length - withClock.length,
    noStaff: withClock.length - withStaff.length,
    staffOverlaps: withStaff.length,
    groupRosters: withStaff.filter(({ session }) => session.group?.id != null).length,
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
    staffOverlaps: one.staffOverlaps + other.staffOverlaps,
    groupRosters: one.groupRosters + other.groupRosters,
    noStart: one.noStart + other.noStart,
  };
}

/** All that a person should know of a batch. */
export function noticesOf(
  notSeen: NotSeen,
  { history, serviceOf }: Pick<BatchSettings, 'history' | 'serviceOf'>,
  of: Summed,
): Notice[] {
  return [
    ...leftOutOfTotals(notSeen, of),
    ...notCompared(notSeen, history != null),
    ...usesNotOnFile(history, (service) => 'rules' in serviceOf(service)),
  ];
}

/** What the sums leave out, for a person to know. */
export function leftOutOfTotals({ noUnits, noCharge, noChargeNorUnits }: NotSeen, of: Summed): Notice[] {
  return [
    ...(noUnits > 0 ? [notice('units-left-out', { count: noUnits, of })] : []),
    ...(noCharge > 0
      ? [notice('charges-left-out', { count: noCharge, of, unitsNotKnown: noChargeNorUnits })]
      : []),
  ];
}

/** What could not be compared. */
function notCompared({ noClock, noStaff, noStart }: NotSeen, hasHistory: boolean): Notice[] {
  return [
    ...(hasHistory ? [] : [notice('no-history')]),
    ...(noClock > 0 ? [notice('no-clock-times', { count: noClock })] : []),
    ...(noStaff > 0 ? [notice('no-staff-key', { count: noStaff })] : []),
    ...(noStart > 0 ? [notice('no-start-time', { count: noStart })] : []),
  ];
}

/** Prior use may be of any service; one whose service is misspelt would be lost in silence. */
export function usesNotOnFile(
  history: readonly PriorUse[] | null | undefined,
  isOnFile: (service: string) => boolean,
): Notice[] {
  if (history == null || history.length === 0) return [];
  const others = history.filter(({ service }) => !isOnFile(service)).length;
  return others === 0 ? [] : [notice('uses-not-on-file', { count: others })];
}
