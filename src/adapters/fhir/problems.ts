import type { IssueCode } from '../../facts/input-error.js';

/** What may be told of a file, by code: what it is, and what to do about it. A code is forever. */
export const fhirProblems = {
  'not-json': 'This is no JSON, and is left out. Export it again; a bulk export has a resource on each line.',
  'not-a-resource':
    'This is no resource of FHIR R4, an object with a resourceType and parts of its kind, and is left out.',
  'more-pages':
    'This Bundle says that there are more pages: get them all, and put them into one file. What is on them is not known.',
  'nothing-read':
    'There is no Encounter, no missed Appointment, no Claim and no ExplanationOfBenefit: export those, with what they refer to.',
  'entered-in-error': 'This was entered in error, as its status says, and is left out.',
  deleted: 'The Bundle says that this was deleted (its request is DELETE), and it is left out.',
  'meaning-changed':
    'A modifierExtension, or implicitRules, may change what this means, and how is not known: what it states is not read.',
  'versions-differ':
    'This resource is there in several versions, and meta.lastUpdated does not tell which is the last: what it states is not known.',
  malformed: 'This is not as FHIR R4 has it, and is not read.',
  'stated-twice': 'This is stated twice, and differently, so that it is not known: leave one of them.',
  'extension-not-read': 'The value of this extension is none that the fact of the mapping takes.',
  'zone-not-stated':
    'This is an instant, and its day by the clock of the place is not known: state the zone of the place as `zone` in the mapping, such as "America/Chicago".',
  'reference-not-found':
    'What this refers to is not in the file, or not once: what it would tell is not known. Export it too.',
  'owner-not-known':
    'Whose this is is not known, as its patient is not in the file, or not once: no list of its kind is taken for whole. Export the Patient too.',
  'identifiers-not-stated':
    'Whose key this is cannot be told: name the system of the keys of members, staff or agencies in `identifiers` of the mapping.',
  'key-not-known':
    'It has no identifier of the system that `identifiers` of the mapping names, or several: its key is not known.',
  'birth-date-not-whole': 'The date of birth is a month or a year alone, and is not known.',
  'day-not-known': 'The day of service is not stated in whole, and the entry is left out.',
  'ends-on-another-day':
    'It ends on another day than it begins, which one session cannot, and is left out: state it day by day.',
  'service-not-known':
    'Its type and service type name no service, or several, and it is left out. Say in `codes` of the mapping which service a code is, or "other" where it is none of ours.',
  'not-our-service':
    'Its code is "other" in `codes` of the mapping, none of our services, and it is left out.',
  'group-visit':
    "An Encounter of a Group is no one person's and is left out: state each person's as a part of it (partOf).",
  'status-not-read':
    'Its status says neither that it is finished nor that it is planned or cancelled, so that it is not known whether it took place, and it is left out.',
  'appointment-missed':
    'Its appointment says that the person did not come: the appointment is read in its place.',
  'missed-and-finished':
    'It begins when an appointment of this person begins that was missed, and does not refer to it: both are read. Look which of the two is right.',
  'missed-by-some': 'Of an appointment of several people it is not known who did not come; it is left out.',
  'staff-not-told':
    'Who rendered the service is not told apart: state one primary performer; of an Encounter, a participant of type PPRF.',
  'length-not-read':
    'The length is no number of minutes or hours of UCUM, so that the time spent is not known, and the end is not read either.',
  'not-active': 'Its status says that it is not in force, or does not say that it is; it is left out.',
  'not-for-payment': 'It asks for no payment (its use is not "claim"), and is left out.',
  'not-professional': 'Its type is another than professional, and it is left out.',
  'jurisdiction-not-known':
    'Whose rules apply is not known, and it is left out: state `jurisdiction`, or by payer `payers`, in the mapping.',
  'no-lines': 'None of its items can be carried over, and it is left out.',
  'line-with-details':
    'The item is made of details, which a line cannot be, and is left out: state each detail as an item.',
  'line-code-not-read': 'The item has no procedure code of HCPCS, or several, and is left out.',
  'line-modifier-not-read': 'A modifier of the item is not told by one code, and the item is left out.',
  'line-day-not-read': 'The day, or days, of the item are not stated in whole, and the item is left out.',
  'line-quantity-not-read':
    'The quantity of the item is neither units nor minutes, and the item is left out.',
  'line-charge-not-read':
    'The charge of the item is no amount of US dollars and whole cents, and the item is left out.',
  'not-final': 'It is not active and complete, and is no use of units: it is left out.',
  'use-not-read':
    'Its member, code, day or units cannot be read, so that what was used before is not known: history is not given.',
  'services-not-given':
    'Which service a procedure code names is for a checker to say: give one, so that history can be read.',
} as const;

/** What leaves out a visit, a claim, or what may have been one: it is a record that cannot be read, and why. */
export const unreadAs = {
  'not-json': 'not-json',
  'not-a-resource': 'not-in-form',
  'nothing-read': 'not-stated',
  'meaning-changed': 'does-not-fit',
  'versions-differ': 'said-twice',
  malformed: 'not-in-form',
  'day-not-known': 'not-stated',
  'ends-on-another-day': 'does-not-fit',
  'service-not-known': 'not-stated',
  'status-not-read': 'not-a-choice',
  'not-active': 'not-a-choice',
  'jurisdiction-not-known': 'not-stated',
  'no-lines': 'empty-list',
} as const satisfies Partial<Record<string, IssueCode>>;

/** Why a record cannot be read. */
export type Unreadable = keyof typeof unreadAs;

export type FhirProblem = keyof typeof fhirProblems;

export function isUnreadable(code: FhirProblem): code is Unreadable {
  return code in unreadAs;
}

/** Says a problem, at its place. */
export type Tell = (code: FhirProblem, place: string) => void;

export function messageOf(code: FhirProblem): string {
  return fhirProblems[code];
}
