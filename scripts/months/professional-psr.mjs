/**
 * H2017HO and H2017HOHQ in March 2025: one agency's licensed staff, with their personnel files, see people one by
 * one and lead groups.
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
  two,
  warns,
} from './shared.mjs';
import {
  groupVisits,
  hasTwoUnits,
  individualVisits,
  inExportOrder,
  isMedicaid,
  isOnlyRow,
  isOnPurchase,
  isPlainAndAlone,
  unitsOf,
} from './psr-visits.mjs';
import { personnelFile } from './training-records.mjs';

const INDIVIDUAL = { service: 'mo/H2017HO', medicaid: 2036, purchase: 1772 };
const GROUP = { service: 'mo/H2017HOHQ', medicaid: 509, purchase: 443 };
const INITIAL = 'staff/initial-training';
const MORE = 'staff/additional-training';
const PAPER = 'staff/training-documented';

const AGENCY = { id: 'A-05', credentials: [held('MO-ADULT-CPR', '2016-10-01', '2025-09-30')] };

// Staff and their personnel files

const STAFF = new Map(
  [
    {
      id: 'T-31',
      credentials: [held('MO-LCSW', '2017-09-01', '2025-08-31')],
      hireDate: '2021-05-03',
      firstServiceDate: '2021-05-10',
      trainings: personnelFile(
        { initial: '2021-05-07', additional: '2021-06-18' },
        {
          'motivational-interviewing': [{ hours: 2 }, { hours: 2, completedOn: '2021-09-24' }],
          // Repeated, and the second certificate is not on file: the first stands.
          'suicide-prevention': [{}, { completedOn: '2024-09-13', documented: false }],
        },
      ),
    },
    {
      id: 'T-32',
      credentials: [held('MO-LPC', '2021-03-16', marchDay(15)), held('MO-LPC', marchDay(19), '2027-03-15')],
      hireDate: '2020-08-17',
      firstServiceDate: '2020-08-24',
      // Finished five weeks after the due date, which counts from then on.
      trainings: personnelFile(
        { initial: '2020-08-21', additional: '2020-09-25' },
        { iddt: [{ completedOn: '2021-03-31' }] },
      ),
    },
    {
      id: 'T-33',
      credentials: [held('MO-PLPC', '2023-03-10', marchDay(9)), held('MO-LPC', marchDay(10))],
      hireDate: '2023-04-03',
      firstServiceDate: '2023-04-17',
      trainings: personnelFile({ initial: '2023-04-14', additional: '2023-06-30' }),
    },
    {
      // Six months end on March 12; the last topic is done on the 20th.
      id: 'T-34',
      credentials: [held('MO-PLCSW', '2024-07-01', '2026-06-30')],
      hireDate: '2024-09-03',
      firstServiceDate: '2024-09-12',
      trainings: personnelFile(
        { initial: '2024-09-06', additional: '2024-10-25' },
        { 'suicide-prevention': [{ completedOn: marchDay(20) }] },
      ),
    },
    {
      // New this month: compliance training on the 10th, some topics on the 18th, one without its certificate.
      id: 'T-35',
      credentials: [held('MO-PLPC', '2025-01-13', '2027-01-12')],
      hireDate: marchDay(3),
      firstServiceDate: marchDay(5),
      trainings: personnelFile(
        { initial: marchDay(4), additional: marchDay(18) },
        {
          'documentation-and-medicaid-compliance': [{ completedOn: marchDay(10) }],
          'cpr-additional-training': [{ documented: false }],
          'cognitive-behavioral-therapy': [],
          'introduction-to-dbt': [],
          'older-adults': [{ completedOn: marchDay(27), hours: 0.5 }],
        },
      ),
    },
    {
      // Earlier training stands for one topic; the exception from another was approved on the 14th.
      id: 'T-36',
      credentials: [held('MO-LCSW', '2011-10-01', '2025-09-30'), held('MO-QMHP', '2012-01-09')],
      hireDate: '2022-02-01',
      firstServiceDate: '2022-02-07',
      trainings: personnelFile(
        { initial: '2022-02-04', additional: '2022-03-11' },
        { ptsd: [], 'older-adults': [] },
      ),
      trainingWaivers: [{ topic: 'ptsd', documented: true }],
      trainingExceptions: [{ topic: 'older-adults', approvedOn: marchDay(14) }],
    },
    {
      // The file has the hire date only, and half an hour of IDDT is missing.
      id: 'T-37',
      credentials: [held('MO-LPC', '2019-12-02', '2025-12-01')],
      hireDate: '2024-05-06',
      trainings: personnelFile(
        { initial: '2024-05-10', additional: '2024-06-14' },
        { iddt: [{ hours: 1.5 }] },
      ),
    },
    {
      // One certificate was never entered as filed.
      id: 'T-38',
      credentials: [held('MO-LCSW', '2015-06-22')],
      firstServiceDate: '2019-01-14',
      trainings: personnelFile(
        { initial: '2019-01-11', additional: '2019-02-22' },
        { 'introduction-to-dbt': [{ documented: undefined }] },
      ),
    },
  ].map((worker) => [worker.id, { ...worker, specializedMentalHealthTraining: true }]),
);

// Members, groups, caseloads

const memberId = (number) => `M-03${two(number)}`;
const range = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, index) => memberId(first + index));
const MEMBERS = range(1, 40);
const BIRTH_DATES = { 'M-0309': '2007-03-18', 'M-0324': undefined };
/** Paid from the state's own funds. */
const ON_PURCHASE = ['M-0304', 'M-0311', 'M-0322', 'M-0331'];

const MEETINGS = [
  {
    staff: ['T-31'],
    weekdays: [1],
    at: '10:30',
    minutes: 60,
    members: range(1, 5),
    participants: { 17: 9 },
  },
  { staff: ['T-32'], weekdays: [3], at: '14:00', minutes: 60, members: range(6, 9) },
  { staff: ['T-33'], weekdays: [2, 4], at: '10:30', minutes: 90, members: range(10, 12) },
  { staff: ['T-34'], weekdays: [4], at: '14:30', minutes: 60, members: range(14, 16) },
  {
    staff: ['T-36', 'T-31'],
    weekdays: [5],
    at: '13:00',
    minutes: 75,
    members: range(17, 21),
    participants: { 14: 12, 28: 17 },
  },
  // Members of other payers attend too, so that one row is billed here.
  { staff: ['T-38'], weekdays: [2, 5], at: '15:15', minutes: 45, members: range(22, 22) },
  { staff: ['T-33'], weekdays: [1, 3], at: '15:30', minutes: 60, members: range(23, 23) },
];

const CASELOADS = [
  { staff: 'T-31', members: range(1, 8) },
  { staff: 'T-32', members: [...range(6, 8), ...range(10, 12)] },
  { staff: 'T-33', members: range(24, 29) },
  { staff: 'T-34', members: range(14, 18), from: 11 },
  { staff: 'T-35', members: range(30, 34), from: 5, through: 21 },
  { staff: 'T-36', members: range(35, 40), from: 12 },
  { staff: 'T-37', members: range(19, 21), from: 24, through: 28 },
  { staff: 'T-38', members: range(22, 24), through: 7 },
];

// Sessions

function sessionOf(visit, members) {
  const { day, from, to, minutes, member, staff, group } = visit;
  const { service, medicaid, purchase } = group ? GROUP : INDIVIDUAL;
  const purchased = ON_PURCHASE.includes(member);
  return structuredClone({
    id: '',
    service,
    phase: 'delivered',
    funding: purchased ? 'purchase-of-service' : 'medicaid',
    dateOfService: marchDay(day),
    startTime: timeOf(from),
    endTime: timeOf(to),
    ...(minutes && { minutes }),
    units: unitsOf(visit),
    charge: chargeOf(unitsOf(visit), purchased ? purchase : medicaid),
    format: group ? 'group' : 'individual',
    ...(group && { group }),
    skillsBased: true,
    addressesFunctionalDeficits: true,
    member: members.get(member),
    staff: STAFF.get(staff),
    agency: AGENCY,
    documentation: {
      progressNote: {
        serviceDescribed: true,
        dateAndActualTime: true,
        renderingStaff: true,
        setting: true,
        timeSpent: true,
        relationToPlan: true,
        clientResponse: true,
      },
    },
  });
}

// What lies with staff, members and meetings

const lapsed = standing('licence lapsed', { staff: 'T-32', from: 16, through: 18 }, fails('staff/license'));
const sixMonths = [
  standing('a topic due on the 12th', { staff: 'T-34', through: 12 }, owes(MORE)),
  standing('a topic overdue', { staff: 'T-34', from: 13, through: 19 }, fails(MORE)),
];
const unapproved = standing('exception not yet approved', { staff: 'T-36', through: 13 }, fails(PAPER));
const uncertain = standing('a certificate not entered', { staff: 'T-38' }, leavesOpen(PAPER));

const INDIVIDUAL_STANDINGS = [
  lapsed,
  ...sixMonths,
  unapproved,
  uncertain,
  standing('service before compliance training', { staff: 'T-35', through: 9 }, fails(INITIAL)),
  standing('topics due by September', { staff: 'T-35' }, owes(MORE)),
  standing('a certificate due by September', { staff: 'T-35', from: 18 }, owes(PAPER)),
  standing('first service not known', { staff: 'T-37' }, leavesOpen(MORE)),
  standing('birth date not known', { member: 'M-0324' }, warns('member/adult', 'unknown')),
];

const meeting = (staff, day) => ({ meeting: `G-${staff}-${two(day)}` });

const GROUP_STANDINGS = [
  ...sixMonths,
  unapproved,
  uncertain,
  standing('nine with one professional', meeting('T-31', 17), fails('session/group-size')),
  standing('twelve with two professionals', meeting('T-36', 14), warns('session/group-size')),
  standing('seventeen with two professionals', meeting('T-36', 28), fails('session/group-size')),
  standing('an outing', meeting('T-33', 13), fails('session/intervention'), (session) => {
    session.skillsBased = false;
  }),
  standing(
    'notes of a meeting not entered',
    meeting('T-32', 26),
    leavesOpen('documentation/progress-note'),
    noNote,
  ),
  standing('eighteen on the 18th', { member: 'M-0309', through: 17 }, warns('member/adult')),
];

// What goes wrong with single sessions, of either format

const NOTE = 'documentation/progress-note';

function noNote(session) {
  delete session.documentation.progressNote;
}

const noteLacks = (item) => (session) => (session.documentation.progressNote[item] = false);
const without = (key) => (session) => delete session[key];
const charged = (rate) => (session) => (session.charge = chargeOf(session.units, rate));

const more = (units, rate) => (session) => {
  session.units += units;
  session.charge = chargeOf(session.units, rate);
};

const slipsAt = ({ medicaid, purchase }, otherRate) => [
  slip('no note', fails(NOTE), ({ documentation }) => (documentation.progressNote = 'none'), { times: 2 }),
  slip('a note without the time', fails(NOTE), noteLacks('dateAndActualTime')),
  slip('a note without the time spent', fails(NOTE), noteLacks('timeSpent')),
  slip('a note that does not name the plan', fails(NOTE), noteLacks('relationToPlan')),
  slip('a note not entered', leavesOpen(NOTE), noNote),
  slip('a note not signed off on the response', leavesOpen(NOTE), (session) => {
    delete session.documentation.progressNote.clientResponse;
  }),
  slip('does not address a deficit', fails('session/intervention'), (session) => {
    session.addressesFunctionalDeficits = false;
  }),
  slip('approach not entered', leavesOpen('session/intervention'), without('skillsBased')),
  slip('a unit more than the time supports', fails('units/time'), more(1, medicaid), {
    times: 2,
    fits: isMedicaid,
  }),
  slip('a unit left unbilled (information)', findsNothing, more(-1, medicaid), {
    times: 2,
    fits: (session) => isMedicaid(session) && hasTwoUnits(session),
  }),
  slip('units left out, the time supports them', findsNothing, without('units')),
  slip('no charge stated', findsNothing, without('charge')),
  slip('charged at the rate of the other format', warns('claim/charge'), charged(otherRate), {
    times: 2,
    fits: isMedicaid,
  }),
  slip('charged at the pay rate', warns('claim/charge'), charged(purchase), { fits: isMedicaid }),
  slip('state funds charged at the Medicaid rate', warns('claim/charge'), charged(medicaid), {
    fits: isOnPurchase,
  }),
];

const INDIVIDUAL_SLIPS = [
  ...slipsAt(INDIVIDUAL, GROUP.medicaid),
  slip('a couple', fails('session/format'), (session) => (session.group = { participants: 2 })),
  slip('a group of three', fails('session/format'), asGroup({ participants: 3, staff: 1 })),
  slip('a group to which one came (nothing)', findsNothing, asGroup({ participants: 1, staff: 1 })),
  slip('a group of unknown size', leavesOpen('session/format'), asGroup({ staff: 1 })),
  slip('format not known', leavesOpen('session/format'), without('format')),
  slip(
    'staff not known',
    leavesOpen('staff/license', 'staff/specialized-training', INITIAL, MORE, PAPER),
    without('staff'),
  ),
  slip(
    'past midnight',
    fails('session/time'),
    (session) => Object.assign(session, { startTime: '23:30', endTime: '00:30' }),
    { fits: isPlainAndAlone },
  ),
  slip('start time not known', leavesOpen('session/time', 'units/time'), without('startTime'), {
    fits: isPlainAndAlone,
  }),
  slip(
    'neither units nor time known',
    finds({ 'units/time': 'unknown' }, { 'claim/charge': 'unknown' }),
    (session) => ['startTime', 'endTime', 'units'].forEach((key) => delete session[key]),
    { fits: isPlainAndAlone },
  ),
];

const GROUP_SLIPS = [
  ...slipsAt(GROUP, INDIVIDUAL.medicaid),
  slip('a group to which one came', fails('session/format'), ({ group }) => (group.participants = 1), {
    fits: isOnlyRow,
  }),
  slip(
    'an individual session',
    fails('session/format'),
    (session) => {
      session.format = 'individual';
      delete session.group;
    },
    { fits: isOnlyRow },
  ),
  slip(
    'participants not counted',
    leavesOpen('session/format', 'session/group-size'),
    (session) => {
      session.group = { staff: 1 };
    },
    { fits: isOnlyRow },
  ),
  slip(
    'nine, professionals not counted',
    leavesOpen('session/group-size'),
    (session) => {
      session.group = { participants: 9 };
    },
    { fits: isOnlyRow },
  ),
  slip('nine came to a small group', fails('session/group-size'), ({ group }) => (group.participants = 9), {
    fits: isOnlyRow,
  }),
  slip('format not known', leavesOpen('session/format'), without('format'), { fits: isOnlyRow }),
];

function asGroup(group) {
  return (session) => Object.assign(session, { format: 'group', group: { ...group } });
}

// The month

function inventMember(id, chance) {
  const birthDate = id in BIRTH_DATES ? BIRTH_DATES[id] : inventDate(chance, 1955, 2004);
  return { id, ...(birthDate && { birthDate }) };
}

/** The same people on the same calendar, exported once for each service. */
export function professionalPsr() {
  const chance = chanceFrom(20250304);
  const members = new Map(MEMBERS.map((id) => [id, inventMember(id, chance)]));
  const calendar = makeCalendar();
  const sessionsOf = (visits) => inExportOrder(visits).map((visit) => sessionOf(visit, members));
  const group = sessionsOf(groupVisits(MEETINGS, calendar, chance));
  const pace = { pace: 0.15, lengths: [30, 45, 45, 60, 60] };
  const individual = sessionsOf(individualVisits(CASELOADS, pace, calendar, chance));
  return {
    individual: recordsOf(
      individual,
      { prefix: 'PP', standings: INDIVIDUAL_STANDINGS, slips: INDIVIDUAL_SLIPS },
      chance,
    ),
    group: recordsOf(group, { prefix: 'PG', standings: GROUP_STANDINGS, slips: GROUP_SLIPS }, chance),
  };
}
