import { AGENCY_AND_STATE, EXPLAINS, NOT_ON_A_SESSION, PERMITS, type Clause } from './clause.js';

/** Montana Policy 410. */
export const imrClauses: readonly Clause[] = [
  { section: 'header', says: 'In force from October 1, 2022.', rules: ['service/in-force'] },
  { section: 'header', says: 'The manual is for adult mental health.', rules: ['member/adult'] },
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
  {
    section: 'medical necessity criteria (1)',
    says: 'The member meets the SDMI criteria.',
    rules: ['member/sdmi'],
  },
  {
    section: 'medical necessity criteria (2)',
    says: 'The member chose the service, as the most current plan shows.',
    rules: ['member/choice'],
  },
  {
    section: 'provider requirements',
    says: 'A licensed professional, a licensed MHC, or a paraprofessional or peer support specialist under clinical supervision within one.',
    rules: ['staff/qualification'],
  },
  {
    section: 'provider requirements',
    says: 'Clinical supervisor and practitioner are trained in the service.',
    rules: ['staff/service-training', 'staff/supervisor-training'],
  },
  {
    section: 'service requirements (1)',
    says: 'Practitioners guide and educational handouts are used.',
    rules: ['session/materials'],
  },
  {
    section: 'service requirements (2)',
    says: 'It is not a bundled service.',
    rules: ['claim/not-bundled'],
  },
  {
    section: 'service requirements (2)',
    says: 'It is billed with the appropriate code, which the policy does not name.',
    because: 'The code is the caller’s to state.',
  },
  {
    section: 'service requirements (3)',
    says: "Services are documented in the treatment plan in the member's file.",
    rules: ['plan/includes-service'],
  },
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
  {
    section: 'utilization management (3)',
    says: "The member's file documents medical necessity.",
    rules: ['documentation/medical-necessity'],
  },
  {
    section: 'whole text',
    says: 'It names no code, unit, rate, unit limit or group limit.',
    because: PERMITS,
  },
  { section: 'whole text', says: 'The materials are found on a federal website.', because: AGENCY_AND_STATE },
];
