import { includesAny, is, not } from '../conditions/build.js';
import { general } from '../findings/citation.js';
import { adultCriteria } from './sc-prs-adults.js';
import { childCriteria } from './sc-prs-children.js';
import type { Service } from './service.js';
import { citing, prsPolicy } from './sources.js';

const policy = citing(prsPolicy);

/** South Carolina's psychosocial rehabilitation services: medical necessity policy, undated. */
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
      fails: 'The session is stated not to be directly related to these needs',
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
      fails: 'The session has none of the three skill areas among its activities',
      cite: policy('description'),
      denial: 'programRules',
    },
    {
      rule: 'session/community-setting',
      requires: is('communitySetting'),
      says: 'PRS must be provided in a supportive community environment.',
      fails: 'The setting is stated not to have been a supportive community environment',
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
    ...adultCriteria,
    ...childCriteria,
  ],
};
