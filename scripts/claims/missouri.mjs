/**
 * Writes fixtures/claims: March 2025 of an invented Missouri agency as the claims that it sends, one for each member and
 * week, with what a check of them must find, line by line.
 *
 * What is wrong with a claim is planted here and stated beside the plant; nothing of the library is used. The expectations
 * hold with no other units billed (`history: []`) and as of 2025-04-01. Same seeds, same bytes. With `--print` the claims
 * go to standard output, and no file is written.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import {
  chanceFrom,
  held,
  inventDate,
  makeCalendar,
  marchDay,
  minuteOf,
  timeOf,
  two,
  unitsIn,
  weekdayOf,
  WORKDAYS,
} from '../months/shared.mjs';
import { personnelFile } from '../months/training-records.mjs';

const FOLDER = new URL('../../fixtures/claims/', import.meta.url);
const chance = chanceFrom(20250331);

// The three services: codes, and rates in cents

const SERVICES = {
  TG: { service: 'mo/H2017TG', modifiers: ['TG'], local: 'H2017G', medicaid: 495, purchase: 438 },
  HO: { service: 'mo/H2017HO', modifiers: ['HO'], local: 'H2017P', medicaid: 2036, purchase: 1772 },
  HOHQ: { service: 'mo/H2017HOHQ', modifiers: ['HO', 'HQ'], local: 'H2017S', medicaid: 509, purchase: 443 },
};
const dollars = (cents) => (cents / 100).toFixed(2);

// The agency, its staff, its members

const AGENCY = {
  id: 'A-07',
  credentials: [held('MO-ADULT-CPR', '2018-07-01', '2026-06-30'), held('MO-PSR-IMR-APPROVAL', '2019-02-11')],
  billsRegularPsr: false,
};

const approved = (from) => ({ credentials: [held('MO-DMH-PSR-IMR-STAFF', from)] });
const licensed = (code, first) => ({
  credentials: [held(code, '2018-04-01', '2026-03-31')],
  specializedMentalHealthTraining: true,
  hireDate: first,
  firstServiceDate: first,
  trainings: personnelFile({ initial: first, additional: first }),
});
const STAFF = new Map([
  ['T-61', approved('2020-05-04')],
  ['T-62', approved('2022-09-12')],
  ['T-63', licensed('MO-LCSW', '2019-08-05')],
  ['T-64', licensed('MO-LPC', '2021-11-01')],
  ['T-65', licensed('MO-PLCSW', '2024-02-19')],
  ['T-66', approved('2024-10-07')],
]);

const memberId = (number) => `M-07${two(number)}`;
const range = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, index) => memberId(first + index));
const MINOR = memberId(20);
/** Paid from the state's own funds. */
const ON_PURCHASE = [5, 12, 18, 23].map(memberId);
const MEMBERS = new Map(
  range(1, 26).map((id) => [
    id,
    { id, birthDate: id === MINOR ? '2008-06-19' : inventDate(chance, 1956, 2003) },
  ]),
);

// Visits: groups by weekday, and visits of one person in between

const GROUPS = [
  { kind: 'TG', staff: 'T-61', weekdays: [2, 4], at: '10:00', minutes: 90, members: range(1, 7) },
  { kind: 'TG', staff: 'T-62', weekdays: [1, 3], at: '14:00', minutes: 60, members: range(8, 14) },
  { kind: 'TG', staff: 'T-61', weekdays: [1], at: '13:00', minutes: 60, members: range(15, 21) },
  { kind: 'HOHQ', staff: 'T-63', weekdays: [5], at: '13:00', minutes: 75, members: range(1, 6) },
  { kind: 'HOHQ', staff: 'T-64', weekdays: [3], at: '10:00', minutes: 60, members: range(15, 21) },
];
const CASELOADS = [
  { kind: 'HO', staff: 'T-63', members: range(1, 10) },
  { kind: 'HO', staff: 'T-64', members: range(11, 20) },
  { kind: 'HO', staff: 'T-65', members: range(19, 26) },
  { kind: 'TG', staff: 'T-62', members: range(21, 26) },
];
const SLOTS = ['08:30', '09:45', '11:30', '15:15', '16:30'].map(minuteOf);
const CORE = ['psychoeducation', 'relapse-prevention', 'coping-skills-training'];
/** On this day two of another group join the first, and the ninth person comes at 10:20. */
const CROWDED = {
  staff: 'T-61',
  day: 20,
  guests: [memberId(8), memberId(9)],
  late: memberId(9),
  at: minuteOf('10:20'),
};

const calendar = makeCalendar();
const visits = [];

function book(visit) {
  for (const who of [visit.member, visit.staff]) calendar.book(who, visit);
  visits.push(visit);
}

for (const plan of GROUPS) {
  for (const day of WORKDAYS.filter((one) => plan.weekdays.includes(weekdayOf(one)))) {
    const time = { day, from: minuteOf(plan.at), to: minuteOf(plan.at) + plan.minutes };
    const isCrowded = plan.staff === CROWDED.staff && day === CROWDED.day;
    const present = isCrowded
      ? [...plan.members, ...CROWDED.guests]
      : plan.members.filter(() => chance.happens(0.8));
    const participants = isCrowded ? 8 : Math.min(8, present.length + chance.between(0, 2));
    const group = { id: `G-${plan.staff}-${two(day)}-${plan.at.slice(0, 2)}`, participants, staff: 1 };
    for (const member of present) {
      const from = isCrowded && member === CROWDED.late ? CROWDED.at : time.from;
      book({ ...time, from, kind: plan.kind, staff: plan.staff, member, group });
    }
  }
}

const week = ({ day }) => Math.floor((day + 5) / 7);
for (const day of WORKDAYS) {
  for (const slot of SLOTS) {
    for (const { kind, staff, members } of CASELOADS) {
      const time = { day, from: slot, to: slot + chance.oneOf([30, 45, 60, 60]) };
      if (!chance.happens(0.5) || !calendar.isFree(staff, time)) continue;
      const member = chance.oneOf(members);
      const thisWeek = visits.filter((one) => one.member === member && week(one) === week({ day }));
      const single = thisWeek.filter(({ group }) => group === undefined);
      if (thisWeek.length < 6 && single.length < 3 && calendar.isFree(member, time))
        book({ ...time, kind, staff, member });
    }
  }
}

// Claims: a member's week, its lines by day and time

const NOTE = { summarizesServices: true, clientResponse: true, otherPertinentInformation: true };
const RECORDS = {
  TG: {
    attendanceLog: { actualTimes: true, activityDescribed: true, availableForAudit: true },
    weeklyNote: NOTE,
  },
  professional: {
    progressNote: Object.fromEntries(
      [
        'serviceDescribed',
        'dateAndActualTime',
        'renderingStaff',
        'setting',
        'timeSpent',
        'relationToPlan',
        'clientResponse',
      ].map((item) => [item, true]),
    ),
  },
};

/** The code as billers write it: in small letters, run together, modifiers in any order, the service beside it. */
function writtenCode(kind, purchased) {
  const { service, modifiers, local } = SERVICES[kind];
  const style = chance.between(1, 10);
  const code = purchased ? { procedureCode: local } : { procedureCode: 'H2017', modifiers: [...modifiers] };
  if (style === 1)
    return {
      procedureCode: code.procedureCode.toLowerCase(),
      ...(code.modifiers && { modifiers: code.modifiers }),
    };
  if (style === 2) return { procedureCode: [code.procedureCode, ...(code.modifiers ?? [])].join('') };
  if (style === 3 && code.modifiers) return { ...code, modifiers: code.modifiers.toReversed() };
  if (style === 4) return { ...code, service };
  return code;
}

function lineOf({ kind, day, from, to, staff, group, member }) {
  const { medicaid, purchase } = SERVICES[kind];
  const purchased = ON_PURCHASE.includes(member);
  const units = unitsIn(to - from);
  return structuredClone({
    ...writtenCode(kind, purchased),
    dateOfService: marchDay(day),
    units,
    ...(chance.happens(0.8) && { charge: dollars(units * (purchased ? purchase : medicaid)) }),
    staff: { id: staff, ...STAFF.get(staff) },
    session: {
      startTime: timeOf(from),
      endTime: timeOf(to),
      format: group ? 'group' : 'individual',
      ...(group && { group }),
      ...(kind === 'TG'
        ? {
            activities: chance.someOf(CORE, chance.between(1, 2)),
            regularPsrSameWeek: false,
            documentation: RECORDS.TG,
          }
        : { skillsBased: true, addressesFunctionalDeficits: true, documentation: RECORDS.professional }),
    },
  });
}

/** A line on its way into a claim: what it was made from, what is planted in it, what must be found. */
function recordOf(visit) {
  const { kind, member } = visit;
  const errors = {};
  // A member under 18 in an adult program is for a person to look at.
  const remarks = member === MINOR ? { 'member/adult': 'fail' } : {};
  return {
    visit,
    kind,
    purchased: ON_PURCHASE.includes(member),
    line: lineOf(visit),
    errors,
    remarks,
    isTaken: false,
  };
}

const byTime = (one, other) => one.day - other.day || one.from - other.from;
const claims = [1, 2, 3, 4, 5].flatMap((number) =>
  [...MEMBERS.keys()].flatMap((member) => {
    const own = visits.filter((visit) => visit.member === member && week(visit) === number).sort(byTime);
    if (own.length === 0) return [];
    return [claimOf(member, own.map(recordOf))];
  }),
);

function claimOf(member, records) {
  const funding = ON_PURCHASE.includes(member) ? 'purchase-of-service' : 'medicaid';
  return {
    head: {
      jurisdiction: 'MO',
      ...(chance.happens(0.6) && { funding }),
      member: structuredClone(MEMBERS.get(member)),
      agency: structuredClone(AGENCY),
    },
    isNumbered: chance.happens(0.4),
    records,
    own: {},
    isTaken: false,
  };
}

const everyRecord = () => claims.flatMap(({ records }) => records);
const claimOfRecord = (record) => claims.find(({ records }) => records.includes(record));

function found(what, value) {
  if (value === undefined) throw new Error(`nothing fits: ${what}`);
  return value;
}

/** Marks what is taken, so that nothing gets two mistakes. */
function take(...records) {
  for (const record of records) {
    if (record.isTaken) throw new Error('two mistakes in one line');
    record.isTaken = true;
    claimOfRecord(record).isTaken = true;
  }
}

// Plants among several claims: what a claim alone does not show

const ROSTER = 'schedule/group-roster';
function meetings() {
  const rows = new Map();
  for (const record of everyRecord().filter(({ visit }) => visit.group)) {
    const { id } = record.visit.group;
    rows.set(id, [...(rows.get(id) ?? []), record]);
  }
  return [...rows.values()];
}
const meeting = (what, fits) => {
  const free = meetings().filter((rows) => rows.every(({ isTaken }) => !isTaken) && fits(rows));
  return found(what, free[0] && chance.oneOf(free));
};

function plantRoster(what, rows, change) {
  take(...rows);
  change(rows);
  for (const row of rows) row.errors[ROSTER] = 'fail';
}

const crowded = everyRecord().filter(
  ({ visit }) => visit.group?.id === `G-${CROWDED.staff}-${two(CROWDED.day)}-10`,
);
plantRoster('nine of eight from 10:20 on', crowded, () => {});
plantRoster(
  'fewer stated than came',
  meeting('fewer stated', (rows) => rows.length >= 4 && rows[0].kind === 'HOHQ'),
  (rows) => rows.forEach(({ line }) => (line.session.group.participants = rows.length - 1)),
);
plantRoster(
  'one row states another number',
  meeting('another number', (rows) => rows.length >= 3 && rows[0].visit.group.participants < 8),
  ([first]) => (first.line.session.group.participants += 1),
);
plantRoster(
  'two staff, where one is stated',
  meeting('two staff', (rows) => rows.length >= 3 && rows[0].kind === 'TG'),
  ([first]) => (first.line.staff = { id: 'T-66', ...structuredClone(STAFF.get('T-66')) }),
);

/** Moves a visit of one person to another time. */
function move(record, { day, from, to }) {
  Object.assign(record.visit, { day, from, to });
  record.line.dateOfService = marchDay(day);
  Object.assign(record.line.session, { startTime: timeOf(from), endTime: timeOf(to) });
}
const overlaps = (one, other) => one.day === other.day && one.from < other.to && other.from < one.to;
const isFreeBut = (who, time, ...but) =>
  everyRecord()
    .filter((record) => !but.includes(record))
    .every(({ visit }) => ![visit.staff, visit.member].includes(who) || !overlaps(visit, time));

function plantMemberOverlap() {
  for (const { records } of claims) {
    for (const single of records.filter(({ kind, isTaken }) => kind === 'HO' && !isTaken)) {
      for (const group of records.filter(({ visit, isTaken }) => visit.group && !isTaken)) {
        const from = group.visit.to - 15;
        const time = { day: group.visit.day, from, to: from + single.visit.to - single.visit.from };
        const { member, staff } = single.visit;
        if (!isFreeBut(member, time, single, group) || !isFreeBut(staff, time, single)) continue;
        take(single, group);
        move(single, time);
        for (const record of [single, group]) record.errors['schedule/member-overlap'] = 'fail';
        return;
      }
    }
  }
  throw new Error('no member can be in two places');
}

function plantStaffOverlap() {
  const singles = everyRecord().filter(({ kind, isTaken }) => kind === 'HO' && !isTaken);
  for (const first of singles) {
    for (const second of singles) {
      const isPair =
        first.visit.staff === second.visit.staff &&
        first.visit.member !== second.visit.member &&
        first.visit.day === second.visit.day &&
        first.visit.to <= second.visit.from;
      const from = first.visit.to - 10;
      const time = { day: first.visit.day, from, to: from + second.visit.to - second.visit.from };
      const { member, staff } = second.visit;
      if (!isPair || !isFreeBut(member, time, second) || !isFreeBut(staff, time, first, second)) continue;
      take(first, second);
      move(second, time);
      for (const record of [first, second]) record.errors['schedule/staff-overlap'] = 'fail';
      return;
    }
  }
  throw new Error('no staff member can be in two places');
}

plantMemberOverlap();
plantMemberOverlap();
plantStaffOverlap();
plantStaffOverlap();

// Plants in single lines

const isMedicaid = ({ purchased }) => !purchased;
const isOf =
  (...kinds) =>
  ({ kind, purchased }) =>
    kinds.includes(kind) && !purchased;
const isSingle = ({ visit }) => visit.group === undefined;
/** Its week is over on the day of the check, so that its weekly note is owed. */
const isOver = ({ visit }) => visit.day <= 28;
const isOnlyTG = (record) => claimOfRecord(record).records.filter(({ kind }) => kind === 'TG').length === 1;
const CODE = 'claim/code';
const coded = (procedureCode, modifiers, service) => (record) => {
  for (const key of ['modifiers', 'service']) delete record.line[key];
  Object.assign(record.line, { procedureCode, ...(modifiers && { modifiers }), ...(service && { service }) });
};
const charged = (cents) => (record) => {
  record.line.charge = dollars(record.line.units * SERVICES[record.kind].medicaid + cents);
};
const all =
  (...changes) =>
  (record) =>
    changes.forEach((change) => change(record));
const fails = (...rules) => ({ errors: Object.fromEntries(rules.map((rule) => [rule, 'fail'])) });
const unknown = (...rules) => ({ errors: Object.fromEntries(rules.map((rule) => [rule, 'unknown'])) });
/** A line without a definition is judged in nothing else. */
const notOnFile = { ...unknown(CODE), drops: true };

const SLIPS = [
  ['HQ in place of TG', isOf('TG'), coded('H2017', ['HQ']), notOnFile],
  ['HO and TG, modifiers of two services', isOf('HO'), coded('H2017', ['HO', 'TG']), notOnFile],
  ['the modifier left out: regular PSR', isOf('TG'), coded('H2017', []), notOnFile],
  ['the modifier left out, no list', isOf('HO'), coded('h2017'), notOnFile],
  ['an extra modifier that nobody mentions', isOf('HOHQ'), coded('H2017', ['HO', 'HQ', '95']), notOnFile],
  ['a code of nobody', isMedicaid, coded('H2071', ['TG']), notOnFile],
  ['the modifier left out, the service stated', isOf('TG'), coded('H2017', [], 'mo/H2017TG'), fails(CODE)],
  ['another base code, the service stated', isOf('HO'), coded('T1017', ['HO'], 'mo/H2017HO'), fails(CODE)],
  ['a doubled modifier', isOf('HO'), coded('H2017', ['HO', 'HO']), fails(CODE)],
  ['a doubled modifier, once run together', isOf('TG'), coded('H2017TG', ['tg']), fails(CODE)],
  [
    'an extra modifier, the service stated',
    isOf('TG'),
    coded('H2017', ['TG', 'GT'], 'mo/H2017TG'),
    { remarks: { [CODE]: 'fail' } },
  ],
  [
    'two extra modifiers, the service stated',
    isOf('HOHQ'),
    coded('H2017', ['95', 'HQ', 'HO', 'U1'], 'mo/H2017HOHQ'),
    { remarks: { [CODE]: 'fail' } },
  ],
  [
    'the group modifier on the individual service, which is stated',
    isOf('HO'),
    coded('H2017', ['HO', 'HQ'], 'mo/H2017HO'),
    fails(CODE),
  ],
  [
    'the code of the group service for an individual session, at the rate of that',
    isOf('HO'),
    all(coded('H2017', ['HO', 'HQ']), charged(0)),
    { ...fails('session/format'), remarks: { 'claim/charge': 'fail' } },
  ],
  ['a cent too much', isMedicaid, charged(1), { remarks: { 'claim/charge': 'fail' } }, 2],
  ['a cent too little', isMedicaid, charged(-1), { remarks: { 'claim/charge': 'fail' } }, 2],
  [
    'more units than the time supports',
    (record) => isSingle(record) && isMedicaid(record),
    (record) => {
      record.line.units += 1;
      delete record.line.charge;
    },
    fails('units/time'),
    2,
  ],
  [
    'half a unit more',
    isMedicaid,
    (record) => {
      record.line.units -= 0.5;
      delete record.line.charge;
    },
    fails('units/whole'),
  ],
  [
    'ends before it starts',
    isSingle,
    ({ line: { session } }) => ([session.startTime, session.endTime] = [session.endTime, session.startTime]),
    fails('session/time'),
  ],
  [
    'dated after the day of the check',
    (record) => isOf('HO')(record) && isSingle(record),
    ({ line }) => (line.dateOfService = '2025-04-11'),
    fails('session/delivered'),
  ],
  [
    'no clock and no minutes',
    isMedicaid,
    ({ line: { session } }) => ['startTime', 'endTime'].forEach((key) => delete session[key]),
    unknown('units/time'),
    2,
  ],
  [
    'no end',
    isSingle,
    ({ line: { session } }) => delete session.endTime,
    unknown('session/time', 'units/time'),
  ],
  [
    'license not stated',
    isOf('HO', 'HOHQ'),
    ({ line }) => delete line.staff.credentials,
    unknown('staff/license'),
  ],
  [
    'approval not stated',
    isOf('TG'),
    ({ line }) => delete line.staff.credentials,
    unknown('staff/qualification'),
  ],
  ['no license', isOf('HO', 'HOHQ'), ({ line }) => (line.staff.credentials = []), fails('staff/license')],
  ['staff not named', isOf('HO'), ({ line }) => delete line.staff.id, {}],
  [
    'the progress note missing',
    isOf('HO', 'HOHQ'),
    ({ line }) => (line.session.documentation.progressNote = 'none'),
    fails('documentation/progress-note'),
  ],
  [
    'nothing behind the line',
    (record) => isOf('TG')(record) && isOnlyTG(record) && isOver(record),
    ({ line }) => delete line.session,
    unknown(
      'units/time',
      'session/format',
      'session/group-size',
      'session/core-component',
      'documentation/attendance-log',
      'documentation/attendance-available',
      'documentation/weekly-note',
      'documentation/weekly-note-covers-both',
    ),
  ],
  [
    'a weekly note stated with another line of the week only',
    (record) =>
      isOf('TG')(record) && claimOfRecord(record).records.every((one) => !one.isTaken) && !isOnlyTG(record),
    ({ line }) => delete line.session.documentation.weeklyNote,
    {},
  ],
];

for (const [what, fits, change, { errors, remarks, drops }, times = 1] of SLIPS) {
  for (let time = 0; time < times; time++) {
    const free = everyRecord().filter((record) => !record.isTaken && fits(record));
    const record = found(what, free[0] && chance.oneOf(free));
    take(record);
    change(record);
    if (drops) record.remarks = {};
    record.isDropped = drops === true;
    Object.assign(record.errors, errors);
    Object.assign(record.remarks, remarks);
  }
}

// Plants in whole claims

const isFree = ({ isTaken }) => !isTaken;
const hasKinds =
  (...kinds) =>
  ({ records }) =>
    kinds.every((kind) => records.some((record) => record.kind === kind));
const isOnPurchase = ({ records }) => records[0].purchased;

function inClaim(what, fits, change) {
  const free = claims.filter((claim) => isFree(claim) && fits(claim));
  const claim = found(what, free[0] && chance.oneOf(free));
  claim.isTaken = true;
  claim.records.forEach((record) => (record.isTaken = true));
  change(claim);
}
const onEach = (claim, change) => claim.records.forEach((record) => change(record));

inClaim(
  'a local code on a Medicaid claim',
  (claim) => !isOnPurchase(claim) && hasKinds('TG')(claim),
  (claim) => {
    claim.head.funding = 'medicaid';
    const [record] = claim.records.filter(({ kind }) => kind === 'TG');
    coded('H2017G')(record);
    record.errors['claim/local-code'] = 'fail';
  },
);
inClaim('a Medicaid code on a claim to Purchase of Service', isOnPurchase, (claim) => {
  claim.head.funding = 'purchase-of-service';
  const [record] = claim.records;
  coded('H2017', SERVICES[record.kind].modifiers)(record);
  record.errors['claim/local-code'] = 'fail';
});
inClaim(
  'codes of two payers on one claim',
  (claim) =>
    !isOnPurchase(claim) &&
    hasKinds('TG', 'HO')(claim) &&
    claim.records[0].remarks['member/adult'] === undefined,
  (claim) => {
    delete claim.head.funding;
    const [record] = claim.records.filter(({ kind }) => kind === 'HO');
    coded('H2017P')(record);
    record.line.charge = dollars(record.line.units * SERVICES.HO.purchase);
    claim.own['claim/local-code'] = 'fail';
  },
);
inClaim('the agency left out', hasKinds('TG', 'HO'), (claim) => {
  delete claim.head.agency;
  onEach(claim, ({ kind, errors }) => {
    errors['agency/certification'] = 'unknown';
    if (kind === 'TG') {
      errors['agency/approval'] = 'unknown';
      // Whether its logs tell two types of PSR apart is asked where the agency bills both.
      errors['documentation/attendance-distinguishes'] = 'unknown';
    }
  });
});
inClaim(
  'the birth date left out',
  (claim) => claim.records[0].visit.member !== MINOR,
  (claim) => {
    delete claim.head.member.birthDate;
    onEach(claim, ({ remarks }) => (remarks['member/adult'] = 'unknown'));
  },
);
inClaim(
  'another state',
  (claim) =>
    claim.records.length >= 2 &&
    claim.records.every(({ line, purchased }) => line.service === undefined && !purchased),
  (claim) => {
    claim.head.jurisdiction = 'SC';
    onEach(claim, (record) => {
      record.errors = { [CODE]: 'unknown' };
      record.remarks = {};
      record.isDropped = true;
    });
  },
);
inClaim(
  'no weekly note, which each session of the week says',
  (claim) => isOver(claim.records[0]) && claim.records.filter(({ kind }) => kind === 'TG').length === 2,
  (claim) => {
    const [first, second] = claim.records.filter(({ kind }) => kind === 'TG');
    for (const { line, errors } of [first, second]) {
      line.session.documentation.weeklyNote = 'none';
      errors['documentation/weekly-note'] = 'fail';
    }
  },
);

/** The lines of a claim once more. */
const copiesOf = (records) =>
  records.map((record) => ({
    ...record,
    line: structuredClone(record.line),
    errors: { ...record.errors },
    remarks: { ...record.remarks },
  }));

inClaim(
  'a line twice',
  (claim) => claim.records.length <= 4 && claim.records.length >= 2,
  (claim) => {
    const [copy] = copiesOf(claim.records.slice(0, 1));
    copy.errors['claim/duplicate'] = 'fail';
    claim.records.push(copy);
  },
);
inClaim(
  'a line three times',
  (claim) => claim.records.length <= 4,
  (claim) => {
    const [first] = claim.records;
    for (const copy of copiesOf([first, first])) {
      copy.errors['claim/duplicate'] = 'fail';
      claim.records.push(copy);
    }
  },
);
inClaim(
  'a line again, its times left out',
  (claim) => claim.records.length <= 5 && isSingle(claim.records[0]),
  (claim) => {
    const [copy] = copiesOf(claim.records.slice(0, 1));
    const { from, to } = copy.visit;
    for (const key of ['startTime', 'endTime']) delete copy.line.session[key];
    copy.line.session.minutes = to - from;
    copy.errors['claim/duplicate'] = 'unknown';
    claim.records.push(copy);
  },
);

/** Claims sent again, after all others: the first stands. */
const again = [];
inClaim(
  'a whole claim sent again',
  ({ records }) => records.length >= 2,
  (claim) => {
    const records = copiesOf(claim.records);
    for (const { errors } of records) errors['claim/duplicate'] = 'fail';
    again.push({ ...claim, head: structuredClone(claim.head), records });
  },
);
inClaim(
  'a line of another claim sent again',
  ({ records }) => records.length >= 3,
  (claim) => {
    const records = copiesOf(claim.records.slice(1, 2));
    records[0].errors['claim/duplicate'] = 'fail';
    again.push({ ...claim, head: structuredClone(claim.head), records });
  },
);

const UNREADABLE = [
  ['a record cut off', (text) => text.slice(0, Math.floor(text.length / 2))],
  ['a misspelt key', (text) => text.replace('"dateOfService"', '"dateofService"')],
  ['a day that does not exist', (text) => text.replace(/"2025-03-\d\d"/, '"2025-02-29"')],
  ['units as text', (text) => text.replace(/"units":(\d+)/, '"units":"$1"')],
  ['no lines', (text) => JSON.stringify({ ...JSON.parse(text), lines: [] })],
];
for (const [what, write] of UNREADABLE)
  inClaim(
    what,
    ({ records }) => records.length >= 1,
    (claim) => (claim.write = write),
  );

// The files

function verdictOf(errors) {
  const outcomes = Object.values(errors);
  if (outcomes.includes('fail')) return 'not-billable';
  return outcomes.includes('unknown') ? 'undetermined' : 'billable';
}
const WORST = ['not-billable', 'undetermined', 'billable'];
const worst = (verdicts) => WORST.find((verdict) => verdicts.includes(verdict));

/** What a line is charged at: as stated, or else the rate on file, which a line without a definition has not. */
function centsOf({ line, kind, purchased, isDropped }) {
  if (line.charge !== undefined) return Math.round(Number(line.charge) * 100);
  const { medicaid, purchase } = SERVICES[kind];
  return isDropped ? 0 : Math.round(line.units * (purchased ? purchase : medicaid));
}

const sent = [...claims, ...again].map((claim, index) => ({
  ...claim,
  id: `CL-${String(index + 1).padStart(4, '0')}`,
}));
const sums = { units: 0, charge: 0, billable: 0, 'not-billable': 0, undetermined: 0 };
const counts = { billable: 0, 'not-billable': 0, undetermined: 0, invalid: 0 };

const expected = sent.map(({ id, records, own, write }, index) => {
  const entry = index + 1;
  if (write) {
    counts.invalid++;
    return { entry, verdict: 'invalid' };
  }
  const lines = records.map((record) => ({
    verdict: verdictOf(record.errors),
    findings: { ...record.errors, ...record.remarks },
  }));
  const verdict = worst([verdictOf(own), ...lines.map((line) => line.verdict)]);
  counts[verdict]++;
  records.forEach((record, place) => {
    sums.units += record.line.units;
    sums.charge += centsOf(record);
    sums[worst([verdictOf(own), lines[place].verdict])] += centsOf(record);
  });
  return { entry, id, verdict, findings: own, lines };
});

const texts = sent.map(({ id, head, records, isNumbered, write = (text) => text }) => {
  const lines = records.map(({ line }, place) => ({ ...(isNumbered && { lineNumber: place + 1 }), ...line }));
  return write(JSON.stringify({ id, ...head, lines }));
});

/** JSON with an entry, or a part of a large one, on each line. */
function readable(value, indent = '') {
  const flat = JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ');
  if (typeof value !== 'object' || value === null || indent.length + flat.length <= 108) return flat;
  const deeper = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((one) => `${deeper}${readable(one, deeper)}`)
    : Object.entries(value).map(([key, one]) => `${deeper}${JSON.stringify(key)}: ${readable(one, deeper)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${parts.join(',\n')}\n${indent}${close}`;
}

const totals = {
  entries: sent.length,
  billable: counts.billable,
  notBillable: counts['not-billable'],
  undetermined: counts.undetermined,
  invalid: counts.invalid,
  units: sums.units,
  charge: dollars(sums.charge),
  billableCharge: dollars(sums.billable),
  notBillableCharge: dollars(sums['not-billable']),
  undeterminedCharge: dollars(sums.undetermined),
};

const ndjson = `${texts.join('\n')}\n`;
if (process.argv.includes('--print')) {
  process.stdout.write(ndjson);
} else {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(new URL('missouri.ndjson', FOLDER), ndjson);
  writeFileSync(new URL('missouri.expected.json', FOLDER), `${readable({ claims: expected, totals })}\n`);
  const sizes = sent.map(({ records }) => records.length);
  const lines = sizes.reduce((sum, size) => sum + size, 0);
  console.log(
    `fixtures/claims: ${sent.length} claims of ${Math.min(...sizes)} to ${Math.max(...sizes)} lines, ${lines} in all`,
  );
}
