import { all, holds, is } from '../conditions/build.js';
import { adultCprCertification, adultProgram } from './shared-clauses.js';
import type { Criterion, Service, TrainingRequirement } from './service.js';
import { citing, professionalPsrSheet } from './sources.js';

const sheet = citing(professionalPsrSheet);

const training: TrainingRequirement = {
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
};

/** The clauses that both professional services share, in the order of the sheet. */
const criteria: readonly Criterion[] = [
  {
    rule: 'session/intervention',
    requires: all(is('skillsBased'), is('addressesFunctionalDeficits')),
    says: 'The interventions must use a skills-based approach to address problems and functional deficits from a mental disorder.',
    fails: 'The approach was not skills-based, or it did not address such problems and deficits',
    cite: sheet('description'),
    denial: 'programRules',
  },
  {
    rule: 'documentation/progress-note',
    requires: all(
      is('documentation.progressNote.serviceDescribed'),
      is('documentation.progressNote.dateAndActualTime'),
      is('documentation.progressNote.renderingStaff'),
      is('documentation.progressNote.setting'),
      is('documentation.progressNote.timeSpent'),
      is('documentation.progressNote.relationToPlan'),
      is('documentation.progressNote.clientResponse'),
    ),
    owed: 'on-delivery',
    says: 'Services must be documented as 9 CSR 30-4.035(8)(B) requires.',
    fails: 'The progress note lacks one of its seven items',
    cite: sheet('documentation requirements; 9 CSR 30-4.035(8)(B) as of 2009'),
    reading: 'note-content',
    denial: 'note',
  },
  {
    rule: 'staff/license',
    requires: holds('staff.credentials', ['MO-LPC', 'MO-PLPC', 'MO-LCSW', 'MO-PLCSW']),
    says: 'Staff must be professional counselors or clinical social workers, licensed or provisionally licensed under Missouri law.',
    fails: 'On {on} the rendering staff member holds none of these licenses',
    cite: sheet('qualified staff'),
    denial: 'renderingStaff',
  },
  {
    rule: 'staff/specialized-training',
    requires: is('staff.specializedMentalHealthTraining'),
    says: 'Staff must have specialized training in mental health services.',
    fails: 'The rendering staff member is stated to have no such training',
    cite: sheet('qualified staff'),
    denial: 'training',
  },
  adultCprCertification(sheet('qualified provider agency')),
  adultProgram(sheet('qualified provider agency'), 'The service belongs to Adult CPR programs'),
];

/** Missouri's individual professional psychosocial rehabilitation: H2017 HO, sheet of 2009-06-03. */
export const H2017HO: Service = {
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
  training,
  criteria,
};

/** Missouri's group professional psychosocial rehabilitation: H2017 HO HQ, sheet of 2009-06-03. */
export const H2017HOHQ: Service = {
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
  training,
  criteria,
};
