import type { Found } from './documents.js';
import { idOf, part, parts, textAt, type At } from './elements.js';
import { factOf, leadsTo, type Fact, type Reading } from './facts.js';
import type { FhirProblem } from './problems.js';
import { atOf, unheard } from './store.js';
import { momentAt } from './times.js';
import { identityOf } from './urls.js';

/** What appointments, and visits of a Group, say of the visits of persons. */
export interface Bookings {
  /** Whom an appointment is of. */
  readonly patientsOf: (appointment: Found) => At[];
  /** Whose session a visit is not. */
  readonly whyLeftOut: (
    visit: Found,
    status: string,
    appointments: readonly Found[],
  ) => FhirProblem | undefined;
  readonly groupFacts: (visit: Found, at: At, appointments: readonly Found[]) => Fact[];
  /** Whether a person missed an appointment that begins as a visit does. */
  readonly isMissed: (subject: At, visit: Found, start: At) => boolean;
}

export function bookingsIn(reading: Reading): Bookings {
  const { mapped, store, tell, persons } = reading;

  const patientsOf = (appointment: Found): At[] => {
    const actors = parts(atOf(appointment, tell), 'participant').map((one) => part(one, 'actor'));
    const patients = actors.filter((actor) => leadsTo('Patient', actor, appointment, reading));
    return [...new Map(patients.map((one) => [persons.of(one, appointment), one])).values()];
  };

  const isOfGroup = (visit: Found): boolean =>
    leadsTo('Group', part(atOf(visit, tell), 'subject'), visit, reading);
  const whyLeftOut = (
    found: Found,
    status: string,
    appointments: readonly Found[],
  ): FhirProblem | undefined => {
    if (status === 'entered-in-error') return 'entered-in-error';
    if (isOfGroup(found)) return 'group-visit';
    const isMissed = appointments.some(
      (one) => one.resource['status'] === 'noshow' && patientsOf(one).length === 1,
    );
    return isMissed ? 'appointment-missed' : undefined;
  };
  /** The meeting that a visit is part of: an Encounter of a Group, or else a booking of several people. */
  const groupFacts = (found: Found, at: At, appointments: readonly Found[]): Fact[] => {
    const whole = store.resolve(part(at, 'partOf'), found);
    const [meeting, another] =
      whole?.type === 'Encounter' && isOfGroup(whole)
        ? [whole]
        : appointments.filter((one) => patientsOf(one).length > 1);
    if (meeting === undefined || another !== undefined) return [];
    return [
      ...factOf('group.id', idOf(meeting.resource) ?? identityOf(meeting), meeting.place),
      ...factOf('format', 'group', meeting.place),
    ];
  };

  /** A person and an instant. */
  const startOf = (subject: At, from: Found, start: At): string[] => {
    const instant = momentAt({ ...start, tell: unheard }, mapped.clock)?.instant;
    const person = persons.of(subject, from);
    return instant === undefined || person === undefined ? [] : [`${person} ${String(instant)}`];
  };
  const missed = new Set(
    store.ofType('Appointment').flatMap((found) => {
      const [patient, another] = textAt(atOf(found, unheard), 'status') === 'noshow' ? patientsOf(found) : [];
      const start = part(atOf(found, unheard), 'start');
      return patient === undefined || another !== undefined ? [] : startOf(patient, found, start);
    }),
  );
  return {
    patientsOf,
    whyLeftOut,
    groupFacts,
    isMissed: (subject, visit, start) =>
      missed.size > 0 && startOf(subject, visit, start).some((one) => missed.has(one)),
  };
}
