import { AGENCY_AND_STATE, PERMITS, type Clause } from './clause.js';

/** Sheet of June 3, 2009, on individual and group professional psychosocial rehabilitation. */
export const professionalPsrClauses: readonly Clause[] = [
  { section: 'date of the sheet', says: 'The sheet is of June 3, 2009.', rules: ['service/in-force'] },
  {
    section: 'individual, code and rate',
    says: 'H2017HO at 20.36 a quarter hour, provider pay 17.72; Purchase of Service H2017P at 17.72.',
    rules: ['claim/charge', 'units/whole', 'units/time', 'units/unbilled-time'],
  },
  {
    section: 'group, code and rate',
    says: 'H2017HOHQ at 5.09 a quarter hour, provider pay 4.43; Purchase of Service H2017S at 4.43.',
    rules: ['claim/charge', 'units/whole', 'units/time', 'units/unbilled-time'],
  },
  {
    section: 'individual, description',
    says: 'Individualized interventions.',
    rules: ['session/format'],
  },
  { section: 'group, description', says: 'Group interventions.', rules: ['session/format'] },
  {
    section: 'description',
    says: 'A skills-based approach to problems and functional deficits from a mental disorder.',
    rules: ['session/intervention'],
  },
  {
    section: 'group, description',
    says: 'At most one professional to eight consumers.',
    rules: ['session/group-size'],
  },
  {
    section: 'documentation requirements; 9 CSR 30-4.035(8)(B) as of 2009',
    says: 'Services are documented as the regulation requires.',
    rules: ['documentation/progress-note'],
  },
  {
    section: 'qualified staff',
    says: 'Professional counselors and clinical social workers, licensed or provisionally licensed.',
    rules: ['staff/license'],
  },
  {
    section: 'qualified staff',
    says: 'With specialized training in mental health services.',
    rules: ['staff/specialized-training'],
  },
  {
    section: 'qualified provider agency',
    says: 'An agency certified for Adult CPR by the Division of CPS.',
    rules: ['agency/certification', 'member/adult'],
  },
  {
    section: 'specialized staff training; 9 CSR 30-4.034(11) as of 2009',
    says: 'Training is documented in personnel files.',
    rules: ['staff/training-documented'],
  },
  {
    section: 'specialized staff training, initial; 9 CSR 30-4.034(7)(A)1-7 as of 2009',
    says: 'Initial training: orientation to the CPR program, documentation and Medicaid compliance.',
    rules: ['staff/initial-training'],
  },
  {
    section: 'specialized staff training, additional; 9 CSR 30-4.034(7)(D)1-9 as of 2009',
    says: 'Within six months: eleven topics, ten of them with hours.',
    rules: ['staff/additional-training'],
  },
  {
    section: 'specialized staff training, additional; 9 CSR 30-4.034(7)(D)1-9 as of 2009',
    says: 'Training in IDDT includes motivational interviewing and stage-wise treatment.',
    because: 'A training is stated by its topic; what was taught in it is not.',
  },
  {
    section: 'specialized staff training, notes',
    says: 'Much of it is in the E-learning catalog.',
    because: PERMITS,
  },
  {
    section: 'specialized staff training, notes',
    says: 'In doubt about a training the Department is consulted.',
    because: AGENCY_AND_STATE,
  },
  {
    section: 'specialized staff training, notes',
    says: 'A requirement may be waived where earlier training is documented in the personnel record.',
    rules: ['staff/initial-training', 'staff/additional-training', 'staff/training-documented'],
  },
  {
    section: 'specialized staff training, notes',
    says: 'The agency may request an exception for staff who specialize.',
    rules: ['staff/initial-training', 'staff/additional-training', 'staff/training-documented'],
  },
  { section: 'whole text', says: 'It sets no unit limit.', because: PERMITS },
  {
    section: 'whole text',
    says: '9 CSR 30-4.034 and 30-4.035, which it cites, have been rewritten since 2009.',
    because: 'They are cited as they stood at the date of the sheet.',
  },
];
