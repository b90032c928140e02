/**
 * What the makers of the February 2025 months share: chance from a seed, days and times, a calendar that keeps a
 * person in one place at a time, planted mistakes with what a check must find, and the two files of a month.
 *
 * A cast states the team, the ordinary complete session, and what goes wrong; nothing of the library is used.
 * Same seeds, same bytes: no clock, no Math.random.
 */
import { mkdirSync, writeFileSync } from 'node:fs';

const FOLDER = new URL('../../fixtures/months/', import.meta.url);

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

export function chanceFrom(seed) {
  const next = seeded(seed);
  const below = (count) => Math.floor(next() * count);
  return {
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
/** Days count from February 1; day 29 is March 1. */
export const dateOf = (day) => (day <= 28 ? `2025-02-${two(day)}` : `2025-03-${two(day - 28)}`);
/** 0 is Sunday. February 1, 2025 was a Saturday. */
const weekdayOf = (day) => (day + 5) % 7;
const PRESIDENTS_DAY = 17;

export function workdays(lastDay) {
  return Array.from({ length: lastDay }, (_, index) => index + 1).filter(
    (day) => weekdayOf(day) > 0 && weekdayOf(day) < 6 && day !== PRESIDENTS_DAY,
  );
}

const minuteOf = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const timeOf = (minute) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

export function inventDate(chance, firstYear, lastYear) {
  return `${chance.between(firstYear, lastYear)}-${two(chance.between(1, 12))}-${two(chance.between(1, 28))}`;
}

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

/** A code held from a date through a date; a bound left out is open. */
export const held = (code, from, through) => ({ code, ...(from && { from }), ...(through && { through }) });
export const memberId = (number) => `M-${String(number).padStart(4, '0')}`;

// Visits: who sees whom, when

function bookVisits(cast, chance) {
  const calendar = makeCalendar();
  const days = workdays(cast.lastDay);

  function book(visit) {
    calendar.book(visit.member, visit);
    return visit;
  }

  /** Visits arranged by hand, so that a member or worker is seen on both sides of a date. */
  function arranged([staff, member, day, start, end]) {
    const visit = {
      worker: cast.team.find((one) => one.id === staff),
      member,
      day,
      from: minuteOf(start),
      to: minuteOf(end),
    };
    for (const who of [staff, member])
      if (!calendar.isFree(who, visit)) throw new Error(`${who} is double booked on ${dateOf(day)}`);
    calendar.book(staff, visit);
    return book(visit);
  }

  function individual(worker, day, slot) {
    if (!chance.happens(cast.pace)) return [];
    const from = minuteOf(slot) + chance.oneOf([0, 0, 5, 10]);
    const to = from + chance.oneOf(cast.lengths);
    const member = chance.oneOf(worker.caseload.filter((id) => !calendar.hasDay(id, day)));
    const visit = { worker, member, day, from, to };
    if (!member || !calendar.isFree(worker.id, visit)) return [];
    calendar.book(worker.id, visit);
    return [book(visit)];
  }

  function weeklyGroup(worker, day) {
    if (weekdayOf(day) !== worker.group?.weekday) return [];
    const from = minuteOf(worker.group.at);
    const time = { worker, day, from, to: from + 60 };
    if (!calendar.isFree(worker.id, time)) return [];
    const present = worker.caseload.filter((id) => calendar.isFree(id, time) && chance.happens(0.8));
    const group = {
      id: `G-${worker.id}-${two(day)}`,
      participants: present.length + chance.between(1, 3),
      staff: 1,
    };
    calendar.book(worker.id, time);
    return present.map((member) => book({ ...time, member, group }));
  }

  const ordinary = (day) =>
    cast.team
      .filter((worker) => day >= (worker.firstDay ?? 1))
      .flatMap((worker) => [
        ...worker.slots.flatMap((slot) => individual(worker, day, slot)),
        ...weeklyGroup(worker, day),
      ]);
  return [...cast.arranged.map(arranged), ...days.flatMap(ordinary)];
}

/** By staff, then day, then time, then member: the order of an export. */
function byExportOrder(one, other) {
  return (
    compare(one.worker.id, other.worker.id) ||
    one.day - other.day ||
    one.from - other.from ||
    compare(one.member, other.member)
  );
}

function compare(one, other) {
  return one < other ? -1 : Number(one > other);
}

/** The facts that every service's session begins with. */
export function whenAndHow({ day, from, to, group }) {
  return {
    dateOfService: dateOf(day),
    startTime: timeOf(from),
    endTime: timeOf(to),
    format: group ? 'group' : 'individual',
    ...(group && { group }),
  };
}

export const unitsIn = ({ from, to }) => Math.floor((to - from) / 15);

// What goes wrong. `errors` and `warnings` state what a check must find.

const outcomes = (outcome, rules) => Object.fromEntries(rules.map((rule) => [rule, outcome]));
export const finds = {
  nothing: {},
  fails: (...rules) => ({ errors: outcomes('fail', rules) }),
  unknown: (...rules) => ({ errors: outcomes('unknown', rules) }),
  due: (...rules) => ({ errors: outcomes('due', rules) }),
  failsAndUnknown: (failed, unknown) => ({
    errors: { ...outcomes('fail', failed), ...outcomes('unknown', unknown) },
  }),
  warns: (rule, outcome) => ({ warnings: { [rule]: outcome } }),
};

/** A mistake of single sessions: `fits` says which can have it, `times` how many get it (one, if not said). */
export const slip = (what, found, change, more = {}) => ({ what, ...found, change, ...more });
/** A record that cannot be read: `write` gives the text in its place. */
export const unreadable = (what, write, more = {}) => ({ what, invalid: true, write, ...more });
/** A mistake that holds over days, for a member or a staff member; without `change` their own facts show it. */
export const standing = (what, whose, found, change) => ({ what, ...whose, ...found, change });

function standingMistakes({ member, worker, day }, list) {
  return list.filter(
    (mistake) =>
      (mistake.member ?? member) === member &&
      (mistake.staff ?? worker.id) === worker.id &&
      (mistake.from ?? 1) <= day &&
      day <= (mistake.through ?? Infinity),
  );
}

/** Gives each slip to as many faultless sessions as it asks for, no session getting two. */
function plantSlips(records, slips, chance) {
  const sessions = records.map((record) => record.session);
  for (const mistake of slips) {
    const fits = mistake.fits ?? (() => true);
    const open = records.filter(({ mistakes, session }) => mistakes.length === 0 && fits(session, sessions));
    const times = mistake.times ?? 1;
    if (open.length < times) throw new Error(`no session fits: ${mistake.what}`);
    for (const record of chance.someOf(open, times)) record.mistakes.push(mistake);
  }
}

/** Individual, and the member's only session that day: its times can change without further effect. */
export function isAlone(session, all) {
  const sameDay = (other) =>
    other.member.id === session.member.id && other.dateOfService === session.dateOfService;
  return session.format === 'individual' && all.filter(sameDay).length === 1;
}

export const PAST_MIDNIGHT = slip(
  'past midnight',
  finds.fails('session/time'),
  (session) => Object.assign(session, { startTime: '23:15', endTime: '00:15' }),
  { fits: isAlone },
);

/** What else depends on the date must hold on March 17 too: `holds` says for which sessions it does. */
export const datedAhead = (holds = () => true) =>
  slip(
    'dated two weeks after the day of the check',
    finds.fails('session/delivered'),
    (session) => (session.dateOfService = dateOf(28 + 17)),
    { fits: (session, all) => isAlone(session, all) && holds(session) },
  );

// The month of a cast

/**
 * Every visit as a record: the complete session of the cast, spoiled by what stands over days and by single slips.
 * A cast that plants a mistake which no session shows is an error.
 */
export function makeMonth(cast) {
  const chance = chanceFrom(cast.seed);
  const records = bookVisits(cast, chance)
    .sort(byExportOrder)
    .map((visit, index) => ({
      session: structuredClone({
        id: `${cast.prefix}-${String(index + 1).padStart(4, '0')}`,
        ...cast.sessionOf(visit, chance),
      }),
      mistakes: standingMistakes(visit, cast.standing),
    }));
  plantSlips(records, cast.slips, chance);
  const shown = new Set(records.flatMap(({ mistakes }) => mistakes));
  for (const { what } of cast.standing.filter((mistake) => !shown.has(mistake)))
    throw new Error(`no session shows: ${what}`);
  for (const { session, mistakes } of records) mistakes.forEach(({ change }) => change?.(session));
  return records;
}

function expectationOf({ session, mistakes }, index) {
  const line = index + 1;
  if (mistakes.some(({ invalid }) => invalid)) return { line, verdict: 'invalid', findings: {} };
  const errors = Object.assign({}, ...mistakes.map((mistake) => mistake.errors));
  const warnings = Object.assign({}, ...mistakes.map((mistake) => mistake.warnings));
  return {
    line,
    id: session.id,
    verdict: verdictOf(Object.values(errors)),
    findings: { ...errors, ...warnings },
  };
}

function verdictOf(found) {
  if (found.includes('fail')) return 'not-billable';
  return found.includes('unknown') ? 'undetermined' : 'billable';
}

// Files

function ndjsonLine({ session, mistakes }) {
  const write = mistakes.find((mistake) => mistake.write)?.write ?? JSON.stringify;
  return `${write(session)}\n`;
}

/** A list in JSON, one entry on a line where it fits. */
function listInJson(entries) {
  const lines = entries.map((entry) => {
    const flat = JSON.stringify(entry, null, 1).replace(/\n\s*/g, ' ');
    return flat.length <= 107 ? `  ${flat}` : JSON.stringify(entry, null, 2).replace(/^/gm, '  ');
  });
  return `[\n${lines.join(',\n')}\n]\n`;
}

/** `NAME.ndjson`, and what a check of it must find line by line in `NAME.expected.json`. */
export function writeMonth(name, records) {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(new URL(`${name}.ndjson`, FOLDER), records.map(ndjsonLine).join(''));
  writeFileSync(new URL(`${name}.expected.json`, FOLDER), listInJson(records.map(expectationOf)));
  console.log(`fixtures/months/${name}.ndjson: ${records.length} sessions`);
}
