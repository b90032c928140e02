import { baseSession, bases } from '../support/cases.js';
import { copyOf } from '../support/copy.js';
import { dayAfter, dayBefore, lastDayOfWeek } from './calendar.js';
import { edges } from './edges.js';
import { ofEveryService, starts, type Change } from './starts.js';
import { randomFrom, type Random } from './random.js';
import type { PriorUse } from './rule.js';
import type { SessionLike } from './oracle.js';

/** Random checks: a complete session with some of its facts changed or taken away, and options, by a seed. */

export interface Options {
  history?: PriorUse[];
  asOf?: string;
  missingFacts?: 'block' | 'report';
  readings?: Record<string, unknown>;
}

export interface RandomCheck {
  base: string;
  changes: readonly Change[];
  options: Options;
  /** Whether codes are bound to the services that have none. */
  isBound: boolean;
}

const daysOfService = [
  '2009-03-29',
  '2009-03-30',
  '2009-06-02',
  '2009-06-03',
  '2014-09-30',
  '2014-10-01',
  '2018-02-28',
  '2018-03-01',
  '2022-09-30',
  '2022-10-01',
  '2023-12-31',
  '2024-02-28',
  '2024-02-29',
  '2024-03-01',
  '2024-11-03',
  '2025-02-28',
  '2025-03-01',
  '2025-03-09',
  '2026-08-31',
];

const dayOf = new Map(bases.map((base) => [base, baseSession(base).dateOfService]));

export function randomCheck(seed: number, someBases: readonly string[] = bases): RandomCheck {
  const random = randomFrom(seed);
  const base = random.pick(someBases);
  const day = random.chance(0.4) ? random.pick(daysOfService) : (dayOf.get(base) ?? '');
  const changes: Change[] = [
    ['dateOfService', day],
    ...(random.chance(0.25) ? random.pick(ofEveryService) : []),
    ...(random.chance(0.5) ? random.pick(starts[base] ?? [() => []])(random, day) : []),
    ...randomChanges(base, day, random),
  ];
  return {
    base,
    changes,
    options: randomOptions(sessionOf({ base, changes }), random),
    isBound: random.chance(0.3),
  };
}

function randomChanges(base: string, on: string, random: Random): Change[] {
  const many = random.pick([0, 1, 1, 2, 2, 3, 4, 5, 6, 8, 12, 16]);
  return Array.from({ length: many }, (): Change => {
    const [path, values] = random.pick(edges[base] ?? []);
    if (random.chance(0.35)) return [path, random.pick([undefined, null])];
    return [path, values(random, on)];
  });
}

const sessions = new WeakMap<readonly Change[], SessionLike>();

/** The session of a check, made once: facts that are not stated are left out, or null. */
export function sessionOf(check: Pick<RandomCheck, 'base' | 'changes'>): SessionLike {
  const session = sessions.get(check.changes) ?? changedSession(check);
  sessions.set(check.changes, session);
  return session;
}

function changedSession({ base, changes }: Pick<RandomCheck, 'base' | 'changes'>): SessionLike {
  const session: SessionLike = baseSession(base);
  // Values are copied, so that a change inside of one that was put before does not reach the list of changes.
  for (const [path, value] of changes) put(session, path.split('.'), copyOf(value));
  return session;
}

type Holder = Record<string, unknown>;

function put(holder: object, [key = '', ...rest]: readonly string[], value: unknown): void {
  const facts = holder as Holder;
  if (rest.length === 0) {
    if (Array.isArray(holder) && value == null) holder.splice(Number(key), 1);
    else if (Array.isArray(holder)) holder[Math.min(Number(key), holder.length)] = value;
    else if (value === undefined) Reflect.deleteProperty(facts, key);
    else facts[key] = value;
    return;
  }
  const inner = facts[key];
  if (typeof inner === 'object' && inner !== null) {
    put(inner, rest, value);
    return;
  }
  // An entry of a list that is not there stays so; a thing that is said not to exist begins to.
  if (Array.isArray(holder) || /^\d/.test(rest[0] ?? '')) return;
  const made: Holder = {};
  facts[key] = made;
  put(made, rest, value);
}

function randomOptions(session: SessionLike, random: Random): Options {
  const { dateOfService: on } = session;
  const endOfWeek = lastDayOfWeek(on, random.below(7));
  return {
    ...(random.chance(0.85) && { history: random.chance(0.5) ? [] : randomHistory(session, random) }),
    ...(random.chance(0.4) && {
      asOf: random.pick([on, dayBefore(on), dayAfter(on, 1), endOfWeek, dayAfter(endOfWeek, 1)]),
    }),
    ...(random.chance(0.2) && { missingFacts: random.pick(['block', 'report'] as const) }),
    ...(random.chance(0.4) && { readings: randomReadings(random) }),
  };
}

function randomReadings(random: Random): Record<string, unknown> {
  const classes = {
    bipolar: ['F31', 'F30'],
    majorDepression: ['F32', 'F33.1'],
    psychotic: [],
    substanceUse: ['F10', 'F17.2'],
  };
  return {
    ...(random.chance(0.5) && { rounding: random.pick(['floor', 'midpoint']) }),
    ...(random.chance(0.5) && { groupRatio: random.pick(['warn', 'ratio', 'flat']) }),
    ...(random.chance(0.5) && { weekStartsOn: random.below(7) }),
    ...(random.chance(0.3) && { adultProgram: random.pick(['error', 'warn', 'off']) }),
    ...(random.chance(0.5) && { leapBirthday: random.pick(['mar-1', 'feb-28']) }),
    ...(random.chance(0.3) && { openStart: random.pick(['held', 'unknown']) }),
    ...(random.chance(0.5) && { licensedMhc: random.pick(['person', 'center']) }),
    ...(random.chance(0.3) && { trainingFrom: random.pick(['first-service', 'hire']) }),
    ...(random.chance(0.3) && { qmhpByLicence: random.pick(['ask', 'yes', 'no']) }),
    ...(random.chance(0.3) && { materials: random.pick(['session', 'program']) }),
    ...(random.chance(0.3) && { sedUntil: random.pick([18, 22]) }),
    ...(random.chance(0.3) && { noteItems: random.pick([['setting'], ['timeSpent', 'clientResponse']]) }),
    ...(random.chance(0.3) && { diagnosisClasses: classes }),
  };
}

/** Uses that leave about as much of a limit as the session asks for, among others that do not count. */
function randomHistory(session: SessionLike, random: Random): PriorUse[] {
  const { units: asked, service } = session as SessionLike & { units?: number };
  const { dateOfService: on } = session;
  const most = random.pick([32, 96]);
  // Tenths, which add up only where they are added with care.
  const left = Math.max(0, most - (asked ?? 4) + random.pick([-1, -0.1, 0, 0, 0.1, 1]));
  const parts = 1 + random.below(3);
  const part = Math.floor((left * 10) / parts) / 10;
  const rest = Math.round((left - part * (parts - 1)) * 10) / 10;
  const monthStart = `${on.slice(0, 7)}-01`;
  const day = () =>
    most === 32 && random.chance(0.8) ? on : random.pick([on, monthStart, `${on.slice(0, 7)}-28`]);
  const counted = Array.from({ length: parts }, (_, index) => ({
    service,
    dateOfService: day(),
    units: index === 0 ? rest : part,
    ...(random.chance(0.4) && { memberId: random.pick(['M-4', 'M-4', 'M-1']) }),
  }));
  const others = [
    { service, dateOfService: on, units: 40, id: 'S-4001' },
    { service, dateOfService: on, units: 3, id: random.pick(['S-1', 'S-9']) },
    { service, dateOfService: dayBefore(monthStart), units: 90 },
    { service, dateOfService: on, units: 90, memberId: random.pick(['M-1', 'M-9']) },
    { service: 'mo/H2017TG', dateOfService: on, units: 90 },
    { service, dateOfService: monthStart, units: 2, id: 'S-4001' },
    { service, dateOfService: on, units: 90, id: 'S-4001', memberId: random.pick(['M-1', 'M-4']) },
    { service: null, procedureCode: 'H0038', dateOfService: on, units: random.pick([0.1, 1, 40]) },
    { procedureCode: random.pick(['H2017', 'H2017ZZ']), dateOfService: on, units: 90 },
  ];
  const reversed = { service, dateOfService: on, units: 50, id: 'S-R' };
  const reversal = { ...reversed, units: random.pick([-50, -49]) };
  return [
    ...counted,
    ...others.filter(() => random.chance(0.25)),
    ...(random.chance(0.2) ? [reversal, reversed] : []),
  ];
}
