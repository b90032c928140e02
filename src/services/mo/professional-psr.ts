import { all, holds, is, noteItem } from '../../conditions/build.js';
import { adultCprCertification, adultProgram } from '../shared-clauses.js';
import { AGENCY_AND_STATE, citing, PERMITS, type Document, type Source } from '../document.js';
import type { Service } from '../service.js';

export const source: Source = {
  id: 'mo-professional-psr-2009',
  title: 'Individual and Group Professional Psychosocial Rehabilitation, sheet of June 3, 2009',
  issuer: 'Missouri Division of Comprehensive Psychiatric Services',
  jurisdiction: 'MO',
  inForceFrom: '2009-06-03',
};

/** What both professional services share, in the order of the sheet. */
const shared = /* @__PURE__ */ citing(source, (sheet): Pick<Service, 'training' | 'criteria'> => ({
  training: {
    initial: ['cpr-program-orientation', 'documentation-and-medicaid-compliance'],
    additional: [
      { topic: 'cpr-additional-training' },
      { topic: 'cognitive-behavioral-therapy', hours: 2.5 },
      { topic: 'recovery-based-treatment-plan', hours: 2 },
      { topic: 'illness-management-and-recovery', hours: 2.5 },
      { topic: 'introduction-to-dbt', hours: 2 },
      { topic: 'iddt', hours: 2 },
      { topic: 'motivational-interviewing', hours: 4 },
      { topic: 'suicide-prevention', hours: 2 },
      { topic: 'ptsd', hours: 1 },
      { topic: 'medications-and-diagnosis', hours: 1 },
      { topic: 'older-adults', hours: 1 },
    ],
    withinMonths: 6,
    cite: {
      initial: sheet('specialized staff training, initial; 9 CSR 30-4.034(7)(A)1-7 as of 2009'),
      additional: sheet('specialized staff training, additional; 9 CSR 30-4.034(7)(D)1-9 as of 2009'),
      documented: sheet('specialized staff training; 9 CSR 30-4.034(11) as of 2009'),
    },
  },
  criteria: [
    {
      rule: 'session/intervention',
      requires: all(is('skillsBased'), is('addressesFunctionalDeficits')),
      says: 'The interventions must use a skills-based approach to address problems and functional deficits from a mental disorder.',
      fails: 'The intervention was not skills-based work on problems and functional deficits',
      cite: sheet('description'),
      denial: 'programRules',
    },
    {
      rule: 'documentation/progress-note',
      requires: all(
        noteItem('serviceDescribed'),
        noteItem('dateAndActualTime'),
        noteItem('renderingStaff'),
        noteItem('setting'),
        noteItem('timeSpent'),
        noteItem('relationToPlan'),
        noteItem('clientResponse'),
      ),
      owed: 'on-delivery',
      says: "Services must be documented as 9 CSR 30-4.035(8)(B) requires. The document does not print that regulation, and the list of items is this tool's own: look at the regulation before you write it off.",
      fails: 'The progress note is not complete',
      cite: sheet('documentation requirements; 9 CSR 30-4.035(8)(B) as of 2009'),
      reading: 'note-content',
      denial: 'note',
    },
    {
      rule: 'staff/license',
      requires: holds('staff.credentials', ['MO-LPC', 'MO-PLPC', 'MO-LCSW', 'MO-PLCSW']),
      says: 'Staff must be professional counselors or clinical social workers, licensed or provisionally licensed under Missouri law.',
      fails:
        'On {on} the rendering staff member is licensed, fully or provisionally, neither as a professional counselor (MO-LPC, MO-PLPC) nor as a clinical social worker (MO-LCSW, MO-PLCSW)',
      cite: sheet('qualified staff'),
      denial: 'renderingStaff',
    },
    {
      rule: 'staff/specialized-training',
      requires: is('staff.specializedMentalHealthTraining'),
      says: 'Staff must have specialized training in mental health services.',
      fails: 'The rendering staff member has no specialized training in mental health services',
      cite: sheet('qualified staff'),
      denial: 'training',
    },
    adultCprCertification(sheet('qualified provider agency')),
    adultProgram(sheet('qualified provider agency'), 'The service belongs to Adult CPR programs'),
  ],
}));

/** Missouri's individual professional psychosocial rehabilitation: H2017 HO, sheet of 2009-06-03. */
export const H2017HO = /* @__PURE__ */ citing(source, (sheet): Service => ({
  id: 'mo/H2017HO',
  title: 'Individual Professional Psychosocial Rehabilitation',
  jurisdiction: 'MO',
  inForce: { from: '2009-06-03', cite: sheet('date of the sheet'), reading: 'letter-date' },
  codes: [
    {
      funding: 'medicaid',
      procedureCode: 'H2017',
      modifiers: ['HO'],
      rates: [
        { from: '2009-06-03', rate: '20.36', providerPay: '17.72', cite: sheet('individual, code and rate') },
      ],
    },
    {
      funding: 'purchase-of-service',
      procedureCode: 'H2017P',
      modifiers: [],
      rates: [
        { from: '2009-06-03', rate: '17.72', providerPay: '17.72', cite: sheet('individual, code and rate') },
      ],
    },
  ],
  unit: { minutes: 15, cite: sheet('individual, code and rate') },
  format: {
    kind: 'individual',
    says: 'The service is for one person.',
    cite: sheet('individual, description'),
    reading: 'group-of-one',
    otherwise: 'mo/H2017HOHQ',
  },
  ...shared,
}));

/** Missouri's group professional psychosocial rehabilitation: H2017 HO HQ, sheet of 2009-06-03. */
export const H2017HOHQ = /* @__PURE__ */ citing(source, (sheet): Service => ({
  id: 'mo/H2017HOHQ',
  title: 'Group Professional Psychosocial Rehabilitation',
  jurisdiction: 'MO',
  inForce: { from: '2009-06-03', cite: sheet('date of the sheet'), reading: 'letter-date' },
  codes: [
    {
      funding: 'medicaid',
      procedureCode: 'H2017',
      modifiers: ['HO', 'HQ'],
      rates: [{ from: '2009-06-03', rate: '5.09', providerPay: '4.43', cite: sheet('group, code and rate') }],
    },
    {
      funding: 'purchase-of-service',
      procedureCode: 'H2017S',
      modifiers: [],
      rates: [{ from: '2009-06-03', rate: '4.43', providerPay: '4.43', cite: sheet('group, code and rate') }],
    },
  ],
  unit: { minutes: 15, cite: sheet('group, code and rate') },
  format: {
    kind: 'group',
    says: 'The service is for a group.',
    cite: sheet('group, description'),
    reading: 'group-of-one',
    otherwise: 'mo/H2017HO',
  },
  group: { perStaff: 8, cite: sheet('group, description') },
  ...shared,
}));

export const text: Document['text'] = [
  'date of the sheet',
  'individual, code and rate',
  'group, code and rate',
  'individual, description',
  'description',
  'group, description',
  'documentation requirements; 9 CSR 30-4.035(8)(B) as of 2009',
  'qualified staff',
  'qualified provider agency',
  'specialized staff training; 9 CSR 30-4.034(11) as of 2009',
  'specialized staff training, initial; 9 CSR 30-4.034(7)(A)1-7 as of 2009',
  'specialized staff training, additional; 9 CSR 30-4.034(7)(D)1-9 as of 2009',
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
