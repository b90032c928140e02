import { acrossOf, type Across, type AcrossOptions } from './check/across.js';
import { checkerOnFile, type Checker } from './check/checker.js';
import { compareOptionsSchema } from './check/options.js';
import type { PlacedSession } from './check/placed-session.js';
import { parseOrThrow } from './facts/parse.js';
import { shipped } from './shipped.js';

/** With what sessions of several members are compared. */
export interface CompareAcrossOptions extends AcrossOptions {
  /** Where sessions are of services that are on file with it. */
  readonly checker?: Checker | null | undefined;
}

/**
 * Compares the sessions of all members by as much of them as `placeOf` gives: overlaps of staff, rosters of groups,
 * and ids that agree. With what comes of it each member is judged by itself, in any process, as `checkSessions`
 * judges them all.
 *
 * Of sessions that share id, day and start, and differ otherwise, another one than there may be named first.
 *
 * @param placed of each session once, in any order.
 * @param options `readings` and `checker` are those with which the sessions are checked.
 * @throws InputError if `placed` holds something else, or an entry twice, or an option is malformed.
 *
 * @example
 * const day = { service: 'mo/peer-support', dateOfService: '2025-03-03', format: 'individual' };
 * const at9 = { ...day, startTime: '09:00', endTime: '11:00' };
 * const sessions = ['M-1', 'M-2'].map((id) => ({ ...at9, staff: { id: 'T-1' }, member: { id } }));
 * const across = compareAcross(sessions.map(placeOf));
 * across.findings['1']?.[0]?.rule; // 'schedule/staff-overlap'
 * const batch = createBatch({ history: [], across });
 * for (const session of sessions) batch.add(session);
 * batch.end().results[1]?.verdict; // 'not-billable'
 */
export function compareAcross(placed: readonly PlacedSession[], options: CompareAcrossOptions = {}): Across {
  const { checker, readings } = parseOrThrow(compareOptionsSchema, options);
  const onFile = checker == null ? shipped : checkerOnFile(checker as Checker);
  return acrossOf(onFile, placed, { readings });
}
