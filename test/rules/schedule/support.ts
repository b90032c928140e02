import {
  createChecker,
  type Finding,
  type Notice,
  type PriorUse,
  type RuleId,
  type Session,
} from '../../../src/index.js';
import { peerSession, saidBy, type Change } from '../support.js';

const checker = createChecker();

/** A billable peer support session of one hour on 2017-05-16, with staff and member of its own unless stated. */
export function meeting(
  id: string,
  startTime: string | null,
  endTime: string | null,
  change: Change = {},
): Session {
  const session = peerSession({ startTime, endTime, units: 1, ...(change as object) });
  return {
    ...session,
    id,
    staff: { ...session.staff, id: `T-${id}` },
    member: { ...session.member, id: `M-${id}` },
  };
}

export function of(
  session: Session,
  { member, staff }: { member?: string | null; staff?: string | null },
): Session {
  return {
    ...session,
    ...(member !== undefined && { member: { ...session.member, id: member } }),
    ...(staff !== undefined && { staff: { ...session.staff, id: staff } }),
  };
}

/** What a rule says of each session of a batch. */
export function saidOf(
  rule: RuleId,
  entries: readonly Session[],
  history: PriorUse[] = [],
): (Finding | string)[] {
  return checker
    .checkSessions(entries, { history })
    .results.map((result) => (result.verdict === 'invalid' ? 'invalid' : saidBy(rule, result)));
}

export function outcomesOf(rule: RuleId, entries: readonly Session[], history: PriorUse[] = []): string[] {
  return saidOf(rule, entries, history).map((said) =>
    typeof said === 'string' ? said.replace(/:.*/, '') : said.outcome,
  );
}

export function noticesOf(entries: readonly Session[], history: PriorUse[] | null = []): Notice[] {
  return checker
    .checkSessions(entries, { history })
    .notices.filter(({ code }) => code !== 'units-left-out' && code !== 'charges-left-out');
}
