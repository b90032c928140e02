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

type ByPeriod = Map<string, Sum>;

/** Units used of a service, by the key of a period. */
interface OfService {
  readonly members: Map<Who, ByPeriod>;
  /** Of members whose keys are alike, and who may be one; and of all whose member is not stated. */
  readonly alike: Map<string | undefined, ByPeriod>;
  /** Units, at most, of the one member who used most. */
  readonly most: Map<string, number>;
  /** What kind of period each is. */
  readonly kinds: Map<string, Per>;
}

/** Units used, by service, period and member. Uses are added to it. */
export interface Account {
  /** Whether all that was used before is in it. */
  readonly isWhole: boolean;
  readonly services: Map<string, OfService>;
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
  return { isWhole, services: new Map() };
}

export function add({ services }: Account, use: Use): void {
  const { who, service, units, isDoubtful = false, isPrior = false } = use;
  const { atLeast, atMost } = units;
  const ofService = serviceAt(services, service);
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
    for (const day of days) addTo(ofService, per, periods[per].keyOf(day), who, sum);
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
export function used(
  { isWhole, services }: Account,
  who: Who,
  service: string,
  day: CivilDate,
  per: Per,
): Used {
  const key = periods[per].keyOf(day);
  const ofService = services.get(service);
  const isStated = typeof who === 'string';
  const own = ofService?.members.get(who)?.get(key) ?? none;
  const all = ofService?.alike.get(undefined)?.get(key) ?? none;
  const same = isStated ? (ofService?.alike.get(alikeKey(who))?.get(key) ?? none) : all;
  const most = isStated ? 0 : (ofService?.most.get(key) ?? 0);
  const others = most === 0 && isSame(same, own) ? [] : [notStated];
  return usedBy(own, addUnits(atMost(same), most), isWhole, others, isStated ? atMost(all) : 0);
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
  for (const { services } of [one, other]) {
    for (const [service, ofService] of services) {
      const into = serviceAt(merged.services, service);
      for (const [key, period] of byPeriodOf(ofService)) addPeriod(into, key, period);
    }
  }
  return merged;
}

export function toJson({ isWhole, services }: Account): AccountJson {
  const inOrder = <Value>(entries: readonly (readonly [string, Value])[]) =>
    Object.fromEntries([...entries].sort(([one], [other]) => (one < other ? -1 : 1)));
  const used = [...services].flatMap(([service, ofService]) =>
    [...byPeriodOf(ofService)].map(
      ([key, { per, notStated, members }]) =>
        [`${per} ${key} ${service}`, { members: inOrder(members), notStated }] as const,
    ),
  );
  return { isWhole, used: inOrder(used) };
}

export function fromJson({ isWhole, used }: AccountJson): Account {
  const account = createAccount(isWhole);
  for (const [name, { members, notStated }] of Object.entries(used)) {
    const [per, key] = name.split(' ', 2) as [Per, string];
    const ofService = serviceAt(account.services, name.slice(`${per} ${key} `.length));
    addPeriod(ofService, key, { per, notStated, members: Object.entries(members) });
  }
  return account;
}

interface OfPeriod {
  readonly per: Per;
  readonly notStated: Sum;
  readonly members: [member: string, Sum][];
}

/** Each period with what was used in it. Numbers tell nobody apart from those of another account. */
function byPeriodOf({ kinds, members, alike }: OfService): Map<string, OfPeriod> {
  const all = new Map<string, OfPeriod>();
  for (const [key, per] of kinds)
    all.set(key, { per, notStated: alike.get(undefined)?.get(key) ?? none, members: [] });
  for (const [who, byPeriod] of members)
    if (typeof who === 'string') for (const [key, sum] of byPeriod) all.get(key)?.members.push([who, sum]);
  return all;
}

function addPeriod(ofService: OfService, key: string, { per, notStated, members }: OfPeriod): void {
  ofService.kinds.set(key, per);
  addSum(ofService.alike, undefined, key, notStated);
  for (const [who, sum] of members) addTo(ofService, per, key, who, sum);
}

function addTo({ members, alike, most, kinds }: OfService, per: Per, key: string, who: Who, sum: Sum): void {
  const isStated = typeof who === 'string';
  kinds.set(key, per);
  addSum(members, who, key, sum);
  const total = addSum(alike, isStated ? alikeKey(who) : undefined, key, sum);
  if (isStated) most.set(key, Math.max(most.get(key) ?? 0, atMost(total)));
}

function addSum<Key>(all: Map<Key, ByPeriod>, of: Key, key: string, sum: Sum): Sum {
  const byPeriod = found(all, of, (): ByPeriod => new Map());
  const total = plus(byPeriod.get(key) ?? none, sum);
  byPeriod.set(key, total);
  return total;
}

function serviceAt(services: Account['services'], service: string): OfService {
  return found(services, service, () => ({
    members: new Map(),
    alike: new Map(),
    most: new Map(),
    kinds: new Map(),
  }));
}

function found<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
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
