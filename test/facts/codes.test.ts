import { describe, expect, test } from 'vitest';
import { codeLists } from '../../src/facts/codes.js';
import { services } from '../../src/index.js';
import { leavesOf } from '../../src/conditions/walk.js';
import { codeMeanings } from '../../src/schema/code-meanings.js';
import { jsonSchemaOf } from '../../src/schema/documents.js';

describe.each(Object.entries(codeLists))('the codes of %s', (_list, codes: readonly string[]) => {
  test('are distinct, in letter case too', () => {
    expect(new Set(codes.map((code) => code.toLowerCase())).size).toBe(codes.length);
  });

  test('are written alike', () => {
    expect(codes.filter((code) => !/^(?:[a-z]+(?:-[a-z]+)*|[A-Z]+(?:-[A-Z]+)*)$/.test(code))).toEqual([]);
  });
});

test('every code that a definition asks for is on the list of its fact', () => {
  const asked = services
    .flatMap(({ criteria }) => criteria)
    .flatMap(({ requires, expects }) => [requires, ...(expects === undefined ? [] : [expects])])
    .flatMap(leavesOf)
    .flatMap((leaf) =>
      'codes' in leaf && leaf.fact in codeLists ? leaf.codes.map((code) => [leaf.fact, code]) : [],
    );
  const known = Object.entries(codeLists).flatMap(([list, codes]) => codes.map((code) => [list, code]));
  expect(asked.length).toBeGreaterThan(0);
  expect(known).toEqual(expect.arrayContaining(asked));
});

test.each(codeMeanings)('$title: what each code stands for is told at each place', ({ at, meanings }) => {
  const [first = ''] = Object.values(meanings);
  const places = JSON.stringify(jsonSchemaOf('session')).split(first).length - 1;
  expect(places).toBe(at.length);
});
