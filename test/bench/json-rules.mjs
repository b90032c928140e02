// The criteria of `mo/peer-support` as rules of json-rules-engine, one rule for each, on facts worked out beforehand.
import { Engine } from 'json-rules-engine';

const programs = [
  'MO-CSTAR-ADOLESCENT',
  'MO-CSTAR-WOMEN-CHILDREN',
  'MO-CSTAR-WOMEN-CHILDREN-ENHANCED',
  'MO-CSTAR-GENERAL',
  'MO-CSTAR-GENERAL-ENHANCED',
  'MO-CSTAR-OPIOID',
  'MO-PR-PLUS',
  'MO-PR-PLUS-ENHANCED',
];
const keyFunctions = [
  'connecting-with-community',
  'sharing-lived-experience',
  'supporting-choices',
  'identifying-strengths',
  'setting-goals',
  'supporting-employment',
  'health-and-wellness',
];

const conditions = {
  'member/program': { fact: 'programs', operator: 'includesAny', value: programs },
  'session/person-centered': { fact: 'personCentered', operator: 'equal', value: true },
  'plan/goal': { fact: 'sessionServesGoal', operator: 'equal', value: true },
  'session/key-function': { fact: 'activities', operator: 'includesAny', value: keyFunctions },
  'staff/credential': {
    fact: 'credentials',
    operator: 'includesAny',
    value: ['MO-MRSS-P', 'MO-CMPS', 'MO-CPS'],
  },
  'staff/supervision': {
    fact: 'supervisorCredentials',
    operator: 'includesAny',
    value: ['MO-QSAP', 'MO-QMHP', 'MO-QAP'],
  },
  'staff/treatment-team': { fact: 'treatmentTeamMember', operator: 'equal', value: true },
  'staff/team-meetings': { fact: 'attendsTeamMeetings', operator: 'equal', value: true },
  'session/not-only-transportation': {
    fact: 'activities',
    operator: 'includesOther',
    value: ['transportation'],
  },
  'staff/not-a-replacement': { fact: 'replacesTreatmentStaff', operator: 'equal', value: false },
  'member/other-staff-assigned': {
    fact: 'careTeamRoles',
    operator: 'includesOther',
    value: ['peer-specialist'],
  },
  'member/age': { fact: 'age', operator: 'greaterThanInclusive', value: 16 },
  'documentation/program-requirements': { fact: 'meetsProgramRequirements', operator: 'equal', value: true },
};

/** An engine with a rule for each criterion; a rule that holds gives an event of its name. */
export function peerSupportEngine() {
  const engine = new Engine();
  engine.addOperator('includesAny', (list, codes) => list.some((code) => codes.includes(code)));
  engine.addOperator('includesOther', (list, codes) => list.some((code) => !codes.includes(code)));
  for (const [rule, condition] of Object.entries(conditions)) {
    engine.addRule({ name: rule, conditions: { all: [condition] }, event: { type: rule } });
  }
  return engine;
}

/** The facts of a complete session as the engine wants them: flat, and of the date of service. */
export function factsOf(session) {
  const { dateOfService: on, member, staff } = session;
  const years = Number(on.slice(0, 4)) - Number(member.birthDate.slice(0, 4));
  return {
    programs: codesOn(member.programs, on),
    personCentered: session.personCentered,
    sessionServesGoal: session.plan.sessionServesGoal,
    activities: session.activities,
    credentials: codesOn(staff.credentials, on),
    supervisorCredentials: codesOn(staff.supervisor.credentials, on),
    treatmentTeamMember: staff.treatmentTeamMember,
    attendsTeamMeetings: staff.attendsTeamMeetings,
    replacesTreatmentStaff: staff.replacesTreatmentStaff,
    careTeamRoles: member.careTeamRoles,
    age: on.slice(5) >= member.birthDate.slice(5) ? years : years - 1,
    meetsProgramRequirements: session.documentation.meetsProgramRequirements,
  };
}

function codesOn(list, on) {
  return list
    .filter(({ from, through }) => (from ?? on) <= on && on <= (through ?? on))
    .map(({ code }) => code);
}
