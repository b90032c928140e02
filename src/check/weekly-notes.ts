import type { Session } from '../facts/session.js';
import type { Readings } from '../facts/readings.js';
import type { SessionResult } from '../findings/result.js';
import type { RuleId } from '../findings/finding-data.js';
import { groupedBy, inWords } from '../rules/schedule/placed.js';
import { weekOf } from '../values/civil-date.js';
import type { Entry } from './entry.js';

type WeeklyNote = NonNullable<Session['documentation']>['weeklyNote'];

/** An entry with the facts by which it is judged, and the first entry of its week where that is another. */
export interface InItsWeek {
  readonly entry: Entry;
  readonly judged: Session;
  readonly first?: Entry;
}

/**
 * A weekly note is one paper for all sessions of a member's week: what one of them states of it holds for each. What is
 * stated not to be so wins over what is stated to be so, and both over what is not known.
 *
 * @param entries in limit order, which the result keeps.
 */
export function inTheirWeeks(entries: readonly Entry[], { weekStartsOn }: Readings): InItsWeek[] {
  const shared = new Map<Entry, InItsWeek>();
  const weeks = groupedBy(entries, ({ member, compiled: { service }, session }) =>
    member === null || weeklyRulesOf({ compiled: { service } }).length === 0
      ? null
      : JSON.stringify([member, service.id, weekOf(session.dateOfService, weekStartsOn).from]),
  );
  for (const week of weeks.filter(({ length }) => length > 1)) {
    const weeklyNote = mergedNote(week.map(({ session }) => session.documentation?.weeklyNote));
    const regular = week.map(({ session }) => session.regularPsrSameWeek ?? null);
    const regularPsrSameWeek = regular.includes(true) ? true : regular.includes(false) ? false : null;
    for (const entry of week) {
      const judged = {
        ...entry.session,
        regularPsrSameWeek,
        documentation: { ...entry.session.documentation, weeklyNote },
      };
      const [first] = week;
      shared.set(entry, { entry, judged, ...(first !== undefined && first !== entry && { first }) });
    }
  }
  return entries.map((entry) => shared.get(entry) ?? { entry, judged: entry.session });
}

/** The weekly rules speak with the first entry of the week; their verdict holds for the others too. */
export function sayOnceAWeek(result: SessionResult, { entry, first }: InItsWeek): void {
  if (first === undefined) return;
  const weekly = weeklyRulesOf(entry);
  const reason = `judged once for the week, with ${inWords(first.position)}`;
  const said = result.findings.filter(({ rule }) => weekly.includes(rule));
  if (said.length === 0) return;
  result.findings = result.findings.filter(({ rule }) => !weekly.includes(rule));
  result.notApplicable.push(...said.map(({ rule }) => ({ rule, reason })));
  result.notices.push(
    `What is found of the weekly note with ${inWords(first.position)} holds for this session too.`,
  );
}

function weeklyRulesOf({
  compiled: { service },
}: {
  compiled: Pick<Entry['compiled'], 'service'>;
}): RuleId[] {
  return service.criteria.filter(({ owed }) => owed === 'after-the-week').map(({ rule }) => rule);
}

function mergedNote(notes: readonly WeeklyNote[]): WeeklyNote {
  const known = notes.filter((note) => note != null);
  if (known.length === 0) return null;
  if (known.includes('none')) return 'none';
  const merged: Record<string, boolean> = {};
  for (const note of known) {
    for (const [item, isSo] of Object.entries(note as Record<string, boolean | null>)) {
      if (isSo != null) merged[item] = isSo && (merged[item] ?? true);
    }
  }
  return merged;
}
