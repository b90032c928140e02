import type * as z from '../facts/zod.js';
import { jsonPointer, type Untold } from '../facts/input-error.js';
import { definitionOf, inputIssues, unknownKeys } from '../facts/issues.js';
import { nearestName } from '../facts/nearest.js';
import { conditionKinds, settingKinds } from './condition.js';
import { overlaySchema, serviceSchema } from './service.js';

type ZodIssue = z.mini.core.$ZodIssue;

/** The keys that a condition may have, by its operator. */
const keysOf = new Map(
  [...conditionKinds, ...settingKinds].flatMap(({ shape }) =>
    namesOf(shape.op).map((operator) => [operator, Object.keys(shape)] as const),
  ),
);

const definitionKeys = new Set([
  ...keysIn(serviceSchema),
  ...keysIn(overlaySchema),
  ...[...keysOf.values()].flat(),
]);

/** Whether some object of a definition may have such a key. */
export function isDefinitionKey(key: string): boolean {
  return definitionKeys.has(key);
}

/** The keys of the objects that a schema is made of. */
function keysIn(schema: z.mini.core.$ZodType): string[] {
  const definition = definitionOf(schema);
  if (definition?.type === 'array') return keysIn(definition.element);
  if (definition?.type !== 'object') return [];
  return Object.entries(definition.shape).flatMap(([key, inner]) => [key, ...keysIn(inner)]);
}

/** What is wrong with the shape of a definition, or of an overlay, in our words. */
export function shapeIssues(
  schema: z.mini.ZodMiniType,
  data: unknown,
  issues: readonly ZodIssue[],
): Untold[] {
  return issues.flatMap((issue) => ofCondition(issue, data) ?? inputIssues(schema, data, [issue]));
}

/** Each name that a schema accepts. */
function namesOf(schema: { readonly _zod: { readonly values: ReadonlySet<unknown> } }): string[] {
  return [...schema._zod.values].map(String);
}

/** Conditions are told apart by their operator, which input never is. */
function ofCondition(issue: ZodIssue, data: unknown): Untold[] | undefined {
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
    : unknownKeys(issue.keys, issue.path, known, `for ${String(operator)}`, isDefinitionKey);
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
