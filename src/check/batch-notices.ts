import type { PriorUse } from '../facts/generated/types.js';
import { notice, type Notice, type Summed } from '../findings/notices.js';
import { isOfMeeting } from '../rules/schedule/meeting.js';
import { isStated, spanOf, type Placed, type PlacedEntry } from '../rules/schedule/placed.js';
import { alikeKey } from '../values/alike-key.js';
import { keyOf } from '../values/key-of.js';
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
  /** Sessions and claims that state one. */
  readonly ids: number;
  /** Claims that stand for another one. */
  readonly replacements: number;
}

/** Prior uses, by their places: each is counted once, whatever it stands beside. */
export interface UsesToTell {
  /** Those without a start that an entry may be a duplicate of. */
  readonly noStart: Set<number>;
  /** Those that have the id of an entry and are another. */
  readonly idsAgree: Set<number>;
  /** Of claims, by their places: those that stand for nothing that is there. */
  readonly replacesNothing: Set<number>;
  /** The ids of waivers that hold for some finding. */
  readonly waived: Set<string>;
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
  ofClaims: Pick<NotSeen, 'ids' | 'replacements'>,
): NotSeen {
  const seen = { noClock: 0, noStaff: 0, staffOverlaps: 0, groupRosters: 0, noMember: 0, ...ofClaims };
  for (const one of placed) {
    if (spanOf(one.session) === null) seen.noClock += 1;
    else if (one.staff === null) seen.noStaff += 1;
    else seen.staffOverlaps += 1;
    if (isOfMeeting(one)) seen.groupRosters += 1;
    if (!isStated(one)) seen.noMember += 1;
    if (one.kind === 'session' && one.session.id != null) seen.ids += 1;
  }
  return { leftOut: leftOutIn(tallies), ...seen };
}

/** Entries beside each other, and what was billed before that is none of them. */
interface Beside {
  readonly placed: readonly Placed[];
  readonly uses: readonly Placed[];
  readonly idsAgree: readonly number[];
}

export function usesToTell(): UsesToTell {
  return { noStart: new Set(), idsAgree: new Set(), replacesNothing: new Set(), waived: new Set() };
}

/** Adds those that stand beside entries. */
export function addUsesToTell({ noStart, idsAgree }: UsesToTell, beside: Beside): void {
  for (const index of beside.idsAgree) idsAgree.add(index);
  const bare = beside.uses.flatMap((use) =>
    use.kind === 'prior-use' && use.session.startTime == null ? use : [],
  );
  if (bare.length === 0) return;
  const dayOf = ({ session: { service, dateOfService } }: Placed, who: Placed['who'] | null) =>
    keyOf(service, dateOfService, who);
  const days = new Set(beside.placed.map((one) => dayOf(one, isStated(one) ? one.who : null)));
  for (const use of bare) {
    const isOfDay = days.has(dayOf(use, use.who)) || days.has(dayOf(use, null));
    if (isOfDay) noStart.add(use.position.history);
  }
}

/** Adds what another part of the same batch has. */
export function addTold(told: UsesToTell, more: UsesToTell): void {
  for (const name of ['noStart', 'idsAgree', 'replacesNothing'] as const)
    for (const place of more[name]) told[name].add(place);
  for (const id of more.waived) told.waived.add(id);
}

export const allSeen = notSeenIn({ entry: [], line: [] }, [], { ids: 0, replacements: 0 });

export function leftOutIn({ entry, line }: Readonly<Record<Summed, readonly Tally[]>>): NotSeen['leftOut'] {
  return { entry: leftOutOf(entry), line: leftOutOf(line) };
}

function leftOutOf(tallies: readonly Tally[]): LeftOut {
  const left = { noUnits: 0, noCharge: 0, noChargeNorUnits: 0 };
  for (const { units, charge } of tallies) {
    if (units === undefined) left.noUnits += 1;
    if (charge === undefined) left.noCharge += 1;
    if (units === undefined && charge === undefined) left.noChargeNorUnits += 1;
  }
  return left;
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
    ids: one.ids + other.ids,
    replacements: one.replacements + other.replacements,
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
  uses: UsesToTell,
  { history, onFile }: Pick<BatchSettings, 'history' | 'onFile'>,
  members: ReadonlySet<unknown>,
): Notice[] {
  return [
    ...leftOutOfTotals(notSeen.leftOut),
    ...notCompared(notSeen, uses, history != null),
    ...replacesNothing(uses),
    ...(uses.idsAgree.size > 0 ? [notice('ids-agree', { count: uses.idsAgree.size })] : []),
    ...usesOfOthers(history, members),
    ...usesNotOnFile(history, onFile),
  ];
}

/** The same of a batch, in which every waiver is told that is of no use. */
export function noticesOfBatch(
  notSeen: NotSeen,
  uses: UsesToTell,
  settings: Pick<BatchSettings, 'history' | 'onFile' | 'configured' | 'asOf'>,
  members: ReadonlySet<unknown>,
): Notice[] {
  const ofWaivers = settings.configured?.noticesOfBatch(uses.waived, settings.asOf) ?? [];
  return [...noticesOf(notSeen, uses, settings, members), ...ofWaivers];
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

export function replacesNothing({ replacesNothing: { size } }: UsesToTell): Notice[] {
  return size > 0 ? [notice('replaces-nothing', { count: size })] : [];
}

/** What could not be compared. */
function notCompared({ noClock, noStaff }: NotSeen, { noStart }: UsesToTell, hasHistory: boolean): Notice[] {
  return [
    ...(hasHistory ? [] : [notice('no-history')]),
    ...(noClock > 0 ? [notice('no-clock-times', { count: noClock })] : []),
    ...(noStaff > 0 ? [notice('no-staff-key', { count: noStaff })] : []),
    ...(noStart.size > 0 ? [notice('no-start-time', { count: noStart.size })] : []),
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
  if (history == null || history.length === 0) return [];
  const others = history.filter(({ service }) => service != null && !onFile.has(service)).length;
  return others === 0 ? [] : [notice('uses-not-on-file', { count: others })];
}
