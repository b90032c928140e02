import { EXPLAINS, NOT_ON_A_SESSION, PERMITS, type Clause } from './clause.js';

/** South Carolina's policy on psychosocial rehabilitation services. */
export const prsClauses: readonly Clause[] = [
  { section: 'whole text, undated', says: 'The text has no date.', rules: ['service/in-force'] },
  { section: 'description', says: 'A face-to-face service.', rules: ['session/face-to-face'] },
  {
    section: 'description',
    says: 'It enhances, restores or strengthens the skills of independence and stability.',
    because: EXPLAINS,
  },
  {
    section: 'description',
    says: 'Skill building, not psychotherapy or counseling.',
    rules: ['session/skill-building'],
  },
  {
    section: 'description',
    says: 'Time-limited, with intensity that fits the impairment and decreases as skills grow.',
    because: NOT_ON_A_SESSION,
  },
  {
    section: 'description',
    says: "Directly related to the member's diagnostic and clinical needs.",
    rules: ['session/related-to-needs'],
  },
  {
    section: 'description',
    says: 'Based on medical necessity.',
    because: 'The criteria below say what that is.',
  },
  {
    section: 'description',
    says: 'Expected to achieve the goals of the plan of care.',
    rules: ['plan/goal'],
  },
  {
    section: 'description',
    says: 'Independent living, personal living and interpersonal skills.',
    rules: ['session/skill-area'],
  },
  {
    section: 'description',
    says: 'It helps to take responsibility, to strengthen living skills and to find supports.',
    because: EXPLAINS,
  },
  {
    section: 'description',
    says: 'Provided in a supportive community environment.',
    rules: ['session/community-setting'],
  },
  {
    section: 'description',
    says: 'Should be strengths-based and person-centered.',
    rules: ['session/person-centered'],
  },
  {
    section: 'description',
    says: 'Opportunities for skills and community integration.',
    because: NOT_ON_A_SESSION,
  },
  ...(
    [
      ['A', 'Evaluated by an independent LPHA and diagnosed with an SPMI of the kinds named, or SUD.', 'a'],
      ['B', 'SPMI or SUD, with symptoms that interfere.', 'b'],
      ['C', 'Moderate to severe impairment in two or more of four areas.', 'c'],
      ['D', 'Traditional services not appropriate now; least restrictive; benefit outweighs harm.', 'd'],
      ['E', 'Three or more of four needs.', 'e'],
      ['F', 'Expected to benefit; needs not better met elsewhere.', 'f'],
      ['G', 'Recommended by an LPHA within scope.', 'g'],
    ] as const
  ).map(([letter, says, rule]): Clause => ({
    section: `criteria for adults, ${letter}`,
    says,
    rules: [`necessity/adult-admission-${rule}`],
  })),
  {
    section: 'continued service criteria for adults, A',
    says: 'The admission criteria are still met.',
    because: 'The admission criteria are judged in a review of continued service too.',
  },
  ...(
    [
      ['B', 'Scope and intensity received and documented.', 'b'],
      ['C', 'Improved in two or more areas, and expected to go on benefiting.', 'c'],
      ['D', 'Member and others take part; the team agrees.', 'd'],
      ['E', 'The desired level is not restored and sustained.', 'e'],
    ] as const
  ).map(([letter, says, rule]): Clause => ({
    section: `continued service criteria for adults, ${letter}`,
    says,
    rules: [`necessity/adult-continued-${rule}`],
  })),
  ...(
    [
      ['A', 'Assessed by an independent LPHA with a DSM diagnosis that will respond to the service.', 'a'],
      ['C', 'Moderate to severe impairment in two or more of four areas.', 'c'],
      ['D', 'Traditional services not appropriate now; least restrictive; benefit outweighs harm.', 'd'],
      ['E', 'Three or more of four needs.', 'e'],
      ['F', 'Family, caregiver or guardian agrees to take an active part.', 'f'],
      ['G', 'Recommended by an LPHA within scope.', 'g'],
      ['H', 'Expected to benefit; needs not better met elsewhere.', 'h'],
      ['I', "The score on the age's assessment tool indicates need; private providers only.", 'i'],
    ] as const
  ).map(([letter, says, rule]): Clause => ({
    section: `admission criteria for children and adolescents, ${letter}`,
    says,
    rules: [`necessity/child-admission-${rule}`],
  })),
  {
    section: 'admission criteria for children and adolescents, B; definitions',
    says: 'SPMI, SED or SUD, under 7 an applicable Z-code, with symptoms that interfere.',
    rules: ['necessity/child-admission-b'],
  },
  ...(
    [
      ['A', 'Scope and intensity received and documented.', 'a'],
      ['B', 'Improved on at least one goal, and expected to benefit.', 'b'],
      ['C', 'Improved in two or more areas, and expected to go on benefiting.', 'c'],
      ['E', 'Caregiver and others take an active part; the team agrees.', 'e'],
    ] as const
  ).map(([letter, says, rule]): Clause => ({
    section: `continued service criteria for children and adolescents, ${letter}`,
    says,
    rules: [`necessity/child-continued-${rule}`],
  })),
  {
    section: 'continued service criteria for children and adolescents, D',
    says: 'The admission criteria are still met.',
    because: 'The admission criteria are judged in a review of continued service too.',
  },
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
