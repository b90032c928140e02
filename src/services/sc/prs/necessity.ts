import { all, atLeast, includesAny, is, oneOf } from '../../../conditions/build.js';
import type { FlagPath } from '../../../facts/generated/types.js';
import { areas } from '../../../facts/generated/codes.js';
import type { Criterion } from '../../service.js';

/** What a criterion asks, whichever set of criteria it stands in. */
type Demand = Pick<Criterion, 'requires' | 'says' | 'fails'>;

/** The review is of continued service; one of admission asks for the admission criteria alone. */
export const isContinued = oneOf('assessment.review', ['continued-service']);

const areaNames = ['daily living', 'personal relationships', 'school or work', 'recreation'];

export const impairedInTwoAreas: Demand = {
  requires: atLeast(
    2,
    areas.map((area) => oneOf(`assessment.impairments.${area}`, ['moderate', 'severe'])),
    { of: 'areas', are: 'moderately or severely impaired', names: areaNames },
  ),
  says: 'There must be moderate to severe functional impairment in two or more of four areas.',
  fails: 'Fewer than two areas are moderately or severely impaired',
};

export const leastRestrictive: Demand = {
  requires: all(is('assessment.traditionalServicesInappropriate'), is('assessment.leastRestrictive')),
  says: 'Traditional services must not be appropriate now, and the care must be the least restrictive with benefit outweighing harm.',
  fails: 'The service is not the least restrictive care that is appropriate',
};

/** Each need with what it is called. */
export function threeNeeds(...needs: readonly (readonly [FlagPath, string])[]): Demand {
  return {
    requires: atLeast(
      3,
      needs.map(([need]) => is(need)),
      { of: 'needs', are: 'met', names: needs.map(([, name]) => name) },
    ),
    says: 'Three or more of four needs must be documented.',
    fails: 'Fewer than three of the needs are met',
  };
}

export const expectedToBenefit: Demand = {
  requires: all(is('assessment.expectedToBenefit'), is('assessment.needsBetterMetElsewhere', false)),
  says: 'The member must be expected to benefit, with needs that would not be better met by another system or support.',
  fails: 'No benefit is expected that would not be better had elsewhere',
};

export const recommended: Demand = {
  requires: is('assessment.recommendedByLpha'),
  says: 'An LPHA must recommend the service within the scope of licensure.',
  fails: 'The assessment has no recommendation of the service by an LPHA within the scope of licensure',
};

export const scopeAndIntensity: Demand = {
  requires: is('assessment.scopeAndIntensityDocumented'),
  says: 'The scope and intensity of services that the goals need must be received and documented.',
  fails: 'The scope and intensity of services that the goals need are not received and documented',
};

export const improvedInTwoAreas: Demand = {
  requires: all(
    atLeast(
      2,
      areas.map((area) => includesAny('assessment.improvedAreas', [area])),
      { of: 'areas', are: 'improved', names: areaNames },
    ),
    is('assessment.expectedToContinueBenefit'),
  ),
  says: 'Functioning must have improved in two or more areas, and the member be expected to go on benefiting.',
  fails: 'The improvement is not enough',
};
