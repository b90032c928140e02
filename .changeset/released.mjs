// Writes the shipped definitions as a release has them, which those of later changes are compared with.
import { rmSync, mkdirSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { services } from '../dist/index.js';

const folder = new URL('../fixtures/released/', import.meta.url);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (const service of services) {
  const text = await format(JSON.stringify(service), { parser: 'json', printWidth: 110 });
  writeFileSync(new URL(`${service.id.replace('/', '-')}.json`, folder), text);
}
