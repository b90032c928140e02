import { afterEach, expect, test, vi } from 'vitest';
import * as z from '../../src/facts/zod.js';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** How often code is made from text while schemas of objects are made and used. */
function codeMade(): number {
  const made = vi.fn(Function);
  vi.stubGlobal('Function', made);
  const strict = z.strictObject({ units: z.number() });
  const loose = z.looseObject({ units: z.number() });
  expect(strict.safeParse({ units: 8, unit: 1 }).success).toBe(false);
  expect(strict.parse({ units: 8 })).toEqual({ units: 8 });
  expect(loose.parse({ units: 8, unit: 1 })).toEqual({ units: 8, unit: 1 });
  return made.mock.calls.length;
}

test('Node is quicker for code made from text', () => {
  expect(codeMade()).toBeGreaterThan(0);
});

test('the build for browsers makes none, which a content security policy may forbid, and leaves zod as it was', () => {
  vi.stubGlobal('BUILT_FOR_BROWSERS', true);
  expect(codeMade()).toBe(0);
  expect(z.config().jitless).toBeUndefined();
  vi.stubGlobal('BUILT_FOR_BROWSERS', undefined);
  expect(codeMade()).toBeGreaterThan(0);
});
