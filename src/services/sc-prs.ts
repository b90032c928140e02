import {
  ageAtLeast,
  ageBelow,
  all,
  any,
  atLeast,
  atLeastNumber,
  exists,
  hasDiagnosis,
  includesAny,
  is,
  not,
  notAfterService,
  oneOf,
} from '../conditions/build.js';
import { areas } from '../facts/codes.js';
import { general } from '../findings/citation.js';
import type { Criterion, Service } from './service.js';
import { citing, prsPolicy } from './sources.js';

const policy = citing(prsPolicy);

const isAdult = ageAtLeast({ years: 22 });
const isChild = ageBelow({ years: 22 });
const isContinued = oneOf('assessment.review', ['continued-service']);

const forAdults = {
  appliesWhen: isAdult,
  otherwise: 'the criteria for adults are for members of 22 and older',
};
const forChildren = {
  appliesWhen: isChild,
  otherwise: 'the criteria for children are for members of 21 and younger',
};
const forAdultsContinuing = {
  appliesWhen: all(isAdult, isContinued),
  otherwise: 'it is asked for continued service of members of 22 and older',
};
const forChildrenContinuing = {
  appliesWhen: all(isChild, isContinued),
  otherwise: 'it is asked for continued service of members of 21 and younger',
};

const impairedInTwoAreas = atLeast(
  2,
  areas.map((area) => oneOf(`assessment.impairments.${area}`, ['moderate', 'severe'])),
);
const improvedInTwoAreas = atLeast(
  2,
  areas.map((area) => includesAny('assessment.improvedAreas', [area])),
);
const leastRestrictive = all(
  is('assessment.traditionalServicesInappropriate'),
  is('assessment.leastRestrictive'),
);
const benefits = all(is('assessment.expectedToBenefit'), is('assessment.needsBetterMetElsewhere', false));

const adultAdmission: readonly Criterion[] = [
  {
    rule: 'necessity/adult-admission-a',
    ...forAdults,
    requires: all(
      is('assessment.byIndependentLpha'),
      notAfterService('assessment.date'),
      any(
        all(
          any(hasDiagnosis('bipolar'), hasDiagnosis('majorDepression'), hasDiagnosis('psychotic')),
          includesAny('assessment.conditions', ['SPMI']),
        ),
        all(hasDiagnosis('substanceUse'), includesAny('assessment.conditions', ['SUD'])),
      ),
    ),
    says: 'An independent LPHA must have diagnosed an SPMI with bipolar disorder, major depression or a psychotic disorder, or a substance use disorder.',
    fails: 'By {on} no assessment by an independent LPHA shows such a diagnosis',
    cite: policy('criteria for adults, A'),
    reading: 'diagnosis-classes',
    denial: 'necessity',
  },
  {
    rule: 'necessity/adult-admission-b',
    ...forAdults,
    requires: all(includesAny('assessment.conditions', ['SPMI', 'SUD']), is('assessment.symptomsInterfere')),
    says: 'The member must have an SPMI or SUD, with symptoms that interfere with functioning and environment.',
    fails: 'The assessment shows no SPMI or SUD, or no interference',
    cite: policy('criteria for adults, B'),
    denial: 'necessity',
  },
  {
    rule: 'necessity/adult-admission-c',
    ...forAdults,
    requires: impairedInTwoAreas,
    says: 'There must be moderate to severe functional impairment in two or more of four areas.',
    fails: 'Fewer than two areas are moderately or severely impaired',
    cite: policy('criteria for adults, C'),
    denial: 'necessity',
  },
  {
    rule: 'necessity/adult-admission-d',
    ...forAdults,
    requires: leastRestrictive,
    says: 'Traditional services must not be appropriate now, and the care must be the least restrictive with benefit outweighing harm.',
    fails: 'The assessment denies one of these',
    cite: policy('criteria for adults, D'),
    denial: 'necessity',
  },
  {
    rule: 'necessity/adult-admission-e',
    ...forAdults,
    requires: atLeast(3, [
      is('assessment.needs.belowExpectedFunctioning'),
      is('assessment.needs.atRisk'),
      is('assessment.needs.repeatedInterventions'),
      is('assessment.needs.impairedDangerRecognition'),
    ]),
    says: 'Three or more of four needs must be documented.',
    fails: 'Fewer than three of the needs are met',
    cite: policy('criteria for adults, E'),
    denial: 'necessity',
  },
  {
    rule: 'necessity/adult-admission-f',
    ...forAdults,
    requires: benefits,
    says: 'The member must be expected to benefit, with needs that would not be better met by another system or support.',
    fails: 'The assessment denies one of these',
    cite: policy('criteria for adults, F'),
    denial: 'necessity',
  },
  {
    rule: 'necessity/adult-admission-g',
    ...forAdults,
    requires: is('assessment.recommendedByLpha'),
    says: 'An LPHA must recommend the service within the scope of licensure.',
    fails: 'No LPHA is stated to recommend it',
    cite: policy('criteria for adults, G'),
    denial: 'necessity',
  },
];

const adultContinued: readonly Criterion[] = [
  {
    rule: 'necessity/adult-continued-b',
    ...forAdultsContinuing,
    requires: is('assessment.scopeAndIntensityDocumented'),
    says: 'The scope and intensity of services that the goals need must be received and documented.',
    fails: 'Scope and intensity are stated not to be documented',
    cite: policy('continued service criteria for adults, B'),
    denial: 'necessity',
  },
  {
    rule: 'necessity/adult-continued-c',
    ...forAdultsContinuing,
    requires: all(improvedInTwoAreas, is('assessment.expectedToContinueBenefit')),
    says: 'Functioning must have improved in two or more areas, and the member be expected to go on benefiting.',
    fails: 'Fewer than two areas have improved, or no further benefit is expected',
    cite: policy('continued service criteria for adults, C'),
    denial: 'necessity',
  },
  {
    rule: 'necessity/adult-continued-d',
    ...forAdultsContinuing,
    requires: all(is('assessment.memberParticipates'), is('assessment.teamAgreesOnTreatment')),
    says: 'The member and others must take part in treatment, treatment plan and discharge plan, and the team must agree on treatment.',
    fails: 'One of these is stated not to be so',
    cite: policy('continued service criteria for adults, D'),
    denial: 'necessity',
  },
  {
    rule: 'necessity/adult-continued-e',
    ...forAdultsContinuing,
    requires: all(exists('assessment'), is('assessment.outcomeRestored', false)),
    says: "The desired level of functioning must not have been restored and sustained over the plan's time frame.",
    fails: 'The desired level is stated to have been restored and sustained',
    cite: policy('continued service criteria for adults, E'),
    denial: 'necessity',
  },
];

const childAdmission: readonly Criterion[] = [
  {
    rule: 'necessity/child-admission-a',
    ...forChildren,
    requires: all(
      is('assessment.byIndependentLpha'),
      notAfterService('assessment.date'),
      is('assessment.responsiveDiagnosis'),
    ),
    says: "An independent LPHA must have made a DSM diagnosis that requires and will respond to the service's interventions.",
    fails: 'By {on} no assessment by an independent LPHA shows such a diagnosis',
    cite: policy('admission criteria for children and adolescents, A'),
    reading: 'independent-lpha',
    denial: 'necessity',
  },
  {
    rule: 'necessity/child-admission-b',
    ...forChildren,
    requires: all(
      any(
        all(includesAny('assessment.conditions', ['SPMI']), ageAtLeast({ years: 18 })),
        all(includesAny('assessment.conditions', ['SED']), ageBelow({ years: 18 })),
        includesAny('assessment.conditions', ['SUD']),
        all(includesAny('assessment.conditions', ['Z-CODE']), ageBelow({ years: 7 })),
      ),
      is('assessment.symptomsInterfere'),
    ),
    says: 'The member must have an SPMI, SED or SUD, or under 7 an applicable Z-code, with symptoms that interfere with functioning and environment.',
    fails: 'The assessment shows none of these that counts at the age on {on}, or no interference',
    cite: policy('admission criteria for children and adolescents, B; definitions'),
    reading: 'two-age-axes',
    denial: 'necessity',
  },
  {
    rule: 'necessity/child-admission-c',
    ...forChildren,
    requires: impairedInTwoAreas,
    says: 'There must be moderate to severe functional impairment in two or more of four areas.',
    fails: 'Fewer than two areas are moderately or severely impaired',
    cite: policy('admission criteria for children and adolescents, C'),
    denial: 'necessity',
  },
  {
    rule: 'necessity/child-admission-d',
    ...forChildren,
    requires: leastRestrictive,
    says: 'Traditional services must not be appropriate now, and the care must be the least restrictive with benefit outweighing harm.',
    fails: 'The assessment denies one of these',
    cite: policy('admission criteria for children and adolescents, D'),
    denial: 'necessity',
  },
  {
    rule: 'necessity/child-admission-e',
    ...forChildren,
    requires: atLeast(3, [
      is('assessment.needs.belowExpectedFunctioning'),
      is('assessment.needs.atRiskOfPlacement'),
      is('assessment.needs.interventionInLast90Days'),
      is('assessment.needs.impairedDangerRecognition'),
    ]),
    says: 'Three or more of four needs must be documented.',
    fails: 'Fewer than three of the needs are met',
    cite: policy('admission criteria for children and adolescents, E'),
    reading: 'ninety-days',
    denial: 'necessity',
  },
  {
    rule: 'necessity/child-admission-f',
    ...forChildren,
    requires: is('assessment.caregiverAgreesToParticipate'),
    says: 'The family, caregiver or guardian must agree to be an active participant.',
    fails: 'No such agreement is stated',
    cite: policy('admission criteria for children and adolescents, F'),
    denial: 'necessity',
  },
  {
    rule: 'necessity/child-admission-g',
    ...forChildren,
    requires: is('assessment.recommendedByLpha'),
    says: 'An LPHA must recommend the service within the scope of licensure.',
    fails: 'No LPHA is stated to recommend it',
    cite: policy('admission criteria for children and adolescents, G'),
    denial: 'necessity',
  },
  {
    rule: 'necessity/child-admission-h',
    ...forChildren,
    requires: benefits,
    says: 'The member must be expected to benefit, with needs that would not be better met by another system or support.',
    fails: 'The assessment denies one of these',
    cite: policy('admission criteria for children and adolescents, H'),
    denial: 'necessity',
  },
  {
    rule: 'necessity/child-admission-i',
    appliesWhen: all(
      isChild,
      not(oneOf('agency.ownership', ['public'])),
      ageBelow({ years: 19 }, 'assessment.date'),
    ),
    otherwise:
      'a score is asked of private providers, for members of 21 and younger assessed before the 19th birthday',
    requires: any(
      all(ageBelow({ months: 18 }, 'assessment.date'), atLeastNumber('assessment.scores.psiPercentile', 81)),
      all(
        ageAtLeast({ months: 18 }, 'assessment.date'),
        ageBelow({ years: 6 }, 'assessment.date'),
        atLeastNumber('assessment.scores.cbclSyndromeT', 65),
        atLeastNumber('assessment.scores.cbclDsmT', 65),
      ),
      all(
        ageAtLeast({ years: 6 }, 'assessment.date'),
        atLeastNumber('assessment.scores.calocusComposite', 17),
      ),
    ),
    says: 'The score on the assessment tool for the age must indicate need: PSI from the 81st percentile, CBCL T scores from 65, CALOCUS from 17.',
    fails: 'The score for the age at the assessment falls short',
    cite: policy('admission criteria for children and adolescents, I'),
    reading: 'score-age',
    denial: 'necessity',
  },
];

const childContinued: readonly Criterion[] = [
  {
    rule: 'necessity/child-continued-a',
    ...forChildrenContinuing,
    requires: is('assessment.scopeAndIntensityDocumented'),
    says: 'The scope and intensity of services that the goals need must be received and documented.',
    fails: 'Scope and intensity are stated not to be documented',
    cite: policy('continued service criteria for children and adolescents, A'),
    denial: 'necessity',
  },
  {
    rule: 'necessity/child-continued-b',
    ...forChildrenContinuing,
    requires: all(is('assessment.improvedPlanGoal'), is('assessment.expectedToContinueBenefit')),
    says: 'The member must have improved on at least one goal of the plan and be expected to benefit.',
    fails: 'No goal has improved, or no further benefit is expected',
    cite: policy('continued service criteria for children and adolescents, B'),
    denial: 'necessity',
  },
  {
    rule: 'necessity/child-continued-c',
    ...forChildrenContinuing,
    requires: all(improvedInTwoAreas, is('assessment.expectedToContinueBenefit')),
    says: 'Functioning must have improved in two or more areas, and the member be expected to go on benefiting.',
    fails: 'Fewer than two areas have improved, or no further benefit is expected',
    cite: policy('continued service criteria for children and adolescents, C'),
    denial: 'necessity',
  },
  {
    rule: 'necessity/child-continued-e',
    ...forChildrenContinuing,
    requires: all(is('assessment.caregiverParticipates'), is('assessment.teamAgreesOnTreatment')),
    says: 'Family, caregiver or guardian and others must take an active part in treatment, and the team must agree on it.',
    fails: 'One of these is stated not to be so',
    cite: policy('continued service criteria for children and adolescents, E'),
    denial: 'necessity',
  },
];

/** South Carolina's psychosocial rehabilitation services. */
export const prs: Service = {
  id: 'sc/prs',
  title: 'Psychosocial Rehabilitation Services',
  jurisdiction: 'SC',
  inForce: { cite: policy('whole text, undated'), reading: 'undated-source' },
  codes: [{ funding: 'medicaid', procedureCode: 'H2017', modifiers: [], rates: [] }],
  unit: { minutes: 15, cite: general('H2017 is counted in units of 15 minutes') },
  criteria: [
    {
      rule: 'session/face-to-face',
      requires: is('faceToFace'),
      says: 'PRS is a face-to-face service.',
      fails: 'The session is stated not to have been face-to-face',
      cite: policy('description'),
      denial: 'programRules',
    },
    {
      rule: 'session/skill-building',
      requires: not(includesAny('activities', ['psychotherapy', 'counseling'])),
      says: 'PRS is skill building, not psychotherapy or counseling.',
      fails: 'The session has psychotherapy or counseling among its activities',
      cite: policy('description'),
      reading: 'mixed-session',
      denial: 'notCovered',
    },
    {
      rule: 'session/related-to-needs',
      requires: is('relatedToNeeds'),
      says: "Services must be directly related to the member's diagnostic and clinical needs.",
      fails: 'The session is stated not to be so related',
      cite: policy('description'),
      denial: 'programRules',
    },
    {
      rule: 'plan/goal',
      requires: is('plan.sessionServesGoal'),
      says: "Services are expected to achieve the goals of the member's individual plan of care.",
      fails: 'The session works toward no goal of a plan',
      cite: policy('description'),
      denial: 'plan',
    },
    {
      rule: 'session/skill-area',
      requires: includesAny('activities', [
        'independent-living-skills',
        'personal-living-skills',
        'interpersonal-skills',
      ]),
      says: 'PRS works on independent living, personal living or interpersonal skills.',
      fails: 'The session has none of the three among its activities',
      cite: policy('description'),
      denial: 'programRules',
    },
    {
      rule: 'session/community-setting',
      requires: is('communitySetting'),
      says: 'PRS must be provided in a supportive community environment.',
      fails: 'The session is stated not to have been in such a setting',
      cite: policy('description'),
      denial: 'programRules',
    },
    {
      rule: 'session/person-centered',
      requires: is('personCentered'),
      severity: 'warning',
      says: 'PRS should be strengths-based and person-centered.',
      fails: 'The session is stated not to have been person-centered and strengths-based',
      cite: policy('description'),
      denial: 'programRules',
    },
    ...adultAdmission,
    ...adultContinued,
    ...childAdmission,
    ...childContinued,
  ],
};
