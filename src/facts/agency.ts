import * as z from './zod.js';
import type { Facts } from './stated.js';
import type { AgencyCredential } from './codes.js';
import { held } from './held.js';
import { fact, flag, text } from './scalars.js';

/** The agency that bills. */
export const agencySchema = z.strictObject({
  id: fact(text),
  credentials: fact(z.array(held<AgencyCredential>())),
  billsRegularPsr: fact(flag),
  ownership: fact(z.enum(['private', 'public'])),
});
export type Agency = Facts<typeof agencySchema>;
