/**
 * Writes fixtures/months/sc-prs.*: February 2025 of South Carolina psychosocial rehabilitation, of a private and a
 * public provider, adults and children, and what a check of it must find.
 * The expectations hold with no other units billed (`--history none`) and as of 2025-03-01.
 */
import {
  chanceFrom,
  datedAhead,
  finds,
  inventDate,
  isAlone,
  makeMonth,
  memberId,
  PAST_MIDNIGHT,
  slip,
  standing,
  unitsIn,
  unreadable,
  whenAndHow,
  writeMonth,
} from './people.mjs';

const { fails, unknown, failsAndUnknown, warns, nothing } = finds;

const adult = (...letters) => letters.map((letter) => `necessity/adult-admission-${letter}`);
const adultContinued = (...letters) => letters.map((letter) => `necessity/adult-continued-${letter}`);
const child = (...letters) => letters.map((letter) => `necessity/child-admission-${letter}`);
const childContinued = (...letters) => letters.map((letter) => `necessity/child-continued-${letter}`);

const EVERY_ADULT = adult('a', 'b', 'c', 'd', 'e', 'f', 'g');
const EVERY_ADULT_CONTINUED = adultContinued('b', 'c', 'd', 'e');
/** Without the score, which public providers are not asked for. */
const EVERY_CHILD = child('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
const EVERY_CHILD_CONTINUED = childContinued('a', 'b', 'c', 'e');

// Staff

const PRIVATE = { id: 'A-41', ownership: 'private' };
const PUBLIC = { id: 'A-42', ownership: 'public' };

const FOR_ADULTS = ['09:00', '10:30', '13:00', '14:30'];
const FOR_CHILDREN = ['14:45', '16:15', '17:30'];

/** `people` are the numbers of the caseload: 600 and up adults, 700 and up children and adolescents. */
const TEAM = [
  { id: 'T-21', agency: PRIVATE, people: [601, 602, 603, 604], group: { weekday: 2, at: '16:00' } },
  { id: 'T-22', agency: PRIVATE, people: [605, 606, 607, 608] },
  { id: 'T-23', agency: PRIVATE, people: [609, 610, 611, 612], group: { weekday: 5, at: '16:00' } },
  { id: 'T-24', agency: PUBLIC, people: [613, 614, 615, 616] },
  { id: 'T-31', agency: PRIVATE, people: [701, 702, 703, 704] },
  { id: 'T-32', agency: PRIVATE, people: [705, 706, 707, 708], group: { weekday: 4, at: '18:45' } },
  { id: 'T-33', agency: PRIVATE, people: [709, 710, 711, 712] },
  { id: 'T-34', agency: PUBLIC, people: [713, 714, 715, 716], group: { weekday: 1, at: '18:45' } },
].map((worker) => ({
  ...worker,
  slots: worker.people[0] < 700 ? FOR_ADULTS : FOR_CHILDREN,
  caseload: worker.people.map(memberId),
}));

// Members and their assessments

const people = chanceFrom(21701);

const AREAS = ['dailyLiving', 'personalRelationships', 'schoolOrWork', 'recreation'];
const ADULT_NEEDS = [
  'belowExpectedFunctioning',
  'atRisk',
  'repeatedInterventions',
  'impairedDangerRecognition',
];
const CHILD_NEEDS = [
  'belowExpectedFunctioning',
  'atRiskOfPlacement',
  'interventionInLast90Days',
  'impairedDangerRecognition',
];

function inventImpairments() {
  const impaired = people.someOf(AREAS, people.between(2, 4));
  const level = (area) => people.oneOf(impaired.includes(area) ? ['moderate', 'severe'] : ['none', 'mild']);
  return Object.fromEntries(AREAS.map((area) => [area, level(area)]));
}

function inventNeeds(keys) {
  const met = people.someOf(keys, people.between(3, 4));
  return Object.fromEntries(keys.map((key) => [key, met.includes(key)]));
}

/** What a continued stay has besides the admission criteria, for adults and for children. */
const CONTINUED = {
  adult: {
    scopeAndIntensityDocumented: true,
    improvedAreas: ['dailyLiving', 'personalRelationships'],
    expectedToContinueBenefit: true,
    memberParticipates: true,
    teamAgreesOnTreatment: true,
    outcomeRestored: false,
  },
  child: {
    scopeAndIntensityDocumented: true,
    improvedAreas: ['personalRelationships', 'schoolOrWork'],
    improvedPlanGoal: true,
    expectedToContinueBenefit: true,
    caregiverParticipates: true,
    teamAgreesOnTreatment: true,
  },
};

function inventAssessment(known, specific, set) {
  const review = known.review ?? people.oneOf(['admission', 'continued-service']);
  return {
    date: `2024-${people.oneOf(['10', '11', '12'])}-${people.between(10, 28)}`,
    review,
    byIndependentLpha: true,
    symptomsInterfere: true,
    impairments: inventImpairments(),
    traditionalServicesInappropriate: true,
    leastRestrictive: true,
    expectedToBenefit: true,
    needsBetterMetElsewhere: false,
    recommendedByLpha: true,
    ...specific,
    ...(review === 'continued-service' && CONTINUED[set]),
    ...known,
  };
}

const ADULT_DIAGNOSES = [
  [['F20.9'], ['SPMI']],
  [['F25.1'], ['SPMI']],
  [['F31.81'], ['SPMI']],
  [['F31.9', 'F41.1'], ['SPMI']],
  [['F32.2'], ['SPMI']],
  [['F33.42'], ['SPMI']],
  [['F332'], ['SPMI']],
  [['F10.20'], ['SUD']],
  [['F11.21'], ['SUD']],
  [
    ['F33.1', 'F15.20'],
    ['SPMI', 'SUD'],
  ],
];

function inventAdult(id, { birthDate, assessment = {} } = {}) {
  const [diagnoses, conditions] = people.oneOf(ADULT_DIAGNOSES);
  return {
    member: { id, birthDate: birthDate ?? inventDate(people, 1955, 2001) },
    assessment: inventAssessment(
      assessment,
      { diagnoses, conditions, needs: inventNeeds(ADULT_NEEDS) },
      'adult',
    ),
  };
}

/** Between seven and seventeen years old, if not said otherwise: SED, and a CALOCUS score. */
function inventChild(id, { birthDate, assessment = {} } = {}) {
  return {
    member: { id, birthDate: birthDate ?? inventDate(people, 2008, 2016) },
    assessment: inventAssessment(
      assessment,
      {
        diagnoses: [people.oneOf(['F90.2', 'F91.3', 'F43.10', 'F34.81'])],
        responsiveDiagnosis: true,
        conditions: ['SED'],
        needs: inventNeeds(CHILD_NEEDS),
        caregiverAgreesToParticipate: true,
        scores: { calocusComposite: people.between(17, 24) },
      },
      'child',
    ),
  };
}

/** What is known beforehand of single members; the rest is invented. */
const KNOWN = {
  602: { assessment: { date: '2025-02-12', review: 'admission' } },
  604: { assessment: { review: 'continued-service' } },
  606: { assessment: { diagnoses: ['F33.1', 'F17.210'], conditions: ['SPMI', 'SUD'] } },
  608: { assessment: { review: 'continued-service' } },
  609: { birthDate: '2003-02-01' },
  613: {
    birthDate: '2003-02-11',
    assessment: { diagnoses: ['F31.9'], conditions: ['SPMI'], review: 'admission' },
  },
  701: { birthDate: '2007-02-14', assessment: { review: 'admission' } },
  702: { birthDate: '2018-02-19', assessment: { diagnoses: ['Z62.820'], conditions: ['Z-CODE'] } },
  704: { birthDate: '2003-02-12', assessment: { conditions: ['SPMI'], diagnoses: ['F31.9'], scores: {} } },
  705: { birthDate: '2023-06-20', assessment: { scores: { psiPercentile: 86 } } },
  706: { birthDate: '2020-08-04', assessment: { scores: { cbclSyndromeT: 71, cbclDsmT: 66 } } },
  707: { assessment: { review: 'continued-service' } },
  709: { birthDate: '2006-01-09', assessment: { conditions: ['SPMI', 'SUD'] } },
  710: {
    birthDate: '2019-01-20',
    assessment: { date: '2024-11-21', scores: { cbclSyndromeT: 68, cbclDsmT: 65 } },
  },
  713: { birthDate: '2014-05-06', assessment: { scores: { calocusComposite: 12 } } },
  714: { assessment: { scores: undefined } },
  715: { birthDate: '2021-10-02', assessment: { scores: { cbclSyndromeT: 60, cbclDsmT: 61 } } },
};

const invent = (number) => (number < 700 ? inventAdult : inventChild)(memberId(number), KNOWN[number]);
const MEMBERS = new Map(
  TEAM.flatMap((worker) => worker.people).map((number) => {
    const plan = { from: inventDate(people, 2024, 2024), sessionServesGoal: true };
    return [memberId(number), { ...invent(number), plan }];
  }),
);

// The ordinary session

const SKILLS = ['independent-living-skills', 'personal-living-skills', 'interpersonal-skills'];

function sessionOf(visit, chance) {
  const { id, agency } = visit.worker;
  const { member, assessment, plan } = MEMBERS.get(visit.member);
  const skills = chance.someOf(SKILLS, chance.between(1, 2));
  return {
    service: 'sc/prs',
    phase: 'delivered',
    funding: 'medicaid',
    ...whenAndHow(visit),
    units: unitsIn(visit),
    faceToFace: true,
    communitySetting: true,
    personCentered: true,
    relatedToNeeds: true,
    activities: chance.happens(0.15) ? [...skills, chance.oneOf(['recreation', 'transportation'])] : skills,
    member,
    staff: { id },
    agency,
    plan,
    assessment,
  };
}

// What goes wrong

const STANDING = [
  standing('assessed on the 12th, served before', { member: 'M-0602', through: 11 }, fails(...adult('a'))),
  standing(
    'a generalized anxiety is none of the diagnoses, found on the 25th',
    { member: 'M-0603', from: 25 },
    fails(...adult('a')),
    ({ assessment }) => (assessment.diagnoses = ['F41.1']),
  ),
  standing(
    'improved in one area only, until the next review',
    { member: 'M-0604', from: 10, through: 14 },
    fails(...adultContinued('c')),
    ({ assessment }) => (assessment.improvedAreas = ['dailyLiving']),
  ),
  standing(
    'nicotine dependence alone, the depression struck from the record',
    { member: 'M-0606', from: 25 },
    fails(...adult('a')),
    ({ assessment }) => (assessment.diagnoses = ['F17.210']),
  ),
  standing(
    'the desired level is noted as restored and sustained, until corrected',
    { member: 'M-0608', from: 13, through: 19 },
    fails(...adultContinued('e')),
    ({ assessment }) => (assessment.outcomeRestored = true),
  ),
  standing(
    'depression written as unspecified (F32.A), until corrected',
    { member: 'M-0611', through: 7 },
    fails(...adult('a')),
    ({ assessment }) => {
      assessment.diagnoses = ['F32.A'];
      assessment.conditions = ['SPMI'];
    },
  ),
  standing(
    'two needs of four at the latest review',
    { member: 'M-0612', from: 25 },
    fails(...adult('e')),
    ({ assessment }) => {
      assessment.needs = {
        belowExpectedFunctioning: true,
        atRisk: true,
        repeatedInterventions: false,
        impairedDangerRecognition: false,
      };
    },
  ),
  standing(
    'assessed for the adult criteria, twenty-one until the 10th',
    { member: 'M-0613', through: 10 },
    unknown(...child('a', 'e', 'f')),
    ({ assessment }) => {
      assessment.needs = { belowExpectedFunctioning: true, atRisk: true, repeatedInterventions: true };
    },
  ),
  standing(
    'which review it was is not recorded for a week',
    { member: 'M-0616', from: 20, through: 26 },
    unknown(...EVERY_ADULT_CONTINUED),
    ({ assessment }) => {
      delete assessment.review;
      Object.keys(CONTINUED.adult).forEach((key) => delete assessment[key]);
    },
  ),
  standing('SED ends at eighteen, on the 14th', { member: 'M-0701', from: 14 }, fails(...child('b'))),
  standing('the Z-code ends at seven, on the 19th', { member: 'M-0702', from: 19 }, fails(...child('b'))),
  standing(
    'assessed for the child criteria, twenty-two from the 12th',
    { member: 'M-0704', from: 12 },
    unknown(...adult('e')),
    ({ assessment }) => {
      assessment.needs = {
        belowExpectedFunctioning: true,
        atRisk: true,
        atRiskOfPlacement: true,
        interventionInLast90Days: true,
        impairedDangerRecognition: false,
      };
    },
  ),
  standing(
    'CBCL noted as in range on one scale only, until read again',
    { member: 'M-0706', from: 18, through: 21 },
    fails(...child('i')),
    ({ assessment }) => (assessment.scores.cbclDsmT = 63),
  ),
  standing(
    'the caregiver stays away for a week',
    { member: 'M-0707', from: 20, through: 25 },
    fails(...childContinued('e')),
    ({ assessment }) => (assessment.caregiverParticipates = false),
  ),
  standing(
    'CALOCUS of 16, before the child was assessed again',
    { member: 'M-0708', through: 7 },
    fails(...child('i')),
    ({ assessment }) => (assessment.scores.calocusComposite = 16),
  ),
  standing(
    'the tool of another age: CALOCUS for a child of five, until the CBCL is found',
    { member: 'M-0710', through: 10 },
    unknown(...child('i')),
    ({ assessment }) => (assessment.scores = { calocusComposite: 22 }),
  ),
];

// Which sessions a slip fits

const isAdult = ({ member }) => member.id < 'M-0700';
const isChild = (session) => !isAdult(session);
const isPrivate = ({ agency }) => agency.ownership === 'private';
const isContinued = ({ assessment }) => assessment.review === 'continued-service';
const hasConditions = (session, ...conditions) => session.assessment.conditions.join() === conditions.join();
const usesCalocus = (session) =>
  isChild(session) && isPrivate(session) && session.assessment.scores.calocusComposite !== undefined;
/** Of the usual school age all month, new to the service, with SED and a CALOCUS score. */
const isNewChild = (session) =>
  usesCalocus(session) &&
  !isContinued(session) &&
  hasConditions(session, 'SED') &&
  session.member.birthDate > '2008';
/** New to the service, with SPMI alone. */
const isNewAdult = (session) =>
  isAdult(session) && isPrivate(session) && !isContinued(session) && hasConditions(session, 'SPMI');
const both = (one, other) => (session, all) => one(session, all) && other(session, all);

const SLIPS = [
  PAST_MIDNIGHT,
  datedAhead((session) => isAdult(session) && session.member.id !== 'M-0609'),
  slip(
    'psychotherapy in the same session',
    fails('session/skill-building'),
    ({ activities }) => activities.push('psychotherapy'),
    { times: 2 },
  ),
  slip('counseling in the same session', fails('session/skill-building'), ({ activities }) =>
    activities.unshift('counseling'),
  ),
  slip(
    'counseling and nothing else',
    fails('session/skill-building', 'session/skill-area'),
    (session) => (session.activities = ['counseling']),
  ),
  slip(
    'an outing: recreation and transportation',
    fails('session/skill-area'),
    (session) => (session.activities = ['recreation', 'transportation']),
    { times: 3 },
  ),
  slip(
    'activities not recorded',
    unknown('session/skill-building', 'session/skill-area'),
    (session) => delete session.activities,
    { times: 2 },
  ),
  slip('by telephone', fails('session/face-to-face'), (session) => (session.faceToFace = false), {
    times: 3,
  }),
  slip(
    'not known whether face to face',
    unknown('session/face-to-face'),
    (session) => delete session.faceToFace,
  ),
  slip(
    'on a hospital ward',
    fails('session/community-setting'),
    (session) => (session.communitySetting = false),
    { times: 2 },
  ),
  slip(
    'place not recorded',
    unknown('session/community-setting'),
    (session) => delete session.communitySetting,
  ),
  slip(
    'not related to the needs',
    fails('session/related-to-needs'),
    (session) => (session.relatedToNeeds = false),
  ),
  slip(
    'not known whether related to the needs',
    unknown('session/related-to-needs'),
    (session) => delete session.relatedToNeeds,
  ),
  slip('serves no goal of the plan', fails('plan/goal'), ({ plan }) => (plan.sessionServesGoal = false), {
    times: 3,
  }),
  slip('there is no plan', fails('plan/goal'), (session) => (session.plan = 'none')),
  slip('plan not at hand', unknown('plan/goal'), (session) => delete session.plan, { times: 2 }),
  slip(
    'not person-centered',
    warns('session/person-centered', 'fail'),
    (session) => (session.personCentered = false),
    {
      times: 2,
    },
  ),
  slip(
    'not known whether person-centered',
    warns('session/person-centered', 'unknown'),
    (session) => delete session.personCentered,
  ),
  slip('a unit more than the time supports', fails('units/time'), (session) => (session.units += 1), {
    times: 3,
  }),
  slip('a unit left unbilled', nothing, (session) => (session.units -= 1), { times: 3 }),
  slip('units left out: the time is taken', nothing, (session) => delete session.units, { times: 3 }),
  slip('one and a half units', fails('units/whole'), (session) => (session.units = 1.5)),
  slip('no unit', fails('units/whole'), (session) => (session.units = 0)),
  slip('end time not known', unknown('session/time', 'units/time'), (session) => delete session.endTime, {
    fits: isAlone,
  }),
  slip('start time not known', unknown('session/time', 'units/time'), (session) => delete session.startTime, {
    fits: isAlone,
  }),
  slip(
    'a late arrival: fewer minutes than the units',
    fails('units/time'),
    (session) => (session.minutes = 20),
    {
      fits: ({ format, units }) => format === 'individual' && units >= 3,
    },
  ),
  slip('a charge stated: no rate is set', nothing, (session) => (session.charge = '64.00'), { times: 2 }),

  slip(
    'there is no assessment, of an adult',
    failsAndUnknown(EVERY_ADULT, EVERY_ADULT_CONTINUED),
    (session) => {
      session.assessment = 'none';
    },
    { fits: isAdult },
  ),
  slip(
    'there is no assessment, of a child of a private provider',
    failsAndUnknown([...EVERY_CHILD, ...child('i')], EVERY_CHILD_CONTINUED),
    (session) => (session.assessment = 'none'),
    { fits: isNewChild },
  ),
  slip(
    'there is no assessment, of a child of a public provider',
    failsAndUnknown(EVERY_CHILD, EVERY_CHILD_CONTINUED),
    (session) => (session.assessment = 'none'),
    { fits: (session) => isChild(session) && !isPrivate(session) },
  ),
  slip(
    'assessment not at hand, of an adult',
    unknown(...EVERY_ADULT, ...EVERY_ADULT_CONTINUED),
    (session) => delete session.assessment,
    { fits: isAdult },
  ),
  slip(
    'assessment not at hand, of a child of a private provider',
    unknown(...EVERY_CHILD, ...child('i'), ...EVERY_CHILD_CONTINUED),
    (session) => delete session.assessment,
    { fits: isNewChild },
  ),
  slip(
    'birth date of an adult not known',
    unknown(...child('a', 'b', 'e', 'f', 'i')),
    ({ member }) => delete member.birthDate,
    { fits: isNewAdult },
  ),
  slip(
    'birth date of a child not known',
    unknown(...adult('a', 'b', 'e'), ...child('b', 'i')),
    ({ member }) => delete member.birthDate,
    { fits: isNewChild },
  ),
  slip(
    'the LPHA works for the provider, of an adult',
    fails(...adult('a')),
    ({ assessment }) => (assessment.byIndependentLpha = false),
    { fits: isAdult },
  ),
  slip(
    'the LPHA works for the provider, of a child',
    fails(...child('a')),
    ({ assessment }) => (assessment.byIndependentLpha = false),
    { fits: isChild },
  ),
  slip(
    'the diagnosis does not respond to the service',
    fails(...child('a')),
    ({ assessment }) => (assessment.responsiveDiagnosis = false),
    { fits: isChild },
  ),
  slip(
    'impaired in one area only, of an adult',
    fails(...adult('c')),
    ({ assessment }) => (assessment.impairments = { ...allAreas('mild'), dailyLiving: 'severe' }),
    { fits: isAdult },
  ),
  slip(
    'impairment of two areas not rated, of a child',
    unknown(...child('c')),
    ({ assessment }) => (assessment.impairments = { dailyLiving: 'moderate', recreation: 'none' }),
    { fits: isChild },
  ),
  slip(
    'symptoms do not interfere, of an adult',
    fails(...adult('b')),
    ({ assessment }) => (assessment.symptomsInterfere = false),
    { fits: isAdult },
  ),
  slip(
    'therapy alone would do, of a child',
    fails(...child('d')),
    ({ assessment }) => (assessment.traditionalServicesInappropriate = false),
    { fits: isChild },
  ),
  slip(
    'not judged whether it is the least restrictive care, of an adult',
    unknown(...adult('d')),
    ({ assessment }) => delete assessment.leastRestrictive,
    { fits: isAdult },
  ),
  slip(
    'the needs would be better met by the school',
    fails(...child('h')),
    ({ assessment }) => (assessment.needsBetterMetElsewhere = true),
    { fits: isChild },
  ),
  slip(
    'not known whether the needs are better met elsewhere, of an adult',
    unknown(...adult('f')),
    ({ assessment }) => delete assessment.needsBetterMetElsewhere,
    { fits: isAdult },
  ),
  slip(
    'not recommended, of an adult',
    fails(...adult('g')),
    ({ assessment }) => (assessment.recommendedByLpha = false),
    {
      fits: isAdult,
    },
  ),
  slip(
    'recommendation not recorded, of a child',
    unknown(...child('g')),
    ({ assessment }) => delete assessment.recommendedByLpha,
    { fits: isChild },
  ),
  slip(
    'the caregiver does not agree to take part',
    fails(...child('f')),
    ({ assessment }) => (assessment.caregiverAgreesToParticipate = false),
    { fits: isChild, times: 2 },
  ),
  slip(
    'no caregiver has been asked',
    unknown(...child('f')),
    ({ assessment }) => delete assessment.caregiverAgreesToParticipate,
    { fits: isChild },
  ),
  slip('the score is not recorded', unknown(...child('i')), ({ assessment }) => delete assessment.scores, {
    fits: usesCalocus,
  }),
  slip('a good score, ownership not known', nothing, ({ agency }) => delete agency.ownership, {
    fits: usesCalocus,
  }),
  slip(
    'the score of a public provider is low and is not asked',
    nothing,
    ({ assessment }) => (assessment.scores = { calocusComposite: 9 }),
    { fits: (session) => isChild(session) && !isPrivate(session) },
  ),
  slip(
    'scope and intensity not documented, of an adult',
    fails(...adultContinued('b')),
    ({ assessment }) => (assessment.scopeAndIntensityDocumented = false),
    { fits: both(isAdult, isContinued) },
  ),
  slip(
    'the team does not agree, of an adult',
    fails(...adultContinued('d')),
    ({ assessment }) => (assessment.teamAgreesOnTreatment = false),
    { fits: both(isAdult, isContinued) },
  ),
  slip(
    'no goal of the plan is improved',
    fails(...childContinued('b')),
    ({ assessment }) => (assessment.improvedPlanGoal = false),
    { fits: both(isChild, isContinued) },
  ),
  slip(
    'no further benefit is expected, of a child',
    fails(...childContinued('b', 'c')),
    ({ assessment }) => (assessment.expectedToContinueBenefit = false),
    { fits: both(isChild, isContinued) },
  ),
  slip(
    'the review not recorded, and continued service holds anyway',
    nothing,
    ({ assessment }) => delete assessment.review,
    { fits: isContinued },
  ),
  unreadable('a line cut off', (session) => JSON.stringify(session).slice(0, 240)),
  unreadable('a misspelt key', (session) =>
    JSON.stringify(session).replace('"communitySetting"', '"comunitySetting"'),
  ),
  unreadable('a day that does not exist', (session) =>
    JSON.stringify({ ...session, dateOfService: '2025-02-29' }),
  ),
  unreadable('a percentile over a hundred', (session) =>
    JSON.stringify({ ...session, assessment: { ...session.assessment, scores: { psiPercentile: 861 } } }),
  ),
];

function allAreas(level) {
  return Object.fromEntries(AREAS.map((area) => [area, level]));
}

/** Staff, member, day, start, end: both sides of what changes in the month. */
const ARRANGED = [
  ['T-21', 'M-0602', 11, '08:00', '08:45'],
  ['T-21', 'M-0602', 12, '08:00', '08:45'],
  ['T-21', 'M-0604', 7, '08:00', '08:45'],
  ['T-21', 'M-0604', 10, '08:00', '08:45'],
  ['T-22', 'M-0608', 12, '08:00', '08:45'],
  ['T-22', 'M-0608', 13, '08:00', '08:45'],
  ['T-24', 'M-0613', 10, '08:00', '09:00'],
  ['T-24', 'M-0613', 11, '08:00', '09:00'],
  ['T-31', 'M-0701', 13, '19:15', '20:00'],
  ['T-31', 'M-0701', 14, '19:15', '20:00'],
  ['T-31', 'M-0702', 18, '19:15', '19:45'],
  ['T-31', 'M-0702', 19, '19:15', '19:45'],
  ['T-31', 'M-0704', 11, '19:15', '20:15'],
  ['T-31', 'M-0704', 12, '19:15', '20:15'],
  ['T-32', 'M-0706', 14, '09:30', '10:15'],
  ['T-32', 'M-0706', 18, '09:30', '10:15'],
  ['T-32', 'M-0707', 19, '08:00', '08:30'],
  ['T-32', 'M-0707', 20, '08:00', '08:30'],
  ['T-33', 'M-0709', 5, '08:15', '09:00'],
  ['T-33', 'M-0710', 11, '09:15', '10:00'],
];

writeMonth(
  'sc-prs',
  makeMonth({
    seed: 20250202,
    prefix: 'PRS',
    lastDay: 28,
    pace: 0.31,
    lengths: [30, 45, 45, 50, 60, 60, 65],
    team: TEAM,
    arranged: ARRANGED,
    sessionOf,
    standing: STANDING,
    slips: SLIPS,
  }),
);
