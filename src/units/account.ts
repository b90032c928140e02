import { alikeKey } from '../values/alike-key.js';
import { addDays, type CivilDate } from '../values/civil-date.js';
import { everyPer, periods, type Per } from './period.js';
import { addUnits, between, type Quantity } from './quantity.js';

/** Who used units: the key of a member, or, where none is stated, a number that nobody else in the account has. */
export type Who = string | number;

/** Units that somebody used of a service. */
export interface Use {
  readonly who: Who;
  readonly service: string;
  readonly day: CivilDate;
  /** The last day, of which any units may be, where it is of several. */
  readonly through?: CivilDate | undefined;
  readonly units: Quantity<unknown>;
  /** Whether it may be none of these. */
  readonly isDoubtful?: boolean;
  /** Whether it was billed before. */
  readonly isPrior?: boolean;
}

/** What would tell how many units were used. */
export interface NotTold {
  readonly path: 'history' | 'member.id' | 'dateOfServiceThrough';
}

/** Units that somebody used in a period. */
export interface Used extends Quantity<NotTold> {
  /** Units, at most, of those whose member is not stated, and who may be the same member. */
  readonly perhaps: number;
}

interface Sum {
  /** Units that are known of. */
  readonly units: number;
  /** Units, beside them, of uses that may be none of these. */
  readonly doubtful: number;
  /** Units, beside them, of entries over several days, which may be of other days. */
  readonly spread: number;
  /** How many uses may be of more units than are known of, how many more nobody knows. */
  readonly open: number;
}

interface Slot {
  readonly used: Map<Who, Sum>;
  /** Of members whose keys are alike, and who may be one. */
  readonly alike: Map<string, Sum>;
  /** Units, at most, of the one member who used most. */
  most: number;
  /** Of all whose member is not stated. */
  notStated: Sum;
}

/** Units used, by service, period and member. Uses are added to it. */
export interface Account {
  /** Whether all that was used before is in it. */
  readonly isWhole: boolean;
  readonly slots: Map<string, Slot>;
}

/** An account as JSON, its keys in order. Those whose member is not stated are summed up. */
export interface AccountJson {
  readonly isWhole: boolean;
  readonly used: Readonly<
    Record<string, { readonly members: Readonly<Record<string, Sum>>; readonly notStated: Sum }>
  >;
}

const none: Sum = { units: 0, doubtful: 0, spread: 0, open: 0 };
const notByDay: NotTold = { path: 'dateOfServiceThrough' };
const notInIt: NotTold = { path: 'history' };
const notStated: NotTold = { path: 'member.id' };

export function createAccount(isWhole: boolean): Account {
  return { isWhole, slots: new Map() };
}

export function add({ slots }: Account, use: Use): void {
  const { who, service, units, isDoubtful = false, isPrior = false } = use;
  const { atLeast, atMost } = units;
  const alike = typeof who === 'string' ? alikeKey(who) : undefined;
  for (const per of everyPer) {
    const days = daysIn(per, use);
    const isSure = !isDoubtful && days.length === 1;
    const isSpread = !isSure && !isDoubtful && !isPrior;
    const sum = {
      units: isSure ? atLeast : 0,
      doubtful: isSure || isSpread ? 0 : atLeast,
      spread: isSpread ? atLeast : 0,
      open: atLeast === atMost ? 0 : 1,
    };
    for (const day of days) {
      const slot = slotAt(slots, keyOf(service, day, per));
      if (typeof who === 'number') slot.notStated = plus(slot.notStated, sum);
      addTo(slot, who, sum, alike);
    }
  }
}

/** A day of each period from a day through another. */
export function daysIn(per: Per, { day, through = day }: Pick<Use, 'day' | 'through'>): CivilDate[] {
  const days = [day];
  if (through === day) return days;
  for (let last = periods[per].boundsOf(day).through; last < through;) {
    const next = addDays(last, 1);
    days.push(next);
    last = periods[per].boundsOf(next).through;
  }
  return days;
}

/**
 * What was used in the period of a day. A member may be one whose key is alike. Who is not stated may be any one of the
 * members, and any of the others who are not stated may be the same: at least their own is used, and at most that of all
 * these and of the member who used most.
 */
export function used({ isWhole, slots }: Account, who: Who, service: string, day: CivilDate, per: Per): Used {
  const slot = slots.get(keyOf(service, day, per));
  const own = slot?.used.get(who) ?? none;
  const all = slot?.notStated ?? none;
  if (typeof who === 'string') {
    const alike = slot === undefined ? none : (slot.alike.get(alikeKey(who)) ?? none);
    return usedBy(own, atMost(alike), isWhole, isSame(alike, own) ? [] : [notStated], atMost(all));
  }
  const most = slot?.most ?? 0;
  const isAlone = most === 0 && isSame(all, own);
  return usedBy(own, addUnits(atMost(all), most), isWhole, isAlone ? [] : [notStated], 0);
}

function usedBy(own: Sum, most: number, isWhole: boolean, others: readonly NotTold[], perhaps: number): Used {
  const isOpen = own.open > 0 || !isWhole;
  const { atLeast, atMost, unknown } = between(own.units, isOpen ? Infinity : most, [
    ...others,
    ...(isOpen || own.doubtful > 0 ? [notInIt] : []),
    ...(own.spread > 0 ? [notByDay] : []),
  ]);
  return { atLeast, atMost, unknown, perhaps };
}

/** A new account of both. In whatever order and grouping accounts are merged, the result is the same. */
export function merge(one: Account, other: Account): Account {
  const merged = createAccount(one.isWhole && other.isWhole);
  for (const { slots } of [one, other]) {
    for (const [key, { used, notStated }] of slots) {
      const slot = slotAt(merged.slots, key);
      slot.notStated = plus(slot.notStated, notStated);
      // Numbers tell nobody apart from those of another account.
      for (const [who, sum] of used) if (typeof who === 'string') addTo(slot, who, sum);
    }
  }
  return merged;
}

export function toJson({ isWhole, slots }: Account): AccountJson {
  const inOrder = <Value>(entries: readonly (readonly [string, Value])[]) =>
    Object.fromEntries([...entries].sort(([one], [other]) => (one < other ? -1 : 1)));
  const used = [...slots].map(([key, slot]) => {
    const members = [...slot.used].filter((entry): entry is [string, Sum] => typeof entry[0] === 'string');
    return [key, { members: inOrder(members), notStated: slot.notStated }] as const;
  });
  return { isWhole, used: inOrder(used) };
}

export function fromJson({ isWhole, used }: AccountJson): Account {
  const account = createAccount(isWhole);
  for (const [key, { members, notStated }] of Object.entries(used)) {
    const slot = slotAt(account.slots, key);
    slot.notStated = notStated;
    for (const [who, sum] of Object.entries(members)) addTo(slot, who, sum);
  }
  return account;
}

function keyOf(service: string, day: CivilDate, per: Per): string {
  return `${per} ${periods[per].keyOf(day)} ${service}`;
}

function slotAt(slots: Map<string, Slot>, key: string): Slot {
  let slot = slots.get(key);
  if (slot === undefined)
    slots.set(key, (slot = { used: new Map(), alike: new Map(), most: 0, notStated: none }));
  return slot;
}

function addTo(
  slot: Slot,
  who: Who,
  sum: Sum,
  alike = typeof who === 'string' ? alikeKey(who) : undefined,
): void {
  slot.used.set(who, plus(slot.used.get(who) ?? none, sum));
  if (alike === undefined) return;
  const total = plus(slot.alike.get(alike) ?? none, sum);
  slot.alike.set(alike, total);
  slot.most = Math.max(slot.most, atMost(total));
}

function plus(one: Sum, other: Sum): Sum {
  return {
    units: addUnits(one.units, other.units),
    doubtful: addUnits(one.doubtful, other.doubtful),
    spread: addUnits(one.spread, other.spread),
    open: one.open + other.open,
  };
}

function isSame(one: Sum, other: Sum): boolean {
  return atMost(one) === atMost(other) && one.open === other.open;
}

function atMost({ units, doubtful, spread, open }: Sum): number {
  return open > 0 ? Infinity : addUnits(addUnits(units, doubtful), spread);
}
