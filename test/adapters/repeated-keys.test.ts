import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJsonRecord } from '../../src/cli/input/parse-json.js';
import { configKeys, repeatedKeys } from '../../src/adapters/repeated-keys.js';
import { configSchema } from '../../src/check/options.js';

function pathsOf(text: string): string[] {
  return repeatedKeys(text, JSON.parse(text)).map(({ path }) => path);
}

describe('a key that stands twice in an object', () => {
  test.each<[name: string, text: string, paths: string[]]>([
    ['one', '{"units":1,"id":"a","units":2}', ['/units']],
    ['with the same value', '{"units":1,"units":1}', ['/units']],
    ['three times is told once', '{"units":1,"units":2,"units":3}', ['/units']],
    ['several', '{"a":1,"b":1,"b":2,"a":2}', ['', '']],
    ['written in another way', '{"unit\\u0073":1,"units":2}', ['/units']],
    ['with space around', '{\n  "units" : 1 ,\n\t"units"\r\n: 2\n}', ['/units']],
    ['inside', '{"member":{"id":"a","id":"b"}}', ['/member/id']],
    [
      'inside what a later key replaces',
      '{"member":{"id":"a","id":"b"},"member":null}',
      ['/member/id', '/member'],
    ],
    ['in a list', '{"lines":[{"units":1},{"units":1,"units":2}]}', ['/lines/1/units']],
    ['in lists of lists', '[[0,[{"id":1}]],[[{"id":1,"id":1}],1]]', ['/1/0/0/id']],
    ['the key of a prototype', '{"__proto__":1,"__proto__":2}', ['']],
    ['that may be data, in what may be data', '{"member":{"Jane Doe":{"id":1,"id":2}}}', ['/member']],
    ['an empty one', '{"":1,"":2}', ['']],
    ['beside strings that look like keys', '{"id":"\\"b\\":","b":":\\":","id":1}', ['/id']],
  ])('%s', (_name, text, paths) => {
    expect(pathsOf(text)).toEqual(paths);
  });

  test('is told of at most 20', () => {
    const keys = Array.from({ length: 50 }, (_, index) => `"k${String(index)}":0`);
    expect(pathsOf(`{${[...keys, ...keys].join()}}`)).toHaveLength(20);
  });

  test('is told however deep it is, in lists without end', () => {
    const depth = 50_000;
    expect(pathsOf(`${'['.repeat(depth)}{"a":1,"a":2}${']'.repeat(depth)}`)).toHaveLength(1);
  });

  test('makes of a record one that cannot be read, and the rest of it is kept', () => {
    expect(parseJsonRecord('{"units":1,"units":2}', 7)).toEqual({
      line: 7,
      value: { units: 2 },
      issues: [{ code: 'said-twice', path: '/units', message: 'expected the key once, found it twice' }],
    });
  });
});

describe('a key that stands in several objects, or in strings', () => {
  test.each([
    '{"id":"a","member":{"id":"a"},"staff":{"id":"a"}}',
    '[{"a":1},{"a":1}]',
    '{"a":"{\\"a\\":1,\\"a\\":2}"}',
    '{"a":":","b":"\\":","c":["\\"a\\": ",":"]}',
    '{"a":{"a":{"a":{}}}}',
    '["a","a"]',
    '"a"',
    'null',
    ' { } ',
  ])('%s', (text) => {
    expect(pathsOf(text)).toEqual([]);
  });

  test('any value as JSON.stringify writes it', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), fc.constantFrom(undefined, 1, '\t'), (json, space) => {
        const text = JSON.stringify(JSON.parse(json), null, space);
        expect(pathsOf(text)).toEqual([]);
      }),
    );
  });
});

test('what a configuration states is among what is named', () => {
  expect([...configKeys].sort()).toEqual(Object.keys(configSchema.shape).sort());
});
