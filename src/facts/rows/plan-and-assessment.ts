import { areas, assessedConditions, impairmentLevels, reviews } from './codes.js';
import { fact, flag, group, type FactRow } from './row.js';

export const plan = group(
  {
    name: 'Plan',
    says: 'The individual plan: treatment or recovery plan, IPOC or ITP.',
    more: 'A treatment or recovery plan in Missouri, an IPOC in South Carolina, an ITP in Montana. `through` left out: it has no end.',
    none: { article: 'a', noun: 'plan', asks: 'from' },
  },
  {
    from: fact('civilDate', 'clinician', 'the first day of the plan', 'From which day is the plan in force?'),
    through: fact(
      'civilDate',
      'clinician',
      'the last day of the plan',
      'Through which day is the plan in force?',
      { leftOut: 'The plan has no end.' },
    ),
    includesService: flag(
      'clinician',
      ['the plan lists the service', 'the plan does not list the service'],
      ['Does the plan in force list this service?', 'Will the plan in force on that day list this service?'],
    ),
    memberChoseService: flag(
      'clinician',
      [
        'the plan shows that the member chose the service',
        'the plan does not show that the member chose the service',
      ],
      [
        'Does the plan show that the member chose this service?',
        'Will the plan in force on that day show that the member chose this service?',
      ],
    ),
    sessionServesGoal: flag(
      'clinician',
      ['the session works toward a goal of the plan', 'the session works toward no goal of the plan'],
      [
        "Does the session work toward a goal of the member's plan?",
        "Will the session work toward a goal of the member's plan?",
      ],
    ),
  },
);

function impairment(area: string): FactRow {
  return fact(
    { one: impairmentLevels },
    'clinician',
    `the level of impairment in ${area}`,
    `How severe is the functional impairment in ${area}: none, mild, moderate or severe?`,
  );
}

function score(form: 'percentile' | 'quantity', name: string, means?: string): FactRow {
  return fact(form, 'clinician', name, `What is ${name}?`, means === undefined ? {} : { means });
}

export const assessment = group(
  {
    name: 'Assessment',
    says: 'The diagnostic assessment.',
    more: "With the judgement of the licensed practitioner, which South Carolina's criteria of medical necessity read. Diagnoses are ICD-10-CM codes, with or without the point.",
    none: { article: 'an', noun: 'assessment', asks: 'date' },
  },
  {
    date: fact('civilDate', 'clinician', 'the date of the assessment', 'When was the member assessed?'),
    review: fact(
      { one: reviews },
      'clinician',
      'the kind of review',
      'Is the review for admission or for continued service?',
      { means: 'Where it is not known, the criteria of continued service may apply too.' },
    ),
    byIndependentLpha: flag(
      'clinician',
      ['an independent LPHA made the assessment', 'the assessment was not made by an independent LPHA'],
      'Was the assessment made by a Licensed Practitioner of the Healing Arts not affiliated with the provider?',
      {
        parts: [
          'A Licensed Practitioner of the Healing Arts made the assessment, the assessment tool included.',
          'The practitioner is not affiliated with the provider.',
        ],
      },
    ),
    diagnoses: fact('texts', 'clinician', 'the diagnoses', 'Which ICD-10-CM diagnoses were made?', {
      means: 'With or without the point.',
    }),
    responsiveDiagnosis: flag(
      'clinician',
      [
        "a diagnosis requires and will respond to the service's interventions",
        "no diagnosis requires and will respond to the service's interventions",
      ],
      "Is there a DSM diagnosis that requires and will respond to this service's interventions?",
      {
        parts: [
          "A DSM diagnosis requires this service's interventions.",
          'That diagnosis will respond to them.',
        ],
      },
    ),
    conditions: fact(
      { many: assessedConditions },
      'clinician',
      'the conditions found in the assessment',
      'Which of SPMI, SED, SUD and an applicable Z-code were found?',
    ),
    symptomsInterfere: flag(
      'clinician',
      [
        "the symptoms interfere with the member's functioning",
        "the symptoms do not interfere with the member's functioning",
      ],
      "Do the symptoms interfere with the member's functioning and living, working and learning environment?",
      {
        parts: [
          "The symptoms interfere with the member's functioning.",
          "They interfere with the member's living, working and learning environment.",
        ],
      },
    ),
    impairments: group(
      { says: 'Functional impairment by area.' },
      {
        dailyLiving: impairment('daily living'),
        personalRelationships: impairment('personal relationships'),
        schoolOrWork: impairment('school or work'),
        recreation: impairment('recreation'),
      },
    ),
    traditionalServicesInappropriate: flag(
      'clinician',
      [
        'traditional services are clinically inappropriate now',
        'traditional services are clinically appropriate now',
      ],
      'Are traditional mental health services clinically not appropriate now?',
    ),
    leastRestrictive: flag(
      'clinician',
      [
        'this is the least restrictive care, with benefit outweighing harm',
        'this is not the least restrictive care with benefit outweighing harm',
      ],
      'Does the clinician find this the least restrictive care, with benefit outweighing harm?',
      {
        parts: ['This is the least restrictive care.', 'The potential benefit outweighs the potential harm.'],
      },
    ),
    needs: group(
      { says: 'Which needs are found.' },
      {
        belowExpectedFunctioning: flag(
          'clinician',
          [
            'the member functions below what is expected at that age',
            'the member functions as is expected at that age',
          ],
          'Does the member function below what would be expected of others of that age?',
        ),
        atRisk: flag(
          'clinician',
          [
            'the member is at risk of hospitalization, homelessness or isolation',
            'the member is at risk neither of hospitalization nor of homelessness or isolation',
          ],
          'Is the member at risk of psychiatric hospitalization, homelessness or isolation from social supports?',
        ),
        atRiskOfPlacement: flag(
          'clinician',
          [
            'the member is at risk of hospitalization or out-of-home placement',
            'the member is at risk neither of hospitalization nor of out-of-home placement',
          ],
          'Is the member at risk of psychiatric hospitalization or out-of-home placement?',
        ),
        repeatedInterventions: flag(
          'clinician',
          ['behaviors need repeated interventions', 'no behaviors need repeated interventions'],
          'Does the member show behaviors that need repeated interventions by mental health, social or judicial services?',
        ),
        interventionInLast90Days: flag(
          'clinician',
          [
            'behavior led to an intervention in the 90 days before the assessment',
            'behavior led to no intervention in the 90 days before the assessment',
          ],
          'Did behavior lead to an intervention by crisis response, social services or law enforcement in the 90 days before the assessment?',
        ),
        impairedDangerRecognition: flag(
          'clinician',
          [
            'danger is poorly recognized or social behavior significantly inappropriate',
            'danger is recognized and social behavior not significantly inappropriate',
          ],
          'Is the ability to recognize dangers impaired, or social behavior significantly inappropriate?',
        ),
      },
    ),
    expectedToBenefit: flag(
      'clinician',
      ['the member is expected to benefit', 'the member is not expected to benefit'],
      'Is the member expected to benefit from the service?',
    ),
    needsBetterMetElsewhere: flag(
      'clinician',
      ['the needs would be better met elsewhere', 'the needs would not be better met elsewhere'],
      'Would the needs be better met by another formal or informal system or support?',
      { good: false },
    ),
    recommendedByLpha: flag(
      'clinician',
      ['an LPHA recommends the service', 'no LPHA recommends the service'],
      'Does a Licensed Practitioner of the Healing Arts recommend the service within the scope of licensure?',
      {
        parts: [
          'A Licensed Practitioner of the Healing Arts recommends the service.',
          'The recommendation is within the scope of licensure.',
        ],
      },
    ),
    caregiverAgreesToParticipate: flag(
      'clinician',
      [
        'family, caregiver or guardian agrees to take an active part',
        'family, caregiver or guardian does not agree to take an active part',
      ],
      'Does the family, caregiver or guardian agree to take an active part?',
    ),
    scores: group(
      { says: 'Scores of assessment tools.' },
      {
        psiPercentile: score('percentile', 'the Parenting Stress Index percentile'),
        cbclSyndromeT: score('quantity', 'the highest Child Behavior Check List T score on a syndrome scale'),
        cbclDsmT: score('quantity', 'the highest Child Behavior Check List T score on a DSM-oriented scale'),
        calocusComposite: score(
          'quantity',
          'the CALOCUS composite score',
          'Only the composite score is accepted.',
        ),
      },
    ),
    scopeAndIntensityDocumented: flag(
      'clinician',
      [
        'the scope and intensity of services are documented',
        'the scope and intensity of services are not documented',
      ],
      'Are the scope and intensity of services that the goals need received and documented?',
      {
        parts: [
          'The scope and intensity of services that the goals need are received.',
          'They are documented.',
        ],
      },
    ),
    improvedAreas: fact(
      { many: areas, isClosed: true },
      'clinician',
      'the areas in which functioning improved',
      'In which areas of functioning has the member improved?',
    ),
    improvedPlanGoal: flag(
      'clinician',
      ['the member improved on a goal of the plan', 'the member improved on no goal of the plan'],
      'Has the member improved on at least one goal of the plan?',
    ),
    expectedToContinueBenefit: flag(
      'clinician',
      ['the member is expected to go on benefiting', 'the member is not expected to go on benefiting'],
      'Is the member expected to go on benefiting, the service remaining appropriate?',
      { parts: ['The member is expected to go on benefiting.', 'The service remains appropriate.'] },
    ),
    memberParticipates: flag(
      'clinician',
      [
        'the member takes part in treatment, treatment plan and discharge plan',
        'the member does not take part in treatment, treatment plan and discharge plan',
      ],
      'Do the member and others the plan identifies take part in treatment, treatment plan and discharge plan?',
      {
        parts: [
          'The member takes part in treatment, treatment plan and discharge plan.',
          'The others whom the plan identifies take part in them.',
        ],
      },
    ),
    caregiverParticipates: flag(
      'clinician',
      [
        'family, caregiver or guardian take an active part in treatment',
        'family, caregiver or guardian take no active part in treatment',
      ],
      'Do the family, caregiver or guardian, and others the plan identifies, take an active part in treatment?',
      {
        parts: [
          'The family, caregiver or guardian take an active part in treatment.',
          'The others whom the plan identifies take an active part in it.',
        ],
      },
    ),
    teamAgreesOnTreatment: flag(
      'clinician',
      [
        'the team agrees on goals, objectives and interventions',
        'the team does not agree on goals, objectives and interventions',
      ],
      'Do the designated others and the treatment team agree on goals, objectives and interventions?',
      {
        parts: [
          'They agree on the goals.',
          'They agree on the objectives.',
          'They agree on the interventions.',
        ],
      },
    ),
    outcomeRestored: flag(
      'clinician',
      [
        'the desired level of functioning has been restored and sustained',
        'the desired level of functioning has not been restored and sustained',
      ],
      "Has the desired level of functioning been restored and sustained over the plan's time frame?",
      {
        good: false,
        parts: [
          'The desired level of functioning has been restored.',
          "It has been sustained over the plan's time frame.",
        ],
      },
    ),
  },
);
