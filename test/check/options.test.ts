import { describe, expect, test } from 'vitest';
import type { CheckOptions } from '../../src/index.js';
import { acceptOptions } from '../../src/check/generated.js';
import { batchOptionsSchema, optionsSchema } from '../../src/check/options.js';
import { parse } from '../../src/facts/parse.js';
import { withoutCodes } from '../support/issues.js';

const use = { service: 'mo/peer-support', dateOfService: '2025-03-03', units: 8 };

function issuesOf(schema: typeof optionsSchema | typeof batchOptionsSchema, value: unknown) {
  const parsed = parse<unknown>(schema, value);
  return parsed.ok ? [] : withoutCodes(parsed.issues);
}

describe('options of a check', () => {
  test.each([
    [{}],
    [{ history: [] }],
    [{ history: [use] }],
    [{ asOf: '2025-04-01' }],
    [{ readings: { rounding: 'midpoint' } }],
    [{ missingFacts: 'block' }],
    [{ missingFacts: 'report', trusted: true }],
    [{ history: null, asOf: null, readings: null, missingFacts: null, trusted: null }],
  ])('%j', (options) => {
    expect(issuesOf(optionsSchema, options)).toEqual([]);
  });
});

describe('no options of a check', () => {
  test.each([
    [{ asof: '2025-04-01' }, '/asof', 'unknown key "asof"; did you mean "asOf"?'],
    [{ asOf: '2025-04-31' }, '/asOf', 'expected a day that exists, written YYYY-MM-DD, found other text'],
    [{ asOf: new Date(0) }, '/asOf', 'expected a day that exists, written YYYY-MM-DD, found an object'],
    [{ history: 'none' }, '/history', 'expected a list, found text'],
    [{ history: [use, { ...use, units: '8' }] }, '/history/1/units', 'expected a number, found text'],
    [{ history: [{ ...use, unit: 8 }] }, '/history/0/unit', 'unknown key "unit"; did you mean "units"?'],
    [{ missingFacts: 'ignore' }, '/missingFacts', 'expected one of "block", "report", found other text'],
    [{ trusted: 'yes' }, '/trusted', 'expected true or false, found text'],
    [
      { readings: { weekStartsOn: 7 } },
      '/readings/weekStartsOn',
      'expected one of 0, 1, 2, 3, 4, 5, 6, found a number',
    ],
    [null, '', 'expected an object, found null'],
    [[], '', 'expected an object, found a list'],
    [new Map([['history', []]]), '', 'expected a plain object, found a Map'],
    [{ readings: new Set(['midpoint']) }, '/readings', 'expected a plain object, found a Set'],
  ])('%j', (options, path, message) => {
    expect(issuesOf(optionsSchema, options)).toEqual([{ path, message }]);
  });
});

describe('in a batch each prior use states whose it is', () => {
  test('with the member', () => {
    expect(issuesOf(batchOptionsSchema, { history: [{ ...use, memberId: 'M-1' }] })).toEqual([]);
  });

  test.each([
    [use, 'nothing'],
    [{ ...use, memberId: null }, 'null'],
    [{ ...use, memberId: '' }, 'empty text', 'text that is not empty'],
  ])('%j is refused', (entry, found, expected = 'text') => {
    expect(issuesOf(batchOptionsSchema, { history: [{ ...use, memberId: 'M-1' }, entry] })).toEqual([
      { path: '/history/1/memberId', message: `expected ${expected}, found ${found}` },
    ]);
  });

  test('a misspelt key there is told with the nearest one', () => {
    expect(issuesOf(batchOptionsSchema, { history: [{ ...use, memberId: 'M-1', unit: 8 }] })).toEqual([
      { path: '/history/0/unit', message: 'unknown key "unit"; did you mean "units"?' },
    ]);
  });
});

describe('options are taken at once where they are surely well formed', () => {
  test.each<[string, CheckOptions]>([
    ['none', {}],
    ['trust', { trusted: true }],
    ['nothing else billed', { history: [], trusted: false }],
    ['history', { history: [use] }],
    ['no history that is known', { history: null }],
    ['a reversal of what is there', { history: [use, { ...use, units: -8 }] }],
    ['a day', { asOf: '2025-03-03', missingFacts: 'report' }],
    ['readings', { readings: { rounding: 'midpoint', weekStartsOn: 1, noteItems: ['setting'] } }],
    ['trust that is not stated', { trusted: null, asOf: undefined }],
  ])('%s', (_what, options) => {
    expect(acceptOptions(options)).toStrictEqual(options);
  });

  test.each<[string, unknown]>([
    ['an object of another make', Object.assign(Object.create(null) as object, { trusted: true })],
    ['no object', null],
    ['text', 'x'],
    ['a number', 5],
    ['trust that is no yes or no', { trusted: 'yes' }],
    ['no prior use', { history: [5] }],
    ['no history', { history: '' }],
    ['a reversal of nothing', { history: [{ ...use, units: -8 }] }],
    ['no day', { asOf: true }],
    ['a list', { asOf: [] }],
    ['a Map', new Map()],
  ])('and left to their schema else: %s', (_what, options) => {
    expect(() => acceptOptions(options)).toThrow('left to the schema');
  });
});
