import { expect, test } from 'vitest';
import { resultIn } from '../../src/check/result-in.js';

test('there is no result of an entry that was not judged', () => {
  const entry = {} as Parameters<typeof resultIn>[1];
  expect(() => resultIn(new Map(), entry)).toThrow('the entry was not judged');
});
