/** The candidate that is written most alike, if it is within `limit` single-letter edits. */
export function nearest(word: string, candidates: readonly string[], limit: number): string | undefined {
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** The name that is meant, it seems, by one that is not known: a short name has few letters to get wrong. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  return nearest(name, known, name.length <= 5 ? 1 : name.length <= 8 ? 2 : 3);
}

/** Longer than any of ours with what may be added to it. */
const LONGEST_KEY = 60;

/**
 * The known key that one is almost: the same but for letter case, blanks and marks, or within two edits that leave some of it.
 * One with other signs than those of a keyboard is not.
 */
export function nearestKey(key: string, known: readonly string[]): string | undefined {
  if (key.length > LONGEST_KEY || !/^[ -~]+$/.test(key)) return undefined;
  const letters = lettersOf(key);
  const edits = Math.min(2, key.length - 1);
  return (
    known.find((one) => lettersOf(one) === letters) ??
    nearest(key, known, Math.min(1, edits)) ??
    nearest(
      key,
      known.filter(({ length }) => length > 2),
      edits,
    )
  );
}

/** A name without what may differ by habit: letter case, blanks and marks. */
export function lettersOf(key: string): string {
  return key.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Levenshtein's distance: insertions, deletions and replacements that turn one text into the other. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length }, (_, index) => index + 1);
  let distance = to.length;
  for (let i = 0; i < from.length; i++) {
    let corner = i;
    distance = i + 1;
    row = row.map((above, j) => {
      const replaced = corner + (from[i] === to[j] ? 0 : 1);
      distance = Math.min(replaced, above + 1, distance + 1);
      corner = above;
      return distance;
    });
  }
  return distance;
}
