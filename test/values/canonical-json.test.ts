import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, compareText } from '../../src/values/canonical-json.js';

describe('canonical JSON', () => {
  test.each([
    [{ b: 1, a: 2 }, '{"a":2,"b":1}'],
    [{ a: null, b: undefined, c: 0 }, '{"c":0}'],
    [{ z: { y: 1, x: [2, 1] }, a: '' }, '{"a":"","z":{"x":[2,1],"y":1}}'],
    [[{ b: 1, a: null }], '[{"b":1}]'],
    [{ B: 1, a: 2 }, '{"B":1,"a":2}'],
    [null, 'null'],
    [{ 10: 1, 9: 2, a: 3 }, '{"9":2,"10":1,"a":3}'],
    [JSON.parse('{"b":{"__proto__":{"d":1,"c":2}},"__proto__":null}'), '{"b":{"__proto__":{"c":2,"d":1}}}'],
    [[undefined, () => 1, -0, NaN], '[null,null,0,null]'],
  ])('%j: %s', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  test('does not depend on the order of the keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const backwards = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(backwards)).toBe(canonicalJson(value));
      }),
    );
  });
});

test.each([
  ['a', 'b', -1],
  ['b', 'a', 1],
  ['a', 'a', 0],
  ['', 'a', -1],
  ['B', 'a', -1],
  ['ä', 'z', 1],
])('%j and %j, in order: %j', (one, other, order) => {
  expect(compareText(one, other)).toBe(order);
});
