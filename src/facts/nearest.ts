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

/** A name by its letters and digits alone: `Member ID` is `member.id`. */
export function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
