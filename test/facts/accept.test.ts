import { describe, expect, test } from 'vitest';
import {
  acceptBatchOptions,
  acceptOptions,
  acceptRemainingUnitsQuery,
  acceptStreamOptions,
} from '../../src/check/generated.js';
import {
  batchOptionsSchema,
  optionsSchema,
  remainingUnitsQuerySchema,
  streamOptionsSchema,
} from '../../src/check/options.js';
import type { Accept } from '../../src/facts/accept.js';
import {
  acceptClaim,
  acceptCodeQuery,
  acceptHistory,
  acceptMemberHistory,
  acceptMemberUse,
  acceptPriceQuery,
  acceptSession,
  acceptUse,
} from '../../src/facts/generated/acceptors.js';
import { claimSchema, sessionSchema } from '../../src/facts/generated/schemas.js';
import { codeQuerySchema, priceQuerySchema } from '../../src/facts/look-ups.js';
import { parse } from '../../src/facts/parse.js';
import { historySchema, memberHistorySchema, memberUseSchema, useSchema } from '../../src/facts/prior-use.js';
import type * as z from '../../src/facts/zod.js';
import { claims, history, options, sessions } from '../fuzz/support/whole.js';
import { randomFrom, type Random } from '../oracle/random.js';
import { caseFiles, linesOfMonth, months, sessionOf } from '../support/cases.js';
import { copyOf } from '../support/copy.js';

/** An acceptor, the schema that it stands for, and values that are well formed. */
interface Pair {
  readonly accept: Accept<unknown>;
  readonly schema: z.mini.ZodMiniType;
  readonly values: readonly unknown[];
}

const reversed = [...history, { ...history[0], units: -3 }];
const readings = {
  ...options.readings,
  diagnosisClasses: { bipolar: ['F31'], majorDepression: [], psychotic: ['F20'], substanceUse: ['F10.1'] },
  noteItems: ['setting', 'timeSpent'],
  sedUntil: 22,
};
const allOptions = { ...options, readings, trusted: false };

const sessionPair: Pair = {
  accept: acceptSession,
  schema: sessionSchema,
  values: [
    ...sessions,
    ...caseFiles().flatMap(([, cases]) => cases.map(sessionOf)),
    ...months.flatMap(linesOfMonth).filter((line) => sessionSchema.safeParse(line).success),
  ],
};

const pairs: Readonly<Record<string, Pair>> = {
  session: sessionPair,
  claim: { accept: acceptClaim, schema: claimSchema, values: claims },
  'prior use': { accept: acceptUse, schema: useSchema, values: history },
  'prior use of a member': { accept: acceptMemberUse, schema: memberUseSchema, values: history },
  history: { accept: acceptHistory, schema: historySchema, values: [[], history, reversed] },
  'history of members': {
    accept: acceptMemberHistory,
    schema: memberHistorySchema,
    values: [history, reversed],
  },
  options: { accept: acceptOptions, schema: optionsSchema, values: [{}, allOptions] },
  'options of a batch': { accept: acceptBatchOptions, schema: batchOptionsSchema, values: [allOptions] },
  'options of a stream': {
    accept: acceptStreamOptions,
    schema: streamOptionsSchema,
    values: [{ ...allOptions, of: 'claims' }],
  },
  'query of units': {
    accept: acceptRemainingUnitsQuery,
    schema: remainingUnitsQuerySchema,
    values: [{ on: '2025-03-03' }, { on: '2025-03-03', history }],
  },
  'query of a code': {
    accept: acceptCodeQuery,
    schema: codeQuerySchema,
    values: [{ jurisdiction: 'MO', procedureCode: 'H2017', modifiers: ['TG'], on: '2025-03-03' }],
  },
  'query of a price': {
    accept: acceptPriceQuery,
    schema: priceQuerySchema,
    values: [{ units: 4, on: '2025-03-03', funding: 'medicaid' }],
  },
};

/** Whether two values are the same, where their keys count, the order of these, and what is undefined. */
function isSpelledAlike(one: unknown, other: unknown): boolean {
  if (!isObject(one) || !isObject(other)) return Object.is(one, other);
  if (Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) return false;
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  return (
    keys.length === others.length &&
    keys.every((key, place) => key === others[place] && isSpelledAlike(one[key], other[key])) &&
    one['length'] === other['length']
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The objects and lists in a value. */
function objectsIn(value: unknown, found = new Set<unknown>()): Set<unknown> {
  if (!isObject(value)) return found;
  found.add(value);
  for (const part of Object.values(value)) objectsIn(part, found);
  return found;
}

type Judged = 'accepted' | 'left' | 'differs';

/** What an acceptor makes of a value, beside its schema: the same, afresh, or nothing. */
function judged({ accept, schema }: Pick<Pair, 'accept' | 'schema'>, make: () => unknown): Judged {
  const given = make();
  let taken: unknown;
  try {
    taken = accept(given);
  } catch {
    return 'left';
  }
  const read = parse(schema, make());
  if (!read.ok || !isSpelledAlike(taken, read.value)) return 'differs';
  const own = objectsIn(given);
  return [...objectsIn(taken)].some((part) => own.has(part)) ? 'differs' : 'accepted';
}

describe.each(Object.entries(pairs))('%s', (_name, pair) => {
  test('what is well formed is taken as the schema takes it, its keys in any order', () => {
    expect(pair.values.length).toBeGreaterThan(0);
    for (const value of pair.values) {
      expect(judged(pair, () => value)).toBe('accepted');
      expect(judged(pair, () => turned(value))).toBe('accepted');
    }
  });

  test('so are facts that are null or undefined', () => {
    const value = pair.values.at(-1);
    for (const place of placesIn(value)) {
      for (const nothing of [null, undefined]) {
        const made = () => changed(value, place, () => nothing);
        expect([place, nothing, judged(pair, made)]).toEqual([
          place,
          nothing,
          parse(pair.schema, made()).ok ? 'accepted' : 'left',
        ]);
      }
    }
  });
});

/** The same with its keys the other way round. */
function turned(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(turned);
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, turned(part)]),
  );
}

type Place = readonly string[];

function placesIn(value: unknown, at: Place = []): Place[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const place = [...at, key];
    return [place, ...placesIn(part, place)];
  });
}

type Change = (old: unknown, holder: Record<string, unknown>, key: string) => unknown;

/** Stands for what is taken out. */
const GONE = Symbol('gone');

/** A copy in which what is at a place is another. */
function changed(value: unknown, place: Place, change: Change): unknown {
  const copy: unknown = copyOf(value);
  strike(copy, place, change);
  return copy;
}

function strike(copy: unknown, place: Place, change: Change): void {
  const key = String(place.at(-1));
  const steps = place.slice(0, -1);
  const holder = steps.reduce<unknown>(
    (part, step) => (part as Record<string, unknown> | undefined)?.[step],
    copy,
  );
  if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, key)) return;
  const value = change((holder as Record<string, unknown>)[key], holder as Record<string, unknown>, key);
  if (value === GONE) Reflect.deleteProperty(holder, key);
  else Reflect.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

function fails(): never {
  throw new Error('of the caller');
}

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

/** As of a class: its getter is on its prototype. */
const stated = Object.create({
  get minutes() {
    return 60;
  },
}) as Record<string, unknown>;
stated['units'] = 4;

const withHole: unknown[] = ['psychoeducation'];
withHole.length = 3;

function hidden(key: string, value: unknown): object {
  return Object.defineProperty({}, key, { value, enumerable: false });
}

/** Objects that only a program can pass, each made anew. */
const hostile: readonly (() => unknown)[] = [
  () => ({
    get units() {
      return fails();
    },
  }),
  () => ({
    get units() {
      return 4;
    },
  }),
  revoked,
  () => new Proxy({}, { get: fails, has: fails, ownKeys: fails, getPrototypeOf: fails }),
  () => new Proxy({ code: 'MO-LPC' }, {}),
  () => withHole,
  () => Object.assign(['psychoeducation'], { units: 4 }),
  () => ({ [Symbol('units')]: 4 }),
  () => stated,
  () => Object.create({ units: 4 }) as unknown,
  () => Object.assign(Object.create(null) as object, { code: 'MO-LPC' }),
  () => ({ toJSON: fails }),
  () => ({ code: 'MO-LPC', toJSON: () => 'MO-LPC' }),
  () => hidden('units', 4),
  () => Object.assign(hidden('id', 'A-1'), { unknown: 4 }),
  () => hidden('unknown', 4),
  () => JSON.parse('{"__proto__": 4}') as unknown,
  () => JSON.parse('{"__proto__": null, "code": "MO-LPC"}') as unknown,
  () => Object.assign(JSON.parse('{"__proto__": 4}') as object, { units: undefined }),
  () => ({ constructor: Object, code: 'MO-LPC' }),
  () => new Date(0),
  () => new Map([['code', 'MO-LPC']]),
  () => Object.setPrototypeOf([], Object.prototype) as unknown,
  () => Object(4) as unknown,
  () => 4n,
  () => () => 4,
  () => Symbol('odd'),
];

const texts = [
  '',
  ' ',
  'none',
  'None',
  'NONE',
  'mo-lpc',
  ' MO_LPC ',
  'Own Words',
  '2025-02-30',
  '2025-03-03',
  '24:00',
  '24:01',
  '4.95',
  '4.9',
  '__proto__',
];
const numbers = [0, -0, -1, 0.5, 1, 100, 101, 1e9, 1e9 + 1, 2 ** 53, NaN, Infinity, -Infinity];
const keys = [
  '__proto__',
  'constructor',
  'unit',
  'Units',
  'id',
  'units',
  'code',
  'from',
  'through',
  'service',
  'funding',
  '',
];

/** A change by chance, of which no chance is left when it is made: it can be made twice. */
function anyChange(random: Random): { readonly change: Change; readonly isHostile: boolean } {
  const [text, number, key, make] = [
    random.pick(texts),
    random.pick(numbers),
    random.pick(keys),
    random.pick(hostile),
  ];
  const [simple, odd, many] = [
    random.pick([null, undefined, true, false]),
    random.pick<unknown>([[], {}, [[]], [{}], [null], [undefined], 'x', 4]),
    random.below(4),
  ];
  const kinds: readonly Change[] = [
    make,
    () => text,
    () => number,
    () => simple,
    () => odd,
    () => GONE,
    (old) => (typeof old === 'string' ? old.toLowerCase() : [old]),
    (old) => Array.from({ length: many }, () => structuredClone(old)),
    (old) => ({ [key]: old }),
    (old) => added(old, key, simple),
    (old, holder) => added(old, Object.keys(holder)[many] ?? key, simple),
    (old) => nested(old, 3_000),
    (old) => (Array.isArray(old) ? [...(old as unknown[]), odd] : odd),
  ];
  const change = random.pick(kinds);
  return { change, isHostile: change === make };
}

function nested(value: unknown, depth: number): unknown {
  let inner = value;
  for (let level = 0; level < depth; level++) inner = [inner];
  return inner;
}

function added(old: unknown, key: string, value: unknown): unknown {
  if (typeof old !== 'object' || old === null || Array.isArray(old)) return { [key]: value };
  return Object.defineProperty({ ...old }, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

/** What a variation may change, looked up once for each value. */
const placesOf = new Map<unknown, Place[]>();

/** A value that can be made again and again, of a pair, with up to three changes. */
function* variations(count: number, seed: number) {
  const random = randomFrom(seed);
  const each = Object.values(pairs);
  for (let index = 0; index < count; index++) {
    const pair = index % 2 === 0 ? sessionPair : random.pick(each);
    const value = random.pick(pair.values);
    const open = placesOf.get(value) ?? placesIn({ value });
    placesOf.set(value, open);
    const blows = Array.from({ length: 1 + random.below(3) }, () => ({
      place: random.pick(open),
      ...anyChange(random),
    }));
    const make = (): unknown => {
      const whole = { value: copyOf(value) };
      for (const { place, change } of blows) {
        try {
          strike(whole, place, change);
        } catch {
          // It lies in an object of the caller's that cannot be read.
        }
      }
      return whole.value;
    };
    yield { pair, make, isHostile: blows.some((blow) => blow.isHostile) };
  }
}

/** Whether a schema takes a value: what it refuses is not put into words. */
function isTaken(schema: Pair['schema'], make: () => unknown): boolean {
  return schema.safeParse(make()).success && parse(schema, make()).ok;
}

test('20,000 variations are taken as the schema takes them or left to it, and none without need', () => {
  const counts: Record<Judged, number> = { accepted: 0, left: 0, differs: 0 };
  for (const { pair, make, isHostile } of variations(20_000, 1)) {
    const is = judged(pair, make);
    counts[is]++;
    if (is === 'left' && !isHostile && isTaken(pair.schema, make)) {
      throw new Error(`left without need: ${JSON.stringify(make())}`);
    }
  }
  expect(counts.differs).toBe(0);
  expect(counts.accepted).toBeGreaterThan(1_000);
});

test.each(hostile.map((make, index) => [index, make] as const))(
  'object %i that only a program can pass, in place of anything',
  (_index, make) => {
    for (const pair of Object.values(pairs)) {
      const value = pair.values.at(-1);
      for (const place of [[], ...placesIn(value)]) {
        const made = () => (place.length === 0 ? make() : changed(value, place, make));
        expect(judged(pair, made)).not.toBe('differs');
      }
    }
  },
);

function without(key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((part) => without(key, part));
  const parts = Object.entries(value).filter(([name]) => name !== key);
  return Object.fromEntries(parts.map(([name, part]) => [name, without(key, part)]));
}

/** Whether an acceptor of sessions differs from its schema in some of the variations. */
function isFound(accept: Accept<unknown>, seed: number): boolean {
  for (const { pair, make } of variations(20_000, seed)) {
    if (pair === sessionPair && judged({ ...sessionPair, accept }, make) === 'differs') return true;
  }
  return false;
}

describe('an acceptor with a fault is found', () => {
  const faults: Readonly<Record<string, Accept<unknown>>> = {
    'takes whatever it is given': (given) => structuredClone(given),
    'gives back what it was given': (given) => {
      acceptSession(given);
      return given;
    },
    'keeps the order of keys': (given) => {
      acceptSession(given);
      return structuredClone(given);
    },
    'leaves undefined out': (given) => JSON.parse(JSON.stringify(acceptSession(given))) as unknown,
    'does not see one unknown key': (given) => acceptSession(without('constructor', given)),
    'takes days that do not exist': (given) => {
      const { dateOfService, ...rest } = given as Record<string, unknown>;
      return { ...acceptSession({ ...rest, dateOfService: '2025-03-03' }), dateOfService };
    },
  };

  test.each(Object.entries(faults))('%s', (_name, accept) => {
    expect(isFound(accept, 2)).toBe(true);
  });
});
