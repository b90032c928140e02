import { InputError, type InputIssue } from '../facts/input-error.js';
import { notice } from '../findings/notices.js';
import { throughOf } from '../facts/history.js';
import { daysIn } from '../units/account.js';
import { alikeKey } from '../values/alike-key.js';
import { everyPer, periods } from '../units/period.js';
import type { CivilDate } from '../values/civil-date.js';
import { addTotals, noTotals } from './add-totals.js';
import { usesOf, type BatchSettings } from './entries.js';
import type { UseBefore } from './entry.js';
import {
  addNotSeen,
  addTold,
  allSeen,
  noticesOfBatch,
  usesToTell,
  type NotSeen,
  type UsesToTell,
} from './batch-notices.js';
import {
  entriesIn,
  judgeRecords,
  readRecord,
  statedBy,
  type BatchResult,
  type EntryKind,
} from './records.js';
import type { ReadRecord } from './read-record.js';
import type { ClaimResult, SessionResult, VoidResult } from './result.js';
import type { BatchTotals } from './totals.js';

/**
 * A batch of any length whose sessions or claims come grouped by member. Members are judged one by one, so it holds the
 * entries of one member, the history, and the id of each member that is done; what compares members is not judged.
 */
export interface Stream<
  Result extends SessionResult | ClaimResult | VoidResult = SessionResult | ClaimResult | VoidResult,
> {
  /**
   * Takes the next entry, and judges the member before it if this is of another one. One without `member.id` is a group
   * of its own, of which any prior use may be; a malformed entry that states none belongs to the member before it.
   *
   * @param entry its place in the whole, from 0, where it does not follow the one before.
   * @throws InputError if the member came before another one, so that the input is not grouped, or the batch is ended. The
   *   entry is not taken.
   */
  readonly add: (value: unknown, entry?: number) => void;
  /** The results that are ready and were not yet given, in input order. */
  readonly results: () => BatchResult<Result>['results'];
  /** Judges the last member. Gives the results not yet given, the sums over all, and what a person should know of them. */
  readonly end: () => BatchResult<Result>;
}

/** What a part of a batch comes to, beside its results; parts of one batch are summed up together. */
export interface BatchPart {
  readonly totals: BatchTotals;
  readonly notSeen: NotSeen;
  readonly told: UsesToTell;
  /** Each member in order, with the number of its entries. */
  readonly members: ReadonlyMap<string, number>;
}

/** A stream that is a part of one batch, which begins and ends between two members. */
export interface PartStream extends Pick<Stream, 'add' | 'results'> {
  readonly end: () => { readonly results: ReturnType<Stream['results']>; readonly part: BatchPart };
}

/** See `createBatch` of the checker. */
export function streamOf(of: EntryKind, settings: BatchSettings, firstEntry: number): Stream {
  const stream = partStreamsOf(of, settings)({ ...wholeBatch, firstEntry });
  return {
    ...stream,
    end() {
      const { results, part } = stream.end();
      return { results, ...sumsOf([part], settings) };
    },
  };
}

/** The sums over all parts of a batch, in their order, and what a person should know of it. */
export function sumsOf(
  parts: readonly BatchPart[],
  settings: BatchSettings,
): Pick<BatchResult, 'totals' | 'notices'> {
  const members = new Set<unknown>();
  /** Their keys without what may differ by mistake. */
  const keys = new Set<string>();
  let keysAlike = 0;
  for (const [member, entries] of parts.flatMap((part) => [...part.members])) {
    const key = alikeKey(member);
    if (keys.has(key)) keysAlike += entries;
    keys.add(key);
    members.add(member);
  }
  const told = usesToTell();
  for (const part of parts) addTold(told, part.told);
  const notSeen = parts.reduce((sum, part) => addNotSeen(sum, part.notSeen), allSeen);
  // Staff is not compared at all.
  const inAll = { ...notSeen, noStaff: 0 };
  const { staffOverlaps, groupRosters, noMember, ids, replacements } = notSeen;
  const compared = { staffOverlaps, groupRosters, ids, replacements, noMember, keysAlike };
  return {
    totals: parts.reduce((sum, part) => addTotals(sum, part.totals), noTotals),
    notices: [...noticesOfBatch(inAll, told, settings, members), notice('not-compared', compared)],
  };
}

/** Where a part stands in the whole batch. */
export interface PlaceOfPart {
  /** The place of its first entry. */
  readonly firstEntry: number;
  /** Whether a member is through in a part before it. */
  readonly isDone: (member: string) => boolean;
}

const wholeBatch: PlaceOfPart = { firstEntry: 0, isDone: () => false };

/** What makes the streams of the parts of one batch: what was used before is listed once for all of them. */
export type PartStreams = (place?: PlaceOfPart) => PartStream;

export function partStreamsOf(of: EntryKind, settings: BatchSettings): PartStreams {
  const all = usesOf(settings);
  /** Of each member, and of those whose keys are alike. */
  const uses = listedBy(all ?? [], ({ who }) => [alikeKey(String(who))]);
  /** Of all members, made for the first entry that may be of any. */
  let byPeriod: Map<string, UseBefore[]> | undefined;

  /** An entry whose member is not stated may be of any, whose prior uses are then its own or another's. */
  function usesBefore(member: string | undefined, entries: readonly ReadRecord[]): UseBefore[] | undefined {
    if (all === undefined) return undefined;
    if (member !== undefined) return uses.get(alikeKey(member)) ?? [];
    const periods = entries.flatMap(entriesIn).flatMap(periodsOf);
    const lists = (byPeriod ??= listedBy(all, ({ use }) =>
      periodsOf({ session: use, through: throughOf(use) }),
    ));
    return [...new Set(periods.flatMap((period) => lists.get(period) ?? []))];
  }

  return (place = wholeBatch) => partStreamOf(of, settings, usesBefore, place);
}

function partStreamOf(
  of: EntryKind,
  settings: BatchSettings,
  usesBefore: (member: string | undefined, entries: readonly ReadRecord[]) => UseBefore[] | undefined,
  { firstEntry, isDone }: PlaceOfPart,
): PartStream {
  /** Members that are through, with the number of their entries. */
  const done = new Map<string, number>();
  let open: string | undefined;
  let waiting: ReadRecord[] = [];
  let ready: BatchResult<SessionResult | ClaimResult | VoidResult>['results'] = [];
  let totals = noTotals;
  let notSeen = allSeen;
  const told = usesToTell();
  let next = firstEntry;
  let isEnded = false;

  function judgeWaiting(): void {
    if (waiting.length === 0) return;
    const uses = usesBefore(open, waiting);
    const judged = judgeRecords(waiting, { uses, isOfOneMember: true }, settings, told);
    totals = addTotals(totals, judged.totals);
    notSeen = addNotSeen(notSeen, judged.notSeen);
    for (const result of judged.results) ready.push(result);
    waiting = [];
    if (open === undefined) return;
    done.set(open, judged.results.length);
    open = undefined;
  }

  function given(): typeof ready {
    const results = ready;
    ready = [];
    return results;
  }

  return {
    add(value, entry = next) {
      if (isEnded) throw new InputError([ended]);
      const read = readRecord(value, entry, of, settings);
      const stated = read.kind === 'invalid' ? (memberOf(value) ?? open) : read.who;
      const member = typeof stated === 'string' ? stated : undefined;
      if (member !== open) judgeWaiting();
      if (member !== undefined && (done.has(member) || isDone(member))) throw new InputError([notGrouped]);
      waiting.push(read);
      next = entry + 1;
      open = member;
      if (member === undefined) judgeWaiting();
    },
    results: given,
    end() {
      isEnded = true;
      judgeWaiting();
      return { results: given(), part: { totals, notSeen, told, members: done } };
    },
  };
}

export const notGrouped: InputIssue = {
  code: 'members-not-grouped',
  path: '/member/id',
  message: 'expected all that is of a member one after the other, found more after that of another member',
};

export const ended: InputIssue = {
  code: 'batch-ended',
  path: '',
  message: 'expected no more entries: the batch is ended, and another is made with createBatch',
};

/** The member that an entry states, as far as can be seen. */
export function memberOf(value: unknown): string | undefined {
  const id = statedBy(value, (stated) => (stated as { member: { id: unknown } }).member.id);
  return typeof id === 'string' ? id : undefined;
}

interface OfDays {
  readonly session: { readonly dateOfService: CivilDate };
  readonly through?: CivilDate | undefined;
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

/** The periods of which it may be. */
function periodsOf({ session: { dateOfService: day }, through }: OfDays): string[] {
  return everyPer.flatMap((per) =>
    daysIn(per, { day, through }).map((one) => `${per} ${periods[per].keyOf(one)}`),
  );
}
