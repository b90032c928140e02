import type { conditionPaths } from '../../facts/condition-paths.js';
import type * as z from '../../facts/zod.js';
import type { Condition } from '../condition.js';

/** What the schemas of several operators are made of. */
export interface SchemaParts extends ReturnType<typeof conditionPaths> {
  readonly code: z.ZodString;
  readonly codes: z.ZodArray<z.ZodString>;
  readonly condition: z.ZodType<Condition, Condition>;
  readonly conditions: z.ZodArray<z.ZodType<Condition, Condition>>;
}
