import { isWithin, type CivilDate } from '../../values/civil-date.js';
import type { Found } from './documents.js';
import { identifiersIn, isStated, part, type At, type Identifier } from './elements.js';
import { extensionFacts } from './extensions.js';
import { byPatient, factOf, listOf, REST, type Entry, type Fact, type Reading } from './facts.js';
import { heldAs, listed, programsIn } from './held.js';
import type { WholeList } from './mapping.js';
import { practitionerAt } from './staff.js';
import { atOf, logicalIn } from './store.js';
import { ofRendering, rolesIn } from './team.js';
import { dateAt } from './times.js';
import { identityOf } from './urls.js';

/** What the people of a file state, each asked for by a Reference. */
export interface People {
  readonly memberFacts: (reference: At, from: Found) => Fact[];
  /** The roles of the member's team on a day. Those of who renders the service are no others'. */
  readonly roleFacts: (
    reference: At,
    from: Found,
    as: { readonly on: CivilDate; readonly rendering: readonly (string | undefined)[] },
  ) => Fact[];
  readonly staffFacts: (reference: At, from: Found) => Fact[];
  readonly agencyFacts: (reference: At, from: Found) => Fact[];
}

type Kind = 'member' | 'staff' | 'agency';

export function peopleIn(reading: Reading): People {
  const { mapped, store, tell, persons } = reading;
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
  const listFact = (
    path: string,
    kind: WholeList,
    { entries, place, isKnown = true }: { entries: readonly Entry[]; place: string; isKnown?: boolean },
  ): Fact[] => {
    if (isWhole[kind] && isKnown) return [listOf(path, entries, place)];
    if (entries.length === 0 || entries.some(({ value }) => value === REST))
      return entries.length === 0 ? [] : [listOf(path, entries, place)];
    const rest = kind === 'CareTeam' ? REST : { code: REST };
    return [listOf(path, [...entries, { value: rest, place }], place)];
  };

  return {
    memberFacts(reference, from) {
      const found = store.resolve(reference, from);
      const person = persons.of(reference, from);
      if (person === undefined) return notThere('member', reference);
      const enrolled = listFact('member.programs', 'EpisodeOfCare', {
        entries: programs.of(person),
        place: reference.place,
        isKnown: persons.isKnown(reference, from),
      });
      if (found?.type !== 'Patient') return [...notThere('member', reference), ...enrolled];
      const patient = own('member', found, (at) => {
        const birthDate = part(at, 'birthDate');
        const day = dateAt(birthDate);
        if (day === undefined && /^\d{4}(?:-\d\d)?$/.test(String(birthDate.value)))
          tell('birth-date-not-whole', birthDate.place);
        return [{ path: 'member.birthDate', value: day, place: birthDate.place }];
      });
      return [...patient, ...enrolled];
    },
    roleFacts(reference, from, { on, rendering }) {
      const person = persons.of(reference, from);
      if (person === undefined) return [];
      const held = roles
        .of(person)
        .filter(({ days }) => isWithin(days, on))
        .map((role) => (role.who !== undefined && rendering.includes(role.who) ? ofRendering(role) : role));
      const entries = [...new Map(held.map((role) => [role.value, role])).values()];
      const isKnown = persons.isKnown(reference, from);
      return listFact('member.careTeamRoles', 'CareTeam', { entries, place: reference.place, isKnown });
    },
    staffFacts(reference, from) {
      const found = practitionerAt(reference, from, reading);
      if (found?.type !== 'Practitioner') return notThere('staff', reference);
      return own('staff', found, (at) => {
        const entries = listed(at, 'qualification').map((one) => heldAs(part(one, 'code'), one, reading));
        return listFact('staff.credentials', 'Practitioner', { entries: entries.flat(), place: found.place });
      });
    },
    agencyFacts(reference, from) {
      const found = store.resolve(reference, from);
      return found?.type === 'Organization' ? own('agency', found, () => []) : notThere('agency', reference);
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
