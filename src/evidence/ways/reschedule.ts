import { findOrThrow, type OnFile } from '../../check/on-file.js';
import type { Settings } from '../../check/session.js';
import { TRUE } from '../../conditions/truth.js';
import type { Leaf } from '../../conditions/condition.js';
import { factReader } from '../../facts/read.js';
import type { Held } from '../../facts/held.js';
import type { Session } from '../../facts/generated/types.js';
import type { SessionResult } from '../../check/result.js';
import type { RuleId } from '../../findings/finding-data.js';
import type { Finding } from '../../rules/index.js';
import type { Training } from '../../facts/generated/types.js';
import { addDays, addMonths, type CivilDate } from '../../values/civil-date.js';
import { minuteOfDay } from '../../values/clock-time.js';
import { clausesOf, type Clause } from './clauses.js';
import { stating } from './patched.js';
import type { Candidate } from './way.js';
import type { HeldBack } from './held-back.js';

/**
 * Days after the one proposed on which more of what holds a session back is met: for each rule the first. Earlier days
 * may be gone by.
 */
export function otherDays(
  { session, blocking }: HeldBack,
  clauses: readonly Clause[],
  onFile: OnFile,
  { readings, words }: Pick<Settings, 'readings' | 'words'>,
): Candidate[] {
  if (session.phase !== 'proposed') return [];
  const rules = new Set(blocking.map(({ rule }) => rule));
  const clauseDays = daysAfter(
    session,
    clauses.flatMap(({ leaves }) => leaves()),
  );
  const first = new Map<RuleId, CivilDate>();
  for (const day of clauseDays) {
    const then = { session: { ...session, dateOfService: day }, on: day, readings, words };
    const { service } = findOrThrow(onFile, session.service, day);
    for (const { rule, met } of clausesOf(service, rules)) {
      if (rules.has(rule) && !first.has(rule) && met.truth(then) === TRUE) first.set(rule, day);
    }
  }
  const days = [...new Set([...first.values(), ...daysWithRoom(blocking)])].sort();
  return days.map((day) => ({
    kind: 'reschedule',
    demand: { says: `the session is held on ${day}`, paths: ['/dateOfService'], heldBy: 'front-desk' },
    patch: [stating(session, 'dateOfService', day)],
  }));
}

/** The days after a session's on which a question may come out otherwise than on it. */
function daysAfter(session: Session, leaves: readonly Leaf[]): CivilDate[] {
  const days = leaves.flatMap((leaf) => daysIn(leaf, session));
  return [...new Set(days.filter((day) => day > session.dateOfService))].sort();
}

function daysIn(leaf: Leaf, session: Session): CivilDate[] {
  switch (leaf.op) {
    case 'ageAtLeast': {
      const birthDate = session.member?.birthDate;
      if (leaf.at !== 'dateOfService' || birthDate == null) return [];
      const reached = addMonths(birthDate, leaf.months);
      return [reached, addDays(reached, 1)];
    }
    case 'holds':
    case 'byLicence':
      return [
        ...listAt(leaf.fact, session).flatMap((held) => (held as Held).from ?? []),
        ...('since' in leaf ? [leaf.since] : []),
      ];
    case 'doneBy':
      return listAt(leaf.fact, session).flatMap((training) => (training as Training).completedOn ?? []);
    case 'inForce':
    case 'notAfterService': {
      const day = factReader(leaf.fact)(session);
      return typeof day === 'string' && day !== 'none' ? [day] : [];
    }
    default:
      return [];
  }
}

function listAt(fact: Parameters<typeof factReader>[0], session: Session): readonly unknown[] {
  const list = factReader(fact)(session);
  return Array.isArray(list) ? list : [];
}

/** Of each limit that is used up the day after its period. */
function daysWithRoom(findings: readonly Finding[]): CivilDate[] {
  return findings.flatMap((finding) =>
    finding.rule === 'units/daily-limit' || finding.rule === 'units/monthly-limit'
      ? addDays(finding.data.window.through, 1)
      : [],
  );
}

/** A later end of a session that is too short for its units, or whose end is not after its start. */
export function laterEnd(
  session: Session,
  { findings }: SessionResult,
  unitMinutes: number | undefined,
): Candidate[] {
  const { phase, startTime, minutes, units } = session;
  const isShort = findings.some(({ rule, outcome }) => outcome === 'fail' && endRules.includes(rule));
  if (phase !== 'proposed' || startTime == null || minutes != null || unitMinutes === undefined || !isShort)
    return [];
  const end = minuteOfDay(startTime) + Math.ceil(Math.max(units ?? 1, 1) * unitMinutes);
  if (end > minuteOfDay('24:00')) return [];
  const endTime = clockTimeOf(end);
  return [
    {
      kind: 'reschedule',
      demand: { says: `the session ends at ${endTime}`, paths: ['/endTime'], heldBy: 'front-desk' },
      patch: [stating(session, 'endTime', endTime)],
    },
  ];
}

const endRules: readonly RuleId[] = ['units/time', 'session/time'];

function clockTimeOf(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
