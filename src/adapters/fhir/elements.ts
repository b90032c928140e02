import type { Tell } from './problems.js';

/** A resource or a part of one: what is read of it is looked at first, as anything may stand in a file. */
export type Element = Readonly<Record<string, unknown>>;

/** A place in a resource, and what stands there. */
export interface At {
  readonly value: unknown;
  /** As FHIRPath says it: `Claim/cl1.item[0].quantity`. */
  readonly place: string;
  readonly tell: Tell;
}

export interface Coding {
  readonly system: string;
  readonly code: string;
}

export interface Concept {
  readonly codings: readonly Coding[];
  readonly text: string | undefined;
  readonly place: string;
}

export interface Identifier {
  readonly system: string | undefined;
  readonly value: string;
  readonly place: string;
}

export function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isStated({ value }: At): boolean {
  return value !== undefined && value !== null;
}

/** A part of an element. An element that is none has none, which is told. */
export function part(at: At, name: string): At {
  if (isStated(at) && !isElement(at.value)) at.tell('malformed', at.place);
  const value = isElement(at.value) ? at.value[name] : undefined;
  return { value, place: `${at.place}.${name}`, tell: at.tell };
}

/** The entries of a part that repeats. */
export function parts(at: At, name: string): At[] {
  const list = part(at, name);
  if (!isStated(list)) return [];
  if (!Array.isArray(list.value)) {
    at.tell('malformed', list.place);
    return [];
  }
  return list.value.map((value: unknown, index) => ({
    value,
    place: `${list.place}[${String(index)}]`,
    tell: at.tell,
  }));
}

/** Whether a part that repeats has no entries; what is no list may have any. */
export function isEmpty(list: At): boolean {
  return !isStated(list) || (Array.isArray(list.value) && list.value.length === 0);
}

/** Text that is not empty; anything else that stands there is told. */
export function textAt(at: At, name: string): string | undefined {
  const { value, place } = part(at, name);
  if (typeof value === 'string' && value !== '') return value;
  if (value !== undefined && value !== null) at.tell('malformed', place);
  return undefined;
}

/** Whether all that an element says is understood: a modifierExtension may turn it into its opposite. */
export function isUnderstood(at: At): boolean {
  if (isEmpty(part(at, 'modifierExtension'))) return true;
  at.tell('meaning-changed', at.place);
  return false;
}

function codingsOf(at: At): Coding[] {
  const code = textAt(at, 'code');
  return code === undefined ? [] : [{ system: textAt(at, 'system') ?? '', code }];
}

/** A Coding as a concept of its own. */
export function codingAt(at: At): Concept {
  return { codings: codingsOf(at), text: undefined, place: at.place };
}

/** A CodeableConcept. */
export function conceptAt(at: At): Concept {
  return {
    codings: parts(at, 'coding').flatMap(codingsOf),
    text: textAt(at, 'text'),
    place: at.place,
  };
}

/** The codes of a system that FHIR defines, or of none that is stated. */
export function codesOf({ codings }: Concept, system: string): string[] {
  return codings.flatMap((coding) => (coding.system === '' || coding.system === system ? coding.code : []));
}

/** Those in use. */
export function identifiersIn(at: At, name = 'identifier'): Identifier[] {
  return parts(at, name).flatMap((one) => identifierAt(one));
}

export function identifierAt(at: At): Identifier[] {
  const value = textAt(at, 'value');
  if (value === undefined || textAt(at, 'use') === 'old') return [];
  return [{ system: textAt(at, 'system'), value, place: `${at.place}.value` }];
}

/** How a quantity counts: a number, and its unit in small letters. One that is "less than", or no number, is none. */
export function quantityAt(at: At): { readonly value: number; readonly unit: string } | undefined {
  const value = part(at, 'value');
  const comparator = part(at, 'comparator');
  if (typeof value.value !== 'number' || !Number.isFinite(value.value) || isStated(comparator))
    return undefined;
  const unit = textAt(at, 'code') ?? textAt(at, 'unit') ?? '';
  return { value: value.value, unit: unit.trim().toLowerCase() };
}

const UCUM = 'http://unitsofmeasure.org';

/** A number of minutes, by a unit of UCUM. */
export function minutesAt(at: At): number | undefined {
  const { value: system } = part(at, 'system');
  const quantity = quantityAt(at);
  if (quantity === undefined || quantity.value < 0 || (system !== UCUM && system !== undefined))
    return undefined;
  if (quantity.unit === 'min') return quantity.value;
  // Tenths and hundredths of an hour are no exact numbers.
  return quantity.unit === 'h' ? Math.round(quantity.value * 60e6) / 1e6 : undefined;
}

const NOT_A_KEY = /[^A-Za-z0-9\-.]/;

/** The id of a resource, where it is one. */
export function idOf(resource: Element): string | undefined {
  const { id } = resource;
  return typeof id === 'string' && id !== '' && !NOT_A_KEY.test(id) ? id : undefined;
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
