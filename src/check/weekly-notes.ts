import type { Session } from '../facts/generated/types.js';
import { sharing, type Share } from '../findings/shared.js';
import type { Readings } from '../readings/generated.js';
import { groupedBy } from '../rules/schedule/placed.js';
import { weekOf } from '../values/civil-date.js';
import type { Entry } from './entry.js';

type WeeklyNote = NonNullable<Session['documentation']>['weeklyNote'];

/** An entry with the facts by which it is judged. */
export interface InItsWeek {
  readonly entry: Entry;
  readonly judged: Session;
  /** Where others share its week: names in what is found of their paper the first that says it. */
  readonly share?: Share;
}

/**
 * A weekly note is one paper for all sessions of a member's week: what one of them states of it holds for each. What is
 * stated not to be so wins over what is stated to be so, and both over what is not known.
 *
 * @param entries in limit order, which the result keeps.
 */
export function inTheirWeeks(entries: readonly Entry[], { weekStartsOn }: Readings): InItsWeek[] {
  const shared = new Map<Entry, InItsWeek>();
  const weeks = groupedBy(entries, ({ who, compiled: { service, weekly }, session }) =>
    weekly.length === 0
      ? null
      : JSON.stringify([who, service.id, weekOf(session.dateOfService, weekStartsOn).from]),
  );
  for (const week of weeks.filter(({ length }) => length > 1)) {
    const weeklyNote = mergedNote(week.map(({ session }) => session.documentation?.weeklyNote));
    const regular = week.map(({ session }) => session.regularPsrSameWeek ?? null);
    const regularPsrSameWeek = regular.includes(true) ? true : regular.includes(false) ? false : null;
    const share = sharing();
    for (const entry of week) {
      const judged = {
        ...entry.session,
        regularPsrSameWeek,
        documentation: { ...entry.session.documentation, weeklyNote },
      };
      shared.set(entry, { entry, judged, share });
    }
  }
  return entries.map((entry) => shared.get(entry) ?? { entry, judged: entry.session });
}

function mergedNote(notes: readonly WeeklyNote[]): WeeklyNote {
  const known = notes.filter((note) => note != null);
  if (known.includes('none')) return 'none';
  const merged: Record<string, boolean> = {};
  for (const note of known) {
    for (const [item, isSo] of Object.entries(note as Record<string, boolean | null>)) {
      if (isSo != null) merged[item] = isSo && (merged[item] ?? true);
    }
  }
  return merged;
}
