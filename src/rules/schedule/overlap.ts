import { spanOf, type Placed, type Span } from './placed.js';

/** Another entry at the same minutes. */
export interface Overlap extends Span {
  readonly other: Placed;
}

interface Stay extends Span {
  readonly placed: Placed;
  /** Entries of one cluster are not compared with each other. */
  readonly cluster: string;
}

/**
 * For each entry of one person and day the overlap that begins first, in n log n. Touching ends do not overlap; entries
 * of one cluster are not compared. Of equals the one that stands first among the entries is named.
 */
export function firstOverlaps(
  entries: readonly Placed[],
  clusterOf: (placed: Placed) => string,
): Map<Placed, Overlap> {
  const stays = entries
    .flatMap((placed): Stay[] => {
      const span = spanOf(placed.session);
      return span === null ? [] : [{ ...span, placed, cluster: clusterOf(placed) }];
    })
    .sort((one, other) => one.start - other.start);
  const overlaps = new Map<Placed, Overlap>();
  const note = (stay: Stay, other: Stay | undefined) => {
    if (
      other === undefined ||
      other.end <= stay.start ||
      stay.end <= other.start ||
      overlaps.has(stay.placed)
    )
      return;
    const span = { start: Math.max(stay.start, other.start), end: Math.min(stay.end, other.end) };
    overlaps.set(stay.placed, { ...span, other: other.placed });
  };
  const next = nextOfOtherCluster(stays);
  let longest: Stay | undefined;
  let longestOfOthers: Stay | undefined;
  stays.forEach((stay, index) => {
    note(stay, longest?.cluster === stay.cluster ? longestOfOthers : longest);
    note(stay, next[index]);
    if (longest?.cluster === stay.cluster) {
      if (stay.end > longest.end) longest = stay;
    } else if (longest === undefined || stay.end > longest.end) {
      longestOfOthers = longest;
      longest = stay;
    } else if (longestOfOthers === undefined || stay.end > longestOfOthers.end) {
      longestOfOthers = stay;
    }
  });
  return overlaps;
}

/** For each stay the next one, in order of start, that is of another cluster. */
function nextOfOtherCluster(stays: readonly Stay[]): (Stay | undefined)[] {
  const next: (Stay | undefined)[] = [];
  for (let index = stays.length - 2; index >= 0; index--) {
    const following = stays[index + 1];
    next[index] = following?.cluster === stays[index]?.cluster ? next[index + 1] : following;
  }
  return next;
}
