import { describe, expect, test } from 'vitest';
import { foreignObjects, isPlain } from '../../src/facts/foreign-objects.js';

/** The value inside so many objects. */
function within(depth: number, value: unknown): unknown {
  return depth === 0 ? value : { inside: within(depth - 1, value) };
}

/** A list whose prototype is not that of lists. */
const otherList: unknown = Object.setPrototypeOf([], Object.create(Array.prototype) as object);

describe('made of plain objects and lists only', () => {
  test.each<[string, unknown]>([
    ['a text', 'x'],
    ['null', null],
    ['an empty object', {}],
    ['an object', { a: 1, b: null, c: 'x' }],
    ['a list', [1, null, { a: [] }]],
    ['eight deep', within(8, {})],
    ['a list eight deep', within(8, [])],
    ['lists eight deep', [[[[[[[[[1]]]]]]]]]],
  ])('%s', (_what, value) => {
    expect([isPlain(value), foreignObjects(value)]).toEqual([true, []]);
  });
});

describe('not so', () => {
  test.each<[string, unknown]>([
    ['a Map', new Map()],
    ['a list of another make', otherList],
    ['an object of another make', Object.create({ a: 1 })],
    ['one in an object', { a: 1, b: new Map() }],
    ['one in a list', [{}, new Map()]],
    ['one in a list in an object', { a: [[new Map()]] }],
    ['nine deep', within(9, {})],
    ['a list nine deep', within(9, [])],
    ['lists nine deep', [[[[[[[[[[]]]]]]]]]]],
  ])('%s', (_what, value) => {
    expect(isPlain(value)).toBe(false);
  });
});

test('those that are no records of facts are listed, eight deep at most', () => {
  expect(foreignObjects({ a: null, b: [new Map()], c: { d: new Set() } })).toEqual([
    { code: 'not-plain-data', path: '/b/0', message: 'expected a plain object, found a Map' },
    { code: 'not-plain-data', path: '/c/d', message: 'expected a plain object, found a Set' },
  ]);
  expect(foreignObjects(within(8, new Map()))).toHaveLength(1);
  expect(foreignObjects(within(9, new Map()))).toEqual([]);
});
