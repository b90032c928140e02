import { InputError, type InputIssue } from '../facts/input-error.js';
import { notice } from '../findings/notices.js';
import type { InvalidEntry, SessionResult } from './result.js';
import { addTotals, noTotals } from './add-totals.js';
import { readEntry, type BatchResult } from './batch.js';
import { judgeTogether, usesOf, type BatchSettings } from './entries.js';
import type { Entry, UseBefore } from './entry.js';
import { addNotSeen, allSeen, noticesOf, notSeenIn } from './notices.js';
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
  /** Of members that did not come yet. */
  const uses = byMember(usesOf(settings));
  /** Members that are through; null, where none is known, is never among them. */
  const done = new Set<string | null | undefined>();
  let open: string | undefined;
  let waiting: (Entry | InvalidEntry)[] = [];
  let ready: (SessionResult | InvalidEntry)[] = [];
  let totals = noTotals;
  let notSeen = allSeen;
  let taken = 0;

  function judgeOpen(): void {
    if (waiting.length === 0) return;
    const entries = waiting.filter((one) => 'session' in one);
    const own = uses && (uses.get(open ?? '') ?? []);
    uses?.delete(open ?? '');
    const judged = judgeTogether({ entries, uses: own, among: 'member' }, settings);
    const results = waiting.map((one) => ('session' in one ? judged.resultOf(one) : one));
    const tallies = entries.map((entry) => tallyOf(entry.session, judged.resultOf(entry)));
    totals = addTotals(totals, { ...countsOf(results), ...sumsOf(tallies) });
    notSeen = addNotSeen(notSeen, notSeenIn(tallies, judged.placed, judged.uses));
    for (const result of results) ready.push(result);
    waiting = [];
    done.add(open);
    open = undefined;
  }

  return {
    add(value) {
      const read = readEntry(value, taken, settings);
      const member = 'session' in read ? read.member : (memberOf(value) ?? open ?? null);
      if (member !== open) judgeOpen();
      if (done.has(member)) throw new InputError([notGrouped]);
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
      const rest = [...(uses?.values() ?? [])].flatMap((own) => own.map(({ use }) => ({ session: use })));
      // Staff is not compared at all.
      const inAll = { ...addNotSeen(notSeen, notSeenIn([], [], rest)), noStaff: 0 };
      const { staffOverlaps, groupRosters } = notSeen;
      const notCompared = notice('not-compared', { staffOverlaps, groupRosters });
      return { totals, notices: [...noticesOf(inAll, settings, 'entry'), notCompared] };
    },
  };
}

const notGrouped: InputIssue = {
  code: 'members-not-grouped',
  path: '/member/id',
  message:
    'expected all sessions of a member one after the other, found one more after those of another member',
};

/** The member that a malformed entry states, as far as can be seen. */
function memberOf(value: unknown): string | undefined {
  let id: unknown;
  try {
    ({ id } = (value as { member: { id: unknown } }).member);
  } catch {
    // It states none.
  }
  return typeof id === 'string' ? id : undefined;
}

function byMember(uses: readonly UseBefore[] | undefined): Map<string, UseBefore[]> | undefined {
  if (uses === undefined) return undefined;
  const byKey = new Map<string, UseBefore[]>();
  for (const use of uses) {
    const own = byKey.get(use.member);
    if (own === undefined) byKey.set(use.member, [use]);
    else own.push(use);
  }
  return byKey;
}
