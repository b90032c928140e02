import { describe, expect, test } from 'vitest';
import { checkSession, checkSessions, type Finding, type RuleId } from '../../src/index.js';
import { caseFiles, dayAfterMonth, linesOfMonth, months, sessionOf, type Case } from '../support/cases.js';
import { besideCases, checkedClaim, checkedSessions } from '../support/side-by-side.js';

type Change = Case['change'];

function messageOf(base: string, rule: RuleId, change: Change): string | undefined {
  const { findings } = checkSession(sessionOf({ base, change }), { history: [] });
  return findings.find((one) => one.rule === rule)?.message;
}

/** The trainings of the complete session, the one on motivational interviewing in two halves, one without its paper. */
function halfDocumented(): Change {
  const { staff } = sessionOf({ base: 'mo-H2017HO', change: {} });
  const trainings = (staff?.trainings ?? []).flatMap((one) =>
    one.topic === 'motivational-interviewing'
      ? [
          { ...one, hours: 2 },
          { ...one, hours: 2, documented: false },
        ]
      : [one],
  );
  return { staff: { trainings } } as unknown as Change;
}

const scores = { cbclSyndromeT: 60, cbclDsmT: 60 };
const threeYears = { member: { birthDate: '2020-01-02' } };
const cbcl =
  'The member was 3 years old on 2023-05-08, the date of the assessment. The highest Child Behavior Check List T score on a syndrome scale is 60, and must be at least 65. The highest Child Behavior Check List T score on a DSM-oriented scale is 60, and must be at least 65.';
const noCredential =
  'On 2023-02-07 the rendering staff member has no credential as a paraprofessional (MT-PARAPROFESSIONAL), peer support specialist (MT-CBHPSS) or licensed mental health professional (MT-LMHP). If the license is one of a licensed mental health professional, state MT-LMHP.';

/** What people did not understand, and what they are told. */
describe('the branch that failed is said, with the facts that conflict', () => {
  test.each<[title: string, base: string, RuleId, Change, starts: string]>([
    [
      'CBCL too low at 3',
      'sc-prs-child',
      'necessity/child-admission-i',
      { ...threeYears, assessment: { scores: { ...scores, calocusComposite: null } } },
      cbcl,
    ],
    [
      'CBCL too low at 3, with a CALOCUS that does not count',
      'sc-prs-child',
      'necessity/child-admission-i',
      { ...threeYears, assessment: { scores } },
      cbcl.replace(
        '. The highest',
        '. The CALOCUS composite score is 18, which counts only from 6 years on. The highest',
      ),
    ],
    [
      'a Z-code at 7',
      'sc-prs-child',
      'necessity/child-admission-b',
      { member: { birthDate: '2016-06-06' }, assessment: { conditions: ['Z-CODE'] } },
      'The member was 7 years old on 2023-06-06. The conditions found in the assessment include an applicable Z-code (Z-CODE), which counts only under 7 years. The conditions found in the assessment include neither serious emotional disturbance (SED) nor substance use disorder (SUD).',
    ],
    [
      'SED on the 18th birthday',
      'sc-prs-child',
      'necessity/child-admission-b',
      { member: { birthDate: '2005-06-06' } },
      'The member was 18 years old on 2023-06-06. The conditions found in the assessment include serious emotional disturbance (SED), which counts only under 18 years. The conditions found in the assessment include neither serious and persistent mental illness (SPMI) nor substance use disorder (SUD).',
    ],
    [
      'a license of another list',
      'mt-imr',
      'staff/qualification',
      { staff: { credentials: [{ code: 'MO-LCSW' }] } },
      noCredential,
    ],
    [
      'a license in a word on no list',
      'mt-imr',
      'staff/qualification',
      { staff: { credentials: [{ code: 'MT LMPH' }] } },
      "Not known: what a word among the rendering staff member's credentials means. The service",
    ],
    [
      'assessed after the session',
      'sc-prs-adult',
      'necessity/adult-admission-a',
      { assessment: { date: '2023-06-07' } },
      'The date of the assessment is 2023-06-07, after the session of 2023-06-06.',
    ],
    [
      'a note without one item',
      'mo-H2017HO',
      'documentation/progress-note',
      { documentation: { progressNote: { timeSpent: false } } },
      'The progress note does not give the time spent. Services',
    ],
    [
      'a plan that begins later',
      'mt-imr',
      'member/choice',
      { plan: { from: '2023-02-08' } },
      'The plan begins on 2023-02-08, after the session. The most',
    ],
    [
      'two of four needs',
      'sc-prs-adult',
      'necessity/adult-admission-e',
      {
        assessment: {
          needs: {
            belowExpectedFunctioning: true,
            atRisk: true,
            repeatedInterventions: false,
            impairedDangerRecognition: false,
          },
        },
      },
      '2 of 4 needs are met (functioning below what is expected at that age; risk of hospitalization, homelessness or isolation); 3 are required. Not met: behaviors that need repeated interventions; impaired recognition of dangers, or significantly inappropriate social behavior.',
    ],
    [
      'one of four areas',
      'sc-prs-child',
      'necessity/child-admission-c',
      { assessment: { impairments: { schoolOrWork: 'mild' } } },
      '1 of 4 areas is moderately or severely impaired (daily living); 2 are required. Not moderately or severely impaired: personal relationships; school or work; recreation.',
    ],
    [
      'a diagnosis of no class',
      'sc-prs-adult',
      'necessity/adult-admission-a',
      { assessment: { diagnoses: ['F43.10'], conditions: ['SPMI'] } },
      'F43.10 is in none of the classes bipolar disorder, major depression, psychotic disorder and substance use disorder. An independent LPHA must have diagnosed an SPMI that is bipolar disorder',
    ],
    [
      'a review that may be of continued service',
      'sc-prs-adult',
      'necessity/adult-continued-b',
      { assessment: 'none' },
      'Not known: the kind of review. If the kind of review is continued service, this is not met. There is no assessment.',
    ],
    [
      'a weekly note of a proposed session',
      'mo-H2017TG',
      'documentation/weekly-note',
      { phase: 'proposed', documentation: { weeklyNote: 'none' } },
      "There is no weekly note. A weekly progress note must sum up the services, the member's response and other pertinent information. It is due when the week ends on 2024-03-16.",
    ],
    [
      'a group too large for its staff',
      'mo-H2017HOHQ',
      'session/group-size',
      { group: { participants: 25, staff: 3 } },
      '25 people for 3 qualified staff members. The limit is 8 for one; even at 8 for each, 24.',
    ],
    [
      'a group of which the text does not say',
      'mo-H2017HOHQ',
      'session/group-size',
      { group: { participants: 9, staff: 2 } },
      '9 people for 2 qualified staff members. The text sets 8 for one and does not say whether 2 may have 16; ask your payer.',
    ],
    [
      'half of a training without its paper',
      'mo-H2017HO',
      'staff/training-documented',
      halfDocumented(),
      'Not documented: motivational interviewing, 2 of 4 hours in the personnel file. Training must be documented in the personnel file, and so must what a waiver or an exception rests on. It was due by 2023-07-16.',
    ],
    [
      'a clubhouse without its report',
      'mo-H2017TG',
      'agency/approval',
      {
        agency: {
          credentials: [
            { code: 'ICCD-CERTIFICATION', from: '2020-01-01' },
            { code: 'ICCD-COMMUNITY-INTEGRATION-DESCRIPTION', from: '2020-01-01' },
          ],
        },
      },
      'The agency has no approval to use the code (MO-PSR-IMR-APPROVAL). As an ICCD clubhouse it lacks the report of its certification (ICCD-CERTIFICATION-REPORT). The code',
    ],
  ])('%s', (_title, base, rule, change, starts) => {
    const message = messageOf(base, rule, change);
    expect(message?.slice(0, starts.length)).toBe(starts);
  });
});

/** A finding with the session that it is of. */
interface Said {
  readonly where: string;
  readonly finding: Finding;
  readonly value: unknown;
}

function* everythingSaid(): Generator<Said> {
  for (const [file, cases] of caseFiles()) {
    for (const { name, options, ...rest } of cases) {
      const value = sessionOf(rest);
      for (const finding of checkSession(value, options).findings)
        yield { where: `${file}: ${name}`, finding, value };
    }
  }
  for (const file of besideCases) {
    for (const one of file.cases) {
      const where = `${file.rule}: ${one.name}`;
      const results =
        'sessions' in one
          ? checkedSessions('base' in file ? file.base : '', one)
          : [checkedClaim('line' in file ? file.line : {}, one)].flatMap((claim) => [claim, ...claim.lines]);
      for (const { findings } of results)
        for (const finding of findings) yield { where, finding, value: one };
    }
  }
  for (const month of months) {
    const lines = linesOfMonth(month);
    const { results } = checkSessions(lines, { history: [], asOf: dayAfterMonth(month) });
    for (const [index, result] of results.entries()) {
      const where = `${month}: line ${String(index + 1)}`;
      if ('findings' in result)
        for (const finding of result.findings) yield { where, finding, value: lines[index] };
    }
  }
}

/** What a person keeps to themselves: keys, birth dates, and words on no list. */
function ownWordsOf(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return ['id', 'birthDate'].includes(key) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([of, one]) => ownWordsOf(one, of));
}

const all = [...everythingSaid()];

function failing(isWrong: (said: Said) => boolean): string[] {
  return all.filter(isWrong).map(({ where, finding }) => `${where}: ${finding.message}`);
}

describe('every message of every case', () => {
  test('there are many', () => {
    expect(all.length).toBeGreaterThan(1000);
  });

  test.each<[title: string, wrong: RegExp]>([
    ['never says what is not so in brackets', /not so/],
    ['never says that one of several is so, and which in its reasons', /\b(?:or|Namely)\b[^.(]*: the /],
    ['is whole sentences', /^[^A-Z\d]|[^.?!]$|\.\.|\s{2}|[{}]/],
    ['writes money with its sign', /(?<![$\d.])\b\d+\.\d\d(?![\d.])\b/],
    [
      'points at nothing that comes later',
      /no such|\bneither credential|one of these\b|held (?:only )?(?:from|through)|is stated not|\bthese (?:requirements|needs|programs|licenses)/,
    ],
    ['holds no value of a program', /undefined|null|NaN|\[object|'none'/],
  ])('%s', (_title, wrong) => {
    expect(failing(({ finding }) => wrong.test(finding.message))).toEqual([]);
  });

  test('has codes of ours after their words', () => {
    const bare = (message: string) =>
      [...message.matchAll(/\b(?:MO|MT|ICCD)-[A-Z][A-Z-]+/g)].some(
        ([code], place, codes) =>
          codes.findIndex(([before]) => before === code) === place &&
          !new RegExp(`\\([^)]*${code}\\b`).test(message),
      );
    expect(failing(({ finding }) => bare(finding.message))).toEqual([]);
  });

  test('holds no key, no birth date and no name', () => {
    // Who is born on the day of the session is born on a day that is said.
    const dates = ['2024-03-12', '2017-05-16'];
    const leaks = ({ finding: { message, missing }, value }: Said) =>
      ownWordsOf(value)
        .filter((word) => !dates.includes(word))
        .some((word) =>
          [message, ...missing.map(({ question }) => question)].some((text) =>
            new RegExp(`(?<![\\w-])${word.replace(/[^\w-]/g, '\\$&')}(?![\\w-])`).test(text),
          ),
        );
    expect(failing(leaks)).toEqual([]);
  });

  test('names the age that decides', () => {
    const isOtherAge = ({ finding: { data, message, outcome } }: Said) => {
      const age = 'age' in data && outcome === 'fail' ? data['age'] : undefined;
      if (typeof age !== 'number' || message.startsWith('There is no')) return false;
      const words = age < 0 ? 'not yet born' : `${String(age)} ${age === 1 ? 'year' : 'years'} old`;
      return !message.includes(words) && !message.includes('18 months old');
    };
    expect(failing(isOtherAge)).toEqual([]);
  });
});
