import { isWithin, type CivilDate } from '../../values/civil-date.js';
import { notePaths, PROGRESS_NOTE_PATH } from './codes.js';
import type { Found } from './documents.js';
import { conceptAt, isStated, isUnderstood, part, parts, textAt, type At } from './elements.js';
import { extensionFacts } from './extensions.js';
import { byPatient, factOf, type Fact, type Reading } from './facts.js';
import { atOf, isClear } from './store.js';
import { daysAt, type Days } from './times.js';

/** What a file says of the care of its patients, by person, day and service. */
export interface Care {
  readonly planFacts: (person: string, on: CivilDate, service?: string) => Fact[];
  /** The notes on a visit. */
  readonly noteFacts: (visit: string) => Fact[];
}

export function careIn(reading: Reading): Care {
  const plans = byPatient(reading, { type: 'CarePlan', by: 'subject' }, (found, at) =>
    planIn(found, at, reading),
  );
  const notes = notesIn(reading);
  return {
    planFacts: (person, on, service) => planFacts(plans.of(person), on, service),
    noteFacts: (visit) => [...(notes.get(visit) ?? [])].map(([path, place]) => ({ path, value: {}, place })),
  };
}

interface Plan {
  readonly place: string;
  readonly days: Days;
  readonly services: readonly string[];
  readonly more: readonly Fact[];
}

const onPlan = ['active', 'completed'];
const plansOf = ['plan', 'order'];
const planned: readonly unknown[] = [undefined, 'not-started', 'scheduled', 'in-progress', 'completed'];

/** A plan that is, or was, in force: no draft, no proposal, none that was revoked. */
function planIn(found: Found, at: At, reading: Reading): Plan[] {
  const period = part(at, 'period');
  const status = textAt(at, 'status') ?? '';
  const isInForce =
    onPlan.includes(status) &&
    plansOf.includes(textAt(at, 'intent') ?? '') &&
    (status === 'active' || isStated(part(period, 'end')));
  if (!isInForce) {
    reading.tell('not-active', found.place);
    return [];
  }
  const days = isClear(found, reading.tell) ? daysAt(period, reading.mapped.clock) : undefined;
  if (days === undefined) return [];
  const services = parts(at, 'activity').flatMap((activity) => {
    const detail = part(activity, 'detail');
    const isPlanned =
      isUnderstood(activity) &&
      [undefined, false].includes(part(detail, 'doNotPerform').value as boolean | undefined) &&
      planned.includes(part(detail, 'status').value);
    return isPlanned ? reading.mapped.meanings(conceptAt(part(detail, 'code'))) : [];
  });
  const more = extensionFacts(at, reading, (path) => path.startsWith('plan.'));
  return [{ place: found.place, days, services, more }];
}

/**
 * The plan of a day: that in force, or else the last one before it, or the first. Of several in force the days are told
 * where they are the same. A service that no plan names may stand in words.
 */
function planFacts(all: readonly Plan[], on: CivilDate, service: string | undefined): Fact[] {
  const inForce = all.filter(({ days }) => days.from !== undefined && isWithin(days, on));
  const listing = inForce.find(({ services }) => service !== undefined && services.includes(service));
  const includes = listing === undefined ? [] : factOf('plan.includesService', true, listing.place);
  const [first, ...others] = inForce.length > 0 ? inForce : nearestTo(on, all);
  if (first === undefined) return [];
  const isAlone = others.every(
    ({ days }) => days.from === first.days.from && days.through === first.days.through,
  );
  if (!isAlone) return includes;
  return [
    ...includes,
    ...factOf('plan.from', first.days.from, `${first.place}.period.start`),
    ...factOf('plan.through', first.days.through, `${first.place}.period.end`),
    ...(others.length === 0 ? first.more : []),
  ];
}

/** The plans that begin last of those that begin by a day, or else first of all. */
function nearestTo(on: CivilDate, all: readonly Plan[]): Plan[] {
  const begin = ({ days }: Plan) => days.from ?? '';
  const starts = all.map(begin).sort();
  const nearest = starts.findLast((day) => day <= on) ?? starts[0];
  return all.filter((plan) => begin(plan) === nearest);
}

const PROGRESS_NOTE = { system: 'http://loinc.org', code: '11506-3', path: PROGRESS_NOTE_PATH };
const finalNotes: readonly unknown[] = ['final', 'amended'];

/** By visit, which notes are there: that one is not in the file does not say that there is none. */
function notesIn(reading: Reading): Map<string, Map<string, string>> {
  const { store, tell, mapped } = reading;
  const notes = new Map<string, Map<string, string>>();
  const see = (found: Found, at: At, visits: readonly At[]) => {
    const concept = conceptAt(part(at, 'type'));
    const isProgressNote = concept.codings.some(
      ({ system, code }) => system === PROGRESS_NOTE.system && code === PROGRESS_NOTE.code,
    );
    const path = mapped.meanings(concept).find((meaning) => notePaths.includes(meaning));
    const named = path ?? (isProgressNote ? PROGRESS_NOTE.path : undefined);
    if (named === undefined || !isClear(found, tell)) return;
    for (const visit of visits) {
      const identity = String(store.identity(visit, found));
      const ofVisit = notes.get(identity) ?? new Map<string, string>();
      const places = [found.place, ofVisit.get(named) ?? found.place].sort();
      notes.set(identity, ofVisit.set(named, String(places[0])));
    }
  };
  for (const found of store.ofType('DocumentReference')) {
    const at = atOf(found, tell);
    const isFinal = textAt(at, 'status') === 'current' && finalNotes.includes(textAt(at, 'docStatus'));
    if (isFinal) see(found, at, parts(part(at, 'context'), 'encounter'));
  }
  for (const found of store.ofType('Composition')) {
    const at = atOf(found, tell);
    if (finalNotes.includes(textAt(at, 'status'))) see(found, at, [part(at, 'encounter')]);
  }
  return notes;
}
