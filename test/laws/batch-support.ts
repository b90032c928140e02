import fc from 'fast-check';
import type {
  BatchResult,
  CheckOptions,
  Claim,
  ClaimLine,
  ClaimResult,
  PriorUse,
  Session,
  SessionResult,
  VoidResult,
} from '../../src/index.js';
import { claimOf, lineOf } from '../claims/support.js';
import { frozen } from '../../src/values/frozen.js';
import { baseSession, mergePatch } from '../support/cases.js';

/** Sessions and claims that get in each other's way: few members, staff, groups, days and hours. */

const PEER = 'mo-peer-support';
const bases = ['mo-H2017TG', 'mo-H2017HO', 'mo-H2017HOHQ', PEER] as const;
/** Saturday and Sunday, which are of two weeks, and two days of the second week. */
const days = ['2024-03-09', '2024-03-10', '2024-03-12', '2024-03-13'];

/** What a session of a batch states, in a few choices each. */
export interface Plan {
  readonly base: (typeof bases)[number];
  readonly member: string | null;
  readonly staff: string | null;
  readonly day: string;
  readonly hour: number;
  readonly minutes: number;
  /** Clock times are known. */
  readonly clock: boolean;
  readonly units: number | 'supported' | null;
  readonly charge: string | null;
  readonly group: string | null;
  readonly participants: number;
  /** Something that fails, or is not known, whatever stands beside it. */
  readonly fault: 'none' | 'fails' | 'open';
  readonly weeklyNote: 'none' | 'full' | 'partial' | null;
}

export const plan: fc.Arbitrary<Plan> = fc.record({
  base: fc.constantFrom(...bases, PEER, PEER),
  member: fc.constantFrom('M-1', 'M-1', 'M-1', 'M-2', 'M-3', null),
  staff: fc.constantFrom('T-1', 'T-2', 'T-3', null),
  day: fc.constantFrom(...days),
  hour: fc.integer({ min: 8, max: 12 }),
  minutes: fc.constantFrom(15, 60, 100, 180, 480),
  clock: fc.constantFrom(true, true, true, false),
  units: fc.oneof(
    fc.constantFrom('supported' as const, 'supported' as const, null),
    fc.integer({ min: 0, max: 33 }),
  ),
  charge: fc.constantFrom(null, null, '29.70', '0.01', '81.44'),
  group: fc.constantFrom('G-1', 'G-2', null),
  participants: fc.integer({ min: 1, max: 3 }),
  fault: fc.constantFrom('none', 'none', 'none', 'fails', 'open'),
  weeklyNote: fc.constantFrom('none', 'full', 'full', 'partial', null),
});

const two = (number: number) => String(number).padStart(2, '0');
const time = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
const FULL = { summarizesServices: true, clientResponse: true, otherPertinentInformation: true };
const notes = { none: 'none', full: FULL, partial: { clientResponse: true } };

/** The facts that a plan changes in a complete session. */
function changeOf(one: Plan): Record<string, unknown> {
  const start = one.hour * 60;
  const isGroup = one.base !== 'mo-H2017HO' && one.group !== null;
  const faults = { none: {}, fails: { credentials: [] }, open: { credentials: null } };
  return {
    dateOfService: one.day,
    startTime: one.clock ? time(start) : null,
    endTime: one.clock ? time(start + one.minutes) : null,
    minutes: one.clock ? null : one.minutes,
    units: one.units === 'supported' ? Math.floor(one.minutes / 15) : one.units,
    charge: one.charge,
    format: isGroup ? 'group' : 'individual',
    group: isGroup ? { id: one.group, participants: one.participants, staff: 1 } : null,
    staff: { id: one.staff, ...faults[one.fault] },
    documentation: { weeklyNote: one.weeklyNote === null ? null : notes[one.weeklyNote] },
  };
}

/** Each read once; what stands in it is never changed. */
const completes = new Map(bases.map((base) => [base, frozen(baseSession(base))]));

export function sessionOf(one: Plan, id: string | null): Session {
  const complete = completes.get(one.base);
  const change = { ...changeOf(one), id, member: { id: one.member } };
  return mergePatch(complete as never, change) as unknown as Session;
}

/** The line of a claim that a plan makes; claims state their units, and some the wrong modifiers. */
export function lineFrom(one: Plan, coded: 'right' | 'none' | 'local'): ClaimLine {
  const { dateOfService, units, charge, staff, documentation, ...own } = changeOf(one);
  const local = new Map([
    ['mo-H2017TG', 'H2017G'],
    ['mo-H2017HO', 'H2017P'],
    ['mo-H2017HOHQ', 'H2017S'],
  ]).get(one.base);
  const codes = {
    right: {},
    none: { modifiers: [] },
    local: local === undefined ? {} : { procedureCode: local, modifiers: [] },
  };
  return lineOf(one.base, {
    ...codes[coded],
    dateOfService,
    units: units ?? 1,
    charge,
    staff,
    session: { ...own, documentation },
  } as never);
}

/** A claim in Missouri, whose lines are of any of its services; agency, plan and program are those of all. */
export function claimFrom(id: string | null, member: string | null, lines: readonly ClaimLine[]): Claim {
  const { agency } = claimOf('mo-H2017TG', lines);
  const claim = claimOf(PEER, lines);
  return { ...claim, id, member: { ...claim.member, id: member }, agency };
}

export const claimPlan = fc.record({
  member: fc.constantFrom('M-1', 'M-1', 'M-2', null),
  lines: fc.array(fc.tuple(plan, fc.constantFrom('right', 'right', 'right', 'none', 'local')), {
    minLength: 1,
    maxLength: 3,
  }),
});
export type ClaimPlan = typeof claimPlan extends fc.Arbitrary<infer Value> ? Value : never;

export function claimOfPlan({ member, lines }: ClaimPlan, id: string | null): Claim {
  return claimFrom(
    id,
    member,
    lines.map(([one, coded]) => lineFrom(one, coded)),
  );
}

export const priorUse: fc.Arbitrary<PriorUse> = fc.record({
  service: fc.constantFrom('mo/peer-support', 'mo/peer-support', 'mo/H2017TG'),
  memberId: fc.constantFrom('M-1', 'M-2'),
  dateOfService: fc.constantFrom(...days, '2024-03-01', '2024-02-28'),
  units: fc.integer({ min: 1, max: 30 }),
  startTime: fc.constantFrom(null, '08:00', '10:00'),
  endTime: fc.constantFrom(null, '11:00'),
});

export const options: fc.Arbitrary<CheckOptions> = fc.record({
  history: fc.option(fc.array(priorUse, { maxLength: 3 }), { nil: undefined, freq: 6 }),
  asOf: fc.constantFrom(undefined, undefined, '2024-03-10', '2024-04-01'),
  missingFacts: fc.constantFrom('block', 'block', 'report'),
});

/** An entry that cannot be read. */
export const malformed = fc.constantFrom<unknown>(
  null,
  'text',
  [],
  { service: 'mo/H2017TG' },
  { units: 'eight' },
);

export type Entry = BatchResult<SessionResult | ClaimResult | VoidResult>['results'][number];

/**
 * What is said of other entries, told by a name in place of their number: in the data, and in words ("entry 3").
 *
 * @param names of the entries, in the order of the input.
 */
export function named(value: unknown, names: readonly string[]): unknown {
  const text = JSON.stringify(value)
    .replace(/"entry":(\d+)/g, (_match, index: string) => `"entry":"${names[Number(index)] ?? ''}"`)
    .replace(
      /"sharedWith":"\/(\d+)/g,
      (_match, index: string) => `"sharedWith":"/${names[Number(index)] ?? ''}`,
    )
    .replace(/\bentry (\d+)\b/g, (_match, number: string) => `entry ${names[Number(number) - 1] ?? ''}`);
  return JSON.parse(text) as unknown;
}

/** Dollars as text in cents. */
export const cents = (money: string): bigint => BigInt(money.replace('.', ''));

export function dollars(amount: bigint): string {
  const text = String(amount).padStart(3, '0');
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}
