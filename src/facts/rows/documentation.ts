import { flag, group, type FactRow } from './row.js';

/** Whether a paper has an item. */
function item(
  paper: string,
  [has, hasNot]: readonly [has: string, hasNot: string],
  question: readonly [given: string, proposed: string],
  parts?: readonly string[],
): FactRow {
  return flag(
    'clinician',
    [`the ${paper} ${has}`, `the ${paper} ${hasNot}`],
    question,
    parts === undefined ? {} : { parts },
  );
}

/** `verb` and `content` complete the question "Does the progress note …?". */
function noteItem(verb: string, content: string, parts?: readonly string[]): FactRow {
  return item(
    'progress note',
    [`${verb}s ${content}`, `does not ${verb} ${parts === undefined ? '' : 'both '}${content}`],
    [`Does the progress note ${verb} ${content}?`, `Will the progress note ${verb} ${content}?`],
    parts,
  );
}

const attendanceLog = group(
  {
    name: 'AttendanceLog',
    says: 'The attendance log that a program keeps.',
    more: "Missouri's H2017TG asks for it.",
    none: { article: 'an', noun: 'attendance log', asks: 'actualTimes' },
  },
  {
    actualTimes: item(
      'attendance log',
      ['has actual times', 'has no actual times'],
      [
        'Does the attendance log show the actual times of attendance?',
        'Will the attendance log show the actual times of attendance?',
      ],
    ),
    activityDescribed: item(
      'attendance log',
      ['describes the activity', 'does not describe the activity'],
      [
        'Does the attendance log describe the activity or session attended?',
        'Will the attendance log describe the activity or session attended?',
      ],
    ),
    distinguishesPsrTypes: item(
      'attendance log',
      ['tells PSR-IMR from regular PSR', 'does not tell PSR-IMR from regular PSR'],
      [
        'Does the attendance log tell PSR-IMR from regular PSR?',
        'Will the attendance log tell PSR-IMR from regular PSR?',
      ],
    ),
    availableForAudit: flag(
      'agency',
      ['the attendance log is available for audit', 'the attendance log is not available for audit'],
      [
        'Is the attendance log available for audit and monitoring?',
        'Will the attendance log be available for audit and monitoring?',
      ],
      { parts: ['The attendance log is available for audit.', 'It is available for monitoring.'] },
    ),
  },
);

const weeklyNote = group(
  {
    name: 'WeeklyNote',
    says: 'The progress note of a week.',
    more: "Missouri's H2017TG asks for it.",
    none: { article: 'a', noun: 'weekly note', asks: 'summarizesServices' },
  },
  {
    summarizesServices: item(
      'weekly note',
      ['sums up the services', 'does not sum up the services'],
      [
        'Does the weekly note sum up the services rendered?',
        'Will the weekly note sum up the services rendered?',
      ],
    ),
    clientResponse: item(
      'weekly note',
      ["gives the member's response", "does not give the member's response"],
      [
        "Does the weekly note give the member's response to the services?",
        "Will the weekly note give the member's response to the services?",
      ],
    ),
    otherPertinentInformation: item(
      'weekly note',
      ['gives other pertinent information', 'leaves out other pertinent information'],
      [
        'Does the weekly note give all other pertinent information, as far as there is any?',
        'Will the weekly note give all other pertinent information, as far as there is any?',
      ],
    ),
    coversBothPsrTypes: flag(
      'clinician',
      ['the weekly note covers both PSR types', 'the weekly note does not cover both PSR types'],
      [
        'Is there one weekly note that addresses PSR-IMR and regular PSR, or a note for each?',
        'Will there be one weekly note that addresses PSR-IMR and regular PSR, or a note for each?',
      ],
    ),
  },
);

const progressNote = group(
  {
    name: 'ProgressNote',
    says: 'The progress note of the session.',
    more: "Missouri's professional psychosocial rehabilitation asks for it.",
    none: { article: 'a', noun: 'progress note', asks: 'serviceDescribed' },
  },
  {
    serviceDescribed: noteItem('describe', 'the service'),
    dateAndActualTime: noteItem('give', 'the date and the actual time', [
      'The progress note gives the date.',
      'It gives the actual time.',
    ]),
    renderingStaff: noteItem('name', 'who rendered the service'),
    setting: noteItem('give', 'the setting'),
    timeSpent: noteItem('give', 'the time spent'),
    relationToPlan: noteItem('relate', 'the service to the plan'),
    clientResponse: noteItem('give', "the member's response"),
  },
);

export const documentation = group(
  {
    name: 'Documentation',
    says: 'What the record holds about the session.',
    more: 'A proposed session owes none of it yet.',
  },
  {
    attendanceLog,
    weeklyNote,
    progressNote,
    medicalNecessityInFile: flag(
      'clinician',
      ["the member's file shows medical necessity", "the member's file does not show medical necessity"],
      [
        "Does the member's file show that the medical necessity criteria are met?",
        "Will the member's file show that the medical necessity criteria are met?",
      ],
    ),
    meetsProgramRequirements: flag(
      'supervisor',
      [
        'the documentation meets the certification and MO HealthNet requirements',
        'the documentation does not meet the certification and MO HealthNet requirements',
      ],
      [
        'Does the documentation meet the certification and, as applicable, MO HealthNet requirements?',
        'Will the documentation meet the certification and, as applicable, MO HealthNet requirements?',
      ],
      {
        parts: [
          'The documentation meets the certification requirements.',
          'It meets the MO HealthNet requirements, as far as they apply.',
        ],
      },
    ),
  },
);
