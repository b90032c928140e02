// Streams of peer support sessions: by their texts, so that each round reads what JSON.parse makes.
import { readFileSync } from 'node:fs';

const complete = JSON.parse(
  readFileSync(new URL('../../fixtures/sessions/mo-peer-support.json', import.meta.url), 'utf8'),
);
const SESSIONS = 400;
const day = (index) => `2017-05-${String(8 + (index % 20)).padStart(2, '0')}`;

/** What may be wrong or not known, each as changes of facts; a path that ends in nothing is left out. */
const faults = [
  { units: 33 },
  { units: undefined },
  { units: 2 },
  { endTime: undefined },
  { endTime: '12:30', startTime: '13:00' },
  { 'member.birthDate': undefined },
  { 'member.birthDate': '2002-07-01' },
  { 'member.programs': [] },
  { 'member.programs': undefined },
  { 'member.programs': [{ code: 'MO-CSTAR-GENERAL', from: '2016-01-01', through: '2017-03-31' }] },
  { personCentered: false },
  { personCentered: undefined },
  { 'plan.sessionServesGoal': false },
  { plan: undefined },
  { plan: 'none' },
  { activities: ['mutual-support-group'] },
  { activities: ['transportation'] },
  { activities: undefined },
  { 'staff.credentials': [] },
  { 'staff.credentials': [{ code: 'MO-CMPS', from: '2015-01-01', through: '2017-02-28' }] },
  { 'staff.supervisor': 'none' },
  { 'staff.supervisor': undefined },
  { 'staff.treatmentTeamMember': undefined },
  { 'staff.attendsTeamMeetings': false },
  { 'staff.replacesTreatmentStaff': true },
  { 'member.careTeamRoles': ['peer-specialist'] },
  { 'documentation.meetsProgramRequirements': undefined },
  { 'documentation.meetsProgramRequirements': false, phase: 'proposed' },
];

/** Sessions of twenty days, some members and a few staff, with from no faults to three. */
function withFaults(index) {
  const session = structuredClone(complete);
  const member = index % 37;
  session.id = `S-${String(index)}`;
  session.dateOfService = day(index);
  session.member.id = `M-${String(member)}`;
  session.member.birthDate = `19${String(60 + member)}-0${String(1 + (member % 9))}-12`;
  session.staff.id = `T-${String(index % 9)}`;
  for (let one = 0; one < [1, 0, 1, 2, 0, 2, 1, 3][index % 8]; one++) {
    const changes = faults[(index * 7 + one * 11) % faults.length];
    for (const [path, value] of Object.entries(changes)) put(session, path.split('.'), value);
  }
  return session;
}

function put(holder, [key, ...below], value) {
  if (below.length > 0) {
    if (typeof holder[key] === 'object') put(holder[key], below, value);
  } else if (value === undefined) delete holder[key];
  else holder[key] = value;
}

const textsOf = (make, many = SESSIONS) =>
  Array.from({ length: many }, (_, index) => JSON.stringify(make(index)));

/** One clean session, many with faults, and many of which nothing is known but the day. */
export const streams = {
  clean: { texts: textsOf(() => complete, 1), history: [] },
  mixed: { texts: textsOf(withFaults), history: [] },
  'nothing known': {
    texts: textsOf((index) => ({ service: complete.service, dateOfService: day(index) })),
    history: undefined,
  },
};

/** Clean sessions grouped by member, as a batch without end takes them. */
export const grouped = textsOf((index) => {
  const member = Math.floor(index / 40);
  return {
    ...complete,
    id: `S-${String(index)}`,
    member: { ...complete.member, id: `M-${String(member)}` },
    staff: { ...complete.staff, id: `T-of-M-${String(member)}` },
    dateOfService: `2017-0${String(5 + (Math.floor(index / 10) % 4))}-${String(11 + (index % 10))}`,
  };
}, 1600);
