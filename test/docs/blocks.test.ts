import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { transformSync } from 'esbuild';
import { afterAll, describe, expect, test } from 'vitest';
import { blocksOf, isForTheRepository, withContents, type Block } from './blocks.mjs';
import { exampleReadmes, pages, root } from './example-pages.js';
import { endProcesses, workbench, type Workbench } from './workbench.js';

/** What a block prints where it is run; undefined where it is only to be read. */
async function printedBy({ language, about, content }: Block, bench: Workbench): Promise<string | undefined> {
  const file = /^file=(\S+)$/.exec(about)?.[1];
  if (file !== undefined) {
    bench.write(file, content);
    if (language !== 'js') return undefined;
  }
  switch (language) {
    case 'js':
      return bench.runModule(content);
    case 'ts':
      return bench.runModule(transformSync(content, { loader: 'ts' }).code);
    case 'sh':
      return isForTheRepository(content) ? undefined : bench.runShell(content);
    case 'json':
      JSON.parse(content);
      return undefined;
    default:
      return undefined;
  }
}

/** The page with what its examples print now in place of what it says that they print. */
async function pageAsRun(page: string, name: string): Promise<string> {
  const bench = workbench(exampleReadmes.includes(name) ? dirname(name) : undefined);
  const contents = new Map<Block, string>();
  let printed: string | undefined;
  for (const block of blocksOf(page)) {
    if (block.language === 'text' && printed !== undefined) contents.set(block, printed);
    printed = await printedBy(block, bench);
  }
  return withContents(page, contents);
}

afterAll(endProcesses);

describe('every example prints what its page says (npm run docs writes it)', () => {
  test.each(pages)('%s', async (name) => {
    const page = readFileSync(root + name, 'utf8');
    await expect(await pageAsRun(page, name)).toMatchFileSnapshot(root + name);
  });
});

describe('every example is checked in a way that its language has', () => {
  test.each(pages)('%s', (name) => {
    const known = ['js', 'ts', 'sh', 'json', 'csv', 'text'];
    const languages = blocksOf(readFileSync(root + name, 'utf8')).map(({ language }) => language);
    expect(languages.filter((language) => !known.includes(language))).toEqual([]);
  });
});
