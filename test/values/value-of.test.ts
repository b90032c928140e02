import { expect, test } from 'vitest';
import { valueOf } from '../../src/values/value-of.js';

test('the value of a key that is there', () => {
  expect(valueOf(new Map([['one', 0]]), 'one')).toBe(0);
});

test('a key that is not there is a fault of ours', () => {
  expect(() => valueOf(new Map([['one', 0]]), 'other')).toThrow('the key is not there');
});
