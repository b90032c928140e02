import { createChecker, InputError, type Checker, type CheckerConfig } from '../../index.js';
import { configSchema } from '../../check/options.js';
import { issueInWords, told, type InputIssue } from '../../facts/input-error.js';
import { unknownKeys } from '../../facts/issues.js';
import type { Words } from '../../facts/words.js';
import type { Io } from '../io.js';
import { UsageError } from '../usage-error.js';
import { parseJsonRecord } from './parse-json.js';
import { readSource } from './read-source.js';

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

export async function configurationOf(file: string | undefined, io: Io): Promise<Configuration> {
  if (file === undefined) return { checker: createChecker(), config: {}, words: {} };
  const { value, issues } = parseJsonRecord(await readSource(file, io), 1);
  const problems = issues.length > 0 ? issues.map((issue) => problem(issue, file)) : problemsOf(value, file);
  if (problems.length > 0) throw new UsageError(problems);
  try {
    const config = value as CheckerConfig;
    return { checker: createChecker(config), config, words: config.words ?? {} };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new UsageError(error.issues.map((issue) => problem(issue, file)));
  }
}

function problem(issue: InputIssue, file: string): string {
  return `${file}: ${issueInWords(issue)}`;
}

function problemsOf(value: unknown, file: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [`${file}: expected a JSON object with ${settings.join(', ')}`];
  }
  const others = Object.keys(value).filter((key) => !settings.includes(key));
  return told(unknownKeys(others, [], settings)).map((issue) => problem(issue, file));
}
