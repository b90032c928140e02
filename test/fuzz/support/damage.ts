import fc from 'fast-check';
import { oddJsonMade, oddKey, oddValue, type Make } from './hostile.js';

/** A change at a place. */
type Blow = (at: Place) => void;

/** Something in an object or a list. */
interface Place {
  readonly holder: Record<PropertyKey, unknown>;
  readonly key: string;
}

const wholeKey = 'whole';

/**
 * A value with a few things in it replaced, left out, repeated, renamed, added or wrapped.
 * @param odd what may stand in place of what is expected
 */
export function damaged(value: unknown, odd: fc.Arbitrary<Make> = oddValue): fc.Arbitrary<Make> {
  const blow: fc.Arbitrary<Blow> = fc.oneof(
    odd.map((make) => put(make)),
    fc.constant<Blow>(({ holder, key }) => Reflect.deleteProperty(holder, key)),
    fc.constant(put((old) => [old])),
    fc.constant(put((old) => [old, old])),
    fc.constant(
      put((old) => (Array.isArray(old) ? Array.from({ length: 300 }, () => old[0] as unknown) : old)),
    ),
    oddKey.map((key) => put((old) => ({ [key]: old }))),
    fc.tuple(oddKey, odd).map(([key, make]) => put((old) => added(old, key, make()))),
    oddKey.map((name): Blow => ({ holder, key }) => {
      const old = valueIn(holder, key);
      Reflect.deleteProperty(holder, key);
      define(holder, name, old);
    }),
  );
  return fc.array(fc.tuple(fc.nat(), blow), { minLength: 1, maxLength: 4 }).map((blows) => () => {
    const whole: Place['holder'] = { [wholeKey]: structuredClone(value) };
    for (const [at, strike] of blows) {
      const places = placesIn(whole);
      const place = places[at % places.length];
      if (place !== undefined) strike(place);
    }
    return whole[wholeKey];
  });
}

/** The same of a value that JSON can hold, and stays so. */
export function damagedJson(value: unknown): fc.Arbitrary<Make> {
  return damaged(value, oddJsonMade);
}

function put(change: (old: unknown) => unknown): Blow {
  return ({ holder, key }) => {
    define(holder, key, change(valueIn(holder, key)));
  };
}

/** `__proto__` is a key like others, as in JSON. */
function define(holder: object, key: string, value: unknown): void {
  if (Array.isArray(holder) && key === 'length') return;
  Reflect.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

function added(old: unknown, key: string, value: unknown): unknown {
  if (!isPlainHolder(old)) return value;
  if (Array.isArray(old)) return [...(old as unknown[]), value];
  const wider = { ...old };
  define(wider, key, value);
  return wider;
}

/** Without asking a getter. */
function valueIn(holder: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(holder, key)?.value as unknown;
}

const MOST_PLACES = 2_000;

function placesIn(whole: Place['holder']): Place[] {
  const places: Place[] = [];
  const open: unknown[] = [whole];
  while (open.length > 0 && places.length < MOST_PLACES) {
    const holder = open.pop();
    if (!isPlainHolder(holder)) continue;
    for (const key of Object.keys(holder)) {
      places.push({ holder, key });
      open.push(valueIn(holder, key));
    }
  }
  return places;
}

function isPlainHolder(value: unknown): value is Record<PropertyKey, unknown> {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return false;
  try {
    const prototype: unknown = Object.getPrototypeOf(value);
    return prototype === Object.prototype || prototype === Array.prototype;
  } catch {
    return false;
  }
}

/** Text with a few bytes flipped, cut out, repeated, put in or swapped. */
export function damagedBytes(text: string): fc.Arbitrary<Buffer> {
  const bytes: Buffer = Buffer.from(text);
  const at = fc.nat(bytes.length);
  const put = fc.constantFrom(
    '"',
    '""',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '\n',
    '\r',
    '\\',
    ';',
    '|',
    '@',
    '\0',
    '\ufeff',
    '  ',
  );
  const blow: fc.Arbitrary<(old: Buffer) => Buffer> = fc.oneof(
    fc.tuple(at, fc.nat(255)).map(
      ([where, byte]) =>
        (old: Buffer) =>
          withByte(old, where, () => byte),
    ),
    fc.tuple(at, fc.nat(7)).map(
      ([where, bit]) =>
        (old: Buffer) =>
          withByte(old, where, (one) => one ^ (1 << bit)),
    ),
    fc.tuple(at, fc.nat(60)).map(
      ([where, length]) =>
        (old: Buffer) =>
          joined(old, where, where + length, ''),
    ),
    fc.tuple(at, fc.nat(400)).map(
      ([where, length]) =>
        (old: Buffer) =>
          joined(old, where + length, where, ''),
    ),
    fc.tuple(at, put).map(
      ([where, text]) =>
        (old: Buffer) =>
          joined(old, where, where, text),
    ),
    at.map((where) => (old: Buffer) => old.subarray(0, where)),
  );
  return fc
    .array(blow, { minLength: 1, maxLength: 5 })
    .map((blows) => blows.reduce((old, strike) => strike(old), bytes));
}

function withByte(old: Buffer, at: number, change: (one: number) => number): Buffer {
  const struck = Buffer.from(old);
  const one = struck[at];
  if (one !== undefined) struck[at] = change(one);
  return struck;
}

/** What is before one offset, the text, and what is from the other offset on. */
function joined(old: Buffer, before: number, from: number, text: string): Buffer {
  return Buffer.concat([old.subarray(0, before), Buffer.from(text), old.subarray(from)]);
}
