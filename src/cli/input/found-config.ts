import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { notice, type Notice } from '../../findings/notices.js';
import { STANDARD_INPUT } from '../../reports/records.js';
import { CONFIG_FILE, type StatedConfig } from '../config-option.js';

/** Which configuration a request is done with. */
export interface ChosenConfig {
  readonly config?: string;
  /** Whether it was found, and not named. */
  readonly isFound?: true;
}

/**
 * The request with the configuration that it names, or else with the one that is found.
 *
 * @param byNameOnly whether none is looked for: what a filter or a worker does rests on what it is told.
 */
export function withConfig<Request extends StatedConfig>(
  request: Request,
  byNameOnly = false,
): Omit<Request, 'config'> & ChosenConfig {
  const { config, ...others } = request;
  if (typeof config === 'string') return { ...others, config };
  const found = config === false || byNameOnly ? undefined : foundConfig();
  return found === undefined ? others : { ...others, config: found, isFound: true };
}

/** Whether an option, or an argument, names standard input. */
export function readsStandardInput(request: object): boolean {
  return Object.values(request).flat().includes(STANDARD_INPUT);
}

/** What is told of a configuration that was not named. */
export function configNotices({ config, isFound }: ChosenConfig): Notice[] {
  return config === undefined || isFound !== true ? [] : [notice('config-found', { file: config })];
}

/** In the folder that the command is run in, or in that of the project which it is a part of. */
function foundConfig(): string | undefined {
  const here = process.cwd();
  const folders = [here, ...(isProject(here) ? [] : projectAbove(here))];
  const found = folders.map((folder) => join(folder, CONFIG_FILE)).find(isFile);
  return found === undefined ? undefined : relative(here, found);
}

/** The nearest folder above another that holds a package or a repository. */
function projectAbove(folder: string): string[] {
  const above = dirname(folder);
  if (above === folder) return [];
  return isProject(above) ? [above] : projectAbove(above);
}

function isProject(folder: string): boolean {
  return ['package.json', '.git'].some((name) => existsSync(join(folder, name)));
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
