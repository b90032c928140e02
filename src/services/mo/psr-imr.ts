import { all, any, holds, includesAny, includesOther, is, saying, when } from '../../conditions/build.js';
import type { Activity } from '../../facts/generated/codes.js';
import { adultCprCertification, adultProgram } from '../shared-clauses.js';
import {
  AGENCY_AND_STATE,
  citing,
  EXPLAINS,
  NOT_ON_A_SESSION,
  PERMITS,
  type Document,
  type Source,
} from '../document.js';
import type { Service } from '../service.js';

export const source: Source = {
  id: 'mo-psr-imr-2009',
  title:
    'Letter to community providers of March 30, 2009, Psychosocial Rehabilitation - Illness Management Recovery',
  issuer: 'Missouri Division of Comprehensive Psychiatric Services',
  jurisdiction: 'MO',
  inForceFrom: '2009-03-30',
};

const coreComponents: readonly Activity[] = [
  'psychoeducation',
  'relapse-prevention',
  'coping-skills-training',
];

/** Missouri's psychosocial rehabilitation, illness management and recovery: H2017 TG, letter of 2009-03-30. */
export const H2017TG = /* @__PURE__ */ citing(source, (letter): Service => ({
  id: 'mo/H2017TG',
  title: 'Psychosocial Rehabilitation - Illness Management Recovery',
  jurisdiction: 'MO',
  inForce: { from: '2009-03-30', cite: letter('date of the letter'), reading: 'letter-date' },
  codes: [
    {
      funding: 'medicaid',
      procedureCode: 'H2017',
      modifiers: ['TG'],
      rates: [
        { from: '2009-03-30', rate: '4.95', providerPay: '4.38', cite: letter('service code and rate') },
      ],
    },
    {
      funding: 'purchase-of-service',
      procedureCode: 'H2017G',
      modifiers: [],
      rates: [
        {
          from: '2009-03-30',
          rate: '4.38',
          providerPay: '4.38',
          cite: letter('service code and rate'),
          reading: 'purchase-rate',
        },
      ],
    },
  ],
  unit: { minutes: 15, cite: letter('service code and rate') },
  format: {
    kind: 'either',
    says: 'The service is given individually or in a small group.',
    cite: letter('service description'),
    reading: 'group-of-one',
  },
  group: { perStaff: 8, cite: letter('service description') },
  criteria: [
    adultCprCertification(letter('first paragraph')),
    {
      rule: 'agency/approval',
      requires: any(
        saying(
          'the agency has no approval to use the code (MO-PSR-IMR-APPROVAL)',
          holds('agency.credentials', ['MO-PSR-IMR-APPROVAL']),
        ),
        all(
          saying(
            'it has no ICCD certification (ICCD-CERTIFICATION) on {on}',
            holds('agency.credentials', ['ICCD-CERTIFICATION']),
          ),
          saying(
            'as an ICCD clubhouse it lacks the report of its certification (ICCD-CERTIFICATION-REPORT)',
            holds('agency.credentials', ['ICCD-CERTIFICATION-REPORT']),
          ),
          saying(
            'as an ICCD clubhouse it lacks the description of community integration (ICCD-COMMUNITY-INTEGRATION-DESCRIPTION)',
            holds('agency.credentials', ['ICCD-COMMUNITY-INTEGRATION-DESCRIPTION']),
          ),
        ),
      ),
      says: 'The code is granted on approval of a proposal, or to an ICCD-certified program that submitted its report and a description of community integration.',
      fails:
        'On {on} the agency has no approval to use the code (MO-PSR-IMR-APPROVAL) and no ICCD certification (ICCD-CERTIFICATION)',
      cite: letter('approval of the proposal; ICCD certification'),
      reading: 'deeming',
      denial: 'agency',
    },
    {
      rule: 'staff/qualification',
      requires: holds('staff.credentials', ['MO-DMH-PSR-IMR-STAFF']),
      says: 'The service must be given by an individual qualified, trained and approved by the Division of CPS.',
      fails:
        'On {on} the rendering staff member has no approval of the Division of CPS for PSR-IMR (MO-DMH-PSR-IMR-STAFF)',
      cite: letter('eligible provider'),
      denial: 'renderingStaff',
    },
    {
      rule: 'session/core-component',
      requires: any(
        includesAny('activities', coreComponents),
        includesOther('activities', ['recreation', 'transportation']),
      ),
      expects: includesAny('activities', coreComponents),
      says: 'A session must have a core component: psychoeducation, relapse prevention or coping skills training.',
      fails: 'The session has no activity other than recreation or transportation',
      fallsShort: 'The session has none of the core components',
      cite: letter('service description'),
      reading: 'core-components',
      denial: 'programRules',
    },
    {
      rule: 'documentation/attendance-log',
      requires: all(
        is('documentation.attendanceLog.actualTimes'),
        is('documentation.attendanceLog.activityDescribed'),
      ),
      owed: 'on-delivery',
      says: 'A daily attendance log must have the actual attendance times and a description of the activity.',
      fails: 'The attendance log is not complete',
      cite: letter('documentation requirements'),
      denial: 'paper',
    },
    {
      rule: 'documentation/attendance-available',
      requires: is('documentation.attendanceLog.availableForAudit'),
      owed: 'on-delivery',
      says: 'The attendance logs must be available for audit and monitoring.',
      fails: 'The attendance log is not available for audit',
      cite: letter('documentation requirements'),
      denial: 'paper',
    },
    {
      rule: 'documentation/attendance-distinguishes',
      requires: when(is('agency.billsRegularPsr'), is('documentation.attendanceLog.distinguishesPsrTypes')),
      owed: 'on-delivery',
      says: 'The logs of a provider that bills both PSR-IMR and regular PSR must distinguish the two.',
      fails: 'The agency bills regular PSR too, and no attendance log tells PSR-IMR from regular PSR',
      cite: letter('documentation requirements'),
      reading: 'both-types',
      denial: 'paper',
    },
    {
      rule: 'documentation/weekly-note',
      requires: all(
        is('documentation.weeklyNote.summarizesServices'),
        is('documentation.weeklyNote.clientResponse'),
        is('documentation.weeklyNote.otherPertinentInformation'),
      ),
      owed: 'after-the-week',
      says: "A weekly progress note must sum up the services, the member's response and other pertinent information.",
      fails: 'The weekly note is not complete',
      cite: letter('documentation requirements'),
      reading: 'week',
      denial: 'note',
    },
    {
      rule: 'documentation/weekly-note-covers-both',
      requires: when(
        all(is('agency.billsRegularPsr'), is('regularPsrSameWeek')),
        is('documentation.weeklyNote.coversBothPsrTypes'),
      ),
      owed: 'after-the-week',
      says: 'With regular PSR billed too, one weekly note must address both types of PSR, or there must be a note for each.',
      fails: 'The agency bills regular PSR in the same week, and no weekly note covers both types of PSR',
      cite: letter('documentation requirements'),
      reading: 'both-types',
      denial: 'note',
    },
    adultProgram(letter('first paragraph'), 'The rate is for Adult CPR programs'),
  ],
}));

export const text: Document['text'] = [
  'date of the letter',
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
  'first paragraph',
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
  'approval of the proposal; ICCD certification',
  {
    section: 'approval of the proposal; ICCD certification',
    says: 'The new programming is reviewed at the next annual survey.',
    because: AGENCY_AND_STATE,
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
  'service code and rate',
  {
    section: 'service description',
    says: 'The services are approved by the Department.',
    rules: ['agency/approval', 'staff/qualification'],
  },
  {
    section: 'service description',
    says: 'A focus on recovery and managing illness.',
    because: NOT_ON_A_SESSION,
  },
  'service description',
  'eligible provider',
  'documentation requirements',
  {
    section: 'documentation requirements',
    says: 'Logs need not be in the clinical record.',
    because: PERMITS,
  },
  {
    section: 'whole text',
    says: 'It sets no daily or monthly limit and does not speak of the member’s own enrollment.',
    because: PERMITS,
  },
];
