import {
  ageAtLeast,
  all,
  any,
  byLicence,
  holds,
  includesAny,
  includesOther,
  is,
  notOnly,
  planInForce,
} from '../../conditions/build.js';
import { supervisedByAnother } from '../shared-clauses.js';
import type { Activity, Program } from '../../facts/generated/codes.js';
import { citing, EXPLAINS, NOT_ON_A_SESSION, PERMITS, type Document, type Source } from '../document.js';
import type { Service } from '../service.js';

export const source: Source = {
  id: 'mo-fy15-clinical-30',
  title: 'Clinical Services Bulletin FY15-Clinical-30, Peer Support Services',
  issuer: 'Missouri Division of Behavioral Health',
  jurisdiction: 'MO',
  inForceFrom: '2014-10-01',
};

const cstarAndPrimaryRecoveryPlus: readonly Program[] = [
  'MO-CSTAR-ADOLESCENT',
  'MO-CSTAR-WOMEN-CHILDREN',
  'MO-CSTAR-WOMEN-CHILDREN-ENHANCED',
  'MO-CSTAR-GENERAL',
  'MO-CSTAR-GENERAL-ENHANCED',
  'MO-CSTAR-OPIOID',
  'MO-PR-PLUS',
  'MO-PR-PLUS-ENHANCED',
];

const keyServiceFunctions: readonly Activity[] = [
  'connecting-with-community',
  'sharing-lived-experience',
  'supporting-choices',
  'identifying-strengths',
  'setting-goals',
  'supporting-employment',
  'health-and-wellness',
];

const supportiveActivities: readonly Activity[] = [
  'mutual-support-group',
  'recovery-dialogue',
  'symptom-management-skills',
  'problem-solving-skills',
  'stages-in-recovery',
];

/** Missouri's peer support in substance use treatment programs: Clinical Services Bulletin FY15-30, from 2014-10-01. */
export const peerSupport = /* @__PURE__ */ citing(source, (bulletin): Service => ({
  id: 'mo/peer-support',
  title: 'Peer Support Services',
  jurisdiction: 'MO',
  inForce: { from: '2014-10-01', cite: bulletin('header') },
  unit: { minutes: 15, cite: bulletin('6.1') },
  limits: [
    { per: 'day', units: 32, cite: bulletin('6.1') },
    { per: 'calendar-month', units: 96, cite: bulletin('6.1') },
  ],
  criteria: [
    {
      rule: 'member/program',
      requires: holds('member.programs', cstarAndPrimaryRecoveryPlus),
      says: 'Peer support is for people enrolled in a CSTAR or Primary Recovery Plus program.',
      fails: 'On {on} the member is enrolled in no CSTAR and no Primary Recovery Plus program',
      cite: bulletin('1.1'),
      denial: 'program',
    },
    {
      rule: 'session/person-centered',
      requires: is('personCentered'),
      severity: 'warning',
      says: 'Peer support is individualized, person-centered and strengths-based.',
      fails:
        'The session was not all of these: individualized, person-centered, strengths-based, with a focus on recovery',
      cite: bulletin('3.2.1, 3.2.2'),
      denial: 'programRules',
    },
    {
      rule: 'plan/goal',
      requires: all(is('plan.sessionServesGoal'), planInForce({ asStated: true })),
      says: "Peer support assists with goals of the individual's own treatment or recovery plan.",
      fails: 'The session serves no goal of a plan in force',
      cite: bulletin('3.2.3'),
      reading: 'plan-dates',
      denial: 'plan',
    },
    {
      rule: 'session/key-function',
      requires: includesAny('activities', [...keyServiceFunctions, ...supportiveActivities]),
      expects: includesAny('activities', keyServiceFunctions),
      says: 'Peer support consists of the seven key service functions.',
      fails: 'The session has none of the key service functions',
      fallsShort: 'The session has a supportive activity (5.4) and none of the key service functions',
      cite: bulletin('4.1, 5.4'),
      reading: 'key-function',
      denial: 'programRules',
    },
    {
      rule: 'staff/credential',
      requires: any(
        holds('staff.credentials', ['MO-MRSS-P', 'MO-CMPS']),
        holds('staff.credentials', ['MO-CPS'], { since: '2018-03-01' }),
      ),
      says: 'Peer support is given by a Missouri Recovery Support Specialist - Peer or a Certified Missouri Peer Specialist.',
      fails:
        'On {on} the rendering staff member is neither a Missouri Recovery Support Specialist - Peer (MO-MRSS-P) nor a Certified Missouri Peer Specialist (MO-CMPS) nor, from 2018-03-01 on, a Certified Peer Specialist (MO-CPS)',
      cite: bulletin('5.1'),
      reading: 'renamed-credentials',
      denial: 'renderingStaff',
    },
    {
      rule: 'staff/supervision',
      requires: any(
        holds('staff.supervisor.credentials', ['MO-QSAP', 'MO-QMHP', 'MO-QAP']),
        byLicence('staff.supervisor.credentials', 'MO-QMHP', ['MO-LPC', 'MO-PLPC', 'MO-LCSW', 'MO-PLCSW']),
      ),
      says: 'The peer specialist must be supervised by a QSAP or a QMHP.',
      fails:
        'On {on} the supervisor is neither a Qualified Substance Abuse Professional (MO-QSAP) nor a Qualified Addiction Professional (MO-QAP) nor a Qualified Mental Health Professional (MO-QMHP)',
      cite: bulletin('5.2'),
      reading: 'renamed-credentials',
      denial: 'programRules',
    },
    supervisedByAnother(bulletin('5.2'), 'The peer specialist must be supervised by someone else.'),
    {
      rule: 'staff/treatment-team',
      requires: is('staff.treatmentTeamMember'),
      says: 'The peer specialist must be a member of the treatment team.',
      fails: 'The rendering staff member does not work as part of the treatment team',
      cite: bulletin('5.3, 6.3'),
      denial: 'programRules',
    },
    {
      rule: 'staff/team-meetings',
      requires: is('staff.attendsTeamMeetings'),
      says: 'The peer specialist must take part in staff meetings about the people served.',
      fails: 'The rendering staff member does not take part in staff meetings',
      cite: bulletin('5.3'),
      denial: 'programRules',
    },
    {
      rule: 'session/not-only-transportation',
      requires: notOnly('activities', ['transportation']),
      says: 'Peer support is not billed where transportation is all that was provided.',
      fails: 'Transportation is the only activity of the session',
      cite: bulletin('6.2'),
      denial: 'notCovered',
    },
    {
      rule: 'staff/not-a-replacement',
      requires: is('staff.replacesTreatmentStaff', false),
      says: 'The peer specialist must not replace the community support specialist or the therapist.',
      fails: 'The rendering staff member stands in for the community support specialist or the therapist',
      cite: bulletin('6.3'),
      denial: 'programRules',
    },
    {
      rule: 'member/other-staff-assigned',
      requires: includesOther('member.careTeamRoles', ['peer-specialist']),
      says: 'The peer specialist must not be the only staff assigned to the individual.',
      fails: 'No one but a peer specialist is assigned to the member',
      cite: bulletin('6.3'),
      denial: 'programRules',
    },
    {
      rule: 'member/age',
      requires: ageAtLeast({ years: 16 }),
      says: 'Peer support is for individuals aged 16 and older.',
      fails: 'The member is {age} on {on}',
      cite: bulletin('6.4'),
      denial: 'age',
    },
    {
      rule: 'documentation/program-requirements',
      requires: is('documentation.meetsProgramRequirements'),
      owed: 'on-delivery',
      says: 'The documentation must meet all other certification and, as applicable, MO HealthNet requirements.',
      fails:
        'The documentation does not meet all certification and, as applicable, MO HealthNet requirements',
      cite: bulletin('6.5'),
      denial: 'paper',
    },
  ],
}));

export const text: Document['text'] = [
  'header',
  '1.1',
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
  '3.2.1, 3.2.2',
  { section: '3.2.1, 3.2.2', says: 'Services are individualized.', rules: ['session/person-centered'] },
  {
    section: '3.2.1, 3.2.2',
    says: 'Services have a focus on recovery.',
    rules: ['session/person-centered'],
  },
  '3.2.3',
  {
    section: '3.2.4',
    says: 'Services give people the opportunity to support each other.',
    because: NOT_ON_A_SESSION,
  },
  '4.1',
  '5.1',
  {
    section: '5.1',
    says: 'Peer specialists complete the training and certification that the State defines and the Credentialing Board or the Division approves.',
    because: 'The credential itself stands for it.',
  },
  '5.2',
  '5.3',
  {
    section: '5.4',
    says: 'The job description may include five supportive activities.',
    rules: ['session/key-function'],
  },
  '6.1',
  '6.2',
  '6.3',
  '6.4',
  '6.5',
  {
    section: 'whole text',
    says: 'It names no procedure code and no rate, and sets no group ratio.',
    because: PERMITS,
  },
];
