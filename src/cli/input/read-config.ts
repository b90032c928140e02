import { createChecker, InputError, type Checker } from '../../index.js';
import { configSchema } from '../../check/options.js';
import { issueInWords, jsonPointer, type InputIssue } from '../../facts/input-error.js';
import { nearest } from '../../facts/nearest.js';
import type { Io } from '../io.js';
import { UsageError } from '../usage-error.js';
import { parseJsonRecord } from './parse-json.js';
import { readSource } from './read-source.js';

const settings = Object.keys(configSchema.shape);

/** The checker that a file asks for; without a file, the one of the library. */
export async function configuredChecker(file: string | undefined, io: Io): Promise<Checker> {
  if (file === undefined) return createChecker();
  const { value, issues } = parseJsonRecord(await readSource(file, io), 1);
  const problems = issues.length > 0 ? issues.map((issue) => problem(issue, file)) : problemsOf(value, file);
  if (problems.length > 0) throw new UsageError(problems);
  try {
    return createChecker(value as object);
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
  return Object.keys(value)
    .filter((key) => !settings.includes(key))
    .map((key) => {
      const near = nearest(key, settings, 3);
      const advice = near === undefined ? `known here: ${settings.join(', ')}` : `did you mean "${near}"?`;
      return `${file}: ${jsonPointer([key])}: unknown key; ${advice}`;
    });
}
