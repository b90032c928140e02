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

/** The member's individual plan: treatment or recovery plan (MO), IPOC (SC), ITP (MT). */
export interface Plan extends Facts<typeof planSchema> {}
