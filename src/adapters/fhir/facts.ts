import { sessionSchema } from '../../facts/generated/schemas.js';
import type { FactPath } from '../../facts/generated/types.js';
import { parse } from '../../facts/parse.js';
import { OTHER } from '../../facts/words.js';
import type * as z from '../../facts/zod.js';
import { canonicalJson, compareText } from '../../values/canonical-json.js';
import type { FoundRecord } from '../../facts/found.js';
import type { Found } from './documents.js';
import { idOf, part, textAt, type At, type Concept } from './elements.js';
import { keysOf, wholeLists, type Mapped } from './mapping.js';
import type { Persons } from './persons.js';
import { messageOf, unreadAs, type Tell, type Unreadable } from './problems.js';
import { atOf, saysType, type Store } from './store.js';

/** What a file is read with. */
export interface Reading {
  readonly mapped: Mapped;
  readonly store: Store;
  readonly tell: Tell;
  readonly persons: Persons;
}

/** A fact that was found: its path, dotted, and where it stands. */
export interface Fact {
  readonly path: string;
  /** Undefined where it is not known, and belongs to a place all the same. */
  readonly value: unknown;
  readonly place: string;
  /** Where each entry of a list stands. */
  readonly entries?: readonly string[];
}

/** An entry of a list. */
export interface Entry {
  readonly value: unknown;
  readonly place: string;
}

/** A word on no list, for what a list may hold besides. */
export const REST = '(what the file does not say)';

export function factOf(path: string, value: unknown, place: string): Fact[] {
  return value === undefined ? [] : [{ path, value, place }];
}

export function listOf(path: string, entries: readonly Entry[], place: string): Fact {
  return {
    path,
    value: entries.map(({ value }) => value),
    place,
    entries: entries.map((entry) => entry.place),
  };
}

/** Where a fact belongs that is not known. */
export function notKnown(path: string, place: string): Fact {
  return { path, value: undefined, place };
}

/** The same facts below a path: `lines.0.` */
export function below(path: string, facts: readonly Fact[]): Fact[] {
  return facts.map((fact) => ({ ...fact, path: path + fact.path }));
}

/** The record of facts, with their places; none where it has not the shape. What is stated twice differently is not known. */
export function recordOf<Value>(
  facts: readonly Fact[],
  schema: z.mini.ZodMiniType<Value>,
  { place: whole, tell }: Pick<At, 'place' | 'tell'>,
): FoundRecord<Value>[] {
  const stated = new Map<string, Fact>();
  const torn = new Set<string>();
  for (const fact of facts) {
    const before = stated.get(fact.path);
    if (before !== undefined && canonicalJson(before.value) !== canonicalJson(fact.value)) {
      tell('stated-twice', fact.place);
      torn.add(fact.path);
    } else if (before === undefined) stated.set(fact.path, fact);
  }
  const value: Record<string, unknown> = {};
  const places: Record<string, string> = { '': whole };
  for (const { path, value: one, place, entries = [] } of stated.values()) {
    if (torn.has(path)) continue;
    const steps = path.split('.');
    const pointer = `/${steps.join('/')}`;
    places[pointer] = place;
    if (one === undefined) continue;
    put(value, steps, one);
    for (const [index, entry] of entries.entries()) places[`${pointer}/${String(index)}`] = entry;
  }
  const parsed = parse(schema, value);
  if (parsed.ok) return [{ value: parsed.value, places }];
  tell('malformed', whole);
  return [];
}

/** A visit or claim that is left out, and may have been anything: of its facts it has its id at most. */
export interface Unread {
  readonly id?: string;
}

/** What cannot be read keeps its place among the records; why is told elsewhere. */
export function unreadRecord(code: Unreadable, { resource, place }: Found): FoundRecord<Unread> {
  const id = idOf(resource);
  return {
    value: id === undefined ? {} : { id },
    places: { '': place, ...(id !== undefined && { '/id': `${place}.id` }) },
    unread: { code: unreadAs[code], message: messageOf(code) },
  };
}

/** The record of facts; one that has not the shape cannot be read. */
export function recordOrUnread<Value>(
  facts: readonly Fact[],
  schema: z.mini.ZodMiniType<Value>,
  found: Found,
  tell: Tell,
): FoundRecord<Value | Unread> {
  const [read] = recordOf(facts, schema, { place: found.place, tell });
  return read ?? unreadRecord('malformed', found);
}

function put(into: Record<string, unknown>, steps: readonly string[], value: unknown): void {
  const [step, ...rest] = steps as [string, ...string[]];
  if (rest.length === 0) into[step] = value;
  else {
    const inner = (into[step] ?? {}) as Record<string, unknown>;
    into[step] = inner;
    put(inner, rest, value);
  }
}

/** The word for a concept: what it is mapped to, or else one that is on no list. */
export function wordOf(concept: Concept, { mapped }: Reading): string {
  const meanings = mapped.meanings(concept);
  if (meanings.length > 1) return REST;
  return meanings[0] ?? keysOf(concept)[0] ?? REST;
}

/** Whether an entry is more than one that a mapping says is none of ours. */
export function isOurs({ value }: Pick<Entry, 'value'>): boolean {
  return value !== OTHER;
}

/** Whether a Reference leads to a kind of resource, by what is there, or else by its form. */
export function leadsTo(type: string, reference: At, from: Found, { store }: Reading): boolean {
  const found = store.resolve(reference, from);
  return found === undefined ? saysType(type, reference) : found.type === type;
}

/** What resources of a kind say of patients. */
export interface OfPatients<Said> {
  readonly of: (person: string) => readonly Said[];
  /** Whether it is known of each of them whose it is. */
  readonly isTold: boolean;
}

/** What resources of a kind say of each patient, in one order; those entered in error say nothing. */
export function byPatient<Said extends { readonly place: string }>(
  { mapped, store, tell, persons }: Reading,
  { type, by }: { readonly type: string; readonly by: 'patient' | 'subject' },
  read: (found: Found, at: At) => Said[],
): OfPatients<Said> {
  const isToBeWhole = wholeLists.some((kind) => kind === type && mapped.isWhole(kind));
  let isTold = true;
  const all = new Map<string | undefined, Said[]>();
  for (const found of store.ofType(type)) {
    const at = atOf(found, tell);
    const owner = part(at, by);
    const person = persons.of(owner, found);
    if (textAt(at, 'status') === 'entered-in-error') tell('entered-in-error', found.place);
    else {
      const isKnown = persons.isKnown(owner, found);
      isTold &&= isKnown;
      if (isToBeWhole && !isKnown) tell('owner-not-known', owner.place);
      else if (person === undefined) tell('malformed', found.place);
      all.set(person, [...(all.get(person) ?? []), ...read(found, at)]);
    }
  }
  for (const said of all.values()) said.sort((one, other) => compareText(one.place, other.place));
  return { of: (person) => all.get(person) ?? [], isTold };
}

/** Whether a value is one of a fact. */
export function fits(path: FactPath, value: unknown): boolean {
  const alone: Record<string, unknown> = { service: '-', dateOfService: '2000-01-01' };
  put(alone, path.split('.'), value);
  return parse(sessionSchema, alone).ok;
}
