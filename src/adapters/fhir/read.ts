import type { Claim, PriorUse, Session } from '../../facts/generated/types.js';
import type { FoundIn, FoundRecord, Problem } from '../../facts/found.js';
import { collectProblems } from '../reader.js';
import { assessmentsIn } from './assessment.js';
import { careIn } from './care.js';
import { claimsIn } from './claims.js';
import { createSplitter, resourcesIn, type Document, type Found } from './documents.js';
import { usesIn, type ServiceFinder } from './history.js';
import { readMapping, type FhirMapping, type WholeList } from './mapping.js';
import { peopleIn } from './people.js';
import { messageOf, type Tell } from './problems.js';
import { unreadRecord, type Reading, type Unread } from './facts.js';
import { personsIn } from './persons.js';
import { createStore, unheard } from './store.js';
import { createVersions } from './versions.js';
import { visitsIn } from './visits.js';

/**
 * What a file of FHIR R4 comes to: sessions of its Encounters and missed Appointments, and its Claims, in the order in
 * which they stand there, for `checkRecords`. A visit or claim that is left out, and what is no resource at all, keeps its
 * place: it is `unread`, and its value has its id at most.
 */
export interface FhirFile extends FoundIn<Session | Claim | Unread> {
  /** Of each ExplanationOfBenefit. Undefined where there is none, or one cannot be read: what was billed before is not known. */
  readonly history: FoundRecord<PriorUse>[] | undefined;
}

type FhirRecord = FoundRecord<Session | Claim | Unread>;

/** The same where visits are read one after the other. */
export interface FhirStream {
  readonly history: FoundRecord<PriorUse>[] | undefined;
  readonly records: AsyncIterable<FhirRecord>;
  /** All of them once the records have ended. */
  readonly problems: () => Problem[];
}

/**
 * Reads FHIR R4: a Bundle, a resource, a list of them, or NDJSON as a bulk export writes it, in any order. Facts that it
 * does not hold stay unknown. What is left out is a problem, and a line left out of a claim is counted in it; a visit or claim
 * that is left out is an unread record, so that a check of all counts it as invalid.
 *
 * @param mapping the zone of the place, the systems of keys, and what codes mean.
 * @param services says which service a procedure code names, so that history can be read: a checker, or the exports of
 *   `billability`.
 * @throws InputError if the mapping is malformed. The file never throws: what cannot be read is a problem.
 *
 * @example
 * const encounter = {
 *   resourceType: 'Encounter',
 *   id: 'e1',
 *   status: 'finished',
 *   type: [{ coding: [{ system: 'urn:agency:codes', code: 'PEER' }] }],
 *   period: { start: '2025-03-19T02:00:00Z', end: '2025-03-19T03:00:00Z' },
 * };
 * const { records } = readFhir(JSON.stringify(encounter), {
 *   zone: 'America/Chicago',
 *   codes: { 'urn:agency:codes|PEER': 'mo/peer-support' },
 * });
 * const [record] = records;
 * record?.value.id; // 'e1'
 * record?.places['/dateOfService']; // 'Encounter/e1.period.start'
 */
export function readFhir(text: string, mapping?: FhirMapping, services?: ServiceFinder): FhirFile {
  const file = openFile(mapping, services);
  const splitter = createSplitter();
  const documents = [...splitter.push(text), ...splitter.end()];
  for (const document of documents) file.first(document);
  const { history, records, rest } = file.second();
  const found = [...documents.flatMap(records), ...rest];
  return { records: found, history, problems: file.problems() };
}

/**
 * Reads FHIR as {@link readFhir} does, from a source that is opened twice: what people, staff and payers state is held,
 * visits and claims are not, where a line is a resource.
 *
 * @param open gives the text anew, in pieces of any size.
 * @returns a promise, fulfilled when the file was read once.
 * @throws InputError if the mapping is malformed; the promise is rejected.
 *
 * @example
 * const resource = { resourceType: 'Claim', id: 'c1', status: 'entered-in-error' };
 * async function* open() {
 *   yield JSON.stringify(resource);
 * }
 * const reading: Promise<FhirStream> = readFhirStream(open);
 */
export async function readFhirStream(
  open: () => AsyncIterable<string>,
  mapping?: FhirMapping,
  services?: ServiceFinder,
): Promise<FhirStream> {
  const file = openFile(mapping, services);
  for await (const document of documentsOf(open())) file.first(document);
  const { history, records, rest } = file.second();
  async function* found() {
    for await (const document of documentsOf(open())) yield* records(document);
    yield* rest;
  }
  return { history, records: found(), problems: file.problems };
}

async function* documentsOf(pieces: AsyncIterable<string>): AsyncGenerator<Document> {
  const splitter = createSplitter();
  for await (const piece of pieces) yield* splitter.push(piece);
  yield* splitter.end();
}

/** A file that is read twice: first for what its resources say of each other, then for its visits and claims. */
interface File {
  readonly first: (document: Document) => void;
  /** What comes between: afterwards it is known what was billed before. */
  readonly second: () => {
    readonly history: FoundRecord<PriorUse>[] | undefined;
    readonly records: (document: Document) => FhirRecord[];
    /** What stands for a file in which nothing is that is read. */
    readonly rest: readonly FhirRecord[];
  };
  readonly problems: () => Problem[];
}

/** What becomes records, and is not held. */
const visitTypes = ['Encounter', 'Appointment', 'Claim'];
const readTypes = ['Encounter', 'Claim', 'ExplanationOfBenefit'];

function openFile(mapping: FhirMapping | undefined, finder: ServiceFinder | undefined): File {
  const problems = collectProblems();
  /** Whether there is what may be anything, such as a prior use. */
  let isHiding = false;
  let isAnyRead = false;
  let isAnyUnread = false;
  const tell: Tell = (code, place) => {
    isHiding ||= code === 'more-pages';
    problems.add({ code, place, message: messageOf(code) });
  };
  const mapped = readMapping(mapping, finder?.services);
  // What could not be read may be of any kind.
  const asked = { ...mapped, isWhole: (kind: WholeList) => !isHiding && mapped.isWhole(kind) };
  const store = createStore(tell);
  const versions = createVersions();

  return {
    first(document) {
      for (const found of resourcesIn(document, tell)) {
        const isMissed = found.type === 'Appointment' && found.resource['status'] === 'noshow';
        isAnyRead ||= isMissed || readTypes.includes(found.type);
        if (found.unread !== undefined) isHiding = isAnyUnread = true;
        store.hold(found, visitTypes.includes(found.type) && versions.see(found));
      }
    },
    second() {
      if (!isAnyRead) tell('nothing-read', 'the file');
      const reading: Reading = { mapped: asked, store, tell, persons: personsIn(store, mapped) };
      const people = peopleIn(reading);
      const care = careIn(reading);
      const visits = visitsIn(reading, people, care, assessmentsIn(reading));
      const benefits = store.ofType('ExplanationOfBenefit');
      const read = benefits.map(usesIn(reading, people, finder));
      const uses = read.filter((of) => of !== undefined);
      const isKnown = benefits.length > 0 && !isHiding && uses.length === read.length;
      const recordsOf: Readonly<Record<string, (found: Found) => FhirRecord[]>> = {
        Encounter: visits.ofEncounter,
        Appointment: visits.ofAppointment,
        Claim: claimsIn(reading, people, care),
      };
      const recordsIn = (found: Found): FhirRecord[] => {
        if (found.unread !== undefined) return [unreadRecord(found.unread, found)];
        const ofKind = recordsOf[found.type];
        if (ofKind === undefined) return [];
        const standing = versions.standing(found);
        if (standing === 'unsure') {
          tell('versions-differ', found.place);
          return [unreadRecord('versions-differ', found)];
        }
        return standing === 'last' && found.isDeleted !== true ? ofKind(found) : [];
      };
      const nothing: Found = { type: '', resource: {}, place: 'the file' };
      return {
        history: isKnown ? uses.flat() : undefined,
        records(document) {
          const records = resourcesIn(document, unheard).flatMap(recordsIn);
          const { line } = document;
          return line === undefined ? records : records.map((record) => ({ ...record, line }));
        },
        rest: isAnyRead || isAnyUnread ? [] : [unreadRecord('nothing-read', nothing)],
      };
    },
    problems: problems.all,
  };
}
