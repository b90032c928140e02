/**
 * H2017TG in March 2025: a center that began the enhanced service on the 4th and bills regular PSR beside it, and a
 * clubhouse that is deemed to qualify.
 */
import {
  chanceFrom,
  chargeOf,
  fails,
  finds,
  findsNothing,
  held,
  inventDate,
  leavesOpen,
  makeCalendar,
  marchDay,
  owes,
  recordsOf,
  slip,
  standing,
  timeOf,
  warns,
  weekdayOf,
} from './shared.mjs';
import {
  groupVisits,
  hasTwoUnits,
  individualVisits,
  inExportOrder,
  isIndividual,
  isMedicaid,
  isOn,
  isOnPurchase,
  isPlainAndAlone,
  unitsOf,
} from './psr-visits.mjs';

const MEDICAID = 495;
const PURCHASE = 438;
const LOG = 'documentation/attendance-log';
const AVAILABLE = 'documentation/attendance-available';
const APART = 'documentation/attendance-distinguishes';
const NOTE = 'documentation/weekly-note';
const BOTH = 'documentation/weekly-note-covers-both';

// Agencies, staff, members

const CPR = held('MO-ADULT-CPR', '2019-07-01', '2026-06-30');
const CENTER = {
  id: 'A-03',
  credentials: [CPR, held('MO-PSR-IMR-APPROVAL', marchDay(4))],
  billsRegularPsr: true,
};
const CLUBHOUSE = {
  id: 'A-04',
  credentials: [
    CPR,
    held('ICCD-CERTIFICATION', '2023-09-01', '2026-08-31'),
    held('ICCD-CERTIFICATION-REPORT', marchDay(11)),
    held('ICCD-COMMUNITY-INTEGRATION-DESCRIPTION', '2025-02-20'),
  ],
  billsRegularPsr: false,
};

const approved = (from, through) => held('MO-DMH-PSR-IMR-STAFF', from, through);
const STAFF = new Map([
  ['T-21', [approved('2021-04-12')]],
  ['T-22', [approved('2023-03-24', marchDay(23)), approved(marchDay(26), '2027-03-25')]],
  ['T-23', [held('MO-CPS', '2022-08-01'), approved(marchDay(12))]],
  ['T-24', [held('MO-LPC', '2018-05-14'), approved()]],
  ['T-25', [approved('2020-01-06', '2025-12-31')]],
]);

const memberId = (number) => `M-02${String(number).padStart(2, '0')}`;
const range = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, index) => memberId(first + index));
const CENTER_MEMBERS = range(1, 20);
const CLUBHOUSE_MEMBERS = range(31, 36);
const BIRTH_DATES = { 'M-0212': '2007-03-19', 'M-0215': undefined };
/** Paid from the state's own funds. */
const ON_PURCHASE = ['M-0206', 'M-0218', 'M-0235'];

const CORE = ['psychoeducation', 'relapse-prevention', 'coping-skills-training'];
const MEETINGS = [
  { staff: ['T-21'], weekdays: [2, 4], at: '10:00', minutes: 90, members: range(1, 5), activities: CORE },
  {
    staff: ['T-22'],
    weekdays: [1, 3],
    at: '14:30',
    minutes: 60,
    members: range(6, 9),
    activities: CORE,
    participants: { 19: 9 },
  },
  {
    staff: ['T-23', 'T-24'],
    weekdays: [5],
    at: '09:30',
    minutes: 75,
    members: range(10, 15),
    activities: CORE,
    participants: { 14: 11, 28: 17 },
  },
  { staff: ['T-25'], weekdays: [2, 4], at: '13:00', minutes: 60, members: range(31, 33), activities: CORE },
];
const CASELOADS = [
  { staff: 'T-21', members: range(1, 6) },
  { staff: 'T-24', members: range(10, 20) },
  { staff: 'T-25', members: CLUBHOUSE_MEMBERS, from: 12 },
];

const SUNDAYS = [2, 9, 16, 23, 30];

/** Whether a member has regular PSR in a week, the same for all sessions of that week. */
function inventWeeks(chance) {
  const regular = new Set();
  for (const member of CENTER_MEMBERS)
    for (const sunday of SUNDAYS) if (chance.happens(0.3)) regular.add(`${member} ${sunday}`);
  return ({ member, day }) => regular.has(`${member} ${day - weekdayOf(day)}`);
}

// Sessions

function sessionOf(visit, { members, hasRegularPsr }, chance) {
  const { day, from, to, minutes, member, staff, group } = visit;
  const agency = CLUBHOUSE_MEMBERS.includes(member) ? CLUBHOUSE : CENTER;
  const purchased = ON_PURCHASE.includes(member);
  const regularPsrSameWeek = hasRegularPsr(visit);
  return structuredClone({
    id: '',
    service: 'mo/H2017TG',
    phase: 'delivered',
    funding: purchased ? 'purchase-of-service' : 'medicaid',
    dateOfService: marchDay(day),
    startTime: timeOf(from),
    endTime: timeOf(to),
    ...(minutes && { minutes }),
    units: unitsOf(visit),
    charge: chargeOf(unitsOf(visit), purchased ? PURCHASE : MEDICAID),
    format: group ? 'group' : 'individual',
    ...(group && { group }),
    activities: visit.activities ?? chance.someOf(CORE, chance.between(1, 2)),
    regularPsrSameWeek,
    member: members.get(member),
    staff: { id: staff, credentials: STAFF.get(staff) },
    agency,
    documentation: {
      attendanceLog: {
        actualTimes: true,
        activityDescribed: true,
        ...(agency.billsRegularPsr && { distinguishesPsrTypes: true }),
        availableForAudit: true,
      },
      weeklyNote: {
        summarizesServices: true,
        clientResponse: true,
        otherPertinentInformation: true,
        ...(regularPsrSameWeek && { coversBothPsrTypes: true }),
      },
    },
  });
}

// What goes wrong at a place: at an agency, with a staff member, in a meeting, in a member's week, with a member

const weekOf = (member, from) => ({ member, from, through: from + 4 });
const meeting = (staff, day) => ({ meeting: `G-${staff}-${String(day).padStart(2, '0')}` });
const inLog = (items) => (session) => Object.assign(session.documentation.attendanceLog, items);
const did =
  (...activities) =>
  (session) =>
    (session.activities = activities);

/** The weekly note of a member's week, and whether regular PSR was billed in it. */
const inWeek = (regularPsrSameWeek, weeklyNote) => (session) => {
  session.regularPsrSameWeek = regularPsrSameWeek;
  session.documentation.weeklyNote = structuredClone(weeklyNote);
};
const FULL = { summarizesServices: true, clientResponse: true, otherPertinentInformation: true };

const STANDINGS = [
  standing('before the approval', { agency: 'A-03', through: 3 }, fails('agency/approval')),
  standing('clubhouse report not submitted', { agency: 'A-04', through: 10 }, fails('agency/approval')),
  standing('staff approval lapsed', { staff: 'T-22', from: 24, through: 25 }, fails('staff/qualification')),
  standing('staff not yet approved', { staff: 'T-23', through: 11 }, fails('staff/qualification')),

  standing('log without times', meeting('T-21', 11), fails(LOG), inLog({ actualTimes: false })),
  standing(
    'an outing',
    meeting('T-21', 20),
    fails('session/core-component'),
    did('recreation', 'transportation'),
  ),
  standing(
    'log does not name PSR-IMR',
    meeting('T-21', 25),
    fails(APART),
    inLog({ distinguishesPsrTypes: false }),
  ),
  standing('log lost', meeting('T-21', 27), fails(LOG, AVAILABLE, APART), (session) => {
    session.documentation.attendanceLog = 'none';
  }),
  standing('a distinction not known', meeting('T-22', 10), leavesOpen(APART), (session) => {
    delete session.documentation.attendanceLog.distinguishesPsrTypes;
  }),
  standing(
    'a walk',
    meeting('T-22', 12),
    warns('session/core-component'),
    did('health-and-wellness', 'recreation'),
  ),
  standing('nine with one', meeting('T-22', 19), fails('session/group-size')),
  standing('eleven with two', meeting('T-23', 14), warns('session/group-size')),
  standing('seventeen with two', meeting('T-23', 28), fails('session/group-size')),
  standing(
    'log not found for audit',
    meeting('T-25', 18),
    fails(AVAILABLE),
    inLog({ availableForAudit: false }),
  ),
  standing('log not entered', meeting('T-25', 25), leavesOpen(LOG, AVAILABLE), (session) => {
    delete session.documentation.attendanceLog;
  }),

  standing('no note in the week', weekOf('M-0201', 10), fails(NOTE), inWeek(false, 'none')),
  standing(
    'a note without the response',
    weekOf('M-0203', 3),
    fails(NOTE),
    inWeek(false, { ...FULL, clientResponse: false }),
  ),
  standing('a note not entered', weekOf('M-0204', 17), leavesOpen(NOTE), (session) => {
    session.regularPsrSameWeek = false;
    delete session.documentation.weeklyNote;
  }),
  standing(
    'a note on PSR-IMR alone',
    weekOf('M-0208', 3),
    fails(BOTH),
    inWeek(true, { ...FULL, coversBothPsrTypes: false }),
  ),
  standing('regular PSR not known', weekOf('M-0211', 17), leavesOpen(BOTH), (session) => {
    delete session.regularPsrSameWeek;
    delete session.documentation.weeklyNote.coversBothPsrTypes;
  }),
  // The week of the 31st ends on April 5: its notes are not owed on the 1st.
  standing('a note not due yet', { member: 'M-0206', from: 31 }, owes(NOTE), inWeek(false, 'none')),
  standing(
    'a note on both not due yet',
    { member: 'M-0207', from: 31 },
    owes(NOTE, BOTH),
    inWeek(true, { ...FULL, clientResponse: false, coversBothPsrTypes: false }),
  ),

  standing('eighteen on the 19th', { member: 'M-0212', through: 18 }, warns('member/adult')),
  standing('birth date not known', { member: 'M-0215' }, warns('member/adult', 'unknown')),
];

// What goes wrong with single sessions

const SLIPS = [
  slip('a unit more than the time supports', fails('units/time'), more(1), { times: 2, fits: isMedicaid }),
  slip('a unit left unbilled (information)', findsNothing, more(-1), {
    times: 3,
    fits: (session) => isMedicaid(session) && hasTwoUnits(session),
  }),
  slip('units left out, the time supports them', findsNothing, without('units'), { times: 2 }),
  slip('no charge stated', findsNothing, without('charge'), { times: 2 }),
  slip('charged at the pay rate', warns('claim/charge'), charged(PURCHASE), { times: 3, fits: isMedicaid }),
  slip('state funds charged at the Medicaid rate', warns('claim/charge'), charged(MEDICAID), {
    times: 2,
    fits: isOnPurchase,
  }),
  slip(
    'a cent over',
    warns('claim/charge'),
    (session) => (session.charge = chargeOf(1, cents(session) + 1)),
    {
      fits: isMedicaid,
    },
  ),
  slip(
    'one unit and a half',
    fails('units/whole'),
    (session) => {
      session.units = 1.5;
      delete session.charge;
    },
    { fits: hasTwoUnits },
  ),
  slip(
    'dated after the day of the check',
    fails('session/delivered'),
    (session) => (session.dateOfService = '2025-04-02'),
    { fits: isPlainAndAlone },
  ),
  slip(
    'past midnight',
    fails('session/time'),
    (session) => Object.assign(session, { startTime: '23:15', endTime: '00:15' }),
    { fits: isPlainAndAlone },
  ),
  slip('end time not known', leavesOpen('session/time', 'units/time'), without('endTime'), {
    fits: isPlainAndAlone,
  }),
  slip(
    'neither units nor time known',
    finds({ 'units/time': 'unknown' }, { 'claim/charge': 'unknown' }),
    (session) => ['startTime', 'endTime', 'units'].forEach((key) => delete session[key]),
    { fits: isPlainAndAlone },
  ),
  slip('two people in an individual session', fails('session/format'), together({ participants: 2 }), {
    fits: isIndividual,
  }),
  slip('format not known', leavesOpen('session/format', 'session/group-size'), without('format'), {
    fits: isIndividual,
  }),
  slip('a group of unknown size', leavesOpen('session/group-size'), asGroup({ staff: 1 }), {
    fits: isIndividual,
  }),
  slip('nine, staff not counted', leavesOpen('session/group-size'), asGroup({ participants: 9 }), {
    fits: isIndividual,
  }),
  slip('a group of one', findsNothing, asGroup({ participants: 1, staff: 1 }), { fits: isIndividual }),
  slip('staff not known', leavesOpen('staff/qualification'), without('staff'), { fits: isIndividual }),
  slip('activities not known', leavesOpen('session/core-component'), without('activities'), {
    times: 2,
    fits: isIndividual,
  }),
  slip(
    'a ride alone',
    fails('session/core-component'),
    (session) => (session.activities = ['transportation']),
    {
      fits: isIndividual,
    },
  ),
  slip(
    'nothing recorded yet, in the last week',
    finds({ [LOG]: 'unknown', [AVAILABLE]: 'unknown', [APART]: 'unknown' }, { [NOTE]: 'due' }),
    (session) => Object.assign(session, { regularPsrSameWeek: false, documentation: {} }),
    { fits: (session, all) => isOn(31)(session) && isAloneInWeek(session, all) },
  ),
  slip('no plan: the letter asks for none (nothing)', findsNothing, (session) => (session.plan = 'none')),
];

function more(units) {
  return (session) => {
    session.units += units;
    session.charge = chargeOf(session.units, MEDICAID);
  };
}

function charged(rate) {
  return (session) => (session.charge = chargeOf(session.units, rate));
}

function cents({ charge }) {
  return Math.round(Number(charge) * 100);
}

function without(key) {
  return (session) => delete session[key];
}

function together(group) {
  return (session) => (session.group = { ...group });
}

function asGroup(group) {
  return (session) => Object.assign(session, { format: 'group', group: { ...group } });
}

/** The only session of the member on the last day of March, which is all that the file has of that week. */
function isAloneInWeek({ member, dateOfService, agency }, all) {
  const same = all.filter((other) => other.member.id === member.id && other.dateOfService === dateOfService);
  return same.length === 1 && agency.id === 'A-03';
}

// The month

function inventMember(id, chance) {
  const birthDate = id in BIRTH_DATES ? BIRTH_DATES[id] : inventDate(chance, 1955, 2004);
  return { id, ...(birthDate && { birthDate }) };
}

export function enhancedPsr() {
  const chance = chanceFrom(20250303);
  const everyone = [...CENTER_MEMBERS, ...CLUBHOUSE_MEMBERS];
  const members = new Map(everyone.map((id) => [id, inventMember(id, chance)]));
  const cast = { members, hasRegularPsr: inventWeeks(chance) };
  const calendar = makeCalendar();
  const visits = [
    ...groupVisits(MEETINGS, calendar, chance),
    ...individualVisits(CASELOADS, { pace: 0.19, lengths: [30, 45, 45, 60] }, calendar, chance),
  ];
  const sessions = inExportOrder(visits).map((visit) => sessionOf(visit, cast, chance));
  return recordsOf(sessions, { prefix: 'PI', standings: STANDINGS, slips: SLIPS }, chance);
}
