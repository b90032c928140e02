import * as z from './zod.js';
import type { Facts } from './stated.js';
import { areas, assessedConditions, impairmentLevels } from './codes.js';
import { civilDate, fact, flag, quantity, text } from './scalars.js';

const impairment = fact(z.enum(impairmentLevels));

export const assessmentSchema = z.strictObject({
  date: fact(civilDate),
  review: fact(z.enum(['admission', 'continued-service'])),
  byIndependentLpha: fact(flag),
  diagnoses: fact(z.array(text)),
  responsiveDiagnosis: fact(flag),
  conditions: fact(z.array(z.enum(assessedConditions))),
  symptomsInterfere: fact(flag),
  impairments: fact(
    z.strictObject({
      dailyLiving: impairment,
      personalRelationships: impairment,
      schoolOrWork: impairment,
      recreation: impairment,
    }),
  ),
  traditionalServicesInappropriate: fact(flag),
  leastRestrictive: fact(flag),
  needs: fact(
    z.strictObject({
      belowExpectedFunctioning: fact(flag),
      atRisk: fact(flag),
      atRiskOfPlacement: fact(flag),
      repeatedInterventions: fact(flag),
      interventionInLast90Days: fact(flag),
      impairedDangerRecognition: fact(flag),
    }),
  ),
  expectedToBenefit: fact(flag),
  needsBetterMetElsewhere: fact(flag),
  recommendedByLpha: fact(flag),
  caregiverAgreesToParticipate: fact(flag),
  scores: fact(
    z.strictObject({
      psiPercentile: fact(quantity.max(100)),
      cbclSyndromeT: fact(quantity),
      cbclDsmT: fact(quantity),
      calocusComposite: fact(quantity),
    }),
  ),
  scopeAndIntensityDocumented: fact(flag),
  improvedAreas: fact(z.array(z.enum(areas))),
  improvedPlanGoal: fact(flag),
  expectedToContinueBenefit: fact(flag),
  memberParticipates: fact(flag),
  caregiverParticipates: fact(flag),
  teamAgreesOnTreatment: fact(flag),
  outcomeRestored: fact(flag),
});

/**
 * The diagnostic assessment and the judgement of the licensed practitioner, which South Carolina's criteria of medical
 * necessity read. Diagnoses are ICD-10-CM codes, with or without the point.
 */
export interface Assessment extends Facts<typeof assessmentSchema> {}
