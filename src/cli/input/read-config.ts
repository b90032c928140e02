import { createChecker, type Checker, type CheckerConfig, type Waiver } from '../../index.js';
import { configSchema } from '../../check/options.js';
import { told } from '../../facts/input-error.js';
import { unknownKeys } from '../../facts/issues.js';
import type { Words } from '../../facts/words.js';
import type { Io } from '../io.js';
import { say } from '../say.js';
import { UsageError } from '../usage-error.js';
import { parseJsonRecord } from './parse-json.js';
import { mergedWords } from './maps.js';
import { problemIn } from './problem.js';
import { readText } from './read-source.js';
import { readWaiverFiles, refusedOf } from './read-waivers.js';

const settings = Object.keys(configSchema.shape);

/** The checker that a file asks for; without a file, the one of the library. */
export async function configuredChecker(file: string | undefined, io: Io): Promise<Checker> {
  return (await configurationOf(file, io)).checker;
}

/** What a file puts on file. */
export interface Configuration {
  readonly checker: Checker;
  /** As it was stated. */
  readonly config: CheckerConfig;
  /** The words whose meaning it says. */
  readonly words: Words;
}

/**
 * @param ofMaps what words mean by the mappings of files.
 * @param waiverFiles lists of waivers, beside those of the configuration.
 * @throws UsageError where the file, or what both say together, is not understood.
 */
export async function configurationOf(
  file: string | undefined,
  io: Io,
  ofMaps: Words = {},
  waiverFiles: readonly string[] = [],
): Promise<Configuration> {
  const stated = file === undefined ? {} : await readConfig(file, io);
  const words = mergedWords(ofMaps, stated.words ?? undefined, file ?? '', 'a mapping');
  const filed = await readWaiverFiles(waiverFiles, io);
  // What is no list is refused with the rest.
  const own = Array.isArray(stated.waivers) ? (stated.waivers as Waiver[]) : undefined;
  const all = [...(own ?? []), ...filed.map(({ value }) => value as Waiver)];
  const isRead = filed.length > 0 && (own !== undefined || stated.waivers == null);
  const config = {
    ...stated,
    ...(Object.keys(words).length > 0 && { words }),
    ...(isRead && { waivers: all }),
  };
  const checker = refusedOf(file ?? '--map', own?.length ?? 0, filed, () => createChecker(config));
  if (config.services?.some(({ atLeastAsStrictAs }) => atLeastAsStrictAs !== undefined) === true) {
    // Loaded where it is asked for, so that all else is quick.
    const { heldToServices } = await import('./held-to-services.js');
    say(heldToServices(config.services, checker, file ?? ''), io);
  }
  return { checker, config, words };
}

async function readConfig(file: string, io: Io): Promise<CheckerConfig> {
  const { value, issues } = parseJsonRecord(await readText(file, io), 1);
  const problems =
    issues.length > 0 ? issues.map((issue) => problemIn(file, issue)) : problemsOf(value, file);
  if (problems.length > 0) throw new UsageError(problems);
  return value as CheckerConfig;
}

function problemsOf(value: unknown, file: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [`${file}: expected a JSON object with ${settings.join(', ')}`];
  }
  const others = Object.keys(value).filter((key) => !settings.includes(key));
  return told(unknownKeys(others, [], settings)).map((issue) => problemIn(file, issue));
}
