import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printable } from '../../reports/text/layout.js';
import { asTyped } from '../as-typed.js';
import { CONFIG_FILE } from '../config-option.js';
import type { Io } from '../io.js';
import { outputError } from '../output-error.js';
import { standardOutput } from '../output/standard-output.js';
import { writeOut } from '../output/write.js';
import { UsageError } from '../usage-error.js';
import { EXAMPLE_FILE, MAPPING_FILE, startedFiles } from './started-files.js';

/**
 * Writes what a newcomer begins with into a folder, which is made where there is none, and says what to do next.
 *
 * @throws UsageError where one of the files is there: then none is written.
 */
export async function runInit(folder: string, io: Io): Promise<void> {
  const taken = existsSync(folder) ? namesIn(folder) : [];
  const names = Object.keys(startedFiles);
  const there = names.filter((name) => taken.includes(name));
  if (there.length > 0)
    throw new UsageError([
      ...there.map((name) => `${join(folder, name)}: is there already`),
      'nothing is written: name another FOLDER, or move what is there',
    ]);
  writeFiles(folder, names);
  const width = Math.max(...names.map((name) => join(folder, name).length));
  const lines = Object.entries(startedFiles).map(
    ([name, { says }]) => `${join(folder, name).padEnd(width)}  ${says}`,
  );
  const told = ['Written:', ...lines.map((line) => `  ${line}`), '', ...nextIn(folder, io)];
  await writeOut([told.map((line) => `${printable(line)}\n`).join('')], standardOutput(io));
}

/** Links that lead nowhere among them: they are not written through. */
function namesIn(folder: string): string[] {
  if (!statSync(folder).isDirectory()) throw new UsageError([`${folder}: is no folder`]);
  try {
    return readdirSync(folder);
  } catch (error) {
    throw outputError(folder, error);
  }
}

/** All of them, or none. */
function writeFiles(folder: string, names: readonly string[]): void {
  const written: string[] = [];
  try {
    mkdirSync(folder, { recursive: true });
    for (const name of names) {
      const path = join(folder, name);
      writeFileSync(path, startedFiles[name]?.content ?? '', { flag: 'wx' });
      written.push(path);
    }
  } catch (error) {
    for (const path of written) rmSync(path, { force: true });
    throw outputError(folder, error);
  }
}

/** What to do with the files, as it is typed where the command was run. */
function nextIn(folder: string, { env }: Io): string[] {
  const here = join(folder, '.') === '.';
  const command = env['npm_command'] === 'exec' ? 'npx billability' : 'billability';
  const [example = '', mapping = '', config = ''] = [EXAMPLE_FILE, MAPPING_FILE, CONFIG_FILE].map((name) =>
    asTyped(join(folder, name)),
  );
  const byName = here ? '' : ` --config ${config}`;
  return [
    'Next:',
    `  ${command} check ${example} --map ${mapping}${byName} --history none --as-of 2025-04-01`,
    'One session may be billed, one asks for too many units, and of one a credential is not known.',
    `Then your own: "${command} map visits.csv" writes a mapping from the headings of your table.`,
  ];
}
