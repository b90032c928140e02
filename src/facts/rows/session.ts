import { activities, formats, fundings, materials, phases } from './codes.js';
import { documentation } from './documentation.js';
import { agency, member, staff } from './people.js';
import { assessment, plan } from './plan-and-assessment.js';
import { fact, flag, group, type FactRow, type Rows } from './row.js';

export const funding = fact(
  { one: fundings },
  'billing',
  'who pays',
  'Is it billed to Medicaid or to Purchase of Service funds?',
  { means: 'Purchase of Service is money of the State.', leftOut: 'Medicaid.' },
);

export const dateOfService = fact(
  'civilDate',
  'clinician',
  'the date of service',
  ['On which day was the service given?', 'On which day will the service be given?'],
  { isRequired: true },
);

export const dateOfServiceThrough = fact(
  'civilDate',
  'billing',
  'the days of its units',
  'Which units are of which day, with a line for each?',
  {
    means: 'The last day of a line over several days, whose clock times are not read.',
    leftOut: 'The date of service.',
  },
);

export const times = {
  startTime: fact(
    'clockTime',
    'clinician',
    'the start time',
    ['At what time did the session start?', 'At what time will the session start?'],
    { means: 'By the clock at the place of service.' },
  ),
  endTime: fact(
    'endTime',
    'clinician',
    'the end time',
    ['At what time did the session end?', 'At what time will the session end?'],
    { means: 'By the clock at the place of service; 24:00 is the end of the day.' },
  ),
  minutes: fact(
    'quantity',
    'clinician',
    'the minutes spent',
    ['How many minutes were spent with the member?', 'How many minutes will be spent with the member?'],
    {
      means:
        'Stated where they are known apart from the clock: a break, a late arrival. On the night on which the clock goes back, state them: a time from 01:00 to 01:59 may be the first or the second one.',
      leftOut: 'The time by the clock.',
    },
  ),
};

/** What only the session itself tells: a claim line cannot carry it. */
export const sessionFacts: Rows = {
  phase: fact(
    { one: phases },
    'billing',
    'the phase',
    'Is the session proposed, delivered, cancelled or missed by the member?',
    {
      means:
        'A proposed session states what is planned. It owes no documentation yet: what is amiss there is due. One that was cancelled, or to which the member did not come, is not billed, and is compared with no other.',
      leftOut: 'Delivered, the stricter side.',
    },
  ),
  ...times,
  format: fact(
    { one: formats },
    'clinician',
    'the format',
    ['Was the session individual or in a group?', 'Will the session be individual or in a group?'],
    { leftOut: 'A group, where two people or more are stated; else not known.' },
  ),
  group: group(
    { says: 'The group meeting, where there was one.' },
    {
      id: fact(
        'key',
        'clinician',
        'the key of the group meeting',
        ['Which group meeting was it?', 'Which group meeting will it be?'],
        { means: 'Sessions of one group meeting share it.' },
      ),
      participants: fact(
        'headcount',
        'clinician',
        'the number of people in the group',
        [
          'How many people were present at one time, at most?',
          'How many people will be present at one time, at most?',
        ],
        {
          means: 'Whether they are billed or not; staff and visitors are not counted.',
          leftOut: 'One, where the session is individual; else not known.',
        },
      ),
      staff: fact('headcount', 'clinician', 'the number of qualified staff in the group', [
        'How many qualified staff were present throughout?',
        'How many qualified staff will be present throughout?',
      ]),
    },
  ),
  faceToFace: flag(
    'clinician',
    ['the session was face-to-face', 'the session was not face-to-face'],
    ['Was it face-to-face?', 'Will it be face-to-face?'],
  ),
  communitySetting: flag(
    'clinician',
    [
      'the setting was a supportive community environment',
      'the setting was not a supportive community environment',
    ],
    [
      'Was the session held in a supportive community environment?',
      'Will the session be held in a supportive community environment?',
    ],
  ),
  personCentered: flag(
    'clinician',
    [
      'the session was strengths-based and person-centered',
      'the session was not strengths-based and person-centered',
    ],
    [
      'Was the session individualized, person-centered and strengths-based, with a focus on recovery?',
      'Will the session be individualized, person-centered and strengths-based, with a focus on recovery?',
    ],
    {
      parts: [
        'The session is individualized.',
        'It is person-centered.',
        'It is strengths-based.',
        'It has a focus on recovery.',
      ],
    },
  ),
  skillsBased: flag(
    'clinician',
    ['the approach was skills-based', 'the approach was not skills-based'],
    ['Was a skills-based approach used?', 'Will a skills-based approach be used?'],
  ),
  addressesFunctionalDeficits: flag(
    'clinician',
    [
      'the session addressed problems and functional deficits',
      'the session did not address problems and functional deficits',
    ],
    [
      'Did the session address identified problems and functional deficits from a mental disorder?',
      'Will the session address identified problems and functional deficits from a mental disorder?',
    ],
    {
      parts: [
        'It addresses identified problems from a mental disorder.',
        'It addresses functional deficits from a mental disorder.',
      ],
    },
  ),
  activities: fact(
    { many: activities },
    'clinician',
    "the session's activities",
    ['What was done in the session?', 'What will be done in the session?'],
    { means: 'All of it.' },
  ),
  materials: fact({ many: materials }, 'clinician', 'the materials used', [
    'Which curricula and handouts were used?',
    'Which curricula and handouts will be used?',
  ]),
  relatedToNeeds: flag(
    'clinician',
    [
      "the session was related to the member's diagnostic and clinical needs",
      "the session was not related to the member's diagnostic and clinical needs",
    ],
    [
      "Was the session directly related to the member's diagnostic and clinical needs?",
      "Will the session be directly related to the member's diagnostic and clinical needs?",
    ],
    {
      parts: [
        "It is directly related to the member's diagnostic needs.",
        "It is directly related to the member's clinical needs.",
      ],
    },
  ),
  regularPsrSameWeek: flag(
    'billing',
    ['regular PSR is billed in the same week', 'no regular PSR is billed in the same week'],
    [
      'Is regular psychosocial rehabilitation also billed for the member in the same week?',
      'Will regular psychosocial rehabilitation also be billed for the member in the same week?',
    ],
    { good: false },
  ),
  billedInBundle: flag(
    'billing',
    ['the service is billed in a bundle', 'the service is not billed in a bundle'],
    [
      'Is the session billed inside the payment of another, bundled service?',
      'Will the session be billed inside the payment of another, bundled service?',
    ],
    { good: false },
  ),
  documentation,
};

export const session = group(
  {
    name: 'Session',
    says: "One person's session of one service, proposed or delivered.",
    more: `Only \`service\` and \`dateOfService\` must be stated. A fact left out, or null, is not known and is never read as false, zero or none; a list that is given is complete; \`'none'\` in place of an object says that there is no such thing. Each fact, and the few whose silence has a meaning: \`docs/input.md\`.`,
    example: [
      'const session: Session = {',
      "  service: 'mo/peer-support',",
      "  dateOfService: '2025-03-03',",
      "  startTime: '09:00',",
      "  endTime: '11:00',",
      '  units: 8,',
      "  member: { birthDate: '1990-08-09', programs: [{ code: 'MO-CSTAR-GENERAL', from: '2024-01-10' }] },",
      "  plan: 'none',",
      '};',
      'parseSession(session).ok; // true',
    ],
  },
  {
    id: fact('text', 'billing', "the session's own key", 'Under which key is the session kept?', {
      means: "The caller's own key: given back in the result, never read and never put in a message.",
    }),
    service: fact('serviceId', 'billing', 'the service', 'Which service is it?', {
      means: 'The id of a definition, such as "mo/peer-support".',
      isRequired: true,
    }),
    funding,
    dateOfService,
    units: fact('quantity', 'billing', 'the units', 'How many units are to be billed?', {
      means: 'Any number of zero or more is accepted; whether it is whole is for a rule to judge.',
      leftOut: 'The units that the time supports.',
    }),
    charge: fact('money', 'billing', 'the charge', 'What is the charge for all units of the session?', {
      leftOut: 'No charge is judged.',
    }),
    ...sessionFacts,
    member,
    staff,
    agency,
    plan,
    assessment,
  },
);

/** What is no part of a session: the use of units so far. */
export const history: FactRow = {
  ...fact(
    'text',
    'billing',
    'the units already billed',
    'Which units of this service have already been billed for the member?',
    { means: 'What was denied or voided is not part of it.' },
  ),
  type: 'prior-uses',
};
