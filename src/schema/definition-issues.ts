import type * as z from '../facts/zod.js';
import { jsonPointer, type InputIssue } from '../facts/input-error.js';
import { inputIssues, unknownKeys } from '../facts/issues.js';
import { nearestName } from '../facts/nearest.js';
import { conditionKinds, settingKinds } from './condition.js';
import { serviceSchema } from './service.js';

type ZodIssue = z.mini.core.$ZodIssue;

/** The keys that a condition may have, by its operator. */
const keysOf = new Map(
  [...conditionKinds, ...settingKinds].flatMap(({ shape }) =>
    namesOf(shape.op).map((operator) => [operator, Object.keys(shape)] as const),
  ),
);

/** What is wrong with the shape of a definition, in our words. */
export function shapeIssues(data: unknown, issues: readonly ZodIssue[]): InputIssue[] {
  return issues.flatMap((issue) => ofCondition(issue, data) ?? ours(issue, data));
}

/** Each name that a schema accepts. */
function namesOf(schema: { readonly _zod: { readonly values: ReadonlySet<unknown> } }): string[] {
  return [...schema._zod.values].map(String);
}

function ours(issue: ZodIssue, data: unknown): InputIssue[] {
  return inputIssues(serviceSchema, data, [issue]);
}

/** Conditions are told apart by their operator, which input never is. */
function ofCondition(issue: ZodIssue, data: unknown): InputIssue[] | undefined {
  if (issue.code === 'invalid_union' && issue.discriminator !== undefined) {
    const kinds =
      issue.discriminator === 'reading'
        ? settingKinds.flatMap(({ shape }) => namesOf(shape.reading))
        : [...keysOf.keys()];
    return [
      {
        code: 'not-a-condition',
        path: jsonPointer(issue.path),
        message: oneOf(kinds, valueAt(data, issue.path)),
      },
    ];
  }
  if (issue.code !== 'unrecognized_keys') return undefined;
  const operator = valueAt(data, [...issue.path, 'op']);
  const known = typeof operator === 'string' ? keysOf.get(operator) : undefined;
  return known === undefined
    ? undefined
    : unknownKeys(issue.keys, issue.path, () => `known for ${String(operator)}: ${known.join(', ')}`);
}

function oneOf(known: readonly string[], found: unknown): string {
  const near = typeof found === 'string' ? nearestName(found, known) : undefined;
  const advice = near === undefined ? '' : `; did you mean "${near}"?`;
  return `expected one of ${known.map((one) => `"${one}"`).join(', ')}${advice}`;
}

/** What stands at a path; undefined where nothing does. */
export function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, step) => (Object(value) as Record<PropertyKey, unknown>)[step], data);
}
