import { ok } from 'node:assert/strict';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './project.mjs';

/** The ways of resolving packages, each with the kinds of file that it tells apart. */
const resolutions = {
  node16: { options: { module: 'node16' }, files: ['use.ts', 'use.cts', 'use.mts'] },
  nodenext: { options: { module: 'nodenext' }, files: ['use.ts', 'use.cts', 'use.mts'] },
  bundler: { options: { module: 'esnext', moduleResolution: 'bundler' }, files: ['use.ts'] },
};

export const resolutionNames = Object.keys(resolutions);

/** Puts the consumer into a project, as each kind of file. */
export function addConsumer(project) {
  for (const file of resolutions.nodenext.files) {
    copyFileSync(new URL('consumer/use.ts', import.meta.url), join(project, file));
  }
}

/**
 * Compiles the consumer, the declarations of libraries included. The lines of it that must not compile are marked in it:
 * one that does is an error.
 */
export async function compile(project, compiler, resolution) {
  const { version } = JSON.parse(readFileSync(join(compiler, 'package.json'), 'utf8'));
  const { options, files } = resolutions[resolution];
  const name = `${version}-${resolution}`;
  const compilerOptions = {
    ...options,
    rootDir: '.',
    outDir: name,
    target: 'es2022',
    types: [],
    strict: true,
    skipLibCheck: false,
  };
  writeFileSync(join(project, `tsconfig.${name}.json`), JSON.stringify({ compilerOptions, files }));
  await run(process.execPath, [join(compiler, 'bin/tsc'), '-p', `tsconfig.${name}.json`], project);
  const written = files.map((file) => join(name, file.replace(/ts$/, 'js')));
  for (const file of written) ok(existsSync(join(project, file)), file);
  return { title: `TypeScript ${version}, ${resolution}: ${files.join(', ')}`, written };
}
