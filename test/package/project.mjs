// A project of its own, outside this repository, with the packed package installed.
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** What a program prints. Fails with all that it said if it fails. */
export function run(program, args, cwd) {
  return new Promise((resolve, reject) => {
    execFile(program, args, { cwd, maxBuffer: 1e8 }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new Error(`${[program, ...args].join(' ')}\n${stdout}${stderr}`));
    });
  });
}

/** A new folder, gone when this process ends. */
export function folder() {
  const made = mkdtempSync(join(tmpdir(), 'billability-package-'));
  process.on('exit', () => rmSync(made, { recursive: true, force: true, maxRetries: 9, retryDelay: 100 }));
  return made;
}

/** Packs the package as npm would publish it. */
export async function pack() {
  const to = folder();
  const [{ filename, files }] = JSON.parse(
    await run('npm', ['pack', '--json', '--pack-destination', to], root),
  );
  return { tarball: join(to, filename), files: files.map(({ path }) => path) };
}

/** An empty project with these packages. */
export async function projectWith(packages) {
  const project = folder();
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }\n');
  await install(packages, project);
  return project;
}

/** A copy of an example, with what it names and these packages in place of those of their names. */
export async function projectOf(example, packages) {
  const project = folder();
  cpSync(example, project, { recursive: true });
  await install(packages, project);
  return project;
}

async function install(packages, project) {
  await run(
    'npm',
    ['install', '--no-audit', '--no-fund', '--no-package-lock', '--prefer-offline', ...packages],
    project,
  );
}
