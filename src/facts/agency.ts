import * as z from './zod.js';
import type { Facts } from './stated.js';
import type { AgencyCredential } from './codes.js';
import { held, type Held } from './held.js';
import { fact, flag, text } from './scalars.js';

export const agencySchema = z.strictObject({
  id: fact(text),
  credentials: fact(z.array(held<AgencyCredential>())),
  billsRegularPsr: fact(flag),
  ownership: fact(z.enum(['private', 'public'])),
});

/** The agency that bills: the billing provider of the claim. `credentials` also has what it submitted to the State. */
export interface Agency extends Facts<typeof agencySchema> {
  readonly credentials?: readonly Held<AgencyCredential>[] | null | undefined;
}
