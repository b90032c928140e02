// The README of the installed package, done word for word in a project that has nothing else.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { blocksOf, isForTheRepository } from '../docs/blocks.mjs';
import { run } from './project.mjs';

/** Runs every example in order, each of which prints what stands below it; gives how many there are. */
export async function followReadme(project, compiler) {
  const readme = readFileSync(join(project, 'node_modules/billability/README.md'), 'utf8');
  const languages = [];
  let printed;
  for (const { language, content } of blocksOf(readme)) {
    if (language === 'text') equal(printed, content);
    else languages.push(language);
    if (language === 'sh') printed = isForTheRepository(content) ? undefined : inShell(content, project);
    if (language === 'ts') printed = await compiled(content, project, compiler);
  }
  deepEqual([...new Set(languages)].sort(), ['sh', 'ts']);
  return languages.length;
}

function inShell(commands, project) {
  const env = { ...process.env, FORCE_COLOR: '0', COLUMNS: '80' };
  const { stdout, stderr } = spawnSync('bash', ['-c', commands], { cwd: project, encoding: 'utf8', env });
  return stdout + stderr;
}

/** As strict as a compiler can be asked to be about what an example reads. */
async function compiled(content, project, compiler) {
  writeFileSync(join(project, 'example.ts'), content);
  const strict = ['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess'];
  const options = ['--module', 'nodenext', '--target', 'es2022', ...strict];
  ok(content.includes("from 'billability'"));
  await run(process.execPath, [join(compiler, 'bin/tsc'), ...options, 'example.ts'], project);
  return run(process.execPath, ['example.js'], project);
}
