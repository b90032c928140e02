import { deepEqual, ok } from 'node:assert/strict';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './project.mjs';

/** The ways of resolving packages, each with the kinds of file that it tells apart. */
const resolutions = {
  node16: { options: { module: 'node16' }, files: ['use.ts', 'use.cts', 'use.mts'] },
  nodenext: { options: { module: 'nodenext' }, files: ['use.ts', 'use.cts', 'use.mts'] },
  bundler: { options: { module: 'esnext', moduleResolution: 'bundler' }, files: ['use.ts'] },
};

/** Puts the consumer into a project, as each kind of file. */
export function addConsumer(project) {
  for (const file of resolutions.nodenext.files) {
    copyFileSync(new URL('consumer/use.ts', import.meta.url), join(project, file));
  }
}

/**
 * Compiles the consumer in each way of resolving packages, the declarations of libraries included. The lines of it that must
 * not compile are marked in it: one that does is an error.
 *
 * @returns what was written for `nodenext`, as modules and as CommonJS.
 */
export async function compile(project, compiler) {
  const { version } = JSON.parse(readFileSync(join(compiler, 'package.json'), 'utf8'));
  const folderOf = (resolution) => `${version}-${resolution}`;
  const configs = Object.entries(resolutions).map(([resolution, { options, files }]) => {
    const config = `tsconfig.${folderOf(resolution)}.json`;
    const compilerOptions = {
      ...options,
      rootDir: '.',
      outDir: folderOf(resolution),
      target: 'es2022',
      types: [],
      strict: true,
      skipLibCheck: false,
    };
    writeFileSync(join(project, config), JSON.stringify({ compilerOptions, files }));
    return config;
  });
  // One process for all of them, as it is warm after the first.
  await run(process.execPath, [join(compiler, 'bin/tsc'), '--build', '--force', ...configs], project);
  const writtenFor = (resolution) =>
    resolutions[resolution].files.map((file) => join(folderOf(resolution), file.replace(/ts$/, 'js')));
  const names = Object.keys(resolutions);
  for (const file of names.flatMap(writtenFor)) ok(existsSync(join(project, file)), file);
  return { title: `TypeScript ${version}: ${names.join(', ')}`, written: writtenFor('nodenext') };
}

/** What a consumer compiles is ours alone: its time, and what it takes, do not rest on the types of a library. */
export function assertOwnDeclarations(packaged, files) {
  const declarations = files.filter((file) => /\.d\.c?ts$/.test(file));
  for (const file of declarations) {
    const text = readFileSync(join(packaged, file), 'utf8');
    const named = [...text.matchAll(/(?:from |import\()'([^']+)'/g)].map(([, name]) => name);
    deepEqual([file, named.filter((name) => !name.startsWith('.'))], [file, []]);
  }
  return declarations.length;
}
