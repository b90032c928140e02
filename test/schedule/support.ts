import {
  createChecker,
  type CheckOptions,
  type Finding,
  type Notice,
  type RuleId,
  type Session,
} from '../../src/index.js';
import { outcomeOf, saidOf, type Change } from '../claims/support.js';
import { mergePatch, readFixture } from '../support/cases.js';

export const checker = createChecker();

/** The day of all sessions, a Tuesday, unless stated. */
export const DAY = '2024-03-12';

/**
 * A complete, individual session of H2017TG, billable but for its time: of member M-ID and staff T-ID, with a change.
 * No units are stated, so those that the time supports are asked for.
 */
export function tg(
  id: string,
  startTime: string | null,
  endTime: string | null,
  change: Change = {},
): Session {
  const complete = readFixture('sessions/mo-H2017TG.json') as Record<string, object>;
  const facts = {
    ...complete,
    id,
    startTime,
    endTime,
    units: undefined,
    charge: undefined,
    format: 'individual',
    group: undefined,
    member: { ...complete['member'], id: `M-${id}` },
    staff: { ...complete['staff'], id: `T-${id}` },
  };
  return mergePatch(facts as never, change) as unknown as Session;
}

/** The same member in each session. */
export const sameMember = (...sessions: Session[]): Session[] =>
  sessions.map((session) => ({ ...session, member: { ...session.member, id: 'M-1' } }));

/** The same staff member in each session. */
export const sameStaff = (...sessions: Session[]): Session[] =>
  sessions.map((session) => ({ ...session, staff: { ...session.staff, id: 'T-1' } }));

/** What a rule says of each session of a batch, with nothing else billed unless stated. */
export function saidOfEach(
  rule: RuleId,
  sessions: readonly Session[],
  options: CheckOptions = {},
): (Finding | string)[] {
  return checker
    .checkSessions(sessions, { history: [], ...options })
    .results.map((result) => (result.verdict === 'invalid' ? 'invalid' : saidOf(rule, result)));
}

export function outcomes(rule: RuleId, sessions: readonly Session[], options: CheckOptions = {}): string[] {
  return checker
    .checkSessions(sessions, { history: [], ...options })
    .results.map((result) => (result.verdict === 'invalid' ? 'invalid' : outcomeOf(rule, result)));
}

export function notices(sessions: readonly Session[], options: CheckOptions = {}): Notice[] {
  return checker
    .checkSessions(sessions, { history: [], ...options })
    .notices.filter(({ code }) => code === 'no-clock-times' || code === 'no-staff-key');
}
