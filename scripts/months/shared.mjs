/**
 * What the invented months share: chance with a seed, the calendar of March 2025, mistakes planted in sessions,
 * and the two files of a month. Nothing of the library is used; same seeds, same bytes.
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

export const two = (number) => String(number).padStart(2, '0');
export const marchDay = (day) => `2025-03-${two(day)}`;
/** 0 is Sunday. March 1, 2025 was a Saturday. */
export const weekdayOf = (day) => (day + 5) % 7;
export const WORKDAYS = Array.from({ length: 31 }, (_, index) => index + 1).filter(
  (day) => weekdayOf(day) > 0 && weekdayOf(day) < 6,
);

export const minuteOf = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
export const timeOf = (minute) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
export const unitsIn = (minutes) => Math.floor(minutes / 15);

/** Who is busy when: a person is in one place at a time. */
export function makeCalendar() {
  const busy = new Map();
  const on = (who, day) => busy.get(`${who} ${day}`) ?? [];
  return {
    isFree: (who, { day, from, to }) => on(who, day).every((other) => to <= other.from || other.to <= from),
    book: (who, { day, from, to }) => busy.set(`${who} ${day}`, [...on(who, day), { from, to }]),
  };
}

// Facts

export const held = (code, from, through) => ({ code, ...(from && { from }), ...(through && { through }) });

export function inventDate(chance, firstYear, lastYear) {
  return `${chance.between(firstYear, lastYear)}-${two(chance.between(1, 12))}-${two(chance.between(1, 28))}`;
}

/** The charge in dollars of so many units at a rate in cents. */
export const chargeOf = (units, cents) => ((units * cents) / 100).toFixed(2);

export function compare(one, other) {
  return one < other ? -1 : Number(one > other);
}

// Mistakes. `errors` and `remarks` state what a check must find; a remark leaves the verdict as it is.

const outcomes = (outcome, rules) => Object.fromEntries(rules.map((rule) => [rule, outcome]));
export const finds = (errors, remarks = {}) => ({ errors, remarks });
export const fails = (...rules) => finds(outcomes('fail', rules));
export const leavesOpen = (...rules) => finds(outcomes('unknown', rules));
export const owes = (...rules) => finds({}, outcomes('due', rules));
export const warns = (rule, outcome = 'fail') => finds({}, { [rule]: outcome });
export const findsNothing = finds({});

/**
 * A mistake of every session at a place: of a member, a staff member, an agency or a group meeting, over days.
 * Without `change` the facts that are wrong already lie with the person or the agency.
 */
export const standing = (what, at, expected, change) => ({ what, at, ...expected, change });

/**
 * A mistake of single sessions. `fits` says which sessions can have it, `times` how many get it (one, if not said).
 * `change` changes the session; `write` gives what an unreadable record holds in its place.
 */
export const slip = (what, expected, change, more) => ({ what, ...expected, change, ...more });
export const unreadable = (what, write) => ({ what, ...findsNothing, invalid: true, write });

const UNREADABLE = [
  unreadable('a line cut off', (session) => JSON.stringify(session).slice(0, 260)),
  unreadable('a misspelt key', (session) => JSON.stringify(session).replace('"birthDate"', '"birthdate"')),
  unreadable('an impossible date', (session) => JSON.stringify({ ...session, dateOfService: '2025-02-30' })),
];

function isAt({ member, staff, agency, meeting, from = 1, through = 31 }, session) {
  return (
    (member ?? session.member.id) === session.member.id &&
    (staff ?? session.staff.id) === session.staff.id &&
    (agency ?? session.agency.id) === session.agency.id &&
    (meeting ?? session.group?.id) === session.group?.id &&
    marchDay(from) <= session.dateOfService &&
    session.dateOfService <= marchDay(through)
  );
}

function standingMistakes(session, all) {
  return all.filter(({ at }) => isAt(at, session));
}

/** Gives each slip to as many sessions as it asks for, no session getting two mistakes. */
function plantSlips(records, slips, chance) {
  const sessions = records.map((record) => record.session);
  for (const mistake of slips) {
    const fits = mistake.fits ?? (() => true);
    const open = records.filter(({ session, mistakes }) => !mistakes.length && fits(session, sessions));
    const times = mistake.times ?? 1;
    if (open.length < times) throw new Error(`no session left for: ${mistake.what}`);
    for (const record of chance.someOf(open, times)) record.mistakes.push(mistake);
  }
}

/** Complete sessions in the order of an export become records, each with an id and its mistakes. */
export function recordsOf(sessions, { prefix, standings, slips }, chance) {
  const records = sessions.map((session, index) => ({
    session: { ...session, id: `${prefix}-${String(index + 1).padStart(4, '0')}` },
    mistakes: standingMistakes(session, standings),
  }));
  const missed = standings.find((mistake) => !records.some(({ mistakes }) => mistakes.includes(mistake)));
  if (missed) throw new Error(`no session has: ${missed.what}`);
  plantSlips(records, [...slips, ...UNREADABLE], chance);
  for (const { session, mistakes } of records) mistakes.forEach(({ change }) => change?.(session));
  return records;
}

// The files of a month

function verdictOf(mistakes) {
  const found = mistakes.flatMap(({ errors }) => Object.values(errors));
  if (found.includes('fail')) return 'not-billable';
  return found.includes('unknown') ? 'undetermined' : 'billable';
}

function expectationOf({ session, mistakes }, index) {
  const line = index + 1;
  if (mistakes.some(({ invalid }) => invalid)) return { line, verdict: 'invalid', findings: {} };
  const findings = Object.assign({}, ...mistakes.map(({ errors, remarks }) => ({ ...errors, ...remarks })));
  return { line, id: session.id, verdict: verdictOf(mistakes), findings };
}

/** A list in JSON, one entry on a line where it fits. */
function listInJson(entries) {
  const lines = entries.map((entry) => {
    const flat = JSON.stringify(entry, null, 1).replace(/\n\s*/g, ' ');
    return flat.length <= 107 ? `  ${flat}` : JSON.stringify(entry, null, 2).replace(/^/gm, '  ');
  });
  return `[\n${lines.join(',\n')}\n]\n`;
}

function ndjsonLine({ session, mistakes }) {
  const write = mistakes.find((mistake) => mistake.write)?.write ?? JSON.stringify;
  return `${write(session)}\n`;
}

/** NAME.ndjson, and NAME.expected.json with what a check of each line must find. */
export function writeMonth(name, records) {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(new URL(`${name}.ndjson`, FOLDER), records.map(ndjsonLine).join(''));
  writeFileSync(new URL(`${name}.expected.json`, FOLDER), listInJson(records.map(expectationOf)));
  console.log(`fixtures/months: ${records.length} sessions of ${name}`);
}
