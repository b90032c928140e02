import { describe, expect, test } from 'vitest';
import { readJsonArray } from '../../../src/cli/input/json-array.js';
import { readJsonObjects } from '../../../src/cli/input/json-objects.js';
import { readNdjson } from '../../../src/cli/input/ndjson.js';
import type { InputRecord } from '../../../src/cli/input/input-record.js';

/** The line of each record, with its value, or null if it is broken. */
function linesAndValues(records: readonly InputRecord[]): [number | undefined, unknown][] {
  return records.map(({ line, value, issues }) => [line, issues.length > 0 ? null : value]);
}

const a = { a: 1 };
const b = { b: 2 };
const c = { c: 3 };
type Row = [name: string, text: string, records: [line: number, value: unknown][]];

describe('elements of a JSON list', () => {
  test.each<Row>([
    ['none', '[]', []],
    ['none, over lines', '\n[\n]\n', []],
    [
      'on one line',
      '[{"a":1},{"b":2}]',
      [
        [1, a],
        [1, b],
      ],
    ],
    [
      'one a line',
      '[\n{"a":1},\n{"b":2}\n]',
      [
        [2, a],
        [3, b],
      ],
    ],
    [
      'printed over several lines',
      '[\n  {\n    "a": 1\n  },\n  {\n    "b": 2\n  }\n]\n',
      [
        [2, a],
        [5, b],
      ],
    ],
    [
      'lists and objects inside',
      '[{"a":[1,{"x":[]}]},{"b":2}]',
      [
        [1, { a: [1, { x: [] }] }],
        [1, b],
      ],
    ],
    [
      'brackets, commas and quotes inside text',
      '[{"a":"],}\\"[{,"},{"b":2}]',
      [
        [1, { a: '],}"[{,' }],
        [1, b],
      ],
    ],
    [
      'a backslash before the closing quote',
      '[{"a":"\\\\"},{"b":2}]',
      [
        [1, { a: '\\' }],
        [1, b],
      ],
    ],
    [
      'other values',
      '[1,"x",null,[2]]',
      [
        [1, 1],
        [1, 'x'],
        [1, null],
        [1, [2]],
      ],
    ],
    [
      'one broken',
      '[{"a":1},{b:2},{"c":3}]',
      [
        [1, a],
        [1, null],
        [1, c],
      ],
    ],
    [
      'one with the wrong bracket',
      '[{"a":1},{"b":2]},{"c":3}]',
      [
        [1, a],
        [1, null],
        [1, c],
      ],
    ],
    [
      'one with an open quote, one a line',
      '[\n{"a":1},\n{"b":"2},\n{"c":3}\n]',
      [
        [2, a],
        [3, null],
        [4, c],
      ],
    ],
    [
      'one with an open brace, over lines',
      '[\n  {\n    "a": {\n  },\n  {\n    "b": 2\n  }\n]',
      [
        [2, null],
        [5, b],
      ],
    ],
    [
      'a comma too many',
      '[{"a":1},\n]',
      [
        [1, a],
        [2, null],
      ],
    ],
    [
      'two commas',
      '[{"a":1},,{"b":2}]',
      [
        [1, a],
        [1, null],
        [1, b],
      ],
    ],
    [
      'no comma',
      '[{"a":1} {"b":2},{"c":3}]',
      [
        [1, null],
        [1, c],
      ],
    ],
    [
      'cut off inside an element',
      '[{"a":1},\n{"b":',
      [
        [1, a],
        [2, null],
      ],
    ],
    [
      'cut off after an element',
      '[{"a":1},\n{"b":2}\n',
      [
        [1, a],
        [2, b],
        [3, null],
      ],
    ],
    [
      'text after the list',
      '[{"a":1}]\n{"b":2}',
      [
        [1, a],
        [2, null],
      ],
    ],
  ])('%s', (_name, text, records) => {
    expect(linesAndValues(readJsonArray(text))).toEqual(records);
  });
});

describe('objects one after the other', () => {
  test.each<Row>([
    ['one', '\n{\n  "a": 1\n}\n', [[2, a]]],
    ['one without indent', '{\n"a":\n{\n"x": 1}\n}', [[1, { a: { x: 1 } }]]],
    [
      'several',
      '{\n  "a": 1\n}\n{\n  "b": 2\n}\n',
      [
        [1, a],
        [4, b],
      ],
    ],
    [
      'the first broken',
      '{\n  a: 1\n}\n{\n  "b": 2\n}\n',
      [
        [1, null],
        [4, b],
      ],
    ],
  ])('%s', (_name, text, records) => {
    expect(linesAndValues(readJsonObjects(text))).toEqual(records);
  });
});

describe('one record a line', () => {
  test.each<Row>([
    [
      'blank lines are left out',
      '{"a":1}\n\n  \n{"b":2}\n',
      [
        [1, a],
        [4, b],
      ],
    ],
    [
      'a broken line keeps its place',
      '{"a":1}\n{"b":\n{"c":3}',
      [
        [1, a],
        [2, null],
        [3, c],
      ],
    ],
    [
      'a line that is no object is for the schema',
      '{"a":1}\n7\n',
      [
        [1, a],
        [2, 7],
      ],
    ],
  ])('%s', (_name, text, records) => {
    expect(linesAndValues(readNdjson(text))).toEqual(records);
  });
});

describe('what is broken is said without quoting it', () => {
  test.each([
    ['{"member":{"id":"SECRET"', 'JSON that ends too early'],
    ['{"member":"SECRET', 'JSON that ends too early'],
    ['{"member":SECRET}', 'text that is not valid JSON'],
  ])('%s', (text, found) => {
    const [record] = readNdjson(text);
    expect(record?.issues).toEqual([
      { code: 'not-json', path: '', message: `expected one complete JSON object, found ${found}` },
    ]);
  });
});
