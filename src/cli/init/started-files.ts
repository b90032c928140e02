import { CONFIG_FILE } from '../config-option.js';

export const MAPPING_FILE = 'agency.map.json';
export const EXAMPLE_FILE = 'example.csv';

/** What the words of an agency mean, for all of its files. */
const config = {
  words: {
    'staff.credentials': { 'Certified Peer': 'MO-CPS', 'First Aid': 'other' },
    'member.programs': { 'CSTAR General': 'MO-CSTAR-GENERAL' },
    'member.careTeamRoles': { Peer: 'peer-specialist', Counselor: 'therapist' },
  },
};

/** What the columns of one export mean. */
const mapping = {
  constants: { service: 'mo/peer-support', phase: 'delivered', format: 'individual' },
  columns: {
    Visit: 'id',
    Client: 'member.id',
    DOB: 'member.birthDate',
    Program: { fact: 'member.programs', as: 'held', from: 'Enrolled' },
    'Care Team': 'member.careTeamRoles',
    Date: 'dateOfService',
    Start: 'startTime',
    End: 'endTime',
    Units: 'units',
    Functions: 'activities',
    'Serves Goal': 'plan.sessionServesGoal',
    'Person-Centered': 'personCentered',
    'Note Done': 'documentation.meetsProgramRequirements',
    Staff: 'staff.id',
    Credential: { fact: 'staff.credentials', as: 'held', from: 'Issued', through: 'Expires' },
    Supervisor: 'staff.supervisor.credentials',
    'On Team': 'staff.treatmentTeamMember',
    'At Meetings': 'staff.attendsTeamMeetings',
    'Stands In': 'staff.replacesTreatmentStaff',
  },
};

/** Invented people; one session may be billed, one asks for too many units, and of one a credential is not known. */
const example = `Visit,Client,DOB,Program,Enrolled,Care Team,Date,Start,End,Units,Functions,Serves Goal,Person-Centered,Note Done,Staff,Credential,Issued,Expires,Supervisor,On Team,At Meetings,Stands In
V-001,00112,6/15/1983,CSTAR General,11/15/2024,Peer; Counselor,3/18/2025,10:00 AM,11:00 AM,4,setting-goals; supporting-choices,yes,yes,yes,T-01,Certified Peer,5/15/2023,4/30/2026,MO-QMHP,yes,yes,no
V-002,00112,6/15/1983,CSTAR General,11/15/2024,Peer; Counselor,3/19/2025,1:00 PM,2:05 PM,5,setting-goals,yes,yes,yes,T-01,Certified Peer,5/15/2023,4/30/2026,MO-QMHP,yes,yes,no
V-003,00208,2/21/1971,CSTAR General,11/15/2024,Peer; Counselor,3/19/2025,9:00 AM,9:45 AM,3,supporting-choices,yes,yes,yes,T-02,Recovery Coach,6/1/2024,,MO-QMHP,yes,yes,no
`;

const written = (value: object) => `${JSON.stringify(value, null, 2)}\n`;

/** What a newcomer begins with, by name, and what each is. */
export const startedFiles: Readonly<Record<string, { readonly says: string; readonly content: string }>> = {
  [CONFIG_FILE]: { says: 'what your own words mean, for every command run here', content: written(config) },
  [MAPPING_FILE]: { says: 'which fact each column of a table tells', content: written(mapping) },
  [EXAMPLE_FILE]: { says: 'three sessions of invented people', content: example },
};
