import { notice } from '../findings/notices.js';
import { reason } from '../findings/reasons.js';
import type { Session } from '../facts/generated/types.js';
import type { Readings } from '../readings/generated.js';
import type { SessionResult } from './result.js';
import type { Position } from '../findings/finding-data.js';
import { groupedBy } from '../rules/schedule/placed.js';
import { weekOf } from '../values/civil-date.js';
import type { Entry } from './entry.js';

type WeeklyNote = NonNullable<Session['documentation']>['weeklyNote'];

/** What the weekly rules found so far in a member's week, and with which entry. */
type SaidInWeek = Map<string, Position>;

/** An entry with the facts by which it is judged, and its week where others share it. */
export interface InItsWeek {
  readonly entry: Entry;
  readonly judged: Session;
  readonly said?: SaidInWeek;
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
    const said: SaidInWeek = new Map();
    for (const entry of week) {
      const judged = {
        ...entry.session,
        regularPsrSameWeek,
        documentation: { ...entry.session.documentation, weeklyNote },
      };
      shared.set(entry, { entry, judged, said });
    }
  }
  return entries.map((entry) => shared.get(entry) ?? { entry, judged: entry.session });
}

/**
 * What a weekly rule finds is said with the first entry of the week of which it is so; the verdict of the others rests on
 * it too. A proposed session, whose note is only due, says nothing for one that is delivered.
 */
export function sayOnceAWeek(result: SessionResult, { entry, said }: InItsWeek): void {
  if (said === undefined) return;
  const { weekly } = entry.compiled;
  const saidWith = new Set<Position>();
  result.findings = result.findings.filter(({ rule, outcome, severity }) => {
    if (!weekly.includes(rule)) return true;
    const what = JSON.stringify([rule, outcome, severity]);
    const first = said.get(what);
    if (first === undefined) {
      said.set(what, entry.position);
      return true;
    }
    result.notApplicable.push({ rule, ...reason('judged-with-week', { with: { ...first } }) });
    saidWith.add(first);
    return false;
  });
  for (const first of saidWith) result.notices.push(notice('judged-with-week', { with: { ...first } }));
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
