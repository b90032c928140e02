import type { Session } from '../facts/generated/types.js';
import { sharing, type Share } from '../findings/shared.js';
import type { Readings } from '../readings/generated.js';
import { groupedBy } from '../rules/schedule/placed.js';
import { weekOf } from '../values/civil-date.js';
import { keyOf } from '../values/key-of.js';
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
 * A weekly note is one paper for all sessions of a member's week with an agency: one that states none has what all notes
 * stated for that week agree on, and one that states a note keeps its own. Of regular PSR in the week, what one states
 * holds for each; that there was some wins.
 *
 * @param entries in limit order, which the result keeps.
 */
export function inTheirWeeks(entries: readonly Entry[], { weekStartsOn }: Readings): InItsWeek[] {
  const shared = new Map<Entry, InItsWeek>();
  const isOfOneWeek = (one: Entry) =>
    one.through === undefined || one.through <= weekOf(one.session.dateOfService, weekStartsOn).through;
  const weeks = groupedBy(entries.filter(isOfOneWeek), ({ who, compiled: { service, weekly }, session }) =>
    weekly.length === 0
      ? null
      : keyOf(who, service.id, weekOf(session.dateOfService, weekStartsOn).from, session.agency?.id),
  );
  for (const week of weeks.filter(({ length }) => length > 1)) {
    const agreed = agreedNote(week.map(({ session }) => session.documentation?.weeklyNote));
    const regular = week.map(({ session }) => session.regularPsrSameWeek ?? null);
    const regularPsrSameWeek = regular.includes(true) ? true : regular.includes(false) ? false : null;
    const share = sharing();
    for (const entry of week) {
      const { documentation } = entry.session;
      const judged = {
        ...entry.session,
        regularPsrSameWeek,
        documentation: { ...documentation, weeklyNote: documentation?.weeklyNote ?? agreed },
      };
      shared.set(entry, { entry, judged, share });
    }
  }
  return entries.map((entry) => shared.get(entry) ?? { entry, judged: entry.session });
}

/** The items that each note states, and alike. That there is no note states that none of them is so. */
function agreedNote(notes: readonly WeeklyNote[]): WeeklyNote {
  const stated = notes.filter((note) => note != null);
  const written = stated.filter((note) => note !== 'none') as Record<string, boolean | null | undefined>[];
  const [first] = written;
  if (first === undefined) return stated[0];
  const isAgreed = ([item, isSo]: [string, boolean | null | undefined]) =>
    isSo != null &&
    written.every((note) => note[item] === isSo) &&
    (written.length === stated.length || !isSo);
  return Object.fromEntries(Object.entries(first).filter(isAgreed));
}
