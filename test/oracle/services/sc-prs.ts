import { remembered, type Facts } from '../facts.js';
import { areas, conditions, skillAreas } from '../lists.js';
import {
  allTrue,
  must,
  planGoal,
  should,
  type Circumstances,
  type Clause,
  type DiagnosisClass,
  type OracleRule,
  type OracleService,
} from '../rule.js';

const of = (...facts: string[]) => allTrue(...facts.map((fact) => `assessment.${fact}`));

const isAdult = ({ isAged }: Facts) => isAged(22 * 12);

/** An assessment that does not exist states no review: any may be asked for. */
function isContinued({ of, assume }: Facts): boolean {
  const reviews = ['admission', 'continued-service'];
  return (
    (of('assessment.review', () => reviews) ?? assume('assessment.review', () => reviews)) === reviews[1]
  );
}

/** A criterion that reads the assessment fails where there is none. */
function necessity(set: 'adult' | 'child', name: string, clause: Clause): OracleRule {
  return must(`necessity/${set}-${name}`, (facts, check) => {
    if (isAdult(facts) !== (set === 'adult')) return true;
    if (name.startsWith('continued') && !isContinued(facts)) return true;
    return facts.exists('assessment') && clause(facts, check);
  });
}

function countOf<Item>(items: readonly Item[], test: (item: Item) => boolean): number {
  return items.filter(test).length;
}

const isImpairedInTwoAreas: Clause = ({ of }) =>
  countOf(areas, (area) => {
    const level = of(`assessment.impairments.${area}`, () => ['none', 'mild', 'moderate', 'severe']);
    return level === 'moderate' || level === 'severe';
  }) >= 2;

const threeNeeds =
  (...needs: string[]): Clause =>
  ({ isTrue }) =>
    countOf(needs, (need) => isTrue(`assessment.needs.${need}`)) >= 3;

const benefits: Clause = ({ isTrue }) =>
  isTrue('assessment.expectedToBenefit') && !isTrue('assessment.needsBetterMetElsewhere');

const hasImproved: Clause = ({ list, isTrue }) =>
  countOf(areas, (area) => list('assessment.improvedAreas').includes(area)) >= 2 &&
  isTrue('assessment.expectedToContinueBenefit');

const hasCondition = ({ list }: Facts, condition: string) =>
  list('assessment.conditions').includes(condition);

const bare = remembered((code) => code.trim().toUpperCase().replaceAll('.', ''));

/** What classes of diagnoses come to, which is asked for at every completion. */
const ofClasses = new WeakMap<object, string[][]>();

/** A list of diagnoses that is not stated has one of each of some classes, of none, or of all. */
function possibleDiagnoses({ diagnosisClasses }: Circumstances): string[][] {
  const ready = ofClasses.get(diagnosisClasses);
  if (ready !== undefined) return ready;
  const examples = Object.values(diagnosisClasses).flatMap((prefixes) => prefixes.slice(0, 1));
  const possible = examples.reduce<string[][]>(
    (subsets, code) => subsets.flatMap((subset) => [subset, [...subset, code]]),
    [[]],
  );
  ofClasses.set(diagnosisClasses, possible);
  return possible;
}

/** A letter, a digit, one of either, then up to four more. */
function hasForm(code: string): boolean {
  return /^[A-Z][0-9][A-Z0-9]{1,5}$/i.test(code);
}

function hasDiagnosis(facts: Facts, check: Circumstances, classes: DiagnosisClass[]): boolean {
  const stated = facts.of<readonly string[]>('assessment.diagnoses', () => possibleDiagnoses(check)) ?? [];
  const examples = () => [...Object.values(check.diagnosisClasses).flatMap((one) => one.slice(0, 1)), 'Z99'];
  // What has not the form of a code may be any diagnosis.
  const diagnoses = stated.map((code, index) =>
    hasForm(bare(code)) ? code : facts.assume(`assessment.diagnoses.${index}`, examples),
  );
  const prefixes = classes.flatMap((name) => check.diagnosisClasses[name].map(bare));
  return diagnoses.map(bare).some((code) => prefixes.some((prefix) => code.startsWith(prefix)));
}

const isAssessedByService = (facts: Facts) =>
  facts.isTrue('assessment.byIndependentLpha') && (facts.assessmentDate() ?? '9999') <= facts.on;

function reaches({ of }: Facts, score: string, least: number): boolean {
  return (of(`assessment.scores.${score}`, () => [least - 1, least]) ?? 0) >= least;
}

const hasScoreForAge: Clause = (facts) => {
  const date = facts.assessmentDate() ?? '';
  if (!facts.isAged(18, date)) return reaches(facts, 'psiPercentile', 81);
  if (!facts.isAged(6 * 12, date)) {
    return reaches(facts, 'cbclSyndromeT', 65) && reaches(facts, 'cbclDsmT', 65);
  }
  return facts.isAged(19 * 12, date) || reaches(facts, 'calocusComposite', 17);
};

const isPublic = ({ of }: Facts) => of('agency.ownership', () => ['private', 'public']) === 'public';

export const prs: OracleService = {
  id: 'sc/prs',
  from: undefined,
  unitMinutes: 15,
  isOfMedicaid: true,
  rates: {},
  rules: [
    must('session/face-to-face', allTrue('faceToFace')),
    must(
      'session/skill-building',
      ({ list }) => !list('activities').some((one) => ['psychotherapy', 'counseling'].includes(one)),
    ),
    must('session/related-to-needs', allTrue('relatedToNeeds')),
    planGoal,
    must('session/skill-area', ({ list }) => list('activities').some((one) => skillAreas.includes(one))),
    must('session/community-setting', allTrue('communitySetting')),
    should('session/person-centered', allTrue('personCentered')),

    necessity(
      'adult',
      'admission-a',
      (facts, check) =>
        isAssessedByService(facts) &&
        ((hasDiagnosis(facts, check, ['bipolar', 'majorDepression', 'psychotic', 'substanceUse']) &&
          hasCondition(facts, 'SPMI')) ||
          (hasDiagnosis(facts, check, ['substanceUse']) && hasCondition(facts, 'SUD'))),
    ),
    necessity(
      'adult',
      'admission-b',
      (facts) =>
        ['SPMI', 'SUD'].some((condition) => hasCondition(facts, condition)) &&
        facts.isTrue('assessment.symptomsInterfere'),
    ),
    necessity('adult', 'admission-c', isImpairedInTwoAreas),
    necessity('adult', 'admission-d', of('traditionalServicesInappropriate', 'leastRestrictive')),
    necessity(
      'adult',
      'admission-e',
      threeNeeds('belowExpectedFunctioning', 'atRisk', 'repeatedInterventions', 'impairedDangerRecognition'),
    ),
    necessity('adult', 'admission-f', benefits),
    necessity('adult', 'admission-g', of('recommendedByLpha')),
    necessity('adult', 'continued-b', of('scopeAndIntensityDocumented')),
    necessity('adult', 'continued-c', hasImproved),
    necessity('adult', 'continued-d', of('memberParticipates', 'teamAgreesOnTreatment')),
    necessity('adult', 'continued-e', ({ isTrue }) => !isTrue('assessment.outcomeRestored')),

    necessity(
      'child',
      'admission-a',
      (facts) =>
        isAssessedByService(facts) &&
        facts.isTrue('assessment.responsiveDiagnosis') &&
        (facts.stated('assessment.diagnoses') as readonly string[] | undefined)?.length !== 0,
    ),
    necessity('child', 'admission-b', (facts, { sedUntil }) => {
      const { isAged, isTrue } = facts;
      const counts: Readonly<Record<string, boolean>> = {
        SPMI: isAged(18 * 12),
        SED: sedUntil === 22 || !isAged(18 * 12),
        SUD: true,
        'Z-CODE': !isAged(7 * 12),
      };
      return (
        conditions.some((condition) => counts[condition] === true && hasCondition(facts, condition)) &&
        isTrue('assessment.symptomsInterfere')
      );
    }),
    necessity('child', 'admission-c', isImpairedInTwoAreas),
    necessity('child', 'admission-d', of('traditionalServicesInappropriate', 'leastRestrictive')),
    necessity(
      'child',
      'admission-e',
      threeNeeds(
        'belowExpectedFunctioning',
        'atRiskOfPlacement',
        'interventionInLast90Days',
        'impairedDangerRecognition',
      ),
    ),
    necessity('child', 'admission-f', of('caregiverAgreesToParticipate')),
    necessity('child', 'admission-g', of('recommendedByLpha')),
    necessity('child', 'admission-h', benefits),
    {
      rule: 'necessity/child-admission-i',
      judge: (facts, check) =>
        isPublic(facts) ? 'pass' : necessity('child', 'admission-i', hasScoreForAge).judge(facts, check),
    },
    necessity('child', 'continued-a', of('scopeAndIntensityDocumented')),
    necessity('child', 'continued-b', of('improvedPlanGoal', 'expectedToContinueBenefit')),
    necessity('child', 'continued-c', hasImproved),
    necessity('child', 'continued-e', of('caregiverParticipates', 'teamAgreesOnTreatment')),
  ],
};
