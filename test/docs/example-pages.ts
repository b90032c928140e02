import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { blocksOf } from './blocks.mjs';
import type { Example } from './type-check.js';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const guides = readdirSync(`${root}docs/guides`).map((name) => `docs/guides/${name}`);

export const exampleReadmes = readdirSync(`${root}docs/examples`)
  .map((name) => `docs/examples/${name}/README.md`)
  .sort();

/** The pages whose examples are run and compiled. */
export const pages = ['README.md', 'CONTRIBUTING.md', ...guides.sort(), ...exampleReadmes];

/** The examples of a page that are written in TypeScript. */
export function typedExamplesOf(page: string): Example[] {
  return blocksOf(readFileSync(root + page, 'utf8'))
    .filter(({ language }) => language === 'ts')
    .map(({ content }, index) => ({ name: `${page}, example ${String(index + 1)}`, content }));
}
