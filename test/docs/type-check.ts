import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const compiler = join(root, 'node_modules/typescript7/bin/tsc');
const compilerOptions = {
  module: 'nodenext',
  target: 'es2022',
  lib: ['es2023'],
  types: ['node'],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  noEmit: true,
};

export interface Example {
  readonly name: string;
  readonly content: string;
}

/** What the compiler says of examples that import billability as installed, one line an issue. */
export function typeIssues(examples: readonly Example[]): string[] {
  // Inside the repository, where `billability` resolves to the built package itself.
  mkdirSync(join(root, 'coverage'), { recursive: true });
  const folder = mkdtempSync(join(root, 'coverage', 'examples-'));
  try {
    const files = examples.map((_example, index) => `example-${String(index)}.mts`);
    for (const [index, { content }] of examples.entries())
      writeFileSync(join(folder, files[index] ?? ''), content);
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
    const { stdout, status } = spawnSync(process.execPath, [compiler, '-p', '.', '--pretty', 'false'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const issues = stdout.split('\n').filter((line) => line !== '');
    if (issues.length === 0 && status !== 0) throw new Error(`the compiler ended with ${String(status)}`);
    return issues.map((issue) =>
      issue.replace(/^example-(\d+)\.mts/, (file, index) => examples[Number(index)]?.name ?? file),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
