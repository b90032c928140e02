import { describe, expect, test } from 'vitest';
import { checkSession, prs, type Finding, type RuleId } from '../../src/index.js';
import { saidBy, type Change } from '../rules/support.js';
import { sessionOf } from '../support/cases.js';

type Base = 'sc-prs-adult' | 'sc-prs-child';

function said(base: Base, rule: RuleId, change: Change) {
  return saidBy(rule, checkSession(sessionOf({ base, change })));
}

function missingOf(base: Base, rule: RuleId, change: Change): string[] {
  const finding = said(base, rule, change) as Finding;
  return finding.missing.map(({ path }) => path);
}

const continued = { review: 'continued-service' };

describe('what would settle it: the birth date first, then the kind of review, then the facts of the criterion', () => {
  test.each<[title: string, Base, RuleId, Change, missing: string[]]>([
    [
      'nothing of the assessment is known',
      'sc-prs-adult',
      'necessity/adult-continued-e',
      { assessment: null },
      ['/assessment/review', '/assessment/outcomeRestored'],
    ],
    [
      'nor is the birth date',
      'sc-prs-adult',
      'necessity/adult-continued-e',
      { assessment: null, member: { birthDate: null } },
      ['/member/birthDate', '/assessment/review', '/assessment/outcomeRestored'],
    ],
    [
      'the review is known, and whether the level is restored is not',
      'sc-prs-adult',
      'necessity/adult-continued-e',
      { assessment: continued },
      ['/assessment/outcomeRestored'],
    ],
    [
      'no birth date, and a score that no tool has',
      'sc-prs-child',
      'necessity/child-admission-i',
      { member: { birthDate: null }, agency: { ownership: null }, assessment: { scores: null } },
      [
        '/member/birthDate',
        '/agency/ownership',
        '/assessment/scores/psiPercentile',
        '/assessment/scores/cbclSyndromeT',
        '/assessment/scores/cbclDsmT',
        '/assessment/scores/calocusComposite',
      ],
    ],
    [
      'no birth date, and the criterion is not met',
      'sc-prs-child',
      'necessity/child-admission-g',
      { member: { birthDate: null }, assessment: { recommendedByLpha: false } },
      ['/member/birthDate'],
    ],
  ])('%s: %s %s', (_title, base, rule, change, missing) => {
    expect(missingOf(base, rule, change)).toEqual(missing);
  });
});

describe('where it is not known whether a criterion is asked, the message says that it would fail', () => {
  test.each<[title: string, RuleId, Change, message: string]>([
    [
      'not recommended',
      'necessity/child-admission-g',
      { member: { birthDate: null }, assessment: { recommendedByLpha: false } },
      "Not known: the member's birth date. If the member is not yet 22 years on the date of service, this is not met. The assessment has no recommendation of the service by an LPHA within the scope of licensure. An LPHA must recommend the service within the scope of licensure.",
    ],
    [
      'no assessment, so no kind of review',
      'necessity/child-continued-a',
      { assessment: 'none' },
      'Not known: the kind of review. If the kind of review is continued service, this is not met. There is no assessment. The scope and intensity of services that the goals need must be received and documented.',
    ],
    [
      'a score too low, ownership not known',
      'necessity/child-admission-i',
      { agency: { ownership: null }, assessment: { scores: { calocusComposite: 16 } } },
      'Not known: the ownership of the agency. If the ownership of the agency is not public, this is not met. The member was 10 years old on 2023-05-08, the date of the assessment. The CALOCUS composite score is 16, and must be at least 17. The score on the assessment tool for the age must indicate need: PSI from the 81st percentile under 18 months, CBCL T scores from 65 under 6 years, CALOCUS from 17 after that.',
    ],
  ])('%s', (_title, rule, change, message) => {
    expect(said('sc-prs-child', rule, change)).toMatchObject({ outcome: 'unknown', message, denials: [] });
  });
});

test('with no assessment every criterion of the age says that there is none, as the payer may', () => {
  for (const age of ['adult', 'child'] as const) {
    const base = `sc-prs-${age}` as const;
    const ofAdmission = prs.criteria.filter(({ rule }) => rule.startsWith(`necessity/${age}-admission-`));
    const { findings } = checkSession(sessionOf({ base, change: { assessment: 'none' } }));
    const failed = findings.filter(({ outcome }) => outcome === 'fail');
    expect(failed.map(({ rule }) => rule)).toEqual(ofAdmission.map(({ rule }) => rule));
    for (const finding of failed) {
      expect(finding.message).toMatch(/^There is no assessment\. /);
      expect(finding.denials).toEqual([
        { carc: '252', rarc: 'N42', group: 'CO', likelihood: 'possible', seenAt: 'audit' },
      ]);
    }
  }
});

describe('a reading is named where what rests on it is at issue', () => {
  test.each<[title: string, Base, RuleId, assessment: Change, reading: string | undefined]>([
    [
      'a code of no class',
      'sc-prs-adult',
      'necessity/adult-admission-a',
      { diagnoses: ['F41.1'] },
      'diagnosis-classes',
    ],
    [
      'diagnoses not known',
      'sc-prs-adult',
      'necessity/adult-admission-a',
      { diagnoses: null },
      'diagnosis-classes',
    ],
    [
      'not independent',
      'sc-prs-adult',
      'necessity/adult-admission-a',
      { byIndependentLpha: false },
      'independent-lpha',
    ],
    ['after the service', 'sc-prs-adult', 'necessity/adult-admission-a', { date: '2023-06-07' }, undefined],
    [
      'no such assessment',
      'sc-prs-child',
      'necessity/child-admission-a',
      { byIndependentLpha: false },
      'independent-lpha',
    ],
    [
      'not responsive',
      'sc-prs-child',
      'necessity/child-admission-a',
      { responsiveDiagnosis: false },
      undefined,
    ],
    [
      'no intervention',
      'sc-prs-child',
      'necessity/child-admission-e',
      { needs: { interventionInLast90Days: false } },
      'ninety-days',
    ],
    [
      'dangers recognized, which is not known of interventions',
      'sc-prs-child',
      'necessity/child-admission-e',
      { needs: { interventionInLast90Days: null, impairedDangerRecognition: false } },
      undefined,
    ],
  ])('%s: %s %s', (_title, base, rule, assessment, reading) => {
    const finding = said(base, rule, { assessment }) as Finding;
    expect([finding.reading?.name, finding.basis]).toEqual([
      reading,
      reading === undefined ? 'source' : 'reading',
    ]);
  });
});

describe('the age that decides which tool counts is that at the assessment', () => {
  const assessed = (date: string, scores: Change) => ({
    dateOfService: '2023-06-06',
    assessment: { date, scores },
  });

  test.each<[title: string, birthDate: string, Change, data: object, lacks: string]>([
    [
      'five at the assessment, six at the session: CBCL',
      '2017-06-01',
      assessed('2023-05-31', { calocusComposite: 20, cbclSyndromeT: 64, cbclDsmT: 65 }),
      { age: 5, ageOn: '2023-05-31' },
      'The member was 5 years old on 2023-05-31, the date of the assessment. The CALOCUS composite score is 20, which counts only from 6 years on. The highest Child Behavior Check List T score on a syndrome scale is 64, and must be at least 65',
    ],
    [
      'six at the assessment: CALOCUS, whatever the other scores',
      '2017-06-01',
      assessed('2023-06-01', { calocusComposite: 16, cbclSyndromeT: 60, cbclDsmT: 60, psiPercentile: 70 }),
      { age: 6, ageOn: '2023-06-01' },
      'The member was 6 years old on 2023-06-01, the date of the assessment. The CALOCUS composite score is 16, and must be at least 17',
    ],
    [
      'seventeen months: PSI',
      '2021-12-02',
      assessed('2023-06-01', { calocusComposite: 20, cbclSyndromeT: 70, cbclDsmT: 70, psiPercentile: 80 }),
      { age: 1, ageInMonths: 17, ageOn: '2023-06-01' },
      'The member was not yet 18 months old on 2023-06-01, the date of the assessment. The highest Child Behavior Check List T score on a syndrome scale is 70 and the highest Child Behavior Check List T score on a DSM-oriented scale is 70, which counts only from 18 months on. The CALOCUS composite score is 20, which counts only from 6 years on. The Parenting Stress Index percentile is 80, and must be at least 81',
    ],
  ])('%s', (_title, birthDate, change, data, lacks) => {
    const finding = said('sc-prs-child', 'necessity/child-admission-i', {
      ...(change as object),
      member: { birthDate },
    });
    expect(finding).toMatchObject({ outcome: 'fail', reading: { name: 'score-age', setting: null } });
    expect((finding as Finding).data).toEqual(data);
    expect((finding as Finding).message).toContain(`${lacks}. The score on`);
  });
});

describe('what of a criterion is not met is named', () => {
  test.each<[title: string, Base, RuleId, assessment: Change, named: string]>([
    [
      'bipolar disorder without SPMI',
      'sc-prs-adult',
      'necessity/adult-admission-a',
      { conditions: ['SUD'] },
      'The conditions found in the assessment include no serious and persistent mental illness (SPMI)',
    ],
    [
      'SUD without a code of it',
      'sc-prs-adult',
      'necessity/adult-admission-a',
      { diagnoses: ['F10.90'], conditions: ['SUD'] },
      'F10.90 is not in the class substance use disorder',
    ],
    [
      'assessed after the session',
      'sc-prs-adult',
      'necessity/adult-admission-a',
      { date: '2023-06-07' },
      'The date of the assessment is 2023-06-07, after the session of 2023-06-06',
    ],
    [
      'SPMI under 18',
      'sc-prs-child',
      'necessity/child-admission-b',
      { conditions: ['SPMI'] },
      'The member was 10 years old on 2023-06-06. The conditions found in the assessment include serious and persistent mental illness (SPMI), which counts only from 18 years on. The conditions found in the assessment include neither serious emotional disturbance (SED) nor substance use disorder (SUD)',
    ],
    [
      'needs better met elsewhere',
      'sc-prs-adult',
      'necessity/adult-admission-f',
      { needsBetterMetElsewhere: true },
      'The needs would be better met elsewhere',
    ],
  ])('%s: %s %s', (_title, base, rule, assessment, named) => {
    expect((said(base, rule, { assessment }) as Finding).message.startsWith(`${named}. `)).toBe(true);
  });

  test('what is said already is not said twice', () => {
    expect(
      said('sc-prs-adult', 'necessity/adult-continued-e', {
        assessment: { ...continued, outcomeRestored: true },
      }),
    ).toMatchObject({
      message:
        "The desired level of functioning has been restored and sustained. The desired level of functioning must not have been restored and sustained over the plan's time frame.",
    });
  });
});
