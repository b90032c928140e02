import {
  ageAtLeast,
  ageBelow,
  all,
  any,
  atLeastNumber,
  includesAny,
  is,
  not,
  notAfterService,
  notEmpty,
  oneOf,
  reading,
} from '../../../conditions/build.js';
import {
  expectedToBenefit,
  impairedInTwoAreas,
  improvedInTwoAreas,
  isContinued,
  leastRestrictive,
  recommended,
  scopeAndIntensity,
  threeNeeds,
} from './necessity.js';
import type { Cite } from '../../document.js';
import type { Criterion } from '../../service.js';

const isChild = ageBelow({ years: 22 });

const admission = {
  appliesWhen: isChild,
  otherwise: 'The criteria for children are for members of 21 and younger.',
  denial: 'necessity',
  ageReading: 'criteria-age',
} as const;

const continuing = {
  appliesWhen: all(isChild, isContinued),
  otherwise: 'It is asked for continued service of members of 21 and younger.',
  denial: 'necessity',
  ageReading: 'criteria-age',
} as const;

/** The criteria for children and adolescents; D of continued service says that those of admission are still met. */
export function childCriteria(policy: Cite): readonly Criterion[] {
  return [
    {
      rule: 'necessity/child-admission-a',
      ...admission,
      requires: all(
        is('assessment.byIndependentLpha'),
        notAfterService('assessment.date'),
        is('assessment.responsiveDiagnosis'),
        notEmpty('assessment.diagnoses'),
      ),
      says: "An independent LPHA must have made a DSM diagnosis that requires and will respond to the service's interventions.",
      fails: 'The assessment does not show the diagnosis that is asked',
      cite: policy('admission criteria for children and adolescents, A'),
      reading: 'independent-lpha',
    },
    {
      rule: 'necessity/child-admission-b',
      ...admission,
      requires: all(
        any(
          all(includesAny('assessment.conditions', ['SPMI']), ageAtLeast({ years: 18 })),
          all(
            includesAny('assessment.conditions', ['SED']),
            any(ageBelow({ years: 18 }), reading('sedUntil', 22)),
          ),
          includesAny('assessment.conditions', ['SUD']),
          all(includesAny('assessment.conditions', ['Z-CODE']), ageBelow({ years: 7 })),
        ),
        is('assessment.symptomsInterfere'),
      ),
      says: 'The member must have an SPMI from 18 on, an SED under 18, an SUD, or under 7 an applicable Z-code, with symptoms that interfere with functioning and environment.',
      fails: 'The assessment does not show what is asked',
      cite: policy('admission criteria for children and adolescents, B; definitions'),
      reading: 'two-age-axes',
    },
    {
      rule: 'necessity/child-admission-c',
      ...admission,
      ...impairedInTwoAreas,
      cite: policy('admission criteria for children and adolescents, C'),
    },
    {
      rule: 'necessity/child-admission-d',
      ...admission,
      ...leastRestrictive,
      cite: policy('admission criteria for children and adolescents, D'),
    },
    {
      rule: 'necessity/child-admission-e',
      ...admission,
      ...threeNeeds(
        ['assessment.needs.belowExpectedFunctioning', 'functioning below what is expected at that age'],
        ['assessment.needs.atRiskOfPlacement', 'risk of hospitalization or out-of-home placement'],
        ['assessment.needs.interventionInLast90Days', 'an intervention in the 90 days before the assessment'],
        [
          'assessment.needs.impairedDangerRecognition',
          'impaired recognition of dangers, or significantly inappropriate social behavior',
        ],
      ),
      cite: policy('admission criteria for children and adolescents, E'),
      reading: 'ninety-days',
    },
    {
      rule: 'necessity/child-admission-f',
      ...admission,
      requires: is('assessment.caregiverAgreesToParticipate'),
      says: 'The family, caregiver or guardian must agree to be an active participant.',
      fails: 'The family, caregiver or guardian does not agree to take an active part',
      cite: policy('admission criteria for children and adolescents, F'),
    },
    {
      rule: 'necessity/child-admission-g',
      ...admission,
      ...recommended,
      cite: policy('admission criteria for children and adolescents, G'),
    },
    {
      rule: 'necessity/child-admission-h',
      ...admission,
      ...expectedToBenefit,
      cite: policy('admission criteria for children and adolescents, H'),
    },
    {
      rule: 'necessity/child-admission-i',
      ...admission,
      appliesWhen: all(
        isChild,
        not(oneOf('agency.ownership', ['public'])),
        ageBelow({ years: 19 }, 'assessment.date'),
      ),
      otherwise:
        'A score is asked of private providers, for members of 21 and younger assessed before the 19th birthday.',
      requires: any(
        all(
          ageBelow({ months: 18 }, 'assessment.date'),
          atLeastNumber('assessment.scores.psiPercentile', 81),
        ),
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
      says: 'The score on the assessment tool for the age must indicate need: PSI from the 81st percentile under 18 months, CBCL T scores from 65 under 6 years, CALOCUS from 17 after that.',
      fails: 'The score on the tool for the age at the assessment does not indicate need',
      cite: policy('admission criteria for children and adolescents, I'),
      reading: 'score-age',
    },
    {
      rule: 'necessity/child-continued-a',
      ...continuing,
      ...scopeAndIntensity,
      cite: policy('continued service criteria for children and adolescents, A'),
    },
    {
      rule: 'necessity/child-continued-b',
      ...continuing,
      requires: all(is('assessment.improvedPlanGoal'), is('assessment.expectedToContinueBenefit')),
      says: 'The member must have improved on at least one goal of the plan and be expected to benefit.',
      fails: 'The improvement is not enough',
      cite: policy('continued service criteria for children and adolescents, B'),
    },
    {
      rule: 'necessity/child-continued-c',
      ...continuing,
      ...improvedInTwoAreas,
      cite: policy('continued service criteria for children and adolescents, C'),
    },
    {
      rule: 'necessity/child-continued-e',
      ...continuing,
      requires: all(is('assessment.caregiverParticipates'), is('assessment.teamAgreesOnTreatment')),
      says: 'Family, caregiver or guardian and others must take an active part in treatment, and the team must agree on it.',
      fails: 'The part that is asked is not taken',
      cite: policy('continued service criteria for children and adolescents, E'),
    },
  ];
}
