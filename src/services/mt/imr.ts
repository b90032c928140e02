import {
  all,
  any,
  doneBy,
  holds,
  includesAny,
  is,
  not,
  planInForce,
  reading,
  saying,
  stated,
  when,
} from '../../conditions/build.js';
import { adultProgram, supervisedByAnother } from '../shared-clauses.js';
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
  id: 'mt-bhdd-410',
  title: 'Medicaid Services Provider Manual, Policy 410, Illness Management and Recovery Services',
  issuer: 'Montana Behavioral Health and Developmental Disabilities Division',
  jurisdiction: 'MT',
  inForceFrom: '2022-10-01',
};

const isLicensed = /* @__PURE__ */ holds('staff.credentials', ['MT-LMHP']);
const isOfCenter = /* @__PURE__ */ saying(
  'on {on} the agency is not licensed as a mental health center (MT-LICENSED-MHC)',
  /* @__PURE__ */ holds('agency.credentials', ['MT-LICENSED-MHC']),
);
const noCredential =
  'on {on} the rendering staff member has no credential as a paraprofessional (MT-PARAPROFESSIONAL), peer support specialist (MT-CBHPSS) or licensed mental health professional (MT-LMHP). If the license is one of a licensed mental health professional, state MT-LMHP';
const bothMaterials = /* @__PURE__ */ all(
  /* @__PURE__ */ includesAny('materials', ['imr-practitioners-guide']),
  /* @__PURE__ */ includesAny('materials', ['imr-educational-handouts']),
);

/** Montana's illness management and recovery services: policy 410, from 2022-10-01. */
export const imr = /* @__PURE__ */ citing(source, (policy): Service => ({
  id: 'mt/imr',
  title: 'Illness Management and Recovery Services',
  jurisdiction: 'MT',
  inForce: { from: '2022-10-01', cite: policy('header') },
  medicaidAlone: policy('header'),
  criteria: [
    {
      rule: 'member/sdmi',
      requires: holds('member.determinations', ['MT-SDMI']),
      says: 'The member must meet the criteria of a severe and disabling mental illness.',
      fails: 'On {on} the member has no determination of severe and disabling mental illness (MT-SDMI)',
      cite: policy('medical necessity criteria (1)'),
      denial: 'necessity',
    },
    {
      rule: 'member/choice',
      requires: all(is('plan.memberChoseService'), planInForce()),
      says: 'The most current treatment plan, in force on the day, must show that the member chose the service.',
      fails: 'The plan in force does not show that the member chose the service',
      cite: policy('medical necessity criteria (2)'),
      reading: 'current-plan',
      denial: 'programRules',
    },
    {
      rule: 'staff/qualification',
      requires: any(
        isLicensed,
        all(
          isOfCenter,
          any(
            reading('licensedMhc', 'center'),
            all(
              saying(noCredential, holds('staff.credentials', ['MT-PARAPROFESSIONAL', 'MT-CBHPSS'])),
              is('staff.supervisor.clinical'),
            ),
          ),
        ),
      ),
      says: 'The service may be given by a licensed mental health professional, or by a paraprofessional or peer support specialist under clinical supervision within a licensed MHC.',
      fails: noCredential,
      cite: policy('provider requirements'),
      reading: 'clinical-supervision',
      denial: 'renderingStaff',
    },
    supervisedByAnother(
      policy('provider requirements'),
      'A paraprofessional or peer support specialist must be supervised by someone else.',
      [not(isLicensed), not(all(reading('licensedMhc', 'center'), isOfCenter))],
    ),
    {
      rule: 'staff/service-training',
      requires: doneBy('staff.trainings', 'illness-management-and-recovery'),
      says: 'The practitioner must be trained in the service.',
      fails:
        'The rendering staff member has no training in illness management and recovery that is completed by {on}',
      cite: policy('provider requirements'),
      denial: 'training',
    },
    {
      rule: 'staff/supervisor-training',
      requires: any(isLicensed, doneBy('staff.supervisor.trainings', 'illness-management-and-recovery')),
      expects: when(
        all(
          isLicensed,
          stated('staff.supervisor.clinical'),
          is('staff.supervisor.clinical'),
          stated('staff.supervisor.trainings'),
        ),
        doneBy('staff.supervisor.trainings', 'illness-management-and-recovery'),
      ),
      says: 'The clinical supervisor must be trained in the service.',
      fails: 'The supervisor has no training in illness management and recovery that is completed by {on}',
      cite: policy('provider requirements'),
      fallsShort:
        'The clinical supervisor has no training in illness management and recovery that is completed by {on}',
      reading: 'clinical-supervision',
      readingOfExpected: 'supervisor-trained',
      denial: 'programRules',
    },
    {
      rule: 'session/materials',
      requires: any(bothMaterials, reading('materials', 'program')),
      expects: bothMaterials,
      fallsShort: 'The materials were not both used',
      says: 'The IMR Practitioners Guide and the IMR Educational Handouts must be used.',
      fails: 'The materials were not both used',
      cite: policy('service requirements (1)'),
      reading: 'materials',
      denial: 'programRules',
    },
    {
      rule: 'claim/not-bundled',
      requires: is('billedInBundle', false),
      says: 'IMR is not a bundled service and is billed with its own code.',
      fails: 'The session is billed inside the payment of another, bundled service',
      cite: policy('service requirements (2)'),
      denial: 'bundled',
    },
    {
      rule: 'plan/includes-service',
      requires: all(is('plan.includesService'), planInForce()),
      says: "The service must be documented in the individualized treatment plan in force, in the member's file.",
      fails: 'The plan in force does not list the service',
      cite: policy('service requirements (3)'),
      reading: 'current-plan',
      denial: 'plan',
    },
    {
      rule: 'documentation/medical-necessity',
      requires: is('documentation.medicalNecessityInFile'),
      owed: 'on-delivery',
      says: "The member's file must show that the medical necessity criteria are met.",
      fails: "The member's file does not show that the medical necessity criteria are met",
      cite: policy('utilization management (3)'),
      denial: 'paper',
    },
    adultProgram(policy('header'), 'The manual is for adult mental health'),
  ],
}));

export const text: Document['text'] = [
  'header',
  {
    section: 'header',
    says: 'The manual is for substance use disorder.',
    because: 'Illness management and recovery is of its other half, adult mental health.',
  },
  {
    section: 'definition',
    says: 'A program of individualized strategies for managing illness.',
    because: EXPLAINS,
  },
  {
    section: 'definition',
    says: 'Personal goals are reviewed by provider, behavioral aide and member.',
    because: NOT_ON_A_SESSION,
  },
  'medical necessity criteria (1)',
  'medical necessity criteria (2)',
  'provider requirements',
  'service requirements (1)',
  'service requirements (2)',
  {
    section: 'service requirements (2)',
    says: 'It is billed with the appropriate code, which the policy does not name.',
    because: 'The code is the caller’s to state.',
  },
  'service requirements (3)',
  {
    section: 'utilization management (1)',
    says: 'Prior authorization is not required.',
    because: 'No rule may ask for it.',
  },
  {
    section: 'utilization management (2)',
    says: 'Continued stay reviews are not required.',
    because: 'No rule may ask for them.',
  },
  'utilization management (3)',
  {
    section: 'whole text',
    says: 'It names no code, unit, rate, unit limit or group limit.',
    because: PERMITS,
  },
  { section: 'whole text', says: 'The materials are found on a federal website.', because: AGENCY_AND_STATE },
];
