import { InputError } from '../facts/input-error.js';
import type { InvalidEntry, SessionResult } from '../findings/result.js';
import { addTotals, noTotals } from './add-totals.js';
import { readEntry, type BatchResult } from './batch.js';
import type { BatchSettings } from './entries.js';
import type { Entry } from './entry.js';
import { createGroupedNotices } from './grouped-notices.js';
import { judgeMember, type PlacedUse } from './member-sessions.js';
import { countsOf, sumsOf, tallyOf } from './totals.js';

/**
 * A batch of any length whose sessions come grouped by member. Members are judged one by one, so it holds the sessions of
 * one member, the history, and the id of each member that is done; what compares members is not judged.
 */
export interface GroupedBatch {
  /**
   * Takes the next session, and judges the member before it if this is of another one. A session without `member.id` is
   * a group of its own; a malformed entry that states none belongs to the member before it.
   *
   * @throws InputError if the member came before another one: the input is not grouped. The session is not taken.
   */
  readonly add: (session: unknown) => void;
  /** The results that are ready and were not yet given, in input order. */
  readonly results: () => (SessionResult | InvalidEntry)[];
  /** Judges the last member. Gives the sums over all sessions, and what a person should know of them. */
  readonly end: () => Pick<BatchResult, 'totals' | 'notices'>;
}

/** See `createBatch` of the checker. */
export function groupedBatch(settings: BatchSettings): GroupedBatch {
  const uses = settings.history == null ? undefined : byMember(settings.history);
  const notices = createGroupedNotices(settings.history);
  const done = new Set<string>();
  let open: string | undefined;
  let waiting: (Entry | InvalidEntry)[] = [];
  let ready: (SessionResult | InvalidEntry)[] = [];
  let totals = noTotals;
  let taken = 0;

  function judgeOpen(): void {
    if (waiting.length === 0) return;
    const entries = waiting.filter((one) => 'session' in one);
    const judged = judgeMember(entries, uses && (uses.get(open ?? '') ?? []), settings);
    const results = waiting.map((one) => ('session' in one ? resultIn(judged, one) : one));
    const tallies = entries.map((entry) => tallyOf(entry.session, resultIn(judged, entry)));
    totals = addTotals(totals, { ...countsOf(results), ...sumsOf(tallies) });
    notices.count(entries, tallies);
    for (const result of results) ready.push(result);
    waiting = [];
    if (open !== undefined) done.add(open);
    open = undefined;
  }

  return {
    add(value) {
      const read = readEntry(value, taken, settings);
      const member = 'session' in read ? read.member : (memberOf(value) ?? open ?? null);
      if (member !== open) judgeOpen();
      if (member !== null && done.has(member)) throw new InputError([notGrouped]);
      waiting.push(read);
      taken++;
      if (member === null) judgeOpen();
      else open = member;
    },
    results() {
      const given = ready;
      ready = [];
      return given;
    },
    end() {
      judgeOpen();
      return { totals, notices: notices.inWords() };
    },
  };
}

const notGrouped = {
  path: '/member/id',
  message:
    'expected all sessions of a member one after the other, found one more after those of another member',
};

/** The member that a malformed entry states, as far as can be seen. */
function memberOf(value: unknown): string | undefined {
  try {
    const id = (value as { member?: { id?: unknown } | null } | null | undefined)?.member?.id;
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
}

function byMember(history: NonNullable<BatchSettings['history']>): Map<string, PlacedUse[]> {
  const uses = new Map<string, PlacedUse[]>();
  history.forEach((use, index) => {
    const member = use.memberId ?? '';
    const own = uses.get(member);
    if (own === undefined) uses.set(member, [{ use, index }]);
    else own.push({ use, index });
  });
  return uses;
}

function resultIn(judged: ReadonlyMap<Entry, SessionResult>, entry: Entry): SessionResult {
  const result = judged.get(entry);
  if (result === undefined) throw new Error('every entry is judged');
  return result;
}
