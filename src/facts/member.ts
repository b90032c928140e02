import * as z from './zod.js';
import type { Facts } from './stated.js';
import { careTeamRoles, type Determination, type Program } from './codes.js';
import { held, type Held } from './held.js';
import { civilDate, fact, key } from './scalars.js';

export const memberSchema = z.strictObject({
  id: fact(key),
  birthDate: fact(civilDate),
  programs: fact(z.array(held<Program>())),
  determinations: fact(z.array(held<Determination>())),
  careTeamRoles: fact(z.array(z.enum(careTeamRoles))),
});

/**
 * The person who receives the service. `id` is the agency's own key: it joins the sessions of a batch, and is never put in
 * a message. Ages are told from `birthDate`.
 */
export interface Member extends Facts<typeof memberSchema> {
  readonly programs?: readonly Held<Program>[] | null | undefined;
  readonly determinations?: readonly Held<Determination>[] | null | undefined;
}
