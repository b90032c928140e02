import { printable } from './layout.js';
import type { Page } from './page.js';

/**
 * Places in the person's file, each once, and once what several have in common.
 *
 * @param told those that stand above.
 */
export function* placesLine(
  all: readonly (string | undefined)[],
  told: readonly (string | undefined)[],
  indent: string,
  { wrap }: Page,
): Generator<string> {
  const places = new Set(all.flatMap((place) => (place === undefined || told.includes(place) ? [] : place)));
  if (places.size > 0) yield wrap(printable(inCommon([...places])), `${indent}at `, `${indent}   `);
}

/** `visits.csv row 12, column "Start", column "End"; staff.csv row 4, column "Expires"` */
function inCommon(places: readonly string[]): string {
  const lasts = new Map<string, string>();
  for (const place of places) {
    const at = whereLast(place);
    const whole = place.slice(0, at);
    lasts.set(whole, (lasts.get(whole) ?? '') + place.slice(at));
  }
  return [...lasts].map(([whole, all]) => whole + all).join('; ');
}

/** Where its last part begins; a heading may hold any mark. */
function whereLast(place: string): number {
  const heading = place.lastIndexOf(', column "');
  const last = heading === -1 ? place.lastIndexOf(', ') : heading;
  return last === -1 ? place.length : last;
}
