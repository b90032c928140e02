import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));

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
    const names = new Map(
      examples.map(({ name, content }, index) => {
        const file = join(folder, `example-${String(index)}.mts`);
        writeFileSync(file, content);
        return [file, name];
      }),
    );
    const program = ts.createProgram([...names.keys()], {
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      target: ts.ScriptTarget.ES2022,
      lib: ['lib.es2023.d.ts'],
      types: ['node'],
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: true,
      noEmit: true,
    });
    return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
      const name = file === undefined ? '' : (names.get(file.fileName) ?? file.fileName);
      return `${name}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
