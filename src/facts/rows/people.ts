import {
  agencyCredentials,
  careTeamRoles,
  determinations,
  ownerships,
  programs,
  staffCredentials,
  trainingTopics,
} from './codes.js';
import { fact, flag, group, trainings, UNLISTED, type FactRow, type Rows } from './row.js';

export const member = group(
  {
    name: 'Member',
    says: 'The person who receives the service.',
    more: "`id` is the agency's own key: it joins the sessions of a batch, and is never put in a message. Ages are told from `birthDate`.",
  },
  {
    id: fact('key', 'front-desk', "the member's key", 'Which member is it?'),
    birthDate: fact('civilDate', 'front-desk', "the member's birth date", 'When was the member born?'),
    programs: fact(
      { held: programs, noun: 'program', who: 'the member', state: 'enrolled in this program' },
      'front-desk',
      "the member's programs",
      [
        'In which programs is the member enrolled, from when through when?',
        'In which programs will the member be enrolled, from when through when?',
      ],
    ),
    determinations: fact(
      {
        held: determinations,
        noun: 'clinical determination',
        who: 'this determination',
        state: 'established',
      },
      'clinician',
      "the member's clinical determinations",
      'Which clinical standings are established for the member, from when through when?',
    ),
    careTeamRoles: fact(
      { many: careTeamRoles },
      'supervisor',
      'the roles of the staff assigned to the member',
      'Which roles do all staff assigned to the member have?',
      { means: 'The role of the rendering staff member is one of them.' },
    ),
  },
);

function topic(label: string): FactRow {
  return fact({ open: trainingTopics }, 'personnel', label, 'On which topic is it?', {
    means: UNLISTED,
    isRequired: true,
  });
}

/** A training of the staff member, or of the supervisor. */
function trainingFacts(whose: string, question: string): Rows {
  return {
    topic: topic('the topic of a training'),
    completedOn: fact('civilDate', 'personnel', whose, question),
    hours: fact('quantity', 'personnel', 'the hours of a training', 'How many hours did this training have?'),
    documented: flag(
      'personnel',
      ['a training is documented', 'a training is not documented'],
      'Is this training documented in the personnel file?',
    ),
  };
}

const ofTraining = {
  name: 'Training',
  says: 'A training that a person has completed. Hours of one topic add up over its trainings.',
} as const;

const supervisor = group(
  {
    name: 'Supervisor',
    says: 'The supervisor of the rendering staff member.',
    none: { article: 'a', noun: 'supervisor', asks: 'credentials' },
  },
  {
    id: fact('text', 'personnel', "the supervisor's key", 'Who is the supervisor?'),
    credentials: fact(
      { held: staffCredentials, noun: 'credential of the supervisor', who: 'this credential', state: 'held' },
      'personnel',
      "the supervisor's credentials",
      [
        "Which credentials does the rendering staff member's supervisor hold, from when through when?",
        "Which credentials will the rendering staff member's supervisor hold, from when through when?",
      ],
    ),
    clinical: flag(
      'supervisor',
      ['the supervision is clinical', 'the supervision is not clinical'],
      [
        'Does the supervisor give clinical supervision within the licensed mental health center?',
        'Will the supervisor give clinical supervision within the licensed mental health center?',
      ],
      {
        parts: [
          'The supervisor gives clinical supervision.',
          'The supervision is given within the licensed mental health center.',
        ],
      },
    ),
    trainings: trainings(
      'personnel',
      "the supervisor's trainings",
      [
        'Which trainings has the supervisor completed, and when?',
        'Which trainings will the supervisor have completed by that day, and when?',
      ],
      {
        ...ofTraining,
        facts: trainingFacts(
          "the date of the supervisor's training",
          'When did the supervisor complete this training?',
        ),
      },
    ),
  },
);

export const staff = group(
  {
    name: 'Staff',
    says: 'The person who renders the service.',
    more: "The rendering provider of the claim. `id` is the agency's own key: it joins the sessions of a batch, and is never put in a message.",
  },
  {
    id: fact('key', 'billing', 'who rendered the service', [
      'Who rendered the service?',
      'Who will render the service?',
    ]),
    credentials: fact(
      {
        held: staffCredentials,
        noun: 'credential of the rendering staff member',
        who: 'this credential',
        state: 'held',
      },
      'personnel',
      "the rendering staff member's credentials",
      [
        'Which licenses, certifications and approvals does the rendering staff member hold, from when through when?',
        'Which licenses, certifications and approvals will the rendering staff member hold, from when through when?',
      ],
    ),
    specializedMentalHealthTraining: flag(
      'personnel',
      [
        'the rendering staff member has specialized mental health training',
        'the rendering staff member has no specialized mental health training',
      ],
      'Does the rendering staff member have specialized training in mental health services?',
    ),
    supervisor,
    firstServiceDate: fact(
      'civilDate',
      'personnel',
      'the first day on which the rendering staff member gave professional PSR',
      'On which day did the rendering staff member first give professional psychosocial rehabilitation?',
    ),
    hireDate: fact(
      'civilDate',
      'personnel',
      "the rendering staff member's hire date",
      'When was the rendering staff member hired?',
    ),
    trainings: trainings(
      'personnel',
      "the rendering staff member's trainings",
      [
        'Which trainings has the rendering staff member completed, when, and for how many hours?',
        'Which trainings will the rendering staff member have completed by that day, when, and for how many hours?',
      ],
      {
        ...ofTraining,
        facts: trainingFacts(
          'the date of a training',
          'When did the rendering staff member complete this training?',
        ),
      },
      { means: 'Hours of one topic add up over its trainings.' },
    ),
    trainingWaivers: trainings(
      'personnel',
      'the training waivers',
      'Which topics are waived because of earlier training?',
      {
        facts: {
          topic: topic('the topic of a waiver'),
          documented: flag(
            'personnel',
            ['the training behind a waiver is documented', 'the training behind a waiver is not documented'],
            'Is the earlier training behind this waiver documented in the personnel record?',
          ),
        },
      },
      { leftOut: 'None. They are for the agency to assert.' },
    ),
    trainingExceptions: trainings(
      'personnel',
      'the training exceptions',
      'Which topics has the department excepted for the rendering staff member?',
      {
        facts: {
          topic: topic('the topic of an exception'),
          approvedOn: fact(
            'civilDate',
            'personnel',
            'the date on which a training exception was approved',
            'When did the department approve this exception?',
          ),
        },
      },
      {
        means:
          'At the request of the agency, for a staff member who specializes and does not need the topic.',
        leftOut: 'None. They are for the agency to assert.',
      },
    ),
    treatmentTeamMember: flag(
      'supervisor',
      [
        "the rendering staff member works in the member's treatment team",
        "the rendering staff member does not work in the member's treatment team",
      ],
      "Does the rendering staff member work as part of the member's treatment team?",
    ),
    attendsTeamMeetings: flag(
      'supervisor',
      [
        'the rendering staff member takes part in staff meetings',
        'the rendering staff member takes no part in staff meetings',
      ],
      'Does the rendering staff member take part in staff meetings about the people served?',
    ),
    replacesTreatmentStaff: flag(
      'supervisor',
      [
        'the rendering staff member stands in for the community support specialist or the therapist',
        'the rendering staff member stands in for neither the community support specialist nor the therapist',
      ],
      [
        'Does the rendering staff member stand in for the community support specialist or the therapist?',
        'Will the rendering staff member stand in for the community support specialist or the therapist?',
      ],
      { good: false },
    ),
  },
);

export const agency = group(
  {
    name: 'Agency',
    says: 'The agency that bills.',
    more: 'The billing provider of the claim. `credentials` also has what it submitted to the State.',
  },
  {
    id: fact('text', 'billing', "the agency's key", 'Which agency bills?'),
    credentials: fact(
      { held: agencyCredentials, noun: 'credential of the agency', who: 'this credential', state: 'held' },
      'agency',
      "the agency's certifications and approvals",
      [
        'Which certifications, licenses and approvals does the agency hold, from when through when?',
        'Which certifications, licenses and approvals will the agency hold, from when through when?',
      ],
      { means: 'What it submitted to the State counts too.' },
    ),
    billsRegularPsr: flag(
      'billing',
      ['the agency bills regular PSR', 'the agency bills no regular PSR'],
      'Does the agency also bill regular psychosocial rehabilitation, for anyone?',
      { good: false },
    ),
    ownership: fact(
      { one: ownerships },
      'agency',
      'the ownership of the agency',
      'Is the agency private or public?',
    ),
  },
);
