import type { FactPath } from '../facts/paths.js';
import type { CodeList } from './code-meanings.js';

/** What is to be said of a fact. */
export interface FactWords {
  readonly says?: string | undefined;
  /** What it means beyond that. */
  readonly meaning?: string | undefined;
  /** What leaving it out means, where that is not that it is not known. */
  readonly leftOut?: string | undefined;
  /** Codes that it may be. */
  readonly codes?: CodeList | undefined;
}

/** What a fact means beyond what its question says. */
export const meanings: Partial<Readonly<Record<FactPath, string>>> = {
  id: "The caller's own key: given back in the result, never read and never put in a message.",
  service: 'The id of a definition, such as "mo/peer-support".',
  phase:
    'A proposed session states what is planned. It owes no documentation yet: what is amiss there is due.',
  funding: 'Purchase of Service is money of the State.',
  startTime: 'By the clock at the place of service.',
  endTime: 'By the clock at the place of service; 24:00 is the end of the day.',
  minutes:
    'Stated where they are known apart from the clock: a break, a late arrival. On the night on which the clock goes back, state them and leave the times out.',
  units: 'Any number of zero or more is accepted; whether it is whole is for a rule to judge.',
  'group.id': 'Sessions of one group meeting share it.',
  'group.participants': 'Whether they are billed or not; staff and visitors are not counted.',
  activities: 'All of it.',
  'member.careTeamRoles': 'The role of the rendering staff member is one of them.',
  'staff.trainings': 'Hours of one topic add up over its trainings.',
  'staff.trainingExceptions':
    'At the request of the agency, for a staff member who specializes and does not need the topic.',
  'agency.credentials': 'What it submitted to the State counts too.',
  'assessment.review': 'Where it is not known, the criteria of continued service may apply too.',
  'assessment.diagnoses': 'With or without the point.',
  'assessment.scores.calocusComposite': 'Only the composite score is accepted.',
  history: 'What was denied or voided is not part of it.',
};

/** What leaving a fact out means, where it does not mean that the fact is not known. */
export const silences: Partial<Readonly<Record<FactPath, string>>> = {
  phase: 'Delivered, the stricter side.',
  funding: 'Medicaid.',
  minutes: 'The time by the clock.',
  units: 'The units that the time supports.',
  charge: 'No charge is judged.',
  'group.participants': 'One, where the session is individual; else not known.',
  'staff.trainingWaivers': 'None. They are for the agency to assert.',
  'staff.trainingExceptions': 'None. They are for the agency to assert.',
  'plan.through': 'The plan has no end.',
};

/** What the objects of a session hold. */
export const ofObjects: Readonly<Record<string, string>> = {
  group: 'The group meeting, where there was one.',
  member: 'The person who receives the service.',
  staff: 'The person who renders the service.',
  'staff.supervisor': 'The supervisor of the rendering staff member; "none" says that there is none.',
  agency: 'The agency that bills.',
  plan: 'The individual plan: treatment or recovery plan, IPOC or ITP; "none" says that there is none.',
  assessment: 'The diagnostic assessment; "none" says that there is none.',
  'assessment.impairments': 'Functional impairment by area.',
  'assessment.needs': 'Which needs are found.',
  'assessment.scores': 'Scores of assessment tools.',
  documentation: 'What the record holds about the session.',
  'documentation.attendanceLog': 'The attendance log; "none" says that there is none.',
  'documentation.weeklyNote': 'The weekly note; "none" says that there is none.',
  'documentation.progressNote': 'The note of the session; "none" says that there is none.',
};

/** Of the entries of lists, by the ending of the path. */
export const ofEntries: readonly (readonly [ending: RegExp, FactWords & { readonly says: string }])[] = [
  [/\[\]\.code$/, { says: 'A code; one that no definition knows is allowed and matches nothing.' }],
  [/\[\]\.from$/, { says: 'First day on which it is held.', leftOut: 'Held from ever.' }],
  [
    /\[\]\.through$/,
    { says: 'Last day on which it is held, not before the first.', leftOut: 'Held without end.' },
  ],
  [/\[\]\.hours$/, { says: 'How many hours it had.' }],
  [/\[\]\.documented$/, { says: 'Whether it is documented in the personnel file.' }],
  [/\[\]\.topic$/, { says: 'A topic; one that no definition knows is allowed and matches nothing.' }],
];

/** Of what only a claim has, or has in another way. */
export const ofClaim: Readonly<Record<string, FactWords>> = {
  id: {
    says: "The caller's own key of the claim: given back in the result, never read and never put in a message.",
  },
  jurisdiction: { says: 'Whose rules apply: "MO", "SC" or "MT".' },
  funding: { says: 'Who pays.', leftOut: 'Told by the code of each line.' },
  lines: { says: 'At least one.' },
  'lines[].lineNumber': { says: 'From 1.', leftOut: 'Its place in the list.' },
  'lines[].procedureCode': {
    says: 'A HCPCS code, a local code, or code and modifiers run together ("H2017HOHQ").',
  },
  'lines[].modifiers': {
    says: 'The modifiers, in any order.',
    leftOut: 'None but those run together with the code.',
  },
  'lines[].service': {
    says: 'Only where several definitions share a code, or a definition has none.',
    leftOut: 'Told by the code.',
  },
  'lines[].units': { says: 'The units that are billed; whether the number is whole is for a rule to judge.' },
  'lines[].session': { says: 'Facts of the session behind the line, where they are known.' },
};

/** Of what prior use has in another way. */
export const ofUse: Readonly<Record<string, FactWords>> = {
  id: {
    says: "The session's own key.",
    meaning: 'A prior use with the key of the session under check is that session, and is not counted.',
  },
  memberId: { says: 'The member.', leftOut: 'The member of the check; a batch asks for it.' },
  units: { says: 'The units that were billed.' },
  minutes: { says: 'How many minutes were spent with the member?' },
};
