import fc from 'fast-check';

/** Text that programs trip over. */
export const oddTexts = [
  '',
  ' ',
  '\0',
  '\ufeff',
  '\ud800',
  'a\udc00b',
  '\u202e2025-03-03',
  '２０２５-０３-０３',
  'e\u0301'.repeat(40),
  '👩‍👩‍👧‍👦',
  '\u001b[31mred\u001b[0m',
  'line\nline\r\nline\u2028line',
  '__proto__',
  'constructor',
  'toString',
  'none',
  'null',
  'NaN',
  '-0',
  '1e999',
  '0x10',
  "'; DROP TABLE members; --",
  '=HYPERLINK("http://invalid.example")',
  '../../etc/passwd',
  '%s %d %n ${1} {{1}}',
  '<script>',
  '2025-02-30',
  '2025-3-3',
  '0000-01-01',
  '9999-12-31',
  '24:00',
  '-01:00',
  '0.00',
  '99999999999999999999.99',
] as const;

/** Any that stands for a character; a half of one stands among the odd texts. */
export const codePoint = fc
  .integer({ min: 0, max: 0x10_ffff - 0x800 })
  .map((number) => String.fromCodePoint(number < 0xd800 ? number : number + 0x800));

export const oddText = fc.oneof(
  fc.constantFrom(...oddTexts),
  fc.string({ unit: codePoint }),
  fc.constantFrom(...oddTexts).map((text) => text.repeat(3_000)),
);

/** Keys that every object already has, keys like ours, and any other. */
export const oddKey = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'length'),
  fc.constantFrom(
    'id',
    'ID',
    'unit',
    'units',
    'member',
    'birthdate',
    'code',
    'from',
    'lines',
    'history',
    '0',
    '',
  ),
  oddText,
);

const oddNumber = fc.constantFrom(0, -0, -1, 0.1, 1e21, 1e308, 5e-324, 2 ** 53, 0.30000000000000004, 33);

/** What a JSON file may hold in place of what is expected. */
const oddJson: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, [], {}, [null], [[]], [{}], { '': '' }),
  oddNumber,
  oddText,
  fc.array(oddText, { maxLength: 5 }),
  fc.dictionary(oddKey, fc.oneof(oddText, oddNumber), { maxKeys: 5 }),
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(20, 3_000).map((depth) => nested(depth, (inner) => [inner])),
  fc.constantFrom(20, 3_000).map((depth) => nested(depth, (inner) => ({ member: inner }))),
);

function nested(depth: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = 0;
  for (let level = 0; level < depth; level++) value = wrap(value);
  return value;
}

/** Makes a value when it is asked to: some values cannot even be looked at without an error. */
export type Make = () => unknown;

/** What only a program can pass. */
const oddObject = fc.constantFrom<Make>(
  () => undefined,
  () => NaN,
  () => Infinity,
  () => 1n,
  () => Symbol('odd'),
  () => () => 'odd',
  () => new Date(0),
  () => new Map([['id', 'odd']]),
  () => new Set(['odd']),
  () => Object('odd') as unknown,
  () => Object.create(null) as unknown,
  () => Object.create({ units: 4 }) as unknown,
  () => Object.freeze([Object.freeze({ code: 'odd' })]),
  () => new Array<unknown>(5),
  () => Object.assign(['odd'], { units: 4 }),
  () => new Uint8Array(3),
  () => cyclic(),
  () => new Proxy({}, { get: fails, has: fails, ownKeys: fails, getPrototypeOf: fails }),
  () => ({
    get units() {
      return fails();
    },
  }),
  () => ({ toJSON: fails, toString: fails, valueOf: fails }),
);

function cyclic(): unknown {
  const value: { member?: unknown; lines: unknown[] } = { lines: [] };
  value.member = value;
  value.lines.push(value);
  return value;
}

function fails(): never {
  throw new Error('a getter of the caller');
}

export const oddJsonMade = oddJson.map(
  (value): Make =>
    () =>
      value,
);
export const oddValue = fc.oneof({ arbitrary: oddJsonMade, weight: 3 }, oddObject);
