import type { PriorUse } from '../facts/generated/types.js';
import { notice, type Notice, type Summed } from '../findings/notices.js';
import { meetingKey } from '../rules/schedule/meeting.js';
import { isStated, spanOf, type PlacedEntry } from '../rules/schedule/placed.js';
import { alikeKey } from '../values/alike-key.js';
import type { BatchSettings } from './entries.js';
import type { OnFile } from './on-file.js';
import type { Tally } from './totals.js';

/** How many entries and prior uses a batch cannot sum up or compare. */
export interface NotSeen {
  /** Of sessions, and of lines of claims. */
  readonly leftOut: Readonly<Record<Summed, LeftOut>>;
  readonly noClock: number;
  readonly noStaff: number;
  /** Those that are compared with what other members have, where those are seen. */
  readonly staffOverlaps: number;
  readonly groupRosters: number;
  readonly noMember: number;
  /** Prior uses. */
  readonly noStart: number;
}

/** What the sums leave out. */
interface LeftOut {
  readonly noUnits: number;
  readonly noCharge: number;
  readonly noChargeNorUnits: number;
}

export function notSeenIn(
  tallies: Readonly<Record<Summed, readonly Tally[]>>,
  placed: readonly PlacedEntry[],
  uses: readonly Pick<PriorUse, 'startTime'>[],
): NotSeen {
  const withClock = placed.filter(({ session }) => spanOf(session) !== null);
  const withStaff = withClock.filter(({ staff }) => staff !== null);
  return {
    leftOut: leftOutIn(tallies),
    noClock: placed.length - withClock.length,
    noStaff: withClock.length - withStaff.length,
    staffOverlaps: withStaff.length,
    groupRosters: placed.filter((one) => meetingKey(one) !== null).length,
    noMember: placed.filter((one) => !isStated(one)).length,
    noStart: uses.filter(({ startTime }) => startTime == null).length,
  };
}

export const allSeen = notSeenIn({ entry: [], line: [] }, [], []);

export function leftOutIn({ entry, line }: Readonly<Record<Summed, readonly Tally[]>>): NotSeen['leftOut'] {
  return { entry: leftOutOf(entry), line: leftOutOf(line) };
}

function leftOutOf(tallies: readonly Tally[]): LeftOut {
  const noCharge = tallies.filter(({ charge }) => charge === undefined);
  return {
    noUnits: tallies.filter(({ units }) => units === undefined).length,
    noCharge: noCharge.length,
    noChargeNorUnits: noCharge.filter(({ units }) => units === undefined).length,
  };
}

export function addNotSeen(one: NotSeen, other: NotSeen): NotSeen {
  return {
    leftOut: {
      entry: addLeftOut(one.leftOut.entry, other.leftOut.entry),
      line: addLeftOut(one.leftOut.line, other.leftOut.line),
    },
    noClock: one.noClock + other.noClock,
    noStaff: one.noStaff + other.noStaff,
    staffOverlaps: one.staffOverlaps + other.staffOverlaps,
    groupRosters: one.groupRosters + other.groupRosters,
    noMember: one.noMember + other.noMember,
    noStart: one.noStart + other.noStart,
  };
}

function addLeftOut(one: LeftOut, other: LeftOut): LeftOut {
  return {
    noUnits: one.noUnits + other.noUnits,
    noCharge: one.noCharge + other.noCharge,
    noChargeNorUnits: one.noChargeNorUnits + other.noChargeNorUnits,
  };
}

/**
 * All that a person should know of a batch.
 *
 * @param members whom the entries state.
 */
export function noticesOf(
  notSeen: NotSeen,
  { history, onFile }: Pick<BatchSettings, 'history' | 'onFile'>,
  members: ReadonlySet<unknown>,
): Notice[] {
  return [
    ...leftOutOfTotals(notSeen.leftOut),
    ...notCompared(notSeen, history != null),
    ...usesOfOthers(history, members),
    ...usesNotOnFile(history, onFile),
  ];
}

/** What the sums leave out, for a person to know. */
export function leftOutOfTotals(leftOut: NotSeen['leftOut']): Notice[] {
  return (['entry', 'line'] as const).flatMap((of) => {
    const { noUnits, noCharge, noChargeNorUnits } = leftOut[of];
    return [
      ...(noUnits > 0 ? [notice('units-left-out', { count: noUnits, of })] : []),
      ...(noCharge > 0
        ? [notice('charges-left-out', { count: noCharge, of, unitsNotKnown: noChargeNorUnits })]
        : []),
    ];
  });
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

/** Prior uses of a member whom no entry has, or whose key is not quite that of one, may be the sign of a key misspelt. */
function usesOfOthers(history: BatchSettings['history'], members: ReadonlySet<unknown>): Notice[] {
  const others = (history ?? []).flatMap(({ memberId }) =>
    memberId == null || members.has(memberId) ? [] : memberId,
  );
  if (others.length === 0) return [];
  const keys = new Set([...members].flatMap((who) => (typeof who === 'string' ? alikeKey(who) : [])));
  const alike = others.filter((memberId) => keys.has(alikeKey(memberId))).length;
  return [
    ...(alike < others.length ? [notice('uses-of-others', { count: others.length - alike })] : []),
    ...(alike > 0 ? [notice('keys-alike', { count: alike })] : []),
  ];
}

/** Prior use may be of any service; one whose service is misspelt would be lost in silence. */
export function usesNotOnFile(
  history: readonly PriorUse[] | null | undefined,
  onFile: Pick<OnFile, 'has'>,
): Notice[] {
  if (history == null) return [];
  const others = history.filter(({ service }) => !onFile.has(service)).length;
  return others === 0 ? [] : [notice('uses-not-on-file', { count: others })];
}
