import { all, includesAny, is, not, planInForce } from '../../../conditions/build.js';
import { general } from '../../../findings/citation.js';
import { citing, EXPLAINS, NOT_ON_A_SESSION, PERMITS, type Document, type Source } from '../../document.js';
import type { Service } from '../../service.js';
import { adultCriteria } from './adults.js';
import { childCriteria } from './children.js';

export const source: Source = {
  id: 'sc-prs',
  title: 'Psychosocial Rehabilitation Services, medical necessity policy, undated',
  issuer: 'South Carolina Medicaid',
  jurisdiction: 'SC',
};

/** South Carolina's psychosocial rehabilitation services: medical necessity policy, undated. */
export const prs = /* @__PURE__ */ citing(source, (policy): Service => ({
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
      fails: 'The session was not face-to-face',
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
      fails: "The session was not directly related to the member's diagnostic and clinical needs",
      cite: policy('description'),
      denial: 'programRules',
    },
    {
      rule: 'plan/goal',
      requires: all(is('plan.sessionServesGoal'), planInForce({ asStated: true })),
      says: "Services are expected to achieve the goals of the member's individual plan of care.",
      fails: 'The session serves no goal of a plan in force',
      cite: policy('description'),
      reading: 'plan-dates',
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
      fails: 'None of the activities of the session works on one of the three areas of skills',
      cite: policy('description'),
      denial: 'programRules',
    },
    {
      rule: 'session/community-setting',
      requires: is('communitySetting'),
      says: 'PRS must be provided in a supportive community environment.',
      fails: 'The session was not held in a supportive community environment',
      cite: policy('description'),
      denial: 'programRules',
    },
    {
      rule: 'session/person-centered',
      requires: is('personCentered'),
      severity: 'warning',
      says: 'PRS should be strengths-based and person-centered.',
      fails:
        'The session was not all of these: individualized, person-centered, strengths-based, with a focus on recovery',
      cite: policy('description'),
      denial: 'programRules',
    },
    ...adultCriteria(policy),
    ...childCriteria(policy),
  ],
}));

export const text: Document['text'] = [
  'whole text, undated',
  'description',
  {
    section: 'description',
    says: 'It enhances, restores or strengthens the skills of independence and stability.',
    because: EXPLAINS,
  },
  {
    section: 'description',
    says: 'Time-limited, with intensity that fits the impairment and decreases as skills grow.',
    because: NOT_ON_A_SESSION,
  },
  {
    section: 'description',
    says: 'Based on medical necessity.',
    because: 'The criteria below say what that is.',
  },
  {
    section: 'description',
    says: 'It helps to take responsibility, to strengthen living skills and to find supports.',
    because: EXPLAINS,
  },
  {
    section: 'description',
    says: 'Opportunities for skills and community integration.',
    because: NOT_ON_A_SESSION,
  },
  'criteria for adults, A',
  'criteria for adults, B',
  'criteria for adults, C',
  'criteria for adults, D',
  'criteria for adults, E',
  'criteria for adults, F',
  'criteria for adults, G',
  {
    section: 'continued service criteria for adults, A',
    says: 'The admission criteria are still met.',
    because: 'The admission criteria are judged in a review of continued service too.',
  },
  'continued service criteria for adults, B',
  'continued service criteria for adults, C',
  'continued service criteria for adults, D',
  'continued service criteria for adults, E',
  'admission criteria for children and adolescents, A',
  'admission criteria for children and adolescents, B; definitions',
  'admission criteria for children and adolescents, C',
  'admission criteria for children and adolescents, D',
  'admission criteria for children and adolescents, E',
  'admission criteria for children and adolescents, F',
  'admission criteria for children and adolescents, G',
  'admission criteria for children and adolescents, H',
  'admission criteria for children and adolescents, I',
  'continued service criteria for children and adolescents, A',
  'continued service criteria for children and adolescents, B',
  'continued service criteria for children and adolescents, C',
  {
    section: 'continued service criteria for children and adolescents, D',
    says: 'The admission criteria are still met.',
    because: 'The admission criteria are judged in a review of continued service too.',
  },
  'continued service criteria for children and adolescents, E',
  {
    section: 'not medically necessary',
    says: 'A criterion that is not met means not medically necessary.',
    because: 'It is why each criterion is an error.',
  },
  {
    section: 'coding',
    says: 'H2017, with no modifier; the text sets no unit, which is the national one.',
    rules: ['claim/code', 'units/whole', 'units/time', 'units/unbilled-time'],
  },
  {
    section: 'discussion and general information',
    says: 'None.',
    because: EXPLAINS,
  },
  {
    section: 'whole text, undated',
    says: 'It names no rate, unit limit, format or group limit.',
    because: PERMITS,
  },
  {
    section: 'definitions',
    says: 'SPMI begins at 18; SED ends at 18 and leaves out V codes, substance use and developmental disorders by themselves.',
    because: 'The ages are in the criterion that rests on them; the diagnosis is the assessor’s.',
  },
  {
    section: 'definitions',
    says: 'What a functional impairment is, the episodic one included and a passing response to stress left out.',
    because: 'The level of impairment is the assessor’s to state.',
  },
  { section: 'definitions', says: 'What a substance use disorder is.', because: EXPLAINS },
];
