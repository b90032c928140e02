import { addUnits } from '../units/quantity.js';
import type { Who } from '../units/account.js';
import type { CivilDate } from '../values/civil-date.js';
import type { PriorUse, Session } from './generated/types.js';

/** What a reversal is expected to have beside it. */
export const NOTHING_TO_REVERSE =
  'what it reverses: another use of the member, service and day, of as many units or more; leave out what was voided';

/** A prior use, and its place in the history. */
export interface Indexed {
  readonly use: PriorUse;
  readonly index: number;
}

export function isReversal({ units }: PriorUse): boolean {
  return units < 0;
}

export type CodedUse = Pick<PriorUse, 'service' | 'procedureCode'>;

/** Whether it is told what was used: a service, or the code of one that no definition has. */
export function isCoded({ service, procedureCode }: CodedUse): boolean {
  return service != null || procedureCode != null;
}

/** Whether each reversal has what it reverses beside it. */
export function isWholeHistory(history: readonly PriorUse[]): boolean {
  return !history.some(isReversal) || settled(history).reversingNothing.length === 0;
}

/** What is left of a history once its reversals have lessened what they reverse: with no units left it is no use. */
export function settled(history: readonly PriorUse[]): {
  readonly uses: readonly Indexed[];
  readonly reversingNothing: readonly number[];
} {
  const uses = history.map((use, index) => ({ use, index }));
  if (!history.some(isReversal)) return { uses, reversingNothing: [] };
  const byKey = new Map<string, Indexed[]>();
  for (const one of uses) {
    if (isReversal(one.use)) continue;
    for (const key of keysOf(one.use)) {
      const alike = byKey.get(key);
      if (alike === undefined) byKey.set(key, [one]);
      else alike.push(one);
    }
  }
  const leftBy = new Map([...byKey].map(([key, alike]) => [key, unitsLeft(alike)]));
  const leftOfAlike = (use: PriorUse) => keysOf(use).flatMap((key) => leftBy.get(key) ?? []);
  const reversingNothing: number[] = [];
  const lessened = new Map<number, number>();
  for (const { use, index } of uses) {
    if (!isReversal(use)) continue;
    const [found] = leftOfAlike(use).flatMap((left) => left.lastWithEnough(use) ?? []);
    if (found === undefined) reversingNothing.push(index);
    else {
      const units = addUnits(found.units, use.units);
      lessened.set(found.index, units);
      for (const left of leftOfAlike(found.use)) left.set(found.index, units);
    }
  }
  return {
    uses: uses.flatMap(({ use, index }) => {
      const units = lessened.get(index);
      if (units === undefined) return isReversal(use) ? [] : { use, index };
      return units === 0 ? [] : { use: { ...use, units }, index };
    }),
    reversingNothing,
  };
}

/** Uses that a reversal may be of have a key in common with it; those of its first key come first. */
function keysOf(use: PriorUse): string[] {
  const { memberId, service, procedureCode, modifiers, dateOfService, id, startTime } = use;
  const key = JSON.stringify(
    [memberId, service, procedureCode, modifiers, dateOfService, throughOf(use)].map((fact) => fact ?? null),
  );
  return [
    ...(id == null ? [] : [`id ${id} ${key}`]),
    ...(startTime == null ? [] : [`${startTime} ${key}`]),
    key,
  ];
}

/** What is left of uses in their order: the last one with enough units is found, and changed, in log n. */
function unitsLeft(uses: readonly Indexed[]) {
  const width = 2 ** Math.ceil(Math.log2(uses.length));
  const places = new Map(uses.map(({ index }, place) => [index, place]));
  // From `width` on the units of each, and before them, at half of two places, the most of both.
  const most = Array.from({ length: 2 * width }, () => -Infinity);
  const mostAt = (at: number) => Number(most[at]);
  for (const [place, { use }] of uses.entries()) most[width + place] = use.units;
  for (let at = width - 1; at > 0; at--) most[at] = Math.max(mostAt(2 * at), mostAt(2 * at + 1));
  return {
    lastWithEnough(reversal: PriorUse) {
      const isEnough = (at: number) => addUnits(mostAt(at), reversal.units) >= 0;
      if (!isEnough(1)) return undefined;
      let at = 1;
      while (at < width) at = isEnough(2 * at + 1) ? 2 * at + 1 : 2 * at;
      const [{ use, index }] = uses.slice(at - width, at - width + 1) as [Indexed];
      return { use, index, units: mostAt(at) };
    },
    set(index: number, units: number) {
      let at = width + Number(places.get(index));
      most[at] = units;
      for (at >>= 1; at > 0; at >>= 1) most[at] = Math.max(mostAt(2 * at), mostAt(2 * at + 1));
    },
  };
}

/** The last day of what is of several days. */
export function throughOf({
  dateOfService,
  dateOfServiceThrough,
}: Pick<PriorUse, 'dateOfService' | 'dateOfServiceThrough'>): CivilDate | undefined {
  return dateOfServiceThrough == null || dateOfServiceThrough === dateOfService
    ? undefined
    : dateOfServiceThrough;
}

/** An entry, as far as a prior use may be it. */
export interface OwnEntry {
  readonly session: Pick<Session, 'id' | 'service' | 'dateOfService'>;
  /** The last day of one over several days. */
  readonly through?: CivilDate | undefined;
  readonly who: Who;
}

/** A prior use, and whose it is. */
interface OwnUse {
  readonly use: PriorUse;
  readonly who: Who;
}

/** Tells of a prior use with the id of an entry whether it is that entry: two ledgers may both number from 1. */
export function entriesById(entries: readonly OwnEntry[]): {
  readonly hasId: (one: OwnUse) => boolean;
  readonly isEntry: (one: OwnUse) => boolean;
} {
  const byId = new Map<string, OwnEntry[]>();
  for (const entry of entries) {
    const { id } = entry.session;
    if (id == null) continue;
    const ofId = byId.get(id);
    if (ofId === undefined) byId.set(id, [entry]);
    else ofId.push(entry);
  }
  // Most ids are of one entry, and no use has them.
  const keysById = new Map<string, ReadonlySet<string>>();
  return {
    hasId: ({ use: { id } }) => id != null && byId.has(id),
    isEntry({ use, who }) {
      const { id, dateOfService, service = null } = use;
      const ofId = id == null ? undefined : byId.get(id);
      if (id == null || ofId === undefined) return false;
      const keys = keysById.get(id) ?? new Set(ofId.flatMap(entryKeys));
      keysById.set(id, keys);
      const ownKey = (of: Who | null) => JSON.stringify([dateOfService, throughOf(use), service, of]);
      return keys.has(ownKey(typeof who === 'number' ? ANYONE : who)) || keys.has(ownKey(null));
    },
  };
}

const ANYONE = 0;

/** One for each way in which a use may state it: with its service or without, of its member or of one who is not known. */
function entryKeys({ session: { service, dateOfService }, who, through }: OwnEntry): string[] {
  return [service, null].flatMap((stated) =>
    [typeof who === 'number' ? null : who, ANYONE].map((of) =>
      JSON.stringify([dateOfService, through, stated, of]),
    ),
  );
}
