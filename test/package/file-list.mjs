import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

const committed = new URL('files.txt', import.meta.url);

/**
 * Compares what is packed with the committed list, and the modules for bundlers with the source files, one for each, a
 * source map beside it. Parts that several files share are named after their content, which
 * the list leaves out.
 */
export function assertFileList(files, update) {
  const isModule = (file) => file.startsWith('dist/modules/');
  const modules = files.filter((file) => isModule(file) && file.endsWith('.js'));
  const maps = new Set(modules.map((file) => `${file}.map`));
  const listed = files
    .filter((file) => !maps.has(file) && !modules.includes(file))
    .map((file) => file.replace(/^(dist\/.+)-[\w-]{8}\.((?:c?js|d\.c?ts)(?:\.map)?)$/, '$1-*.$2'));
  const found = [...new Set(listed)].sort();
  if (update) writeFileSync(committed, `${found.join('\n')}\n`);
  const problems = [
    ...differences(found, readFileSync(committed, 'utf8').trimEnd().split('\n')),
    ...differences(modules, modulesOfSource()),
    ...[...maps].filter((map) => !files.includes(map)).map((map) => `not packed: ${map}`),
  ];
  if (problems.length === 0) return files.length;
  throw new Error(
    `${problems.join('\n')}\n(node test/package/run.mjs --update writes test/package/files.txt anew)`,
  );
}

function differences(found, expected) {
  return [
    ...found.filter((file) => !expected.includes(file)).map((file) => `not on the list: ${file}`),
    ...expected.filter((file) => !found.includes(file)).map((file) => `not packed: ${file}`),
  ];
}

function modulesOfSource() {
  const sources = readdirSync(join(root, 'src'), { recursive: true }).map((file) =>
    file.replaceAll('\\', '/'),
  );
  return sources
    .filter((file) => file.endsWith('.ts') && !file.startsWith('cli/'))
    .map((file) => `dist/modules/${file.replace(/\.ts$/, '.js')}`);
}
