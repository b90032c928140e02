import { isWithin, type CivilDate } from '../../values/civil-date.js';
import type { Found } from './documents.js';
import {
  conceptAt,
  identifiersIn,
  isEmpty,
  isStated,
  isUnderstood,
  part,
  parts,
  textAt,
  type At,
  type Identifier,
} from './elements.js';
import type { WholeList } from './mapping.js';
import {
  byPatient,
  extensionFacts,
  factOf,
  leadsTo,
  listOf,
  REST,
  wordOf,
  type Entry,
  type Fact,
  type Reading,
} from './facts.js';
import { atOf, identityOf, isClear, logicalIn } from './store.js';
import { dayAt, daysAt, type Days } from './times.js';

/** What the people of a file state, each asked for by a Reference. */
export interface People {
  readonly memberFacts: (reference: At, from: Found) => Fact[];
  /** The roles of the member's team on a day. */
  readonly roleFacts: (reference: At, from: Found, on: CivilDate) => Fact[];
  readonly staffFacts: (reference: At, from: Found) => Fact[];
  readonly agencyFacts: (reference: At, from: Found) => Fact[];
  /** What tells a practitioner from others. */
  readonly practitioner: (reference: At, from: Found) => string | undefined;
}

type Kind = 'member' | 'staff' | 'agency';

export function peopleIn(reading: Reading): People {
  const { mapped, store, tell } = reading;
  const programs = byPatient(reading, { type: 'EpisodeOfCare', by: 'patient' }, (found, at) =>
    programsIn(found, at, reading),
  );
  const roles = byPatient(reading, { type: 'CareTeam', by: 'subject' }, (found, at) =>
    rolesIn(found, at, reading),
  );

  const known = new Map<string, Fact[]>();
  /** What a resource states is read, and told, once. */
  const own = (kind: Kind, found: Found, more: (at: At) => Fact[]): Fact[] => {
    const identity = identityOf(found);
    const before = known.get(identity);
    if (before !== undefined) return before;
    const at = atOf(found, tell);
    const facts = [
      ...keyFacts(kind, identifiersIn(at), found.place, reading),
      ...extensionFacts(at, reading, (path) => path.startsWith(`${kind}.`)),
      ...more(at),
    ];
    known.set(identity, facts);
    return facts;
  };
  const notThere = (kind: Kind, reference: At): Fact[] => {
    if (!isStated(reference)) return [];
    const logical = logicalIn(reference);
    if (logical.length > 0) return keyFacts(kind, logical, reference.place, reading);
    tell('reference-not-found', reference.place);
    return [];
  };
  const isWhole: Readonly<Record<WholeList, boolean>> = {
    EpisodeOfCare: mapped.isWhole('EpisodeOfCare') && programs.isTold,
    CareTeam: mapped.isWhole('CareTeam') && roles.isTold,
    Practitioner: mapped.isWhole('Practitioner'),
  };
  const listFact = (path: string, kind: WholeList, entries: readonly Entry[], place: string): Fact[] => {
    if (isWhole[kind]) return [listOf(path, entries, place)];
    const rest = kind === 'CareTeam' ? REST : { code: REST };
    return entries.length === 0 ? [] : [listOf(path, [...entries, { value: rest, place }], place)];
  };
  const practitionerAt = (reference: At, from: Found): Found | undefined => {
    const found = store.resolve(reference, from);
    if (found?.type !== 'PractitionerRole') return found;
    return store.resolve(part(atOf(found, tell), 'practitioner'), found);
  };

  return {
    memberFacts(reference, from) {
      const found = store.resolve(reference, from);
      const identity = store.identity(reference, from);
      if (identity === undefined) return notThere('member', reference);
      const enrolled = listFact('member.programs', 'EpisodeOfCare', programs.of(identity), reference.place);
      if (found?.type !== 'Patient') return [...notThere('member', reference), ...enrolled];
      const patient = own('member', found, (at) => {
        const birthDate = part(at, 'birthDate');
        return factOf('member.birthDate', dayAt(birthDate, mapped.clock), birthDate.place);
      });
      return [...patient, ...enrolled];
    },
    roleFacts(reference, from, on) {
      const identity = store.identity(reference, from);
      if (identity === undefined) return [];
      const held = roles.of(identity).filter(({ days }) => isWithin(days, on));
      const each = new Map(held.map((role) => [role.value, role]));
      return listFact('member.careTeamRoles', 'CareTeam', [...each.values()], reference.place);
    },
    staffFacts(reference, from) {
      const found = practitionerAt(reference, from);
      if (found?.type !== 'Practitioner') return notThere('staff', reference);
      return own('staff', found, (at) => {
        const entries = listed(at, 'qualification').map((one) => heldAs(part(one, 'code'), one, reading));
        return listFact('staff.credentials', 'Practitioner', entries, found.place);
      });
    },
    agencyFacts(reference, from) {
      const found = store.resolve(reference, from);
      return found?.type === 'Organization' ? own('agency', found, () => []) : notThere('agency', reference);
    },
    practitioner(reference, from) {
      const found = practitionerAt(reference, from);
      return found === undefined ? store.identity(reference, from) : identityOf(found);
    },
  };
}

/** The key by the system that the mapping names, where there is one. */
function keyFacts(
  kind: Kind,
  identifiers: readonly Identifier[],
  place: string,
  { mapped, tell }: Reading,
): Fact[] {
  const system = mapped.identifiers[kind];
  if (system === undefined) {
    tell('identifiers-not-stated', place);
    return [];
  }
  const own = identifiers.filter((one) => one.system === system);
  const [first] = own;
  if (first === undefined || own.some(({ value }) => value !== first.value)) {
    tell('key-not-known', place);
    return [];
  }
  return factOf(`${kind}.id`, first.value, first.place);
}

/** The entries of a part that repeats; what is no list stands for one that is not known. */
function listed(at: At, name: string): At[] {
  const entries = parts(at, name);
  const list = part(at, name);
  return entries.length === 0 && !isEmpty(list) ? [{ ...list, value: {} }] : entries;
}

/** A dated code: that of a concept, on the days of the period beside it. What cannot be read may be any, on any day. */
function heldAs(concept: At, beside: At, reading: Reading): Entry {
  const days = isUnderstood(beside) ? daysAt(part(beside, 'period'), reading.mapped.clock) : undefined;
  const value = days === undefined ? { code: REST } : { code: wordOf(conceptAt(concept), reading), ...days };
  return { value, place: beside.place };
}

const neverBegun = ['planned', 'waitlist', 'cancelled'];

/** The programs of an episode. One that is over, on hold or not told from these, without its end, may be any. */
function programsIn(found: Found, at: At, reading: Reading): Entry[] {
  const status = textAt(at, 'status') ?? '';
  if (!isClear(found, reading.tell)) return [{ value: { code: REST }, place: found.place }];
  if (neverBegun.includes(status)) {
    reading.tell('not-active', found.place);
    return [];
  }
  const hasEnd = isStated(part(part(at, 'period'), 'end'));
  if (status !== 'active' && !(status === 'finished' && hasEnd)) {
    return [{ value: { code: REST }, place: found.place }];
  }
  const types = parts(at, 'type').map((type) => ({ ...heldAs(type, at, reading), place: type.place }));
  return types.length > 0 ? types : [{ value: { code: REST }, place: found.place }];
}

interface Role extends Entry {
  readonly value: string;
  readonly days: Days;
}

/** The roles of staff in a team, and on which days each of them is there. */
function rolesIn(found: Found, at: At, reading: Reading): Role[] {
  const anyRole = (place: string): Role => ({ value: REST, days: {}, place });
  const status = textAt(at, 'status') ?? '';
  if (!isClear(found, reading.tell)) return [anyRole(found.place)];
  if (status === 'proposed') {
    reading.tell('not-active', found.place);
    return [];
  }
  const period = part(at, 'period');
  const days = daysAt(period, reading.mapped.clock);
  const isTold = status === 'active' || (status === 'inactive' && isStated(part(period, 'end')));
  if (days === undefined || !isTold) return [anyRole(found.place)];
  return listed(at, 'participant').flatMap((one) => {
    const member = part(one, 'member');
    if (['Patient', 'RelatedPerson'].some((kind) => leadsTo(kind, member, found, reading))) return [];
    const own = daysAt(part(one, 'period'), reading.mapped.clock);
    const roles = parts(one, 'role').map((role) => [wordOf(conceptAt(role), reading), role.place] as const);
    if (own === undefined || !isUnderstood(one) || roles.length === 0) return [anyRole(one.place)];
    return roles.map(([value, place]) => ({ value, days: both(days, own), place }));
  });
}

/** The days of both. */
function both(one: Days, other: Days): Days {
  const [from] = [one.from, other.from]
    .filter((day) => day !== undefined)
    .sort()
    .reverse();
  const [through] = [one.through, other.through].filter((day) => day !== undefined).sort();
  return { ...(from !== undefined && { from }), ...(through !== undefined && { through }) };
}
