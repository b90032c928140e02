import type { Session } from '../../facts/generated/types.js';
import { sessionSchema } from '../../facts/generated/schemas.js';
import type { Phase } from '../../facts/generated/codes.js';
import type { FoundRecord } from '../../facts/found.js';
import type { AssessmentFacts } from './assessment.js';
import type { Care } from './care.js';
import type { Found } from './documents.js';
import {
  codingAt,
  codesOf,
  conceptAt,
  idOf,
  isStated,
  isUnderstood,
  minutesAt,
  part,
  parts,
  textAt,
  type At,
} from './elements.js';
import type { People } from './people.js';
import { extensionFacts, factOf, leadsTo, recordOf, type Fact, type Reading } from './facts.js';
import { atOf, identityOf, isClear } from './store.js';
import { timesAt, type Times } from './times.js';

const phases: Readonly<Record<string, Phase>> = {
  finished: 'delivered',
  planned: 'proposed',
  arrived: 'proposed',
  cancelled: 'cancelled',
};
const PARTICIPATION = 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType';
const ACT_CODE = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';

/** Reads the visits of a file: an Encounter, or an Appointment that was missed, as a session. */
export interface Visits {
  readonly ofEncounter: (found: Found) => FoundRecord<Session>[];
  readonly ofAppointment: (found: Found) => FoundRecord<Session>[];
}

export function visitsIn(
  reading: Reading,
  people: People,
  care: Care,
  assessmentFacts: AssessmentFacts,
): Visits {
  const { store, tell } = reading;

  /** What is told of a person's visit by a day and a service; nothing where either is not known. */
  const visitFacts = (found: Found, at: At, subject: At, timed: At): Fact[] | undefined => {
    const times = timesAt(timed, reading.mapped.clock);
    if (typeof times === 'string') tell(times, timed.place);
    const service = serviceOf(at, reading);
    if (service === undefined) tell('service-not-known', found.place);
    if (typeof times === 'string' || service === undefined) return undefined;
    const on = times.dateOfService;
    const patient = store.identity(subject, found);
    return [
      ...factOf('id', idOf(found.resource), `${found.place}.id`),
      ...service,
      ...timeFacts(times, at, timed, reading),
      ...people.memberFacts(subject, found),
      ...people.roleFacts(subject, found, on),
      ...(patient === undefined
        ? []
        : [...care.planFacts(patient, on, String(service[0]?.value)), ...assessmentFacts(patient, on)]),
    ];
  };
  const staffOf = (found: Found, participants: readonly At[], name: string): Fact[] => {
    const own = new Map(
      participants.map((one) => [people.practitioner(part(one, name), found), part(one, name)]),
    );
    const [only] = own.values();
    if (only === undefined) return [];
    if (own.size === 1) return people.staffFacts(only, found);
    tell('staff-not-told', found.place);
    return [];
  };
  const patientsOf = (appointment: Found): At[] => {
    const actors = parts(atOf(appointment, tell), 'participant').map((one) => part(one, 'actor'));
    const patients = actors.filter((actor) => leadsTo('Patient', actor, appointment, reading));
    return [...new Map(patients.map((one) => [store.identity(one, appointment), one])).values()];
  };

  const isOfGroup = (visit: Found): boolean =>
    leadsTo('Group', part(atOf(visit, tell), 'subject'), visit, reading);
  const whyLeftOut = (found: Found, status: string, appointments: readonly Found[]) => {
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

  return {
    ofEncounter(found) {
      const at = atOf(found, tell);
      const subject = part(at, 'subject');
      const status = textAt(at, 'status') ?? '';
      const appointments = parts(at, 'appointment').flatMap((one) => store.resolve(one, found) ?? []);
      const why = whyLeftOut(found, status, appointments);
      if (why !== undefined) tell(why, found.place);
      if (why !== undefined || !isClear(found, tell)) return [];
      const phase = phases[status];
      if (phase === undefined) tell('status-not-read', `${found.place}.status`);
      const facts = visitFacts(found, at, subject, part(at, 'period'));
      if (facts === undefined) return [];
      const performers = parts(at, 'participant').filter(
        (one) =>
          isUnderstood(one) &&
          parts(one, 'type').some((type) => codesOf(conceptAt(type), PARTICIPATION).includes('PPRF')),
      );
      const ofClass = part(at, 'class');
      const isVirtual = codesOf(codingAt(ofClass), ACT_CODE).includes('VR');
      return recordOf(
        [
          ...facts,
          ...factOf('phase', phase, `${found.place}.status`),
          ...factOf('faceToFace', isVirtual ? false : undefined, ofClass.place),
          ...staffOf(found, performers, 'individual'),
          ...people.agencyFacts(part(at, 'serviceProvider'), found),
          ...groupFacts(found, at, appointments),
          ...care.noteFacts(identityOf(found)),
          ...extensionFacts(at, reading, () => true),
        ],
        sessionSchema,
        at,
      );
    },
    ofAppointment(found) {
      const at = atOf(found, tell);
      if (textAt(at, 'status') !== 'noshow' || !isClear(found, tell)) return [];
      const patients = patientsOf(found);
      const [subject] = patients;
      if (subject === undefined || patients.length > 1) {
        tell('missed-by-some', found.place);
        return [];
      }
      const facts = visitFacts(found, at, subject, at);
      if (facts === undefined) return [];
      const staff = parts(at, 'participant').filter((one) =>
        ['Practitioner', 'PractitionerRole'].some((kind) =>
          leadsTo(kind, part(one, 'actor'), found, reading),
        ),
      );
      return recordOf(
        [
          ...facts,
          ...factOf('phase', 'no-show', `${found.place}.status`),
          ...staffOf(found, staff, 'actor'),
          ...extensionFacts(at, reading, () => true),
        ],
        sessionSchema,
        at,
      );
    },
  };
}

/** The one service that the types of a visit name. */
function serviceOf(at: At, { mapped }: Reading): Fact[] | undefined {
  const concepts = [...parts(at, 'type'), ...serviceTypesOf(at)];
  const named = concepts.flatMap((one) =>
    mapped.meanings(conceptAt(one)).map((service) => ({ service, place: one.place })),
  );
  const services = named.filter(({ service }) => service.includes('/'));
  const [first, ...others] = services.length > 0 ? services : named;
  if (first === undefined || others.some(({ service }) => service !== first.service)) return undefined;
  return factOf('service', first.service, first.place);
}

/** One of an Encounter, several of an Appointment. */
function serviceTypesOf(at: At): At[] {
  const stated = part(at, 'serviceType');
  if (!isStated(stated)) return [];
  return Array.isArray(stated.value) ? parts(at, 'serviceType') : [stated];
}

/** A length that cannot be read may be shorter than what the clock shows, which is not told then. */
function timeFacts(
  { dateOfService, startTime, endTime, minutes }: Times,
  at: At,
  timed: At,
  { tell }: Reading,
): Fact[] {
  const length = part(at, 'length');
  const spent = isStated(length) ? minutesAt(length) : undefined;
  const isUnread = isStated(length) && spent === undefined;
  if (isUnread) tell('length-not-read', length.place);
  const [start, end] = [part(timed, 'start').place, part(timed, 'end').place];
  return [
    ...factOf('dateOfService', dateOfService, start),
    ...factOf('startTime', startTime, start),
    ...(isUnread ? [] : factOf('endTime', endTime, end)),
    ...(isUnread ? [] : factOf('minutes', spent ?? minutes, spent === undefined ? end : length.place)),
  ];
}
