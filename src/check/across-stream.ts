import { InputError } from '../facts/input-error.js';
import type { FoundAcross } from '../rules/rule.js';
import { alikeKey } from '../values/alike-key.js';
import type { Across } from './across.js';
import { addTotals, noTotals } from './add-totals.js';
import { addNotSeen, allSeen, noticesOfBatch, usesToTell } from './batch-notices.js';
import { usesOf, type BatchSettings } from './entries.js';
import type { UseBefore } from './entry.js';
import { judgeRecords, readRecord, type BatchResult } from './records.js';
import type { ReadRecord } from './read-record.js';
import type { SessionResult } from './result.js';
import { ended, memberOf, notGrouped, type Stream } from './stream.js';

type Result = BatchResult['results'][number];

/** Where a result will stand. */
interface Slot {
  result?: Result;
}

/** Entries that are judged in one go. */
interface Group {
  readonly read: ReadRecord[];
  readonly slots: Slot[];
  /** How many are still to come, of those that stand anywhere. */
  missing: number;
}

/**
 * A stream of sessions whose members were compared before: it judges what a whole batch judges. Entries that are judged
 * together wait for the last of them, and results for those that stand before them.
 */
export function acrossStreamOf(
  settings: BatchSettings,
  { findings, together }: Across,
  firstEntry: number,
): Stream<SessionResult> {
  const uses = usesOf(settings);
  const usesBy = new Map<string, UseBefore[]>();
  for (const use of uses ?? []) {
    const key = alikeKey(String(use.who));
    const list = usesBy.get(key);
    if (list === undefined) usesBy.set(key, [use]);
    else list.push(use);
  }
  const groupOf = new Map<number, Group>();
  for (const entries of together) {
    const group: Group = { read: [], slots: [], missing: entries.length };
    for (const entry of entries) groupOf.set(entry, group);
  }
  const across: FoundAcross = ({ position }, rule) =>
    findings[String(position.entry)]?.find((found) => found.rule === rule);
  const members = new Set<unknown>();
  const done = new Set<string>();
  const told = usesToTell();
  let slots: Slot[] = [];
  let open: string | undefined;
  let own: Group = emptyGroup();
  let totals = noTotals;
  let notSeen = allSeen;
  let next = firstEntry;
  let isEnded = false;

  function judge({ read, slots: ofGroup }: Group): void {
    if (read.length === 0) return;
    const who = read.flatMap((one) => (one.kind === 'invalid' ? [] : one.who));
    for (const one of who) members.add(one);
    // Of one who is not stated any use may be.
    const isOfAnyone = who.some((one) => typeof one === 'number');
    const keys = new Set(who.map((one) => alikeKey(String(one))));
    const before = uses && (isOfAnyone ? uses : [...keys].flatMap((key) => usesBy.get(key) ?? []));
    const judged = judgeRecords(read, { uses: before, isOfOneMember: false, across }, settings, told);
    totals = addTotals(totals, judged.totals);
    notSeen = addNotSeen(notSeen, judged.notSeen);
    for (const [place, slot] of ofGroup.entries()) slot.result = judged.results[place] as Result;
    read.length = 0;
    ofGroup.length = 0;
  }

  function judgeOwn(): void {
    judge(own);
    own = emptyGroup();
    if (open !== undefined) done.add(open);
    open = undefined;
  }

  function given(): Result[] {
    const ready: Result[] = [];
    for (const { result } of slots) {
      if (result === undefined) break;
      ready.push(result);
    }
    if (ready.length > 0) slots = slots.slice(ready.length);
    return ready;
  }

  function addTo(group: Group, read: ReadRecord): void {
    const slot: Slot = {};
    slots.push(slot);
    group.read.push(read);
    group.slots.push(slot);
  }

  return {
    add(value, entry = next) {
      if (isEnded) throw new InputError([ended]);
      const read = readRecord(value, entry, 'sessions', settings);
      const group = groupOf.get(entry);
      const stated = read.kind === 'invalid' ? (memberOf(value) ?? open) : read.who;
      const member = typeof stated === 'string' ? stated : undefined;
      if (group === undefined) {
        if (member !== open) judgeOwn();
        if (member !== undefined && done.has(member)) throw new InputError([notGrouped]);
        open = member;
        addTo(own, read);
        if (member === undefined) judgeOwn();
      } else {
        addTo(group, read);
        group.missing -= 1;
        if (group.missing === 0) judge(group);
      }
      next = entry + 1;
    },
    results: given,
    end() {
      isEnded = true;
      judgeOwn();
      for (const group of new Set(groupOf.values())) if (group.missing > 0) judge(group);
      return { results: given(), totals, notices: noticesOfBatch(notSeen, told, settings, members) };
    },
  };
}

function emptyGroup(): Group {
  return { read: [], slots: [], missing: 0 };
}
