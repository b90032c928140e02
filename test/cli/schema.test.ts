import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { schemaNames } from '../../src/schema/json-schemas.js';
import { billability } from './run.js';

test.each(schemaNames)('schema %s prints the schema that is shipped', async (name) => {
  const { status, stdout } = await billability(['schema', name]);
  const shipped = readFileSync(new URL(`../../docs/schema/${name}.json`, import.meta.url), 'utf8');
  expect(JSON.parse(stdout)).toEqual(JSON.parse(shipped));
  expect(status).toBe(0);
});

test('another schema is refused', async () => {
  expect((await billability(['schema', 'member'])).status).toBe(2);
});
