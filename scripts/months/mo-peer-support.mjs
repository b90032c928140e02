/**
 * Writes fixtures/months: an invented agency's March 2025 of Missouri peer support, once as NDJSON and once as
 * the CSV of a smaller agency, each with what a check of it must find, line by line.
 *
 * What is wrong with a session is planted here and stated beside the plant. Only the unit limits, which depend
 * on the other sessions of the member, are worked out, by `judgeLimits` below. Nothing of the library is used.
 * The expectations hold with no other units billed (`--history none`) and as of 2025-04-01.
 *
 * Same seeds, same bytes: no clock, no Math.random.
 */
import { mkdirSync, writeFileSync } from 'node:fs';

const FOLDER = new URL('../../fixtures/months/', import.meta.url);
const SERVICE = 'mo/peer-support';
const LIMITS = { 'units/daily-limit': 32, 'units/monthly-limit': 96 };
/** No member is booked beyond this in the ordinary course, so that only planted members reach the limit. */
const ORDINARY_MOST = 80;

// Chance

/** A small seeded generator of numbers from 0 up to 1 (mulberry32). */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function chanceFrom(seed) {
  const next = seeded(seed);
  const below = (count) => Math.floor(next() * count);
  return {
    below,
    happens: (share) => next() < share,
    oneOf: (list) => list[below(list.length)],
    between: (low, high) => low + below(high - low + 1),
    someOf(list, count) {
      const left = [...list];
      return Array.from({ length: count }, () => left.splice(below(left.length), 1)[0]);
    },
  };
}

// Days and times

const two = (number) => String(number).padStart(2, '0');
const marchDay = (day) => `2025-03-${two(day)}`;
/** 0 is Sunday. March 1, 2025 was a Saturday. */
const weekdayOf = (day) => (day + 5) % 7;
const WORKDAYS = Array.from({ length: 31 }, (_, index) => index + 1).filter(
  (day) => weekdayOf(day) > 0 && weekdayOf(day) < 6,
);

const minuteOf = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const timeOf = (minute) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
const unitsIn = (minutes) => Math.floor(minutes / 15);

/** Who is busy when: a person is in one place at a time. */
function makeCalendar() {
  const busy = new Map();
  const on = (who, day) => busy.get(`${who} ${day}`) ?? [];
  return {
    hasDay: (who, day) => on(who, day).length > 0,
    isFree: (who, { day, from, to }) => on(who, day).every((other) => to <= other.from || other.to <= from),
    book: (who, { day, from, to }) => busy.set(`${who} ${day}`, [...on(who, day), { from, to }]),
  };
}

// People

const held = (code, from, through) => ({ code, ...(from && { from }), ...(through && { through }) });

const QSAP = { id: 'T-91', credentials: [held('MO-QSAP', '2012-05-01')] };
const QMHP = { id: 'T-92', credentials: [held('MO-QMHP')] };
const QAP = { id: 'T-93', credentials: [held('MO-QAP', '2019-01-01', '2026-12-31')] };
/** A counselor's licence alone makes nobody a QSAP or QMHP. */
const COUNSELOR = { id: 'T-94', credentials: [held('MO-LPC', '2016-08-15')] };

const memberId = (number) => `M-${String(number).padStart(4, '0')}`;

/** `groupOn` is the weekday of the weekly group, `firstDay` the first day at work, if in March. */
const TEAM = [
  { id: 'T-01', credentials: [held('MO-CPS', '2019-06-03', '2026-05-31')], supervisor: QSAP, groupOn: 2 },
  {
    id: 'T-02',
    credentials: [held('MO-CMPS', '2015-04-01'), held('MO-CPS', '2018-03-01')],
    supervisor: QSAP,
    groupOn: 4,
  },
  { id: 'T-03', credentials: [held('MO-MRSS-P', '2021-02-15')], supervisor: QMHP, groupOn: 3 },
  { id: 'T-04', credentials: [held('MO-CPS', '2022-09-01')], supervisor: QMHP, groupOn: 1 },
  {
    id: 'T-05',
    credentials: [held('MO-MRSS-P', '2017-10-02'), held('MO-CPS', '2020-01-06')],
    supervisor: QAP,
    groupOn: 5,
  },
  { id: 'T-06', credentials: [held('MO-CPS')], supervisor: QAP, groupOn: 2 },
  {
    id: 'T-07',
    credentials: [held('MO-CPS', '2023-03-18', '2025-03-17'), held('MO-CPS', '2025-03-20', '2027-03-19')],
    supervisor: QSAP,
    groupOn: 1,
  },
  { id: 'T-08', credentials: [held('MO-CPS', '2025-03-10')], supervisor: QMHP, groupOn: 4, firstDay: 7 },
].map((worker, index) => ({ ...worker, caseload: [1, 2, 3].map((place) => memberId(index * 3 + place)) }));

const PROGRAMS = [
  'MO-CSTAR-GENERAL',
  'MO-CSTAR-GENERAL-ENHANCED',
  'MO-CSTAR-WOMEN-CHILDREN',
  'MO-CSTAR-WOMEN-CHILDREN-ENHANCED',
  'MO-CSTAR-OPIOID',
  'MO-PR-PLUS',
  'MO-PR-PLUS-ENHANCED',
];
const OTHER_ROLES = ['community-support-specialist', 'therapist', 'case-manager', 'nurse', 'physician'];

function inventDate(chance, firstYear, lastYear) {
  return `${chance.between(firstYear, lastYear)}-${two(chance.between(1, 12))}-${two(chance.between(1, 28))}`;
}

function inventPrograms(chance) {
  const [now, before] = chance.someOf(PROGRAMS, 2);
  if (chance.happens(0.15)) return [held(before, '2023-05-08', '2024-06-30'), held(now, '2024-07-01')];
  if (chance.happens(0.15)) return [held(before, '2024-10-07', marchDay(12)), held(now, marchDay(13))];
  return [held(now, inventDate(chance, 2023, 2024), chance.happens(0.3) ? '2025-12-31' : undefined)];
}

/** A member as of March; `known` overrides what is invented. */
function inventMember(id, chance, known = {}) {
  return {
    id,
    birthDate: inventDate(chance, 1957, 2004),
    programs: inventPrograms(chance),
    careTeamRoles: ['peer-specialist', ...chance.someOf(OTHER_ROLES, chance.between(1, 3))],
    ...known,
  };
}

function inventPlan(chance) {
  const from = inventDate(chance, 2024, 2024);
  return { from, ...(chance.happens(0.4) && { through: '2025-06-30' }), sessionServesGoal: true };
}

// Sessions

const KEY_FUNCTIONS = [
  'connecting-with-community',
  'sharing-lived-experience',
  'supporting-choices',
  'identifying-strengths',
  'setting-goals',
  'supporting-employment',
  'health-and-wellness',
];
const BESIDE = [
  'recovery-dialogue',
  'symptom-management-skills',
  'problem-solving-skills',
  'stages-in-recovery',
  'transportation',
];

function inventActivities(chance, isGroup) {
  const main = chance.someOf(KEY_FUNCTIONS, chance.between(1, 3));
  if (isGroup) return [...main, 'mutual-support-group'];
  return chance.happens(0.3) ? [...main, chance.oneOf(BESIDE)] : main;
}

/** The complete, billable session of a visit, its keys in the order of the contract. */
function sessionOf(visit, cast, chance) {
  const { worker, day, from, to, minutes, group } = visit;
  const { id, credentials, supervisor } = worker;
  const format = visit.format ?? (group ? 'group' : 'individual');
  return structuredClone({
    id: '',
    service: SERVICE,
    phase: 'delivered',
    funding: 'medicaid',
    dateOfService: marchDay(day),
    startTime: timeOf(from),
    endTime: timeOf(to),
    ...(minutes && { minutes }),
    units: unitsIn(minutes ?? to - from),
    format,
    ...(group && { group }),
    personCentered: true,
    activities: inventActivities(chance, format === 'group'),
    member: cast.members.get(visit.member),
    staff: {
      id,
      credentials,
      supervisor,
      treatmentTeamMember: true,
      attendsTeamMeetings: true,
      replacesTreatmentStaff: false,
    },
    agency: { id: cast.agency },
    plan: cast.plans.get(visit.member),
    documentation: { meetsProgramRequirements: true },
  });
}

// The ordinary month

const SLOTS = ['09:00', '10:30', '13:00', '14:30'].map(minuteOf);
const GROUP_STARTS = minuteOf('16:00');
const LENGTHS = [30, 30, 45, 45, 50, 60, 60, 65, 75];

/** Books visits day by day: each specialist sees people of the own caseload, now and then a colleague's. */
function ordinaryVisits(cast, calendar, chance) {
  const booked = new Map();
  const everyone = cast.team.flatMap((worker) => worker.caseload);
  const hasRoom = (id, units) => (booked.get(id) ?? 0) + units <= ORDINARY_MOST;

  function book(visit) {
    calendar.book(visit.member, visit);
    booked.set(visit.member, (booked.get(visit.member) ?? 0) + unitsIn(visit.to - visit.from));
    return visit;
  }

  function individual(worker, day, slot) {
    if (!chance.happens(cast.pace)) return [];
    const from = slot + chance.oneOf([0, 0, 5, 10]);
    const to = from + chance.oneOf(LENGTHS);
    const people = chance.happens(0.12) ? everyone : worker.caseload;
    const open = people.filter((id) => !calendar.hasDay(id, day) && hasRoom(id, unitsIn(to - from)));
    const visit = { worker, member: chance.oneOf(open), day, from, to };
    if (!visit.member || !calendar.isFree(worker.id, visit)) return [];
    calendar.book(worker.id, visit);
    if (cast.breaks && chance.happens(0.08)) visit.minutes = to - from - chance.oneOf([5, 10]);
    if (chance.happens(cast.loneGroups ?? 0)) visit.format = 'group';
    return [book(visit)];
  }

  function weeklyGroup(worker, day) {
    if (!cast.groups || weekdayOf(day) !== worker.groupOn) return [];
    const time = { worker, day, from: GROUP_STARTS, to: GROUP_STARTS + chance.oneOf([60, 75]) };
    if (!calendar.isFree(worker.id, time)) return [];
    const present = worker.caseload.filter(
      (id) => calendar.isFree(id, time) && hasRoom(id, 5) && chance.happens(0.85),
    );
    const group = {
      id: `G-${worker.id}-${two(day)}`,
      participants: present.length + chance.between(1, 3),
      staff: 1,
    };
    calendar.book(worker.id, time);
    return present.map((member) => book({ ...time, member, group }));
  }

  return WORKDAYS.flatMap((day) =>
    cast.team
      .filter((worker) => day >= (worker.firstDay ?? 1))
      .flatMap((worker) => [
        ...SLOTS.flatMap((slot) => individual(worker, day, slot)),
        ...weeklyGroup(worker, day),
      ]),
  );
}

/** Visits arranged by hand for what the planted members are about. */
function arrangedVisits(cast, calendar) {
  return cast.arranged.map(({ member, staff, day, at: [start, end], slip, over = [] }) => {
    const worker = cast.team.find((one) => one.id === staff);
    const visit = {
      worker,
      member,
      day,
      from: minuteOf(start),
      to: minuteOf(end),
      slip,
      over,
      arranged: true,
    };
    for (const who of [member, staff]) {
      if (!calendar.isFree(who, visit)) throw new Error(`${who} is double booked on ${marchDay(day)}`);
      calendar.book(who, visit);
    }
    return visit;
  });
}

// What goes wrong. `errors` and `warnings` state what a check must find.

const fails = (...rules) => ({ errors: Object.fromEntries(rules.map((rule) => [rule, 'fail'])) });
const leavesOpen = (...rules) => ({ errors: Object.fromEntries(rules.map((rule) => [rule, 'unknown'])) });
const warns = (rule, outcome) => ({ warnings: { [rule]: outcome } });
const without = (key) => (session) => delete session[key];

/** Mistakes that hold over days, for a member or a staff member; the facts themselves lie with the person. */
const STANDING = [
  { what: 'fifteen years old', member: 'M-0026', ...fails('member/age') },
  { what: 'turns sixteen on the 14th', member: 'M-0027', through: 13, ...fails('member/age') },
  { what: 'in a program the bulletin does not list', member: 'M-0028', ...fails('member/program') },
  { what: 'credential lapsed', staff: 'T-07', from: 18, through: 19, ...fails('staff/credential') },
  { what: 'credential not yet obtained', staff: 'T-08', through: 9, ...fails('staff/credential') },
];

const slip = (what, expected, change, more = {}) => ({ what, ...expected, change, ...more });
const unreadable = (what, write) => ({ what, invalid: true, write });

const NO_UNITS_NO_TIME = slip('neither units nor time known', leavesOpen('units/time'), (session) =>
  ['startTime', 'endTime', 'units'].forEach((key) => delete session[key]),
);

/**
 * Mistakes of single sessions: `fits` says which sessions can have it, `times` how many get it (one, if not said).
 * `change` changes the session; `write` gives what an unreadable record holds in its place.
 */
const SLIPS = [
  slip('no supervisor', fails('staff/supervision'), ({ staff }) => (staff.supervisor = 'none')),
  slip('supervisor not known', leavesOpen('staff/supervision'), ({ staff }) => delete staff.supervisor, {
    times: 2,
  }),
  slip(
    'supervisor with the wrong credential',
    fails('staff/supervision'),
    ({ staff }) => (staff.supervisor = structuredClone(COUNSELOR)),
    { times: 2 },
  ),
  slip(
    'only transportation',
    fails('session/key-function', 'session/not-only-transportation'),
    (session) => (session.activities = ['transportation']),
    { times: 2, fits: isIndividual },
  ),
  slip('a unit more than the time supports', fails('units/time'), (session) => (session.units += 1), {
    times: 2,
  }),
  slip('a unit left unbilled (information)', {}, (session) => (session.units -= 1), {
    times: 3,
    fits: hasTwoUnits,
  }),
  slip('units left out, the time supports them', {}, without('units'), { times: 2 }),
  slip(
    'past midnight',
    fails('session/time'),
    (session) => Object.assign(session, { startTime: '23:15', endTime: '00:15' }),
    { fits: isPlainAndAlone },
  ),
  slip('birth date not known', leavesOpen('member/age'), ({ member }) => delete member.birthDate),
  slip(
    'activities not known',
    leavesOpen('session/key-function', 'session/not-only-transportation'),
    without('activities'),
  ),
  slip('end time not known', leavesOpen('session/time', 'units/time'), without('endTime'), {
    fits: isPlainAndAlone,
  }),
  slip('start time not known', leavesOpen('session/time', 'units/time'), without('startTime'), {
    fits: isPlainAndAlone,
  }),
  slip(
    'not known whether the peer replaces the therapist',
    leavesOpen('staff/not-a-replacement'),
    ({ staff }) => delete staff.replacesTreatmentStaff,
  ),
  slip(
    'documentation not signed off yet',
    leavesOpen('documentation/program-requirements'),
    without('documentation'),
    { times: 2 },
  ),
  slip(
    'documentation does not meet the requirements',
    fails('documentation/program-requirements'),
    ({ documentation }) => (documentation.meetsProgramRequirements = false),
  ),
  slip('serves no goal of the plan', fails('plan/goal'), ({ plan }) => (plan.sessionServesGoal = false), {
    times: 2,
  }),
  slip(
    'not person-centered (warning)',
    warns('session/person-centered', 'fail'),
    (session) => (session.personCentered = false),
  ),
  slip(
    'not known whether person-centered (warning)',
    warns('session/person-centered', 'unknown'),
    without('personCentered'),
  ),
  slip(
    'a mutual support group alone (warning)',
    warns('session/key-function', 'fail'),
    (session) => (session.activities = ['mutual-support-group']),
    { times: 2, fits: (session) => !isIndividual(session) },
  ),
  slip(
    'the peer specialist is the only staff assigned',
    fails('member/other-staff-assigned'),
    ({ member }) => (member.careTeamRoles = ['peer-specialist']),
    { times: 2 },
  ),
  slip('one and a half units', fails('units/whole'), (session) => (session.units = 1.5), {
    fits: hasTwoUnits,
  }),
  unreadable('a line cut off', (session) => JSON.stringify(session).slice(0, 260)),
  unreadable('a misspelt key', (session) => JSON.stringify(session).replace('"birthDate"', '"birthdate"')),
  unreadable('an impossible date', (session) => JSON.stringify({ ...session, dateOfService: '2025-02-30' })),
];

function isIndividual(session) {
  return session.format === 'individual';
}

function hasTwoUnits(session) {
  return session.units >= 2;
}

/** No break, no group, no other session of the member that day: the clock times can go without further effect. */
function isPlainAndAlone(session, all) {
  const sameDay = (other) =>
    other.member.id === session.member.id && other.dateOfService === session.dateOfService;
  return isIndividual(session) && session.minutes === undefined && all.filter(sameDay).length === 1;
}

function standingMistakes({ member, staff, dateOfService }, standing) {
  return standing.filter(
    (mistake) =>
      (mistake.member ?? member.id) === member.id &&
      (mistake.staff ?? staff.id) === staff.id &&
      marchDay(mistake.from ?? 1) <= dateOfService &&
      dateOfService <= marchDay(mistake.through ?? 31),
  );
}

/** Gives each slip to as many ordinary sessions as it asks for, no session getting two. */
function plantSlips(records, slips, chance) {
  const sessions = records.map((record) => record.session);
  for (const mistake of slips) {
    const fits = mistake.fits ?? (() => true);
    const open = records.filter((record) => isUntouched(record) && fits(record.session, sessions));
    for (const record of chance.someOf(open, mistake.times ?? 1)) record.mistakes.push(mistake);
  }
  for (const { session, mistakes } of records) mistakes.forEach(({ change }) => change?.(session));
}

const isUntouched = (record) => !record.arranged && record.mistakes.length === 0;
const isInvalid = (record) => record.mistakes.some((mistake) => mistake.invalid);

// The month over one cast: visits, sessions, mistakes, in the order of an export

/** By staff, then date, then the order in which they were entered. */
function byExportOrder(one, other) {
  return compare(one.worker.id, other.worker.id) || one.day - other.day;
}

function compare(one, other) {
  return one < other ? -1 : Number(one > other);
}

function recordOf(visit, index, cast, chance) {
  const session = sessionOf(visit, cast, chance);
  session.id = `${cast.prefix}-${String(index + 1).padStart(4, '0')}`;
  const mistakes = [...standingMistakes(session, cast.standing), visit.slip].filter(Boolean);
  return { session, mistakes, arranged: visit.arranged ?? false, over: visit.over ?? [] };
}

function makeMonth(people) {
  const chance = chanceFrom(people.seed);
  const cast = castOf(people, chance);
  const calendar = makeCalendar();
  const visits = [...arrangedVisits(cast, calendar), ...ordinaryVisits(cast, calendar, chance)];
  const records = visits.sort(byExportOrder).map((visit, index) => recordOf(visit, index, cast, chance));
  plantSlips(records, cast.slips, chance);
  return judgeLimits(records.map((record) => ({ ...record, findings: plantedFindings(record), limits: {} })));
}

function plantedFindings({ mistakes }) {
  return Object.assign({}, ...mistakes.map(({ errors, warnings }) => ({ ...errors, ...warnings })));
}

// Unit limits: the reading limit-order

/** Day, start time (unknown last), id. Ids differ, so the order never needs more. */
function byLimitOrder({ session: one }, { session: other }) {
  return (
    compare(one.dateOfService, other.dateOfService) ||
    compare(one.startTime ?? '99:99', other.startTime ?? '99:99') ||
    compare(one.id, other.id)
  );
}

/** The units of a session: as stated, else as its time supports, else not known. */
function unitsAsked({ units, startTime, endTime, minutes }) {
  if (units !== undefined) return units;
  if (minutes !== undefined) return unitsIn(minutes);
  return startTime && endTime ? unitsIn(minuteOf(endTime) - minuteOf(startTime)) : NaN;
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** `earlier` are the sessions before this one in the window. Units that are not known are NaN. */
function judgeLimit(limit, earlier, asked) {
  const all = [...earlier.map((use) => use.units), asked];
  const known = all.filter((units) => !Number.isNaN(units));
  if (sum(known) > limit) return 'fail';
  return known.length === all.length ? 'pass' : 'unknown';
}

function judgeLimits(records) {
  const members = new Map();
  for (const record of records.filter((one) => !isInvalid(one))) {
    const id = record.session.member.id;
    members.set(id, [...(members.get(id) ?? []), record]);
  }
  for (const list of members.values()) judgeMember(list.sort(byLimitOrder));
  records.forEach(checkAgainstPlan);
  return records;
}

/** Billable and undetermined sessions use their units up; those that are not billable use none. */
function judgeMember(records) {
  const used = [];
  for (const record of records) {
    const { dateOfService: date } = record.session;
    const asked = unitsAsked(record.session);
    const thatDay = used.filter((use) => use.date === date);
    const earlier = { 'units/daily-limit': thatDay, 'units/monthly-limit': used };
    for (const [rule, limit] of Object.entries(LIMITS)) {
      const outcome = judgeLimit(limit, earlier[rule], asked);
      if (outcome !== 'pass') record.limits[rule] = outcome;
    }
    if (verdictOf(record) !== 'not-billable') used.push({ date, units: asked });
  }
}

/** What was arranged by hand to be over a limit is, and nothing else is. */
function checkAgainstPlan({ session, over, limits }) {
  const failed = Object.keys(limits).filter((rule) => limits[rule] === 'fail');
  if (failed.join() !== over.join())
    throw new Error(`${session.id}: planned over [${over}], found [${failed}]`);
}

// Expectations

function verdictOf(record) {
  if (isInvalid(record)) return 'invalid';
  const errors = record.mistakes.flatMap((mistake) => Object.values(mistake.errors ?? {}));
  const outcomes = [...errors, ...Object.values(record.limits)];
  if (outcomes.includes('fail')) return 'not-billable';
  return outcomes.includes('unknown') ? 'undetermined' : 'billable';
}

function expectationOf(record, line) {
  if (isInvalid(record)) return { line, verdict: 'invalid', findings: {} };
  const findings = { ...record.findings, ...record.limits };
  return { line, id: record.session.id, verdict: verdictOf(record), findings };
}

/** A list in JSON, one entry on a line where it fits. */
function listInJson(entries) {
  const lines = entries.map((entry) => {
    const flat = JSON.stringify(entry, null, 1).replace(/\n\s*/g, ' ');
    return flat.length <= 107 ? `  ${flat}` : JSON.stringify(entry, null, 2).replace(/^/gm, '  ');
  });
  return `[\n${lines.join(',\n')}\n]\n`;
}

// NDJSON

function ndjsonLine({ session, mistakes }) {
  const write = mistakes.find((mistake) => mistake.write)?.write ?? JSON.stringify;
  return `${write(session)}\n`;
}

// CSV

const COLUMNS = [
  'id',
  'service',
  'dateOfService',
  'startTime',
  'endTime',
  'units',
  'format',
  'personCentered',
  'activities',
  'member.id',
  'member.birthDate',
  'member.programs',
  'member.careTeamRoles',
  'staff.id',
  'staff.credentials',
  'staff.supervisor.credentials',
  'staff.treatmentTeamMember',
  'staff.attendsTeamMeetings',
  'staff.replacesTreatmentStaff',
  'plan.sessionServesGoal',
  'documentation.meetsProgramRequirements',
];
/** What the exporting system puts in quotes, needed or not. */
const QUOTED = ['activities', 'member.programs', 'staff.credentials', 'staff.supervisor.credentials'];

const factAt = (session, path) => path.split('.').reduce((fact, key) => fact?.[key], session);

/** A held code as `CODE@FROM..THROUGH`, either bound empty where it is open, or the code alone. */
function cellText(fact) {
  if (Array.isArray(fact)) return fact.map(cellText).join('|');
  if (fact === undefined) return '';
  if (typeof fact !== 'object') return String(fact);
  return fact.from || fact.through ? `${fact.code}@${fact.from ?? ''}..${fact.through ?? ''}` : fact.code;
}

function cell(session, column) {
  const text = cellText(factAt(session, column));
  const quote = /[",\r\n]/.test(text) || (QUOTED.includes(column) && text !== '');
  return quote ? `"${text.replaceAll('"', '""')}"` : text;
}

function csvRow({ session, mistakes }) {
  const written = mistakes.find((mistake) => mistake.write)?.write(session) ?? session;
  return `${COLUMNS.map((column) => cell(written, column)).join(',')}\r\n`;
}

// The two casts

function castOf({ memberIds, known = {}, ...rest }, chance) {
  const members = new Map(memberIds.map((id) => [id, inventMember(id, chance, known[id])]));
  const plans = new Map(memberIds.map((id) => [id, inventPlan(chance)]));
  return { ...rest, members, plans };
}

const DAY = 'units/daily-limit';
const MONTH = 'units/monthly-limit';
const ADOLESCENT = [held('MO-CSTAR-ADOLESCENT', '2024-11-04')];

/** `over`: the limits that the visit breaks, `slip`: its mistake. */
const arrange = (member, visits) =>
  visits.map(([staff, day, start, end, more]) => ({ member, staff, day, at: [start, end], ...more }));

const LARGE = {
  seed: 20250301,
  agency: 'A-01',
  prefix: 'PS',
  team: TEAM,
  groups: true,
  breaks: true,
  pace: 0.47,
  standing: STANDING,
  slips: SLIPS,
  memberIds: Array.from({ length: 30 }, (_, index) => memberId(index + 1)),
  known: {
    'M-0011': { birthDate: '2007-10-19', programs: ADOLESCENT },
    'M-0026': { birthDate: '2009-08-21', programs: ADOLESCENT },
    'M-0027': { birthDate: '2009-03-14', programs: ADOLESCENT },
    'M-0028': { programs: [held('MO-ADULT-CPR', '2023-09-11')] },
  },
  arranged: [
    // Units and time of the third session are not known, so neither is the month of those after it.
    ...arrange('M-0025', [
      ['T-03', 4, '12:00', '12:45'],
      ['T-03', 11, '12:00', '13:00'],
      ['T-03', 18, '12:00', '12:45', { slip: NO_UNITS_NO_TIME }],
      ['T-03', 21, '12:00', '12:30'],
      ['T-03', 25, '12:00', '13:00'],
    ]),
    ...arrange('M-0026', [
      ['T-04', 5, '15:30', '16:15'],
      ['T-04', 13, '15:30', '16:15'],
      ['T-04', 26, '15:30', '16:30'],
    ]),
    ...arrange('M-0027', [
      ['T-04', 6, '15:45', '16:30'],
      ['T-04', 11, '15:45', '16:45'],
      ['T-04', 13, '16:30', '17:15'],
      ['T-04', 14, '15:45', '16:45'],
      ['T-04', 18, '15:45', '16:30'],
      ['T-04', 25, '15:45', '16:45'],
    ]),
    ...arrange('M-0028', [
      ['T-01', 7, '08:00', '08:45'],
      ['T-01', 14, '08:00', '09:00'],
      ['T-01', 21, '08:00', '08:45'],
    ]),
    // Twelve and twelve units, ten that do not fit the day, then eight that just do.
    ...arrange('M-0029', [
      ['T-05', 6, '12:00', '12:45'],
      ['T-05', 20, '08:00', '11:00'],
      ['T-05', 20, '11:15', '14:15'],
      ['T-03', 20, '14:30', '17:00', { over: [DAY] }],
      ['T-05', 20, '17:15', '19:15'],
      ['T-03', 27, '12:00', '13:00'],
    ]),
    // 88 units by the 24th, twelve that do not fit the month, eight that fill it, then two too many.
    ...arrange('M-0030', [
      ['T-06', 3, '13:00', '15:00'],
      ['T-06', 5, '13:00', '15:00'],
      ['T-06', 7, '13:00', '15:00'],
      ['T-02', 10, '12:30', '15:30'],
      ['T-06', 12, '13:00', '15:00'],
      ['T-06', 14, '13:00', '15:00'],
      ['T-02', 17, '12:30', '15:30'],
      ['T-06', 19, '13:00', '15:00'],
      ['T-06', 21, '13:00', '15:00'],
      ['T-06', 24, '13:00', '15:00'],
      ['T-02', 26, '12:30', '15:30', { over: [MONTH] }],
      ['T-06', 27, '13:00', '15:00'],
      ['T-06', 28, '13:00', '13:30', { over: [MONTH] }],
    ]),
  ],
};

const slipNamed = (what, times = 1) => ({ ...SLIPS.find((known) => known.what === what), times });

const SMALL = {
  seed: 20250302,
  agency: 'A-02',
  prefix: 'E',
  team: [
    {
      id: 'T-11',
      credentials: [held('MO-CPS', '2020-07-01', '2026-06-30')],
      supervisor: QSAP,
      caseload: ['M-0101', 'M-0102'],
    },
    {
      id: 'T-12',
      credentials: [held('MO-MRSS-P', undefined, marchDay(9)), held('MO-MRSS-P', marchDay(12), '2027-03-11')],
      supervisor: QMHP,
      caseload: ['M-0103', 'M-0104', 'M-0105'],
    },
  ],
  loneGroups: 0.15,
  pace: 0.19,
  standing: [
    { what: 'credential lapsed', staff: 'T-12', from: 10, through: 11, ...fails('staff/credential') },
  ],
  slips: [
    slipNamed('only transportation'),
    slipNamed('a unit more than the time supports'),
    slipNamed('units left out, the time supports them', 2),
    slipNamed('birth date not known'),
    slipNamed('end time not known'),
    slipNamed('not known whether the peer replaces the therapist'),
    slipNamed('documentation not signed off yet'),
    slipNamed('documentation does not meet the requirements'),
    slipNamed('not person-centered (warning)'),
    slip('an id with a comma', {}, (session) => (session.id += ', late entry')),
    unreadable('an unreadable number', (session) => ({ ...session, units: 'eight' })),
  ],
  memberIds: ['M-0101', 'M-0102', 'M-0103', 'M-0104', 'M-0105', 'M-0106'],
  arranged: [
    // 92 units by the 20th, six that do not fit, four that fill the month.
    ...arrange('M-0106', [
      ['T-12', 4, '12:00', '15:00'],
      ['T-11', 6, '12:00', '15:00'],
      ['T-12', 7, '12:00', '15:00'],
      ['T-11', 11, '12:00', '15:00'],
      ['T-12', 13, '12:00', '15:00'],
      ['T-11', 14, '12:00', '15:00'],
      ['T-12', 18, '12:00', '15:00'],
      ['T-12', 20, '12:00', '14:00'],
      ['T-11', 25, '12:00', '13:30', { over: [MONTH] }],
      ['T-12', 26, '12:00', '13:00'],
    ]),
  ],
};

// Files

function write(name, text) {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(new URL(name, FOLDER), text);
}

/** The first record stands on `firstLine` of its file. */
const expectations = (records, firstLine) =>
  listInJson(records.map((record, index) => expectationOf(record, firstLine + index)));

function writeMonths() {
  const large = makeMonth(LARGE);
  write('mo-peer-support.ndjson', large.map(ndjsonLine).join(''));
  write('mo-peer-support.expected.json', expectations(large, 1));

  const small = makeMonth(SMALL);
  write('mo-peer-support.csv', `${COLUMNS.join(',')}\r\n${small.map(csvRow).join('')}`);
  write('mo-peer-support.csv.expected.json', expectations(small, 2));
  console.log(`fixtures/months: ${large.length} sessions as NDJSON, ${small.length} as CSV`);
}

writeMonths();
