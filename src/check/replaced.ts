import { throughOf } from '../facts/history.js';
import type { ClaimLine, PriorUse } from '../facts/generated/types.js';
import type { Who } from '../units/account.js';
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
}

/** A replacement or a void that says for what it stands; an original claim drops nothing. */
interface Standing {
  readonly read: ReadClaim;
  readonly number: string;
}

export function replacedBy(records: readonly ReadRecord[], uses: readonly UseBefore[] | undefined): Replaced {
  const standing = records.flatMap(standingOf);
  if (standing.length === 0) return { uses, records: new Set(), nothing: [] };
  const usesBy = listedBy(uses ?? [], ({ use }) => [use.id, use.payerClaimId]);
  const recordsBy = listedBy(records, numbersOf);
  const replaced = new Set<ReadRecord>();
  const dropped = new Set<UseBefore>();
  const open = new Set<UseBefore>();
  const nothing: Standing[] = [];
  for (const one of standing) {
    const { number, read } = one;
    const named = usesBy.get(number) ?? [];
    const ownUses = named.filter(
      ({ use, who }) => use.payerClaimId === number || mayBeOneMember(who, read.who),
    );
    // Of a member whose key is alike it may be the one that is meant.
    const alikeUses = named.filter((one) => !ownUses.includes(one) && areAlike(one.who, read.who));
    for (const use of alikeUses) open.add(use);
    const ownRecords = (recordsBy.get(number) ?? []).filter((other) => isReplaced(other, one));
    for (const use of ownUses) dropped.add(use);
    for (const record of ownRecords) replaced.add(record);
    if (ownUses.length + alikeUses.length + ownRecords.length === 0) nothing.push(one);
  }
  return {
    uses: uses
      ?.filter((use) => !dropped.has(use))
      .map((use) => (open.has(use) || nothing.some((one) => mayReplace(one, use)) ? inDoubt(use) : use)),
    records: replaced,
    nothing: nothing.map(({ read }) => read.position.entry),
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

/** Whether a use that does not state both numbers may be what a claim stands for: of its member, services and days. */
function mayReplace({ read }: Standing, { use, who }: UseBefore): boolean {
  return (
    (use.id == null || use.payerClaimId == null) &&
    mayBeOneMember(who, read.who) &&
    read.lines.some(
      ({ line, coded }) => use.service != null && coded.service?.id === use.service && shareDay(line, use),
    )
  );
}

function shareDay(line: ClaimLine, use: PriorUse): boolean {
  return (
    line.dateOfService <= (throughOf(use) ?? use.dateOfService) &&
    use.dateOfService <= (throughOf(line) ?? line.dateOfService)
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
