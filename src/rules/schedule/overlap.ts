import { clockTime, endTime } from '../../facts/scalars.js';
import * as z from '../../facts/zod.js';
import type { Position } from '../../findings/finding-data.js';
import { count } from '../../findings/wording.js';
import type { ClockTime } from '../../values/clock-time.js';
import type { DataParts } from '../rule.js';
import { otherInWords, spanOf, timeOf, type Placed, type Span } from './placed.js';

/** The minutes that two sessions share; null where it is not known whether they share any. */
export interface OverlapData {
  minutes: number | null;
  from: ClockTime | null;
  through: ClockTime | null;
  other: Position | null;
}

export const overlapDataWords = { id: 'OverlapData' };

export function overlapDataSchema({ position }: DataParts) {
  return z.strictObject({
    minutes: z.nullable(z.number()),
    from: z.nullable(clockTime),
    through: z.nullable(endTime),
    other: z.nullable(position),
  });
}

/** Which minutes an entry shares with another, in words and numbers. */
export function sharedMinutes(
  placed: Placed,
  { start, end, other }: Overlap,
  ofWhom = '',
): { readonly sentence: string; readonly data: OverlapData } {
  const minutes = end - start;
  const [from, through] = [timeOf(start), timeOf(end)];
  const verb = minutes === 1 ? 'is' : 'are';
  return {
    sentence: `${count(minutes, 'minute')}${ofWhom} from ${from} to ${through} ${verb} also in ${otherInWords(placed, other)}.`,
    data: { minutes, from, through, other: other.position },
  };
}

/** Another entry at the same minutes. */
export interface Overlap<One extends Placed = Placed> extends Span {
  readonly other: One;
}

/** Two keys of an entry; entries that have either in common are not compared. */
export type Kin = readonly [string, string];

interface Stay<One> extends Span {
  readonly placed: One;
  readonly kin: Kin;
}

/**
 * For each entry of one person and day the overlap that begins first, in n log n. Touching ends do not overlap; kin are
 * not compared. Of equals the one that stands first among the entries is named.
 */
export function firstOverlaps<One extends Placed>(
  entries: readonly One[],
  kinOf: (placed: One) => Kin,
): Map<One, Overlap<One>> {
  const stays = entries
    .flatMap((placed): Stay<One>[] => {
      const span = spanOf(placed.session);
      return span === null ? [] : [{ ...span, placed, kin: kinOf(placed) }];
    })
    .sort((one, other) => one.start - other.start);
  const overlaps = new Map<One, Overlap<One>>();
  const note = (stay: Stay<One>, others: readonly Stay<One>[]) => {
    const other = others.find((one) => !isKin(one, stay));
    if (other === undefined || overlaps.has(stay.placed)) return;
    const span = { start: Math.max(stay.start, other.start), end: Math.min(stay.end, other.end) };
    if (span.start < span.end) overlaps.set(stay.placed, { ...span, other: other.placed });
  };
  let longest: Stay<One>[] = [];
  for (const stay of stays) {
    note(stay, longest);
    longest = enough([...longest, stay].sort((one, other) => other.end - one.end));
  }
  let next: Stay<One>[] = [];
  for (const stay of stays.reverse()) {
    note(stay, next);
    next = enough([stay, ...next]);
  }
  return overlaps;
}

function isKin({ kin: [one, other] }: Stay<unknown>, { kin }: Stay<unknown>): boolean {
  return one === kin[0] || other === kin[1];
}

/**
 * The first stays, so many that whichever stay comes, the first that is no kin of it is among them: of one key two are
 * enough, if their other keys differ, and of three that have no key in common one is always no kin.
 */
function enough<One>(stays: readonly Stay<One>[]): Stay<One>[] {
  const kept: Stay<One>[] = [];
  for (const stay of stays) {
    const [one, other] = stay.kin;
    const ofOne = kept.filter(({ kin }) => kin[0] === one);
    const ofOther = kept.filter(({ kin }) => kin[1] === other);
    const isThere = ofOne.some(({ kin }) => kin[1] === other);
    if (!isThere && ofOne.length < 2 && ofOther.length < 2 && kept.length < 5) kept.push(stay);
  }
  return kept;
}

/** Of the overlaps of each entry the one that begins first; of equals that of the first map. */
export function earliest<One extends Placed>(
  maps: readonly ReadonlyMap<One, Overlap<One>>[],
): Map<One, Overlap<One>> {
  const first = new Map<One, Overlap<One>>();
  for (const [placed, overlap] of maps.flatMap((map) => [...map])) {
    if (overlap.start < (first.get(placed)?.start ?? Infinity)) first.set(placed, overlap);
  }
  return first;
}
