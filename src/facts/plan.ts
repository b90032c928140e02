import * as z from './zod.js';
import type { Facts } from './stated.js';
import { civilDate, fact, flag } from './scalars.js';

export const planSchema = z.strictObject({
  from: fact(civilDate),
  through: fact(civilDate),
  includesService: fact(flag),
  memberChoseService: fact(flag),
  sessionServesGoal: fact(flag),
});

/**
 * The member's individual plan: treatment or recovery plan (Missouri), IPOC (South Carolina), ITP (Montana). `through`
 * left out: it has no end.
 */
export interface Plan extends Facts<typeof planSchema> {}
