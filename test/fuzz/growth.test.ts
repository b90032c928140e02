import { describe, expect, test } from 'vitest';
import { csvRows, readTable } from '../../src/adapters/tables/index.js';
import { readJsonArray } from '../../src/cli/input/json-array.js';
import { readJsonObjects } from '../../src/cli/input/json-objects.js';
import { createLineLimit } from '../../src/cli/input/line-limit.js';
import { readNdjson } from '../../src/cli/input/ndjson.js';
import { parseJsonRecord } from '../../src/cli/input/parse-json.js';
import * as library from '../../src/index.js';
import { shapesOf } from '../bench/shapes.mjs';
import { growthOf, mostGrowth, type Made } from './support/growth.js';

function list<Item>(count: number, item: (index: number) => Item): Item[] {
  return Array.from({ length: count }, (_, index) => item(index));
}

function text(count: number, part: (index: number) => string): string {
  return list(count, part).join('');
}

/** The reading of a text that is made of so many parts. */
function reading(
  read: (written: string) => unknown,
  part: (index: number) => string,
  first = '',
  last = '',
): Made {
  return (count) => {
    const written = first + text(count, part) + last;
    return () => read(written);
  };
}

const array = (part: (index: number) => string) => reading(readJsonArray, part, '[', ']');
const record = (part: (index: number) => string, first = '', last = '') =>
  reading((written) => parseJsonRecord(written, 1), part, first, last);
const csv = (part: (index: number) => string, first = 'service,dateOfService\n') =>
  reading((written) => readTable(csvRows(written)), part, first);

type Subject = [name: string, count: number, made: Made];

const files: Subject[] = [
  ['a list on one line with broken objects', 250, array(() => '{a},')],
  ['a list on one line with broken words', 250, array(() => 'a,')],
  ['a list with objects that are never closed', 2_500, array(() => '{"a":[')],
  ['a list over lines with open strings', 375, array(() => '\n{"a:,')],
  [
    'a list over lines with words after an open object',
    1_250,
    array((index) => (index === 0 ? '\n{' : '\na,')),
  ],
  ['lists in lists', 5_000, array(() => '[')],
  ['broken lines', 500, reading(readNdjson, () => '{\n')],
  ['broken objects over lines', 500, reading(readJsonObjects, () => '{\n"a:1}\n')],
  [
    'an object with keys that stand twice',
    625,
    record((index) => `,"k${String(index >> 1)}":1`, '{"a":1', '}'),
  ],
  ['strings that look like keys', 625, record(() => ',"\\":"', '["a"', ']')],
  ['blanks before colons', 2_500, record(() => ' ', '{"a"', ':1,"a":2}')],
  ['rows with an open quote', 100, csv(() => '"a,\n')],
  ['rows with a quote inside', 100, csv(() => 'a"b,c\n')],
  ['rows that an open quote swallows', 100, csv(() => 'a,b\n', 'service,dateOfService\n"')],
  ['a header of unknown columns', 625, csv((index) => `,c${String(index)}`, 'service,dateOfService')],
  [
    'a header of columns that are nearly known',
    625,
    csv((index) => `,unit${String(index)}`, 'service,dateOfService'),
  ],
  [
    'a line without end',
    1_250,
    (count) => () => {
      const limit = createLineLimit();
      const piece = Buffer.alloc(4096, 'x');
      for (let index = 0; index < count; index++) limit.push(piece);
      return limit.end();
    },
  ],
];

const values = shapesOf(library).map(({ name, few, made }): Subject => [name, few, made]);

describe('time grows no faster than size', () => {
  test.each([...files, ...values])('%s', (_name, count, made) => {
    expect(growthOf(made, count)).toBeLessThan(mostGrowth);
  });
});
