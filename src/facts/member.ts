import * as z from './zod.js';
import type { Facts } from './stated.js';
import { careTeamRoles, type Determination, type Program } from './codes.js';
import { held } from './held.js';
import { civilDate, fact, key } from './scalars.js';

/** The person who receives the service. */
export const memberSchema = z.strictObject({
  id: fact(key),
  birthDate: fact(civilDate),
  programs: fact(z.array(held<Program>())),
  determinations: fact(z.array(held<Determination>())),
  careTeamRoles: fact(z.array(z.enum(careTeamRoles))),
});
export type Member = Facts<typeof memberSchema>;
