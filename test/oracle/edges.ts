import { ofNoSession, rowsOf, type Place } from '../../src/facts/rows/index.js';
import { bases, baseSession } from '../support/cases.js';
import { domainAt, placeAt } from '../support/domains.js';
import { dayAfter, dayBefore, monthsLater, orEarlier } from './calendar.js';
import type { Random } from './random.js';

/** What may be changed in a complete session, and to what. */

export type Values = (random: Random, on: string) => unknown;
type Edge = readonly [path: string, values: Values];

const domains = new Map<string, readonly unknown[]>();

/** The values worth stating, made once for each place and day. */
function domainOf(place: Place, on: string): readonly unknown[] {
  const key = `${place.path} ${on}`;
  const known = domains.get(key) ?? domainAt(place, on);
  domains.set(key, known);
  return known;
}

const oneOf =
  (place: Place): Values =>
  (random, on) =>
    random.pick(domainOf(place, on));

/** An entry of a list; what must be stated of it is mostly that of another. */
function entryOf({ path, row }: Place, random: Random, on: string, like?: unknown): object {
  const facts = Object.keys(rowsOf(row)).map((key): [string, unknown] => {
    const place = placeAt.get(`${path}.${key}`);
    if (place === undefined || place.row.kind === 'group') return [key, undefined];
    const values = domainOf(place, on);
    if (!place.row.isRequired) return [key, random.chance(0.75) ? random.pick(values) : undefined];
    const same = (like as Readonly<Record<string, unknown>> | undefined)?.[key];
    return [key, same !== undefined && random.chance(0.6) ? same : random.pick(values)];
  });
  return inOrder(Object.fromEntries(facts), random, on);
}

/** Bounds are in order; mostly there is none, or one that is about the day. */
function inOrder(entry: Record<string, unknown>, random: Random, on: string): object {
  if (!('through' in entry)) return entry;
  const bound = () =>
    random.pick([
      ...[undefined, undefined, null],
      ...[on, dayBefore(on), dayAfter(on, 1), orEarlier(monthsLater(on, -12))],
    ]);
  const [from, through] = [bound(), bound()];
  const isInOrder = from == null || through == null || from <= through;
  return { ...entry, from: isInOrder ? from : through, through: isInOrder ? through : from };
}

/** A list of few entries, each with some of its facts, or one of those worth stating. */
const someEntries =
  (place: Place, like: readonly unknown[]): Values =>
  (random, on) => {
    if (random.chance(0.4)) return random.pick(domainOf(place, on));
    const many = random.pick([0, 1, 1, 1, 2, 2, 3]);
    return Array.from({ length: many }, () =>
      entryOf(place, random, on, like.length === 0 ? undefined : random.pick(like)),
    );
  };

/** A list, each of its entries and one more, and each fact that may be left out of one. */
function edgesOfList(place: Place, entries: readonly unknown[]): Edge[] {
  const { path } = place;
  const open = Object.keys(rowsOf(place.row)).flatMap((key): [string, Place][] => {
    const inner = placeAt.get(`${path}.${key}`);
    const isFree = inner !== undefined && inner.row.kind !== 'group' && !inner.row.isRequired;
    return isFree && !('through' in rowsOf(place.row)) ? [[key, inner]] : [];
  });
  return [
    [path, someEntries(place, entries)],
    ...[...entries, undefined].map((like, index): Edge => [
      `${path}.${index}`,
      (random, on) => entryOf(place, random, on, like),
    ]),
    ...entries.flatMap((_, index) =>
      open.map(([key, inner]): Edge => [`${path}.${index}.${key}`, oneOf(inner)]),
    ),
  ];
}

/** Every fact of an object that is stated, twice where it is stated itself, and the objects within it that are. */
function edgesIn(holder: Readonly<Record<string, unknown>>, within: string): Edge[] {
  const places = [...placeAt.values()].filter(
    ({ path }) => path.startsWith(within) && !path.slice(within.length).includes('.'),
  );
  return places.flatMap((place): Edge[] => {
    const { path, row } = place;
    const stated = holder[path.slice(within.length)];
    if (row.kind === 'group') {
      if (typeof stated !== 'object' || stated === null) return [];
      return [[path, oneOf(place)], ...edgesIn(stated as Readonly<Record<string, unknown>>, `${path}.`)];
    }
    if (row.isRequired || path in ofNoSession) return [];
    if (Object.keys(rowsOf(row)).length > 0) return edgesOfList(place, (stated ?? []) as readonly unknown[]);
    if (domainAt(place, '2024-03-01').length === 0) return [];
    const edge: Edge = [path, oneOf(place)];
    return stated === undefined ? [edge] : [edge, edge];
  });
}

/** What may be changed in the complete session of each file. */
export const edges: Readonly<Record<string, readonly Edge[]>> = Object.fromEntries(
  bases.map((base) => [base, edgesIn(baseSession(base), '')]),
);
