import type * as z from '../facts/zod.js';
import { told, type InputIssue, type IssueCode, type Untold } from '../facts/input-error.js';
import { shapeIssues } from './definition-issues.js';
import { serviceSchema } from './service.js';
import { definitionConflicts } from './definition-conflicts.js';
import type { Service } from '../services/service.js';

/**
 * A definition of a service that cannot be used: `issues` has every problem, of very many the first hundred, each with its
 * place as a JSON Pointer.
 *
 * @example
 * try {
 *   defineService({ ...peerSupport, id: '' });
 * } catch (error) {
 *   if (error instanceof DefinitionError) error.issues[0]?.path; // '/id'
 * }
 */
export class DefinitionError extends Error {
  override readonly name = 'DefinitionError';
  readonly issues: readonly InputIssue[];

  constructor(issues: readonly Untold[]) {
    const all = told(issues);
    super(all.map(({ path, message }) => `${path === '' ? 'definition' : path}: ${message}`).join('\n'));
    this.issues = all;
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
 * const text = JSON.stringify({ ...peerSupport, id: 'xx/peer-support', title: 'Peer support of our own' });
 * const mine = defineService(JSON.parse(text));
 * const checker = createChecker({ services: [mine] });
 * checker.serviceOf('xx/peer-support').title; // 'Peer support of our own'
 */
export function defineService(data: unknown): Service {
  const read = readDefinition(data);
  if ('issues' in read) throw new DefinitionError(read.issues);
  return read.service;
}

/** A copy of a definition, or what is wrong with it. */
export type ReadDefinition = { readonly service: Service } | { readonly issues: readonly Untold[] };

export function readDefinition(data: unknown): ReadDefinition {
  const read = readClauses(serviceSchema, data);
  // Names of readings were compared with those that there are.
  return 'issues' in read ? read : { service: read.value as Service };
}

/** A copy of what holds clauses, or what is wrong with it by itself. */
export function readClauses<Value>(
  schema: z.mini.ZodMiniType<Value>,
  data: unknown,
): { readonly value: Value } | { readonly issues: readonly Untold[] } {
  try {
    if (isDeeperThan(data, DEEPEST))
      return refused('too-large', `lists and objects in each other at most ${String(DEEPEST)} deep`);
    const parsed = schema.safeParse(data);
    const issues = [
      ...(parsed.success ? [] : shapeIssues(schema, data, parsed.error.issues)),
      ...definitionConflicts(data),
    ];
    return parsed.success && issues.length === 0 ? { value: parsed.data } : { issues };
  } catch {
    // A getter or a proxy of the caller's threw.
    return refused('not-plain-data', 'plain data, found an object that cannot be read');
  }
}

function refused(code: IssueCode, expected: string): { readonly issues: readonly Untold[] } {
  return { issues: [{ code, path: '', message: `expected ${expected}` }] };
}

/** No clause needs nearly as much, and whatever walks through a condition calls itself for each level. */
const DEEPEST = 100;

function isDeeperThan(data: unknown, deepest: number): boolean {
  const open = [{ value: data, depth: 1 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > deepest) return true;
    for (const inner of Object.values(value) as unknown[]) open.push({ value: inner, depth: depth + 1 });
  }
  return false;
}
