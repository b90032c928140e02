import { InputError, type InputIssue } from '../facts/input-error.js';
import { notice } from '../findings/notices.js';
import type { InvalidEntry, SessionResult } from './result.js';
import { addTotals, noTotals } from './add-totals.js';
import { readEntry, type BatchResult } from './batch.js';
import { judgeTogether, usesOf, type BatchSettings } from './entries.js';
import type { Entry, UseBefore } from './entry.js';
import { addNotSeen, allSeen, noticesOf, notSeenIn } from './notices.js';
import { countsOf, sumsOf, tallyOf } from './totals.js';
import { everyPer, periods } from '../units/period.js';
import type { CivilDate } from '../values/civil-date.js';

/**
 * A batch of any length whose sessions come grouped by member. Members are judged one by one, so it holds the sessions of
 * one member, the history, and the id of each member that is done; what compares members is not judged.
 */
export interface GroupedBatch {
  /**
   * Takes the next session, and judges the member before it if this is of another one. A session without `member.id` is
   * a group of its own, of which any prior use may be; a malformed entry that states none belongs to the member before it.
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
  const all = usesOf(settings);
  /** Of members that did not come yet. */
  const uses = listedBy(all ?? [], ({ who }) => [String(who)]);
  /** Of all members, made for the first session that may be of any. */
  let byPeriod: Map<string, UseBefore[]> | undefined;
  /** Members that are through. */
  const done = new Set<string>();
  let open: string | undefined;
  let waiting: (Entry | InvalidEntry)[] = [];
  let ready: (SessionResult | InvalidEntry)[] = [];
  let totals = noTotals;
  let notSeen = allSeen;
  let taken = 0;

  /** A session whose member is not stated may be of any, whose prior uses are then its own or another's. */
  function usesBefore(first: Entry | InvalidEntry): UseBefore[] | undefined {
    if (all === undefined) return undefined;
    if (open !== undefined) return uses.get(open) ?? [];
    if (!('session' in first)) return [];
    const lists = (byPeriod ??= listedBy(all, ({ use }) => periodsOf(use.dateOfService)));
    return [...new Set(periodsOf(first.session.dateOfService).flatMap((period) => lists.get(period) ?? []))];
  }

  function judgeWaiting(): void {
    const [first] = waiting;
    if (first === undefined) return;
    const entries = waiting.filter((one) => 'session' in one);
    const judged = judgeTogether({ entries, uses: usesBefore(first), among: 'member' }, settings);
    const results = waiting.map((one) => ('session' in one ? judged.resultOf(one) : one));
    const tallies = entries.map((entry) => tallyOf(entry.session, judged.resultOf(entry)));
    totals = addTotals(totals, { ...countsOf(results), ...sumsOf(tallies) });
    // Prior uses of all members are counted with those of each.
    const counted = open === undefined ? [] : judged.uses;
    notSeen = addNotSeen(notSeen, notSeenIn(tallies, judged.placed, counted));
    for (const result of results) ready.push(result);
    waiting = [];
    if (open === undefined) return;
    uses.delete(open);
    done.add(open);
    open = undefined;
  }

  return {
    add(value) {
      const read = readEntry(value, taken, settings);
      const stated = 'session' in read ? read.who : (memberOf(value) ?? open);
      const member = typeof stated === 'string' ? stated : undefined;
      if (member !== open || member === undefined) judgeWaiting();
      if (member !== undefined && done.has(member)) throw new InputError([notGrouped]);
      waiting.push(read);
      taken++;
      open = member;
      if (member === undefined) judgeWaiting();
    },
    results() {
      const given = ready;
      ready = [];
      return given;
    },
    end() {
      judgeWaiting();
      const rest = [...uses.values()].flatMap((own) => own.map(({ use }) => ({ session: use })));
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

function listedBy<Key>(
  uses: readonly UseBefore[],
  keysOf: (use: UseBefore) => readonly Key[],
): Map<Key, UseBefore[]> {
  const lists = new Map<Key, UseBefore[]>();
  for (const use of uses) {
    for (const key of keysOf(use)) {
      const list = lists.get(key);
      if (list === undefined) lists.set(key, [use]);
      else list.push(use);
    }
  }
  return lists;
}

/** The periods that hold a day. */
function periodsOf(day: CivilDate): string[] {
  return everyPer.map((per) => `${per} ${periods[per].keyOf(day)}`);
}
