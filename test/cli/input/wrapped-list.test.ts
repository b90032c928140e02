import { expect, test } from 'vitest';
import { readWrappedList } from '../../../src/cli/input/wrapped-list.js';
import { check, recordsOf } from '../run.js';
import { billable } from '../sessions.js';

test.each<[name: string, text: string, key: string | undefined, lines: number[]]>([
  ['a list before the number of a page', '{"data":[{"id":"A"},{"id":"B"}],"page":1}', 'data', [1, 1]],
  [
    'a list after it',
    '{"page": 1, "next": "none",\n "items": [\n{"id":"A"},\n{"id":"B"}\n]\n}\n',
    'items',
    [3, 4],
  ],
  ['an empty list', '{"data":[]}', 'data', []],
  ['a broken record', '{"data":[{"id":"A"},{"id":}]}', 'data', [1, 1]],
  ['a claim', '{"id":"C","lines":[{"units":4}]}', undefined, []],
  ['a session', '{"id":"A","activities":["setting-goals"]}', undefined, []],
  ['two lists', '{"data":[{"id":"A"}],"errors":[{"id":"B"}],"more":{}}', undefined, []],
  ['lines of such objects', '{"data":[{"id":"A"}]}\n{"data":[{"id":"B"}]}', 'data', [1, 1]],
  ['a key that may be words about somebody', '{"a key of two":[{"id":"A"}]}', undefined, []],
])('%s', (_name, text, key, lines) => {
  const found = readWrappedList(text);
  expect(found?.key).toBe(key);
  expect((found?.records ?? []).map(({ line }) => line)).toEqual(lines);
});

test('its records are checked, and it is said which list they are', async () => {
  const text = JSON.stringify({ data: [billable, billable], page: 1 });
  const run = await check(['--history', 'none', '--format', 'ndjson', '--fail-on', 'never'], text);
  expect(recordsOf(run)).toHaveLength(2);
  expect(run.stderr).toContain('The records are the list in "data" of the object that');
});
