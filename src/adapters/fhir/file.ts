import type { Claim, PriorUse, Session } from '../../facts/generated/types.js';
import { collectProblems, type FoundRecord, type Problem } from '../reader.js';
import { assessmentsIn } from './assessment.js';
import { careIn } from './care.js';
import { claimsIn } from './claims.js';
import { resourcesIn, type Document, type Found } from './documents.js';
import { usesIn, type ServiceFinder } from './history.js';
import { readMapping, type FhirMapping } from './mapping.js';
import { peopleIn } from './people.js';
import { messageOf, type FhirProblem, type Tell } from './problems.js';
import type { Reading } from './reading.js';
import { createStore } from './store.js';
import { visitsIn } from './visits.js';

/** A file that is read twice: first for what its resources say of each other, then for its visits and claims. */
export interface File {
  readonly first: (document: Document) => void;
  /** What comes between: afterwards it is known what was billed before. */
  readonly second: () => {
    readonly history: FoundRecord<PriorUse>[] | undefined;
    readonly records: (document: Document) => FoundRecord<Session | Claim>[];
  };
  readonly problems: () => Problem[];
}

/** What may have held anything, such as a prior use. */
const hiding: readonly FhirProblem[] = ['not-json', 'not-a-resource', 'more-pages'];
const readTypes = ['Encounter', 'Claim', 'ExplanationOfBenefit'];

/** @throws InputError if the mapping is malformed. */
export function openFile(mapping: FhirMapping | undefined, finder: ServiceFinder | undefined): File {
  const problems = collectProblems();
  let isHiding = false;
  let isAnyRead = false;
  const tell: Tell = (code, place) => {
    isHiding ||= hiding.includes(code);
    problems.add({ code, place, message: messageOf(code) });
  };
  const mapped = readMapping(mapping);
  const reading: Reading = {
    // What could not be read may be of any kind.
    mapped: { ...mapped, isWhole: (kind) => !isHiding && mapped.isWhole(kind) },
    store: createStore(tell),
    tell,
  };

  return {
    first(document) {
      for (const found of resourcesIn(document, tell)) {
        const isMissed = found.type === 'Appointment' && found.resource['status'] === 'noshow';
        isAnyRead ||= isMissed || readTypes.includes(found.type);
        reading.store.hold(found);
      }
    },
    second() {
      if (!isAnyRead) tell('nothing-read', 'the file');
      const people = peopleIn(reading);
      const care = careIn(reading);
      const visits = visitsIn(reading, people, care, assessmentsIn(reading));
      const benefits = reading.store.ofType('ExplanationOfBenefit');
      const read = benefits.map(usesIn(reading, people, finder));
      const uses = read.filter((of) => of !== undefined);
      const isKnown = benefits.length > 0 && !isHiding && uses.length === read.length;
      const recordsOf: Readonly<Record<string, (found: Found) => FoundRecord<Session | Claim>[]>> = {
        Encounter: visits.ofEncounter,
        Appointment: visits.ofAppointment,
        Claim: claimsIn(reading, people, care),
      };
      return {
        history: isKnown ? uses.flat() : undefined,
        records: (document) =>
          resourcesIn(document, () => undefined).flatMap((found) => recordsOf[found.type]?.(found) ?? []),
      };
    },
    problems: problems.all,
  };
}
