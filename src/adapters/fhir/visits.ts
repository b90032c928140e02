import { sessionSchema } from '../../facts/generated/schemas.js';
import type { Phase } from '../../facts/generated/codes.js';
import type { Session } from '../../facts/generated/types.js';
import type { FoundRecord } from '../../facts/found.js';
import { OTHER } from '../../facts/words.js';
import type { AssessmentFacts } from './assessment.js';
import { bookingsIn } from './bookings.js';
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
import { extensionFacts } from './extensions.js';
import {
  factOf,
  leadsTo,
  notKnown,
  recordOrUnread,
  unreadRecord,
  type Fact,
  type Reading,
  type Unread,
} from './facts.js';
import type { People } from './people.js';
import { isUnreadable, type FhirProblem } from './problems.js';
import { isOfStaff, practitionerOf } from './staff.js';
import { atOf, isClear } from './store.js';
import { timesAt, type Times } from './times.js';
import { identityOf } from './urls.js';

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
  readonly ofEncounter: (found: Found) => FoundVisit[];
  readonly ofAppointment: (found: Found) => FoundVisit[];
}

type FoundVisit = FoundRecord<Session | Unread>;

/** Whose visit it is, when it was, and who rendered it, where that is told. */
interface About {
  readonly subject: At;
  readonly timed: At;
  readonly staff: At | undefined;
}

export function visitsIn(
  reading: Reading,
  people: People,
  care: Care,
  assessmentFacts: AssessmentFacts,
): Visits {
  const { mapped, store, tell, persons } = reading;
  const { patientsOf, groupFacts, whyLeftOut, isMissed } = bookingsIn(reading);

  /** What is told of a person's visit by a day and a service; or what of these is not known. */
  const visitFacts = (found: Found, at: At, about: About): Fact[] | FhirProblem => {
    const { subject, timed, staff } = about;
    const times = timesAt(timed, mapped.clock);
    if (typeof times === 'string') tell(times, timed.place);
    const service = serviceOf(at, reading);
    if (typeof service === 'string') {
      tell(service, found.place);
      return service;
    }
    if (typeof times === 'string') return times;
    const on = times.dateOfService;
    const person = persons.of(subject, found);
    const rendering = staff === undefined ? [] : [practitionerOf(staff, found, reading)];
    return [
      ...factOf('id', idOf(found.resource), `${found.place}.id`),
      ...service,
      ...timeFacts(times, at, timed, reading),
      ...people.memberFacts(subject, found),
      ...people.roleFacts(subject, found, { on, rendering }),
      ...(staff === undefined ? [] : people.staffFacts(staff, found)),
      ...(person === undefined
        ? []
        : [...care.planFacts(person, on, String(service[0]?.value)), ...assessmentFacts(person, on)]),
    ];
  };
  /** The one of staff among participants; where it is none or several, that is told. */
  const onlyOne = (found: Found, participants: readonly At[], name: string): At | undefined => {
    const actors = participants.map((one) => part(one, name));
    const each = new Map(actors.map((one) => [practitionerOf(one, found, reading), one]));
    const [only] = each.values();
    if (each.size > 1) tell('staff-not-told', found.place);
    return each.size === 1 ? only : undefined;
  };
  /** Who rendered a visit: the one primary performer. */
  const performerOf = (found: Found, at: At): At | undefined => {
    const participants = parts(at, 'participant').filter(isUnderstood);
    const primary = participants.filter((one) =>
      parts(one, 'type').some((type) => codesOf(conceptAt(type), PARTICIPATION).includes('PPRF')),
    );
    const [other] = participants.filter((one) => !isOfFamily(part(one, 'individual'), found, reading));
    if (primary.length === 0 && other !== undefined) tell('staff-not-told', other.place);
    return onlyOne(found, primary, 'individual');
  };
  const sessionOf = (facts: readonly Fact[], found: Found): FoundVisit[] => [
    recordOrUnread(facts, sessionSchema, found, tell),
  ];
  /** What did not take place is none of which anything is asked. */
  const leftOut = (why: FhirProblem, found: Found, phase?: Phase): FoundVisit[] =>
    isUnreadable(why) && phase !== 'cancelled' ? [unreadRecord(why, found)] : [];

  return {
    ofEncounter(found) {
      const at = atOf(found, tell);
      const subject = part(at, 'subject');
      const status = textAt(at, 'status') ?? '';
      const booked = parts(at, 'appointment');
      const appointments = booked.flatMap((one) => store.resolve(one, found) ?? []);
      const why = whyLeftOut(found, status, appointments);
      if (why !== undefined) tell(why, found.place);
      if (why !== undefined) return [];
      if (!isClear(found, tell)) return leftOut('meaning-changed', found);
      const unsure = booked.find((one) => store.isUnsure(one, found));
      if (unsure !== undefined) {
        tell('versions-differ', unsure.place);
        return leftOut('versions-differ', found);
      }
      const phase = phases[status];
      if (phase === undefined) {
        tell('status-not-read', `${found.place}.status`);
        return leftOut('status-not-read', found);
      }
      const timed = part(at, 'period');
      const facts = visitFacts(found, at, { subject, timed, staff: performerOf(found, at) });
      if (typeof facts === 'string') return leftOut(facts, found, phase);
      if (phase === 'delivered' && isMissed(subject, found, part(timed, 'start')))
        tell('missed-and-finished', found.place);
      const ofClass = part(at, 'class');
      const isVirtual = codesOf(codingAt(ofClass), ACT_CODE).includes('VR');
      return sessionOf(
        [
          ...facts,
          ...factOf('phase', phase, `${found.place}.status`),
          ...factOf('faceToFace', isVirtual ? false : undefined, ofClass.place),
          ...people.agencyFacts(part(at, 'serviceProvider'), found),
          ...groupFacts(found, at, appointments),
          ...care.noteFacts(identityOf(found)),
          ...extensionFacts(at, reading, () => true),
        ],
        found,
      );
    },
    ofAppointment(found) {
      const at = atOf(found, tell);
      if (textAt(at, 'status') !== 'noshow') return [];
      if (!isClear(found, tell)) return leftOut('meaning-changed', found);
      const patients = patientsOf(found);
      const [subject] = patients;
      if (subject === undefined || patients.length > 1) {
        tell('missed-by-some', found.place);
        return [];
      }
      const actors = parts(at, 'participant').filter((one) => isOfStaff(part(one, 'actor'), found, reading));
      const facts = visitFacts(found, at, { subject, timed: at, staff: onlyOne(found, actors, 'actor') });
      if (typeof facts === 'string') return [];
      return sessionOf(
        [
          ...facts,
          ...factOf('phase', 'no-show', `${found.place}.status`),
          ...extensionFacts(at, reading, () => true),
        ],
        found,
      );
    },
  };
}

/** Whose visit it is, when it was, and who rendered it, where that is told. */
interface About {
  readonly subject: At;
  readonly timed: At;
  readonly staff: At | undefined;
}

/** Whether a Reference leads to whom a visit is of, or to theirs. */
function isOfFamily(reference: At, from: Found, reading: Reading): boolean {
  return ['Patient', 'RelatedPerson'].some((kind) => leadsTo(kind, reference, from, reading));
}

/** The one service that the types of a visit name. */
function serviceOf(at: At, { mapped }: Reading): Fact[] | 'service-not-known' | 'not-our-service' {
  const concepts = [...parts(at, 'type'), ...serviceTypesOf(at)];
  const meanings = concepts.map((one) => ({ place: one.place, of: mapped.meanings(conceptAt(one)) }));
  if (meanings.length > 0 && meanings.every(({ of }) => of.length > 0 && of.every((one) => one === OTHER)))
    return 'not-our-service';
  const named = meanings.flatMap(({ place, of }) =>
    of.flatMap((service) => (service === OTHER ? [] : { service, place })),
  );
  const services = named.filter(({ service }) => service.includes('/'));
  const [first, ...others] = services.length > 0 ? services : named;
  if (first === undefined || others.some(({ service }) => service !== first.service))
    return 'service-not-known';
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
    { path: 'startTime', value: startTime, place: startTime === undefined ? timed.place : start },
    isUnread || endTime === undefined
      ? notKnown('endTime', isUnread ? length.place : timed.place)
      : { path: 'endTime', value: endTime, place: end },
    ...(isUnread ? [] : factOf('minutes', spent ?? minutes, spent === undefined ? end : length.place)),
  ];
}
