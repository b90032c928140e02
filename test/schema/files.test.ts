import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jsonSchemaOf, schemaNames } from '../../src/schema/json-schemas.js';

const folder = new URL('../../docs/schema/', import.meta.url);

test.each(schemaNames)('schema/%s.json is current (npm run schema writes it)', async (name) => {
  const text = `${JSON.stringify(jsonSchemaOf(name), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot(new URL(`${name}.json`, folder).pathname);
});

test('there is no schema of anything else', () => {
  expect(readdirSync(folder).sort()).toEqual(schemaNames.map((name) => `${name}.json`).sort());
});
