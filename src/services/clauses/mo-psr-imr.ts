import { AGENCY_AND_STATE, EXPLAINS, NOT_ON_A_SESSION, PERMITS, type Clause } from './clause.js';

/** Letter of March 30, 2009. */
export const psrImrClauses: readonly Clause[] = [
  { section: 'date of the letter', says: 'The letter is of March 30, 2009.', rules: ['service/in-force'] },
  {
    section: 'first paragraph',
    says: 'A higher rate for a wellness or illness management approach, without more allocation.',
    because: AGENCY_AND_STATE,
  },
  {
    section: 'first paragraph',
    says: 'An agency may change its whole program, part of it or nothing.',
    because: 'An approval for part of a program is stated only for sessions of that part.',
  },
  {
    section: 'first paragraph',
    says: 'The rate is only for certified Adult CPR programs.',
    rules: ['agency/certification', 'member/adult'],
  },
  {
    section: 'menu of services',
    says: 'A menu of possible wellness and recovery services.',
    because: PERMITS,
  },
  {
    section: 'pie charts',
    says: 'Two charts of how a program may change; some need not.',
    because: EXPLAINS,
  },
  {
    section: 'approval of the proposal; ICCD certification',
    says: 'A letter of intent describes services, programming, curriculum, training and qualifications.',
    because: AGENCY_AND_STATE,
  },
  {
    section: 'approval of the proposal; ICCD certification',
    says: 'Use of the code is granted on approval of the proposal.',
    rules: ['agency/approval'],
  },
  {
    section: 'approval of the proposal; ICCD certification',
    says: 'The new programming is reviewed at the next annual survey.',
    because: AGENCY_AND_STATE,
  },
  {
    section: 'approval of the proposal; ICCD certification',
    says: 'An ICCD-certified program is deemed to qualify if it submits its report and a description of community integration.',
    rules: ['agency/approval'],
  },
  {
    section: 'approval of the proposal; ICCD certification',
    says: 'Clubhouses are reviewed on the schedule of their certification.',
    because: AGENCY_AND_STATE,
  },
  {
    section: 'background and rationale',
    says: 'Recovery, wellness and evidence-based practice.',
    because: EXPLAINS,
  },
  {
    section: 'service code and rate',
    says: 'Medicaid code H2017TG at 4.95 a unit, provider pay 4.38; Purchase of Service code H2017G.',
    rules: ['claim/charge'],
  },
  {
    section: 'service code and rate',
    says: 'A unit is 15 minutes.',
    rules: ['units/whole', 'units/time', 'units/unbilled-time'],
  },
  {
    section: 'service description',
    says: 'The Department approves the services.',
    rules: ['agency/approval'],
  },
  {
    section: 'service description',
    says: 'Given individually or in a small group.',
    rules: ['session/format'],
  },
  {
    section: 'service description',
    says: 'A focus on recovery and managing illness.',
    because: NOT_ON_A_SESSION,
  },
  {
    section: 'service description',
    says: 'Core components are psychoeducation, relapse prevention and coping skills training.',
    rules: ['session/core-component'],
  },
  { section: 'service description', says: 'At most 1:8 in a group.', rules: ['session/group-size'] },
  {
    section: 'eligible provider',
    says: 'An individual qualified, trained and approved by the Division of CPS.',
    rules: ['staff/qualification'],
  },
  {
    section: 'documentation requirements',
    says: 'Daily logs with actual attendance times and a description of the activity.',
    rules: ['documentation/attendance-log'],
  },
  {
    section: 'documentation requirements',
    says: 'A provider that bills both types of PSR distinguishes them in its logs.',
    rules: ['documentation/attendance-distinguishes'],
  },
  {
    section: 'documentation requirements',
    says: 'Logs are available for audit and need not be in the clinical record.',
    rules: ['documentation/attendance-available'],
  },
  {
    section: 'documentation requirements',
    says: "A weekly note with services, the member's response and other pertinent information.",
    rules: ['documentation/weekly-note'],
  },
  {
    section: 'documentation requirements',
    says: 'With both types of PSR, one weekly note for both or two notes.',
    rules: ['documentation/weekly-note-covers-both'],
  },
  {
    section: 'whole text',
    says: 'It sets no daily or monthly limit and does not speak of the member’s own enrollment.',
    because: PERMITS,
  },
];
