import type { InputIssue } from '../facts/input-error.js';
import { shapeIssues } from '../schema/definition-issues.js';
import { serviceSchema } from '../schema/service.js';
import { definitionConflicts } from './definition-conflicts.js';
import type { Service } from './service.js';

/** A definition of a service that cannot be used. It lists every problem, with its place as a JSON Pointer. */
export class DefinitionError extends Error {
  override readonly name = 'DefinitionError';
  readonly issues: readonly InputIssue[];

  constructor(issues: readonly InputIssue[]) {
    super(issues.map(({ path, message }) => `${path === '' ? 'definition' : path}: ${message}`).join('\n'));
    this.issues = issues;
  }
}

/**
 * Reads a service definition from untrusted data, such as parsed JSON, for `createChecker`.
 *
 * Facts, operators, codes of denials and readings must be known; each clause has its citation and a rule id of its own;
 * dates, rates and units must be in order. Whether a clause says what its document says is for a person to judge.
 *
 * @returns a copy of the definition.
 * @throws DefinitionError listing every problem.
 *
 * @example
 * const mine = defineService(JSON.parse(text));
 * createChecker({ services: [...services, mine] });
 */
export function defineService(data: unknown): Service {
  const parsed = serviceSchema.safeParse(data);
  const issues = [...(parsed.success ? [] : shapeIssues(data, parsed.error)), ...definitionConflicts(data)];
  if (!parsed.success || issues.length > 0) throw new DefinitionError(issues);
  // Names of readings were compared with those that there are.
  return parsed.data as Service;
}
