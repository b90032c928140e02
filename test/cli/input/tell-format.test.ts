import { expect, test } from 'vitest';
import { tellFormat, type InputFormat } from '../../../src/cli/input/tell-format.js';

test.each<[name: string, text: string, format: InputFormat]>([
  ['nothing', '', 'empty'],
  ['blank lines', '\n  \n', 'empty'],
  ['a header', 'id,service\n', 'csv'],
  ['a quoted header', '"id","service"\n', 'csv'],
  ['a list', ' [\n{"a":1}]', 'json-array'],
  ['a broken list', '[{"a":', 'json-array'],
  ['a broken line that opens a list, then objects', '[{"a":1}\n{"b":2}\n{"c":3}\n', 'ndjson'],
  ['a list of one object', '[\n{"a":1}\n]', 'json-array'],
  ['a broken list of several', '[\n{"a":1},\n{"b":', 'json-array'],
  ['one object a line', '{"a":1}\n{"b":2}', 'ndjson'],
  ['one object on one line', '\n{"a":1}', 'ndjson'],
  ['one broken line', '{"a":', 'ndjson'],
  ['a broken line, then objects', '{"a":\n{"b":2}\n', 'ndjson'],
  ['a line that lost its start, then objects', '"a":1}\n{"b":2}\n', 'ndjson'],
  ['an object printed over several lines', '{\n  "a": 1\n}', 'json-objects'],
  ['an object that opens another on its second line', '{ "a":\n{ "b": 1 } }', 'json-objects'],
  ['several of them', '{\n  "a": 1\n}\n{\n  "b": 2\n}', 'json-objects'],
  ['a broken object printed over several lines', '{\n  "a": \n}', 'json-objects'],
])('%s', (_name, text, format) => {
  expect(tellFormat(text)).toBe(format);
});
