// Proves that the package works where it is installed: packed as npm publishes it, in an empty project, loaded in every
// way, with the versions of TypeScript and Node that it says it works with.
import { deepEqual, equal } from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { addConsumer, assertOwnDeclarations, compile } from './compile.mjs';
import { assertFileList } from './file-list.mjs';
import { countSources, followLinks } from './pages.mjs';
import { pack, projectWith, root, run } from './project.mjs';
import { followReadme } from './readme.mjs';
import { useWith } from './use.mjs';

const OLD_COMPILERS = ['5.4.5', '5.9.3'];
const OTHER_NODES = ['22.23.3', '24.21.0'];
const DEPENDENCIES = ['date-fns', 'decimal.js', 'zod'];

const { tarball, files } = await pack();
const listed = assertFileList(files, process.argv.includes('--update'));
done(`the tarball holds ${listed} files, those of the list`);

const [project, tools] = await Promise.all([projectWith([tarball]), projectWith(toolPackages())]);
const installed = readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.'));
deepEqual(installed.sort(), ['billability', ...DEPENDENCIES].sort());
done('installed, it brings three libraries and nothing else');

const packaged = join(project, 'node_modules/billability');
const followed = followLinks(packaged, files);
done(`${followed.links} links of ${followed.pages} pages lead somewhere`);
done(`${countSources(packaged, files)} sources in maps, each once`);
done(`${assertOwnDeclarations(packaged, files)} declarations name no library`);

addConsumer(project);
const compilers = [
  ...OLD_COMPILERS.map((version) => join(tools, 'node_modules', `typescript-${version}`)),
  join(root, 'node_modules/typescript'),
  join(root, 'node_modules/typescript7'),
];
const [{ written }] = await inTurn(compilers.map((compiler) => () => compile(project, compiler)));

const nodes = [
  process.execPath,
  ...OTHER_NODES.map((version) => join(tools, 'node_modules', `node-${version}`, 'bin/node')),
];
const schemas = files.filter((file) => file.startsWith('docs/schema/'));
const used = await inTurn(nodes.map((node) => () => useWith(node, project, written, schemas)));
for (const { answers } of used) equal(answers, used[0].answers);
done(
  'import, require, .js, .cjs and .mjs give the same answers, the schemas are as committed, the command runs',
);

const shortcut = await run(join(project, 'node_modules/.bin/billability'), ['units', '52'], project);
equal(shortcut.trim(), '3 units');
done('npx billability runs');

const examples = await followReadme(await projectWith([tarball]), join(root, 'node_modules/typescript'));
done(`${examples} examples of the README do in an empty project what it says`);

/** The older compilers, and the other releases of Node as npm packages for this machine. */
function toolPackages() {
  const { platform, arch } = process;
  return [
    ...OLD_COMPILERS.map((version) => `typescript-${version}@npm:typescript@${version}`),
    ...OTHER_NODES.map((version) => `node-${version}@npm:node-${platform}-${arch}@${version}`),
  ];
}

/** Does all tasks, as many at a time as the machine has processors, and tells of each. */
async function inTurn(tasks) {
  const waiting = [...tasks.entries()];
  const results = [];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, task] = next;
      results[index] = await task();
      done(results[index].title);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return results;
}

function done(what) {
  console.log(`${process.uptime().toFixed(0).padStart(4)} s  ${what}`);
}
