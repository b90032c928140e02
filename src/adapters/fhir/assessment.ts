import { addDays, isWithin, type CivilDate, type Span } from '../../values/civil-date.js';
import type { Found } from './documents.js';
import { codesOf, conceptAt, part, quantityAt, textAt, type At } from './elements.js';
import {
  byPatient,
  factOf,
  fits,
  isOurs,
  listOf,
  REST,
  wordOf,
  type Entry,
  type Fact,
  type Reading,
} from './facts.js';
import { isClear } from './store.js';
import { dayAt } from './times.js';

/** What a mapping asks of the assessment of a person, as it stands on a day. */
export type AssessmentFacts = (person: string, on: CivilDate) => Fact[];

export function assessmentsIn(reading: Reading): AssessmentFacts {
  const conditions = byPatient(reading, { type: 'Condition', by: 'subject' }, (found, at) =>
    reading.mapped.readsDiagnoses ? diagnosisIn(found, at, reading) : [],
  );
  const scores = byPatient(reading, { type: 'Observation', by: 'subject' }, (found, at) =>
    scoreIn(found, at, reading),
  );
  return (person, on) => [...diagnosisFacts(conditions.of(person), on), ...scoreFacts(scores.of(person), on)];
}

const ICD_10_CM = 'http://hl7.org/fhir/sid/icd-10-cm';

interface Diagnosis extends Entry {
  readonly value: string;
  readonly days: Span;
}

const standing = ['active', 'recurrence', 'relapse'];
const over = ['inactive', 'remission', 'resolved'];

/** A diagnosis, and the days on which it stands. One that is not confirmed, or not told to stand or to be over, may be any. */
function diagnosisIn(found: Found, at: At, reading: Reading): Diagnosis[] {
  const statusOf = (name: string, system: string) =>
    codesOf(conceptAt(part(at, name)), `http://terminology.hl7.org/CodeSystem/${system}`)[0] ?? '';
  const verified = statusOf('verificationStatus', 'condition-ver-status');
  const clinical = statusOf('clinicalStatus', 'condition-clinical');
  if (verified === 'refuted') return [];
  if (verified === 'entered-in-error') {
    reading.tell('entered-in-error', found.place);
    return [];
  }
  const dayOf = (name: string) => dayAt(part(at, name), reading.mapped.clock);
  const onset = dayOf('onsetDateTime');
  const through = dayOf('abatementDateTime');
  const from = onset ?? dayOf('recordedDate');
  const isStanding = through === undefined ? standing.includes(clinical) : over.includes(clinical);
  const days = { from, through };
  if (!isClear(found, reading.tell) || verified !== 'confirmed' || !isStanding || from === undefined) {
    return [{ value: REST, days: { from: onset, through }, place: found.place }];
  }
  const diagnosis = { value: diagnosisOf(part(at, 'code'), reading), days, place: found.place };
  // Before the day on which it was recorded it may have been there or not.
  const before = { value: REST, days: { through: addDays(from, -1) }, place: found.place };
  return onset === undefined ? [before, diagnosis] : [diagnosis];
}

/** The code of ICD-10-CM of a concept, or what the concept is mapped to. */
export function diagnosisOf(at: At, reading: Reading): string {
  const concept = conceptAt(at);
  const codes = concept.codings.flatMap(({ system, code }) => (system === ICD_10_CM ? code : []));
  const [first] = codes;
  if (first === undefined) return wordOf(concept, reading);
  return codes.every((code) => code === first) ? first : REST;
}

function diagnosisFacts(all: readonly Diagnosis[], on: CivilDate): Fact[] {
  const held = all.filter(({ days }) => isWithin(days, on));
  const each = [...new Map(held.map((one) => [one.value, one])).values()];
  const [first] = each;
  return first === undefined ? [] : [listOf('assessment.diagnoses', each.filter(isOurs), first.place)];
}

interface Scored {
  readonly path: string;
  /** Nothing where it cannot be read. */
  readonly value: number | undefined;
  /** Nothing where it is not told. */
  readonly on: CivilDate | undefined;
  readonly place: string;
}

const finalResults = ['final', 'amended', 'corrected'];

function scoreIn(found: Found, at: At, reading: Reading): Scored[] {
  const { scores, clock } = reading.mapped;
  const { codings } = conceptAt(part(at, 'code'));
  const named = new Set(codings.flatMap(({ system, code }) => scores.get(`${system}|${code}`) ?? []));
  if (named.size === 0 || !finalResults.includes(textAt(at, 'status') ?? '')) return [];
  const whole = part(at, 'valueInteger').value;
  const value = typeof whole === 'number' ? whole : quantityAt(part(at, 'valueQuantity'))?.value;
  const on = dayAt(part(at, 'effectiveDateTime'), clock);
  const isTold = isClear(found, reading.tell);
  return [...named].map((name) => {
    const path = `assessment.scores.${name}` as const;
    return { path, value: isTold && fits(path, value) ? value : undefined, on, place: found.place };
  });
}

/** The last score by a day of each kind, where it is one. */
function scoreFacts(all: readonly Scored[], on: CivilDate): Fact[] {
  const paths = [...new Set(all.map(({ path }) => path))].sort();
  return paths.flatMap((path) => {
    const own = all.filter((one) => one.path === path && (one.on === undefined || one.on <= on));
    const last = own
      .map((one) => one.on ?? '9999-12-31')
      .sort()
      .at(-1);
    const those = own.filter((one) => (one.on ?? '9999-12-31') === last);
    const [first] = those;
    const isOne = first?.on !== undefined && those.every(({ value }) => value === first.value);
    return isOne ? factOf(path, first.value, first.place) : [];
  });
}
