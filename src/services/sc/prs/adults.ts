import {
  ageAtLeast,
  all,
  any,
  exists,
  hasDiagnosis,
  includesAny,
  is,
  notAfterService,
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

const isAdult = ageAtLeast({ years: 22 });

const admission = {
  appliesWhen: isAdult,
  otherwise: 'The criteria for adults are for members of 22 and older.',
  denial: 'necessity',
  ageReading: 'criteria-age',
} as const;

const continuing = {
  appliesWhen: all(isAdult, isContinued),
  otherwise: 'It is asked for continued service of members of 22 and older.',
  denial: 'necessity',
  ageReading: 'criteria-age',
} as const;

/** The criteria for adults; A of continued service says that those of admission are still met. */
export function adultCriteria(policy: Cite): readonly Criterion[] {
  return [
    {
      rule: 'necessity/adult-admission-a',
      ...admission,
      requires: all(
        is('assessment.byIndependentLpha'),
        notAfterService('assessment.date'),
        any(
          all(
            any(
              hasDiagnosis('bipolar'),
              hasDiagnosis('majorDepression'),
              hasDiagnosis('psychotic'),
              hasDiagnosis('substanceUse'),
            ),
            includesAny('assessment.conditions', ['SPMI']),
          ),
          all(hasDiagnosis('substanceUse'), includesAny('assessment.conditions', ['SUD'])),
        ),
      ),
      says: 'An independent LPHA must have diagnosed an SPMI that is bipolar disorder, major depression or a psychotic disorder, or a substance use disorder (SUD).',
      fails: 'The assessment does not show the diagnosis that is asked',
      cite: policy('criteria for adults, A'),
      reading: 'diagnosis-classes',
    },
    {
      rule: 'necessity/adult-admission-b',
      ...admission,
      requires: all(
        includesAny('assessment.conditions', ['SPMI', 'SUD']),
        is('assessment.symptomsInterfere'),
      ),
      says: 'The member must have an SPMI or SUD, with symptoms that interfere with functioning and environment.',
      fails: 'The assessment does not show what is asked',
      cite: policy('criteria for adults, B'),
    },
    {
      rule: 'necessity/adult-admission-c',
      ...admission,
      ...impairedInTwoAreas,
      cite: policy('criteria for adults, C'),
    },
    {
      rule: 'necessity/adult-admission-d',
      ...admission,
      ...leastRestrictive,
      cite: policy('criteria for adults, D'),
    },
    {
      rule: 'necessity/adult-admission-e',
      ...admission,
      ...threeNeeds(
        ['assessment.needs.belowExpectedFunctioning', 'functioning below what is expected at that age'],
        ['assessment.needs.atRisk', 'risk of hospitalization, homelessness or isolation'],
        ['assessment.needs.repeatedInterventions', 'behaviors that need repeated interventions'],
        [
          'assessment.needs.impairedDangerRecognition',
          'impaired recognition of dangers, or significantly inappropriate social behavior',
        ],
      ),
      cite: policy('criteria for adults, E'),
    },
    {
      rule: 'necessity/adult-admission-f',
      ...admission,
      ...expectedToBenefit,
      cite: policy('criteria for adults, F'),
    },
    {
      rule: 'necessity/adult-admission-g',
      ...admission,
      ...recommended,
      cite: policy('criteria for adults, G'),
    },
    {
      rule: 'necessity/adult-continued-b',
      ...continuing,
      ...scopeAndIntensity,
      cite: policy('continued service criteria for adults, B'),
    },
    {
      rule: 'necessity/adult-continued-c',
      ...continuing,
      ...improvedInTwoAreas,
      cite: policy('continued service criteria for adults, C'),
    },
    {
      rule: 'necessity/adult-continued-d',
      ...continuing,
      requires: all(is('assessment.memberParticipates'), is('assessment.teamAgreesOnTreatment')),
      says: 'The member and others must take part in treatment, treatment plan and discharge plan, and the team must agree on treatment.',
      fails: 'The part that is asked is not taken',
      cite: policy('continued service criteria for adults, D'),
    },
    {
      rule: 'necessity/adult-continued-e',
      ...continuing,
      requires: all(exists('assessment'), is('assessment.outcomeRestored', false)),
      says: "The desired level of functioning must not have been restored and sustained over the plan's time frame.",
      fails: 'The desired level of functioning has been restored and sustained',
      cite: policy('continued service criteria for adults, E'),
    },
  ];
}
