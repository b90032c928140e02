import { lookup } from 'node:dns';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { runInThisContext } from 'node:vm';
import { describe, expect, test } from 'vitest';

/** What the tests run under: see test/setup/nothing-ambient.ts. */

/** Runs code as if it stood in a file of the project. */
function runIn(file: string, code: string): unknown {
  const filename = fileURLToPath(new URL(`../../${file}`, import.meta.url));
  return runInThisContext(`(() => ${code})()`, { filename });
}

const ambient = [
  'Date.now()',
  'new Date()',
  'Date()',
  'Math.random()',
  'performance.now()',
  'crypto.randomUUID()',
];

describe('the library finds no clock and no chance', () => {
  test.each(ambient)('%s', (code) => {
    expect(() => runIn('src/values/any.ts', code)).toThrow(/^the library reads/);
    expect(() => runIn('src/check/any.ts', `[1].map(() => ${code})`)).toThrow(/^the library reads/);
  });

  test('a date that is stated is one', () => {
    expect(runIn('src/values/any.ts', 'new Date(0).getTime()')).toBe(0);
    expect(new Date(0)).toBeInstanceOf(Date);
  });
});

describe('tests and the command do', () => {
  test.each(ambient)('%s', (code) => {
    expect(() => runIn('test/any.test.ts', code)).not.toThrow();
    expect(() => runIn('src/cli/any.ts', code)).not.toThrow();
  });
});

test('nobody finds a network', () => {
  expect(() => fetch('https://example.org')).toThrow('no network');
  expect(() => connect(80, '127.0.0.1')).toThrow('no network');
  expect(() => {
    lookup('localhost', () => undefined);
  }).toThrow('no network');
});
