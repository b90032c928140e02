import { factTable } from '../../facts/generated/table.js';
import { sessionSchema } from '../../facts/generated/schemas.js';
import type { FactPath } from '../../facts/generated/types.js';
import { parse } from '../../facts/parse.js';
import type * as z from '../../facts/zod.js';
import { canonicalJson, compareText } from '../../values/canonical-json.js';
import type { FoundRecord } from '../../facts/found.js';
import type { Found } from './documents.js';
import { codingAt, conceptAt, part, parts, textAt, type At, type Concept } from './elements.js';
import { keysOf, type Mapped } from './mapping.js';
import type { Tell } from './problems.js';
import { atOf, saysType, type Store } from './store.js';
import { dayAt } from './times.js';

/** What a file is read with. */
export interface Reading {
  readonly mapped: Mapped;
  readonly store: Store;
  readonly tell: Tell;
}

/** A fact that was found: its path, dotted, and where it stands. */
export interface Fact {
  readonly path: string;
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
    put(value, steps, one);
    places[pointer] = place;
    for (const [index, entry] of entries.entries()) places[`${pointer}/${String(index)}`] = entry;
  }
  const parsed = parse(schema, value);
  if (parsed.ok) return [{ value: parsed.value, places }];
  tell('malformed', whole);
  return [];
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

/** Whether a Reference leads to a kind of resource, by what is there, or else by its form. */
export function leadsTo(type: string, reference: At, from: Found, { store }: Reading): boolean {
  const found = store.resolve(reference, from);
  return found === undefined ? saysType(type, reference) : found.type === type;
}

/** What resources of a kind say of patients. */
export interface OfPatients<Said> {
  readonly of: (patient: string) => readonly Said[];
  /** Whether it is known of each of them whose it is. */
  readonly isTold: boolean;
}

/** What resources of a kind say of each patient, in one order; those entered in error say nothing. */
export function byPatient<Said extends { readonly place: string }>(
  { store, tell }: Reading,
  { type, by }: { readonly type: string; readonly by: 'patient' | 'subject' },
  read: (found: Found, at: At) => Said[],
): OfPatients<Said> {
  const all = new Map<string | undefined, Said[]>();
  for (const found of store.ofType(type)) {
    const at = atOf(found, tell);
    const patient = store.identity(part(at, by), found);
    if (textAt(at, 'status') === 'entered-in-error') tell('entered-in-error', found.place);
    else {
      if (patient === undefined) tell('malformed', found.place);
      all.set(patient, [...(all.get(patient) ?? []), ...read(found, at)]);
    }
  }
  for (const said of all.values()) said.sort((one, other) => compareText(one.place, other.place));
  return { of: (patient) => all.get(patient) ?? [], isTold: !all.has(undefined) };
}

/** The facts that extensions state, as the mapping says, of those that belong there. */
export function extensionFacts(at: At, reading: Reading, belongs: (path: FactPath) => boolean): Fact[] {
  const found = new Map<FactPath, Entry[]>();
  for (const extension of parts(at, 'extension')) {
    const path = reading.mapped.extensions.get(textAt(extension, 'url') ?? '');
    if (path === undefined || !belongs(path)) continue;
    const value = valueOf(extension, path, reading);
    if (value === undefined) reading.tell('extension-not-read', extension.place);
    else found.set(path, [...(found.get(path) ?? []), { value, place: extension.place }]);
  }
  return [...found].flatMap(([path, entries]) =>
    factTable[path].type === 'codes'
      ? [listOf(path, entries, at.place)]
      : entries.map(({ value, place }) => ({ path, value, place })),
  );
}

/** The value of an extension, where it is one of its fact. */
function valueOf(extension: At, path: FactPath, reading: Reading): unknown {
  const names = Object.keys(Object(extension.value) as object).filter((name) => name.startsWith('value'));
  const [name = '', another] = names;
  if (another !== undefined) return undefined;
  const stated = part(extension, name);
  const value = plainValue(stated, name, reading);
  const { type } = factTable[path];
  const asFact = type === 'money' && typeof value === 'number' ? moneyIn(value) : value;
  return fits(path, type === 'codes' ? [asFact] : asFact) ? asFact : undefined;
}

/** Whether a value is one of a fact. */
export function fits(path: FactPath, value: unknown): boolean {
  const alone: Record<string, unknown> = { service: '-', dateOfService: '2000-01-01' };
  put(alone, path.split('.'), value);
  return parse(sessionSchema, alone).ok;
}

function plainValue(at: At, name: string, reading: Reading): unknown {
  switch (name) {
    case 'valueBoolean':
    case 'valueInteger':
    case 'valueDecimal':
    case 'valuePositiveInt':
    case 'valueUnsignedInt':
    case 'valueCode':
    case 'valueString':
      return at.value;
    case 'valueDate':
    case 'valueDateTime':
      return dayAt(at, reading.mapped.clock);
    case 'valueCoding':
      return wordOf(codingAt(at), reading);
    case 'valueCodeableConcept':
      return wordOf(conceptAt(at), reading);
    case 'valueMoney':
      return dollarsAt(at);
    default:
      return undefined;
  }
}

/** An amount in US dollars with two digits, of a number; none where it has more. */
export function moneyIn(amount: number): string | undefined {
  const [, whole, cents = ''] = /^(\d+)(?:\.(\d{1,2}))?$/.exec(String(amount)) ?? [];
  return whole === undefined ? undefined : `${whole}.${cents.padEnd(2, '0')}`;
}

/** Money: a number there, of US dollars where no currency is stated. */
export function dollarsAt(at: At): string | undefined {
  const { value: currency } = part(at, 'currency');
  const { value } = part(at, 'value');
  return typeof value === 'number' && (currency === undefined || currency === 'USD')
    ? moneyIn(value)
    : undefined;
}
