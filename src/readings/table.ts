import type { FactPath } from '../facts/generated/types.js';

/** Where a document leaves something open: the question and our choice, and by what a caller chooses otherwise. */
export interface NamedReading {
  readonly question: string;
  /** What we choose. */
  readonly choice: string;
  /** The choice is the wider one; as a rule it is the narrower. */
  readonly wide?: true;
  /** Facts whose meaning rests on it, whichever clause asks for them. */
  readonly facts?: readonly FactPath[];
  /** The option of `readings` that changes it. */
  readonly setting?: ChoiceSetting | ListsSetting | NamesSetting;
  /** What an entry of `codes` may state in its place. */
  readonly codes?: string;
}

/** One of some choices. */
export interface ChoiceSetting {
  readonly option: string;
  readonly default: string | number;
  /** By choice, what it means. */
  readonly choices: Readonly<Record<string, string>>;
}

/** A list of code prefixes for each of some names. */
export interface ListsSetting {
  readonly option: string;
  readonly default: Readonly<Record<string, readonly string[]>>;
  /** What stands in the lists. */
  readonly lists: string;
}

const substances = ['F10', 'F11', 'F12', 'F13', 'F14', 'F15', 'F16', 'F18', 'F19'];

/** Some of a list of names, at least one. */
export interface NamesSetting {
  readonly option: string;
  readonly default: readonly string[];
  /** What the names are of. */
  readonly names: string;
}

/** Every reading, in the order in which they are shown. What runs of it is in `generated.ts`. */
export const readingTable = {
  rounding: {
    question: 'How do minutes become units?',
    choice: 'Whole units, rounded down, session by session.',
    setting: {
      option: 'rounding',
      default: 'floor',
      choices: { floor: 'whole units only', midpoint: 'a unit counts from its 8th minute' },
    },
  },
  'day-total': {
    question: 'Are the minutes of a day added up before they become units?',
    choice:
      'Under `rounding: midpoint`, sessions of a day that claim more units than their minutes together make are a warning.',
    setting: {
      option: 'dayTotal',
      default: 'warn',
      choices: {
        warn: 'more units than the minutes of the day make are a warning',
        error: 'they are an error',
        off: 'the minutes of a day are not added up',
      },
    },
  },
  'group-ratio': {
    question: 'Does a second qualified staff member allow eight people more?',
    choice:
      'Up to 8 people pass; more, up to 8 for each qualified staff member, is a warning; above that an error.',
    setting: {
      option: 'groupRatio',
      default: 'warn',
      choices: {
        warn: 'up to 8 for each staff member are a warning',
        ratio: '8 for each staff member pass',
        flat: 'more than 8 is an error',
      },
    },
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
    wide: true,
  },
  week: {
    question: 'Which week does a weekly note cover, and from when is it owed?',
    choice:
      'Sunday to Saturday; owed once the day of the check is past the last day, and where no such day is stated.',
    setting: {
      option: 'weekStartsOn',
      default: 0,
      choices: {
        0: 'Sunday',
        1: 'Monday',
        2: 'Tuesday',
        3: 'Wednesday',
        4: 'Thursday',
        5: 'Friday',
        6: 'Saturday',
      },
    },
  },
  'training-deadline': {
    question: 'Six months from when, and what in a month that is shorter?',
    choice:
      'From the first service, or from the date of service where that is earlier, to the same day six calendar months later or the last of that month, that day included.',
    wide: true,
    setting: {
      option: 'trainingFrom',
      default: 'first-service',
      choices: { 'first-service': 'from the first service', hire: 'from the day of hire' },
    },
  },
  'late-training': {
    question: 'Does a topic finished after its due date count?',
    choice: 'For services from its completion on, since the text sets a date and no penalty.',
    wide: true,
  },
  'initial-training': {
    question: 'By when is initial training done, and do waivers and exceptions reach it?',
    choice: 'On or before every date of service; they do, since the text speaks of any area.',
  },
  'adult-program': {
    question: 'The documents name adult programs and no age: is a member under 18 outside?',
    choice: 'An error at under 18.',
    setting: {
      option: 'adultProgram',
      default: 'error',
      choices: {
        error: 'a member under 18 is an error',
        warn: 'a member under 18 is a warning',
        off: 'the age is not judged',
      },
    },
  },
  'letter-date': {
    question: 'From when is a letter or sheet in force that has a date and no effective date?',
    choice: "From its date; for H2017TG the agency's approval governs from then on.",
  },
  'purchase-rate': {
    question: 'The letter gives no Purchase of Service rate for H2017G.',
    choice: 'The provider pay rate, as the sheet of professional PSR has it.',
    codes: 'a rate',
  },
  deeming: {
    question: 'Does ICCD certification stand in place of an approved proposal?',
    choice: 'Yes: that is what deeming is for.',
    wide: true,
  },
  'unnamed-code': {
    question: 'Under which code are peer support and Montana IMR billed?',
    choice: 'None is assumed.',
    codes: 'funding, procedure code, modifiers, unit and rate for a service',
  },
  'extra-modifiers': {
    question: 'What of a modifier that no definition mentions, beside the right ones?',
    choice:
      '93, 95, GT, GQ, FQ and FR say how a service was given: the line is of the definition whose modifiers it has, with a warning, as every payer knows them. Any other is a warning where the line states its service, else not known.',
    wide: true,
  },
  'leap-birthday': {
    question: 'When does someone reach an age in a month or year that lacks the birth day?',
    choice: 'On the 1st of the next month.',
    setting: {
      option: 'leapBirthday',
      default: 'mar-1',
      choices: { 'mar-1': 'the 1st of the next month', 'feb-28': 'the last day of the month' },
    },
  },
  'renamed-credentials': {
    question: 'Do the credentials count that Missouri put in place of those in the bulletin?',
    choice: 'MO-CPS from 2018-03-01, and MO-QAP as QSAP: they are the State’s own successors.',
    wide: true,
  },
  'open-start': {
    question: 'Since when is a code held whose first day is not stated?',
    choice: 'From ever: most lists of licenses have an end and no start.',
    setting: {
      option: 'openStart',
      default: 'held',
      choices: { held: 'it is held up to its last day', unknown: 'it is asked from which day on it is held' },
    },
    wide: true,
  },
  'qmhp-by-licence': {
    question: 'QMHP is a standing that a license may give: is a supervisor stated with such a license one?',
    choice:
      'Not known, and asked, where a license of a counselor or clinical social worker holds the day and no entry MO-QMHP is stated.',
    setting: {
      option: 'qmhpByLicence',
      default: 'ask',
      choices: { ask: 'it is asked', yes: 'the license gives it', no: 'it is stated or not held' },
    },
  },
  'format-by-size': {
    question: 'The format is not stated, and the number of people is: which format is it?',
    choice: 'Two or more are a group; one may be either.',
  },
  'clinical-supervision': {
    question: 'Does the supervision clause reach licensed professionals?',
    choice: 'No: by the grammar of the sentence, only paraprofessionals and peer specialists.',
    wide: true,
  },
  'supervisor-trained': {
    question: 'A licensed professional has a clinical supervisor all the same, who is not trained in IMR?',
    choice: 'A warning; whether the supervision is clinical, and its trainings, are not asked.',
  },
  'licensed-mhc': {
    question: '"A licensed MHC" may provide the service: any of its staff?',
    choice: 'No: the center bills, and the person is of a kind that is named.',
    setting: {
      option: 'licensedMhc',
      default: 'person',
      choices: { person: 'the kinds of person that are named', center: 'any staff of a licensed center' },
    },
  },
  materials: {
    question: 'Are both materials used in every session, or in the program?',
    choice: 'In every session.',
    setting: {
      option: 'materials',
      default: 'session',
      choices: { session: 'in every session', program: 'a lack in a session is a warning' },
    },
  },
  'current-plan': {
    question: 'When is a plan the current one?',
    choice:
      'When its dates hold the date of service; an end left out is open, a start left out is not known.',
    facts: ['plan.from'],
  },
  'plan-dates': {
    question: 'Goals of "their plan", of "the IPOC": of a plan of that day?',
    choice: 'Dates that are stated hold the date of service; those not stated are not asked.',
    facts: ['plan.from', 'plan.through'],
  },
  'undated-source': {
    question: 'From when is a text without a date in force?',
    choice: 'On every date: nothing else can be said.',
    wide: true,
  },
  'both-types': {
    question: '"If a provider is billing both": is the duty about the provider, or about this member’s week?',
    choice:
      'About both for the note, which a provider that bills no regular PSR does not owe; about the agency for the log.',
    wide: true,
  },
  'mixed-session': {
    question: 'What of skill building beside psychotherapy in one session?',
    choice: 'Psychotherapy or counseling in the session fails it; record two sessions.',
  },
  'two-age-axes': {
    question: 'The criteria split at 22, SPMI starts at 18, SED ends at 18: which age counts?',
    choice: 'Each condition by its own definition, on top of the age of the set of criteria.',
    setting: {
      option: 'sedUntil',
      default: 18,
      choices: { 18: 'an SED counts under 18', 22: 'an SED counts to the end of the set for children' },
    },
  },
  'criteria-age': {
    question: 'Which criteria apply, and the ages inside them: the age when?',
    choice: 'On the date of service.',
  },
  'score-age': { question: 'The assessment tool for an age: the age when?', choice: 'At the assessment.' },
  'ninety-days': {
    question: 'The last 90 days before what?',
    choice: 'Before the assessment, as the caller states.',
    facts: ['assessment.needs.interventionInLast90Days'],
  },
  'independent-lpha': {
    question: 'Independent of whom?',
    choice: 'Not affiliated with the provider, as the caller states.',
    facts: ['assessment.byIndependentLpha'],
  },
  'diagnosis-classes': {
    question: 'Which codes are the four classes of diagnosis that the text names?',
    choice:
      'ICD-10-CM: bipolar F30.1-F30.9 and F31; major depression F32.0-F32.5, F32.9 and F33; psychotic F20-F29; substance use F10-F16, F18 and F19 with 1 or 2 as fourth character, remission included.',
    facts: ['assessment.diagnoses'],
    setting: {
      option: 'diagnosisClasses',
      default: {
        bipolar: [...Array.from({ length: 9 }, (_, index) => `F30.${String(index + 1)}`), 'F31'],
        majorDepression: ['F32.0', 'F32.1', 'F32.2', 'F32.3', 'F32.4', 'F32.5', 'F32.9', 'F33'],
        psychotic: ['F20', 'F21', 'F22', 'F23', 'F24', 'F25', 'F26', 'F27', 'F28', 'F29'],
        substanceUse: substances.flatMap((substance) => [`${substance}.1`, `${substance}.2`]),
      },
      lists: 'beginnings of ICD-10-CM codes',
    },
  },
  'note-content': {
    question: 'What does the regulation demand of a note, which the sheet cites and does not print?',
    choice: 'The seven items of `progressNote`, which are ours.',
    setting: {
      option: 'noteItems',
      default: [
        'serviceDescribed',
        'dateAndActualTime',
        'renderingStaff',
        'setting',
        'timeSpent',
        'relationToPlan',
        'clientResponse',
      ],
      names: 'items of `progressNote`',
    },
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
