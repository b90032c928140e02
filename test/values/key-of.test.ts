import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyOf } from '../../src/values/key-of.js';

const part = fc.oneof(
  fc.constantFrom(null, undefined, '', '1:a', ';', '0:', 0, 12),
  fc.string({ maxLength: 3 }),
  fc.nat(20),
);
const parts = fc.array(part, { maxLength: 4 });

test('is the same text for the same parts, and another one for any others', () => {
  fc.assert(
    fc.property(parts, parts, (one, other) => {
      expect(keyOf(...one) === keyOf(...other)).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
    { numRuns: 2000 },
  );
});

test('is the same whether what is not stated is null or left out', () => {
  expect(keyOf('a', undefined)).toBe(keyOf('a', null));
});
