import { deepEqual, equal, match } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './project.mjs';

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const write = 'process.stdout.write';

/**
 * Uses the installed package with one Node in every way that it can be loaded.
 *
 * @param compiled the consumer, as modules and as CommonJS.
 * @returns what the consumer says.
 */
export async function useWith(node, project, compiled, schemas) {
  const inNode = (...args) => run(node, args, project);
  const inModule = (code) => inNode('--input-type=module', '-e', code);
  const inScript = (code) => inNode('--input-type=commonjs', '-e', code);

  const answers = await Promise.all(
    compiled.map((file) =>
      file.endsWith('.cjs')
        ? inScript(`${write}(require('./${file}').answers)`)
        : inModule(`import { answers } from './${file}'; ${write}(answers)`),
    ),
  );
  for (const other of answers) equal(other, answers[0]);
  assertAnswers(JSON.parse(answers[0]));

  const names = `${write}(Object.keys(library).filter((name) => name !== 'default').sort().join())`;
  for (const [entry, name] of [
    ['billability', 'checkSession'],
    ['billability/reports', 'formatResult'],
    ['billability/schema', 'schemas'],
    ['billability/explain', 'traceSession'],
    ['billability/record', 'auditRecord'],
    ['billability/adapters/x12', 'explainDenials'],
    ['billability/adapters/tables', 'readTable'],
  ]) {
    const imported = await inModule(`import * as library from '${entry}'; ${names}`);
    equal(await inScript(`const library = require('${entry}'); ${names}`), imported);
    match(imported, new RegExp(`(^|,)${name}(,|$)`));
  }

  for (const file of ['package.json', ...schemas]) {
    const read = `readFileSync(require.resolve('billability/${file.replace(/^docs\//, '')}'), 'utf8')`;
    equal(
      await inScript(`const { readFileSync } = require('node:fs'); ${write}(${read})`),
      readFileSync(join(root, file), 'utf8'),
    );
  }
  const refused = `import('billability/dist/index.js').catch(({ code }) => ${write}(code))`;
  equal(await inModule(refused), 'ERR_PACKAGE_PATH_NOT_EXPORTED');

  await useCommand(inNode);
  return { title: `Node ${(await inNode('--version')).trim()}`, answers: answers[0] };
}

/** The consumer's answers are compared with each other; a few of them with what they must be. */
function assertAnswers({ verdict, over, line, refused }) {
  equal(verdict, 'not-billable');
  deepEqual(over, [1]);
  equal(line, 'mo/H2017TG');
  deepEqual(refused, ['InputError at /units', 'DefinitionError at /id']);
}

async function useCommand(inNode) {
  const command = join('node_modules/billability', manifest.bin.billability);
  equal((await inNode(command, '--version')).trim(), manifest.version);
  const session = join(root, 'fixtures/sessions/mo-peer-support.json');
  const report = JSON.parse(await inNode(command, 'check', session, '--history', 'none', '--format', 'json'));
  deepEqual(
    report.results.map((result) => result.verdict),
    ['billable'],
  );
}
