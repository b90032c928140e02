import { claimLineSchema, claimSchema } from '../../facts/generated/schemas.js';
import type { Claim, ClaimLine } from '../../facts/generated/types.js';
import { canonicalJson } from '../../values/canonical-json.js';
import type { CivilDate } from '../../values/civil-date.js';
import type { FoundRecord } from '../../facts/found.js';
import { diagnosisOf } from './assessment.js';
import type { Care } from './care.js';
import type { Found } from './documents.js';
import {
  conceptAt,
  idOf,
  isEmpty,
  isStated,
  isUnderstood,
  part,
  parts,
  textAt,
  type At,
} from './elements.js';
import { chargeAt, itemAt, jurisdictionOf, replaced, timesOf, whyLeftOut } from './items.js';
import type { People } from './people.js';
import { extensionFacts } from './extensions.js';
import {
  below,
  factOf,
  isOurs,
  leadsTo,
  listOf,
  recordOf,
  recordOrUnread,
  REST,
  unreadRecord,
  type Fact,
  type Reading,
  type Unread,
} from './facts.js';
import { isOfStaff, practitionerOf } from './staff.js';
import { atOf, isClear } from './store.js';

/** Reads a Claim as a claim, where it can be one. */
export type ReadClaim = (found: Found) => FoundRecord<Claim | Unread>[];

export function claimsIn(reading: Reading, people: People, care: Care): ReadClaim {
  const { store, tell, mapped, persons } = reading;

  /** The one practitioner of a role in the team of an item. */
  const inTeam = (found: Found, item: At, ...roles: string[]): Fact[] => {
    const ofItem = part(item, 'careTeamSequence');
    const sequences = parts(item, 'careTeamSequence').map(({ value }) => value);
    const team = parts(atOf(found, tell), 'careTeam').filter(
      (one) => isEmpty(ofItem) || sequences.includes(part(one, 'sequence').value),
    );
    const byRole = roles.map((role) =>
      team.filter(
        (one) =>
          isUnderstood(one) &&
          hasRole(one, role) &&
          !leadsTo('Organization', part(one, 'provider'), found, reading),
      ),
    );
    const providers = (byRole.find((those) => those.length > 0) ?? []).map((one) => part(one, 'provider'));
    const each = new Map(providers.map((one) => [practitionerOf(one, found, reading), one]));
    const [only] = each.values();
    if (only === undefined) return [];
    if (each.size === 1) return people.staffFacts(only, found);
    tell('staff-not-told', item.place);
    return [];
  };
  const lineOf = (found: Found, at: At): FoundRecord<ClaimLine>[] => {
    const item = itemAt(at, reading);
    const charge = typeof item === 'string' ? [] : chargeAt(at);
    if (typeof item === 'string' || charge === null) {
      tell(typeof item === 'string' ? item : 'line-charge-not-read', at.place);
      return [];
    }
    const supervisor = inTeam(found, at, 'supervisor', 'supervising').filter(({ path }) =>
      ['staff.id', 'staff.credentials'].includes(path),
    );
    const sequence = part(at, 'sequence');
    const more = extensionFacts(at, reading, (path) => !ofClaims.test(path));
    const facts = [
      ...factOf('lineNumber', sequence.value, sequence.place),
      ...item.code,
      ...item.modifiers,
      ...item.service,
      ...item.days,
      ...item.units,
      ...charge,
      ...below('session.', timesOf(item)),
      ...inTeam(found, at, 'rendering', 'primary'),
      ...supervisor.map((fact) => ({ ...fact, path: fact.path.replace('staff.', 'staff.supervisor.') })),
      ...more.map((fact) => (ofLine.test(fact.path) ? fact : { ...fact, path: `session.${fact.path}` })),
    ];
    return recordOf(facts, claimLineSchema, at);
  };
  /** What holds on each of some days alike. */
  const alikeOn = (days: readonly CivilDate[], factsOn: (day: CivilDate) => Fact[]): Fact[] => {
    const [first = [], ...others] = days.map(factsOn);
    return others.every((one) => canonicalJson(one) === canonicalJson(first)) ? first : [];
  };
  const patientFacts = (found: Found, lines: readonly ClaimLine[]): Fact[] => {
    const patient = part(atOf(found, tell), 'patient');
    const person = persons.of(patient, found);
    const rendering = parts(atOf(found, tell), 'careTeam')
      .filter((one) => hasRole(one, 'rendering') || hasRole(one, 'primary'))
      .map((one) => practitionerOf(part(one, 'provider'), found, reading));
    const days = lines.flatMap((line) => [
      line.dateOfService,
      line.dateOfServiceThrough ?? line.dateOfService,
    ]);
    const services = new Set(lines.map((line) => line.service ?? undefined));
    const [named] = services.size === 1 ? services : [];
    return [
      ...people.memberFacts(patient, found),
      ...alikeOn(days, (on) => people.roleFacts(patient, found, { on, rendering })),
      ...(person === undefined ? [] : alikeOn(days, (on) => care.planFacts(person, on, named))),
    ];
  };
  const diagnosisFacts = (found: Found): Fact[] => {
    const stated = mapped.readsDiagnoses ? parts(atOf(found, tell), 'diagnosis') : [];
    const entries = stated.map((one) => {
      const code = part(one, 'diagnosisCodeableConcept');
      const condition = store.resolve(part(one, 'diagnosisReference'), found);
      if (!isUnderstood(one)) return { value: REST, place: one.place };
      if (isStated(code)) return { value: diagnosisOf(code, reading), place: code.place };
      const value =
        condition === undefined ? REST : diagnosisOf(part(atOf(condition, tell), 'code'), reading);
      return { value, place: one.place };
    });
    if (entries.length === 0) return [];
    return [listOf('assessment.diagnoses', entries.filter(isOurs), `${found.place}.diagnosis`)];
  };
  const agencyFacts = (found: Found): Fact[] => {
    const provider = part(atOf(found, tell), 'provider');
    return isOfStaff(provider, found, reading) ? [] : people.agencyFacts(provider, found);
  };
  return (found) => {
    const at = atOf(found, tell);
    const why = whyLeftOut(at, ['active', 'draft']);
    if (why !== undefined) {
      tell(why, found.place);
      // A status that is none may be that of any claim.
      const isOver = why !== 'not-active' || textAt(at, 'status') === 'cancelled';
      return isOver ? [] : [unreadRecord('not-active', found)];
    }
    if (!isClear(found, tell)) return [unreadRecord('meaning-changed', found)];
    const items = parts(at, 'item');
    const lines = items.flatMap((item) => lineOf(found, item));
    const jurisdiction = jurisdictionOf(found, reading);
    if (lines.length === 0) tell('no-lines', found.place);
    if (jurisdiction.length === 0) tell('jurisdiction-not-known', found.place);
    if (lines.length === 0) return [unreadRecord('no-lines', found)];
    if (jurisdiction.length === 0) return [unreadRecord('jurisdiction-not-known', found)];
    const left = items.length - lines.length;
    const values = lines.map(({ value }) => value);
    const facts = [
      ...factOf('id', idOf(found.resource), `${found.place}.id`),
      ...replaced(found, reading),
      ...jurisdiction,
      ...factOf('linesLeftOut', left === 0 ? undefined : left, `${found.place}.item`),
      ...patientFacts(found, values),
      ...agencyFacts(found),
      ...diagnosisFacts(found),
      ...extensionFacts(at, reading, (path) => ofClaims.test(path)),
      ...factOf('lines', values, `${found.place}.item`),
    ];
    const ofLines = lines.flatMap((line, index) =>
      Object.entries(line.places).map(
        ([pointer, place]) => [`/lines/${String(index)}${pointer}`, place] as const,
      ),
    );
    const { places, ...read } = recordOrUnread(facts, claimSchema, found, tell);
    return [{ ...read, places: { ...places, ...Object.fromEntries(ofLines) } }];
  };
}

function hasRole(ofTeam: At, role: string): boolean {
  return conceptAt(part(ofTeam, 'role')).codings.some(({ code }) => code === role);
}

/** Facts of a claim, and of a line itself; others are of the session behind it. */
const ofClaims = /^(?:member|agency|plan|assessment)\.|^funding$/;
const ofLine = /^staff\.|^(?:units|charge)$/;
