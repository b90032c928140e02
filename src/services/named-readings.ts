/** Where a document leaves something open: the question, our choice, and the setting that changes it. */
export interface NamedReading {
  readonly question: string;
  readonly choice: string;
  /** The key of `readings` by which a caller chooses otherwise. */
  readonly setting?: string;
}

export const namedReadings = {
  rounding: {
    question: 'How do minutes become units?',
    choice: 'Whole units, rounded down, session by session.',
    setting: "rounding: 'floor' or 'midpoint' (a unit counts from its 8th minute)",
  },
  'group-ratio': {
    question: 'Does a second qualified staff member allow eight people more?',
    choice:
      'Up to 8 people pass; more, up to 8 for each qualified staff member, is a warning; above that an error.',
    setting: "groupRatio: 'warn', 'ratio' (8 for each staff member pass) or 'flat' (more than 8 is an error)",
  },
  'group-of-one': {
    question: 'Is one person a group?',
    choice: 'Not for H2017HOHQ; for H2017TG one code serves both formats.',
  },
  'core-components': {
    question: 'Must a session have one of the core components, or all?',
    choice: 'One.',
  },
  'key-function': {
    question: 'Must a session have a key service function, or does one of the five supportive activities do?',
    choice:
      'One of the seven functions; one of the five activities alone is a warning, since the bulletin lists them.',
  },
  week: {
    question: 'Which week does a weekly note cover, and from when is it owed?',
    choice:
      'Sunday to Saturday; owed once the day of the check is past the last day, and where no such day is stated.',
    setting: 'weekStartsOn: 0 (Sunday) to 6',
  },
  'training-deadline': {
    question: 'Six months from when, and what in a month that is shorter?',
    choice:
      'From the first service, to the same day six calendar months later or the last of that month, that day included.',
  },
  'late-training': {
    question: 'Does a topic finished after its due date count?',
    choice: 'For services from its completion on, since the text sets a date and no penalty.',
  },
  'initial-training': {
    question: 'By when is initial training done, and do waivers and exceptions reach it?',
    choice: 'On or before every date of service; they do, since the text speaks of any area.',
  },
  'adult-program': {
    question: 'The documents name adult programs and no age: is a member under 18 outside?',
    choice: 'A warning at under 18.',
    setting: "adultProgram: 'warn' or 'off'",
  },
  'letter-date': {
    question: 'From when is a letter or sheet in force that has a date and no effective date?',
    choice: "From its date; for H2017TG the agency's approval governs from then on.",
  },
  'purchase-rate': {
    question: 'The letter gives no Purchase of Service rate for H2017G.',
    choice: 'The provider pay rate, as the sheet of professional PSR has it.',
    setting: 'a rate in `codes`',
  },
  deeming: {
    question: 'Does ICCD certification stand in place of an approved proposal?',
    choice: 'Yes: that is what deeming is for.',
  },
  'unnamed-code': {
    question: 'Under which code are peer support and Montana IMR billed?',
    choice: 'None is assumed.',
    setting: '`codes`: funding, procedure code, modifiers, unit and rate for a service',
  },
  'extra-modifiers': {
    question: 'What of a modifier that no definition mentions, beside the right ones?',
    choice: 'A warning where the line states its service, else not known.',
  },
  'leap-birthday': {
    question: 'When does someone reach an age in a month or year that lacks the birth day?',
    choice: 'On the 1st of the next month.',
    setting: "leapBirthday: 'mar-1' or 'feb-28'",
  },
  'renamed-credentials': {
    question: 'Do the credentials count that Missouri put in place of those in the bulletin?',
    choice: 'MO-CPS from 2018-03-01, and MO-QAP as QSAP: they are the State’s own successors.',
  },
  'clinical-supervision': {
    question: 'Does the supervision clause reach licensed professionals?',
    choice: 'No: by the grammar of the sentence, only paraprofessionals and peer specialists.',
  },
  'licensed-mhc': {
    question: '"A licensed MHC" may provide the service: any of its staff?',
    choice: 'No: the center bills, and the person is of a kind that is named.',
    setting: "licensedMhc: 'person' or 'center'",
  },
  materials: {
    question: 'Are both materials used in every session, or in the program?',
    choice: 'In every session.',
  },
  'current-plan': {
    question: 'When is a plan the current one?',
    choice:
      'When its dates hold the date of service; an end left out is open, a start left out is not known.',
  },
  'undated-source': {
    question: 'From when is a text without a date in force?',
    choice: 'On every date: nothing else can be said.',
  },
  'both-types': {
    question: '"If a provider is billing both": is the duty about the provider, or about this member’s week?',
    choice: 'About the week for the note, about the agency for the log.',
  },
  'mixed-session': {
    question: 'What of skill building beside psychotherapy in one session?',
    choice: 'Psychotherapy or counseling in the session fails it; record two sessions.',
  },
  'two-age-axes': {
    question: 'The criteria split at 22, SPMI starts at 18, SED ends at 18: which age counts?',
    choice: 'Each condition by its own definition, on top of the age of the set of criteria.',
  },
  'score-age': { question: 'The assessment tool for an age: the age when?', choice: 'At the assessment.' },
  'ninety-days': {
    question: 'The last 90 days before what?',
    choice: 'Before the assessment, as the caller states.',
  },
  'independent-lpha': {
    question: 'Independent of whom?',
    choice: 'Not affiliated with the provider, as the caller states.',
  },
  'diagnosis-classes': {
    question: 'Which codes are the four classes of diagnosis that the text names?',
    choice:
      'ICD-10-CM: bipolar F31; major depression F32.0-F32.5, F32.9 and F33; psychotic F20-F29; substance use F10-F16, F18 and F19 with 1 or 2 as fourth character, remission included.',
    setting: 'diagnosisClasses: code prefixes for each class',
  },
  'note-content': {
    question: 'What does the regulation demand of a note, which the sheet cites and does not print?',
    choice: 'The seven items of `progressNote`.',
  },
  'limit-scope': {
    question: 'A limit for a participant, seen from one agency?',
    choice: 'Judged on the units stated; other agencies’ units are not seen.',
  },
  'partial-excess': {
    question: 'Some units of a session fit a limit and some do not: is it billable?',
    choice: 'The session fails, and the finding states what remains and what is over.',
  },
  'limit-order': {
    question: 'Which sessions of a batch use a limit up?',
    choice:
      'In order of date of service, start time, id and content; those not billable use none, so that a smaller one after them may still fit.',
  },
} as const satisfies Record<string, NamedReading>;

/** A named reading: how a definition reads what its document leaves open. What each means: `docs/readings.md`. */
export type ReadingName = keyof typeof namedReadings;
