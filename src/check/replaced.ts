import { throughOf } from '../facts/history.js';
import type { ClaimLine, PriorUse } from '../facts/generated/types.js';
import { daysIn, type Who } from '../units/account.js';
import { alikeKey } from '../values/alike-key.js';
import type { ReadClaim } from './claims.js';
import type { UseBefore } from './entry.js';
import type { ReadRecord } from './read-record.js';

/** What claims of a check stand for. */
export interface Replaced {
  /** What was billed before, without what is replaced; of some of it that is not known. */
  readonly uses: readonly UseBefore[] | undefined;
  readonly records: ReadonlySet<ReadRecord>;
  /** The places of the claims that stand for nothing that is there. */
  readonly nothing: readonly number[];
  /** How many claims stand for another one. */
  readonly standing: number;
}

/** A replacement or a void that says for what it stands; an original claim drops nothing. */
interface Standing {
  readonly read: ReadClaim;
  readonly number: string;
}

export function replacedBy(records: readonly ReadRecord[], uses: readonly UseBefore[] | undefined): Replaced {
  const standing = records.flatMap(standingOf);
  if (standing.length === 0) return { uses, records: new Set(), nothing: [], standing: 0 };
  const usesBy = listedBy(uses ?? [], ({ use }) => [use.id, use.payerClaimId]);
  const recordsBy = listedBy(records, numbersOf);
  const replaced = new Set<ReadRecord>();
  const dropped = new Set<UseBefore>();
  const open = new Set<UseBefore>();
  const nothing: Standing[] = [];
  for (const one of standing) {
    const { number, read } = one;
    const named = usesBy.get(number) ?? [];
    const isOwn = ({ use, who }: UseBefore) => use.payerClaimId === number || mayBeOneMember(who, read.who);
    const ownUses = named.filter(isOwn);
    // Of a member whose key is alike it may be the one that is meant.
    const alikeUses = named.filter((one) => !isOwn(one) && areAlike(one.who, read.who));
    for (const use of alikeUses) open.add(use);
    const ownRecords = (recordsBy.get(number) ?? []).filter((other) => isReplaced(other, one));
    for (const use of ownUses) dropped.add(use);
    for (const record of ownRecords) replaced.add(record);
    if (ownUses.length + alikeUses.length + ownRecords.length === 0) nothing.push(one);
  }
  const mayBeReplaced = mayReplace(nothing);
  return {
    uses: uses
      ?.filter((use) => !dropped.has(use))
      .map((use) => (open.has(use) || mayBeReplaced(use) ? inDoubt(use) : use)),
    records: replaced,
    nothing: nothing.map(({ read }) => read.position.entry),
    standing: standing.length,
  };
}

function standingOf(record: ReadRecord): Standing[] {
  if (record.kind !== 'claim') return [];
  const { frequency, replaces } = record.claim;
  return frequency == null || frequency === 'original' || replaces == null
    ? []
    : [{ read: record, number: replaces }];
}

/** Another record of that number, which does not stand for this one itself. */
function isReplaced(other: ReadRecord, { read, number }: Standing): boolean {
  if (other === read || other.kind === 'invalid') return false;
  const isByPayer = other.kind === 'claim' && other.claim.payerClaimId === number;
  const [back] = standingOf(other);
  const standsForIt = back !== undefined && numbersOf(read).includes(back.number);
  return !standsForIt && (isByPayer || mayBeOneMember(other.who, read.who));
}

function numbersOf(record: ReadRecord): (string | null | undefined)[] {
  if (record.kind === 'claim') return [record.claim.id, record.claim.payerClaimId];
  return record.kind === 'session' ? [record.session.id] : [];
}

/** Two ledgers may both number from 1. */
function mayBeOneMember(one: Who, other: Who): boolean {
  return typeof one === 'number' || typeof other === 'number' || one === other;
}

function areAlike(one: Who, other: Who): boolean {
  return typeof one === 'string' && typeof other === 'string' && alikeKey(one) === alikeKey(other);
}

/** Whether a use that does not state both numbers may be what claims stand for: of a member, service and day of theirs. */
function mayReplace(standing: readonly Standing[]): (one: UseBefore) => boolean {
  const keys = new Set(
    standing.flatMap(({ read }) =>
      read.lines.flatMap(({ line, coded }) =>
        coded.service === undefined
          ? []
          : keysOf(coded.service.id, line, [typeof read.who === 'number' ? null : read.who, ANYONE]),
      ),
    ),
  );
  return ({ use, who }) =>
    (use.id == null || use.payerClaimId == null) &&
    use.service != null &&
    keysOf(use.service, use, typeof who === 'number' ? [ANYONE] : [who, null]).some((key) => keys.has(key));
}

const ANYONE = 0;

/** Of each day, for members or, as null, for one who is not stated. */
function keysOf(service: string, of: ClaimLine | PriorUse, members: readonly (Who | null)[]): string[] {
  return daysIn('day', { day: of.dateOfService, through: throughOf(of) }).flatMap((day) =>
    members.map((who) => JSON.stringify([service, day, who])),
  );
}

function inDoubt(one: UseBefore): UseBefore {
  return { ...one, mayBeOf: [String(one.use.service)], mayBeReplaced: true };
}

function listedBy<Item>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly (string | null | undefined)[],
): Map<string, Item[]> {
  const lists = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      if (key == null) continue;
      const list = lists.get(key);
      if (list === undefined) lists.set(key, [item]);
      else list.push(item);
    }
  }
  return lists;
}
