import type { Denial, RuleId } from '../../src/index.js';
import type { Change } from './support.js';

export const likely = (carc: string, rarc: string): Denial => ({
  carc,
  rarc,
  group: 'CO',
  likelihood: 'likely',
});
export const programRules = [likely('272', 'N180')];

/** A clause of the bulletin: a change that breaks it, one that leaves it open, and what the finding then says. */
interface Clause {
  rule: RuleId;
  section: string;
  reading?: string;
  severity?: 'warning';
  denials: Denial[];
  fails: [change: Change, message: string, paths: string[], data?: object];
  unknown: [
    change: Change,
    message: string,
    missing: { path: string; type: string; heldBy: string; question: string },
  ];
}

export const clauses: readonly Clause[] = [
  {
    rule: 'member/program',
    section: '1.1',
    denials: [likely('177', 'N30')],
    fails: [
      { member: { programs: [{ code: 'MO-ADULT-CPR' }] } },
      'On 2017-05-16 the member is enrolled in none of these programs. Peer support is for people enrolled in a CSTAR or Primary Recovery Plus program.',
      ['/member/programs'],
    ],
    unknown: [
      { member: { programs: null } },
      "Not known: the member's programs. Peer support is for people enrolled in a CSTAR or Primary Recovery Plus program.",
      {
        path: '/member/programs',
        question: 'In which programs is the member enrolled, from when through when?',
        type: 'dated-codes',
        heldBy: 'front-desk',
      },
    ],
  },
  {
    rule: 'session/person-centered',
    section: '3.2.1, 3.2.2',
    severity: 'warning',
    denials: programRules,
    fails: [
      { personCentered: false },
      'The session is stated not to have been person-centered and strengths-based. Peer support is individualized, person-centered and strengths-based.',
      ['/personCentered'],
    ],
    unknown: [
      { personCentered: null },
      'Not known: whether the session was strengths-based and person-centered. Peer support is individualized, person-centered and strengths-based.',
      {
        path: '/personCentered',
        question: 'Was the session strengths-based and person-centered?',
        type: 'boolean',
        heldBy: 'clinician',
      },
    ],
  },
  {
    rule: 'plan/goal',
    section: '3.2.3',
    denials: [likely('272', 'M135')],
    fails: [
      { plan: { sessionServesGoal: false } },
      "The session works toward no goal of a plan. Peer support assists with goals of the individual's own treatment or recovery plan.",
      ['/plan/sessionServesGoal'],
    ],
    unknown: [
      { plan: { sessionServesGoal: null } },
      "Not known: whether the session works toward a goal of the plan. Peer support assists with goals of the individual's own treatment or recovery plan.",
      {
        path: '/plan/sessionServesGoal',
        question: "Does the session work toward a goal of the member's plan?",
        type: 'boolean',
        heldBy: 'clinician',
      },
    ],
  },
  {
    rule: 'session/key-function',
    section: '4.1, 5.4',
    reading: 'key-function',
    denials: programRules,
    fails: [
      { activities: ['recreation'] },
      'The session has none of the key service functions. Peer support consists of the seven key service functions.',
      ['/activities'],
    ],
    unknown: [
      { activities: null },
      "Not known: the session's activities. Peer support consists of the seven key service functions.",
      { path: '/activities', question: 'What was done in the session?', type: 'codes', heldBy: 'clinician' },
    ],
  },
  {
    rule: 'staff/credential',
    section: '5.1',
    reading: 'renamed-credentials',
    denials: [likely('185', 'N570')],
    fails: [
      { staff: { credentials: [{ code: 'MO-LPC' }] } },
      'On 2017-05-16 the rendering staff member holds neither credential. Peer support is given by a Missouri Recovery Support Specialist - Peer or a Certified Missouri Peer Specialist.',
      ['/staff/credentials'],
    ],
    unknown: [
      { staff: { credentials: null } },
      "Not known: the rendering staff member's credentials. Peer support is given by a Missouri Recovery Support Specialist - Peer or a Certified Missouri Peer Specialist.",
      {
        path: '/staff/credentials',
        question:
          'Which licences, certifications and approvals does the rendering staff member hold, from when through when?',
        type: 'dated-codes',
        heldBy: 'personnel',
      },
    ],
  },
  {
    rule: 'staff/supervision',
    section: '5.2',
    reading: 'renamed-credentials',
    denials: programRules,
    fails: [
      { staff: { supervisor: 'none' } },
      'There is no supervisor. The peer specialist must be supervised by a QSAP or a QMHP.',
      ['/staff/supervisor'],
    ],
    unknown: [
      { staff: { supervisor: null } },
      "Not known: the supervisor's credentials. The peer specialist must be supervised by a QSAP or a QMHP.",
      {
        path: '/staff/supervisor/credentials',
        question:
          "Which credentials does the rendering staff member's supervisor hold, from when through when?",
        type: 'dated-codes',
        heldBy: 'personnel',
      },
    ],
  },
  {
    rule: 'staff/treatment-team',
    section: '5.3, 6.3',
    denials: programRules,
    fails: [
      { staff: { treatmentTeamMember: false } },
      'The rendering staff member does not work as part of the treatment team. The peer specialist must be a member of the treatment team.',
      ['/staff/treatmentTeamMember'],
    ],
    unknown: [
      { staff: { treatmentTeamMember: null } },
      "Not known: whether the rendering staff member works in the member's treatment team. The peer specialist must be a member of the treatment team.",
      {
        path: '/staff/treatmentTeamMember',
        question: "Does the rendering staff member work as part of the member's treatment team?",
        type: 'boolean',
        heldBy: 'supervisor',
      },
    ],
  },
  {
    rule: 'staff/team-meetings',
    section: '5.3',
    denials: programRules,
    fails: [
      { staff: { attendsTeamMeetings: false } },
      'The rendering staff member does not take part in staff meetings. The peer specialist must take part in staff meetings about the people served.',
      ['/staff/attendsTeamMeetings'],
    ],
    unknown: [
      { staff: { attendsTeamMeetings: null } },
      'Not known: whether the rendering staff member takes part in staff meetings. The peer specialist must take part in staff meetings about the people served.',
      {
        path: '/staff/attendsTeamMeetings',
        question: 'Does the rendering staff member take part in staff meetings about the people served?',
        type: 'boolean',
        heldBy: 'supervisor',
      },
    ],
  },
  {
    rule: 'session/not-only-transportation',
    section: '6.2',
    denials: [likely('96', 'N180')],
    fails: [
      { activities: ['transportation'] },
      'Transportation is the only activity of the session. Peer support is not billed where transportation is all that was provided.',
      ['/activities'],
    ],
    unknown: [
      { activities: null },
      "Not known: the session's activities. Peer support is not billed where transportation is all that was provided.",
      { path: '/activities', question: 'What was done in the session?', type: 'codes', heldBy: 'clinician' },
    ],
  },
  {
    rule: 'staff/not-a-replacement',
    section: '6.3',
    denials: programRules,
    fails: [
      { staff: { replacesTreatmentStaff: true } },
      'The rendering staff member stands in for one of them. The peer specialist must not replace the community support specialist or the therapist.',
      ['/staff/replacesTreatmentStaff'],
    ],
    unknown: [
      { staff: { replacesTreatmentStaff: null } },
      'Not known: whether the rendering staff member stands in for the community support specialist or the therapist. The peer specialist must not replace the community support specialist or the therapist.',
      {
        path: '/staff/replacesTreatmentStaff',
        question:
          'Does the rendering staff member stand in for the community support specialist or the therapist?',
        type: 'boolean',
        heldBy: 'supervisor',
      },
    ],
  },
  {
    rule: 'member/other-staff-assigned',
    section: '6.3',
    denials: programRules,
    fails: [
      { member: { careTeamRoles: ['peer-specialist'] } },
      'No one but a peer specialist is assigned to the member. The peer specialist must not be the only staff assigned to the individual.',
      ['/member/careTeamRoles'],
    ],
    unknown: [
      { member: { careTeamRoles: null } },
      'Not known: the roles of the staff assigned to the member. The peer specialist must not be the only staff assigned to the individual.',
      {
        path: '/member/careTeamRoles',
        question: 'Which roles do all staff assigned to the member have?',
        type: 'codes',
        heldBy: 'supervisor',
      },
    ],
  },
  {
    rule: 'member/age',
    section: '6.4',
    denials: [likely('6', 'N129')],
    fails: [
      { member: { birthDate: '2001-05-17' } },
      'The member is 15 years old on 2017-05-16. Peer support is for individuals aged 16 and older.',
      ['/member/birthDate', '/dateOfService'],
      { age: 15 },
    ],
    unknown: [
      { member: { birthDate: null } },
      "Not known: the member's birth date. Peer support is for individuals aged 16 and older.",
      {
        path: '/member/birthDate',
        question: 'When was the member born?',
        type: 'date',
        heldBy: 'front-desk',
      },
    ],
  },
  {
    rule: 'documentation/program-requirements',
    section: '6.5',
    denials: [likely('251', 'N237')],
    fails: [
      { documentation: { meetsProgramRequirements: false } },
      'The documentation is stated not to meet these requirements. The documentation must meet all other certification and, as applicable, MO HealthNet requirements.',
      ['/documentation/meetsProgramRequirements'],
    ],
    unknown: [
      { documentation: { meetsProgramRequirements: null } },
      'Not known: whether the documentation meets the certification and MO HealthNet requirements. The documentation must meet all other certification and, as applicable, MO HealthNet requirements.',
      {
        path: '/documentation/meetsProgramRequirements',
        question:
          'Does the documentation meet the certification and, as applicable, MO HealthNet requirements?',
        type: 'boolean',
        heldBy: 'supervisor',
      },
    ],
  },
];
