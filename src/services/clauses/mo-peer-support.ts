import { EXPLAINS, NOT_ON_A_SESSION, PERMITS, type Clause } from './clause.js';

/** Clinical Services Bulletin FY15-Clinical-30. */
export const peerSupportClauses: readonly Clause[] = [
  { section: 'header', says: 'In force from October 1, 2014.', rules: ['service/in-force'] },
  {
    section: '1.1',
    says: 'It is for six kinds of CSTAR program, Primary Recovery Plus and Enhanced Primary Recovery Plus.',
    rules: ['member/program'],
  },
  { section: '2.1', says: 'The bulletin defines peer support and how it is billed.', because: EXPLAINS },
  {
    section: '3.1',
    says: 'Peer support helps people in their recovery from substance use disorders or mental illness.',
    because: EXPLAINS,
  },
  {
    section: '3.2',
    says: 'Peer specialists support, encourage and model recovery and resilience.',
    because: EXPLAINS,
  },
  {
    section: '3.2.1, 3.2.2',
    says: 'Services are individualized, person-centered, recovery-focused and strengths-based.',
    rules: ['session/person-centered'],
  },
  {
    section: '3.2.3',
    says: "Services assist with the goals of the individual's plan.",
    rules: ['plan/goal'],
  },
  {
    section: '3.2.4',
    says: 'Services give people the opportunity to support each other.',
    because: NOT_ON_A_SESSION,
  },
  {
    section: '4.1',
    says: 'Services consist of seven key service functions.',
    rules: ['session/key-function'],
  },
  {
    section: '5.1',
    says: 'The provider is a Missouri Recovery Support Specialist - Peer or a Certified Missouri Peer Specialist.',
    rules: ['staff/credential'],
  },
  {
    section: '5.1',
    says: 'Peer specialists complete the training and certification that the State defines and the Credentialing Board or the Division approves.',
    because: 'The credential itself stands for it.',
  },
  { section: '5.2', says: 'A QSAP or a QMHP supervises.', rules: ['staff/supervision'] },
  {
    section: '5.3',
    says: 'The peer specialist is a member of the treatment team.',
    rules: ['staff/treatment-team'],
  },
  {
    section: '5.3',
    says: 'The peer specialist takes part in staff meetings.',
    rules: ['staff/team-meetings'],
  },
  {
    section: '5.4',
    says: 'The job description may include five supportive activities.',
    rules: ['session/key-function'],
  },
  {
    section: '6.1',
    says: 'At most 8 hours (32 units) a day and 24 hours (96 units) a calendar month for a participant.',
    rules: ['units/daily-limit', 'units/monthly-limit'],
  },
  {
    section: '6.1',
    says: 'Eight hours are 32 units, so that a unit is 15 minutes.',
    rules: ['units/whole', 'units/time', 'units/unbilled-time'],
  },
  {
    section: '6.2',
    says: 'Transportation alone is not billed.',
    rules: ['session/not-only-transportation'],
  },
  {
    section: '6.3',
    says: 'The peer specialist works as part of a treatment team.',
    rules: ['staff/treatment-team'],
  },
  {
    section: '6.3',
    says: 'The peer specialist does not replace the community support specialist or the therapist.',
    rules: ['staff/not-a-replacement'],
  },
  {
    section: '6.3',
    says: 'The peer specialist is not the only staff assigned.',
    rules: ['member/other-staff-assigned'],
  },
  { section: '6.4', says: 'It may be given to individuals of 16 and older.', rules: ['member/age'] },
  {
    section: '6.5',
    says: 'Documentation meets all other certification and, as applicable, MO HealthNet requirements.',
    rules: ['documentation/program-requirements'],
  },
  {
    section: 'whole text',
    says: 'It names no procedure code and no rate, and sets no group ratio.',
    because: PERMITS,
  },
];
